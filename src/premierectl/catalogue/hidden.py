"""What a catalogue knows of shows that are hidden in it."""

from msgspec.structs import replace

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.layer import Entry, Layer, MemoryLayer


def with_hidden(catalogue: Catalogue) -> Catalogue:
    """The same catalogue with the shows in it that a file of people's hides."""
    files = [layer for layer in catalogue.layers if layer.index is None]
    if not any(entry.head.hidden for layer in files for entry in layer.entries):
        return catalogue
    return Catalogue([_revealed(layer) if layer in files else layer for layer in catalogue.layers])


def _revealed(layer: Layer) -> MemoryLayer:
    entries = [
        Entry(replace(entry.head, hidden=False), entry.written, entry.index)
        for entry in layer.entries
    ]
    return MemoryLayer(layer.name, layer.file, entries, layer.as_of, layer.networks, layer.skipped)
