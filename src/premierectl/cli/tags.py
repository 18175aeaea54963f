"""``watchlist tag`` and ``untag``: one's own words for followed shows."""

from collections.abc import Sequence
from typing import Annotated

import typer

from premierectl.cli.line_changes import LineChange, Lines, change_lines, title_of
from premierectl.cli.session import View
from premierectl.cli.wishes import Wish
from premierectl.errors import NothingError, UsageError
from premierectl.render.found import Outcome
from premierectl.selector import selector_text
from premierectl.tags import tag_of, tagged_lines, untagged_lines
from premierectl.wording.following import with_more_words

TaggedWords = Annotated[
    list[str],
    typer.Argument(
        metavar="SHOW... NAME",
        help="Followed shows, and behind them the tag; - reads one show a line from stdin.",
    ),
]


def tag(words: TaggedWords, view: View) -> None:
    """Tag followed shows with a word of your own, the last one given."""
    shows, name = _shows_and_tag(words)
    tag_of(name)

    def change(lines: Lines, wish: Wish) -> tuple[Lines, Outcome, str]:
        after = tagged_lines(lines, wish.piece, name)
        if after == lines:
            return lines, "already tagged", f"{wish.title} is tagged {name} already"
        return after, "tagged", f"{wish.title} is tagged {name}"

    _change(view, "tag", shows, name, change)


def untag(words: TaggedWords, view: View) -> None:
    """Take a tag off followed shows."""
    shows, name = _shows_and_tag(words)

    def change(lines: Lines, wish: Wish) -> tuple[Lines, Outcome, str]:
        after = untagged_lines(lines, wish.piece, name)
        if after == lines:
            return lines, "not tagged", f"{wish.title} is not tagged {name}"
        return after, "untagged", f"{wish.title} is tagged {name} no longer"

    _change(view, "untag", shows, name, change)


def _change(view: View, command: str, shows: Sequence[str], name: str, change: LineChange) -> None:
    session = view.open()
    catalogue = session.catalogue()

    def of_what_is_followed(lines: Lines, wish: Wish) -> tuple[Lines, Outcome, str]:
        if not any(line.is_within(wish.piece) for line in lines):
            more = next(line for line in lines if line.covers(wish.piece))
            whole = with_more_words(title_of(catalogue, wish, more), more)
            address = selector_text(wish.show_id, more.piece)
            raise NothingError(
                f"{whole}; for all of it: premierectl watchlist {command} {address} {name}"
            )
        return change(lines, wish)

    change_lines(session, catalogue, f"watchlist {command}", shows, of_what_is_followed)


def _shows_and_tag(words: Sequence[str]) -> tuple[Sequence[str], str]:
    *shows, name = words
    if not shows:
        raise UsageError(
            "write the shows and behind them the tag: premierectl watchlist tag pitt together"
        )
    return shows, name
