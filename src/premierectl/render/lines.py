"""The fields of each answer's tab-separated lines, by the answer's type; those of a row stand in ``delimited``."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from premierectl.catalogue.provenance import StatedField
from premierectl.changes import Change
from premierectl.moving_in.outcome import Imported
from premierectl.notices.event import Telling
from premierectl.render import found, merged, placed
from premierectl.render.facts import overruled_words, show_lines, value_words
from premierectl.render.fields import TSV, values
from premierectl.render.imported import import_line
from premierectl.render.whole_catalogue import CatalogueNow
from premierectl.selector import piece_text
from premierectl.upcoming.following import FollowedRow
from premierectl.upcoming.one_show import EpisodesNow, ShowNow
from premierectl.wording.changes import change_words

Line = Iterable[object]


def _episode_lines(now: ShowNow) -> Iterator[Line]:
    return (values(row, TSV) for row in now.rows)


def _followed_line(listed: FollowedRow) -> Iterator[Line]:
    line, item = listed.line, listed.row.item if listed.row else None
    span = item.span if item else None
    piece = piece_text(line.season, line.part)
    yield line.id, piece, span, item.date if item else None, line.added, listed.note


def _cast_line(item: found.CastItem) -> Iterator[Line]:
    yield item.person, item.character, item.role, item.status, item.about


def _found_line(item: found.SearchItem) -> Iterator[Line]:
    yield item.show_id, item.title, item.field, item.match, item.followed


def _done_line(item: found.ChangeItem) -> Iterator[Line]:
    if item.outcome != "refused":
        yield item.outcome, item.show_id, piece_text(item.season, item.part)


def _outcome_of_line(item: found.ChangeOfLine) -> Iterator[Line]:
    yield item.outcome, item.show_id, piece_text(item.season, item.part), item.words


def _version_line(item: found.VersionItem) -> Iterator[Line]:
    yield item.number, item.when, item.is_now, item.entries, item.message


def _change_line(change: Change) -> Iterator[Line]:
    known = (change.before, change.after, change.days, change_words(change))
    yield change.when, change.show_id, change.label or None, change.kind, *known


def _stated_line(stated: StatedField) -> Iterator[Line]:
    yield stated.field, value_words(stated.value), stated.layer, overruled_words(stated)


def _layer_line(item: found.LayerItem) -> Iterator[Line]:
    yield item.name, item.path, item.exists


def _merge_line(item: merged.MergeItem) -> Iterator[Line]:
    yield item.outcome, item.show_id, piece_text(item.season, item.part), item.file


def _path_line(item: placed.PathItem) -> Iterator[Line]:
    yield item.name, item.path, item.exists, item.sync


def _told_line(telling: Telling) -> Iterator[Line]:
    event = telling.event
    told = (event.kind, event.address or None, event.date, event.days)
    yield *told, telling.way, telling.fate, event.line


def _problem_line(item: found.ProblemItem) -> Iterator[Line]:
    yield item.file, item.line, item.path, item.message


def _entered_line(item: found.StatedItem) -> Iterator[Line]:
    if item.outcome == "stated":
        yield item.file, item.show_id, item.label


def _standing_line(item: CatalogueNow) -> Iterator[Line]:
    yield item.shows, item.own, item.as_of, item.refreshed


def _withdrawn_line(item: found.WithdrawnItem) -> Iterator[Line]:
    yield item.outcome, item.show_id, item.season, item.field


LINES: Final[dict[type, Callable[[Any], Iterable[Line]]]] = {
    EpisodesNow: _episode_lines,
    ShowNow: show_lines,
    FollowedRow: _followed_line,
    Change: _change_line,
    StatedField: _stated_line,
    Imported: import_line,
    found.CastItem: _cast_line,
    found.SearchItem: _found_line,
    found.ChangeItem: _done_line,
    found.ChangeOfLine: _outcome_of_line,
    found.VersionItem: _version_line,
    found.LayerItem: _layer_line,
    merged.MergeItem: _merge_line,
    placed.PathItem: _path_line,
    Telling: _told_line,
    found.ProblemItem: _problem_line,
    CatalogueNow: _standing_line,
    found.StatedItem: _entered_line,
    found.WithdrawnItem: _withdrawn_line,
}
