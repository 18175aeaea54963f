"""JSON text with the place of every value in it, for errors that name line and column."""

import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed omits it
from typing import Any, Final, NoReturn

from msgspec import Struct

from premierectl.errors import BadFileError, ConflictError
from premierectl.storage.git_conflict import CONFLICT_MARK

_DEEPEST: Final = 64
_WIDEST_EXCERPT: Final = 60
_SPACE: Final = re.compile(r"[ \t\n\r]*")
_LONGEST_NUMBER: Final = 300
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORDS: Final = {"true": True, "false": False, "null": None}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class Twice(Struct, frozen=True):
    """A key that stands twice in one object: its path, and the offset of the second."""

    path: str
    offset: int


class LineOfText(Struct, frozen=True):
    """A line of a document, from 1, the column that is meant, and the line itself, cut where it is long."""

    number: int
    column: int
    excerpt: str


class JsonSource:
    """A parsed JSON document that knows where each value stands.

    Raises :class:`BadFileError` for what is no JSON (RFC 8259), NaN and lone surrogates included,
    and for nesting beyond 64 levels. Keys that stand twice are listed in ``twice``; the last wins.
    """

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        self.text = _decoded(file, data)
        self.offsets: dict[str, int] = {}
        self.twice: list[Twice] = []
        self.value, end = self._value(self._skip(0), "", 0)
        end = self._skip(end)
        if end < len(self.text):
            self._fail(end, "there is something behind the end of the document")

    def line(self, path: str) -> LineOfText:
        """The line on which the value with this path stands, or what it stands in."""
        while path and path not in self.offsets:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.line_at(self.offsets.get(path, 0))

    def line_at(self, offset: int) -> LineOfText:
        """The line of this offset."""
        return _line_at(self.text, offset)

    def error(self, path: str, reason: str) -> BadFileError:
        """What is wrong with the value of this path, with its line."""
        offset = self.offsets.get(path, 0)
        return bad_file(self.file, self.text, offset, f"{path}: {reason}" if path else reason)

    def refuse_twice(self) -> None:
        """Raise for the first key that stands twice: writing back would lose one of the two."""
        for twice in self.twice:
            self._fail(twice.offset, f"{twice.path} stands twice")

    def _fail(self, offset: int, reason: str) -> NoReturn:
        conflict = re.search(CONFLICT_MARK, self.text)
        if conflict:
            raise ConflictError(self.file, self.line_at(conflict.start()).number)
        raise bad_file(self.file, self.text, offset, reason)

    def _skip(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def _value(self, at: int, path: str, depth: int) -> tuple[Any, int]:
        self.offsets[path] = at
        if depth > _DEEPEST:
            self._fail(at, f"is nested more than {_DEEPEST} levels deep")
        char = self.text[at : at + 1]
        if char == "{":
            return self._object(at + 1, path, depth)
        if char == "[":
            return self._list(at + 1, path, depth)
        if char == '"':
            return self._string(at)
        return self._scalar(at)

    def _object(self, at: int, path: str, depth: int) -> tuple[dict[str, Any], int]:
        result: dict[str, Any] = {}
        at = self._skip(at)
        if self.text[at : at + 1] == "}":
            return result, at + 1
        while True:
            if self.text[at : at + 1] != '"':
                self._fail(at, 'a key in "double quotes" is missing here')
            key, end = self._string(at)
            inner = f"{path}.{key}" if path else key
            if key in result:
                self.twice.append(Twice(inner, at))
            end = self._skip(end)
            if self.text[end : end + 1] != ":":
                self._fail(end, "a colon is missing here")
            result[key], end = self._value(self._skip(end + 1), inner, depth + 1)
            at, closed = self._after_item(end, "}")
            if closed:
                return result, at

    def _list(self, at: int, path: str, depth: int) -> tuple[list[Any], int]:
        result: list[Any] = []
        at = self._skip(at)
        if self.text[at : at + 1] == "]":
            return result, at + 1
        while True:
            item, end = self._value(at, f"{path}[{len(result)}]", depth + 1)
            result.append(item)
            at, closed = self._after_item(end, "]")
            if closed:
                return result, at

    def _after_item(self, at: int, close: str) -> tuple[int, bool]:
        at = self._skip(at)
        char = self.text[at : at + 1]
        if char == close:
            return at + 1, True
        if char != ",":
            missing = (
                "the end of the file came too early"
                if not char
                else f"a comma or {close} is missing here"
            )
            self._fail(at, missing)
        return self._skip(at + 1), False

    def _string(self, at: int) -> tuple[str, int]:
        try:
            text, end = scanstring(self.text, at + 1)
        except ValueError as error:
            self._fail(getattr(error, "pos", at), str(getattr(error, "msg", error)).lower())
        if _SURROGATE.search(text):
            self._fail(at, "half a surrogate pair is not text")
        return text, end

    def _scalar(self, at: int) -> tuple[Any, int]:
        for word, value in _WORDS.items():
            if self.text.startswith(word, at):
                return value, at + len(word)
        match = _NUMBER.match(self.text, at)
        if match is None:
            found = re.match(r"[^\s,\]}]{0,20}", self.text[at : at + 20])
            word = found.group() if found else ""
            self._fail(at, f"{word} is not a JSON value" if word else "a value is missing here")
        whole = match[1] is None and match[2] is None
        number = 0 if len(match[0]) > _LONGEST_NUMBER else float(match[0])
        if len(match[0]) > _LONGEST_NUMBER or number in (float("inf"), float("-inf")):
            self._fail(at, "is a number beyond all bounds")
        return (int(match[0]) if whole else number), match.end()


def bad_file(file: str, text: str, offset: int, reason: str) -> BadFileError:
    """The error at this offset of the text: line and column from 1, and the line itself."""
    line = _line_at(text, offset)
    return BadFileError(file, reason, line=line.number, column=line.column, excerpt=line.excerpt)


def _line_at(text: str, offset: int) -> LineOfText:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : end if end >= 0 else len(text)].strip()
    shown = line if len(line) <= _WIDEST_EXCERPT else line[: _WIDEST_EXCERPT - 1] + "…"
    return LineOfText(text.count("\n", 0, offset) + 1, offset - start + 1, shown)


def _decoded(file: str, data: bytes) -> str:
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data.strip():
        raise BadFileError(file, "is empty; a file that was never written would not be there")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        shown = before + data[error.start :].decode(errors="replace")
        raise bad_file(file, shown, len(before), "is not UTF-8 from here on") from None
