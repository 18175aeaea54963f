"""``watchlist list``: what is followed, and the days of one's own."""

from typing import Annotated, Final

import typer
from msgspec import Struct

from premierectl.cli import options
from premierectl.cli.saying import notice_skipped
from premierectl.cli.session import View
from premierectl.errors import NothingError
from premierectl.reminders import Reminded, reminders_at
from premierectl.upcoming.followed_list import ListFilters, ListOrder, followed_list
from premierectl.upcoming.following import followed_rows

_HOW_TO: Final = "follow a show with: premierectl watchlist add SHOW"


class ListOptions(Struct, frozen=True):
    """What of the list is wanted."""

    muted: Annotated[bool, typer.Option("--muted", help="Only what is muted.")] = False
    ended: Annotated[
        bool, typer.Option("--ended", help="Only shows that are over, with nothing to come.")
    ] = False
    waiting: Annotated[
        bool, typer.Option("--waiting", help="Only what the catalogue has not got yet.")
    ] = False
    tag: options.OfTag = None

    @property
    def filters(self) -> ListFilters:
        """What the options ask for."""
        return ListFilters(muted=self.muted, ended=self.ended, waiting=self.waiting, tag=self.tag)

    @property
    def words(self) -> list[str]:
        """What is said of each thing that is wanted."""
        said = {
            "is muted": self.muted,
            "is over": self.ended,
            "waits for the catalogue": self.waiting,
            f"is tagged {self.tag}": self.tag is not None,
        }
        return [words for words, wanted in said.items() if wanted]


SortBy = Annotated[
    ListOrder,
    typer.Option("--sort", help="By what is next, by title, or the last added first."),
]


def list_followed(
    wanted: ListOptions, view: View, sort: SortBy = "next", template: options.Format = None
) -> None:
    """List what you follow, the nearest first."""
    words = view.template(template)
    session = view.open()
    outlook = session.outlook(tag=wanted.tag)
    rows, skipped = followed_rows(outlook)
    notice_skipped(skipped)
    reminders = reminders_at(outlook.watchlist, outlook.moment)
    found = followed_list(rows, reminders, wanted.filters, sort)
    session.show(
        "watchlist list",
        outlook.catalogue.as_of,
        found.followed,
        page=found if found.reminders else None,
        template=words,
        beside=Reminded(tuple(found.reminders)),
    )
    if not found.followed:
        like = " and ".join(wanted.words)
        empty = "no show is followed" if found.reminders else "the watchlist is empty"
        raise NothingError(f"nothing on the watchlist {like}" if like else f"{empty}; {_HOW_TO}")
