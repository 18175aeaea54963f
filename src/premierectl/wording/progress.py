"""How far a season is."""

from collections.abc import Iterable

from premierectl.countdown import AHEAD, Countdown
from premierectl.model import Season


def season_progress(season: Season, counted: Iterable[Countdown]) -> str:
    """How far a season is of which these are the releases: ``4 of 8 are out``.

    Empty where nothing of it is out, or nothing is to come.
    """
    items = list(counted)
    out = [item.release for item in items if item.state == "out"]
    if not out or all(item.state not in AHEAD for item in items):
        return ""
    last = max((release.episodes[1] for release in out if release.episodes), default=0)
    if last:
        total = f" of {season.episodes}" if season.episodes else f" episode{'s' * (last > 1)}"
        return f"{last}{total} {'is' if last == 1 else 'are'} out"
    parts = [release.part for release in out if release.part]
    return f"{season.parts[max(parts) - 1].label} is out" if parts else ""
