"""A help page as text, for a terminal of any width."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from premierectl.cli.help_page import HelpPage, HelpSection, HelpTerm

_WIDEST_PAGE: Final = 100
# Below this width a meaning stands beneath its name.
_NARROW: Final = 60
_LONGEST_NAME: Final = 26
_INDENT: Final = "  "


def help_text(page: HelpPage, width: int, *, bold: bool) -> str:
    """The page in lines of at most so many columns, with ``bold`` headings or plain ones."""
    room = min(width, _WIDEST_PAGE)
    lines = [*wrap(f"Usage: {page.usage}", room, subsequent_indent=_INDENT * 2)]
    for paragraph in page.paragraphs:
        lines += ["", *wrap(paragraph, room)]
    for section in page.sections:
        lines += ["", *_section_lines(section, room, bold=bold)]
    terms = tuple(HelpTerm(each.line, each.meaning) for each in page.examples)
    lines += ["", _heading_of("Examples", bold=bold), *_beneath_each(terms, room)]
    lines += ["", *_section_lines(page.common, room, bold=bold)]
    lines += ["", *(line for each in page.more for line in wrap(each, room))]
    return "".join(f"{line}\n" for line in lines)


def help_sentences(page: HelpPage) -> str:
    """The page for a voice or a Braille display: a line for each thing, without columns."""
    examples = tuple(HelpTerm(each.line, each.meaning) for each in page.examples)
    lines = [f"Usage: {page.usage}", *page.paragraphs]
    for section in (*page.sections, HelpSection("Examples", examples), page.common):
        lines += [f"{section.title}:" if section.terms else "", *_said_beside(section.terms)]
    lines += page.more
    return "".join(f"{line}\n" for line in lines if line)


def _said_beside(terms: Iterable[HelpTerm]) -> Iterator[str]:
    return (": ".join(filter(None, (term.name, term.meaning))) for term in terms)


def _section_lines(section: HelpSection, room: int, *, bold: bool) -> Iterator[str]:
    yield _heading_of(section.title, bold=bold)
    if room < _NARROW:
        yield from _beneath_each(section.terms, room)
        return
    names = [len(term.name) for term in section.terms if len(term.name) <= _LONGEST_NAME]
    column = max(names, default=_LONGEST_NAME) + 2
    for term in section.terms:
        yield from _meaning_beside(term, column, room)


def _heading_of(title: str, *, bold: bool) -> str:
    return f"\x1b[1m{title}:\x1b[0m" if bold else f"{title}:"


def _meaning_beside(term: HelpTerm, column: int, room: int) -> Iterator[str]:
    """The name, and its meaning beside it, or from the next line on where the name is long."""
    hanging = _INDENT + " " * column
    lines = wrap(term.meaning, room, initial_indent=hanging, subsequent_indent=hanging) or [""]
    if len(term.name) > column - 2:
        yield _INDENT + term.name
    else:
        lines[0] = f"{_INDENT}{term.name:<{column}}{lines[0].lstrip()}"
    yield from lines


def _beneath_each(terms: Iterable[HelpTerm], room: int) -> Iterator[str]:
    for term in terms:
        # Between the words of a choice a line may end.
        names = wrap(
            term.name.replace("|", "| "), room, initial_indent=_INDENT,
            subsequent_indent=_INDENT * 3, break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
        yield from (name.replace("| ", "|") for name in names)
        indent = _INDENT * 3
        yield from wrap(term.meaning, room, initial_indent=indent, subsequent_indent=indent)
