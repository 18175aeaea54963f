"""A refresh from its first call to what is kept of it."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, closing
from datetime import datetime
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from premierectl.catalogue.catalogue import Catalogue
from premierectl.errors import PremierectlError
from premierectl.paths import Paths
from premierectl.refresh.decide import Decided, decide
from premierectl.refresh.gather import Gathered, Request, gather, search_source
from premierectl.refresh.news import Circumstances
from premierectl.sources.http.body import Progress
from premierectl.sources.http.client import Client
from premierectl.sources.http.freshness import Validators
from premierectl.sources.source import Read, ShowSource
from premierectl.storage.layer_files import live_store
from premierectl.storage.live_draft import LiveDraft
from premierectl.watchlist import Watchlist


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


class Refreshed(Struct, frozen=True):
    """What was said and what came of it; ``complaint`` is why earlier changes could not be taken over."""

    gathered: Gathered
    outcome: Decided
    complaint: str | None = None


def bring_up_to_date(
    world: World,
    catalogue: Catalogue,
    request: Request,
    *,
    progress: Progress | None = None,
    dry_run: bool = False,
) -> Refreshed:
    """Ask the service, and keep it in the live store when everything was understood.

    Raises ``UnavailableError`` where anything could not be had, with the store as it was.
    """
    paths = world.paths
    with Client(world.environment, now=world.now, progress=progress) as client:
        gathered = gather(client, request, _fresh(paths, request))
    with world.locked(paths.live_store), closing(_draft(paths)) as draft:
        now = world.now().replace(microsecond=0)
        same = draft.said("choice") in (None, _choice(request)) or not request.everything
        known = Circumstances(asked=draft.asked(), same_choice=same)
        outcome = decide(
            catalogue,
            draft.shows(),
            gathered,
            now,
            request.source,
            known,
            promised=request.promised,
        )
        if gathered.asked and not dry_run:
            _keep(draft, request, gathered, outcome, now)
            draft.tell(now, outcome.changes, _followed(world, catalogue))
            draft.keep()
    left_out = (*draft.unread, *outcome.left_out)
    return Refreshed(gathered, replace(outcome, left_out=left_out), draft.complaint)


def search_online(world: World, source: ShowSource, text: str) -> Read:
    """The shows that a source finds for these words, best first."""
    with Client(world.environment, now=world.now) as client:
        return search_source(client, source, source.address(world.environment), text)


def _draft(paths: Paths) -> LiveDraft:
    first = {"first_layer": paths.first_live_catalogue, "first_changes": paths.first_changes}
    return LiveDraft(paths.live_store, **first)


def _keep(
    draft: LiveDraft, request: Request, gathered: Gathered, outcome: Decided, now: datetime
) -> None:
    listed = {entry["ids"]["tvmaze"] for entry in gathered.entries}
    draft.put(outcome.shows, dict.fromkeys(listed & gathered.followed, now))
    licence = f"{request.source.licence}; data: {request.source.name}"
    draft.say("licence", licence)
    if request.everything:  # a single show makes no other younger
        draft.say("as_of", now.date())
        draft.say("choice", _choice(request))
    draft.answered(gathered.validators)


def _followed(world: World, catalogue: Catalogue) -> frozenset[str] | None:
    """The ids of the followed shows; null where the watchlist cannot be read."""
    try:
        ids = world.watchlist().ids
    except PremierectlError:
        return None
    return frozenset(catalogue.canonical(each) or each for each in ids)


def _fresh(paths: Paths, request: Request) -> Mapping[str, Validators]:
    """What need not be asked again: nothing where the store is gone or was made with other choices."""
    store = live_store(paths.live_store, lambda _: None)
    if store is None:
        return {}
    if request.everything and store.about("choice", str) not in (None, _choice(request)):
        return {}
    return store.answers(Validators)


def _choice(request: Request) -> str:
    return repr((request.base, replace(request.choice, followed=frozenset())))
