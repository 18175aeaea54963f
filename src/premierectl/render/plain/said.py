"""What a person hears of what a command found: its type says in which sentences."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from premierectl.catalogue.provenance import StatedField
from premierectl.changes import Change
from premierectl.moment import Moment
from premierectl.moving_in.outcome import Imported
from premierectl.notices.event import Telling, told_lines
from premierectl.render import found, merged, placed
from premierectl.render.plain.close_up import at_rest_said, close_up_said
from premierectl.render.plain.files import (
    changes_said,
    layers_said,
    paths_said,
    problems_said,
    stated_said,
)
from premierectl.render.plain.heard import heard
from premierectl.render.plain.one_show import cast_said, episodes_said, search_said, show_said
from premierectl.render.plain.rows import coming_said, months_said, recent_said, rows_said
from premierectl.render.plain.watchlist import (
    followed_list_said,
    followed_said,
    imported_said,
    versions_said,
)
from premierectl.render.whole_catalogue import CatalogueNow
from premierectl.upcoming.at_rest import AtRest
from premierectl.upcoming.calendar import InMonths
from premierectl.upcoming.coming_page import ComingPage
from premierectl.upcoming.followed_list import FollowedList
from premierectl.upcoming.following import FollowedRow
from premierectl.upcoming.one_show import EpisodesNow, ShowNow, UpClose
from premierectl.upcoming.outlook import Row
from premierectl.upcoming.recent import RecentPage
from premierectl.wording.sentences import begun_large
from premierectl.wording.spoken import sentence, spelled_out

Say = Callable[[Any, Moment], Iterable[str]]


def plain_lines(told: object, moment: Moment) -> list[str]:
    """The sentences of a page, such as a show up close, or of things of one type, one a line.

    No line has a character of a drawing or of control in it, whatever a title holds.
    """
    if isinstance(told, list | tuple):
        said = _OF_LISTS[type(told[0])](told, moment) if told else ()
    else:
        said = _OF_PAGES[type(told)](told, moment)
    return [heard(line) for line in said if line]


def _always(say: Callable[[Any], Iterable[str]]) -> Say:
    return lambda told, _: say(told)


def _only_one(say: Callable[[Any], Iterable[str]]) -> Say:
    return lambda told, _: say(told[0])


def _messages_said(listed: Iterable[Any]) -> Iterable[str]:
    return (begun_large(line) for item in listed for line in item.message.splitlines())


def _tellings_said(listed: Iterable[Telling]) -> Iterable[str]:
    return (sentence(spelled_out(line)) for line in told_lines(listed))


def _done_said(listed: Iterable[found.ChangeItem]) -> Iterable[str]:
    return (begun_large(item.message) for item in listed if item.outcome != "refused")


def _entered_said(listed: Iterable[found.StatedItem]) -> Iterable[str]:
    return (begun_large(item.message) for item in listed if item.outcome == "stated")


_OF_PAGES: Final[dict[type, Say]] = {
    UpClose: _always(close_up_said),
    AtRest: _always(at_rest_said),
    InMonths: _always(months_said),
    ComingPage: coming_said,
    RecentPage: _always(recent_said),
    FollowedList: _always(followed_list_said),
}
_OF_LISTS: Final[dict[type, Say]] = {
    Row: _always(rows_said),
    ShowNow: _only_one(show_said),
    EpisodesNow: _only_one(episodes_said),
    FollowedRow: _always(followed_said),
    Change: changes_said,
    StatedField: _always(stated_said),
    Imported: _always(imported_said),
    found.CastItem: _always(cast_said),
    found.SearchItem: _always(search_said),
    found.ChangeItem: _always(_done_said),
    found.ChangeOfLine: _always(_done_said),
    found.VersionItem: versions_said,
    merged.MergeItem: _always(_messages_said),
    placed.PathItem: _always(paths_said),
    Telling: _always(_tellings_said),
    found.LayerItem: _always(layers_said),
    found.ProblemItem: _always(problems_said),
    CatalogueNow: _always(_messages_said),
    found.StatedItem: _always(_entered_said),
    found.WithdrawnItem: _always(_messages_said),
}
