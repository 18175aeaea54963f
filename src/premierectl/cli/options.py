"""The words and options that mean the same wherever they stand."""

from enum import StrEnum
from typing import Annotated

import typer

from premierectl.app import App
from premierectl.errors import PremierectlError


class Until(StrEnum):
    """To which release of a season is counted."""

    FINALE = "finale"


def known_ids(beginning: str) -> list[str]:
    """The ids of shows that begin so, for a shell's completion; none where no file can be read."""
    try:
        ids = App.open().catalogue().ids()
        return sorted(show for show in ids if show.startswith(beginning))
    except PremierectlError:
        return []


Shows = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SHOW]...",
        help="Shows, such as pitt, pitt:s3 or pitt:s3e4; without one, the watchlist.",
        autocompletion=known_ids,
    ),
]
OneShow = Annotated[
    list[str],
    typer.Argument(
        metavar="SHOW",
        help="A show or a season, such as pitt:s3.",
        autocompletion=known_ids,
    ),
]
All = Annotated[bool, typer.Option("--all", help="The whole catalogue, not only the watchlist.")]
Within = Annotated[
    int | None,
    typer.Option("--within", metavar="DAYS", min=0, help="Only what may come within so many days."),
]
OfNetwork = Annotated[
    str | None, typer.Option("--network", metavar="NAME", help="Only this network's.")
]
Genre = Annotated[str | None, typer.Option("--genre", metavar="NAME", help="Only this genre.")]
Limit = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=1, help="At most so many rows.")
]
Premieres = Annotated[
    bool, typer.Option("--premieres", help="Only premieres and parts, not every episode.")
]
UntilWhen = Annotated[
    Until | None,
    typer.Option("--until", help="Count to the day when the whole season is out."),
]
Save = Annotated[
    str | None,
    typer.Option(
        "--save", metavar="FILE", help="Save what a terminal shows as .svg, .html or .txt."
    ),
]
