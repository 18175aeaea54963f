"""What the catalogue knows: shows, their seasons, parts, cast, networks and sources."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct
from msgspec.structs import asdict

from premierectl.dates import PartialDate, days_between
from premierectl.season_key import SeasonKey, season_key

FORMAT: Final = 1

Role = Literal["main", "recurring", "guest"]
ReleasePlan = Literal["all at once", "weekly", "parts"]
Service = Literal["tvmaze", "imdb", "tvdb", "tmdb", "trakt"]
SeasonStatus = Literal["renewed", "dated", "airing", "ended", "cancelled"]
ShowStatus = Literal["running", "ended", "cancelled"]

ID: Final = "[a-z0-9]+(-[a-z0-9]+)*"

# The descriptions say what is right, in the JSON Schema and in the problems that a check lists.
Id = Annotated[
    str,
    Meta(
        pattern=f"^{ID}$",
        description="small letters, digits and single hyphens, such as the-pitt",
    ),
]
Count = Annotated[int, Meta(ge=1, description="a whole number from 1 on")]
Clock = Annotated[
    str,
    Meta(
        pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$",
        description="a clock time in the season's zone, such as 21:00",
    ),
]
Minutes = Annotated[
    int, Meta(ge=1, le=1440, description="whole minutes, from 1 to 1440, such as 45")
]
Year = Annotated[int, Meta(ge=1900, le=9999, description="a year from 1900 to 9999")]
Text = Annotated[str, Meta(min_length=1, description="text that is not empty")]


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a fact comes from; ``checked`` is the day somebody last looked.

    A ``licence`` that it names is one that asks for a credit.
    """

    title: str | None = None
    licence: str | None = None
    url: str | None = None
    checked: date | None = None

    @property
    def credit(self) -> str | None:
        """The credit that its licence asks for: ``data: TVmaze, CC BY-SA``, and its address."""
        if self.licence is None:
            return None
        said = (self.title, self.licence, self.url)
        return f"data: {', '.join(each for each in said if each)}"


class ExternalIds(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The numbers under which other services know a show."""

    tvmaze: int | None = None
    imdb: str | None = None
    tvdb: int | None = None
    tmdb: int | None = None
    trakt: int | None = None


class Network(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A broadcaster or streaming service; ``usual_time`` is a hint, in ``timezone`` (IANA)."""

    name: Text
    usual_time: Clock | None = None
    timezone: str | None = None
    sources: tuple[Source, ...] = ()


class CastMember(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person in a season; ``new`` is null where only earlier seasons can tell."""

    person: Text
    character: str | None = None
    role: Role | None = None
    new: bool | None = None
    about: str | None = None


class Part(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A dated piece of a season that comes out by itself; ``time`` is in the season's zone."""

    label: Text
    date: PartialDate | None = None
    time: Clock | None = None
    episodes: Count | None = None


class Episode(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One episode whose date a source knows; ``time`` is in the season's zone."""

    number: int | None = None
    title: str | None = None
    date: PartialDate | None = None
    time: Clock | None = None


class DateChange(Struct, frozen=True, kw_only=True, omit_defaults=True, rename={"before": "from", "after": "to"}):  # fmt: skip
    """A move of the premiere that was seen; ``when`` is the day it was noticed (UTC)."""

    when: date
    before: PartialDate | None = None
    after: PartialDate | None = None

    @property
    def days(self) -> int | None:
        """By how many days it moved, positive for later; null where a day is not known."""
        return days_between(self.before, self.after)


class Season(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One season of a show; a special has no number and is told by its name.

    A numbered season may have a name besides, such as ``The Long Night``.
    """

    number: int | None = None
    name: str | None = None
    premiere: PartialDate | None = None
    time: Clock | None = None
    timezone: str | None = None
    network: str | None = None
    release: ReleasePlan | None = None
    episodes: Count | None = None
    runtime: Minutes | None = None
    first_day: Count | None = None
    skipped_weeks: tuple[date, ...] = ()
    finale: PartialDate | None = None
    parts: tuple[Part, ...] = ()
    episode_list: tuple[Episode, ...] = ()
    announced: PartialDate | None = None
    status: SeasonStatus | None = None
    synopsis: str | None = None
    note: str | None = None
    cast: tuple[CastMember, ...] = ()
    history: tuple[DateChange, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def label(self) -> str:
        """How a row names this season: ``season 2``, or the name of a special."""
        if self.number is not None:
            return f"season {self.number}"
        return self.name or "special"

    @property
    def heading(self) -> str:
        """The label with the name of a season that has one: ``Season 2: The Long Night``."""
        label = self.label[:1].upper() + self.label[1:]
        return f"{label}: {self.name}" if self.number is not None and self.name else label

    @property
    def short(self) -> str:
        """How a label of one of its releases begins: ``S2``, or the name of a special."""
        return self.label if self.number is None else f"S{self.number}"

    @property
    def key(self) -> SeasonKey:
        """What tells it from the other seasons of its show: ``2``, ``christmas-special``."""
        return season_key(self.number, self.name)

    @property
    def stated(self) -> Iterator[tuple[PartialDate, str | None]]:
        """Every date stated of one of its releases, each with its clock time in the season's zone."""
        pieces = [(part.date, part.time) for part in self.parts]
        pieces += [(episode.date, episode.time) for episode in self.episode_list]
        for known, time in [(self.premiere, None), *pieces]:
            if known is not None:
                yield known, time or self.time


class Show(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A series with all that is known of it.

    ``network`` and ``runtime``, the minutes of an episode, hold where no season says otherwise.
    ``url`` is a page about it, ``official_site`` its own.
    ``cast`` is stated of the whole show and tells nothing of a season; ``gone`` is the day (UTC)
    on which a service was first seen to have it no more; ``former_ids`` are its numbers there
    before it was merged.
    ``unsure`` are the services whose number one source alone states: it tells of no other layer's
    show that it is this one.
    """

    id: Id
    title: Text
    aliases: tuple[str, ...] = ()
    year: Year | None = None
    country: str | None = None
    language: str | None = None
    genres: tuple[str, ...] = ()
    network: str | None = None
    runtime: Minutes | None = None
    creators: tuple[str, ...] = ()
    based_on: str | None = None
    status: ShowStatus | None = None
    synopsis: str | None = None
    note: str | None = None
    url: str | None = None
    official_site: str | None = None
    ids: ExternalIds = ExternalIds()
    former_ids: tuple[ExternalIds, ...] = ()
    unsure: tuple[Service, ...] = ()
    hidden: bool = False
    gone: date | None = None
    cast: tuple[CastMember, ...] = ()
    seasons: tuple[Season, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def sure_ids(self) -> dict[str, object]:
        """The numbers that tell which show it is."""
        numbers = asdict(self.ids).items()
        return {at: each for at, each in numbers if each is not None and at not in self.unsure}

    def network_of(self, season: Season) -> str | None:
        """Who releases this season."""
        return season.network or self.network

    def runtime_of(self, season: Season) -> int | None:
        """How long an episode of this season is, in minutes."""
        return season.runtime or self.runtime


def read_value(kind: type, written: object) -> object:
    """Decode hook of the model's own types (msgspec ``dec_hook``)."""
    if kind is PartialDate and isinstance(written, str):
        return PartialDate(written)
    raise TypeError(f"Expected a date as text ({type(written).__name__} found)")


def write_value(value: object) -> object:
    """Encode hook of the model's own types (msgspec ``enc_hook``)."""
    if isinstance(value, PartialDate):
        return value.text
    raise TypeError(f"no JSON for {type(value).__name__}")
