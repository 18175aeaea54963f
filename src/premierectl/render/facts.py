"""What is known of a show, a season and a release, as names and values, and in words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from premierectl.countdown import AHEAD, Countdown, viewer_date
from premierectl.dates import PartialDate, day_words
from premierectl.model import Network, Season, Show, Source
from premierectl.release import Release
from premierectl.render.fields import link_of
from premierectl.render.safe_text import safe
from premierectl.selector import Piece, selector_text
from premierectl.upcoming.one_show import SeasonNow, ShowNow
from premierectl.wording.following import muted_words
from premierectl.wording.moments import date_said, moment_lines
from premierectl.wording.waits import phrase

if TYPE_CHECKING:
    from premierectl.catalogue.provenance import StatedField


def _network_facts(network: Network | None) -> list[tuple[str, str]]:
    """What is known of a show's network: when it usually releases, in its own zone."""
    if network is None or network.usual_time is None:
        return []
    return [("usual release", f"{network.usual_time} {network.timezone or ''}".strip())]


def _own_facts(now: ShowNow) -> list[tuple[str, str]]:
    """What the user keeps with a followed show."""
    facts = [
        ("your note", now.note or ""),
        ("your tags", ", ".join(now.tags)),
        ("muted", muted_words(now.muted)),
    ]
    return [(name, value) for name, value in facts if value]


def _show_facts(show: Show, layers: Sequence[str], *, followed: bool) -> list[tuple[str, str]]:
    """What is known of a show, as names and values; what is not known is not listed."""
    numbers = {key: getattr(show.ids, key) for key in show.ids.__struct_fields__}
    facts = [
        ("id", show.id),
        ("also called", ", ".join(show.aliases)),
        ("network", show.network or ""),
        ("status", show.status or ""),
        ("episode length", f"{show.runtime} minutes" if show.runtime else ""),
        ("year", str(show.year or "")),
        ("country", show.country or ""),
        ("language", show.language or ""),
        ("genres", ", ".join(show.genres)),
        ("created by", ", ".join(show.creators)),
        ("based on", show.based_on or ""),
        (
            "cast",
            f"{_people(len(show.cast))} of the whole show, see: premierectl cast {show.id}"
            if show.cast
            else "",
        ),
        ("link", link_of(show) or show.url or ""),
        (
            "ids",
            ", ".join(f"{key} {number}" for key, number in numbers.items() if number is not None),
        ),
        ("followed", "yes" if followed else "no"),
        ("from", " and ".join(layers) + " catalogue"),
    ]
    return [(name, value) for name, value in facts if value]


def show_lines(now: ShowNow) -> Iterator[tuple[str, str | None, object]]:
    """What is known of a show, as names and values, the label of its season between the two."""
    show = now.show
    yield "title", None, show.title
    yield from ((name, None, value) for name, value in facts_of(now))
    yield from _texts(None, show, show.sources)
    for season in now.seasons:
        yield from _season_fields(season)


def facts_of(now: ShowNow) -> list[tuple[str, str]]:
    """What is known of a show and of its network, as names and values."""
    shown = _show_facts(now.show, now.layers, followed=now.followed)
    return [*shown, *_network_facts(now.network), *_own_facts(now)]


def season_facts(now: SeasonNow) -> list[tuple[str, str]]:
    """What is known of a season, as names and values; its dates are the viewer's."""
    season, coming = now.season, now.coming
    facts = [
        ("so far", now.first.progress),
        ("next", f"{titled(coming.release)}, {phrase(coming)}" if coming else ""),
        ("last", _last_words(now)),
        ("when", _when(coming or now.first, now.usually)),
        ("release", release_words(season)),
        ("finale", date_said(_finale_date(now))),
        ("parts", "; ".join(_part_words(item) for item in now.every if item.release.part)),
        ("time", f"{season.time} {season.timezone or ''}".strip() if season.time else ""),
        ("announced", date_said(season.announced)),
        ("network", season.network or ""),
        ("episode length", f"{season.runtime} minutes" if season.runtime else ""),
        ("status", season.status or ""),
        (
            "cast",
            f"{_people(len(season.cast))}, see: premierectl cast {_season_address(now)}"
            if season.cast
            else "",
        ),
        (
            "moved",
            "; ".join(
                f"from {_moved_date(change.before, now)} to {_moved_date(change.after, now)}, "
                f"seen {change.when}"
                for change in season.history
            ),
        ),
    ]
    return [(name, value) for name, value in facts if value]


