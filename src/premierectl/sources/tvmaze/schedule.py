"""TVmaze's schedule as shows: the rows that are kept, gathered by show and by season."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from msgspec import Struct

from premierectl.errors import UnavailableError
from premierectl.sources.source import Complaints, Unusable
from premierectl.sources.tvmaze.answers import HOST, Answered, UnusableError, fields
from premierectl.sources.tvmaze.episodes import DatedEpisode, episode, listed_episode, specials
from premierectl.sources.tvmaze.show import number_and_title, show_entry, zones

# More than TVmaze has ever known to come at once, by far.
_MOST_SHOWS: Final = 30_000

Keeps = Callable[[int, Answered], bool]


class Scheduled(Struct, frozen=True):
    """A show of the schedule and its rows so far."""

    entry: dict[str, Any]
    zones: tuple[str, ...]
    episodes: list[DatedEpisode]


class Schedule:
    """The shows of a schedule, in the order in which they come; the first row describes its show."""

    def __init__(self, keeps: Keeps) -> None:
        self._keeps = keeps
        self._shows: dict[int, Scheduled | None] = {}
        self.left_out = Complaints()

    def add(self, row: object, path: str) -> bool:
        """Take in a row and return whether it can be used; else why not goes to ``left_out``."""
        try:
            show = self._show(fields(row), path)
            found = show and episode(fields(row), show.zones, path)
        except UnusableError as error:
            self.left_out.append(error.unusable)
            return False
        if show and found:
            show.episodes.append(found)
        return True

    def entries(self) -> Iterator[dict[str, Any]]:
        """An entry for each show of which anything is dated."""
        for show in self._shows.values():
            if show and (found := seasons_of_episodes(show.episodes, self.left_out)):
                yield {**show.entry, "seasons": found}

    def _show(self, row: Answered, path: str) -> Scheduled | None:
        """The row's show; null where it is not kept."""
        # /schedule has the show in the row itself, /schedule/full among what is embedded.
        embedded = "show" not in row
        written = fields(fields(row.get("_embedded")).get("show") if embedded else row["show"])
        place = f"{path}._embedded.show" if embedded else f"{path}.show"
        known, _ = number_and_title(written, place)
        if known not in self._shows:
            if len(self._shows) >= _MOST_SHOWS:
                raise UnavailableError(HOST, f"lists more than {_MOST_SHOWS:,} shows at once")
            self._shows[known] = None
            if self._keeps(known, written):
                entry = show_entry(written, place, self.left_out)
                self._shows[known] = Scheduled(entry, zones(written), [])
        return self._shows[known]


def seasons_of_episodes(
    episodes: Iterable[DatedEpisode], left_out: list[Unusable]
) -> list[dict[str, Any]]:
    """The seasons of a show's episodes, by number, and its specials, by date."""
    numbered: dict[int, list[DatedEpisode]] = {}
    unnumbered: list[DatedEpisode] = []
    for each in episodes:
        if each.season is None:
            unnumbered.append(each)
        else:
            numbered.setdefault(each.season, []).append(each)
    found = ({"number": key, **says} for key in sorted(numbered) if (says := listed_episode(numbered[key], left_out)))  # fmt: skip
    return [*found, *specials(unnumbered, left_out)]
