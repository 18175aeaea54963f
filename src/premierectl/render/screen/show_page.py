"""All that is known of a show: what is next, its seasons, its facts, and where they come from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from premierectl.countdown import AHEAD, countdown_order
from premierectl.model import Show, Source
from premierectl.render.facts import facts_of, moves_said, season_facts, source_words
from premierectl.render.safe_text import paragraphs, shown
from premierectl.render.screen.look import Look
from premierectl.render.screen.styles import ASIDE, TITLE, nearness
from premierectl.render.screen.tables import when_words
from premierectl.upcoming.one_show import SeasonNow, ShowNow
from premierectl.upcoming.outlook import Row
from premierectl.wording.changes import moved_words
from premierectl.wording.close_up import capitalized, next_words
from premierectl.wording.waits import season_wait

_UNDER_THE_TITLE: Final = ("network", "year", "country", "genres", "status")
_PROVENANCE: Final = ("id", "ids", "from")
_SAID_ELSEWHERE: Final = (*_UNDER_THE_TITLE, *_PROVENANCE, "followed")
_NO_MORE_TO_COME: Final = ("ended", "cancelled")


def show_page(now: ShowNow, _: Look) -> RenderableType:
    """What is next first, then the seasons, the newest first, the facts, and the sources last."""
    show, facts = now.show, dict(facts_of(now))
    coming = [row for row in now.rows if row.item.state in AHEAD]
    following = min(coming, key=lambda row: countdown_order(row.item), default=None)
    stories = [text for text in (show.synopsis, show.note) if text]
    others = [name for name in facts if name not in _SAID_ELSEWHERE]
    blocks: list[Sequence[RenderableType]] = [
        [Text(shown(show.title), style=TITLE), *_under_the_title(facts), *_next(following, now)],
        *[[Text(paragraphs(text))] for text in stories],
        *[_season_lines(season, following) for season in now.seasons_from_the_last],
        _facts_named(facts, others),
        [*_facts_named(facts, _PROVENANCE, ASIDE), *_sources(now)],
    ]
    drawn = [line for block in blocks if block for line in (Text(), *block)]
    return Group(*drawn[1:])


def _under_the_title(facts: Mapping[str, str]) -> Iterator[Text]:
    said = [facts[name] for name in _UNDER_THE_TITLE if name in facts]
    said += ["followed"] if facts["followed"] == "yes" else []
    if said:
        yield Text(shown(" · ".join(said)))


def _next(following: Row | None, now: ShowNow) -> Iterator[Text]:
    """The next release with its wait and its date, or that nothing is known to come."""
    if following is not None:
        words = f"Next: {next_words(following.item, following.usually)}"
        yield Text(shown(words), style=nearness(following.item))
    elif now.show.status not in _NO_MORE_TO_COME and _has_every_season(now.show, now.seasons):
        yield Text("What comes next is not known yet.")


def _has_every_season(show: Show, seasons: Sequence[SeasonNow]) -> bool:
    return {each.season.key for each in seasons} == {season.key for season in show.seasons}


def _facts_named(facts: Mapping[str, str], names: Sequence[str], style: str = "") -> list[Text]:
    return [
        Text(f"{capitalized(name)}: {shown(facts[name])}", style=style)
        for name in names
        if name in facts
    ]


def _season_lines(now: SeasonNow, following: Row | None) -> list[RenderableType]:
    """A season with what is not said above of the release that is next; nothing where that is all."""
    item, season = now.premiere, now.season
    release = following.release if following else None
    heading = Text(shown(season.heading), style=TITLE)
    if item and item.release != release:
        day = f"  {when_words(item)}" if item.date else ""
        heading = Text.assemble(heading, f"{day}  ", (shown(season_wait(item)), nearness(item)))
    facts = dict(season_facts(now))
    if "moved" in facts:
        facts["moved"] = moved_words(now.first) or moves_said(now)
    left_out = {"status"} if _is_told_by_dates(now) else set[str]()
    is_next = release is not None and release.season.key == season.key
    if is_next:
        left_out |= {"next", "when"}
    below = _facts_named(facts, [name for name in facts if name not in left_out])
    below += [Text(paragraphs(text)) for text in (season.synopsis, season.note) if text]
    if is_next and not below:
        return []
    return [heading, *(Padding(line, (0, 0, 0, 2)) for line in below)]


def _is_told_by_dates(now: SeasonNow) -> bool:
    """Whether the season's status says no more than its heading and its dates."""
    if now.season.status == "renewed":
        return now.season.premiere is not None
    return now.season.status != "cancelled" or now.premiere is not None


def _sources(now: ShowNow) -> list[Text]:
    """Where it all comes from, each source once; of those without a name only the last look."""
    listed = [*now.show.sources]
    for each in now.seasons_from_the_last:
        listed += each.season.sources
    named = [source_words(source) for source in listed if _has_name(source)]
    looks = [source.checked for source in listed if source.checked and not _has_name(source)]
    last = [source_words(Source(checked=max(looks))).removeprefix("source: ")] if looks else []
    return [Text(capitalized(words), style=ASIDE) for words in dict.fromkeys([*named, *last])]


def _has_name(source: Source) -> bool:
    return bool(source.credit or source.title or source.url)
