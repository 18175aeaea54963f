"""The list of everything that is coming: when it is asked for, and whether it is believed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from premierectl.catalogue.catalogue import Name
from premierectl.catalogue.wanted_title import ShowsByTitle
from premierectl.errors import DoubtfulError, UsageError
from premierectl.refresh.gather import AskedShow, Conversation, Gathered, Request, is_by_title
from premierectl.refresh.identity import entry_name
from premierectl.refresh.keeper import has_same_choice
from premierectl.refresh.plan import SCHEDULE_LASTS, is_recent
from premierectl.sources.source import Read, Unmet
from premierectl.storage.live_draft import LiveDraft

_MOST_BAD: Final = 0.1
_MOST_DROPPED: Final = 0.5


class Coming(Struct, frozen=True):
    """What is coming, and the words of the choice that no show fits."""

    gathered: Gathered
    unmet: tuple[Unmet, ...] = ()


def is_coming_due(request: Request, draft: LiveDraft, now: datetime) -> bool:
    """Whether it is to be asked for: not more than twice a day, unless other shows are wanted."""
    lately = is_recent(draft.about("schedule", datetime), now, SCHEDULE_LASTS)
    return request.force or not lately or not has_same_choice(request, draft)


def ask_coming(request: Request, ask: Conversation, draft: LiveDraft) -> Coming:
    """What is coming; raises :class:`DoubtfulError` for what is not believed.

    Raises :class:`UsageError` where no show is of what was chosen.
    """
    calls = ask.calls
    ask.trusting = has_same_choice(request, draft) and bool(draft.keys()) and not request.force
    read = request.source.coming(ask, request.choice)
    ask.trusting = True
    asked, validators = ask.calls > calls, ask.new_validators()
    if read is None:
        return Coming(Gathered(asked=asked, validators=validators))
    if not request.force:
        _doubt(request, read, draft)
    _refuse_choice(read.unmet, request)
    found = Gathered(
        entries=read.entries,
        unusable=read.unusable,
        complaints=read.complaints,
        followed=request.choice.followed,
        validators=validators,
        whole=True,
        asked=asked,
    )
    return Coming(found, read.unmet)


def with_numbers(
    subjects: Sequence[AskedShow], entries: Iterable[Mapping[str, Any]], service: str
) -> list[AskedShow]:
    """The shows with the numbers at the service that its entries tell of theirs at others.

    One that is followed by title has that of the one show of this title.
    """
    listed = {entry["ids"][service]: entry for entry in entries}
    numbers = {
        pair: number
        for number, entry in listed.items()
        for pair in entry["ids"].items()
        if pair[0] != service
    }
    told = [_with_number(subject, numbers, service) for subject in subjects]
    if not any(map(is_by_title, told)):
        return told
    titles = ShowsByTitle(entry_name(str(number), entry) for number, entry in listed.items())
    return [_with_number_of_title(subject, titles, service) for subject in told]


def _with_number(
    subject: AskedShow, numbers: Mapping[tuple[str, object], int], service: str
) -> AskedShow:
    found = {numbers[pair] for pair in subject.numbers.items() if pair in numbers}
    if service in subject.numbers or len(found) != 1:
        return subject
    return replace(subject, numbers={**subject.numbers, service: found.pop()})


def _with_number_of_title(
    subject: AskedShow, titles: ShowsByTitle[Name], service: str
) -> AskedShow:
    if subject.known is None or not is_by_title(subject):
        return subject
    wanted = subject.known.wanted
    one = wanted.only_one_of(titles.like(wanted))
    return subject if one is None else replace(subject, numbers={service: int(one.id)})


def _doubt(request: Request, read: Read, draft: LiveDraft) -> None:
    """Refuse an answer that is empty, mostly nonsense, or much less than what was listed before."""
    if not read.total:
        raise DoubtfulError("is empty")
    if read.bad_rows > _MOST_BAD * read.total:
        raise DoubtfulError(f"has {read.bad_rows:,} of {read.total:,} rows that make no sense")
    if not has_same_choice(request, draft):
        return
    stood = draft.keys(request.today + timedelta(days=1))
    listed = {f"{request.service}:{entry['ids'][request.service]}" for entry in read.entries}
    listed |= {f"{request.service}:{number}" for number in request.choice.followed}
    dropped = stood - listed
    if len(dropped) > _MOST_DROPPED * len(stood):
        raise DoubtfulError(
            f"leaves out {len(dropped):,} of {len(stood):,} shows that were to come"
        )


def _refuse_choice(unmet: Sequence[Unmet], request: Request) -> None:
    """Refuse a choice by words of which none fits any show."""
    for kind, found in groupby(unmet, key=lambda each: each.kind):
        words = list(found)
        if kind in request.stated and len(words) == len(getattr(request.choice, kind)):
            raise UsageError(f"nothing was changed: {words[0].words}")
