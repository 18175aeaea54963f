"""What the id of a new show is made of: its title, and what tells it from others of that title."""

from collections.abc import Iterator
from itertools import chain, count
from typing import Final
from zlib import crc32

from premierectl.folding import folded, latin
from premierectl.season_key import plain_slug

_SHORT_COUNTRIES: Final = {"united states": "us", "united kingdom": "uk"}


def possible_ids(
    title: str,
    *,
    year: object = None,
    country: object = None,
    network: object = None,
    alone: bool = True,
) -> Iterator[str]:
    """What an id may be made of, the best first; the title by itself only where it is ``alone``.

    None is possible where of a title in another script nothing is left.
    """
    base = title_slug(title)
    if not base:
        return
    if alone:
        yield base
    country = _SHORT_COUNTRIES.get(folded(str(country or "")), country)
    both = f"{year} {country}" if year and country else None
    for behind in (year, country, both, network):
        told = title_slug(str(behind or ""))
        if told:
            yield f"{base}-{told}"


def endless_ids(title: str, *, alone: bool, **told: object) -> Iterator[str]:
    """The same, and behind them as many as it takes: with a number, or made of a short hash.

    ``told`` is what :func:`possible_ids` is told besides.
    """
    base = title_slug(title)
    more = (f"{base}-{number}" for number in count(2)) if base else _hashed(title)
    return chain(possible_ids(title, alone=alone, **told), more)


def title_slug(words: str) -> str:
    """The words as an id has them; empty where of another script no letter is left."""
    base = plain_slug(words)
    lost = any(char.isalnum() and not char.isascii() for char in latin(words))
    return "" if lost and not any(char.isalpha() for char in base) else base


def _hashed(title: str) -> Iterator[str]:
    """Ids for a title of which no letter is left."""
    titles = chain([title], (f"{title}{again}" for again in count(1)))
    return (f"show-{crc32(each.encode('utf-8', 'replace')):08x}" for each in titles)
