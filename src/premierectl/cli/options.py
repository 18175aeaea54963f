"""The words and options that mean the same wherever they stand."""

from typing import Annotated

import typer

Shows = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SHOW]...", help="Shows, such as pitt or pitt:s3; without one, the watchlist."
    ),
]
OneShow = Annotated[
    list[str], typer.Argument(metavar="SHOW", help="A show or a season, such as pitt:s3.")
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
