"""Where a document does not fit the model's types: every place, not only the first."""

import datetime
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct

from premierectl.catalogue.catalogue_file import CatalogueFile
from premierectl.catalogue.suggest import did_you_mean
from premierectl.dates import PartialDate
from premierectl.errors import BadDateError
from premierectl.model import (
    CastMember,
    DateChange,
    ExternalIds,
    Show,
    read_value,
)

_EDITORS_KEY: Final = "$schema"
_WIDEST_QUOTE: Final = 40
_JSON_KINDS: Final[Mapping[type, str]] = {
    dict: "an object", list: "a list", bool: "true or false", types.NoneType: "null",
}  # fmt: skip
_FORMS: Final[Mapping[object, str]] = {
    PartialDate: "a date as text, such as 2027-03-12, 2027-03 or 2027",
    datetime.date: "a day as text, such as 2027-03-12",
    str: "text",
    int: "a whole number",
    bool: "true or false",
}
# A show's title may stand in another layer; nothing else that is required may.
_ELSEWHERE: Final = {(Show, "title")}
_SPELT: Final[Mapping[type[Struct], str]] = {
    CatalogueFile: "catalogue",
    CastMember: "cast member",
    DateChange: "date change",
    ExternalIds: "list of external ids",
}


class Problem(Struct, frozen=True):
    """Something wrong at a JSON path (``shows[3].seasons[0].premiere``) and what would be right."""

    path: str
    message: str


def misfits(value: object, kind: Any, path: str = "") -> Iterator[Problem]:
    """Every place below ``path`` where parsed JSON does not fit this type of the model."""
    kind, accepts_null = _without_null(kind)
    if value is None and accepts_null:
        return
    if isinstance(kind, type) and issubclass(kind, Struct):
        yield from _object(value, kind, path)
    elif get_origin(kind) is tuple:
        yield from _items(value, get_args(kind)[0], path)
    else:
        yield from _leaf(value, kind, path)


def kind_of(value: object) -> str:
    """What a parsed value is, in JSON's words; short text and numbers as they are."""
    if type(value) in _JSON_KINDS:
        return _JSON_KINDS[type(value)]
    text = repr(value)
    return text if len(text) <= _WIDEST_QUOTE else text[: _WIDEST_QUOTE - 1] + "…"


def _object(value: object, kind: type[Struct], path: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield Problem(path, f"is {kind_of(value)}; write an object in {{ }}")
        return
    hints = get_type_hints(kind, include_extras=True)
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for key, inner in value.items():
        if key in fields:
            yield from misfits(inner, hints[fields[key].name], _join(path, key))
        elif key != _EDITORS_KEY:
            hint = did_you_mean(key, fields)
            yield Problem(_join(path, key), f"is not a field of {_article(kind)}{hint}")
    for key, field in fields.items():
        if field.required and key not in value and (kind, key) not in _ELSEWHERE:
            yield Problem(_join(path, key), f"is missing; {_article(kind)} needs it")


def _items(value: object, kind: Any, path: str) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield Problem(path, f"is {kind_of(value)}; write a list in [ ]")
        return
    for index, item in enumerate(value):
        yield from misfits(item, kind, f"{path}[{index}]")


def _leaf(value: object, kind: Any, path: str) -> Iterator[Problem]:
    try:
        if kind is PartialDate and isinstance(value, str):
            PartialDate(value)
        else:
            msgspec.convert(value, kind, dec_hook=read_value)
    except BadDateError as error:
        yield Problem(path, error.message)
    except msgspec.ValidationError:
        yield Problem(path, f"is {kind_of(value)}; write {_right(value, kind)}")


def _right(value: object, kind: Any) -> str:
    if get_origin(kind) is Literal:
        *others, last = get_args(kind)
        hint = did_you_mean(value, get_args(kind)) if isinstance(value, str) else ""
        return f"{', '.join(others)} or {last}{hint}"
    if get_origin(kind) is Annotated:
        described = (note.description for note in get_args(kind) if isinstance(note, Meta))
        return next(words for words in described if words)
    return _FORMS[kind]


def _article(kind: type[Struct]) -> str:
    name = _SPELT.get(kind, kind.__name__.lower())
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _without_null(kind: Any) -> tuple[Any, bool]:
    if get_origin(kind) in (Union, types.UnionType):
        rest = [choice for choice in get_args(kind) if choice is not types.NoneType]
        return rest[0], len(rest) < len(get_args(kind))
    return kind, False


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
