"""A change of the watchlist, made and told: of each of the words what became of it."""

import shlex
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import typer

from premierectl.catalogue.catalogue import Catalogue
from premierectl.cli.saying import say, say_error
from premierectl.cli.session import Session
from premierectl.cli.unlisted import Ways, is_unlisted
from premierectl.cli.wishes import Wish
from premierectl.errors import ExitCode, UnknownOnlineError
from premierectl.render.found import ChangeItem, ChangeOfLine, Outcome
from premierectl.united_lines import one_line_a_show, settled
from premierectl.watchlist import Watchlist

# What somebody asked for who was mistaken.
_NOTHING_DONE: Final = frozenset({"not followed", "not tagged", "not muted"})
# What a wish makes of the watchlist, what that is called, and what is said of it.
Decide = Callable[[Watchlist, Wish], tuple[Watchlist, Outcome, str]]


def change_as_wished(
    session: Session,
    catalogue: Catalogue,
    command: str,
    wishes: Sequence[Wish],
    change: Decide,
    *,
    together: bool,
    ways: Ways | None = None,
) -> None:
    """Change the watchlist as far as the wishes are clear, then say what was refused.

    Wishes that belong ``together`` are all done, or none is; else each is a line of a list. With the
    ``ways`` that were chosen for what nobody knows, the others are named.
    """
    kind = ChangeItem if together or ways is None else ChangeOfLine
    items = _outcomes_of(session, catalogue, wishes, change, kind, together=together)
    session.show(command, catalogue.as_of, items)
    refusals = [wish.refusal for wish in wishes if wish.refusal is not None]
    for refusal in refusals:
        say_error(refusal.message)
    if refusals and together and len(wishes) > 1:
        say("nothing was changed")
    if ways is not None:
        advice = _ways_left(wishes) if together else _summary_of_lines(wishes, items, ways)
        for words in advice:
            say(words)
    if refusals:
        raise typer.Exit(refusals[0].exit_code)
    if any(item.outcome in _NOTHING_DONE for item in items):
        raise typer.Exit(ExitCode.NOTHING)


def _outcomes_of(
    session: Session,
    catalogue: Catalogue,
    wishes: Sequence[Wish],
    change: Decide,
    kind: type[ChangeItem],
    *,
    together: bool,
) -> list[ChangeItem]:
    """What became of each wish, in their order; of those that belong together, of the refused alone."""
    done: dict[int, tuple[Outcome, str]] = {}

    def decide(before: Watchlist) -> Watchlist:
        start = watchlist = one_line_a_show(before, catalogue)
        for place, wish in enumerate(wishes):
            if wish.refusal is None:
                watchlist, outcome, message = change(watchlist, wish)
                done[place] = outcome, message
        return before if watchlist == start else settled(watchlist, catalogue)

    refused: dict[int, tuple[Outcome, str]] = {
        place: ("refused", wish.refusal.message)
        for place, wish in enumerate(wishes)
        if wish.refusal is not None
    }
    if len(refused) < len(wishes) and not (refused and together):
        session.world.change_watchlist(decide)
    return [
        _change_item(kind, wishes[n], *became) for n, became in sorted((done | refused).items())
    ]


def _change_item(kind: type[ChangeItem], wish: Wish, outcome: Outcome, message: str) -> ChangeItem:
    return kind(
        words=wish.words,
        show_id=wish.show_id or None,
        season=wish.piece.season,
        part=wish.part,
        outcome=outcome,
        message=message,
    )


def _ways_left(wishes: Sequence[Wish]) -> Iterator[str]:
    """The commands that follow what nobody knows all the same, those that were not tried."""
    unlisted = [wish.refusal for wish in wishes if is_unlisted(wish)]
    if not unlisted:
        return
    it = "it" if len(unlisted) == 1 else "them"
    command = f"premierectl watchlist add {shlex.join(wish.words for wish in wishes)}"
    yield f"to follow {it} by title all the same: {command} --anyway"
    if not any(isinstance(refusal, UnknownOnlineError) for refusal in unlisted):
        yield f"to search TVmaze for {it}: {command} --online"


def _summary_of_lines(
    wishes: Sequence[Wish], items: Sequence[ChangeItem], ways: Ways
) -> Iterator[str]:
    """How many lines were followed, and what to do about those that nobody knows."""
    counts = Counter(item.outcome for item in items)
    unlisted = sum(map(is_unlisted, wishes))
    where = "at TVmaze" if ways.online else "in the catalogue"
    told = {
        "followed already": counts["already followed"],
        "with a new note": counts["noted"],
        "with a new tag": counts["tagged"],
        "refused": counts["refused"] - unlisted,
        f"not {where}": unlisted,
    }
    counted = [f"{counts['added']:,} followed"]
    counted += [f"{count:,} {words}" for words, count in told.items() if count]
    them = "it" if unlisted == 1 else "them"
    online = "" if ways.online else f", --online searches TVmaze for {them}"
    advice = f": --anyway follows {them}, too{online}" if unlisted else ""
    yield ", ".join(counted) + advice
