"""What is wrong with a catalogue file, alone and on top of those below it."""

from collections.abc import Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Any

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.merge import merged
from premierectl.storage.catalogue import Located, problems, stored_problems
from premierectl.storage.layer_files import live_store, load_layers


def layer_problems(path: Path, layers: Sequence[tuple[str, Path]], store: Path) -> list[Located]:
    """Every problem of a file by itself, and with what the layers below it say.

    ``layers`` are named, the lowest first; a file that is none of them is taken for the highest, one's
    own catalogue. ``store`` is the one that is a database.
    """
    known = [file for _, file in layers]
    place = known.index(path) if path in known else len(known) - 1
    catalogue = Catalogue(load_layers(tuple(layers[:place]), lambda _: None))

    def below(show_id: str) -> Mapping[str, Any] | None:
        canonical = catalogue.canonical(show_id)
        stated = catalogue.stated(canonical) if canonical else ()
        empty: Mapping[str, Any] = {}
        return reduce(merged, (entry for _, entry in stated), empty) if stated else None

    if path != store:
        return problems(path, below)
    complaints = list[str]()
    opened = live_store(path, complaints.append)
    found = stored_problems(opened, below) if opened else []
    return [*(Located(0, "", each) for each in complaints), *found]
