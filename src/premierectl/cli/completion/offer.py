"""What a shell may put in place of the word at the cursor."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct


class Offer(Struct, frozen=True):
    """A word that is offered, what to know of it, and the title that means the same."""

    value: str
    help: str | None = None
    title: str | None = None


class Offered(Struct, frozen=True):
    """What may stand in place of the word at the cursor: these words, or a name from the disk."""

    offers: Sequence[Offer] = ()
    names: Literal["files", "folders"] | None = None
