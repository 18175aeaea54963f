"""``--format``: named fields of a countdown and nothing else."""

import re
from collections.abc import Iterator
from typing import Final, Self

from msgspec import Struct

from premierectl.countdown import Countdown
from premierectl.errors import UsageError
from premierectl.render.text import safe

FIELDS: Final = (
    "address", "title", "season", "date", "days", "phrase", "state", "network", "earliest", "latest", "label", "time", "progress",
)  # fmt: skip
_PIECE: Final = r"\{\{|\}\}|\\[tn\\]|\{([^{}]*)\}|[{}]"
_LITERALS: Final = {"{{": "{", "}}": "}", r"\t": "\t", r"\n": "\n", r"\\": "\\"}


class Template(Struct, frozen=True):
    """A template that was read: its literal pieces and its fields, in turn."""

    pieces: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, field: str) -> Self:
        """The template that is one field."""
        return cls((("", field),))

    @classmethod
    def read(cls, text: str) -> Self:
        r"""Read ``{fields}``; ``{{`` and ``}}`` are braces, ``\t`` and ``\n`` tab and newline.

        Raises :class:`UsageError` for a field that there is not, and lists those there are.
        """
        return cls(tuple(_pieces(text)))

    def filled(self, item: Countdown) -> str:
        """The template with the fields of this countdown, each made safe."""
        values = _values(item)
        return "".join(literal + values.get(field, "") for literal, field in self.pieces)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    end = 0
    for match in re.finditer(_PIECE, text):
        literal, end = text[end : match.start()], match.end()
        if match.group() in _LITERALS:
            yield literal + _LITERALS[match.group()], ""
        elif match[1] in FIELDS:
            yield literal, match[1]
        else:
            raise UsageError(
                f"--format knows no field {match.group()}; there are {', '.join(FIELDS)}"
            )
    yield text[end:], ""


def _values(item: Countdown) -> dict[str, str]:
    release, known = item.release, item.date
    values = {
        "address": release.address,
        "title": release.show.title,
        "season": release.season.label,
        "date": known.text if known else "",
        "days": item.span,
        "phrase": item.phrase,
        "state": item.state,
        "network": release.network or "",
        "earliest": known.earliest.isoformat() if known else "",
        "label": release.label,
        "time": f"{item.local:%H:%M}" if item.local else "",
        "progress": item.progress,
        "latest": known.latest.isoformat() if known else "",
    }
    return {name: safe(value) for name, value in values.items()}
