"""What trackers call the state of a show, and what it says of whoever follows it.

Words are compared by their letters and digits alone, all small: ``Plan to Watch`` is
``plantowatch``. A word that nobody knows follows the show, and the row says so.
"""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from premierectl.moving_in.row import LEFT_OUT, ImportedRow, Standing

# ``cancelled`` is a list at MyShows: of what its owner gave up. Of shows that were cancelled by
# their network the owner's word is another one, and `as_it_stands` reads that.
_OWNERS: Final[Mapping[str, Standing]] = {
    **dict.fromkeys(("watching", "inprogress", "current", "repeating", "rewatching"), "following"),
    **dict.fromkeys(("plantowatch", "planning", "willwatch", "later"), "following"),
    **dict.fromkeys(("hold", "onhold", "paused"), "on hold"),
    **dict.fromkeys(("dropped", "stopped", "cancelled", "notinteresting"), "stopped"),
    **dict.fromkeys(("completed", "finished"), "completed"),
}
_ENDED_STATUSES: Final = {"ended", "canceled", "cancelled", "canceledended"}
_RUNNING_STATUSES: Final = {
    "", "continuing", "returning", "returningseries", "upcoming", "planned", "inproduction",
    "indevelopment", "pilot", "pilotordered", "newseries", "finalseason", "onhiatus",
    "tbdonthebubble", "unknown", "deleted",
}  # fmt: skip


def as_its_owner_says(row: ImportedRow, said: object) -> ImportedRow:
    """A row with the state that its owner's word means; without a word it is followed."""
    word = _word(said)
    state = _OWNERS.get(_compared_word(word), "following")
    is_new_word = bool(word) and _compared_word(word) not in _OWNERS
    return replace(row, state=state, said=word, is_new_word=is_new_word)


def as_it_stands(row: ImportedRow, status: object) -> ImportedRow:
    """A row with what is said of the show itself; what its owner left out stays left out."""
    word = _word(status)
    if row.state in LEFT_OUT:
        return row
    if _compared_word(word) in _RUNNING_STATUSES:
        return replace(row, said=row.said or word)
    if _compared_word(word) in _ENDED_STATUSES:
        return replace(row, state="ended", said=word)
    return replace(row, said=word, is_new_word=True)


def _word(said: object) -> str:
    return said.strip() if isinstance(said, str) else ""


def _compared_word(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold()))