def moves_said(now: SeasonNow) -> str:
    """Every move of the premiere that was seen, its dates the viewer's."""
    return "; ".join(
        f"from {date_said(_seen_date(change.before, now)) or 'no date'} "
        f"to {date_said(_seen_date(change.after, now)) or 'no date'}, "
        f"seen on {day_words(change.when)}"
        for change in now.season.history
    )


def _when(item: Countdown, usually: datetime | None) -> str:
    """When the next release comes: for one that is not the premiere, or known beyond its day."""
    ahead = item.state in AHEAD and (item.local or usually or item.release.kind != "premiere")
    return "; ".join(moment_lines(item, usually)) if ahead else ""


def _last_words(now: SeasonNow) -> str:
    """What came last, where neither the premiere nor anything to come is known."""
    if now.premiere or now.coming:
        return ""
    return f"{now.first.release.noun}, {phrase(now.first)}"


def _season_address(now: SeasonNow) -> str:
    return selector_text(now.first.release.show.id, Piece(now.season.key))


def titled(release: Release) -> str:
    """The label with the titles of the episodes: ``S6 E4 “The Ice”``."""
    title = release.episode_title
    return f"{release.label} “{title}”" if title else release.label


def value_words(value: object) -> str:
    """A value of a catalogue file: a text as it is, everything else as JSON."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def overruled_words(stated: "StatedField") -> str:
    """What the layers below say of a field instead: ``bundled said 2027-01``."""
    return "; ".join(f"{said.layer} said {value_words(said.value)}" for said in stated.overruled)


def source_words(source: Source) -> str:
    """A source on one line: its title, its link, the day it was checked; empty where it says none."""
    said = [source.credit] if source.credit else [source.title, source.url]
    words = [safe(word) for word in said if word]
    if source.checked:
        words.append(f"checked on {day_words(source.checked)}")
    line = ", ".join(words)
    return line if source.credit else f"source: {line}" if line else ""


def release_words(season: Season) -> str:
    """How a season comes out: ``weekly (2 on the first day), 10 episodes``."""
    count = (
        f"{season.episodes} episode{'' if season.episodes == 1 else 's'}" if season.episodes else ""
    )
    first = f" ({season.first_day} on the first day)" if season.first_day else ""
    plan = {"parts": "in parts"}.get(season.release or "", season.release or "") + first
    return ", ".join(word for word in (plan, count) if word)


def _finale_date(now: SeasonNow) -> PartialDate | None:
    """The announced finale on the viewer's day."""
    announced = now.season.finale
    same = (item.date for item in now.every if item.release.date == announced)
    return next(same, None) or viewer_date(announced, now.first.release, now.first.moment)


def _part_words(item: Countdown) -> str:
    part = item.release.season.parts[(item.release.part or 1) - 1]
    count = (
        f" ({part.episodes} episode{'' if part.episodes == 1 else 's'})" if part.episodes else ""
    )
    return f"{part.label}, {date_said(item.date) or 'no date yet'}{count}"


def _moved_date(known: PartialDate | None, now: SeasonNow) -> str:
    return str(_seen_date(known, now) or "no date")


def _seen_date(known: PartialDate | None, now: SeasonNow) -> PartialDate | None:
    return viewer_date(known, now.first.release, now.first.moment)


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _season_fields(now: SeasonNow) -> Iterator[tuple[str, str | None, object]]:
    season = now.season
    if season.number is not None and season.name:
        yield "name", season.label, season.name
    if now.premiere:
        yield "date", season.label, now.premiere.date
        yield "countdown", season.label, phrase(now.premiere)
    if now.coming:
        yield "next date", season.label, now.coming.date
    yield from ((name, season.label, value) for name, value in season_facts(now))
    yield from _texts(season.label, season, season.sources)


def _texts(
    label: str | None, said: Show | Season, sources: Iterable[Source]
) -> Iterator[tuple[str, str | None, object]]:
    for name in ("synopsis", "note"):
        if text := getattr(said, name):
            yield name, label, text
    for words in filter(None, map(source_words, sources)):
        yield "source", label, words.removeprefix("source: ")
