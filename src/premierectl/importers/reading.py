"""Reading what a user gives: a file, a folder, a zip or standard input, to the rows in it."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from msgspec.structs import replace

from premierectl.errors import BadFileError, FileAccessError, UsageError
from premierectl.importers.archive import folder_members, is_zip, zip_members
from premierectl.importers.content import (
    Content,
    content_of,
    given_content,
    too_large,
    unpacked,
)
from premierectl.importers.document import FileFormat, PlainText, Table
from premierectl.importers.formats import FORMATS
from premierectl.importers.recognition import Recognised, UnknownFormatError, recognised
from premierectl.importers.survey import Survey, surveyed
from premierectl.importers.wanted import is_wanted, no_export
from premierectl.moving_in.account import Account
from premierectl.moving_in.row import ImportedRow

_LARGEST_ARCHIVE: Final = 256 * 2**20
# What it takes to read the rows of tables and the lines of texts: some seconds, were all of it used.
_MOST_WORK: Final = 60_000_000
_WORK_OF_A_ROW, _WORK_OF_A_LINE = 20, 100
# Nobody has listed as many shows, and a row takes half a kilobyte.
_MOST_ROWS: Final = 100_000
_MOST_LETTERS: Final = 16 * 2**20
_TOO_LONG: Final = "is longer than any list of shows"


def read_accounts(
    file: str,
    only: str | None = None,
    *,
    stdin: BinaryIO | None = None,
    formats: Sequence[FileFormat] = FORMATS,
) -> list[Account]:
    """What each file holds of a folder or a zip, or the one that is given; nothing is changed.

    ``-`` is standard input, unless a ``stdin`` is given. ``only`` is the word of the one format
    that it may be of. Raises :class:`BadFileError` for what cannot be used,
    :class:`FileAccessError` for what cannot be read, and :class:`UsageError` for a word that no
    format has, and for a file of another format than it says.
    """
    among = [each for each in formats if only in (None, each.word)]
    if not among:
        words = ", ".join(dict.fromkeys(each.word for each in formats))
        raise UsageError(f"--from {only} is not a format; there are {words}")
    try:
        return list(_accounts(file, stdin, among))
    except UnknownFormatError as error:
        if only is None:
            raise
        raise UsageError(f"--from {only} does not fit: {error.message}") from error


def _accounts(
    file: str, stdin: BinaryIO | None, formats: Sequence[FileFormat]
) -> Iterator[Account]:
    if file != "-" and os.path.isdir(file):  # noqa: PTH112 - Path's raises where a folder above is closed to us
        yield from _archived(file, folder_members(Path(file)), formats)
        return
    content = content_of(Path(file)) if file != "-" else given_content(stdin or _standard_input())
    if is_zip(content):
        with zip_members(content) as members:
            yield from _archived(content.place, members, formats)
        return
    survey = surveyed(unpacked(content))
    found = recognised(survey, formats)
    _refuse_endless(content.place, _work_of(survey, found))
    yield _account(content, found)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise FileAccessError("standard input is closed")
    return sys.stdin.buffer


def _archived(
    place: str, members: Sequence[Content], formats: Sequence[FileFormat]
) -> Iterator[Account]:
    """What is wanted of an archive, told by name before anything is opened, and then by content."""
    size, work, is_export = 0, 0, False
    for member in members:
        fits = [each for each in formats if is_wanted(member, each)]
        if not fits:
            continue
        survey = surveyed(unpacked(member))
        size += survey.size
        if size > _LARGEST_ARCHIVE:
            raise too_large(place, _LARGEST_ARCHIVE)
        try:
            found = recognised(survey, fits)
        except UnknownFormatError:
            continue
        is_export, work = True, work + _work_of(survey, found)
        _refuse_endless(place, work)
        yield _account(member, found)
    if not is_export:
        raise no_export(place, members, formats)


def _work_of(survey: Survey, found: Recognised) -> int:
    match found.document:
        case Table(columns=columns):
            return survey.lines * (len(columns) + _WORK_OF_A_ROW)
        case PlainText():
            return survey.lines * _WORK_OF_A_LINE
        case _:
            return 0


def _refuse_endless(place: str, work: int) -> None:
    if work > _MOST_WORK:
        raise BadFileError(place, _TOO_LONG)


def _account(content: Content, found: Recognised) -> Account:
    says = found.format.says(found.document)
    rows = tuple(_bounded(_filed_rows(content, found), content.place))
    return Account(found.format.tracker, (content.name,), rows, (says,) if says else ())


def _filed_rows(content: Content, found: Recognised) -> Iterator[ImportedRow]:
    for row in found.format.rows(found.document):
        yield row if row.file else replace(row, file=content.name)
    for line, reason in found.faults:
        yield ImportedRow(file=content.name, line=line, complaint=reason)


def _bounded(rows: Iterable[ImportedRow], place: str) -> Iterator[ImportedRow]:
    letters = 0
    for count, row in enumerate(rows, 1):
        letters += len(row.title or "") + len(row.note or "")
        if count > _MOST_ROWS or letters > _MOST_LETTERS:
            raise BadFileError(place, _TOO_LONG)
        yield row
