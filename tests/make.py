"""Values for tests, with defaults: name only what the test is about."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.layer import Entry, Head, MemoryLayer
from premierectl.countdown import Countdown, countdown
from premierectl.model import Network, Season, Show, read_value
from premierectl.moment import Moment, moment_at
from premierectl.release import Release
from premierectl.schedule import premiere
from premierectl.upcoming.outlook import Row


def show(**fields: Any) -> Show:
    """A show; ``seasons`` are plain dicts as in a catalogue file."""
    written = {"id": "aurora", "title": "Aurora", **fields}
    return msgspec.convert(written, Show, dec_hook=read_value)


def season(**fields: Any) -> Season:
    """A season, number 1 unless said otherwise."""
    return show(seasons=[{"number": 1, **fields}]).seasons[0]


def release(date: str | None = None, **fields: Any) -> Release:
    """The premiere of season 1, on the date written."""
    aurora = show(seasons=[{"number": 1, "premiere": date, **fields}])
    return premiere(aurora, aurora.seasons[0])


def moment(when: str = "2026-11-23", zone: str = "UTC") -> Moment:
    """The first moment of a day, or a date-time, in a zone."""
    return moment_at(when, ZoneInfo(zone), zone)


def counted(premiere: str | None, today: str = "2026-11-23", **fields: Any) -> Countdown:
    """The countdown of a season with this premiere, seen on this day."""
    return countdown(release(premiere, **fields), moment(today))


def row(item: Countdown, network: Network | None = None) -> Row:
    """The row of a countdown."""
    return Row(item, item.release.show.title, ("bundled",), followed=False, network=network)


def layer(name: str, *shows: Mapping[str, Any]) -> MemoryLayer:
    """A layer of these entries, as if read from the file ``NAME.json``."""
    entries = (
        Entry(msgspec.convert(entry, Head), msgspec.Raw(msgspec.json.encode(entry)), index)
        for index, entry in enumerate(shows)
    )
    return MemoryLayer(name, f"{name}.json", tuple(entries))


def catalogue(*shows: Mapping[str, Any]) -> Catalogue:
    """A catalogue of one layer."""
    return Catalogue([layer("bundled", *shows)])
