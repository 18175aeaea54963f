"""What stands in the live store's file, and how a show's names, numbers and days stand there."""

from collections.abc import Iterator
from typing import Final

from msgspec import UNSET

from premierectl.catalogue.layer import Head, Number
from premierectl.folding import folded, short_names, without_article
from premierectl.model import Show
from premierectl.schedule import releases

# The file's ``user_version``: it counts changes of the tables and of what stands in them.
VERSION: Final = 1

# Names are blobs: those that begin with a text stand between it and the text with a byte that
# UTF-8 does not have, and ``instr`` compares bytes. Days are counted from 1 January of year 1.
TABLES: Final = (
    "CREATE TABLE about (what TEXT PRIMARY KEY, said BLOB)",
    "CREATE TABLE show "
    "(place INTEGER PRIMARY KEY, key TEXT UNIQUE, id TEXT UNIQUE, asked TEXT, written BLOB)",
    "CREATE TABLE number (number TEXT, place INTEGER)",
    "CREATE TABLE name (text BLOB, bare BLOB, place INTEGER)",
    "CREATE TABLE short (text BLOB, place INTEGER)",
    "CREATE TABLE release (network TEXT, first INTEGER, last INTEGER, place INTEGER)",
    "CREATE TABLE asked (who TEXT PRIMARY KEY, said BLOB)",
    "CREATE TABLE answer (url TEXT PRIMARY KEY, validators BLOB)",
    "CREATE TABLE refresh (number INTEGER PRIMARY KEY, at TEXT)",
    "CREATE TABLE change (refresh INTEGER, said BLOB)",
    "CREATE INDEX number_number ON number (number)",
    "CREATE INDEX name_text ON name (text)",
    "CREATE INDEX name_bare ON name (bare) WHERE bare IS NOT NULL",
    "CREATE INDEX short_text ON short (text)",
    "CREATE INDEX release_day ON release (first, place) WHERE first = last",
    "CREATE INDEX release_network ON release (network, first, place) WHERE first = last",
    "CREATE INDEX release_vague ON release (last, first, place) WHERE first < last",
    *(
        f"CREATE INDEX {table}_place ON {table} (place)"
        for table in ("number", "name", "short", "release")
    ),
)
# What of a show stands outside its own row.
PARTS: Final = ("number", "name", "short", "release")


def store_key(head: Head) -> str:
    """What a service's show is kept under: its number there, else its id."""
    number = head.ids.tvmaze if head.ids else None
    return head.id if number is None else number_key(("tvmaze", number))


def number_key(number: Number) -> str:
    """The number as text: it may be larger than SQLite's."""
    service, value = number
    return f"{service}:{value}"


def names(head: Head) -> tuple[str, ...]:
    """What a show goes by that one layer alone states, folded; nothing where it is hidden."""
    if head.hidden:
        return ()
    aliases = () if head.aliases is UNSET else head.aliases
    return tuple(dict.fromkeys(map(folded, (head.id, head.title or head.id, *aliases))))


StoreRow = tuple[object, ...]


def parts_of(head: Head, show: Show) -> dict[str, list[StoreRow]]:
    """The rows of a show in the other tables, without its place."""
    spoken = names(head)
    return {
        "number": [(number_key(each),) for each in head.known_by],
        "name": [_name(text) for text in spoken],
        "short": [(short.encode(),) for text in spoken for short in short_names(text)],
        "release": list(dict.fromkeys(_days(show))),
    }


def _name(text: str) -> StoreRow:
    bare = without_article(text)
    return text.encode(), None if bare == text else bare.encode()


def _days(show: Show) -> Iterator[StoreRow]:
    for season in show.seasons:
        network = folded(show.network_of(season) or "")
        for release in releases(show, season):
            if release.date is not None:
                days = release.date.earliest.toordinal(), release.date.latest.toordinal()
                yield (network, *days)
