"""``config``: whether the settings and the variables are what they are meant to be."""

from collections.abc import Iterator, Mapping
from datetime import UTC
from typing import Final

import typer
from msgspec.structs import replace

from premierectl.app import App
from premierectl.catalogue.suggest import did_you_mean
from premierectl.cli.command import command, family
from premierectl.cli.session import Session, View
from premierectl.errors import BadFileError, BadMomentError, ExitCode
from premierectl.moment import find_zone, moment_at
from premierectl.render.found import ProblemItem
from premierectl.storage.files import is_there
from premierectl.storage.settings import load_settings, settings_problems

config_app = family("Whether your settings are right.", usual="check")

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
        problems = settings_problems(path)
        zone = None if problems else load_settings(path).settings.timezone
    except BadFileError as error:
        yield _problem(str(path), "", error.message.removeprefix(f"{path}: "))
        return
    for name, message in problems:
        yield _problem(str(path), name, message)
    if zone is not None and find_zone(zone) is None:
        yield _problem(str(path), "timezone", f"{zone!r} is not a time zone")


def _of_variables(world: App) -> Iterator[ProblemItem]:
    for name in _ours(world.environment):
        if name not in VARIABLES:
            hint = did_you_mean(name, VARIABLES) or "; docs/settings.md lists those there are"
            yield _problem(_ENVIRONMENT, name, f"no variable is called so{hint}")
    zone = world.environment.get("PREMIERECTL_TIMEZONE")
    if zone and find_zone(zone) is None:
        yield _problem(_ENVIRONMENT, "PREMIERECTL_TIMEZONE", f"{zone!r} is not a time zone")
    now = world.environment.get("PREMIERECTL_NOW")
    try:
        moment_at(now or "2027-01-01", UTC, "UTC")
    except BadMomentError as error:
        yield _problem(_ENVIRONMENT, "PREMIERECTL_NOW", error.message)


def _ours(environment: Mapping[str, str]) -> Iterator[str]:
    ours = (name for name in sorted(environment) if name.startswith("PREMIERECTL_"))
    return (name for name in ours if not name.startswith(_TOLD_TO_PROGRAMS))


def _problem(file: str, name: str, message: str) -> ProblemItem:
    return ProblemItem(file=file, line=0, path=name, message=message)
