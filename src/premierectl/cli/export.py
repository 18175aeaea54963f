"""``export``: release dates as files for other programs."""

import re
import sys
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Final

import typer
from msgspec import Struct
from msgspec.structs import replace

from premierectl.agenda import every_release, next_releases
from premierectl.cli import options
from premierectl.cli.command import command, family
from premierectl.cli.notices import say
from premierectl.cli.scope import refuse_empty_watchlist, scope, with_names
from premierectl.cli.session import Session, View
from premierectl.cli.streams import use_utf_8
from premierectl.errors import NothingError, UsageError
from premierectl.reminders import Reminded, ReminderNow
from premierectl.storage.output_file import write_output
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.nothing import why_nothing
from premierectl.upcoming.outlook import Outlook, Row, ahead
from premierectl.upcoming.with_reminders import reminders_to_come
from premierectl.watchlist import Reminder

export_app = family("Write release dates to a file: a calendar, JSON or CSV.")

_UNITS: Final = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class ExportOptions(Struct, frozen=True, kw_only=True):
    """Of which shows the dates are wanted, and in which file."""

    shows: options.Shows = None
    everything: options.All = False
    past: Annotated[bool, typer.Option("--past", help="Also what is out already.")] = False
    file: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write this file, not to stdout."),
    ] = None


class Found(Struct, frozen=True):
    """What an export works with."""

    session: Session
    outlook: Outlook
    rows: list[Row]
    reminders: list[ReminderNow]
    why_nothing: str


Vague = Annotated[
    bool,
    typer.Option(
        "--include-vague",
        help="Write what is known to the month or season as a tentative event over all of it.",
    ),
]
Alarms = Annotated[
    list[str] | None,
    typer.Option(
        "--alarm", metavar="TIME", help="Remind so long before: 30m, 2h, 1d or 1w. Repeatable."
    ),
]


@command(export_app, "ics")
def ics(
    wanted: ExportOptions,
    which: options.FilterOptions,
    view: View,
    vague: Vague = False,
    alarm: Alarms = None,
) -> None:
    """Write a calendar to import or subscribe to (iCalendar)."""
    before = list(dict.fromkeys(_before(words) for words in alarm or ()))
    found = _find("ics", wanted, which.filters, view)
    entries: list[Row | Reminder] = [row for row in found.rows if _is_dated(row, vague=vague)]
    entries += [each.reminder for each in found.reminders if vague or each.date.is_day]
    _say_left_out(found.rows, vague=vague)
    _say_reminders_left_out([each for each in found.reminders if not (vague or each.date.is_day)])
    if not entries:
        raise NothingError(found.why_nothing)
    text = _published(found, entries, before)
    _write_file(found.session, wanted.file, text, _how_many(len(entries), "event"))


@command(export_app, "json")
def json(wanted: ExportOptions, which: options.FilterOptions, view: View) -> None:
    """Write one JSON document, as `countdown --json` prints it."""
    from premierectl.render.documents import document  # noqa: PLC0415 - only here

    found = _find("json", wanted, which.filters, view)
    listed = _at_least_one(found)
    outlook = found.outlook
    beside = Reminded(tuple(found.reminders))
    text = document("export json", outlook.moment, outlook.catalogue.as_of, listed, beside)
    _write_file(found.session, wanted.file, text, _how_many(len(listed), "release"))


@command(export_app, "csv")
def csv(wanted: ExportOptions, which: options.FilterOptions, view: View) -> None:
    """Write a table for spreadsheets (comma-separated values)."""
    from premierectl.render.delimited import countdown_csv  # noqa: PLC0415 - only here

    found = _find("csv", wanted, which.filters, view)
    listed = _at_least_one(found)
    _write_file(
        found.session, wanted.file, countdown_csv(listed), _how_many(len(listed), "release")
    )


def _find(name: str, wanted: ExportOptions, filters: Filters, view: View) -> Found:
    if view.has_form:
        raise UsageError(f"export {name} has one form; leave --json, --tsv and --plain out")
    session = view.open()
    outlook = session.outlook(named=bool(wanted.shows) or wanted.everything, tag=filters.tag)
    everything = wanted.everything and filters.tag is None
    of_watchlist = not (wanted.shows or everything)
    if of_watchlist:
        refuse_empty_watchlist(outlook, verb="export")
    chosen = scope(outlook, wanted.shows or (), everything=everything)
    filters = with_names(filters, outlook, chosen)
    agenda = every_release if wanted.past else next_releases(None, premieres=filters.premieres)
    listed = outlook.rows(chosen, agenda)
    kept = _all_time(listed, filters) if wanted.past else ahead(listed, filters)
    reminders = reminders_to_come(outlook, filters, past=wanted.past) if of_watchlist else []
    return Found(session, outlook, kept, reminders, why_nothing(listed, filters, chosen))


def _all_time(listed: Iterable[Row], filters: Filters) -> list[Row]:
    """What is out and what is to come, as the filters want it; what was cancelled is neither."""
    out = replace(filters, within=None)
    known = (row for row in listed if row.item.state != "cancelled")
    return [row for row in known if row.passes(out if row.item.state == "out" else filters)]


def _at_least_one(found: Found) -> list[Row]:
    """The rows; an empty file would say nothing, so none is written."""
    if not found.rows:
        raise NothingError(found.why_nothing)
    return found.rows


def _is_dated(row: Row, *, vague: bool) -> bool:
    known = row.item.release.date
    return known is not None and (vague or known.is_day)


def _say_left_out(listed: Sequence[Row], *, vague: bool) -> None:
    out = [row.item.release for row in listed if not _is_dated(row, vague=vague)]
    if not out:
        return
    left = f"{'is' if len(out) == 1 else 'are'} left out"
    if any(release.date for release in out):
        say(
            f"{_how_many(len(out), 'release')} without an exact day {left}; "
            "--include-vague writes those that are known less exactly"
        )
    else:
        say(f"{_how_many(len(out), 'release')} without a date {left}")


def _say_reminders_left_out(vague: Sequence[ReminderNow]) -> None:
    if vague:
        left = f"{'is' if len(vague) == 1 else 'are'} left out"
        say(
            f"{_how_many(len(vague), 'reminder')} without an exact day {left}; "
            "--include-vague writes every one"
        )


def _published(found: Found, entries: Sequence[Row | Reminder], alarms: Sequence[timedelta]) -> str:
    """The calendar's text; what it tells of each event is remembered, to tell the next change."""
    from premierectl.render.ical import Published, Told, published  # noqa: PLC0415 - loads icalendar

    world, as_of = found.session.world, found.outlook.catalogue.as_of
    made: list[Published] = []

    def decide(before: dict[str, Told] | None) -> dict[str, Told]:
        told = before or {}
        made.append(published(entries, told, world.instant_told, as_of, alarms))
        return {**told, **made[-1].told}

    world.remembered(world.paths.told, dict[str, Told], decide)
    return made[-1].text


def _before(words: str) -> timedelta:
    """How long before an event one is reminded."""
    match = re.fullmatch("([1-9][0-9]{0,3})([mhdw])", words)
    if match is None:
        raise UsageError(
            f"--alarm {words!r} is not a time before an event; write 30m, 2h, 1d or 1w"
        )
    return timedelta(**{_UNITS[match[2]]: int(match[1])})


def _write_file(session: Session, path: Path | None, text: str, count: str) -> None:
    """Write to the file, whole or not at all, or to stdout; UTF-8 with the text's own line ends."""
    if path is None or str(path) == "-":
        use_utf_8(sys.stdout)
        session.out.write(text)
        return
    write_output(path, text.encode())
    say(f"{count} written to {path}")


def _how_many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
