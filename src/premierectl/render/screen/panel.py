"""One countdown large."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from premierectl.countdown import Countdown
from premierectl.dates import day_words
from premierectl.model import Season, Show
from premierectl.release import Release
from premierectl.render.facts import release_words
from premierectl.render.safe_text import paragraphs, shown
from premierectl.render.screen.digits import large
from premierectl.render.screen.look import Look
from premierectl.render.screen.tables import nearness, when_words
from premierectl.upcoming.one_show import UpClose, Wait
from premierectl.wording.changes import moved_words
from premierectl.wording.moments import moment_lines
from premierectl.wording.waits import phrase

_WIDEST: Final = 76
_FOLLOWING: Final = 4
_AROUND_A_TITLE: Final = 6


def countdown_panel(close: UpClose, look: Look) -> RenderableType:
    """The wait large, the moment written out, the network, the wait as a bar, the synopsis.

    A look without signs has nothing drawn with blocks; one that is ticking shows seconds where the
    wait is of hours.
    """
    item, style = close.row.item, nearness(close.row.item)
    release = item.release
    inner = min(look.width, _WIDEST) - 6
    said = [
        *moment_lines(item, close.row.usually),
        moved_words(item),
        _names_told(release),
        _facts(release.show, release.season),
        item.progress,
        f"your note: {close.row.note}" if close.row.note else "",
    ]
    lines: list[RenderableType] = [
        *_large(item, style, inner, look),
        Text(shown(phrase(item)), style=style),
        *(Text(shown(words)) for words in said if words),
        *_bar(item, close.wait, inner),
    ]
    synopsis = release.season.synopsis or release.show.synopsis
    if synopsis:
        lines += [Text(), Text(paragraphs(synopsis), style="italic")]
    lines += _following([row.item for row in close.later])
    for day in _checked(release.season):
        lines += [Text(), Text(f"as known on {day_words(day)}", style="dim")]
    words = f"{shown(release.show.title)}: {shown(release.label)}"
    return _framed(words, lines, min(look.width, _WIDEST))


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
        Text(f"then {shown(item.release.label)}: {shown(_with_day(item))}")
        for item in later[:_FOLLOWING]
    ]
    more = len(later) - len(lines)
    if more:
        show = later[0].release.show.id
        lines.append(Text(f"and {more} more, see: premierectl show {show} --episodes"))
    return [Text(), *lines] if lines else []


def _with_day(item: Countdown) -> str:
    day = f", {when_words(item)}" if item.date and item.date.is_day else ""
    return f"{phrase(item)}{day}"


def _large(item: Countdown, style: str, width: int, look: Look) -> list[RenderableType]:
    number = (
        _countdown_clock(item.left, seconds=look.ticking)
        if item.left and item.is_close
        else item.span
    )
    if item.state == "today" and not item.is_close:
        return []
    rows = large(number) if number and look.signs else []
    if not rows or len(rows[0]) > width:
        return []
    return [*(Text(row, style=style, no_wrap=True) for row in rows), Text()]


def _countdown_clock(left: timedelta, *, seconds: bool) -> str:
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
        shown(word) for word in (show.network_of(season), release_words(season)) if word
    )


def _names_told(release: Release) -> str:
    """The name of the season and the titles of its episodes, as far as they are known."""
    season, title = release.season, release.episode_title
    name = season.name if season.number is not None else None
    return " · ".join(word for word in (name, f"“{title}”" if title else "") if word)


def _bar(item: Countdown, wait: Wait | None, width: int) -> list[RenderableType]:
    if wait is None:
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
    return [Text(), bar, Text(f"day {gone} of {whole} since {shown(wait.what)}", style="dim")]
