"""CatalogueTitles that the catalogue does not list: followed all the same, searched for online, or left out."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.catalogue.namesakes import labels, without_ending
from premierectl.cli.choose import menu
from premierectl.cli.saying import report, say
from premierectl.cli.session import Session
from premierectl.cli.wishes import Wish, number_given, unknown_there, wish_to_follow, wish_to_wait
from premierectl.errors import NothingError, UnavailableError, UnknownShowError
from premierectl.selector import Selector, selector_text
from premierectl.waiting import UnlistedShow


class Ways(Struct, frozen=True):
    """What the user lets be done about a title that the catalogue has not.

    It is followed by title ``anyway``, TVmaze is searched for it ``online``, or the user is asked.
    """

    anyway: bool = False
    online: bool = False
    may_ask: bool = False

    @property
    def are_said(self) -> bool:
        """Whether the user named a way: then words are a whole title, not the beginning of one."""
        return self.anyway or self.online


def is_unlisted(wish: Wish) -> bool:
    """Whether a wish is refused because nobody knows a show that is called so."""
    return isinstance(wish.refusal, UnknownShowError)


def wishes_to_follow(
    session: Session, catalogue: Catalogue, words: Sequence[str], ways: Ways
) -> tuple[Catalogue, list[Wish]]:
    """What each of these words means; the catalogue has by then what was fetched for them."""
    wishes = [wish_to_follow(catalogue, each, whole=ways.are_said) for each in words]
    answers = _title_answers(session, catalogue, wishes, ways)
    if ways.online:
        answers |= _given_numbers(wishes)
    numbers = [each.words for each in answers.values() if isinstance(each, Selector)]
    unknown = [each for each in dict.fromkeys(numbers) if catalogue.canonical(each) is None]
    missing = _fetch(session, catalogue, unknown) if unknown else ()
    catalogue = session.catalogue() if unknown else catalogue
    for place, answer in answers.items():
        wishes[place] = _wish_of(catalogue, words[place], answer, missing)
    return catalogue, wishes


def _wish_of(
    catalogue: Catalogue, words: str, answer: Wish | Selector, missing: Sequence[str]
) -> Wish:
    """The wish itself, or that for a show by its number; of one that TVmaze has not, a refusal."""
    if isinstance(answer, Wish):
        return answer
    if answer.words in missing:
        return unknown_there(words)
    return replace(
        wish_to_follow(catalogue, selector_text(answer.words, answer.piece)), words=words
    )


def _given_numbers(wishes: Sequence[Wish]) -> dict[int, Selector]:
    """The places of the wishes for what is given by a number at a service, with that."""
    given = {place: number_given(wish.words) for place, wish in enumerate(wishes)}
    return {place: each for place, each in given.items() if each is not None}


def _fetch(session: Session, catalogue: Catalogue, numbers: Sequence[str]) -> Sequence[str]:
    """Fetch the shows with these numbers; return those that TVmaze has not."""
    from premierectl.cli.online import ask_tvmaze, subject_of  # noqa: PLC0415 - only to fetch

    subjects = [subject_of(each, None) for each in numbers]
    refreshed = ask_tvmaze(session, catalogue, subjects)
    if refreshed.interrupted:
        raise KeyboardInterrupt
    return refreshed.gathered.missing


class _Waiting:
    """Titles that are followed, each under an id of its own."""

    def __init__(self, session: Session, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._followed = {line.id: line for line in session.world.watchlist().entries}

    def wish(self, words: str) -> Wish:
        """The wish to follow by title."""
        wish = wish_to_wait(self._catalogue, words, self._followed)
        if wish.unlisted is not None:
            self._followed[wish.show_id] = wish.line
        return wish


def _title_answers(
    session: Session, catalogue: Catalogue, wishes: Sequence[Wish], ways: Ways
) -> dict[int, Wish | Selector]:
    """What is to be done about each title that nobody knows here: a wish by title, or one by number."""
    waiting = _Waiting(session, catalogue)
    unlisted = {place: wish for place, wish in enumerate(wishes) if is_unlisted(wish)}
    answers = {n: _first_answer(catalogue, waiting, wish, ways) for n, wish in unlisted.items()}
    searched = {n: wish for n, wish in unlisted.items() if answers[n] is None}
    found = _search(session, [wish.words for wish in searched.values()], ways)
    for (place, wish), names in zip(searched.items(), found, strict=True):
        answer = _found_answer(wish, names, ways)
        if ways.anyway and isinstance(answer, Wish) and is_unlisted(answer):
            answer = waiting.wish(wish.words)
        answers[place] = answer
    return {place: answer for place, answer in answers.items() if answer is not None}


def _first_answer(
    catalogue: Catalogue, waiting: _Waiting, wish: Wish, ways: Ways
) -> Wish | Selector | None:
    """What the options or the user say of a title; null where TVmaze is to be searched for it."""
    if ways.online:
        return None
    if ways.anyway:
        return waiting.wish(wish.words)
    return _asked_about(catalogue, waiting, wish) if ways.may_ask else wish


def _asked_about(catalogue: Catalogue, waiting: _Waiting, wish: Wish) -> Wish | None:
    """What the user says of a title: one of the shows that are like it, by title, search, or nothing."""
    told = UnlistedShow.read(wish.words)
    near = wish.refusal.suggestions if isinstance(wish.refusal, UnknownShowError) else ()
    report([f"No show is called {wish.words!r}."])
    offered = [
        *labels(map(catalogue.name, near)),
        f"follow {told.name} by its title; the next refresh looks for it",
        "search TVmaze for it now",
    ]
    place = menu(offered, "Enter leaves it out: ")
    if place is None:
        return _not_wanted(wish)
    if place < len(near):
        chosen = wish_to_follow(catalogue, selector_text(near[place], told.piece))
        return replace(chosen, words=wish.words)
    is_search = place == len(offered) - 1
    return None if is_search else waiting.wish(wish.words)


def _search(session: Session, words: Sequence[str], ways: Ways) -> list[list[Name]]:
    """What TVmaze finds for each of these titles.

    Where it cannot be asked any more, that is said and nothing found, if a title is followed anyway.
    """
    found = list[list[Name]]()
    if not words:
        return found
    from premierectl.cli.online import search_titles  # noqa: PLC0415 - only to search
    from premierectl.cli.online_titles import shows_found  # noqa: PLC0415 - as above

    titles = [without_ending(UnlistedShow.read(each).title)[0] for each in words]
    try:
        for read in search_titles(session, titles):
            found.append(shows_found(read))
    except UnavailableError as error:
        if not ways.anyway:
            raise
        say(f"TVmaze could not be searched any further: {error.host} {error.reason}")
    return [*found, *[[] for _ in words[len(found) :]]]


def _found_answer(wish: Wish, names: Sequence[Name], ways: Ways) -> Wish | Selector:
    """The show of a title among those that TVmaze found, by its number, or why there is none."""
    from premierectl.cli.online_titles import number_of_title  # noqa: PLC0415 - only to search

    number = number_of_title(wish.words, names, may_ask=ways.may_ask, offers_near=not ways.anyway)
    if number is None:
        return _not_wanted(wish)
    if isinstance(number, str):
        return Selector(number, UnlistedShow.read(wish.words).piece)
    return replace(wish, refusal=number)


def _not_wanted(wish: Wish) -> Wish:
    return replace(wish, refusal=NothingError(f"{wish.words!r} is not followed"))
