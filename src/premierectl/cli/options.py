"""The words and options that mean the same wherever they stand."""

import re
from pathlib import Path
from typing import Annotated, Literal

import typer
from msgspec import Struct
from msgspec.structs import replace

from premierectl.cli.time_spans import days_of_span
from premierectl.errors import UsageError
from premierectl.upcoming.filters import Filters

Shows = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SHOW]...",
        help="Shows, such as pitt, pitt:s3 or pitt:s3e4; without one, the watchlist.",
    ),
]
OneShow = Annotated[
    list[str],
    typer.Argument(
        metavar="SHOW",
        help="A show or a season, such as pitt:s3.",
    ),
]
All = Annotated[bool, typer.Option("--all", help="The whole catalogue, not only the watchlist.")]
Within = Annotated[
    str | None,
    typer.Option(
        "--within",
        metavar="TIME",
        help="Only what may come within 10 (days), 2w, 3m, week, month or year.",
    ),
]
OfNetwork = Annotated[
    list[str] | None,
    typer.Option(
        "--network",
        metavar="NAME",
        help="Only this network; part of its name is enough. Repeatable.",
    ),
]
Genre = Annotated[
    list[str] | None,
    typer.Option(
        "--genre", metavar="NAME", help="Only this genre; part of its name is enough. Repeatable."
    ),
]
OfTag = Annotated[
    str | None, typer.Option("--tag", metavar="NAME", help="Only followed shows tagged so.")
]
Limit = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=1, help="At most so many rows.")
]
Premieres = Annotated[
    bool, typer.Option("--premieres", help="Only premieres, returns and parts, not every episode.")
]
UntilWhen = Annotated[
    Literal["finale"] | None,
    typer.Option("--until", help="Count to the day when the whole season is out."),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="TEMPLATE",
        help="Print these fields of each row instead, such as '{title} {release} {date} {days}'.",
    ),
]
Save = Annotated[
    Path | None,
    typer.Option(
        "--save", metavar="FILE", help="Save what a terminal shows as .svg, .png, .html or .txt."
    ),
]


def days_within(words: str) -> int:
    """The days of a time such as ``10``, ``10d``, ``2w``, ``3m``, ``week``, ``month`` or ``year``.

    Raises :class:`UsageError` for anything else.
    """
    days = days_of_span(f"{words}d" if re.fullmatch("[0-9]+", words) else words)
    if days is None:
        raise UsageError(
            f"{words!r} is not a time for --within; write 10 or 10d, 2w, 3m, week, month or year"
        )
    return days


class ReleaseOptions(Struct, frozen=True):
    """Which releases are wanted: of which kind, of which networks, genres and tag."""

    premieres: Premieres = False
    network: OfNetwork = None
    genre: Genre = None
    tag: OfTag = None

    @property
    def filters(self) -> Filters:
        """What the options ask for."""
        return Filters(
            premieres=self.premieres,
            networks=tuple(self.network or ()),
            genres=tuple(self.genre or ()),
            tag=self.tag,
        )


class FilterOptions(ReleaseOptions, frozen=True):
    """Which releases are wanted, and how soon."""

    within: Within = None

    @property
    def filters(self) -> Filters:
        """What the options ask for."""
        within = None if self.within is None else days_within(self.within)
        return replace(super().filters, within=within)
