"""What a person sees of what a command found: its type says how it is drawn."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from rich.console import RenderableType

from premierectl.catalogue.provenance import StatedField
from premierectl.changes import Change
from premierectl.moving_in.outcome import Imported
from premierectl.notices.event import Telling, told_lines
from premierectl.render import found, merged, placed
from premierectl.render.screen.calendar import months_drawn
from premierectl.render.screen.card import card
from premierectl.render.screen.card_at_rest import card_at_rest
from premierectl.render.screen.coming_list import coming_list, recent_list, rows_list
from premierectl.render.screen.followed import followed_page, watchlist_table
from premierectl.render.screen.imported import imported_table
from premierectl.render.screen.layer_tables import layers_table, stated_table
from premierectl.render.screen.look import Look
from premierectl.render.screen.pages import changes_page, episodes_page, sentences
from premierectl.render.screen.paths_table import paths_table
from premierectl.render.screen.search_table import search_table
from premierectl.render.screen.show_page import show_page
from premierectl.render.screen.tables import cast_table
from premierectl.render.screen.versions import versions_table
from premierectl.render.whole_catalogue import CatalogueNow
from premierectl.upcoming.at_rest import AtRest
from premierectl.upcoming.calendar import InMonths
from premierectl.upcoming.coming_page import ComingPage
from premierectl.upcoming.followed_list import FollowedList
from premierectl.upcoming.following import FollowedRow
from premierectl.upcoming.one_show import EpisodesNow, ShowNow, UpClose
from premierectl.upcoming.outlook import Row
from premierectl.upcoming.recent import RecentPage


def drawn(shown: object, look: Look) -> RenderableType:
    """A page, such as a show up close, or a list of things of one type, of which there is one."""
    if isinstance(shown, list | tuple):
        return _LISTS[type(shown[0])](shown, look)
    return _PAGES[type(shown)](shown, look)


def _only(draw: Callable[[Any, Look], RenderableType]) -> Callable[[Any, Look], RenderableType]:
    return lambda listed, look: draw(listed[0], look)


def _messages(listed: Iterable[found.ChangeItem], _: Look) -> RenderableType:
    return sentences(item.message for item in listed if item.outcome != "refused")


def _tellings(listed: Iterable[Telling], _: Look) -> RenderableType:
    return sentences(told_lines(listed))


def _problems(listed: Iterable[found.ProblemItem], _: Look) -> RenderableType:
    return sentences(
        ": ".join(filter(None, (_problem_place(item), item.path, item.message))) for item in listed
    )


def _catalogue_now(listed: Iterable[CatalogueNow], _: Look) -> RenderableType:
    return sentences(line for item in listed for line in item.message.splitlines())


def _problem_place(item: found.ProblemItem) -> str:
    return f"{item.file}:{item.line}" if item.line else item.file


def _merges(listed: Iterable[merged.MergeItem], _: Look) -> RenderableType:
    return sentences(item.message for item in listed)


def _entered(listed: Iterable[found.StatedItem], _: Look) -> RenderableType:
    return sentences(item.message for item in listed if item.outcome == "stated")


def _withdrawals(listed: Iterable[found.WithdrawnItem], _: Look) -> RenderableType:
    return sentences(item.message for item in listed)


_PAGES: Final[dict[type, Callable[[Any, Look], RenderableType]]] = {
    UpClose: card,
    AtRest: card_at_rest,
    InMonths: months_drawn,
    ComingPage: coming_list,
    RecentPage: recent_list,
    FollowedList: followed_page,
}
_LISTS: Final[dict[type, Callable[[Any, Look], RenderableType]]] = {
    Row: rows_list,
    ShowNow: _only(show_page),
    EpisodesNow: _only(episodes_page),
    FollowedRow: watchlist_table,
    Change: changes_page,
    StatedField: stated_table,
    Imported: imported_table,
    found.CastItem: cast_table,
    found.SearchItem: search_table,
    found.ChangeItem: _messages,
    found.ChangeOfLine: _messages,
    found.VersionItem: versions_table,
    merged.MergeItem: _merges,
    placed.PathItem: paths_table,
    Telling: _tellings,
    found.LayerItem: layers_table,
    found.ProblemItem: _problems,
    CatalogueNow: _catalogue_now,
    found.StatedItem: _entered,
    found.WithdrawnItem: _withdrawals,
}
