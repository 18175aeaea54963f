"""``show --layers``: which layer of the catalogue said what of a show."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from premierectl.catalogue.merge import Catalogue
from premierectl.catalogue.provenance import Stated, provenance, season_path
from premierectl.cli.command import Session
from premierectl.cli.selection import Chosen
from premierectl.render.facts import overruled_words, value_words
from premierectl.render.items import stated_field_item

if TYPE_CHECKING:
    from rich.console import RenderableType


def show_layers(
    session: Session, catalogue: Catalogue, chosen: Chosen, save: str | None = None
) -> None:
    """Print the fields of a show, or of the season that is meant, with the layers that state them."""
    listed = _listed(catalogue, chosen)

    def drawn() -> "RenderableType":
        from premierectl.render.layers import stated_table  # noqa: PLC0415 - imports Rich
        from premierectl.render.tables import titled  # noqa: PLC0415 - imports Rich

        return titled(chosen.show.title, stated_table(listed, session.out.width))

    session.show(
        "show layers",
        catalogue.as_of,
        listed,
        item=partial(stated_field_item, chosen.show.id),
        fields=lambda: (
            (each.field, value_words(each.value), each.layer, overruled_words(each))
            for each in listed
        ),
        drawn=drawn,
        save=save,
        title=f"show {chosen.show.id} --layers",
    )


def _listed(catalogue: Catalogue, chosen: Chosen) -> Sequence[Stated]:
    # A bad entry is left out from the top down, and nothing of it is in the show.
    good = catalogue.stated(chosen.show.id)[: len(chosen.layers)]
    listed = provenance(good)
    if chosen.piece.season is None:
        return listed
    places = tuple(season_path(season.key) for season in chosen.seasons())
    return [each for each in listed if each.field.startswith(places)]
