"""What the index of a live layer looks like, and to which file it belongs."""

import os
import unicodedata
from datetime import date
from typing import Final

from msgspec import UNSET, Struct

from premierectl.catalogue.layer import Head, Number, Skipped
from premierectl.folding import folded
from premierectl.model import Network

# A change of a table shows by itself; this number counts changes of what stands in them.
_VERSION: Final = 2

# Names are blobs: those that begin with a text stand between it and the text with a byte that
# UTF-8 does not have, and ``instr`` compares bytes.
TABLES: Final = (
    "CREATE TABLE layer (identity TEXT, shows INTEGER, about BLOB)",
    "CREATE TABLE entry (place INTEGER PRIMARY KEY, id TEXT, start INTEGER, length INTEGER)",
    "CREATE TABLE number (number TEXT, place INTEGER)",
    "CREATE TABLE name (place INTEGER, text BLOB, bare BLOB)",
    "CREATE TABLE short (place INTEGER, text BLOB)",
)
INDEXES: Final = (
    "CREATE UNIQUE INDEX entry_id ON entry (id)",
    "CREATE INDEX number_number ON number (number)",
    "CREATE INDEX short_text ON short (text)",
    "CREATE INDEX name_text ON name (text)",
    "CREATE INDEX name_bare ON name (bare) WHERE bare IS NOT NULL",
)


class About(Struct, frozen=True):
    """What a layer says beside its shows."""

    as_of: date | None
    networks: tuple[Network, ...]
    skipped: tuple[Skipped, ...]


def file_identity(status: os.stat_result) -> str:
    """What tells this state of a file from any other, and this way of indexing it."""
    file = (status.st_size, status.st_mtime_ns, status.st_ino, status.st_dev)
    return f"{_VERSION} {unicodedata.unidata_version} {file}"


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
