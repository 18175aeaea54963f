"""``cast``: who is in a season."""

from collections.abc import Iterator
from typing import Annotated, Final

import typer

from premierectl.catalogue.cast import cast_of, cast_of_whole, seasons_with_cast
from premierectl.cli import options
from premierectl.cli.choose import choose
from premierectl.cli.command import command, family
from premierectl.cli.session import View
from premierectl.errors import NothingError, UsageError
from premierectl.model import Season
from premierectl.render.found import CastItem
from premierectl.upcoming.outlook import Chosen

cast_app = family("Who is in it.")

_WHOLE_SHOW: Final = "of the whole show"

OnlyNew = Annotated[bool, typer.Option("--new", help="Only who is new in the season.")]
OnlyReturning = Annotated[bool, typer.Option("--returning", help="Only who was there before.")]


@command(cast_app, "cast")
def cast(
    show: options.OneShow,
    view: View,
    new: OnlyNew = False,
    returning: OnlyReturning = False,
    save: options.Save = None,
) -> None:
    """Show who is in a season.

    Without a season, it is the last one whose cast is known, or the cast of the whole show.
    """
    if new and returning:
        raise UsageError("--new and --returning exclude each other; choose one")
    session = view.open()
    catalogue = session.catalogue()
    chosen = choose(catalogue, " ".join(show))
    season = _season_with_cast(chosen)
    wanted = "new" if new else "returning" if returning else None
    label = season.label if season else _WHOLE_SHOW
    listed = [item for item in _cast_items(chosen, season) if wanted in (None, item.status)]

    title = " ".join(["cast", *show])
    session.show("cast", catalogue.as_of, listed, save=save, title=title)
    if not listed:
        raise NothingError(f"{chosen.show.title} {label}: nobody in the cast is {wanted}")


def _season_with_cast(chosen: Chosen) -> Season | None:
    """The season to tell of; null where the cast of the whole show alone is known."""
    with_cast = [season for season in chosen.seasons() if season.cast]
    if with_cast:
        return max(with_cast, key=lambda season: season.number or 0)
    if chosen.show.cast:
        return None
    others = " and ".join(season.label for season in seasons_with_cast(chosen.show))
    known = f"; it has that of {others}" if others else ""
    whose = chosen.show.title
    if chosen.piece.season is not None:
        whose += f" {chosen.seasons()[0].label}"
    raise NothingError(f"the catalogue has no cast for {whose}{known}")


def _cast_items(chosen: Chosen, season: Season | None) -> Iterator[CastItem]:
    found = cast_of(chosen.show, season) if season else cast_of_whole(chosen.show)
    for member, status in found:
        yield CastItem(
            show_id=chosen.show.id,
            title=chosen.show.title,
            season=season.number if season else None,
            label=season.label if season else _WHOLE_SHOW,
            person=member.person,
            character=member.character,
            role=member.role,
            status=status,
            about=member.about,
        )
