"""What is said of watchlists that were merged."""

from collections.abc import Iterable

from premierectl.merging.watchlists import MergedLine
from premierectl.watchlist_edits import Edit, followed_name


def merged_line_words(merged: MergedLine) -> str:
    """What became of a line: ``Silo: its note changed; both sides changed it, the other was 'x'``."""
    name = followed_name(merged.line)
    # A season's line that is muted hides it, whoever follows the show.
    done = "muted" if merged.line.muted and merged.line.season is not None else "followed"
    if merged.outcome in ("added", "removed"):
        return f"{name} is {done} {'now' if merged.outcome == 'added' else 'no longer'}"
    changed = f"its {_fields_named(merged.changed)} changed" if merged.changed else ""
    gave_way = "; ".join(gave_way_words(merged))
    if not changed and not gave_way:
        return f"{name} stays: one side removed it, the other changed it"
    return f"{name}: {'; '.join(filter(None, (changed, gave_way)))}"


def gave_way_words(merged: MergedLine) -> list[str]:
    """What either side had in fields that both changed, and that holds no longer."""
    return [
        f"both sides changed its {_fields_named([key])}, and {value!r} gave way"
        for key, value in merged.gave_way.items()
    ]


def merged_reminder_words(edit: Edit) -> str:
    """What became of a reminder: ``the reminder 'Rewatch Silo' is set``."""
    done = {"reminder set": "is set", "reminder moved": "has another day"}.get(edit.kind, "is gone")
    return f"the reminder {edit.what!r} {done}"


def _fields_named(keys: Iterable[str]) -> str:
    """The fields of a line in words; what another program keeps in it goes by its name."""
    words = {"note": "note", "tags": "tags", "muted": "mute"}
    *others, last = [words.get(key, repr(key)) for key in keys]
    return f"{', '.join(others)} and {last}" if others else last
