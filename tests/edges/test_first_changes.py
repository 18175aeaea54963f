"""The file in which changes were kept before there was a live store: read, and taken over."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from premierectl.changes import Change, Refresh
from premierectl.errors import BadFileError
from premierectl.storage.changes import load_changes

SAID = {"when": "2026-11-24T06:00:00Z", "show_id": "a", "show": "A", "kind": "cancelled"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file is."""
    return tmp_path / "changes.json"


def test_without_a_file_there_was_no_refresh(path: Path) -> None:
    assert load_changes(path) == ()


def test_the_refreshes_are_read_the_newest_last(path: Path) -> None:
    document = {
        "x": 1,
        "format": 2,
        "refreshes": [
            {"when": "2026-11-20T00:00:00Z", "changes": [{**SAID, "z": 1}]},
            {"when": "2026-11-24T06:00:00Z", "changes": []},
        ],
    }
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(document).encode())
    when = datetime(2026, 11, 24, 6, tzinfo=UTC)
    change = Change(when=when, show_id="a", show="A", kind="cancelled")
    first = datetime(2026, 11, 20, tzinfo=UTC)
    assert load_changes(path) == (Refresh(first, (change,)), Refresh(when, ()))


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("", "", "is empty; a file that was never written would not be there"),
        ("{\n 7", ":2:2", 'a key in "double quotes" is missing here: 7'),
        ("[]", ":1:1", "expected `object`, got `array`: []"),
        ('{"format": 1}', ":1:1", "object missing required field `refreshes`: "),
        (
            '{"format": 1,\n"refreshes": [{"when": "2026-11-24", "changes": []}]}',
            ":2:24",
            "refreshes[0].when: invalid RFC3339 encoded datetime: ",
        ),
        (
            '{"format": 1,\n"refreshes": [{"when": "2026-11-24T06:00:00", "changes": []}]}',
            ":2:24",
            "refreshes[0].when: expected `datetime` with a timezone component: ",
        ),
        (
            '{"format": 1, "refreshes": [{"when": "2026-11-24T06:00:00Z", "changes": [\n'
            + json.dumps({**SAID, "after": "2027-13"})
            + "]}]}",
            ":2:",
            "refreshes[0].changes[0].after: '2027-13' is not a date: no calendar has that day: ",
        ),
        ("\xe9", "", "is not UTF-8 from here on"),
    ],
)
def test_a_broken_file_is_named_with_its_place(
    path: Path, text: str, place: str, reason: str
) -> None:
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(BadFileError) as error:
        load_changes(path)
    assert error.value.message.startswith(f"{path}{place}")
    assert reason in error.value.message
