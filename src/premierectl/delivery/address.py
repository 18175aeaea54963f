"""``--to URL``: any of the services that apprise knows, which is loaded in a process of its own.

A service that answers a byte at a time would hold a process for ever; that one is ended.
"""

import json
import re
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Final

from premierectl.delivery.by_apprise import UNKNOWN
from premierectl.delivery.program import MOST_SECONDS, call
from premierectl.errors import NotDeliveredError
from premierectl.notices.event import Message

NO_SCHEME: Final = "has an address without a scheme; write one such as ntfy://TOPIC"

_SENDER: Final = "premierectl.delivery.by_apprise"


def scheme_of(url: str) -> str:
    """The scheme of an address, ``ntfy://``: all of it that may be shown, as the rest is secret.

    Empty for an address that has none.
    """
    match = re.match(r"\s*([A-Za-z][A-Za-z0-9]{0,19})://", url)
    return f"{match[1].lower()}://" if match else ""


def tell_address(
    url: str, message: Message, environment: Mapping[str, str], seconds: float = MOST_SECONDS
) -> None:
    """Send it there. Raises :class:`NotDeliveredError` unless the service took it in that time."""
    if find_spec("apprise") is None:
        raise NotDeliveredError(
            "--to needs one more package; install it with: pip install 'premierectl[notify]'"
        )
    name = f"--to {scheme_of(url)}"
    told = json.dumps([url, message.title, message.body]).encode()
    words = [sys.executable, "-m", _SENDER]
    code = call(name, words, environment, told, seconds=seconds, silent=True)
    if code == UNKNOWN:
        raise NotDeliveredError(f"{name} is not an address that apprise knows")
    if code != 0:
        raise NotDeliveredError(f"{name} did not take it")
