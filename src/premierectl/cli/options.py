"""The words and options that mean the same wherever they stand."""

import re
from pathlib import Path
from typing import Annotated, Literal

import typer
from msgspec import Struct

from premierectl.app import App
from premierectl.errors import PremierectlError
from premierectl.folding import folded
from premierectl.model import ID
from premierectl.upcoming.filters import Filters


def known_ids(beginning: str) -> list[str]:
    """The ids of shows that begin so, for a shell's completion; none where no file can be read.

    What is no id by the model, whatever a file says, could be code to the shell.
    """
    try:
        catalogue, start = App.open().catalogue(), folded(beginning)
        ids = {
            *catalogue.ids_at_hand(),
            *catalogue.ids_in_index(lambda index: index.starting(start)),
        }
        return sorted(show for show in ids if show.startswith(beginning) and re.fullmatch(ID, show))
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
        "--save", metavar="FILE", help="Save what a terminal shows as .svg, .html or .txt."
    ),
]


class FilterOptions(Struct, frozen=True):
    """Which releases are wanted: of which kind, within so many days, of a network, of a genre, of a tag."""

    premieres: Premieres = False
    within: Within = None
    network: OfNetwork = None
    genre: Genre = None
    tag: OfTag = None

    @property
    def filters(self) -> Filters:
        """What the options ask for."""
        return Filters(
            premieres=self.premieres,
            within=self.within,
            network=self.network,
            genre=self.genre,
            tag=self.tag,
        )
