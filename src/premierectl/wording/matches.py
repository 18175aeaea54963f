"""Where in a show a search found its text."""

from typing import Final

# Before what matched, by the field in which it stands.
_SAID_BEFORE: Final = {
    "alias": "also called ",
    "person": "cast: ",
    "character": "character: ",
    "creator": "created by ",
    "network": "network: ",
    "genre": "genre: ",
    "story": "story: ",
}


def where_found(field: str, text: str) -> str:
    """What matched of a show, ``cast: Joe Locke``; empty for its title, which stands beside it."""
    if field in _SAID_BEFORE:
        return _SAID_BEFORE[field] + text
    return "" if field == "title" else field
