"""The outside world as one frozen value: the moment, the paths, the catalogue, the watchlist."""

import contextlib
import os
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from premierectl.catalogue.catalogue import Catalogue
from premierectl.errors import BadFileError, BadMomentError, PremierectlError
from premierectl.moment import ChangesAt, Moment, find_zone, moment_at
from premierectl.paths import Paths, bundled_catalogue, find_paths
from premierectl.storage import files
from premierectl.storage.layer_files import Complain, live_file, load_layers
from premierectl.storage.watchlist import (
    EMPTY_WATCHLIST,
    change,
    load_watchlist,
)
from premierectl.system_zone import SystemZone, system_zone
from premierectl.watchlist import Watchlist

if TYPE_CHECKING:
    from premierectl.storage.catalogue import Located
    from premierectl.storage.merging import WatchlistMerge
    from premierectl.storage.own_catalogue import OwnCatalogue
    from premierectl.storage.settings import Loaded, Settings
    from premierectl.storage.versions import Versions
    from premierectl.storage.watchlist_history import WatchlistHistory

_LOCK_SECONDS: Final = 10.0

Memory = TypeVar("Memory")


class App(Struct, frozen=True, dict=True):
    """What every command is given: it reads the clock and the environment, nothing else does.

    The settings and the viewer's zone are looked up when they are asked for: a command that needs
    neither does not fail over one. ``told`` are the moment and the zone that the user named,
    ``opened`` is when the program began, by the monotonic clock (seconds).
    """

    paths: Paths
    environment: Mapping[str, str]
    told: tuple[str | None, str | None]
    instant: datetime
    opened: float

    @classmethod
    def open(cls, now: str | None = None, timezone: str | None = None) -> Self:
        """The world as it is, or as ``--now`` and ``--timezone`` or their variables say it is."""
        environment = dict(os.environ)
        told = (
            now or environment.get("PREMIERECTL_NOW") or None,
            timezone or environment.get("PREMIERECTL_TIMEZONE") or None,
        )
        paths = find_paths(environment)
        return cls(paths, environment, told, datetime.now(UTC), time.monotonic())

    @cached_property
    def moment(self) -> Moment:
        """Now in the viewer's zone. Raises :class:`BadMomentError` for what the user named badly."""
        now, _ = self.told
        viewer = self.viewer_zone
        if now is not None:
            return moment_at(now, viewer.zone, viewer.name)
        return Moment(self.instant, viewer.zone, viewer.name, self.changes_at)

    @cached_property
    def changes_at(self) -> ChangesAt:
        """When what the moment has told until now will be otherwise; never where the user named it."""
        return ChangesAt()

    @property
    def instant_told(self) -> datetime:
        """Now, or the moment that the user named (UTC)."""
        return self.instant if self.told[0] is None else self.moment.instant

    @cached_property
    def viewer_zone(self) -> SystemZone:
        """The zone that is told by the user, by the settings, or by the system, in that order."""
        _, told = self.told
        if told:
            return SystemZone(_zone(told), told)
        name = self.stated.settings.timezone if self.stated else None
        if name:
            return SystemZone(_zone(name, self.paths.settings), name)
        return system_zone(self.environment)

    @property
    def settings(self) -> "Settings":
        """What the user wants always. Raises :class:`BadFileError` for a value of a wrong kind."""
        from premierectl.storage.settings import Settings  # noqa: PLC0415 - a script does without

        return self.stated.settings if self.stated else Settings()

    @cached_property
    def stated(self) -> "Loaded | None":
        """The settings in their file, and what there no setting is called; null without a file."""
        path = self.paths.settings
        if not os.path.lexists(path):
            return None
        from premierectl.storage.settings import load_settings  # noqa: PLC0415 - seldom

        return load_settings(path)

    @property
    def wants_plain(self) -> bool:
        """Whether sentences are wanted: by ``PREMIERECTL_PLAIN``, else by the settings.

        ``0``, ``no``, ``off`` and ``false`` are no.

        Settings that cannot be read say nothing of it; whatever needs them says why.
        """
        told = self.environment.get("PREMIERECTL_PLAIN")
        if told:
            return told.lower() not in ("0", "no", "off", "false")
        with contextlib.suppress(PremierectlError):
            return self.settings.plain
        return False

    def moment_now(self) -> Moment:
        """The moment as it is by now; a moment that the user chose goes on from there."""
        gone = timedelta(seconds=time.monotonic() - self.opened)
        return replace(self.moment, at=self.moment.at + gone)

    def now(self) -> datetime:
        """The instant as it is by now (UTC)."""
        return self.moment_now().instant

    @property
    def layer_files(self) -> tuple[tuple[str, Path], ...]:
        """The name and the file of each layer, the lowest first."""
        return (
            ("bundled", bundled_catalogue()),
            ("live", live_file(self.paths.live_store, self.paths.first_live_catalogue)),
            ("own", self.paths.own_catalogue),
        )

    @property
    def answer_files(self) -> tuple[Path, ...]:
        """Every file of the user's that an answer for a script comes from, there or not."""
        paths = self.paths
        live = (paths.live_store, paths.first_live_catalogue)
        return (bundled_catalogue(), *live, paths.own_catalogue, paths.watchlist, paths.settings)

    def catalogue(self, complain: Complain = lambda _: None) -> Catalogue:
        """All layers that are there, as one; why the live store has to be left out is a complaint."""
        return Catalogue(load_layers(self.layer_files, complain))

    def watchlist(self) -> Watchlist:
        """What is followed now."""
        return load_watchlist(self.paths.watchlist)

    def change_watchlist(self, decide: Callable[[Watchlist], Watchlist]) -> Watchlist:
        """Let ``decide`` say what the watchlist becomes, under its lock; return what it became."""
        path = self.paths.watchlist
        with self.locked(path):
            return change(self._versions(path, EMPTY_WATCHLIST), decide)

    def watchlist_history(self) -> "WatchlistHistory":
        """What the watchlist was, to be brought back."""
        from premierectl.storage.watchlist_history import WatchlistHistory  # noqa: PLC0415 - seldom

        path = self.paths.watchlist
        versions = self._versions(path, EMPTY_WATCHLIST)
        return WatchlistHistory(versions, self.paths.lock(path), self.lock_seconds)

    def watchlist_merge(self) -> "WatchlistMerge":
        """The watchlist, for others to be merged into it."""
        from premierectl.storage.merging import WatchlistMerge  # noqa: PLC0415 - seldom

        path, memory = self.paths.watchlist, self.paths.merges
        versions = self._versions(path, EMPTY_WATCHLIST)
        lock = self.paths.lock(path)
        return WatchlistMerge(versions, memory, lock, self.lock_seconds, self.instant_told)

    def problems(self, path: Path) -> "list[Located]":
        """Every problem of a catalogue file by itself, and with what the layers below it say."""
        from premierectl.storage.layer_problems import layer_problems  # noqa: PLC0415 - for checks

        return layer_problems(path, self.layer_files, self.paths.live_store)

    def own_catalogue(self) -> "OwnCatalogue":
        """The user's own layer, to be changed."""
        from premierectl.storage.own_catalogue import OwnCatalogue  # noqa: PLC0415 - for changes

        path = self.paths.own_catalogue
        return OwnCatalogue(
            path,
            draft=self.paths.draft(path),
            versions=self.paths.versions(path),
            lock=self.paths.lock(path),
            lock_seconds=self.lock_seconds,
        )

    def remembered(
        self, path: Path, kind: type[Memory], decide: Callable[[Memory | None], Memory]
    ) -> Memory:
        """Let ``decide`` say, of what was remembered in this file, what is to be remembered.

        Where it cannot be read or kept, nothing fails over it.
        """
        from premierectl.storage import cache_file  # noqa: PLC0415 - only where something is remembered

        with contextlib.ExitStack() as stack:
            with contextlib.suppress(PremierectlError):
                stack.enter_context(self.locked(path))
            before = cache_file.load_cached(path, kind)
            after = decide(before)
            if after != before:
                cache_file.save(path, after)
        return after

    @property
    def lock_seconds(self) -> float:
        """How long a change waits for another process."""
        try:
            return max(0.0, float(self.environment["PREMIERECTL_LOCK_SECONDS"]))
        except (KeyError, ValueError):
            return _LOCK_SECONDS

    def locked(self, path: Path) -> AbstractContextManager[None]:
        """Hold the lock of this file."""
        return files.locked(self.paths.lock(path), self.lock_seconds)

    def _versions(self, path: Path, empty: bytes) -> "Versions":
        from premierectl.storage.versions import Versions  # noqa: PLC0415 - for changes

        return Versions(path, self.paths.versions(path), empty)


def _zone(name: str, settings: Path | None = None) -> ZoneInfo:
    """The zone that the user named, in these settings or elsewhere."""
    zone = find_zone(name)
    if zone is not None:
        return zone
    why = f"{name!r} is not a time zone; write one like Europe/Berlin"
    if settings is None:
        raise BadMomentError(f"{why} with --timezone")
    raise BadFileError(str(settings), f"timezone: {why}")
