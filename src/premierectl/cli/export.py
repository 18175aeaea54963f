"""``export``: release dates as files for other programs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from premierectl.cli import options
from premierectl.cli.calendar_export import EventOptions, entries_of, published_text
from premierectl.cli.command import command, family
from premierectl.cli.exported import Exported, ExportScope, find_exported, how_many
from premierectl.cli.saying import say
from premierectl.cli.session import Session, Viewpoint
from premierectl.cli.streams import use_utf_8
from premierectl.cli.vdir_export import write_vdir
from premierectl.errors import NothingError, UsageError
from premierectl.reminders import Reminded
from premierectl.storage.output_file import write_output
from premierectl.upcoming.outlook import Row

export_app = family("Write release dates to files: a calendar, JSON or CSV.")


class ExportOptions(ExportScope, frozen=True, kw_only=True):
    """Of which shows the dates are wanted, and in which file."""

    file: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write this file, not to stdout."),
    ] = None


@command(export_app, "ics")
def ics(
    wanted: ExportOptions, which: options.FilterOptions, view: Viewpoint, events: EventOptions
) -> None:
    """Write a calendar to import or subscribe to (iCalendar)."""
    alarms = events.before
    found = find_exported(wanted, which.filters, view)
    entries = entries_of(found, events)
    if not entries:
        raise NothingError(found.why_nothing)
    text = published_text(found, entries, alarms)
    _write_file(found.session, wanted.file, text, how_many(len(entries), "event"))


@command(export_app, "vdir")
def vdir(
    folder: Annotated[
        str, typer.Argument(metavar="DIR", help="The folder; it is made where it is missing.")
    ],
    wanted: ExportScope,
    which: options.FilterOptions,
    view: Viewpoint,
    events: EventOptions,
) -> None:
    """Write one event a file into a folder, for khal and vdirsyncer.

    What changed changes its file, what is not exported any more loses it, and all else is not
    touched, least of all what somebody else wrote there.
    """
    if not folder:  # as a path it would be the folder one is in
        raise UsageError("DIR is empty; name a folder")
    alarms = events.before
    found = find_exported(wanted, which.filters, view)
    entries = entries_of(found, events)
    write_vdir(found, Path(folder), entries, alarms)
    if not entries:
        raise NothingError(found.why_nothing)


@command(export_app, "json")
def json(wanted: ExportOptions, which: options.FilterOptions, view: Viewpoint) -> None:
    """Write one JSON document, as `countdown --json` prints it."""
    from premierectl.render.documents import document  # noqa: PLC0415 - only here

    found = find_exported(wanted, which.filters, view)
    listed = _at_least_one(found)
    outlook = found.outlook
    beside = Reminded(tuple(found.reminders))
    text = document("export json", outlook.moment, outlook.catalogue.as_of, listed, beside)
    _write_file(found.session, wanted.file, text, how_many(len(listed), "release"))


@command(export_app, "csv")
def csv(wanted: ExportOptions, which: options.FilterOptions, view: Viewpoint) -> None:
    """Write a table for spreadsheets (comma-separated values)."""
    from premierectl.render.delimited import countdown_csv  # noqa: PLC0415 - only here

    found = find_exported(wanted, which.filters, view)
    listed = _at_least_one(found)
    _write_file(found.session, wanted.file, countdown_csv(listed), how_many(len(listed), "release"))


def _at_least_one(found: Exported) -> list[Row]:
    """The rows; an empty file would say nothing, so none is written."""
    if not found.rows:
        raise NothingError(found.why_nothing)
    return found.rows


def _write_file(session: Session, path: Path | None, text: str, count: str) -> None:
    """Write to the file, whole or not at all, or to stdout; UTF-8 with the text's own line ends."""
    if path is None or str(path) == "-":
        use_utf_8(sys.stdout)
        session.out.write(text)
        return
    write_output(path, text.encode())
    say(f"{count} written to {path}")
