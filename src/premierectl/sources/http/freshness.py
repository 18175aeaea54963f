"""How long an answer stays good, and how to ask whether it has changed (RFC 9110, RFC 9111)."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

# Where a service says nothing. No answer stays fresh for longer than a day: a clock that was once
# wrong must not keep the program from asking for years.
DEFAULT: Final = timedelta(hours=1)
LONGEST_FRESH: Final = timedelta(days=1)


class Validators(Struct, frozen=True, omit_defaults=True):
    """What was known of an answer: its ETag, its date, and until when (UTC) it need not be asked."""

    etag: str | None = None
    last_modified: str | None = None
    fresh_until: datetime | None = None


def is_fresh(known: Validators, now: datetime) -> bool:
    """Whether the answer need not be asked for again."""
    return known.fresh_until is not None and now < known.fresh_until <= now + LONGEST_FRESH


def conditions(known: Validators | None) -> dict[str, str]:
    """The headers that ask only for what has changed."""
    wanted = {
        "If-None-Match": known and known.etag,
        "If-Modified-Since": known and known.last_modified,
    }
    # They come from a file or an answer: what no header may hold is left out.
    return {name: value for name, value in wanted.items() if value and _is_header(value)}


def read_validators(
    headers: Mapping[str, str], known: Validators | None, now: datetime
) -> Validators:
    """The validators of an answer that came now; what a 304 leaves out stays as it was known."""
    old = known or Validators()
    return Validators(
        etag=headers.get("ETag", old.etag),
        last_modified=headers.get("Last-Modified", old.last_modified),
        fresh_until=_fresh_until(headers, now),
    )


def _fresh_until(headers: Mapping[str, str], now: datetime) -> datetime | None:
    control = headers.get("Cache-Control", "").lower()
    if re.search(r"\bno-(store|cache)\b", control):
        return None
    stated = re.search(r'\bmax-age="?([0-9]{1,9})', control)
    age = re.fullmatch("[0-9]{1,9}", headers.get("Age", ""))
    lasts = timedelta(seconds=int(stated[1])) if stated else DEFAULT
    return now + min(lasts - timedelta(seconds=int(age[0]) if age else 0), LONGEST_FRESH)


def _is_header(value: str) -> bool:
    return value.isascii() and value.isprintable()
