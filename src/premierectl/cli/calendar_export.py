"""The events of an export: what becomes one, and what calendars are told of each."""

import re
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Final

import typer
from msgspec import Struct

from premierectl.cli.exported import Exported, how_many
from premierectl.cli.saying import say
from premierectl.errors import UsageError
from premierectl.reminders import ReminderNow
from premierectl.upcoming.outlook import Row
from premierectl.watchlist import Reminder

_UNITS: Final = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}

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


class EventOptions(Struct, frozen=True, kw_only=True):
    """Which of what is found becomes an event, and when one is reminded of it."""

    vague: Vague = False
    alarm: Alarms = None

    @property
    def before(self) -> list[timedelta]:
        """How long before each event one is reminded. Raises :class:`UsageError`."""
        return list(dict.fromkeys(map(_before, self.alarm or ())))


def entries_of(found: Exported, wanted: EventOptions) -> list[Row | Reminder]:
    """What becomes an event; what is left out of it is said."""
    vague = wanted.vague
    entries: list[Row | Reminder] = [row for row in found.rows if _is_dated(row, vague=vague)]
    entries += [each.reminder for each in found.reminders if vague or each.date.is_day]
    _say_left_out(found.rows, vague=vague)
    _say_reminders_left_out([each for each in found.reminders if not (vague or each.date.is_day)])
    return entries


def published_text(
    found: Exported, entries: Sequence[Row | Reminder], alarms: Sequence[timedelta]
) -> str:
    """The calendar's text; what it tells of each event is remembered, to tell the next change."""
    from premierectl.render.event_text import Told  # noqa: PLC0415 - loads icalendar
    from premierectl.render.ical import Published, published  # noqa: PLC0415 - as above

    world, as_of = found.session.world, found.outlook.catalogue.as_of
    made: list[Published] = []

    def decide(before: dict[str, Told] | None) -> dict[str, Told]:
        told = before or {}
        made.append(published(entries, told, world.instant_told, as_of, alarms))
        return {**told, **made[-1].told}

    world.remembered(world.paths.told, dict[str, Told], decide)
    return made[-1].text


def vdir_items(
    found: Exported, entries: Sequence[Row | Reminder], alarms: Sequence[timedelta], memory: Path
) -> dict[str, str]:
    """A calendar of each event alone, by UID; ``memory`` is what this folder was told.

    What is right in the folder stays, whatever other calendars were told of it meanwhile: another
    choice of shows tells namesakes apart that stand alone here.
    """
    from premierectl.render.event_text import EventText, Told, event_texts  # noqa: PLC0415 - loads icalendar
    from premierectl.render.ical import calendars_of_one  # noqa: PLC0415 - as above

    world, as_of = found.session.world, found.outlook.catalogue.as_of
    made: list[EventText] = []

    def decide_here(before: dict[str, Told] | None) -> dict[str, Told]:
        here = before or {}

        def decide(everywhere: dict[str, Told] | None) -> dict[str, Told]:
            told = everywhere or {}
            made.extend(event_texts(entries, (here, told), world.instant_told, as_of, alarms))
            new = {each.uid: each.told for each in made if here.get(each.uid) != each.told}
            return {**told, **new}

        world.remembered(world.paths.told, dict[str, Told], decide)
        return {**here, **{each.uid: each.told for each in made}}

    world.remembered(memory, dict[str, Told], decide_here)
    return calendars_of_one(made)


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
            f"{how_many(len(out), 'release')} without an exact day {left}; "
            "--include-vague writes those that are known less exactly"
        )
    else:
        say(f"{how_many(len(out), 'release')} without a date {left}")


def _say_reminders_left_out(vague: Sequence[ReminderNow]) -> None:
    if vague:
        left = f"{'is' if len(vague) == 1 else 'are'} left out"
        say(
            f"{how_many(len(vague), 'reminder')} without an exact day {left}; "
            "--include-vague writes every one"
        )


def _before(words: str) -> timedelta:
    """How long before an event one is reminded."""
    match = re.fullmatch("([1-9][0-9]{0,3})([mhdw])", words)
    if match is None:
        raise UsageError(
            f"--alarm {words!r} is not a time before an event; write 30m, 2h, 1d or 1w"
        )
    return timedelta(**{_UNITS[match[2]]: int(match[1])})
