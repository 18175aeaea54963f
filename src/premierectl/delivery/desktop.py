"""``--desktop``: the notices of the desktop, by the program that each system has for them."""

import shutil
from collections.abc import Mapping
from typing import Final

from premierectl.delivery.program import MOST_SECONDS, call, refuse_failure
from premierectl.errors import NotDeliveredError
from premierectl.notices.event import Message

# The words are arguments: within the script they would be code.
_SCRIPT: Final = (
    "on run argv",
    "display notification (item 2 of argv) with title (item 1 of argv)",
    "end run",
)
_WHERE: Final = {"notify-send": "; on Debian and Ubuntu: apt install libnotify-bin"}


def tell_desktop(
    platform: str,
    message: Message,
    environment: Mapping[str, str],
    seconds: float = MOST_SECONDS,
) -> None:
    """Show it on the desktop of this ``platform``, named as in ``sys.platform``.

    Raises :class:`NotDeliveredError` where there is no desktop, or none that is known.
    """
    if platform == "win32":
        raise NotDeliveredError(
            "--desktop knows Linux, BSD and macOS; here use --exec, or --to windows://"
        )
    words = _on_macos(message) if platform == "darwin" else _on_freedesktop(message)
    name = words[0]
    if shutil.which(name, path=environment.get("PATH")) is None:
        raise NotDeliveredError(f"--desktop needs {name}{_WHERE.get(name, '')}")
    refuse_failure(name, call(name, words, environment, seconds=seconds))


def _on_macos(message: Message) -> list[str]:
    lines = [word for line in _SCRIPT for word in ("-e", line)]
    return ["osascript", *lines, "--", message.title, message.body]


def _on_freedesktop(message: Message) -> list[str]:
    """The body is markup to those who show it, the title is not (Desktop Notifications 1.2)."""
    body = message.body
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        body = body.replace(sign, entity)
    return ["notify-send", "-a", "premierectl", "--", message.title, body]
