"""Which show a row of an import means, as the person at the terminal says, or a search online."""

from collections.abc import Iterator, Sequence
from typing import Final

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.namesakes import labels, without_ending
from premierectl.cli.online import search_titles
from premierectl.cli.saying import report, say
from premierectl.cli.session import Session
from premierectl.cli.streams import ask, can_ask
from premierectl.errors import UnavailableError
from premierectl.moving_in.match import ShowMatch
from premierectl.moving_in.outcome import Imported
from premierectl.refresh.searched import only_one

_SKIP_ALL: Final = "a"


def answered(catalogue: Catalogue, imported: Sequence[Imported]) -> Iterator[tuple[int, ShowMatch]]:
    """The place of each row that could be several shows, with the one that the user names.

    Where nobody is there to answer, none.
    """
    if not can_ask():
        return
    unclear = [(n, each) for n, each in enumerate(imported) if each.outcome == "ambiguous"]
    for place, each in unclear:
        listed = labels(map(catalogue.name, each.candidates))
        numbered = (f"{number}  {label}" for number, label in enumerate(listed, 1))
        report([f"{each.row.title or 'A show without a title'} could be:", *numbered])
        answer = ask(f"which one, 1 to {len(listed)}? Enter skips it, {_SKIP_ALL} all of them: ")
        if answer.lower() == _SKIP_ALL:
            return
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(listed):
            yield place, ShowMatch(each.candidates[int(answer) - 1])


def searched(session: Session, imported: Sequence[Imported]) -> Iterator[tuple[int, ShowMatch]]:
    """The place of each row that nobody knows here, with the show that TVmaze alone has of its title.

    Where TVmaze cannot be asked any more, the rest stays unknown, and that is said.
    """
    unknown = [
        (n, each.row)
        for n, each in enumerate(imported)
        if each.outcome == "unknown" and each.row.title
    ]
    titles = [without_ending(row.title or "")[0] for _, row in unknown]
    try:
        for (place, row), read in zip(unknown, search_titles(session, titles), strict=True):
            found = only_one(read.entries, row.title or "", row.year)
            if found is not None:
                yield place, ShowMatch(number=f"tvmaze:{found['ids']['tvmaze']}")
    except UnavailableError as error:
        say(f"TVmaze could not be searched any further: {error.host} {error.reason}")
