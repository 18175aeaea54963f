"""One show large: its countdown as a panel, and all that is known of it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta
from msgspec import Struct
from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from premierectl.catalogue.model import Season, Show
from premierectl.countdown import Countdown
from premierectl.dates import PartialDate, day_words
from premierectl.render.facts import release_words, season_facts, source_words
from premierectl.render.tables import date_words, nearness
from premierectl.render.text import paragraphs, safe

_DIGITS: Final = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    "-": ("   ", "▀▀▀", "   "),
}
_WEEKDAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_WIDEST: Final = 76


class Wait(Struct, frozen=True):
    """How far along a wait is: since a day on which something happened, to the premiere."""

    since: date
    what: str
    until: PartialDate


def countdown_panel(
    item: Countdown, following: Sequence[Countdown], width: int, *, signs: bool
) -> RenderableType:
    """The number large, the date written out, the network, the wait as a bar, the synopsis.

    ``following`` are the show's later countdowns; without ``signs`` nothing is drawn with blocks.
    """
    style = nearness(item)
    release = item.release
    inner = min(width, _WIDEST) - 6
    lines: list[RenderableType] = [
        *_large(item, style, signs=signs),
        Text(safe(item.phrase), style=style),
        *(
            Text(words)
            for words in (_date_line(item), _facts(release.show, release.season))
            if words
        ),
        *_bar(item, inner),
    ]
    synopsis = release.season.synopsis or release.show.synopsis
    if synopsis:
        lines += [Text(), Text(paragraphs(synopsis), style="italic")]
    if following:
        lines.append(Text())
    for later in following:
        lines.append(Text(f"then {safe(later.release.season.label)}: {safe(later.phrase)}"))
    for day in _checked(release.season):
        lines += [Text(), Text(f"as known on {day_words(day)}", style="dim")]
    title = Text(f"{safe(release.show.title)}: {safe(release.season.label)}", style="bold")
    return Panel(
        Group(*lines),
        title=title,
        title_align="left",
        box=ROUNDED,
        padding=(1, 2),
        width=min(width, _WIDEST),
    )


def show_page(
    show: Show, facts: Sequence[tuple[str, str]], counted: Sequence[Countdown]
) -> RenderableType:
    """All that is known of a show, with links and sources."""
    lines: list[RenderableType] = [Text(safe(show.title), style="bold")]
    lines += [Text(f"{name}: {safe(value)}") for name, value in facts]
    for text in (show.synopsis, show.note):
        if text:
            lines += [Text(), Text(paragraphs(text))]
    for item in counted:
        lines += [Text(), *_season_lines(item)]
    sources = [words for words in map(source_words, show.sources) if words]
    if sources:
        lines.append(Text())
    lines += [Text(words, style="dim") for words in sources]
    return Group(*lines)


def _season_lines(item: Countdown) -> list[RenderableType]:
    season = item.release.season
    heading = Text.assemble(
        (safe(season.label.capitalize()), "bold"),
        f"  {date_words(item.release.date)}  ",
        (safe(item.brief), nearness(item)),
    )
    lines: list[RenderableType] = [heading]
    below = [Text(f"{name}: {safe(value)}") for name, value in season_facts(item)]
    below += [Text(paragraphs(text)) for text in (season.synopsis, season.note) if text]
    below += [Text(words, style="dim") for words in map(source_words, season.sources) if words]
    return [*lines, *(Padding(line, (0, 0, 0, 2)) for line in below)]


def _large(item: Countdown, style: str, *, signs: bool) -> list[RenderableType]:
    if not item.span or not signs or item.state == "today":
        return []
    rows = [" ".join(_DIGITS[char][line] for char in item.span) for line in range(3)]
    return [*(Text(row, style=style, no_wrap=True, overflow="crop") for row in rows), Text()]


def _date_line(item: Countdown) -> str:
    known = item.release.date
    if known is None:
        return ""
    words = f"{_WEEKDAYS[known.earliest.weekday()]}, {known.words}" if known.is_day else known.words
    doubt = "" if known.confirmed else ", unconfirmed"
    return f"{words}{doubt}{_apart(item)}"


def _apart(item: Countdown) -> str:
    """The wait in months and days where it is long, as people say it."""
    if item.days is None or item.days < 60:  # noqa: PLR2004 - below two months, days say it better
        return ""
    gap = relativedelta(item.today + timedelta(days=item.days), item.today)
    parts = [(gap.years, "year"), (gap.months, "month"), (gap.days, "day")]
    words = [f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n]
    return ", in " + " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


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
    if wait is None or item.state != "upcoming" or wait.since > item.today:
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
    """From the announcement, else from the season before, to the premiere."""
    release = item.release
    known = release.date
    if known is None:
        return None
    announced = release.season.announced
    if announced and announced.is_day:
        return Wait(announced.latest, "it was announced", known)
    before = [
        (season.premiere.latest, season.label)
        for season in release.show.seasons
        if season.premiere and season.premiere.is_day and season.premiere.latest < known.earliest
    ]
    if not before:
        return None
    day, label = max(before)
    return Wait(day, f"{safe(label)} came out", known)
