"""Of which show something is stated: one that is known, or a new one."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.catalogue.find import ADDRESSED, find
from premierectl.catalogue.hidden import with_hidden
from premierectl.catalogue.service_numbers import external_number
from premierectl.catalogue.show_ids import endless_ids
from premierectl.catalogue.titled import TitledShows, letters, same_country, signs
from premierectl.errors import PremierectlError, UnknownShowError, UsageError
from premierectl.folding import folded
from premierectl.model import ID

_IN_BRACKETS: Final = re.compile(r"(?P<title>.*\S)\s*\((?P<told>[^()]+)\)")
_A_YEAR: Final = "(19|[2-9][0-9])[0-9]{2}"


class Subject(Struct, frozen=True):
    """The id of a show, its title, and the year that was said of it where none is known yet."""

    id: str
    title: str
    is_new: bool
    year: int | None = None


class Hints(Struct, frozen=True, kw_only=True):
    """What a user says of which show is meant, besides its title: all of it may be left out."""

    id: str | None = None
    year: int | None = None
    country: str | None = None
    network: str | None = None
    new: bool = False


class _Asked(Struct, frozen=True):
    title: str
    said: Hints

    @property
    def of_one(self) -> tuple[str, str, Hints]:
        """What two that are asked for together have in common where they are one show."""
        return letters(self.title), "".join(sorted(signs(self.title).elements())), self.said


class _Shows(Struct, frozen=True):
    """The shows of the catalogue, and the same with those that are hidden."""

    seen: TitledShows
    known: TitledShows


def subjects(
    titles: Sequence[str], said: Hints, titled: TitledShows
) -> list[Subject | PremierectlError]:
    """Of each title the known show of exactly this title, id or alias, else a new one with an id.

    A likeness is not enough, and a year or country in brackets behind a title is no part of it.
    Where it may be a show that is known, or is one that is hidden, the way to say which is meant
    stands in its place. Raises :class:`UsageError` for one id of several titles.
    """
    if said.id is not None and len(titles) > 1:
        raise UsageError("--id is the id of one show; give one title with it")
    shows = _Shows(titled, TitledShows(with_hidden(titled.catalogue)))
    asked = [_asked(title.strip(), said, titled) for title in titles]
    found = {each: _known(each, shows) for each in dict.fromkeys(asked)}
    new = {each.of_one: each for each in reversed(asked) if found[each] is None}
    made = _new_shows(list(reversed(new.values())), shows)
    return [found[each] or made[each.of_one] for each in asked]


def _asked(title: str, said: Hints, shows: TitledShows) -> _Asked:
    """The title without a year or country behind it, unless a show is called so, and the hints."""
    found = _IN_BRACKETS.fullmatch(title)
    if found is None or shows.called(title):
        return _Asked(title, said)
    plain, told = found["title"], found["told"].strip()
    if re.fullmatch(_A_YEAR, told) and said.year in (None, int(told)):
        return _Asked(plain, replace(said, year=int(told)))
    countries = (name.country for name in shows.called(plain) if name.country)
    if said.country is None and any(same_country(told, country) for country in countries):
        return _Asked(plain, replace(said, country=told))
    return _Asked(title, said)


def _known(asked: _Asked, shows: _Shows) -> Subject | PremierectlError | None:
    """The known show that is meant, or why none can be; null for a new one."""
    try:
        if asked.said.id is not None:
            return _of_id(asked.said.id, asked, shows)
        return _by_address(asked.title, shows.seen.catalogue) or _of_title(asked, shows)
    except PremierectlError as refusal:
        return refusal


def _of_id(show_id: str, asked: _Asked, shows: _Shows) -> Subject:
    catalogue, title = shows.known.catalogue, asked.title
    known = catalogue.canonical(show_id)
    if known is None and re.fullmatch(ID, show_id) is None:
        raise UsageError(
            f"--id {show_id!r} is not an id; write small letters and digits, such as c-2"
        )
    if known is None:
        return Subject(show_id, title, is_new=True, year=asked.said.year)
    name = catalogue.name(known)
    if asked.said.new or name not in (*find(title, catalogue), *shows.known.called(title)):
        raise UsageError(f"the id {known} is that of {name.title}; choose another for {title}")
    _refuse_hidden(name, shows.seen.catalogue)
    return _this(name, asked.said)


def _by_address(title: str, catalogue: Catalogue) -> Subject | None:
    """The show of ``id:ghosts`` or ``tvmaze:1``, which are no titles."""
    if not (title.startswith(ADDRESSED) or external_number(title)):
        return None
    known = catalogue.canonical(title.removeprefix(ADDRESSED))
    if known is None:
        raise UnknownShowError(title)
    return _this(catalogue.name(known), Hints())


def _of_title(asked: _Asked, shows: _Shows) -> Subject | None:
    title, said = asked.title, asked.said
    there = () if said.new else shows.seen.called(title)
    known = [name for name in there if not _is_another(name, said)]
    if len(known) > 1:
        ids = " or ".join(f"--id {name.id}" for name in known)
        raise UsageError(f"several shows are called {title!r}; say which with {ids}, or add --new")
    for name in known:
        _refuse_unlike(title, name, said)
        return _this(name, said)
    for name in () if there or said.new else shows.known.called(title):
        if not _is_another(name, said):
            _refuse_hidden(name, shows.seen.catalogue)
    return None


def _this(name: Name, said: Hints) -> Subject:
    return Subject(name.id, name.title, is_new=False, year=None if name.year else said.year)


def _is_another(name: Name, said: Hints) -> bool:
    """Whether the show is known to be of another year or country than the one that is meant."""
    if None not in (said.year, name.year) and said.year != name.year:
        return True
    return bool(said.country and name.country and not same_country(said.country, name.country))


def _refuse_unlike(title: str, name: Name, said: Hints) -> None:
    """Refuse where the show may be another one: its title has other signs, or another network."""
    ways = f"say --id {name.id} if that is meant, or --new for another show"
    if all(signs(title) != signs(each) for each in (name.title, name.id, *name.aliases)):
        raise UsageError(f"{title!r} is like {name.title}; {ways}")
    networks = {folded(network) for network in (said.network, name.network) if network}
    if len(networks) > 1:
        raise UsageError(f"{name.title} is known from {name.network}; {ways}")


def _refuse_hidden(name: Name, catalogue: Catalogue) -> None:
    if catalogue.canonical(name.id) is None:
        raise UsageError(
            f"{name.title} is hidden by your catalogue; to have it back: "
            f"premierectl catalogue remove {name.id} --field hidden"
        )


def _new_shows(asked: Sequence[_Asked], shows: _Shows) -> dict[tuple[str, str, Hints], Subject]:
    """Each new show with an id that is nobody's, nor what another show is called.

    Where others have its title, none has the bare one.
    """
    alike = Counter(letters(each.title) for each in asked)
    made, taken = dict[tuple[str, str, Hints], Subject](), set[str]()
    for each in asked:
        alone = alike[letters(each.title)] == 1 and not shows.known.called(each.title)
        ids = _ids_of_new(each, alone=alone)
        show_id = next(free for free in ids if free not in taken and not shows.known.called(free))
        taken.add(show_id)
        made[each.of_one] = Subject(show_id, each.title, is_new=True, year=each.said.year)
    return made


def _ids_of_new(asked: _Asked, *, alone: bool) -> Iterator[str]:
    said = asked.said
    return endless_ids(
        asked.title, year=said.year, country=said.country, network=said.network, alone=alone
    )
