"""What is known of a show and of a season, as names and values."""

from collections.abc import Sequence

from premierectl.catalogue.model import Network, Season, Show, Source
from premierectl.countdown import Countdown
from premierectl.dates import PartialDate, day_words
from premierectl.render.text import link, safe


def network_facts(network: Network | None) -> list[tuple[str, str]]:
    """What is known of a show's network: when it usually releases, in its own zone."""
    if network is None or network.usual_time is None:
        return []
    return [("usual release", f"{network.usual_time} {network.timezone or ''}".strip())]


def show_facts(show: Show, layers: Sequence[str], *, watched: bool) -> list[tuple[str, str]]:
    """What is known of a show, as names and values; what is not known is not listed."""
    numbers = {key: getattr(show.ids, key) for key in show.ids.__struct_fields__}
    facts = [
        ("id", show.id),
        ("also called", ", ".join(show.aliases)),
        ("network", show.network or ""),
        ("status", show.status or ""),
        ("year", str(show.year or "")),
        ("country", show.country or ""),
        ("language", show.language or ""),
        ("genres", ", ".join(show.genres)),
        ("created by", ", ".join(show.creators)),
        ("based on", show.based_on or ""),
        ("link", link(show.url or "") or show.url or ""),
        (
            "ids",
            ", ".join(f"{key} {number}" for key, number in numbers.items() if number is not None),
        ),
        ("watched", "yes" if watched else "no"),
        ("from", " and ".join(layers) + " catalogue"),
    ]
    return [(name, value) for name, value in facts if value]


def season_facts(item: Countdown) -> list[tuple[str, str]]:
    """What is known of a season, as names and values."""
    season = item.release.season
    facts = [
        ("release", release_words(season)),
        ("finale", _written(season.finale)),
        (
            "parts",
            "; ".join(
                _part_words(label=part.label, known=part.date, episodes=part.episodes)
                for part in season.parts
            ),
        ),
        ("time", f"{season.time} {season.timezone or ''}".strip() if season.time else ""),
        ("announced", _written(season.announced)),
        ("network", season.network or ""),
        ("status", season.status or ""),
        (
            "cast",
            f"{_people(len(season.cast))}, see: premierectl cast {item.release.address}"
            if season.cast
            else "",
        ),
        (
            "moved",
            "; ".join(
                f"from {change.before or 'no date'} to {change.after or 'no date'}, seen {change.when}"
                for change in season.history
            ),
        ),
    ]
    return [(name, value) for name, value in facts if value]


def source_words(source: Source) -> str:
    """A source on one line: its title, its link, the day it was checked; empty where it says none."""
    words = [safe(word) for word in (source.title or "", source.url or "") if word]
    if source.checked:
        words.append(f"checked on {day_words(source.checked)}")
    return f"source: {', '.join(words)}" if words else ""


def release_words(season: Season) -> str:
    """How a season comes out: ``weekly (2 on the first day), 10 episodes``."""
    count = (
        f"{season.episodes} episode{'' if season.episodes == 1 else 's'}" if season.episodes else ""
    )
    first = f" ({season.first_day} on the first day)" if season.first_day else ""
    plan = {"parts": "in parts"}.get(season.release or "", season.release or "") + first
    return ", ".join(word for word in (plan, count) if word)


def _part_words(label: str, known: PartialDate | None, episodes: int | None) -> str:
    count = f" ({episodes} episode{'' if episodes == 1 else 's'})" if episodes else ""
    return f"{label}, {_written(known) or 'no date yet'}{count}"


def _written(known: PartialDate | None) -> str:
    if known is None:
        return ""
    return known.words + ("" if known.confirmed else ", unconfirmed")


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"
