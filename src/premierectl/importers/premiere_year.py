"""The year in which a show began, from the day or the moment of its premiere."""

import re

from premierectl.importers import values


def premiere_year(said: object) -> int | None:
    """The year of ``2029-01-05`` or ``2029-01-05T08:00:00Z``.

    A moment on the last or the first day of a year tells none: where the show came out, it can
    have been the other year. Midnight is no moment, but how trackers write a day.
    """
    text = said if isinstance(said, str) else ""
    match = re.match(r"(\d{4})-(\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?", text, re.ASCII)
    if not match or (match[3] not in {None, "00:00"} and match[2] in {"01-01", "12-31"}):
        return None
    return values.year(match[1])
