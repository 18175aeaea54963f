"""Which of the shows that TVmaze lists are kept."""

from collections.abc import Iterable, Sequence
from typing import Final

from premierectl.sources.source import Choice, Unmet
from premierectl.sources.tvmaze.answers import Answered, name, number
from premierectl.sources.tvmaze.show import channels, other_ids


class Chooser:
    """Which shows a choice keeps, and which of its words fit none that came by."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._wanted = {kind: _folded(getattr(choice, kind)) for kind in _CHOSEN_BY}
        self._unmet = {kind: set(words) for kind, words in self._wanted.items()}
        self._seen = {kind: dict[str, None]() for kind in _CHOSEN_BY}

    def keep(self, known: int, show: Answered) -> bool:
        """Whether a show with this number at TVmaze, as TVmaze writes it, is kept.

        A show of worldwide services alone has no country and passes any list of countries; one
        without a language or a type passes no list of them.
        """
        said = _words_of(show)
        for kind, words in said.items():
            self._note(kind, words)
        return (
            known in self._choice.followed
            or not self._choice.wanted.isdisjoint(other_ids(show).items())
            or (
                all(self._passes(kind, _folded(words)) for kind, words in said.items())
                and (number(show.get("weight")) or 0) >= self._choice.least_popularity
            )
        )

    def unmet(self) -> tuple[Unmet, ...]:
        """The words that no show fits, as they were written."""
        return tuple(
            Unmet(kind, word, tuple(self._seen[kind]))
            for kind in _CHOSEN_BY
            for word in getattr(self._choice, kind)
            if word.strip().casefold() in self._unmet[kind]
        )

    def _note(self, kind: str, words: Sequence[str]) -> None:
        if self._unmet[kind]:
            self._unmet[kind] -= _folded(words)
            room = max(0, _MOST_SEEN - len(self._seen[kind]))
            self._seen[kind].update(dict.fromkeys(words[:room]))

    def _passes(self, kind: str, found: set[str]) -> bool:
        wanted = self._wanted[kind]
        return not wanted or (kind == "countries" and not found) or not wanted.isdisjoint(found)


_CHOSEN_BY: Final = ("languages", "countries", "networks", "types")
_MOST_SEEN: Final = 1_000


def _words_of(show: Answered) -> dict[str, list[str]]:
    on = channels(show)
    said: dict[str, list[str | None]] = {
        "languages": [name(show.get("language"))],
        "countries": [land for channel in on for land in (channel.country, channel.code)],
        "networks": [channel.name for channel in on],
        "types": [name(show.get("type"))],
    }
    return {kind: [word for word in words if word] for kind, words in said.items()}


def _folded(words: Iterable[str]) -> set[str]:
    return {word.strip().casefold() for word in words}
