"""Keeping what a refresh hears in the live store: every few seconds, and when it ends."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, closing
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Protocol

from msgspec.structs import replace

from premierectl.catalogue.catalogue import Catalogue
from premierectl.errors import PremierectlError
from premierectl.paths import Paths
from premierectl.refresh.decide import Decided, decide
from premierectl.refresh.departures import Departures
from premierectl.refresh.gather import AskedShow, Gathered, Request, is_by_title
from premierectl.refresh.news import Circumstances
from premierectl.refresh.plan import Asked, key_of_asked
from premierectl.sources.http.freshness import Validators
from premierectl.sources.http.pace import Waiting
from premierectl.sources.source import Read
from premierectl.storage.live_draft import LiveDraft
from premierectl.watchlist import Watchlist

# The store is replaced whole, so not with each answer: after so many seconds, and no sooner than
# after ten times what it took before.
_KEEP_AFTER: Final = 10.0
_KEEP_SHARE: Final = 10


class World(Protocol):
    """Where a refresh happens: files, the environment, the clock (UTC), the locks of files."""

    @property
    def paths(self) -> Paths:
        """Where each file is."""

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables that name proxies, certificates and what stands in for a service."""

    def now(self) -> datetime:
        """The instant as it is by now."""

    def watchlist(self) -> Watchlist:
        """What is followed now."""

    def locked(self, path: Path) -> AbstractContextManager[None]:
        """Hold the lock of this file."""


class Keeper:
    """What came and is not kept yet; ``told`` and ``outcome`` are what was made of all that was."""

    def __init__(
        self, world: World, catalogue: Catalogue, request: Request, clock: Waiting, *, dry_run: bool
    ) -> None:
        self._world, self._catalogue, self._request = world, catalogue, request
        self._clock, self._dry_run = clock, dry_run
        self.told, self.outcome = Gathered(), Decided((), (), ())
        self.complaint: str | None = None
        self.asked = dict[str, Asked]()
        self._shows, self._coming = Gathered(), Gathered()
        self._said, self._validators = dict[str, object](), dict[str, Validators]()
        self._heard = dict[object, datetime]()
        self._next = clock.monotonic() + _KEEP_AFTER

    def take_coming(self, found: Gathered) -> None:
        """Take in what is coming, or that it has not changed."""
        now = self._now()
        self._coming = found
        if found.asked:
            self._said |= {"schedule": now, "as_of": now.date(), "choice": choice_of(self._request)}

    def take_changed(self, validators: Mapping[str, Validators], *, anew: bool) -> None:
        """Take in that what changed was asked for, ``anew`` or not."""
        self._validators |= validators
        if anew:
            self._said["updates"] = self._now()

    def take_show(
        self, subject: AskedShow, answer: tuple[Gathered, Read | None], was: Asked | None
    ) -> None:
        """Take in what was said of a show; null where that has not changed."""
        found, read = answer
        self._shows = self._shows.and_then(found)
        if not found.asked:
            return
        now, service = self._now(), self._request.service
        numbers = [f"{service}:{number}" for number in found.followed]
        key = key_of_asked(service, subject)
        if found.missing:
            self.asked |= dict.fromkeys(numbers or [key], Asked(now, missed=True))
            return
        if found.unclear and is_by_title(subject):
            self.asked[key] = Asked(now, could_be=tuple(found.unclear[subject.words]))
            return
        at = read.updated or int(now.timestamp()) if read else was.updated if was else 0
        merged = bool(found.merged)
        self.asked |= dict.fromkeys(numbers, Asked(now, now, at, merged=merged))
        self._heard |= dict.fromkeys(found.followed, now)

    def take_failure(self, subject: AskedShow, was: Asked | None) -> None:
        """Take in that a show could not be had: it is asked for again, after the others."""
        now = self._now()
        tried = replace(was, tried=now, due=True) if was else Asked(now, due=True)
        self.asked[key_of_asked(self._request.service, subject)] = tried

    def keep_in_time(self) -> None:
        """Keep what came if the last time is long enough ago."""
        began = self._clock.monotonic()
        if began >= self._next and not self._dry_run:
            self.keep()
            ended = self._clock.monotonic()
            self._next = ended + max(_KEEP_AFTER, _KEEP_SHARE * (ended - began))

    def keep(self) -> None:
        """Put what came into the store, with what it changes; what did not come changes nothing."""
        came = self._shows.and_then(self._coming)
        if not (came.asked or self.asked or self._said):
            self.told = self.told.and_then(came.told())
            return
        paths = self._world.paths
        with self._world.locked(paths.live_store), closing(draft_of(paths)) as draft:
            now, request = self._now(), self._request
            outcome = decide(
                self._catalogue,
                draft.shows(),
                came,
                now,
                request.source,
                self._circumstances(draft, came),
                promised=request.promised,
            )
            if not self._dry_run:
                self._write(draft, outcome, now)
        self._remember(came, outcome, draft)

    def _circumstances(self, draft: LiveDraft, came: Gathered) -> Circumstances:
        same = not self._coming.whole or has_same_choice(self._request, draft)
        departures = Departures(came.gone, came.merged)
        return Circumstances(draft.asked(), same_choice=same, departures=departures)

    def _followed(self) -> frozenset[str] | None:
        """The ids of the followed shows; null where the watchlist cannot be read."""
        try:
            ids = self._world.watchlist().ids
        except PremierectlError:
            return None
        return frozenset(self._catalogue.canonical(each) or each for each in ids)

    def _write(self, draft: LiveDraft, outcome: Decided, now: datetime) -> None:
        source = self._request.source
        draft.put(outcome.shows, self._heard)
        self._said["licence"] = f"{source.licence}; data: {source.name}"
        for what, said in self._said.items():
            draft.say(what, said)
        validators = {**self._validators, **self._shows.validators, **self._coming.validators}
        draft.remember("answer", validators)
        draft.remember("asked", self.asked)
        draft.tell(now, outcome.changes, self._followed())
        draft.keep()

    def _remember(self, came: Gathered, outcome: Decided, draft: LiveDraft) -> None:
        left_out = (*self.outcome.left_out, *draft.unread, *outcome.left_out)
        changes = (*self.outcome.changes, *outcome.changes)
        self.outcome = replace(outcome, changes=changes, left_out=left_out)
        self.told = self.told.and_then(came.told())
        self.complaint = self.complaint or draft.complaint
        self.asked, self._heard, self._said, self._validators = {}, {}, {}, {}
        self._shows, self._coming = Gathered(), Gathered()

    def _now(self) -> datetime:
        return self._world.now().replace(microsecond=0)


def draft_of(paths: Paths) -> LiveDraft:
    """The live store, to be changed."""
    first = {"first_layer": paths.first_live_catalogue, "first_changes": paths.first_changes}
    return LiveDraft(paths.live_store, **first)


def choice_of(request: Request) -> str:
    """What the shows that are kept were chosen by."""
    nobody: dict[str, Any] = {"followed": frozenset(), "wanted": frozenset()}
    return repr((request.base, replace(request.choice, **nobody)))


def has_same_choice(request: Request, draft: LiveDraft) -> bool:
    """Whether what stands in the store was chosen by the same filters."""
    return draft.about("choice", str) in (None, choice_of(request))
