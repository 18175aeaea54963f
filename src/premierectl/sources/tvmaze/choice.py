"""Which of the shows that TVmaze lists are kept."""

from collections.abc import Callable, Iterable

from premierectl.sources.source import Choice
from premierectl.sources.tvmaze.answers import Answered, name, number
from premierectl.sources.tvmaze.show import channels


def keeps(choice: Choice) -> Callable[[int, Answered], bool]:
    """Whether a show with this number at TVmaze, as TVmaze writes it, is kept.

    A show of worldwide services alone has no country and passes any list of countries; one without
    a language or a type passes no list of them.
    """
    languages, types = _folded(choice.languages), _folded(choice.types)
    countries, networks = _folded(choice.countries), _folded(choice.networks)

    def kept(known: int, show: Answered) -> bool:
        if known in choice.followed:
            return True
        on = channels(show)
        lands = _folded(land for channel in on for land in (channel.country, channel.code))
        return (
            _passes(languages, _folded([name(show.get("language"))]))
            and _passes(types, _folded([name(show.get("type"))]))
            and (not lands or _passes(countries, lands))
            and _passes(networks, _folded(channel.name for channel in on))
            and (number(show.get("weight")) or 0) >= choice.least_popularity
        )

    return kept


def _folded(words: Iterable[str | None]) -> set[str]:
    return {word.strip().casefold() for word in words if word}


def _passes(wanted: set[str], found: set[str]) -> bool:
    return not wanted or not wanted.isdisjoint(found)
