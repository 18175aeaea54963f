"""A refresh from its first call to what is kept of it: each answer soon after it came."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from typing import Final, TypeVar

from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue
from premierectl.errors import DoubtfulError, ServiceDownError, UnavailableError
from premierectl.refresh.coming import ask_coming, is_coming_due, with_numbers
from premierectl.refresh.decide import Decided
from premierectl.refresh.gather import (
    AskedShow,
    Conversation,
    Gathered,
    Request,
    is_resolvable,
    search_source,
    show_answer,
)
from premierectl.refresh.keeper import Keeper, World, draft_of
from premierectl.refresh.plan import Asked, due_shows, key_of_asked, marked, since, told_lately
from premierectl.sources.http.body import Progress
from premierectl.sources.http.client import Client
from premierectl.sources.http.freshness import Validators
from premierectl.sources.http.pace import Waiting
from premierectl.sources.source import Read, ShowSource, Unmet
from premierectl.storage.live_draft import LiveDraft

Heard = TypeVar("Heard")

_REAL: Final = Waiting()


class RunLimits(Struct, frozen=True):
    """How long a refresh may take, by which clock, and who is told how far it is.

    ``progress`` is told the bytes of an answer, ``shows`` how many of how many were asked for.
    """

    minutes: float = 10
    clock: Waiting = _REAL
    progress: Progress | None = None
    shows: Callable[[int, int], None] = lambda *_: None


class Failure(Struct, frozen=True):
    """What could not be had, by its words, and why."""

    words: str
    error: UnavailableError


class Refreshed(Struct, frozen=True):
    """What was said and what came of it.

    ``complaint`` is why earlier changes could not be taken over. ``failures`` could not be had and
    ``unresolvable`` not be looked up, ``left`` is how many shows are still to be asked for, and
    ``doubt`` why what is coming was not believed. ``interrupted`` says that the user ended it.
    """

    gathered: Gathered = Gathered()
    outcome: Decided = Decided((), (), ())
    complaint: str | None = None
    failures: tuple[Failure, ...] = ()
    unresolvable: tuple[str, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    left: int = 0
    doubt: DoubtfulError | None = None
    interrupted: bool = False


def bring_up_to_date(
    world: World,
    catalogue: Catalogue,
    request: Request,
    limits: RunLimits = RunLimits(),  # noqa: B008 - a frozen value
    *,
    dry_run: bool = False,
) -> Refreshed:
    """Ask the service for as long as there is time, and keep in the live store what came.

    Raises ``UnavailableError`` where nothing at all could be had.
    """
    with (
        closing(draft_of(world.paths)) as draft,
        Client(
            world.environment,
            now=world.now,
            deadline_seconds=60 * limits.minutes,
            clock=limits.clock,
            progress=limits.progress,
        ) as client,
    ):
        ask = Conversation(client, request.base, draft.remembered("answer", Validators))
        run = _Run(
            request, limits, ask, Keeper(world, catalogue, request, limits.clock, dry_run=dry_run)
        )
        try:
            run.ask_all(draft, world.now())
        except KeyboardInterrupt:
            run.interrupted = True
        if run.had:
            run.keeper.keep()
    return run.refreshed()


def search_online(world: World, source: ShowSource, texts: Iterable[str]) -> Iterator[Read]:
    """The shows that a source finds for each of these words, best first, asked one by one."""
    with Client(world.environment, now=world.now) as client:
        for text in texts:
            yield search_source(client, source, source.address(world.environment), text)


class _Run:
    """A refresh at work: what there is to ask, what failed, and how many are left."""

    def __init__(
        self, request: Request, limits: RunLimits, ask: Conversation, keeper: Keeper
    ) -> None:
        self._request, self._limits, self._ask, self.keeper = request, limits, ask, keeper
        self._failures = list[Failure]()
        self._unresolvable, self._unmet = tuple[str, ...](), tuple[Unmet, ...]()
        self._doubt: DoubtfulError | None = None
        self._stopped = self.had = False
        self._left = 0
        self.interrupted = False

    def ask_all(self, draft: LiveDraft, now: datetime) -> None:
        """What is coming, what changed, and then each show that is due."""
        subjects, asked, stood = (
            self._request.subjects,
            draft.remembered("asked", Asked),
            draft.keys(),
        )
        if self._request.everything:
            service = self._request.service
            self._left = len(due_shows(subjects, asked, now, service, stood))
            subjects = self._ask_coming(draft, now)
            asked = {**asked, **self._ask_changed(draft, subjects, asked, now)}
            self.keeper.told = told_lately(subjects, asked, now, service)
            subjects = due_shows(subjects, asked, now, service, stood)
        self._ask_shows(subjects, asked, stood)

    def refreshed(self) -> Refreshed:
        """What came of it; raises ``UnavailableError`` where that is nothing at all."""
        if self._failures and not self.had and not self.interrupted:
            raise self._failures[0].error
        return Refreshed(
            gathered=self.keeper.told,
            outcome=self.keeper.outcome,
            complaint=self.keeper.complaint,
            failures=tuple(self._failures),
            unresolvable=self._unresolvable,
            unmet=self._unmet,
            left=self._left,
            doubt=self._doubt,
            interrupted=self.interrupted,
        )

    def _ask_coming(self, draft: LiveDraft, now: datetime) -> Sequence[AskedShow]:
        """Ask for what is coming; the shows with the numbers that are told there."""
        request = self._request
        if not is_coming_due(request, draft, now):
            return request.subjects
        try:
            found = self._attempt("the schedule", lambda: ask_coming(request, self._ask, draft))
        except DoubtfulError as doubt:
            self._ask.new_validators()
            self._doubt = doubt
            return request.subjects
        if found is None:
            return request.subjects
        self._unmet = found.unmet
        self.keeper.take_coming(found.gathered)
        return with_numbers(request.subjects, found.gathered.entries, request.service)

    def _ask_changed(
        self,
        draft: LiveDraft,
        subjects: Sequence[AskedShow],
        asked: Mapping[str, Asked],
        now: datetime,
    ) -> dict[str, Asked]:
        """Ask which shows changed; those of the ones asked for before that are due by it."""
        service = self._request.service
        keys = (key_of_asked(service, each) for each in subjects)
        ours = {key: asked[key] for key in keys if key in asked and asked[key].heard}
        if self._stopped or not ours:
            return {}
        within = since(draft.about("updates", datetime), now)

        def changed() -> Mapping[int, int]:
            calls = self._ask.calls
            found = self._request.source.changed(self._ask, within)
            self.keeper.take_changed(self._ask.new_validators(), anew=self._ask.calls > calls)
            return found or {}

        due = marked(ours, service, self._attempt("the list of changes", changed) or {})
        self.keeper.asked.update(due)
        return due

    def _ask_shows(
        self, subjects: Sequence[AskedShow], asked: Mapping[str, Asked], stood: Container[str]
    ) -> None:
        source = self._request.source
        self._unresolvable = tuple(
            each.words for each in subjects if not is_resolvable(source, each)
        )
        subjects = [each for each in subjects if is_resolvable(source, each)]
        self._left = len(subjects)
        for done, subject in enumerate(subjects):
            if self._stopped or self._ask.is_over:
                return
            self._limits.shows(done, len(subjects))
            self._ask_show(subject, asked, stood)
            self._left -= not self._stopped
            self.keeper.keep_in_time()

    def _ask_show(
        self, subject: AskedShow, asked: Mapping[str, Asked], stood: Container[str]
    ) -> None:
        request = self._request
        found = self._attempt(
            subject.words, lambda: show_answer(request, self._ask, subject, stood)
        )
        was = asked.get(key_of_asked(request.service, subject))
        if found is not None:
            self.keeper.take_show(subject, found, was)
        elif not self._stopped:
            self.keeper.take_failure(subject, was)

    def _attempt(self, words: str, ask: Callable[[], Heard]) -> Heard | None:
        """What the service says; null where it cannot be had, which is remembered under the words."""
        try:
            found = ask()
        except UnavailableError as error:
            self._ask.new_validators()
            self._stopped = isinstance(error, ServiceDownError) or self._ask.is_over
            if not (self._ask.is_over and self.had):
                self._failures.append(Failure(words, error))
            return None
        self.had = True
        return found
