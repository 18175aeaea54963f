"""What was read of one tracker: its files, their rows, and what there is to say of them."""

from collections.abc import Iterable

from msgspec import Struct

from premierectl.moving_in.row import ImportedRow
from premierectl.moving_in.united import united


class Account(Struct, frozen=True):
    """What a user has at one tracker, as far as it was read.

    ``files`` are the names of what was read, ``says`` remarks on them, such as that one is a list
    of ratings.
    """

    tracker: str
    files: tuple[str, ...]
    rows: tuple[ImportedRow, ...]
    says: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What it is: ``TV Time, followed_tv_show.csv and 3 more files``."""
        first, *others = self.files
        more = f"{len(others)} more file{'' if len(others) == 1 else 's'}"
        return f"{self.tracker}, {first}" + (f" and {more}" if others else "")


def by_tracker(accounts: Iterable[Account]) -> list[Account]:
    """Each tracker once, with all that was read of it, each thing in it once."""
    found: dict[str, list[Account]] = {}
    for each in accounts:
        found.setdefault(each.tracker, []).append(each)
    return [_as_one_account(tracker, read) for tracker, read in found.items()]


def _as_one_account(tracker: str, read: Iterable[Account]) -> Account:
    listed = list(read)
    return Account(
        tracker,
        tuple(file for each in listed for file in each.files),
        tuple(united(row for each in listed for row in each.rows)),
        tuple(dict.fromkeys(words for each in listed for words in each.says)),
    )
