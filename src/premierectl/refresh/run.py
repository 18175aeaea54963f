"""A refresh from its first call to the last written file."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

import msgspec
from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue
from premierectl.errors import PremierectlError
from premierectl.paths import Paths
from premierectl.refresh.decide import Decided, decide
from premierectl.refresh.gather import Gathered, Request, gather, search_source
from premierectl.sources.http.body import Progress
from premierectl.sources.http.client import Client
from premierectl.sources.http.freshness import Validators
from premierectl.sources.source import Read, ShowSource
from premierectl.storage import cache_file, changes, files, live
from premierectl.storage.index import build


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

    def locked(self, path: Path) -> AbstractContextManager[None]:
        """Hold the lock of this file."""


class Refreshed(Struct, frozen=True):
    """What was said and what came of it; ``complaint`` is why the changes could not be remembered."""

    gathered: Gathered
    outcome: Decided
    complaint: str | None = None


class Remembered(Struct, frozen=True):
    """What was learnt of how fresh answers are; only good for the choice it was asked with."""

    choice: str
    answers: dict[str, Validators]


def bring_up_to_date(
    world: World,
    catalogue: Catalogue,
    request: Request,
    *,
    progress: Progress | None = None,
    dry_run: bool = False,
) -> Refreshed:
    """Ask the service, and replace the live layer when everything was understood.

    Raises ``UnavailableError`` where anything could not be had, with the layer as it was. What
    changed is remembered, unless that file is broken: then it stays as it is.
    """
    paths = world.paths
    with Client(world.environment, now=world.now, progress=progress) as client:
        gathered = gather(client, request, _fresh(paths, request))
    with world.locked(paths.live_catalogue):
        now = world.now().replace(microsecond=0)
        previous = live.load_live(paths.live_catalogue)
        outcome = decide(catalogue, previous, gathered, now, request.source)
        complaint = None
        if gathered.asked and not dry_run:
            _write_layer(paths, request, gathered, outcome, now)
            complaint = _remember(paths, outcome, now)
    return Refreshed(gathered, outcome, complaint)


def search_online(world: World, source: ShowSource, text: str) -> Read:
    """The shows that a source finds for these words, best first."""
    with Client(world.environment, now=world.now) as client:
        return search_source(client, source, source.address(world.environment), text)


def _write_layer(
    paths: Paths, request: Request, gathered: Gathered, outcome: Decided, now: datetime
) -> None:
    source = request.source
    files.replace(
        paths.live_catalogue,
        live.encoded(outcome.shows, now.date(), f"{source.licence}; data: {source.name}"),
    )
    build(paths.live_catalogue, paths.index)
    answers = dict(gathered.validators)
    cache_file.save(paths.validators, Remembered(_choice(request), answers))


def _remember(paths: Paths, outcome: Decided, now: datetime) -> str | None:
    try:
        changes.append(paths.changes, now, outcome.changes)
    except PremierectlError as error:
        return error.message
    return None


def _fresh(paths: Paths, request: Request) -> Mapping[str, Validators]:
    """What need not be asked again: nothing where the layer is gone or was made with other choices."""
    known = cache_file.load_cached(paths.validators, Remembered)
    if (
        known is None
        or known.choice != _choice(request)
        or not files.is_there(paths.live_catalogue)
    ):
        return {}
    return known.answers


def _choice(request: Request) -> str:
    return repr((request.base, msgspec.structs.replace(request.choice, followed=frozenset())))
