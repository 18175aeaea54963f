"""``cast``: who is in a season."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Final

import typer

from premierectl.catalogue.cast import cast_of, cast_of_whole, nearest_with_cast
from premierectl.cli import options
from premierectl.cli.choose import choose
from premierectl.cli.command import command, family
from premierectl.cli.session import Session, View
from premierectl.errors import NothingError, UsageError
from premierectl.model import Season
from premierectl.render.found import CastItem
from premierectl.upcoming.outlook import Chosen
from premierectl.wording.known_cast import no_cast_words, nobody_words

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
    Where its cast is not known, that is said with what is, and the exit code is 1.
    """
    if new and returning:
        raise UsageError("--new and --returning cannot be used together; choose one")
    session = view.open()
    catalogue = session.catalogue()
    chosen = choose(catalogue, " ".join(show))
    wanted = "new" if new else "returning" if returning else None
    everybody = list(_cast_items(chosen))
    listed = [item for item in everybody if wanted in (None, item.status)]

    title = " ".join(["cast", *show])
    session.show("cast", catalogue.as_of, listed, save=save, title=title)
    if not listed:
        raise NothingError(_nobody(session, chosen, everybody, wanted or ""))


def _nobody(session: Session, chosen: Chosen, everybody: Sequence[CastItem], wanted: str) -> str:
    """What is said instead of a cast."""
    if everybody:
        season = _season_with_cast(chosen)
        told = any(item.status for item in everybody)
        label = season.label if season else None
        return nobody_words(chosen.show.title, label, wanted, told=told)
    asked = chosen.seasons()[0] if chosen.piece.season is not None else None
    known = nearest_with_cast(chosen.show, asked) if asked else None
    return no_cast_words(chosen.show, asked, known, session.moment.today)


def _season_with_cast(chosen: Chosen) -> Season | None:
    """The season to tell of; null where at most the cast of the whole show is known."""
    with_cast = [season for season in chosen.seasons() if season.cast]
    return max(with_cast, key=lambda season: season.number or 0, default=None)


def _cast_items(chosen: Chosen) -> Iterator[CastItem]:
    season = _season_with_cast(chosen)
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
