"""All that is known of a show, its releases, its cast, and what a search found, in sentences."""

from collections.abc import Iterable, Iterator
from typing import Final

from premierectl.model import Source
from premierectl.render.facts import facts_of, season_facts, source_words
from premierectl.render.found import CastItem, SearchItem
from premierectl.upcoming.one_show import EpisodesNow, SeasonNow, ShowNow
from premierectl.wording.close_up import capitalized
from premierectl.wording.matches import where_found
from premierectl.wording.spoken import (
    sentence,
    spelled_out,
    spoken_release,
    spoken_standing,
)

# Facts that are made of our own short forms; all others are told as they are.
_SHORTENED: Final = frozenset({"next", "last", "when", "so far"})


def show_said(now: ShowNow) -> Iterator[str]:
    """Each fact of a show and of its seasons, a sentence a line."""
    show = now.show
    yield sentence(show.title)
    yield from (_fact_said(capitalized(name), value) for name, value in facts_of(now))
    for text in (show.synopsis, show.note):
        yield from (text or "").split("\n")
    for season in now.seasons_from_the_last:
        yield from _season_said(season)
    yield from _sources_said(show.sources)


def episodes_said(now: EpisodesNow) -> Iterator[str]:
    """Each release of a show, under its title."""
    yield sentence(now.show.title)
    for row in now.rows:
        title = row.release.episode_title
        name = spoken_release(row.release) + (f", “{title}”" if title else "")
        yield sentence(f"{capitalized(name)}: {spoken_standing(row.item)}")


def cast_said(listed: Iterable[CastItem]) -> Iterator[str]:
    """Who is in a season, each with a role, and whether new in it or returning."""
    items = list(listed)
    yield sentence(f"{items[0].title}, {items[0].label}")
    for item in items:
        person = item.person if item.character is None else f"{item.person} as {item.character}"
        yield sentence(person, f"{item.role} cast" if item.role else "", item.status, item.about)


def search_said(listed: Iterable[SearchItem]) -> Iterator[str]:
    """The shows that match, and what of them matched."""
    for item in listed:
        online = item.field == "TVmaze"  # what tells it apart is all there is of it
        matched = f"TVmaze: {item.match}" if online else where_found(item.field, item.match)
        yield sentence(
            item.title, f"id {item.show_id}", matched, "followed" if item.followed else ""
        )


def _season_said(now: SeasonNow) -> Iterator[str]:
    season, name = now.season, capitalized(now.season.heading)
    if now.premiere:
        yield sentence(f"{name}: {spoken_standing(now.premiere)}")
    for fact, value in season_facts(now):
        words = spelled_out(value) if fact in _SHORTENED else value
        yield _fact_said(f"{name}, {fact}", words)
    for text in (season.synopsis, season.note):
        yield from (text or "").split("\n")
    yield from _sources_said(season.sources)


def _sources_said(sources: Iterable[Source]) -> Iterator[str]:
    return (sentence(capitalized(words)) for words in map(source_words, sources) if words)


def _fact_said(name: str, value: str) -> str:
    """A fact in a sentence; a command or a link can be taken from its end as it is."""
    fact = f"{name}: {value}"
    return fact if "premierectl " in value or "://" in value else sentence(fact)
