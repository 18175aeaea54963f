"""Web addresses that can be followed: http or https, with a host and no login before it."""

import re
from typing import Final

_PATTERN: Final = r"(?i)https?://[^\s/?#@]+([/?#]\S*)?"


def is_web_link(text: str) -> bool:
    """Whether this is a web address as a whole."""
    return re.fullmatch(_PATTERN, text) is not None
