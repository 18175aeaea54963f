"""Which followed shows are asked for in a refresh, and in which order."""

from collections.abc import Container, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from premierectl.refresh.gather import AskedShow, Gathered, is_by_title

# What is coming is listed anew once a day.
SCHEDULE_LASTS: Final = timedelta(hours=12)
_SHOW_LASTS: Final = timedelta(days=30)
# A service's "there is none" holds as long as its other answers.
_MISS_LASTS: Final = timedelta(hours=1)
# A title that no show had, or that several had, is searched for again after so long; a show of that
# title with a date comes with the schedule.
_TITLE_LASTS: Final = timedelta(days=7)
# The list of what changed may itself be an hour old.
_WITHIN: Final = (("day", timedelta(hours=22)), ("week", timedelta(days=6)))


class Asked(Struct, frozen=True, omit_defaults=True):
    """When a show was asked for (UTC): ``tried``, and ``heard`` where there was an answer.

    ``updated`` is the second of the last change that the answer tells of; ``due`` says that there is
    more to hear of it, ``missed`` that the service had no such show, and ``merged`` that it is part
    of another there. A title ``could_be`` these shows, in words that name their numbers.
    """

    tried: datetime
    heard: datetime | None = None
    updated: int = 0
    due: bool = False
    missed: bool = False
    merged: bool = False
    could_be: tuple[str, ...] = ()


NEVER_ASKED: Final[Mapping[str, Asked]] = {}


def key_of_asked(service: str, subject: AskedShow) -> str:
    """Under which a show's :class:`Asked` stands: its number at the service, else its words.

    For a title it is the id of its line, which no number can be.
    """
    number = subject.numbers.get(service)
    if isinstance(number, int):
        return f"{service}:{number}"
    return subject.known.id if subject.known and subject.known.by_title else subject.words


def is_recent(when: datetime | None, now: datetime, lasts: timedelta) -> bool:
    """Whether that was so lately that it still holds; a time to come is a clock that was wrong."""
    return when is not None and now - lasts < when <= now + timedelta(hours=1)


def marked(
    asked: Mapping[str, Asked], service: str, changed: Mapping[int, int]
) -> dict[str, Asked]:
    """What was asked for before and changed since, now due."""
    found = {}
    for number, at in changed.items():
        was = asked.get(f"{service}:{number}")
        if was is not None and was.heard is not None and at > was.updated:
            found[f"{service}:{number}"] = replace(was, due=True)
    return found


def since(last: datetime | None, now: datetime) -> str:
    """Within which time all is to be named that changed since this was asked last."""
    return next((name for name, lasts in _WITHIN if is_recent(last, now, lasts)), "month")


def told_lately(
    subjects: Sequence[AskedShow], asked: Mapping[str, Asked], now: datetime, service: str
) -> Gathered:
    """What the service said of shows lately and is not asked again: that it has none, or several."""
    found = [(subject.words, asked.get(key_of_asked(service, subject))) for subject in subjects]
    told = [(words, was) for words, was in found if was is not None]
    return Gathered(
        missing=tuple(words for words, was in told if _is_missed(was, now)),
        unclear={
            words: was.could_be
            for words, was in told
            if was.could_be and is_recent(was.tried, now, _TITLE_LASTS)
        },
    )


def _is_missed(was: Asked, now: datetime) -> bool:
    return was.missed and is_recent(was.tried, now, _MISS_LASTS)


def due_shows(
    subjects: Sequence[AskedShow],
    asked: Mapping[str, Asked],
    now: datetime,
    service: str,
    stood: Container[str],
) -> list[AskedShow]:
    """The shows to ask for: changed, never asked, not found yet, or not asked for thirty days.

    Those that stand in the store are among ``stood``. The one that was asked last stands last.
    """

    def is_due(key: str, subject: AskedShow) -> bool:
        was = asked.get(key)
        if was is None:
            return True
        if is_by_title(subject) and (was.missed or was.could_be):
            return not is_recent(was.tried, now, _TITLE_LASTS)
        if was.missed:
            return not _is_missed(was, now)
        is_there = was.merged or key in stood
        return was.due or not is_there or not is_recent(was.heard, now, _SHOW_LASTS)

    def tried(key: str) -> tuple[bool, str]:
        was = asked.get(key)
        return was is not None, was.tried.isoformat() if was else ""

    keys = [(key_of_asked(service, subject), subject) for subject in subjects]
    return [
        subject
        for key, subject in sorted(keys, key=lambda each: tried(each[0]))
        if is_due(key, subject)
    ]
