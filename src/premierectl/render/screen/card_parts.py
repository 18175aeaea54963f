"""What cards are made of: parts that stand together, lines of text, what stands large, a story."""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.text import Text

from premierectl.render.safe_text import paragraphs
from premierectl.render.screen.large import largest
from premierectl.render.screen.list_cells import cut_text, readable
from premierectl.render.screen.look import Look
from premierectl.render.screen.styles import ASIDE, STORY
from premierectl.upcoming.large_count import LargeCount
from premierectl.upcoming.outlook import Row
from premierectl.wording.close_up import checked_words

_WIDEST: Final = 100
_WIDEST_TEXT: Final = 76
_ROOMY: Final = 50
_LINES_OF_STORY: Final = (4, 2)
# What of a terminal's height the largest numbers may take, and how high they are where room is short.
_PART_FOR_NUMBERS: Final = 3 / 8
_LOW: Final = 6
_USUAL_HEIGHT: Final = 36
_LINE_OF_PROMPT: Final = 1


class CardPart(Struct, frozen=True):
    """Lines of a card that stand together; of too many parts those of the highest ``rank`` go.

    ``smaller`` is what stands there instead where the whole card is too tall.
    """

    rank: int
    lines: Sequence[Text]
    smaller: Sequence[Text] = ()


def card_width(look: Look) -> int:
    """The cells between the margins of a card."""
    return min(look.width, _WIDEST) - 2 * _margin(look)


def text_width(look: Look) -> int:
    """The cells that a line of text may take, so that it reads well."""
    return min(card_width(look), _WIDEST_TEXT)


def parts_drawn(said: Iterable[CardPart], look: Look) -> RenderableType:
    """The parts that hold anything beneath each other, as many as fit the terminal.

    Where they are too tall, what stands large is smaller, then what matters least is left out, and
    a line says how to see it. A look that ``keeps_height`` stays large, and says nothing.
    """
    parts = [part for part in said if part.lines]
    room = look.height or _tall(parts)
    if look.keeps_height:
        parts = _parts_that_fit(parts, room)
    elif _tall(parts) >= room and look.height:
        parts = _fitting_smaller(parts, room - _LINE_OF_PROMPT)
    lines = [line for part in parts for line in (*part.lines, Text())]
    return Group(Text(), *(_with_margin(line, _margin(look)) for line in lines))


def in_lines(words: str, look: Look, style: str = "") -> list[Text]:
    """The words in lines of a card's text; none for no words."""
    width = text_width(look)
    text = Text(readable(words, look), style=style)
    lines = text.wrap(Console(file=StringIO(), width=width), width)
    for line in lines:
        line.rstrip()
    return [*lines] if words else []


def clauses_in_lines(
    clauses: Iterable[str], look: Look, style: str = "", between: str = " "
) -> list[Text]:
    """Clauses side by side as far as they fit, each of the others on a new line."""
    lines = _filled(clauses, look, between)
    return [each for line in lines for each in in_lines(line, look, style)]


def large_part(count: LargeCount, instead: Sequence[Text], look: Look, style: str) -> CardPart:
    """What stands large, as large as it fits; where it does not fit at all, words ``instead``."""
    height = look.height or _USUAL_HEIGHT
    most = int(height * (1 / 2 if look.keeps_height else _PART_FOR_NUMBERS))
    large, smaller = (_large_lines(count, rows, look, style) for rows in (most, min(most, _LOW)))
    return CardPart(1, large or instead, smaller or instead)


def _story_lines(text: str, most: int, look: Look) -> list[Text]:
    """The story, ended at a word where it takes more lines than these."""
    told = paragraphs(text).split("\n")
    lines = [each for line in told for each in in_lines(line, look, STORY)]
    if len(lines) <= most:
        return lines
    last = _ended(" ".join(line.plain for line in lines[most - 1 :]), look)
    return [*lines[: most - 1], Text(last, style=STORY)]


def beneath_parts(row: Row, story: str, look: Look) -> Iterator[CardPart]:
    """What ends every card: the story, what the user noted, and where its facts are from."""
    yield CardPart(8, *(_story_lines(story, most, look) for most in _LINES_OF_STORY))
    note = f"Your note: {row.note}" if row.note else ""
    tags = f"Your tags: {', '.join(row.tags)}" if row.tags else ""
    yield CardPart(5, in_lines(note, look) + in_lines(tags, look))
    yield CardPart(3, _source_lines(row, look))


def _source_lines(row: Row, look: Look) -> list[Text]:
    """When somebody last checked, and beside or beneath it where; no long title takes two lines."""
    lines = _filled(checked_words(row.release.season, row.item.today), look, " · ")
    return [Text(_ended(line, look), style=ASIDE) for line in lines]


def _filled(clauses: Iterable[str], look: Look, between: str) -> list[str]:
    lines: list[str] = []
    for clause in (readable(each, look) for each in clauses if each):
        joined = f"{lines[-1]}{readable(between, look)}{clause}" if lines else clause
        if lines and cell_len(joined) <= text_width(look):
            lines[-1] = joined
        else:
            lines.append(clause)
    return lines


def _ended(line: str, look: Look) -> str:
    """A line as it is, or where it is too long, ended behind the last word that fits."""
    if cell_len(line) <= text_width(look):
        return line
    end = "…" if look.signs else "..."
    while cell_len(line) + len(end) > text_width(look) and " " in line:
        line = line.rpartition(" ")[0]
    return cut_text(line.rstrip(" .,;:·-–") + end, text_width(look), look)


def _large_lines(count: LargeCount, height: int, look: Look, style: str) -> list[Text]:
    rows = largest(count, card_width(look), height, signs=look.signs)
    return [Text(row.rstrip(), style=style, no_wrap=True) for row in rows]


def _margin(look: Look) -> int:
    return 2 if look.width >= _ROOMY else 1


def _fitting_smaller(parts: Sequence[CardPart], room: int) -> list[CardPart]:
    """The parts, those that matter least smaller until all fit, or else without them."""
    smaller = list(parts)
    for part in sorted(parts, key=lambda part: -part.rank):
        if _tall(smaller) <= room:
            return smaller
        if part.smaller:
            smaller[smaller.index(part)] = replace(part, lines=part.smaller)
    *fitting, last = _parts_that_fit(smaller, room - 1, always=1)
    return [*fitting, replace(last, lines=[*last.lines, Text("more with --full", style=ASIDE)])]


def _parts_that_fit(parts: Sequence[CardPart], room: int, always: int = 0) -> list[CardPart]:
    """What fits of the parts, those that matter most first, in the order in which they stand.

    Those up to the rank ``always`` stay, whether they fit or not.
    """
    kept: list[CardPart] = []
    for part in sorted(parts, key=lambda part: part.rank):
        if part.rank <= always or _tall([*kept, part]) <= room:
            kept.append(part)
    return [part for part in parts if part in kept]


def _tall(parts: Sequence[CardPart]) -> int:
    return 1 + sum(len(part.lines) + 1 for part in parts)


def _with_margin(line: Text, margin: int) -> Text:
    shifted = Text(" " * margin if line.plain else "", no_wrap=True)
    return shifted.append_text(line)
