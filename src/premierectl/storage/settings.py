"""The settings file, ``config.toml``: what a user wants always, each also an option."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, get_type_hints

import msgspec
from msgspec import Meta, Struct

from premierectl.errors import BadFileError
from premierectl.notices.marks import USUAL_MARKS
from premierectl.storage import files
from premierectl.upcoming.age import USUAL_STALE_DAYS

if TYPE_CHECKING:
    from premierectl.catalogue.validation.shape import Problem

WeekDay = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

Percent = Annotated[int, Meta(ge=0, le=100, description="a whole number from 0 to 100")]

# So many days ahead one can be reminded.
MOST_DAYS: Final = 366
DaysBefore = Annotated[
    int, Meta(ge=0, le=MOST_DAYS, description=f"a whole number of days from 0 to {MOST_DAYS}")
]


class NotifySettings(Struct, frozen=True, kw_only=True):
    """What the user wants to be told, and by which ways: the options of ``notify``."""

    days: tuple[DaysBefore, ...] = USUAL_MARKS
    premieres: bool = False
    changes: bool = True
    digest: bool = False
    desktop: bool = False
    to: tuple[str, ...] = ()
    exec: str | None = None


class Settings(Struct, frozen=True, kw_only=True):
    """What the user has set; ``timezone`` is an IANA name.

    Of what a service lists, ``refresh`` keeps these languages, countries, networks and types, from
    this popularity (0 to 100) on; an empty list is no limit. A catalogue older than ``stale_days``
    is said to be old. ``plain`` is for a screen reader.
    """

    timezone: str | None = None
    week_start: WeekDay | None = None
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    types: tuple[str, ...] = ("Scripted", "Animation", "Documentary", "Reality")
    least_popularity: Percent = 0
    plain: bool = False
    stale_days: Annotated[int, Meta(ge=1, description="a whole number of days from 1 on")] = (
        USUAL_STALE_DAYS
    )
    notify: NotifySettings = NotifySettings()


class Loaded(Struct, frozen=True):
    """Settings, and a complaint for each name in their file that is none of them."""

    settings: Settings = Settings()
    complaints: tuple[str, ...] = ()


def load_settings(path: Path) -> Loaded:
    """The settings in this file; all as they are by default where there is no file.

    Raises :class:`BadFileError` for what is no TOML and for values of a wrong kind.
    """
    written = _in_the_file(path)
    settings = _converted(path, written)
    return Loaded(settings, tuple(f"{path}: {words}" for _, words in _unknown_names(written)))


def settings_problems(path: Path) -> list[tuple[str, str]]:
    """The name of each setting that is wrong in this file, and what is wrong with it.

    Raises :class:`BadFileError` for what is no TOML.
    """
    written = _in_the_file(path)
    misfits = ((each.path, each.message) for each in _misfits(written))
    return [*_unknown_names(written), *misfits]


def usable_settings(path: Path) -> Settings:
    """The settings in this file that are right by themselves, the others as they are by default.

    Raises :class:`BadFileError` for what is no TOML.
    """
    written = _in_the_file(path)
    wrong = {each.path.partition("[")[0] for each in _misfits(written)}
    names = {name: value for name, value in written.items() if name not in wrong}
    if isinstance(names.get("notify"), dict):
        told = names["notify"].items()
        names["notify"] = {name: value for name, value in told if f"notify.{name}" not in wrong}
    return _converted(path, names)


def _in_the_file(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - only where there is a file

    data = files.read(path)
    try:
        return tomllib.loads((data or b"").decode().removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        raise BadFileError(str(path), f"is not TOML: {reason[:1].lower()}{reason[1:]}") from None
    except UnicodeDecodeError:
        raise BadFileError(str(path), "is not UTF-8 text") from None


def _unknown_names(written: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each name that is no setting, and what is to be said of it."""
    tables = (("", Settings, written), ("notify.", NotifySettings, written.get("notify", {})))
    for table, kind, names in tables:
        for name in names if isinstance(names, dict) else ():
            if name not in kind.__struct_fields__:
                yield table + name, _unknown_words(table, name, kind)


def _unknown_words(table: str, name: str, kind: type[Struct]) -> str:
    from premierectl.catalogue.suggest import did_you_mean  # noqa: PLC0415 - after a miss

    names = kind.__struct_fields__
    hint = did_you_mean(name, names) or f"; there are {', '.join(names)}"
    return f"no setting is called {table + name!r}{hint}"


def _converted(path: Path, written: dict[str, Any]) -> Settings:
    try:
        return msgspec.convert(written, Settings)
    except msgspec.ValidationError:
        first = next(_misfits(written))
        raise BadFileError(str(path), f"{first.path} {first.message}") from None


def _misfits(written: dict[str, Any]) -> "Iterator[Problem]":
    """Where the values of settings are none, in the order of the settings."""
    from premierectl.catalogue.validation.shape import (  # noqa: PLC0415 - after a miss
        Problem,
        kind_of,
        misfits,
    )

    hints = get_type_hints(Settings, include_extras=True)
    for name in Settings.__struct_fields__:
        if name in written and name != "notify":
            yield from misfits(written[name], hints[name], name)
    table = written.get("notify", {})
    if not isinstance(table, dict):
        yield Problem("notify", f"is {kind_of(table)}; write [notify] with its settings below it")
        return
    hints = get_type_hints(NotifySettings, include_extras=True)
    for name in NotifySettings.__struct_fields__:
        if name in table:
            yield from misfits(table[name], hints[name], f"notify.{name}")
