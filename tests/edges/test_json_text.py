"""JSON with the place of every value, and what is no JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.errors import BadFileError
from premierectl.storage.json_text import JsonSource

TEXT = """{
  "shows": [
    {"id": "a"},
    {"id": "b",
     "seasons": [{"premiere": "2027-13"}]}
  ]
}"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("", 1),
        ("shows", 2),
        ("shows[0]", 3),
        ("shows[1].id", 4),
        ("shows[1].seasons[0].premiere", 5),
        ("shows[1].title", 4),
        ("nowhere", 1),
    ],
)
def test_each_value_knows_its_line_and_what_is_missing_that_of_its_parent(
    path: str, line: int
) -> None:
    assert JsonSource("f.json", TEXT.encode()).line(path).number == line


def test_an_error_names_file_line_column_path_and_shows_the_line() -> None:
    error = JsonSource("f.json", TEXT.encode()).error("shows[1].seasons[0].premiere", "is wrong")
    assert error.message == (
        'f.json:5:31: shows[1].seasons[0].premiere: is wrong: "seasons": [{"premiere": "2027-13"}]}'
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "f.json: is empty; a file that was never written would not be there"),
        (b" \n", "f.json: is empty; a file that was never written would not be there"),
        (b'{"a": 1', 'f.json:1:8: the end of the file came too early: {"a": 1'),
        (b'{"a": "x', 'f.json:1:7: unterminated string starting at: {"a": "x'),
        (b'{"a": [1,\n', "f.json:2:1: a value is missing here"),
        (b'{"a": [1,]}', 'f.json:1:10: a value is missing here: {"a": [1,]}'),
        (b'{"a": 1,}', 'f.json:1:9: a key in "double quotes" is missing here: {"a": 1,}'),
        (b"{'a': 1}", "f.json:1:2: a key in \"double quotes\" is missing here: {'a': 1}"),
        (b'{"a" 1}', 'f.json:1:6: a colon is missing here: {"a" 1}'),
        (b'{"a": 1 "b": 2}', 'f.json:1:9: a comma or } is missing here: {"a": 1 "b": 2}'),
        (b"[1] 2", "f.json:1:5: there is something behind the end of the document: [1] 2"),
        (b'{"a": NaN}', 'f.json:1:7: NaN is not a JSON value: {"a": NaN}'),
        (b'{"a": -Infinity}', 'f.json:1:7: -Infinity is not a JSON value: {"a": -Infinity}'),
        (b'{"a": 1e999}', 'f.json:1:7: is a number beyond all bounds: {"a": 1e999}'),
        (b"-" + b"1" * 301, "f.json:1:1: is a number beyond all bounds: -" + "1" * 58 + "…"),
        (b'{"a": "\\ud800"}', 'f.json:1:7: half a surrogate pair is not text: {"a": "\\ud800"}'),
        (b'{"a": "\x01"}', 'f.json:1:8: invalid control character at: {"a": "\x01"}'),
        (b'{"a": "\xe9"}', 'f.json:1:8: is not UTF-8 from here on: {"a": "\ufffd"}'),
    ],
)
def test_what_is_no_json_is_named_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(BadFileError) as refused:
        JsonSource("f.json", data)
    assert refused.value.message == message
    assert refused.value.exit_code == 65


@pytest.mark.parametrize("bracket", [b"[", b'{"a":'])
def test_a_hundred_thousand_brackets_are_refused(bracket: bytes) -> None:
    with pytest.raises(BadFileError, match="nested more than 64 levels"):
        JsonSource("f.json", bracket * 100_000)


def test_a_byte_order_mark_is_read_over() -> None:
    assert JsonSource("f.json", b'\xef\xbb\xbf{"a": 1}').value == {"a": 1}


def test_a_long_line_is_shown_shortened() -> None:
    with pytest.raises(BadFileError) as refused:
        JsonSource("f.json", b'{"a": ' + b'"x" ' * 100 + b"}")
    assert len(refused.value.message) < 130


def test_a_key_that_stands_twice_is_listed_and_the_last_wins() -> None:
    source = JsonSource("f.json", b'{"a": 1,\n "b": {"c": 1, "c": 2}}')
    assert source.value == {"a": 1, "b": {"c": 2}}
    with pytest.raises(BadFileError, match=r"f.json:2:16: b.c stands twice"):
        source.refuse_twice()


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text()
    | st.floats(allow_nan=False, allow_infinity=False).map(lambda number: round(number % 1e9, 3)),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)  # fmt: skip


@given(values, st.booleans(), st.sampled_from([None, 1]))
def test_what_json_writes_is_read_as_json_reads_it(
    value: object, ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assert JsonSource("f.json", text.encode()).value == json.loads(text)


@given(st.binary() | st.text(alphabet='{}[]",:1e-.tru \\').map(str.encode))
def test_any_bytes_are_read_as_json_reads_them_or_refused(data: bytes) -> None:
    try:
        value = JsonSource("f.json", data).value
    except BadFileError:
        return
    assert value == json.loads(data.decode("utf-8-sig"))
