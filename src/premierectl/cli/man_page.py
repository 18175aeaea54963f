"""A help page as a man page, in the language of man(7)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from premierectl import __version__
from premierectl.cli.exit_codes import EXIT_CODES
from premierectl.cli.help_page import HelpPage, HelpSection, man_name

_ESCAPES: Final = str.maketrans(
    {
        "\\": r"\e",
        "-": r"\-",
        "'": r"\(aq",
        '"': r"\(dq",
        "`": r"\(ga",
        "^": r"\(ha",
        "~": r"\(ti",
        "|": r"|\:",  # between the words of a choice a line may end
    }
)
_OPTION: Final = r"(?<![\w-])--?[a-z][a-z-]*"
_VALUE: Final = r"\b[A-Z]+\b"
_IN_PROSE: Final = re.compile(f"({_OPTION})")
_IN_TERMS: Final = re.compile(rf"({_OPTION}|{_VALUE}|^[a-z\d]+$)")


class Manual(Struct, frozen=True):
    """What a man page says: of which command, in short and in full, and which pages it refers to."""

    command: str
    summary: str
    page: HelpPage
    related: Sequence[str] = ()


def man_page(manual: Manual, date: str = "") -> str:
    """The text of a man page, in ASCII, with a date such as ``2027-03-12`` at its foot."""
    name, page = man_name(manual.command), manual.page
    lines = [
        # Nothing is hyphenated, nor (.ad) spread out: what is typed can be copied.
        ".nr HY 0",
        f'.TH "{_escaped(name.upper())}" "1" "{date}" "premierectl {__version__}" "User Commands"',
        ".ad l",
        ".SH NAME",
        rf"{_escaped(name)} \- {_escaped(manual.summary[:1].lower() + manual.summary[1:])}",
        ".SH SYNOPSIS",
        _bold(manual.command) + _marked(page.usage.removeprefix(manual.command), _IN_TERMS),
        ".SH DESCRIPTION",
        "\n.PP\n".join(_marked(each, _IN_PROSE) for each in page.paragraphs),
    ]
    for section in (*page.sections, page.common, EXIT_CODES):
        lines += _section_in_full(section)
    lines += [".SH EXAMPLES", *_examples_in_full(page)]
    lines += [".SH SEE ALSO", ",\n".join(map(_reference, manual.related))]
    return "".join(f"{line}\n" for line in lines)


def _section_in_full(section: HelpSection) -> Iterator[str]:
    yield f".SH {_escaped(section.title.upper())}"
    for term in section.terms:
        yield f".TP\n{_marked(term.name, _IN_TERMS)}\n{_marked(term.meaning, _IN_PROSE)}"


def _examples_in_full(page: HelpPage) -> Iterator[str]:
    """Each on a line of its own, however long; what it does stands before it."""
    for index, example in enumerate(page.examples):
        if index:
            yield ".PP"
        if example.meaning:
            yield _marked(example.meaning, _IN_PROSE)
        yield f".RS 4\n.EX\n{_escaped(example.line)}\n.EE\n.RE"


def _reference(command: str) -> str:
    return _bold(man_name(command)) + "(1)"


def _marked(text: str, marked: re.Pattern[str]) -> str:
    """Text for the body of a page: options and commands bold, what is to be filled in in italics."""
    parts = marked.split(text)
    parts[::2] = map(_escaped, parts[::2])
    parts[1::2] = [
        rf"\fI{_escaped(each)}\fR" if each.isupper() else _bold(each) for each in parts[1::2]
    ]
    line = "".join(parts)
    # A line that begins with a dot would be a request.
    return rf"\&{line}" if line.startswith(".") else line


def _bold(text: str) -> str:
    return rf"\fB{_escaped(text)}\fR"


def _escaped(text: str) -> str:
    """Text that stands for itself: as typed, and without letters that not every roff reads."""
    escaped = text.translate(_ESCAPES)
    return "".join(each if each.isascii() else rf"\[u{ord(each):04X}]" for each in escaped)
