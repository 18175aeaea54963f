"""What a season is told by: its number, or for a special the slug of its name."""

import re
from collections.abc import Mapping
from typing import Any, Final
from zlib import crc32

from premierectl.folding import latin

SeasonKey = int | str

NAMELESS: Final = "special"

# What a selector says of numbered seasons and their pieces; a name that reads so is no slug.
_TAKEN: Final = (
    r"(s(eason)?[0-9]{1,6}|special)((p(art)?|e(p(isode)?)?)[0-9]{1,6}|finale)|s(eason)?[0-9]{1,6}"
    r"|(p(art)?|e(p(isode)?)?)[0-9]{1,6}|finale|[0-9]+(x[0-9]+)?"
)


def season_key(number: object, name: object) -> SeasonKey:
    """The one identity of a season within its show; what a bad entry states is one as well.

    A number is it, whatever the season is called besides. Without one it is the slug of the
    name, and ``special`` where there is none.
    """
    if isinstance(number, int):
        return number
    if number is not None:
        return repr(number)
    return slug(name) if isinstance(name, str) else NAMELESS


def key_of(season: Mapping[str, Any]) -> SeasonKey:
    """The identity of a season as a layer states it, in plain JSON."""
    return season_key(season.get("number"), season.get("name"))


def slug(name: str) -> str:
    """A name as a selector holds it: ``Christmas special!`` becomes ``christmas-special``.

    What does not fit into small letters and digits is told apart by a short hash of the name.
    """
    base = plain_slug(name)
    lost = any(char.isalnum() and not char.isascii() for char in latin(name))
    if base and not lost and not re.fullmatch(_TAKEN, base):
        return base
    return f"{base or NAMELESS}-{crc32(name.strip().casefold().encode('utf-8', 'replace')):08x}"


def plain_slug(name: str) -> str:
    """A name in small letters and digits: ``Ça ira, 2!`` is ``ca-ira-2``; empty where none is left."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", latin(name))).strip("-")
