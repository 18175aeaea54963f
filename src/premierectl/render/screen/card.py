"""One release up close: its wait large, and beneath it what is known, as far as it fits."""

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Final

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.text import Text

from premierectl.catalogue.cast import cast_of
from premierectl.render.facts import release_words
from premierectl.render.safe_text import paragraphs
from premierectl.render.screen.large import largest
from premierectl.render.screen.list_cells import cut_text, readable
from premierectl.render.screen.look import Look
from premierectl.render.screen.styles import ASIDE, STORY, TITLE, large_nearness
from premierectl.render.screen.then import then_lines
from premierectl.render.screen.wait_bar import wait_bar
from premierectl.upcoming.large_count import large_count
from premierectl.upcoming.one_show import UpClose
from premierectl.wording.changes import moved_words
from premierectl.wording.close_up import (
    capitalized,
    checked_words,
    date_written_out,
    new_cast_words,
    standing_words,
)
from premierectl.wording.listing import what_listed

_WIDEST: Final = 100
_WIDEST_TEXT: Final = 76
_ROOMY: Final = 50
_LINES_OF_STORY: Final = 4
_MOST_JOINING: Final = 3
# What of the height the largest numbers may take.
_PART_FOR_NUMBERS: Final = 3


class CardPart(Struct, frozen=True):
    """Lines of a card that stand together; of too many parts those of the highest ``rank`` go."""

    rank: int
    lines: Sequence[Text]


def card(close: UpClose, look: Look) -> RenderableType:
    """The wait large, the date written out, the bar, what follows, what is new, the story, the source.

    A look that ``keeps_height`` leaves out what matters least until the rest fits.
    """
    margin = 2 if look.width >= _ROOMY else 1
    width = min(look.width, _WIDEST) - 2 * margin
    parts = [part for part in _card_parts(close, width, look) if part.lines]
    while look.keeps_height and look.height and len(parts) > 1 and _tall(parts) > look.height:
        parts.remove(max(parts, key=lambda part: part.rank))
    lines = [line for part in parts for line in (*part.lines, Text())]
    return Group(Text(), *(_with_margin(line, margin) for line in lines))


def _tall(parts: Sequence[CardPart]) -> int:
    return 1 + sum(len(part.lines) + 1 for part in parts)


def _card_parts(close: UpClose, width: int, look: Look) -> Iterator[CardPart]:
    row, item = close.row, close.row.item
    release = row.release
    text = min(width, _WIDEST_TEXT)
    yield CardPart(0, _in_lines(row.title, text, look, TITLE) + _subtitle_lines(close, text, look))
    large = _large_lines(close, width, look)
    said = [] if large else _in_lines(standing_words(item), text, look, large_nearness(item))
    yield CardPart(1, large or said)
    yield CardPart(2, _when_lines(close, text, look))
    if close.wait:
        yield CardPart(4, wait_bar(item, close.wait, text, look))
    yield CardPart(6, then_lines([later.item for later in close.later], text, look))
    yield CardPart(7, _new_lines(close, text, look))
    yield CardPart(
        8, _story_lines(release.season.synopsis or release.show.synopsis or "", text, look)
    )
    yield CardPart(5, _own_lines(close, text, look))
    source = readable(checked_words(release.season, item.today), look)
    yield CardPart(3, [Text(cut_text(source, text, look), style=ASIDE)] if source else [])


def _subtitle_lines(close: UpClose, width: int, look: Look) -> list[Text]:
    """Which release it is, its own name, its network, and how the season comes out."""
    release = close.row.release
    season = release.season
    name = season.name if season.number is not None else None
    title = f"“{release.episode_title}”" if release.episode_title else ""
    label = f"{season.short} {what_listed(release)}" if release.part else what_listed(release)
    said = (label, name, title, release.network, release_words(season), close.row.item.progress)
    return _in_lines(" · ".join(filter(None, said)), width, look)


def _large_lines(close: UpClose, width: int, look: Look) -> list[Text]:
    item = close.row.item
    count = large_count(item, ticking=look.ticking)
    part = 2 if look.keeps_height else _PART_FOR_NUMBERS
    height = max(5, (look.height or 36) // part)
    style = large_nearness(item)
    rows = largest(count, width, height, signs=look.signs)
    return [Text(row.rstrip(), style=style, no_wrap=True) for row in rows]


def _when_lines(close: UpClose, width: int, look: Look) -> list[Text]:
    item = close.row.item
    said = date_written_out(item, close.row.usually)
    moved = capitalized(moved_words(item))
    return [
        *(_in_lines(said, width, look, TITLE) if said else ()),
        *(_in_lines(moved, width, look) if moved else ()),
    ]


def _new_lines(close: UpClose, width: int, look: Look) -> list[Text]:
    """Who joins the cast."""
    release = close.row.release
    told = cast_of(release.show, release.season)
    people = [member.person for member, status in told if status == "new"]
    return _in_lines(new_cast_words(people, _MOST_JOINING), width, look) if people else []


def _story_lines(text: str, width: int, look: Look) -> list[Text]:
    """The story, ended at a word where it takes more than a few lines."""
    told = paragraphs(text).split("\n")
    lines = [each for line in told for each in _in_lines(line, width, look, STORY)]
    if len(lines) <= _LINES_OF_STORY:
        return lines
    end = "…" if look.signs else "..."
    last = lines[_LINES_OF_STORY - 1].plain
    while cell_len(last) + len(end) > width and " " in last:
        last = last.rpartition(" ")[0]
    ended = cut_text(last.rstrip(" .,;") + end, width, look)
    return [*lines[: _LINES_OF_STORY - 1], Text(ended, style=STORY)]


def _own_lines(close: UpClose, width: int, look: Look) -> list[Text]:
    row = close.row
    said = [
        f"Your note: {row.note}" if row.note else "",
        f"Your tags: {', '.join(row.tags)}" if row.tags else "",
    ]
    return [line for words in said if words for line in _in_lines(words, width, look)]


def _in_lines(words: str, width: int, look: Look, style: str = "") -> list[Text]:
    """The words in lines of no more cells than these."""
    text = Text(readable(words, look), style=style)
    lines = text.wrap(Console(file=StringIO(), width=width), width)
    for line in lines:
        line.rstrip()
    return [*lines] if words else []


def _with_margin(line: Text, margin: int) -> Text:
    shifted = Text(" " * margin if line.plain else "", no_wrap=True)
    return shifted.append_text(line)
