"""``config``: whether the settings and the variables are what they are meant to be."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, tzinfo
from typing import Final

import typer
from msgspec.structs import replace

from premierectl.app import App
from premierectl.catalogue.suggest import did_you_mean
from premierectl.cli.command import command, family
from premierectl.cli.editor import editor_words
from premierectl.cli.notice_ways import NO_COMMAND
from premierectl.cli.session import Session, View
from premierectl.delivery.address import NO_SCHEME, scheme_of
from premierectl.delivery.hook import hook_words
from premierectl.errors import BadFileError, ExitCode, PremierectlError
from premierectl.moment import find_zone, moment_at
from premierectl.render.found import ProblemItem
from premierectl.storage.files import is_there
from premierectl.storage.settings import Settings, settings_problems, usable_settings
from premierectl.system_zone import system_zone

config_app = family("Check your settings.", usual="check")

# Every variable of its own that the program reads, as docs/settings.md lists them.
VARIABLES: Final = (
    "PREMIERECTL_HOME",
    "PREMIERECTL_TIMEZONE",
    "PREMIERECTL_NOW",
    "PREMIERECTL_PLAIN",
    "PREMIERECTL_MEMO",
    "PREMIERECTL_LOCK_SECONDS",
    "PREMIERECTL_TVMAZE_URL",
    "PREMIERECTL_NOTIFY_TO",
    "PREMIERECTL_DEBUG",
)
# What ``notify --exec`` tells the program that it calls begins so.
_TOLD_TO_PROGRAMS: Final = "PREMIERECTL_EVENT_"
_ENVIRONMENT: Final = "environment"


@config_app.callback()
def _family() -> None:
    """Check your settings.

    What each setting and variable means: docs/settings.md.
    """


@command(config_app, "check")
def check_config(view: View) -> None:
    """Check your settings and variables for mistakes.

    Each is named; exit code 65 if there is one.
    """
    session = view.open()
    world = session.world
    listed = [*_of_the_file(world), *_of_variables(world)]
    if listed:  # the zone may be what is wrong
        told = (None, "UTC")
        Session(replace(world, told=told), session.out).show("config check", None, listed)
        raise typer.Exit(ExitCode.BAD_DATA)
    session.show("config check", None, listed)
    if session.out.is_for_people:
        there = "no problems in" if is_there(world.paths.settings) else "there is no"
        session.out.write(f"{there} {world.paths.settings}\n")


def _of_the_file(world: App) -> Iterator[ProblemItem]:
    path = world.paths.settings
    try:
        problems, stated = settings_problems(path), usable_settings(path)
    except BadFileError as error:
        yield _problem(str(path), "", error.message.removeprefix(f"{path}: "))
        return
    for name, message in (*problems, *_of_values(stated)):
        yield _problem(str(path), name, message)


def _of_values(stated: Settings) -> Iterator[tuple[str, str]]:
    """The settings of the right kind that all the same cannot be used."""
    if stated.timezone and find_zone(stated.timezone) is None:
        yield "timezone", f"{stated.timezone!r} is not a time zone"
    if stated.notify.exec and not hook_words(stated.notify.exec):
        yield "notify.exec", NO_COMMAND
    if not all(map(scheme_of, filter(None, stated.notify.to))):
        yield "notify.to", NO_SCHEME


def _of_variables(world: App) -> Iterator[ProblemItem]:
    for name in _ours(world.environment):
        if name not in VARIABLES:
            hint = did_you_mean(name, VARIABLES) or "; docs/settings.md lists those there are"
            yield _problem(_ENVIRONMENT, name, f"there is no such variable{hint}")
    told = _moment_zone(world)
    now = world.environment.get("PREMIERECTL_NOW")
    if now and (why := _why_no_moment(now, told)):
        yield _problem(_ENVIRONMENT, "PREMIERECTL_NOW", why)
    for name, check in _CHECKS.items():
        value = world.environment.get(name)
        why = check(value) if value else ""
        if why:
            yield _problem(_ENVIRONMENT, name, why)
    if not _names_a_zone(world):
        complaint = system_zone(world.environment).complaint
        if complaint:
            yield _problem(_ENVIRONMENT, "TZ", complaint)


def _moment_zone(world: App) -> tzinfo:
    """The viewer's zone, UTC where it cannot be told."""
    try:
        return world.viewer_zone.zone
    except PremierectlError:
        return UTC


def _names_a_zone(world: App) -> bool:
    """Whether the system's zone is nobody's concern."""
    if world.told[1]:
        return True
    with contextlib.suppress(BadFileError):
        return usable_settings(world.paths.settings).timezone is not None
    return False


def _why_no_zone(value: str) -> str:
    return "" if find_zone(value) else f"{value!r} is not a time zone"


def _why_no_moment(value: str, zone: tzinfo) -> str:
    return _refusal(lambda: moment_at(value, zone, ""))


def _why_no_seconds(value: str) -> str:
    try:
        return "" if float(value) >= 0 else f"{value!r} is not a time to wait"
    except ValueError:
        return f"{value!r} is not a number of seconds"


def _why_no_addresses(value: str) -> str:
    return "" if all(map(scheme_of, value.split())) else NO_SCHEME


def _why_no_editor(value: str) -> str:
    return _refusal(lambda: editor_words(value))


def _why_no_service(value: str) -> str:
    from premierectl.sources.http.addresses import checked  # noqa: PLC0415 - loads urllib3

    return _refusal(lambda: checked(value))


def _refusal(use: Callable[[], object]) -> str:
    """Why something cannot be used; empty where it can."""
    try:
        use()
    except PremierectlError as error:
        return error.message
    return ""


_CHECKS: Final[Mapping[str, Callable[[str], str]]] = {
    "PREMIERECTL_TIMEZONE": _why_no_zone,
    "PREMIERECTL_LOCK_SECONDS": _why_no_seconds,
    "PREMIERECTL_TVMAZE_URL": _why_no_service,
    "PREMIERECTL_NOTIFY_TO": _why_no_addresses,
    "VISUAL": _why_no_editor,
    "EDITOR": _why_no_editor,
}


def _ours(environment: Mapping[str, str]) -> Iterator[str]:
    ours = (name for name in sorted(environment) if name.startswith("PREMIERECTL_"))
    return (name for name in ours if not name.startswith(_TOLD_TO_PROGRAMS))


def _problem(file: str, name: str, message: str) -> ProblemItem:
    return ProblemItem(file=file, line=0, path=name, message=message)
