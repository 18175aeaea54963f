"""A refresh from its first call to the last written file."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Final

import msgspec
from msgspec import Struct

from premierectl.catalogue.merge import Catalogue
from premierectl.errors import PremierectlError
from premierectl.paths import Paths
from premierectl.refresh.decide import Outcome, decide
from premierectl.refresh.gather import Asking, Gathered, Request
from premierectl.sources.http.body import Progress
from premierectl.sources.http.client import Client
from premierectl.sources.http.freshness import Validators
from premierectl.storage import changes, derived, files, live
from premierectl.storage.index import build

LICENCE: Final = "CC BY-SA 4.0; data: TVmaze, https://www.tvmaze.com"


class Place(Struct, frozen=True):
    """Where a refresh happens: files, the environment, the clock (UTC), the lock of the live layer."""

    paths: Paths
    environment: Mapping[str, str]
    now: Callable[[], datetime]
    lock: Callable[[], AbstractContextManager[None]]


class Refreshed(Struct, frozen=True):
    """What was said and what came of it; ``complaint`` is why the changes could not be remembered."""

    gathered: Gathered
    outcome: Outcome
    complaint: str | None = None


class Remembered(Struct, frozen=True):
    """What was learnt of how fresh answers are; only good for the choice it was asked with."""

    choice: str
    answers: dict[str, Validators]


def bring_up_to_date(
    place: Place,
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
    with Client(place.environment, now=place.now, progress=progress) as client:
        gathered = Asking(client, request, _fresh(place.paths, request)).gather()
    with place.lock():
        now = place.now().replace(microsecond=0)
        previous = live.load(place.paths.live_catalogue)
        outcome = decide(catalogue, previous, gathered, now)
        complaint = None
        if gathered.asked and not dry_run:
            _write(place.paths, request, gathered, outcome, now)
            complaint = _remember(place.paths, outcome, now)
    return Refreshed(gathered, outcome, complaint)


def _write(
    paths: Paths, request: Request, gathered: Gathered, outcome: Outcome, now: datetime
) -> None:
    files.replace(paths.live_catalogue, live.encoded(outcome.shows, now.date(), LICENCE))
    build(paths.live_catalogue, paths.index)
    answers = dict(gathered.validators)
    derived.save(paths.validators, Remembered(_choice(request), answers))


def _remember(paths: Paths, outcome: Outcome, now: datetime) -> str | None:
    try:
        changes.append(paths.changes, now, outcome.changes)
    except PremierectlError as error:
        return error.message
    return None


def _fresh(paths: Paths, request: Request) -> Mapping[str, Validators]:
    """What need not be asked again: nothing where the layer is gone or was made with other choices."""
    known = derived.load(paths.validators, Remembered)
    if (
        known is None
        or known.choice != _choice(request)
        or not files.is_there(paths.live_catalogue)
    ):
        return {}
    return known.answers


def _choice(request: Request) -> str:
    return repr((request.base, msgspec.structs.replace(request.choice, watched=frozenset())))
