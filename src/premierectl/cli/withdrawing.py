"""``catalogue remove``: what the own catalogue says no more, withdraws or hides."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

import typer
from msgspec.structs import replace

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.catalogue.hidden import with_hidden
from premierectl.catalogue.merge import Fields
from premierectl.catalogue.own_part import OWN, OwnPart, own_ids, season_labels
from premierectl.catalogue.suggest import did_you_mean
from premierectl.catalogue.withdraw import Withdrawn, hidden, withdrawable, without, without_field
from premierectl.cli import options
from premierectl.cli.choose import chosen_show
from premierectl.cli.session import View
from premierectl.errors import ExitCode, UnknownSeasonError, UsageError
from premierectl.render.found import WithdrawnItem
from premierectl.season_key import NAMELESS, SeasonKey
from premierectl.selector import Piece, selector_text
from premierectl.wording.withdrawals import withdrawn_words

FieldNames = Annotated[
    list[str] | None,
    typer.Option(
        "--field", metavar="NAME", help="Only this field, such as premiere; may be repeated."
    ),
]
Hide = Annotated[bool, typer.Option("--hide", help="Hide the show, whoever states it.")]


def withdraw(
    show: options.OneShow, view: View, fields: FieldNames = None, hide: Hide = False
) -> None:
    """Remove what you added to the catalogue, or hide a show.

    Of a show, a season or one --field. What only the catalogue itself says is withdrawn: your own
    shows say that there is no such thing.
    """
    session = view.open()
    if hide and fields:
        raise UsageError("--field and --hide cannot be used together; choose one")
    catalogue, own = with_hidden(session.catalogue()), session.world.own_catalogue()
    among = () if hide or fields else _stated_ids(catalogue)
    name, piece = chosen_show(catalogue, " ".join(show), among)
    part, title = _meant(catalogue, name, piece)
    if hide and part.season is not None:
        raise UsageError(
            f"--hide hides a show whole: premierectl catalogue remove {name.id} --hide"
        )
    _refuse_other_fields(fields or (), part.season)
    today, items = session.world.instant_told.date(), list[WithdrawnItem]()

    def decide(document: Fields) -> Fields:
        now = replace(part, document=document)
        for field in fields or (None,):
            done = hidden(now) if hide else _withdrawal(now, field, catalogue, today)
            items.append(_withdrawn_item(str(own.path), title, now, done, field))
            now = replace(now, document=done.document)
        return now.document

    own.change(decide)
    session.show("catalogue remove", None, items)
    if any(item.outcome == "not stated" for item in items):
        raise typer.Exit(ExitCode.NOTHING)


def _stated_ids(catalogue: Catalogue) -> set[str | None]:
    """The shows of which the own catalogue says something."""
    stated = (entry for layer in catalogue.layers if layer.name == OWN for entry in layer.entries)
    return {catalogue.canonical(entry.head.id) for entry in stated}


def _meant(catalogue: Catalogue, name: Name, piece: Piece) -> tuple[OwnPart, str]:
    """The show or the season that is meant, and what people call it."""
    stated = catalogue.stated(name.id)
    labels = season_labels(stated)
    season = _meant_season(name, piece, labels)
    below = [each for each in stated if each[0] != OWN]
    part = OwnPart({}, name.id, season, own_ids(catalogue, name.id), below)
    return part, name.title if season is None else f"{name.title} {labels[season]}"


def _meant_season(name: Name, piece: Piece, labels: Mapping[SeasonKey, str]) -> SeasonKey | None:
    """The key of the season that is meant; the only special is also called ``special``."""
    if piece.unit is not None:
        raise UsageError(
            "a show or a season can be removed; single parts and episodes are taken out with: "
            "premierectl catalogue edit"
        )
    if piece.season is None or piece.season in labels:
        return piece.season
    specials = [key for key in labels if isinstance(key, str)]
    if piece.season != NAMELESS or not specials:
        raise UnknownSeasonError(name.title, piece.words, list(labels.values()))
    if len(specials) > 1:
        ways = " or ".join(f"{name.id}:{key}" for key in specials)
        raise UsageError(f"{name.title} has several specials; say which: {ways}")
    return specials[0]


def _refuse_other_fields(fields: Sequence[str], season: SeasonKey | None) -> None:
    known = withdrawable(season)
    for field in fields:
        if field not in known:
            what = "show" if season is None else "season"
            hint = did_you_mean(field, known)
            raise UsageError(
                f"{field!r} is not a field of a {what} that can be removed{hint or '; there are '}"
                f"{'' if hint else ', '.join(known)}"
            )


def _withdrawal(part: OwnPart, field: str | None, catalogue: Catalogue, today: date) -> Withdrawn:
    if field is None:
        return without(part)
    show = catalogue.get(part.show_id).show
    known = (each for each in (show.seasons if show else ()) if each.key == part.season)
    return without_field(part, field, next(known, None), today)


def _withdrawn_item(
    file: str, title: str, part: OwnPart, done: Withdrawn, field: str | None
) -> WithdrawnItem:
    address = selector_text(part.show_id, Piece(part.season))
    return WithdrawnItem(
        file=file,
        show_id=part.show_id,
        season=part.season,
        field=field,
        outcome=done.outcome,
        message=withdrawn_words(title, address, done, field, part.layers_below),
    )
