"""CatalogueTitles that TVmaze is searched for: the one show of a title, or a choice of several."""

from collections.abc import Sequence
from typing import Final

from premierectl.catalogue.catalogue import Name
from premierectl.catalogue.namesakes import with_facts
from premierectl.cli.choose import menu
from premierectl.cli.saying import report, say
from premierectl.errors import PremierectlError, UnknownOnlineError, UsageError
from premierectl.refresh.identity import entry_name
from premierectl.selector import selector_text
from premierectl.sources.source import Read
from premierectl.waiting import UnlistedShow
from premierectl.wording.unknown import either

# So many of what was found are named where nothing has the title.
_NEAREST: Final = 3


def shows_found(read: Read) -> list[Name]:
    """What the shows that TVmaze found go by, the best first; their ids are their numbers."""
    return [entry_name(f"tvmaze:{entry['ids']['tvmaze']}", entry) for entry in read.entries]


def number_of_title(
    words: str, found: Sequence[Name], *, may_ask: bool, offers_near: bool
) -> str | PremierectlError | None:
    """The number of the show that the words mean, ``tvmaze:1``, of those found, or why there is none.

    Of several the user is asked, if there is one to ask, and where none has the title, of the nearest.
    Null where the user chose none.
    """
    told = UnlistedShow.read(words)
    could_be = told.wanted.those_in(found)
    one = told.wanted.only_one_of(could_be)
    if one is not None:
        return one.id
    if may_ask and (could_be or (found and offers_near)):
        return _picked(words, could_be, found)
    if could_be:
        return _several(words, told, could_be)
    nearest = [f"{with_facts(name.title, name)} {name.id}" for name in found[:_NEAREST]]
    return UnknownOnlineError(words, "TVmaze", nearest)


def _picked(words: str, could_be: Sequence[Name], found: Sequence[Name]) -> str | None:
    """The number of the show that the user chooses, of those of the title, else of the nearest."""
    is_called = (
        "could be one of these" if could_be else "is the title of no show there; the nearest"
    )
    report([f"TVmaze: {words!r} {is_called}:"])
    offered = could_be or found[:_NEAREST]
    place = menu(list(map(_offered_words, offered)), "Enter leaves it out: ")
    return None if place is None else offered[place].id


def _several(words: str, told: UnlistedShow, could_be: Sequence[Name]) -> UsageError:
    """Name the shows of a title, each with its number; the error says how to take one."""
    for name in could_be:
        say(_offered_words(name))
    command = f"premierectl watchlist add {selector_text(could_be[0].id, told.piece)} --online"
    numbers = either(name.id for name in could_be)
    return UsageError(f"at TVmaze {words!r} could be {numbers}; take one with: {command}")


def _offered_words(name: Name) -> str:
    return f"{name.id}  {with_facts(name.title, name)}"
