"""``show --layers``: which layer of the catalogue said what of a show."""

from collections.abc import Sequence
from pathlib import Path

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.provenance import StatedField, provenance, season_path
from premierectl.cli.session import Session
from premierectl.upcoming.outlook import Chosen


def show_layers(
    session: Session, catalogue: Catalogue, chosen: Chosen, save: Path | None = None
) -> None:
    """Print the fields of a show, or of the season that is meant, with the layers that state them."""
    listed = _stated_fields(catalogue, chosen)
    title = f"show {chosen.show.id} --layers"
    session.show("show layers", catalogue.as_of, listed, save=save, title=title)


def _stated_fields(catalogue: Catalogue, chosen: Chosen) -> Sequence[StatedField]:
    # A bad entry is left out from the top down, and nothing of it is in the show.
    good = catalogue.stated(chosen.show.id)[: len(chosen.layers)]
    listed = provenance(chosen.show.id, good)
    if chosen.piece.season is None:
        return listed
    places = tuple(season_path(season.key) for season in chosen.seasons())
    return [each for each in listed if each.field.startswith(places)]
