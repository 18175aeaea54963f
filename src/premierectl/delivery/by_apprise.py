"""Sending by apprise: what is sent, and where to, comes as JSON on standard input.

The exit code says what became of it. Nothing is printed, as an address holds secrets.
"""

import json
import sys
from typing import Final

SENT: Final = 0
REFUSED: Final = 1
UNKNOWN: Final = 3


def sent_by_apprise(url: str, title: str, body: str) -> int:
    """Send it, and return the exit code."""
    from apprise import Apprise, AppriseAsset, NotifyFormat  # noqa: PLC0415 - the extra ``notify``

    sender = Apprise(asset=AppriseAsset(app_id="premierectl", async_mode=False))
    if not sender.add(url):
        return UNKNOWN
    is_taken = sender.notify(body=body, title=title, body_format=NotifyFormat.TEXT)
    return SENT if is_taken else REFUSED


if __name__ == "__main__":
    sys.exit(sent_by_apprise(*json.load(sys.stdin.buffer)))
