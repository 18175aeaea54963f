"""``--exec``: a program of the user's own."""

import shlex
from collections.abc import Mapping

from premierectl.delivery.program import MOST_SECONDS, call, refuse_failure
from premierectl.notices.event import Message


def hook_words(command: str) -> list[str]:
    """The program and its arguments, as a shell would split them; no shell is called.

    None for a quote that is not closed, and for nothing.
    """
    try:
        return shlex.split(command)
    except ValueError:
        return []


def tell_hook(
    words: list[str],
    message: Message,
    environment: Mapping[str, str],
    seconds: float = MOST_SECONDS,
) -> None:
    """Call it with the notice in its environment, and as JSON on its standard input.

    Raises :class:`NotDeliveredError` unless it ends with exit code 0 in that time.
    """
    told = {f"PREMIERECTL_EVENT_{name.upper()}": value for name, value in message.fields.items()}
    name = words[0].rpartition("/")[2]
    code = call(name, words, {**environment, **told}, message.document, seconds=seconds)
    refuse_failure(name, code)
