"""Telling shows of one title apart, by what each is known to differ in."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from premierectl.folding import folded, is_exactly

# How people write the countries from which most namesakes come.
COUNTRIES: Final = {
    "us": "united states", "usa": "united states", "american": "united states",
    "uk": "united kingdom", "gb": "united kingdom", "british": "united kingdom",
}  # fmt: skip
# What people and services write behind a title that others have, too: its year, or a country's letters.
_TITLE_AND_ENDING: Final = r"(?P<title>.*\S)\s*\((?P<behind>[0-9]{4}|[A-Za-z]{2,3})\)"


class Titled(Protocol):
    """A show, or what it goes by."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def title(self) -> str:
        """Its title, which others may have as well."""

    @property
    def year(self) -> int | None:
        """The year in which it began."""

    @property
    def country(self) -> str | None:
        """Where it is from."""

    @property
    def network(self) -> str | None:
        """Who releases it."""


def distinct_titles(shows: Iterable[Titled]) -> dict[str, str]:
    """The title of each show, by its id; behind one that others have stands what it differs in.

    That is its year, country or network, or where none of these tells them apart, its id.
    """
    alike: dict[str, dict[str, Titled]] = {}
    for show in shows:
        alike.setdefault(folded(show.title), {})[show.id] = show
    titles: dict[str, str] = {}
    for group in alike.values():
        behind = _differences(list(group.values())) if len(group) > 1 else {}
        titles |= {
            show_id: f"{show.title} ({behind[show_id]})" if behind else show.title
            for show_id, show in group.items()
        }
    return titles


def labels(names: Iterable[Titled]) -> list[str]:
    """Each show with words that select it alone: ``Ghosts (2019) (ghosts-2019)``."""
    listed = list(names)
    told = distinct_titles(listed)
    return [f"{told[name.id]} ({show_address(name)})" for name in listed]


def with_facts(words: str, show: Titled) -> str:
    """Words for a show with what tells it from others: ``Ghosts (2019, BBC One, United Kingdom)``."""
    told = [str(fact) for fact in (show.year, show.network, show.country) if fact]
    return f"{words} ({', '.join(told)})" if told else words


def show_address(name: Titled) -> str:
    """The id of a show, as an id where it reads like the title."""
    return f"id:{name.id}" if is_exactly(name.id, name.title) else name.id


def without_ending(title: str) -> tuple[str, str]:
    """A title without the year or country in brackets behind it, and what stands there, if it does."""
    told = re.fullmatch(_TITLE_AND_ENDING, title)
    return (told["title"], told["behind"]) if told else (title, "")


def country_key(country: str) -> str:
    """A country as it is compared: ``US`` is ``United States``."""
    text = folded(country)
    return COUNTRIES.get(text, text)


def _differences(shows: Sequence[Titled]) -> Mapping[str, str]:
    for name in ("year", "country", "network"):
        found = {show.id: str(getattr(show, name) or "") for show in shows}
        if all(found.values()) and len(set(found.values())) == len(shows):
            return found
    return {show.id: show.id for show in shows}
