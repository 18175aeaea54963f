"""TVmaze as a service: where it is, and which of its addresses answers what (tvmaze.com/api)."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from premierectl.sources.source import Ask, Choice, Read
from premierectl.sources.tvmaze import reading

ADDRESS: Final = "https://api.tvmaze.com"
_EMBEDDED: Final = ("seasons", "episodes", "nextepisode", "cast")
_AT_OTHERS: Final = {"imdb": "imdb", "tvdb": "thetvdb"}


class TVmaze(Struct, frozen=True):
    """TVmaze, by its public API; the data may be passed on under CC BY-SA."""

    name: str = "TVmaze"
    licence: str = "CC BY-SA"

    def address(self, environment: Mapping[str, str]) -> str:
        """Where it is, or what ``PREMIERECTL_TVMAZE_URL`` says stands in for it."""
        return environment.get("PREMIERECTL_TVMAZE_URL") or ADDRESS

    def coming(self, ask: Ask, choice: Choice) -> Read | None:
        """The chosen shows with the seasons of which an episode is dated."""
        body = ask("/schedule/full").body
        return None if body is None else reading.coming(body, choice)

    def changed(self, ask: Ask, since: str) -> frozenset[int]:
        """The numbers of the shows that changed within a ``day``, a ``week`` or a ``month``."""
        return reading.changed(ask("/updates/shows", [("since", since)]).body or b"{}")

    def show(self, ask: Ask, number: int, today: date) -> Read | None:
        """All of a show with its seasons, its episodes and its cast."""
        answer = ask(f"/shows/{number}", [("embed[]", each) for each in _EMBEDDED])
        if answer.missing:
            return Read((), (), 0)
        return None if answer.body is None else reading.whole_show(answer.body, today)

    def lookup(self, ask: Ask, numbers: Mapping[str, object]) -> int | None:
        """Its number of the show that IMDb or TheTVDB know by one of these."""
        for service, name in _AT_OTHERS.items():
            if numbers.get(service) is not None:
                body = ask("/lookup/shows", [(name, str(numbers[service]))]).body
                for entry in reading.whole_show(body, date.min).entries if body else ():
                    number: int = entry["ids"]["tvmaze"]
                    return number
        return None

    def search(self, ask: Ask, text: str) -> Read:
        """The shows that it finds for these words, best first."""
        return reading.found(ask("/search/shows", [("q", text)]).body or b"[]")
