"""A change of a show, as a refresh sees and remembers it, and its words."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from premierectl.catalogue.season_key import SeasonKey
from premierectl.dates import PartialDate

ChangeKind = Literal[
    "new show", "new season", "new part", "dated", "moved", "undated", "cancelled", "cast added"
]


class Change(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that changed of a show, as of a refresh; ``when`` is its instant (UTC).

    What it is of is the show, its season with this ``label``, or of that the ``part``, the
    ``episode`` or the ``finale``. ``days`` tells by how many days it moved, positive for later,
    where both days are known. Of those added to a cast ``people`` names the first ten, and
    ``more`` counts the others.
    """

    when: Annotated[datetime, Meta(tz=True)]
    show_id: str
    show: str
    season: SeasonKey | None = None
    label: str = ""
    kind: ChangeKind
    part: str | None = None
    episode: int | None = None
    finale: bool = False
    before: PartialDate | None = None
    after: PartialDate | None = None
    days: int | None = None
    people: tuple[str, ...] = ()
    more: int = 0

    @property
    def words(self) -> str:
        """The change in one line: ``The Pitt season 3: dated, 7 January 2027``."""
        return f"{self._what}: {self._said}"

    @property
    def _what(self) -> str:
        part = None if self.kind == "new part" else self.part
        episode = None if self.episode is None else f"episode {self.episode}"
        names = (self.show, self.label, part, episode, "finale" if self.finale else None)
        return " ".join(name for name in names if name)

    @property
    def _said(self) -> str:
        match self.kind:
            case "new show" | "new season":
                new = "new in the catalogue" if self.kind == "new show" else "new season"
                return f"{new}, {_date_words(self.after)}" if self.after else new
            case "new part":
                return f"{self.part}{_on(self.after)}"
            case "cancelled":
                return "cancelled"
            case "cast added":
                return _people_words(self.people, self.more)
            case _:
                return _date_change_words(self)


def _date_words(known: PartialDate | None) -> str:
    if known is None:
        return "no date"
    return known.words + ("" if known.confirmed else " (unconfirmed)")


def _date_change_words(change: Change) -> str:
    before, after = _date_words(change.before), _date_words(change.after)
    if change.kind == "moved":
        return f"moved from {before} to {after}{_days_words(change.days)}"
    if change.before is None:
        return f"dated, {after}"
    if change.after is None:
        return f"no longer dated {before}"
    if change.after.holds(change.before) and change.before.holds(change.after):
        return f"{change.after.words}, now {'' if change.after.confirmed else 'un'}confirmed"
    if change.kind == "undated":
        return f"no longer {before}, only {after}"
    return f"{before}, now {after}"


def _days_words(days: int | None) -> str:
    if days is None:
        return ""
    many = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return f", {many} {'later' if days > 0 else 'earlier'}"


def _on(known: PartialDate | None) -> str:
    if known is None:
        return ""
    return f" {'on' if known.is_day else 'in'} {_date_words(known)}"


def _people_words(people: tuple[str, ...], more: int) -> str:
    count = len(people) + more
    named = ", ".join(people) + (f" and {more} more" if more else "")
    return f"{'1 person' if count == 1 else f'{count} people'} in the cast: {named}"
