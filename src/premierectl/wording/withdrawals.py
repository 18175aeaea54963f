"""What is said of something that the own catalogue was to say no more."""

from collections.abc import Sequence
from typing import Final

import msgspec

from premierectl.catalogue.provenance import Said
from premierectl.catalogue.withdraw import Withdrawn

_LONGEST_VALUE: Final = 40
_REMOVE: Final = "premierectl catalogue remove"


def withdrawn_words(
    title: str, address: str, done: Withdrawn, field: str | None, layers: Sequence[str]
) -> str:
    """What became of a show or a season, or of one field of it.

    ``title`` and ``address`` name it for people and in a command; ``layers`` below still state it.
    """
    if done.outcome in ("hidden", "already hidden"):
        already = " already" if done.outcome == "already hidden" else ""
        return f"{title} is hidden{already}; to have it back: {_REMOVE} {address} --field hidden"
    if field is None:
        return _whole_words(title, address, done, layers)
    if field == "hidden":
        return f"{title} is not hidden{' any more' if done.outcome == 'removed' else ''}"
    if done.outcome == "not stated":
        return f"{title} has no {field}"
    return f"{title}: the field {_field_words(field, done)}"


def _whole_words(title: str, address: str, done: Withdrawn, layers: Sequence[str]) -> str:
    if done.outcome == "not stated":
        way = "withdraw its date" if ":" in address else "hide it"
        option = "--field premiere" if ":" in address else "--hide"
        return f"your catalogue says nothing of {title}; to {way}: {_REMOVE} {address} {option}"
    if not layers:
        return f"{title} is no longer in your catalogue"
    return f"what your catalogue said of {title} is removed; {_still(layers)}"


def _still(layers: Sequence[str]) -> str:
    named = " and ".join(f"the {layer}" for layer in layers)
    return f"{named} catalogue still {'has' if len(layers) == 1 else 'have'} it"


def _field_words(field: str, done: Withdrawn) -> str:
    says = f"the {done.below.layer} catalogue says {_value_words(done.below)}" if done.below else ""
    if done.outcome == "withdrawn":
        return f"{field} is withdrawn, though {says}"
    if done.outcome == "already withdrawn":
        way = "to go by that again: premierectl catalogue edit"
        return f"{field} is withdrawn already, though {says}; {way}"
    return f"{field} is removed" + (f"; {says}" if says else "")


def _value_words(said: Said) -> str:
    value = said.value
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
