"""Telling shows of one title apart, by what each is known to differ in."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from premierectl.folding import folded


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


def _differences(shows: Sequence[Titled]) -> Mapping[str, str]:
    for name in ("year", "country", "network"):
        found = {show.id: str(getattr(show, name) or "") for show in shows}
        if all(found.values()) and len(set(found.values())) == len(shows):
            return found
    return {show.id: show.id for show in shows}
