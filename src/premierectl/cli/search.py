"""``search``: shows by title, cast, creator, network, genre or story."""

from collections.abc import Collection, Container, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, Final

import typer

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.namesakes import distinct_titles
from premierectl.catalogue.search import (
    SEARCHED,
    TITLES,
    Match,
    SearchedField,
    search_everywhere,
    search_names,
    search_shows,
)
from premierectl.cli import options
from premierectl.cli.command import command, family
from premierectl.cli.everything import every_show, shows_at_hand
from premierectl.cli.online import search_tvmaze
from premierectl.cli.session import Session, View
from premierectl.errors import NothingError
from premierectl.render.found import SearchItem

search_app = family("Find shows.")


class Where(StrEnum):
    """Where to look; Typer takes several only of an enumeration."""

    TITLE = "title"
    ALIAS = "alias"
    CAST = "cast"
    PERSON = "person"
    CHARACTER = "character"
    CREATOR = "creator"
    NETWORK = "network"
    GENRE = "genre"
    STORY = "story"
    ALL = "all"


_GROUPS: Final[dict[Where, frozenset[SearchedField]]] = {
    Where.TITLE: TITLES,
    Where.CAST: frozenset({"person", "character"}),
    Where.ALL: frozenset(SEARCHED),
}

SearchText = Annotated[list[str], typer.Argument(metavar="TEXT", help="What to look for.")]
In = Annotated[
    list[Where] | None,
    typer.Option("--in", help="Look only here, in every show; may be given more than once."),
]


SearchOnline = Annotated[
    bool, typer.Option("--online", help="Ask TVmaze, too; its matches stand behind.")
]


@command(search_app, "search")
def search_catalogue(
    text: SearchText,
    view: View,
    places: In = None,
    limit: options.Limit = None,
    online: SearchOnline = False,
) -> None:
    """Find shows by title, cast, creator, network, genre or story, titles first.

    Titles are those of every show. Cast, story and the rest are those of the shows you follow and of
    the bundled and your own catalogue; --in all looks at those of every show, which takes longer.
    """
    session = view.open()
    catalogue = session.catalogue()
    watchlist = session.watchlist(named=True)
    catalogue.expect(set(watchlist.ids))
    followed = set(filter(None, (line.show_in(catalogue) for line in watchlist.entries)))
    words = " ".join(text)
    found = _found(catalogue, words, places or (), followed)[:limit]
    told = distinct_titles(catalogue.name(match.show_id) for match in found)
    listed = [
        _found_item(match, told, catalogue, followed=match.show_id in followed) for match in found
    ]
    if online:
        listed += _online(session, catalogue, words, {item.show_id for item in listed})[:limit]

    session.show("search", catalogue.as_of, listed)
    if not listed:
        raise NothingError(_nothing(catalogue, words, places or (), online=online))


def _found(
    catalogue: Catalogue, words: str, places: Sequence[Where], followed: Collection[str]
) -> list[Match]:
    if not places:
        near = (chosen.show for chosen in shows_at_hand(catalogue, followed))
        return search_everywhere(words, catalogue, near)
    fields: set[SearchedField] = set()
    for place in places:
        fields |= _GROUPS.get(place) or {field for field in SEARCHED if field == place.value}
    if fields <= TITLES:
        found = search_names(words, catalogue)
        return [match for match in found if match.field in fields]
    return search_shows(words, (chosen.show for chosen in every_show(catalogue)), fields)


def _online(
    session: Session, catalogue: Catalogue, words: str, listed: Container[str]
) -> list[SearchItem]:
    """What TVmaze finds; a show of the catalogue under its own id, and not twice."""
    lines = session.watchlist(named=True).entries
    followed = {line.show_in(catalogue) or line.address for line in lines}
    found = []
    (read,) = search_tvmaze(session, [words])
    for entry in read.entries:
        number = f"tvmaze:{entry['ids']['tvmaze']}"
        show_id = catalogue.canonical(number) or number
        if show_id not in listed:
            found.append(_online_item(show_id, entry, followed=show_id in followed))
    return found


def _online_item(show_id: str, entry: Mapping[str, Any], *, followed: bool) -> SearchItem:
    told = (entry.get(key) for key in ("year", "network", "country"))
    return SearchItem(
        show_id=show_id,
        title=entry["title"],
        field="TVmaze",
        match=", ".join(str(each) for each in told if each),
        year=entry.get("year"),
        network=entry.get("network"),
        country=entry.get("country"),
        followed=followed,
        layers=(),
    )


def _found_item(
    match: Match, told: Mapping[str, str], catalogue: Catalogue, *, followed: bool
) -> SearchItem:
    name = catalogue.name(match.show_id)
    return SearchItem(
        show_id=match.show_id,
        title=told[match.show_id],
        field=match.field,
        match=match.text,
        year=name.year,
        network=name.network,
        country=name.country,
        followed=followed,
        layers=catalogue.layers_of(match.show_id),
    )


def _nothing(catalogue: Catalogue, words: str, places: Sequence[Where], *, online: bool) -> str:
    from premierectl.catalogue.suggest import suggestions  # noqa: PLC0415 - only after a miss

    near = suggestions(words, catalogue)
    if near:
        return f"nothing matches {words!r}; did you mean {' or '.join(near)}?"
    beyond = [
        "" if Where.ALL in places or not places else "without --in it is looked for everywhere",
        ""
        if places or catalogue.is_at_hand
        else "--in all looks at the cast and story of every show",
        "" if online else "--online asks TVmaze",
    ]
    hints = ", ".join(filter(None, beyond))
    return f"nothing matches {words!r}{'; ' if hints else ''}{hints}"
