"""One countdown large."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from msgspec import Struct
from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from premierectl.catalogue.model import Season, Show
from premierectl.countdown import Countdown
from premierectl.dates import PartialDate, day_words
from premierectl.render.digits import large
from premierectl.render.facts import moment_lines, moved_words, release_words
from premierectl.render.tables import nearness, when_words
from premierectl.render.text import paragraphs, safe
from premierectl.schedule import releases

_WIDEST: Final = 76
_FOLLOWING: Final = 4
_AROUND_A_TITLE: Final = 6


class Wait(Struct, frozen=True):
    """How far along a wait is: since a day on which something happened, to the premiere."""

    since: date
    what: str
    until: PartialDate


def countdown_panel(
    item: Countdown,
    following: Sequence[Countdown],
    width: int,
    *,
    signs: bool,
    usually: datetime | None = None,
    ticking: bool = False,
) -> RenderableType:
    """The wait large, the moment written out, the network, the wait as a bar, the synopsis.

    ``following`` are the show's later releases, ``usually`` is when the network releases; without
    ``signs`` nothing is drawn with blocks; ``ticking`` shows seconds where the wait is of hours.
    """
    style = nearness(item)
    release = item.release
    inner = min(width, _WIDEST) - 6
    said = [
        *moment_lines(item, usually),
        moved_words(item),
        _facts(release.show, release.season),
        item.progress,
    ]
    lines: list[RenderableType] = [
        *_large(item, style, inner, signs=signs, ticking=ticking),
        Text(safe(item.phrase), style=style),
        *(Text(safe(words)) for words in said if words),
        *_bar(item, inner),
    ]
    synopsis = release.season.synopsis or release.show.synopsis
    if synopsis:
        lines += [Text(), Text(paragraphs(synopsis), style="italic")]
    lines += _following(following)
    for day in _checked(release.season):
        lines += [Text(), Text(f"as known on {day_words(day)}", style="dim")]
    return _framed(f"{safe(release.show.title)}: {safe(release.label)}", lines, min(width, _WIDEST))


def _framed(words: str, lines: Sequence[RenderableType], width: int) -> RenderableType:
    """The lines in a frame under a title; one that the frame would cut stands within it, wrapped."""
    title = Text(words, style="bold")
    fits = title.cell_len <= width - _AROUND_A_TITLE
    return Panel(
        Group(*(lines if fits else [title, Text(), *lines])),
        title=title if fits else None,
        title_align="left",
        box=ROUNDED,
        padding=(1, 2),
        width=width,
    )


def _following(later: Sequence[Countdown]) -> list[RenderableType]:
    """The releases that come next, the first few of them."""
    lines: list[RenderableType] = [
        Text(f"then {safe(item.release.label)}: {safe(_with_day(item))}")
        for item in later[:_FOLLOWING]
    ]
    more = len(later) - len(lines)
    if more:
        show = later[0].release.show.id
        lines.append(Text(f"and {more} more, see: premierectl show {show} --episodes"))
    return [Text(), *lines] if lines else []


def _with_day(item: Countdown) -> str:
    day = f", {when_words(item)}" if item.date and item.date.is_day else ""
    return f"{item.phrase}{day}"


def _large(
    item: Countdown, style: str, width: int, *, signs: bool, ticking: bool
) -> list[RenderableType]:
    number = _clock(item.left, seconds=ticking) if item.left and item.is_close else item.span
    if item.state == "today" and not item.is_close:
        return []
    rows = large(number) if number and signs else []
    if not rows or len(rows[0]) > width:
        return []
    return [*(Text(row, style=style, no_wrap=True) for row in rows), Text()]


def _clock(left: timedelta, *, seconds: bool) -> str:
    """Hours and minutes, ``31:05``; with seconds, ``31:05:09``."""
    rest = int(left.total_seconds())
    clock = f"{rest // 3600}:{rest // 60 % 60:02}"
    return f"{clock}:{rest % 60:02}" if seconds else clock


def _checked(season: Season) -> list[date]:
    """The last day on which somebody checked what is said of the season, if one is given."""
    days = [source.checked for source in season.sources if source.checked]
    return [max(days)] if days else []


def _facts(show: Show, season: Season) -> str:
    return " · ".join(
        safe(word) for word in (show.network_of(season), release_words(season)) if word
    )


def _bar(item: Countdown, width: int) -> list[RenderableType]:
    wait = _wait(item)
    if wait is None or item.state not in ("upcoming", "airing") or wait.since > item.today:
        return []
    gone = (item.today - wait.since).days
    shortest, longest = (
        (wait.until.earliest - wait.since).days,
        (wait.until.latest - wait.since).days,
    )
    length = max(10, min(40, width))
    filled = min(length, length * gone // max(longest, 1))
    bar = Text.assemble(("█" * filled, nearness(item)), ("░" * (length - filled), "dim"))
    whole = str(longest) if shortest == longest else f"{max(shortest, gone)}–{longest}"
    return [Text(), bar, Text(f"day {gone} of {whole} since {wait.what}", style="dim")]


def _wait(item: Countdown) -> Wait | None:
    """From the announcement of a premiere, else from what came out before, to the release."""
    release, known = item.release, item.date
    if known is None:
        return None
    announced = release.season.announced
    if announced and announced.is_day and release.kind == "premiere":
        return Wait(announced.latest, "it was announced", known)
    # What came before is made where this one is made, and is seen with the same shift of days.
    shift = known.earliest - release.date.earliest if release.date else timedelta()
    before = [
        (other.date.latest + shift, other.label)
        for season in release.show.seasons
        for other in releases(release.show, season)
        if other.date and other.date.is_day and other.date.latest + shift < known.earliest
    ]
    if not before:
        return None
    day, label = max(before)
    return Wait(day, f"{safe(label)} came out", known)
