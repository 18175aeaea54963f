"""What a user says of a show and of a season of it without an editor."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

import typer
from msgspec import Struct

from premierectl.catalogue.subject import Hints
from premierectl.errors import BadDateError, UsageError
from premierectl.model import ReleasePlan, SeasonStatus
from premierectl.typed_dates import typed_date


class SeasonOptions(Struct, frozen=True, kw_only=True):
    """The options of what can be stated without an editor, and of which show."""

    season: Annotated[
        int | None, typer.Option("--season", metavar="N", min=0, help="The season's number.")
    ] = None
    special: Annotated[
        str | None, typer.Option("--special", metavar="NAME", help="The name of a special instead.")
    ] = None
    premiere: Annotated[
        str | None,
        typer.Option(
            "--premiere",
            metavar="DATE",
            help="A date as far as it is known: 12 March 2027, 2027-03, early 2027; none for no date.",
        ),
    ] = None
    announced: Annotated[
        str | None,
        typer.Option("--announced", metavar="DATE", help="When it was announced, or none."),
    ] = None
    time: Annotated[
        str | None,
        typer.Option("--time", metavar="'HH:MM ZONE'", help="Such as '21:00 America/New_York'."),
    ] = None
    release: Annotated[
        ReleasePlan | None, typer.Option("--release", help="How the episodes come out.")
    ] = None
    episodes: Annotated[
        int | None, typer.Option("--episodes", metavar="N", min=1, help="How many episodes.")
    ] = None
    runtime: Annotated[
        int | None,
        typer.Option(
            "--runtime", metavar="MINUTES", min=1, max=1440, help="How long an episode is."
        ),
    ] = None
    first_day: Annotated[
        int | None,
        typer.Option("--first-day", metavar="N", min=1, help="How many come on the first day."),
    ] = None
    finale: Annotated[
        str | None,
        typer.Option("--finale", metavar="DATE", help="When the last episode comes, or none."),
    ] = None
    status: Annotated[SeasonStatus | None, typer.Option("--status", help="Where it stands.")] = None
    synopsis: Annotated[
        str | None, typer.Option("--synopsis", metavar="TEXT", help="What it is about.")
    ] = None
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="URL", help="Where you have it from; may be repeated."),
    ] = None
    id: Annotated[
        str | None,
        typer.Option(
            "--id", metavar="ID", help="The show's id, for a new one or where several fit."
        ),
    ] = None
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="YEAR", min=1900, max=9999, help="The year it began."),
    ] = None
    country: Annotated[
        str | None, typer.Option("--country", metavar="NAME", help="The country it is from.")
    ] = None
    new: Annotated[
        bool, typer.Option("--new", help="A show of its own, whatever others are called.")
    ] = False
    follow: Annotated[bool, typer.Option("--follow", help="Follow the show as well.")] = False
    network: Annotated[
        str | None, typer.Option("--network", metavar="NAME", help="Who releases the show.")
    ] = None
    genre: Annotated[
        list[str] | None, typer.Option("--genre", metavar="NAME", help="A genre; may be repeated.")
    ] = None
    alias: Annotated[
        list[str] | None,
        typer.Option("--alias", metavar="NAME", help="Another name; may be repeated."),
    ] = None

    @property
    def hints(self) -> Hints:
        """What is said of which show is meant."""
        return Hints(
            id=self.id, year=self.year, country=self.country, network=self.network, new=self.new
        )

    @property
    def label(self) -> str:
        """How people name the season that is stated; empty where none is."""
        return f"season {self.season}" if self.season is not None else self.special or ""

    def fields(self, today: Callable[[], date]) -> dict[str, Any]:
        """What is stated of a show, as a catalogue file has it.

        ``today`` is the viewer's day, asked for where a date is typed by it. Raises
        :class:`UsageError` for what cannot be stated.
        """
        season = self._season(today)
        fields = _given(
            aliases=self.alias,
            year=self.year,
            country=self.country,
            genres=self.genre,
            network=self.network,
        )
        return {**fields, "seasons": [season]} if season else fields

    def _season(self, today: Callable[[], date]) -> dict[str, Any]:
        dates = {
            name: _typed(name, words, today)
            for name in ("premiere", "finale", "announced")
            if (words := getattr(self, name)) is not None
        }
        rest = _given(
            **_clock_fields(self.time),
            release=self.release,
            episodes=self.episodes,
            runtime=self.runtime,
            first_day=self.first_day,
            status=self.status,
            synopsis=self.synopsis,
            sources=[{"url": url} for url in self.source or ()],
        )
        key = _given(number=self.season, name=self.special)
        if len(key) > 1:
            raise UsageError("--season and --special cannot be used together; choose one")
        if (dates or rest) and not key:
            raise UsageError("say which season with --season N, or a special with --special NAME")
        return {**key, **dates, **rest}


def _typed(name: str, words: str, today: Callable[[], date]) -> str | None:
    """The date that was typed, in its canonical form; null for ``none``, which takes one away."""
    if words.strip().lower() == "none":
        return None
    try:
        return typed_date(words, today).text
    except BadDateError as error:
        raise UsageError(f"{name}: {error.message}; nothing was changed") from None


def _clock_fields(words: str | None) -> dict[str, str]:
    if words is None:
        return {}
    time, _, zone = words.strip().partition(" ")
    if not zone:
        raise UsageError("--time needs a clock time and its zone, such as '21:00 America/New_York'")
    return {"time": time, "timezone": zone.strip()}


def _given(**fields: object) -> dict[str, Any]:
    given = {name: value for name, value in fields.items() if value not in (None, [])}
    for name, value in given.items():
        if value == "" or (isinstance(value, list) and "" in value):
            raise UsageError(f"{name}: an empty text says nothing; leave it out")
    return given
