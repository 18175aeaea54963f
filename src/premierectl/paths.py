"""Where each file lives."""

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Final

from msgspec import Struct

from premierectl.errors import UsageError

XDG_FOLDERS: Final = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


class Paths(Struct, frozen=True):
    """The folders of this user: what is edited, kept, remembered, and may be deleted."""

    config: Path
    data: Path
    state: Path
    cache: Path

    @property
    def own_catalogue(self) -> Path:
        """What the user states; wins over every other layer."""
        return self.config / "shows.json"

    @property
    def settings(self) -> Path:
        """What the user wants always."""
        return self.config / "config.toml"

    @property
    def live_store(self) -> Path:
        """What a service states, and what of it changed when."""
        return self.state / "live.sqlite"

    @property
    def first_live_catalogue(self) -> Path:
        """Where an earlier premierectl kept what a service states; a refresh takes it over."""
        return self.data / "catalogue.json"

    @property
    def first_changes(self) -> Path:
        """Where it kept what changed; a refresh takes that over, too."""
        return self.state / "changes.json"

    @property
    def told(self) -> Path:
        """What calendars were told of each event."""
        return self.state / "calendar.json"

    @property
    def notified(self) -> Path:
        """What notices were given, by each way of telling."""
        return self.state / "notified.json"

    @property
    def vdirs(self) -> Path:
        """What was written into each folder of events."""
        return self.state / "vdirs"

    @property
    def last_look(self) -> Path:
        """When the user last looked at the list of what is coming."""
        return self.state / "last-look.json"

    @property
    def age_told(self) -> Path:
        """The day on which the user was last told how old the dates are."""
        return self.state / "age-told.json"

    @property
    def merges(self) -> Path:
        """What merges brought into the watchlist."""
        return self.state / "merges.json"

    @property
    def watchlist(self) -> Path:
        """What the user follows."""
        return self.data / "watchlist.json"

    def lock(self, path: Path) -> Path:
        """The lock that guards changes of this file; never deleted."""
        return self.state / "locks" / f"{path.stem}.lock"

    def draft(self, path: Path) -> Path:
        """Where this file is while it is edited."""
        return self.state / "drafts" / path.name

    def versions(self, path: Path) -> Path:
        """The folder with the last versions of this file."""
        return self.state / "versions" / path.stem


def bundled_catalogue() -> Path:
    """The catalogue that comes with the program: in the package, or in the checkout it runs from."""
    here = Path(__file__).parent
    packed = here / "data" / "shows.json"
    return packed if packed.exists() else here.parents[1] / "data" / "shows.json"


def find_paths(environment: Mapping[str, str]) -> Paths:
    """All under ``PREMIERECTL_HOME`` where that is set, else where the system puts such files.

    Raises :class:`UsageError` where neither leads to a folder.
    """
    home = environment.get("PREMIERECTL_HOME")
    if home:
        root = _absolute(home)
        return Paths(root / "config", root / "data", root / "state", root / "cache")
    if not _has_home(environment):
        raise UsageError(
            "no home folder is known; set PREMIERECTL_HOME to the folder where premierectl "
            "may keep its files"
        )
    from platformdirs import PlatformDirs

    system = PlatformDirs("premierectl", appauthor=False)
    return Paths(
        Path(system.user_config_dir),
        Path(system.user_data_dir),
        Path(system.user_state_dir),
        Path(system.user_cache_dir),
    )


def _has_home(environment: Mapping[str, str]) -> bool:
    """Whether there is a folder of the user's, by ``HOME`` or by the system's list of users.

    Where the four folders of the XDG specification are named, none is needed.
    """
    if all(PurePath(environment.get(name, "")).is_absolute() for name in XDG_FOLDERS):
        return True
    if "HOME" in environment:
        return PurePath(environment["HOME"]).is_absolute()
    try:
        return Path.home().is_absolute()
    except RuntimeError:
        return False


def _absolute(home: str) -> Path:
    try:
        root = Path(home).expanduser().absolute()
    except (RuntimeError, OSError):
        raise UsageError(
            f"PREMIERECTL_HOME={home!r} leads to no folder; write it out in full, such as /srv/shows"
        ) from None
    return root
