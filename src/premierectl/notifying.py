"""Telling what is due: each thing by each way, and remembered once it was told, not before."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from premierectl.errors import NotDeliveredError
from premierectl.moment import Moment
from premierectl.notices.due import notices
from premierectl.notices.event import Due, Fate, Notice, Telling
from premierectl.notices.told import EVERYTHING_USUAL, Notified, Selection, ToldByWay
from premierectl.storage.notified import load_notified, save_notified


class Way(Struct, frozen=True):
    """A way of telling, and the name of its ``record``, which tells it from others of its kind.

    ``deliver`` raises :class:`NotDeliveredError` unless somebody was told. A way that is
    ``all_at_once`` gets all events as one notice.
    """

    name: str
    record: str
    deliver: Callable[[Notice], None]
    all_at_once: bool = False


class Round(Struct, frozen=True):
    """What is told in one round: at which moment, what is due by what a way has told, and how.

    ``selection`` says which of all that comes is told of. ``reminds`` is false where no day is told:
    then nothing is said of what was told through which.
    """

    path: Path
    moment: Moment
    due_by: Callable[[ToldByWay], Due]
    reminds: bool
    digest: bool
    selection: Selection = EVERYTHING_USUAL


def would_tell(ways: Iterable[Way], planned: Round) -> list[Telling]:
    """What is due, by each way, without telling it."""
    notified = load_notified(planned.path)
    return [
        Telling(event, way.name, "due")
        for way in ways
        for event in planned.due_by(notified.by(way.record, planned.selection)).events
    ]


def tell(ways: Iterable[Way], planned: Round) -> list[Telling]:
    """Tell what is due; what could not be told stays due. The caller holds the lock of the file."""
    found = list[Telling]()
    for way in ways:
        found += _tell_by(way, planned)
    return found


def _tell_by(way: Way, planned: Round) -> list[Telling]:
    before = load_notified(planned.path)
    due = planned.due_by(before.by(way.record, planned.selection))
    known, found = _written_first(way, planned, before, due), list[Telling]()
    for notice in _notices_for(way, due, planned):
        reason = _deliver(way, notice)
        fate: Fate = "failed" if reason else "told"
        found += [Telling(event, way.name, fate, reason) for event in notice.events]
        if reason is None:
            known = known.with_told(way.record, notice.keys, planned.moment.instant)
            save_notified(planned.path, known)
    done = known.with_all_told(way.record, planned.moment, planned.selection)
    if planned.reminds and done != known and not any(each.reason for each in found):
        save_notified(planned.path, done)
    return found


def _written_first(way: Way, planned: Round, before: Notified, due: Due) -> Notified:
    """What is known before anything is told: without what is old, and with what is passed over.

    It is written first: a change that comes in between is news, and where nothing can be written, the
    same would be told at each call.
    """
    moment = planned.moment
    known = before.without_old(moment.today).with_told(way.record, due.silence, moment.instant)
    through = before.by(way.record, planned.selection).through
    known = known.with_all_told(way.record, moment, planned.selection, through=through)
    if due.events or known != before:
        save_notified(planned.path, known)
    return known


def _notices_for(way: Way, due: Due, planned: Round) -> Sequence[Notice]:
    if way.all_at_once:
        return [Notice(due.events, digest=True)] if due.events else []
    return notices(due.events, digest=planned.digest)


def _deliver(way: Way, notice: Notice) -> str | None:
    """Tell it; return why nobody was told, if so."""
    try:
        way.deliver(notice)
    except NotDeliveredError as error:
        return error.reason
    return None
