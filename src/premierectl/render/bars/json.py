"""The bar as one object, for Home Assistant, eww, AGS and whatever reads JSON."""

import datetime
import json
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct

from premierectl.render.bars.cells import ELLIPSIS
from premierectl.render.bars.text import BarStyle, lines_beside, text_of_bar
from premierectl.render.fields import FIELDS
from premierectl.render.items import CountdownItem, countdown_item
from premierectl.upcoming.bar import Bar, BarState

# Home Assistant takes no longer state.
LONGEST_TEXT: Final = 255
_OF_RELEASE: Final = ("short", "id", "title", "release", "date", "days", "instant", "network")


class BarDocument(Struct, frozen=True, kw_only=True):
    """What a status bar shows. Every key is always there; null where it is not known."""

    schema: Literal[1]
    text: Annotated[
        str, Meta(max_length=LONGEST_TEXT, description="the bar's text; empty for `none`")
    ]
    short: Annotated[str | None, Meta(description="the release in a few characters: `S6`")]
    wait: Annotated[
        str | None,
        Meta(description="the wait: `today`, `5h`, `12d`, `Jan 2027`, `TBA`, `out`, `overdue`"),
    ]
    state: Annotated[BarState, Meta(description="how near it is")]
    classes: Annotated[
        tuple[str, ...], Meta(description="the state, and `stale` for an old catalogue")
    ]
    tooltip: Annotated[str, Meta(description="a line for each of the rows, or why there is none")]
    percentage: Annotated[int, Meta(ge=0, le=100, description="100 less the days; 0 for no day")]
    id: Annotated[str | None, Meta(description="the words that select exactly this release")]
    title: str | None
    release: str | None
    date: str | None
    days: int | None
    instant: datetime.datetime | None
    network: str | None
    rows: Annotated[
        tuple[CountdownItem, ...],
        Meta(description="this release and those behind it, as `countdown --json` has them"),
    ]


def bar_schema() -> dict[str, Any]:
    """The JSON Schema of such an object."""
    (root,), known = msgspec.json.schema_components([BarDocument], ref_template="#/$defs/{name}")
    document = known.pop(root["$ref"].rpartition("/")[2])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "premierectl bar json",
        **{key: value for key, value in document.items() if key != "title"},
        "$defs": known,
    }


def json_bar(bar: Bar, style: BarStyle) -> str:
    """One line of ASCII."""
    text = text_of_bar(bar, style).written(style.markup())
    row = bar.row
    known: dict[str, Any] = {name: FIELDS[name].of(row) if row else None for name in _OF_RELEASE}
    document = BarDocument(
        schema=1,
        text=text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + ELLIPSIS,
        wait=bar.wait or None,
        state=bar.state,
        classes=bar.classes,
        tooltip="\n".join(lines_beside(bar, style.rows)),
        percentage=bar.percentage,
        rows=tuple(map(countdown_item, bar.rows[: style.rows])),
        **known,
    )
    # json leaves DEL as it is, the one ASCII character beyond C0 that a terminal acts on.
    return json.dumps(msgspec.to_builtins(document)).replace("\x7f", "\\u007f") + "\n"
