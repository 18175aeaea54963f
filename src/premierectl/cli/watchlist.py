"""``watchlist``: what this user follows."""

from typing import Annotated

import typer
from msgspec.structs import replace

from premierectl.cli.command import command, family
from premierectl.cli.followed_already import FollowedAlready
from premierectl.cli.session import View
from premierectl.cli.streams import can_ask
from premierectl.cli.unlisted import Ways, wishes_to_follow
from premierectl.cli.watchlist_change import change_as_wished
from premierectl.cli.wishes import Wish, asked_for
from premierectl.followed_line import united_tags
from premierectl.render.found import Outcome
from premierectl.tags import tag_of
from premierectl.watchlist import Watchlist

watchlist_app = family("Follow shows, and see when each is back.", usual="list")

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="SHOW...",
        help="Shows, such as pitt or pitt:s3; - reads one a line from stdin.",
    ),
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A note to keep with it.")]
NewTags = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="NAME", help="A tag to find it by; may be repeated."),
]
AddOnline = Annotated[
    bool,
    typer.Option("--online", help="Search TVmaze for what the catalogue has not, and fetch it."),
]
Anyway = Annotated[
    bool,
    typer.Option(
        "--anyway", help="Follow by title what nobody knows; the next refresh looks for it."
    ),
]


@command(watchlist_app, "add")
def add(
    shows: Words,
    view: View,
    note: Note = None,
    tag: NewTags = None,
    online: AddOnline = False,
    anyway: Anyway = False,
) -> None:
    """Follow shows, seasons or parts.

    What you follow already stays as it is. A title that is not in the catalogue can be looked up
    with --online, or followed with --anyway until there is such a show. tvmaze:1, imdb:tt1 and
    tvdb:1 name a show by its number.
    """
    tags = united_tags(map(tag_of, tag or ()))
    session = view.open()
    catalogue = session.catalogue()
    words, together = asked_for(shows, catalogue, whole=anyway or online)
    ways = Ways(anyway=anyway, online=online, may_ask=together and can_ask())
    catalogue, wishes = wishes_to_follow(session, catalogue, words, ways)
    added = session.world.instant_told.replace(microsecond=0)
    already = FollowedAlready(catalogue)

    def change(before: Watchlist, wish: Wish) -> tuple[Watchlist, Outcome, str]:
        entry = replace(wish.line, added=added, note=note, tags=tags)
        before = before.freed(entry.id, catalogue) if wish.is_known else before
        after = before.add(entry)
        other_name = before.find(entry.id, entry.piece) is None
        if after == before or (other_name and already.has(before, wish)):
            return before, "already followed", f"{wish.title} is followed already"
        if len(after.entries) == len(before.entries):
            outcome, what = _kept(note)
            return after, outcome, f"{wish.title}: {what} kept"
        already.add(before, entry, wish)
        later = "; the next refresh looks for it: premierectl catalogue refresh"
        return after, "added", f"{wish.title} is followed now{'' if wish.is_known else later}"

    change_as_wished(
        session, catalogue, "watchlist add", wishes, change, together=together, ways=ways
    )


def _kept(note: str | None) -> tuple[Outcome, str]:
    """What became of a note or a tag for something that is followed already."""
    return ("tagged", "the tag is") if note is None else ("noted", "the note is")
