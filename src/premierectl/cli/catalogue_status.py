"""``catalogue`` alone: where it stands."""

from premierectl.cli.session import View
from premierectl.render.whole_catalogue import CatalogueNow
from premierectl.storage.layer_files import refreshes
from premierectl.wording.whole_catalogue import catalogue_words


def catalogue_status(view: View) -> None:
    """Tell where the catalogue stands: how many shows, and from when."""
    session = view.open()
    catalogue, paths = session.catalogue(), session.world.paths
    known = refreshes(paths.live_store, paths.first_changes)
    refreshed = known[-1].when if known else None
    listed = list(catalogue.ids())
    own = sum(catalogue.layers_of(show_id) == ("own",) for show_id in listed)
    shows = len(listed)
    message = catalogue_words(shows, own, catalogue.as_of, refreshed, session.moment)
    now = CatalogueNow(
        shows=shows, own=own, as_of=catalogue.as_of, refreshed=refreshed, message=message
    )
    session.show("catalogue status", None, [now])
