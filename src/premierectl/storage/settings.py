"""The settings file, ``config.toml``: what a user wants always, each also an option."""

from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from premierectl.catalogue.suggest import did_you_mean
from premierectl.errors import BadFileError
from premierectl.storage import files

WeekDay = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

Percent = Annotated[int, Meta(ge=0, le=100)]


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the user has set; ``timezone`` is an IANA name.

    Of what a service lists, ``refresh`` keeps these languages, countries, networks and types, from
    this popularity (0 to 100) on; an empty list is no limit. A catalogue older than ``stale_days``
    is said to be old.
    """

    timezone: str | None = None
    week_start: WeekDay | None = None
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    types: tuple[str, ...] = ("Scripted", "Animation", "Documentary", "Reality")
    least_popularity: Percent = 0
    stale_days: Annotated[int, Meta(ge=1)] = 30


def load(path: Path) -> Settings:
    """The settings in this file; all as they are by default where there is no file.

    Raises :class:`BadFileError` for what is no TOML, for unknown names and for values of a wrong kind.
    """
    data = files.read(path)
    return Settings() if data is None else _read(path, data)


def _read(path: Path, data: bytes) -> Settings:
    import tomllib  # noqa: PLC0415 - only where there is a file

    try:
        written = tomllib.loads(data.decode().removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        reason = str(error)
        raise BadFileError(str(path), reason[:1].lower() + reason[1:]) from None
    names = Settings.__struct_fields__
    for name in written:
        if name not in names:
            hint = did_you_mean(name, names) or f"; there are {', '.join(names)}"
            raise BadFileError(str(path), f"no setting is called {name!r}{hint}")
    return _converted(path, written)


def _converted(path: Path, written: dict[str, Any]) -> Settings:
    try:
        return msgspec.convert(written, Settings)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at `$.")
        raise BadFileError(str(path), f"{place.rstrip('`')}: {reason.lower()}") from None
