"""TVmaze as a service: where it is, and which of its addresses answers what (tvmaze.com/api)."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from premierectl.errors import UnavailableError
from premierectl.sources.source import Ask, Choice, Read
from premierectl.sources.tvmaze import reading
from premierectl.sources.tvmaze.answers import HOST

ADDRESS: Final = "https://api.tvmaze.com"
_EMBEDDED: Final = ("seasons", "episodes", "nextepisode", "cast")
_LEADS_TO: Final = re.compile(r"/shows/([0-9]{1,12})/?(?:[?#].*)?")
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

    def changed(self, ask: Ask, since: str) -> Mapping[int, int] | None:
        """The shows that changed within a ``day``, a ``week`` or a ``month``, and when each did."""
        answer = ask("/updates/shows", [("since", since)])
        if answer.missing:
            raise UnavailableError(HOST, "has no such list")
        return None if answer.body is None else reading.changed(answer.body)

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
                found = ask("/lookup/shows", [(name, str(numbers[service]))], follow=False)
                number = _LEADS_TO.search(found.url) if found.moved else None
                if number:
                    return int(number[1])
        return None

    def can_look_up(self, numbers: Mapping[str, object]) -> bool:
        """Whether it knows shows by one of these numbers: its own, of IMDb or of TheTVDB."""
        return not numbers.keys().isdisjoint(("tvmaze", *_AT_OTHERS))

    def search(self, ask: Ask, text: str) -> Read:
        """The shows that it finds for these words, best first."""
        return reading.found(ask("/search/shows", [("q", text)]).body or b"[]")
