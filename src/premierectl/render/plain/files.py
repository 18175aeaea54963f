"""Where files are, what the catalogue's layers say, what changed and what is wrong, in sentences.

A line ends in its path without a full stop, so that the path can be taken from it as it is.
"""

from collections.abc import Iterable, Iterator

from premierectl.catalogue.provenance import StatedField
from premierectl.changes import Change
from premierectl.dates import day_words
from premierectl.moment import Moment
from premierectl.render.facts import overruled_words, value_words
from premierectl.render.found import LayerItem, ProblemItem
from premierectl.render.placed import PathItem
from premierectl.wording.changes import change_words
from premierectl.wording.close_up import capitalized
from premierectl.wording.spoken import sentence, spelled_out


def changes_said(listed: Iterable[Change], moment: Moment) -> Iterator[str]:
    """Changes, each with the viewer's day on which it was seen."""
    for change in listed:
        day = day_words(change.when.astimezone(moment.zone).date())
        yield sentence(f"Seen on {day}: {spelled_out(change_words(change))}")


def stated_said(listed: Iterable[StatedField]) -> Iterator[str]:
    """The fields of a show: the value, who says so, and what others say instead."""
    for number, each in enumerate(listed):
        if number == 0:
            yield sentence(each.title)
        yield sentence(
            f"{each.field}: {value_words(each.value)}",
            f"from the {each.layer} catalogue",
            overruled_words(each),
        )


def layers_said(listed: Iterable[LayerItem]) -> Iterator[str]:
    """The catalogues of which the whole is made, the lowest first, each with its file."""
    for item in listed:
        as_of = f", as of {day_words(item.as_of)}" if item.as_of else ""
        yield f"{capitalized(item.name)}, {_held(item)}{as_of}: {item.path}"


def paths_said(listed: Iterable[PathItem]) -> Iterator[str]:
    """Each file or folder, whether to sync it between machines, and where it is."""
    for item in listed:
        sync = "sync it" if item.sync == "yes" else "never sync it"
        missing = "" if item.exists else ", not there yet"
        yield f"{capitalized(item.name)}, {sync}{missing}: {item.path}"


def problems_said(listed: Iterable[ProblemItem]) -> Iterator[str]:
    """Each problem of a catalogue file, and where it is."""
    for item in listed:
        place = f"{item.file}, line {item.line}" if item.line else item.file
        yield sentence(": ".join(filter(None, (place, item.path, item.message))))


def _held(item: LayerItem) -> str:
    if not item.exists:
        return "not there yet"
    if item.shows is None:
        return "cannot be read"
    return f"{item.shows} show{'' if item.shows == 1 else 's'}"
