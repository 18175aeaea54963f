"""By which ways somebody wants to be told, by the options, the environment or the settings."""

import re
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from hashlib import blake2b
from typing import Annotated, Final

import typer
from msgspec import Struct

from premierectl.cli.saying import notice
from premierectl.cli.session import Session
from premierectl.delivery.address import NO_SCHEME, scheme_of, tell_address
from premierectl.delivery.desktop import tell_desktop
from premierectl.delivery.hook import hook_words, tell_hook
from premierectl.errors import BadFileError, PremierectlError, UsageError
from premierectl.notices.event import Message, Notice
from premierectl.notifying import Way
from premierectl.render.notices import message_of
from premierectl.storage.files import status
from premierectl.storage.settings import NotifySettings

Deliver = Callable[[Message, Mapping[str, str]], None]

NO_COMMAND: Final = "is not a command; write a program with its arguments, in quotes"

# Addresses of ``--to`` that no other user of the machine sees.
_TO: Final = "PREMIERECTL_NOTIFY_TO"


class Secret:
    """A text that no message shows."""

    def __init__(self, text: str) -> None:
        self.text = text


class WayOptions(Struct, frozen=True, kw_only=True):
    """By which ways somebody wants to be told; null is as in the settings."""

    desktop: Annotated[
        bool | None,
        typer.Option("--desktop/--no-desktop", help="Show notices on this desktop."),
    ] = None
    to: Annotated[
        list[Secret] | None,
        typer.Option(
            "--to",
            metavar="URL",
            parser=Secret,
            help="Send notices to any service apprise knows, such as ntfy://TOPIC. Repeatable."
            "  [env: PREMIERECTL_NOTIFY_TO]",
        ),
    ] = None
    program: Annotated[
        str | None,
        typer.Option(
            "--exec",
            metavar="COMMAND",
            help="Call this program for each notice, without a shell.",
        ),
    ] = None


def ways_wanted(session: Session, wanted: WayOptions) -> list[Way]:
    """The ways of telling, other than to print what is due; raises :class:`UsageError` for a bad one."""
    stated = session.settings.notify
    found = list[Way]()
    if stated.desktop if wanted.desktop is None else wanted.desktop:
        told = partial(tell_desktop, sys.platform)
        found.append(Way("desktop", "desktop", partial(_hand_over, session, told)))
    program = stated.exec if wanted.program is None else wanted.program
    if program:
        found.append(_way_of_hook(session, program, is_stated=wanted.program is None))
    found += (_way_to(session, url) for url in _addresses(session, wanted, stated))
    return found


def _addresses(session: Session, wanted: WayOptions, stated: NotifySettings) -> Iterator[str]:
    """The addresses of the options, else of the environment, else of the settings, each once."""
    wrong: PremierectlError
    listed, wrong = stated.to, UsageError(f"--to {NO_SCHEME}")
    if wanted.to is not None:
        listed = tuple(secret.text for secret in wanted.to)
    elif told := session.world.environment.get(_TO, "").split():
        listed, wrong = tuple(told), UsageError(f"{_TO} {NO_SCHEME}")
    elif listed:
        wrong = BadFileError(str(session.world.paths.settings), f"notify.to {NO_SCHEME}")
        _say_if_others_read_it(session)
    for url in dict.fromkeys(filter(None, listed)):
        if re.search("[\ud800-\udfff\0]", url):
            raise UsageError("an address of --to is not UTF-8 text")
        if not scheme_of(url):
            raise wrong
        yield url


def _say_if_others_read_it(session: Session) -> None:
    """Warn of settings with addresses, which hold secrets, that others can read."""
    path = session.world.paths.settings
    known = status(path)
    if sys.platform != "win32" and known and known.st_mode & (stat.S_IRGRP | stat.S_IROTH):
        notice(f"{path} holds addresses of --to and can be read by others; see: chmod 600")


def _way_of_hook(session: Session, program: str, *, is_stated: bool) -> Way:
    words = hook_words(program)
    if not words and is_stated:
        raise BadFileError(str(session.world.paths.settings), f"notify.exec {NO_COMMAND}")
    if not words:
        raise UsageError(f"--exec {NO_COMMAND}")
    told = partial(tell_hook, words)
    return Way("exec", f"exec {_digest_of(program)}", partial(_hand_over, session, told))


def _way_to(session: Session, url: str) -> Way:
    name = f"to {scheme_of(url)}"
    told = partial(tell_address, url)
    return Way(name, f"{name} {_digest_of(url)}", partial(_hand_over, session, told))


def _digest_of(secret: str) -> str:
    """What tells two of a kind apart, and is too short to find the secret by."""
    return blake2b(secret.encode(), digest_size=4).hexdigest()


def _hand_over(session: Session, deliver: Deliver, notice: Notice) -> None:
    deliver(message_of(notice), _given_away(session))


def _given_away(session: Session) -> dict[str, str]:
    """The environment for another program, without the secrets in ours."""
    return {name: value for name, value in session.world.environment.items() if name != _TO}
