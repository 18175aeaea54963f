"""Shows, and behind a colon their seasons, parts and episodes."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from premierectl.app import App
from premierectl.catalogue.beginning import begun_text, is_begun, names_begun
from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.find import find
from premierectl.cli.completion.offer import Offer
from premierectl.folding import folded
from premierectl.followed_line import FollowedLine
from premierectl.model import ID, Season, Show
from premierectl.selector import WHOLE, Piece, selector_text
from premierectl.upcoming.outlook import Outlook, Row, ahead, scope_of
from premierectl.watchlist import Watchlist
from premierectl.wording.listing import what_listed
from premierectl.wording.waits import brief, on

# Of more shows only the titles are told: counting takes its time.
_MOST_COUNTED: Final = 20


class Addressed(Struct, frozen=True):
    """A show or a piece of it as it is written; ``known`` is its id in the catalogue, if it is there."""

    value: str
    title: str
    known: str | None
    piece: Piece = WHOLE


def show_offers(world: App, beginning: str) -> list[Offer]:
    """The shows with such a beginning, or what is followed for none; behind a colon, pieces of a show."""
    catalogue = world.catalogue()
    if ":" in beginning:
        return _piece_offers(world, catalogue, beginning)
    if not beginning and world.watchlist().entries:
        return followed_offers(world, beginning)
    names = names_begun(beginning, catalogue)
    return _offers(world, catalogue, [Addressed(each.id, each.title, each.id) for each in names])


def followed_offers(world: App, beginning: str) -> list[Offer]:
    """What is followed and has such a beginning, as the watchlist has it."""
    catalogue = world.catalogue()
    lines = (_followed_address(line, catalogue) for line in world.watchlist().entries)
    found = [each for each in lines if _is_meant(each, beginning, catalogue)]
    return _offers(world, catalogue, found)


def _followed_address(line: FollowedLine, catalogue: Catalogue) -> Addressed:
    known = line.show_in(catalogue)
    title = catalogue.name(known).title if known else line.title or line.id
    return Addressed(selector_text(line.id, line.piece), title, known, line.piece)


def _is_meant(line: Addressed, beginning: str, catalogue: Catalogue) -> bool:
    if line.value.startswith(beginning.lower()):
        return True
    text = begun_text(beginning)
    if line.known:
        return is_begun(text, catalogue.name(line.known))
    return f" {text}" in f" {folded(line.title)}"


def _piece_offers(world: App, catalogue: Catalogue, beginning: str) -> list[Offer]:
    """The pieces of the show before the colon, behind the words by which it is called."""
    words, _, begun = beginning.partition(":")
    names = find(words, catalogue)
    show = catalogue.get(names[0].id).show if len(names) == 1 else None
    if show is None:
        return []
    texts = ((selector_text("", piece), piece) for piece in _pieces_begun(show, begun))
    wanted = [each for each in texts if each[0].startswith(f":{begun.lower()}")]
    listed = [Addressed(words + text, show.title, show.id, piece) for text, piece in wanted]
    return _offers(world, catalogue, listed)


def _pieces_begun(show: Show, begun: str) -> Iterator[Piece]:
    """The seasons, the newest first; of the one that is named already its parts and episodes, too."""
    for season in sorted(show.seasons, key=lambda each: each.number or 0, reverse=True):
        yield Piece(season.key)
        whole = selector_text("", Piece(season.key)).removeprefix(":")
        if begun.lower().startswith(whole):
            yield from _pieces_of_season(season, begun.lower().removeprefix(whole))


def _pieces_of_season(season: Season, begun: str) -> Iterator[Piece]:
    for number in range(1, len(season.parts) + 1):
        yield Piece(season.key, "part", number)
    if begun:
        for episode in season.episode_list:
            if episode.number is not None:
                yield Piece(season.key, "episode", episode.number)
        yield Piece(season.key, "finale")


def _offers(world: App, catalogue: Catalogue, listed: Sequence[Addressed]) -> list[Offer]:
    outlook = Outlook.of(world.moment, catalogue, Watchlist())
    counted = len(listed) <= _MOST_COUNTED
    return [
        Offer(each.value, _told_address(each, outlook) if counted else each.title, each.title)
        for each in listed
        if _is_address(each)
    ]


def _is_address(each: Addressed) -> bool:
    """Whether it is an id by the model, whatever a file calls one, or what was typed before a colon."""
    return ":" in each.value or re.fullmatch(ID, each.value) is not None


def _told_address(each: Addressed, outlook: Outlook) -> str:
    """The title, or which piece it is, and how long until it is back."""
    rows = _rows_ahead(each, outlook)
    if not rows:
        return each.title
    what = each.title if each.piece == WHOLE else what_listed(rows[0].release)
    item = rows[0].item
    out = item.state == "out" and item.date
    return f"{what} · {f'came out {on(out)}' if out else brief(item)}"


def _rows_ahead(each: Addressed, outlook: Outlook) -> list[Row]:
    chosen = scope_of(outlook.catalogue, [(each.known, each.piece)] if each.known else []).chosen
    listed = outlook.rows(chosen)
    return ahead(listed) or listed
