"""The file of what the refreshes saw change."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from premierectl.changes import Change, ChangeKind
from premierectl.dates import PartialDate
from premierectl.errors import BadFileError, NewerFormatError
from premierectl.storage.changes import KEPT_REFRESHES, MOST_CHANGES, Refresh, append, load_changes

WHEN = datetime(2026, 11, 24, 6, tzinfo=UTC)


def change(show_id: str = "aurora", kind: ChangeKind = "cancelled") -> Change:
    return Change(when=WHEN, show_id=show_id, show="Aurora", kind=kind)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file is; its folder is not there yet."""
    return tmp_path / "state" / "changes.json"


def written(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_without_a_file_there_was_no_refresh(path: Path) -> None:
    assert load_changes(path) == ()


def test_what_was_appended_is_read_back_the_newest_last(path: Path) -> None:
    moved = Change(
        when=WHEN,
        show_id="aurora",
        show="Aúrora",
        season="special",
        label="Christmas special",
        kind="moved",
        part="Part 2",
        episode=3,
        finale=True,
        before=PartialDate("2027-01?"),
        after=PartialDate("2027-02-01"),
        days=3,
        people=("Ann",),
        more=2,
    )
    later = datetime(2026, 11, 25, 7, tzinfo=timezone(timedelta(hours=1)))
    append(path, WHEN, [moved, change()])
    append(path, later, [change("b")])
    assert load_changes(path) == (
        Refresh(WHEN, (moved, change())),
        Refresh(later.astimezone(UTC), (change("b"),)),
    )
    assert written(path)["refreshes"][1]["when"] == "2026-11-25T06:00:00Z"


def test_of_refreshes_that_saw_nothing_only_the_last_is_kept(path: Path) -> None:
    append(path, WHEN, [change()])
    for day in (1, 2, 3):
        append(path, WHEN + timedelta(days=day), [])
    assert [refresh.when.day for refresh in load_changes(path)] == [24, 27]
    append(path, WHEN + timedelta(days=4), [change()])
    assert [refresh.when.day for refresh in load_changes(path)] == [24, 28]


def test_the_last_refreshes_are_kept(path: Path) -> None:
    document = {
        "format": 1,
        "refreshes": [
            {"when": f"2025-01-01T00:{n // 60:02}:{n % 60:02}Z", "changes": [SAID]}
            for n in range(KEPT_REFRESHES)
        ],
    }
    path.parent.mkdir()
    path.write_text(json.dumps(document))
    append(path, WHEN, [change()])
    refreshes = load_changes(path)
    assert (len(refreshes), refreshes[-1].when) == (KEPT_REFRESHES, WHEN)
    assert refreshes[0].when == datetime(2025, 1, 1, 0, 0, 1, tzinfo=UTC)


SAID = {"when": "2026-11-24T06:00:00Z", "show_id": "a", "show": "A", "kind": "cancelled"}


def test_no_more_changes_are_kept_than_a_file_should_hold(path: Path) -> None:
    half = [change()] * (MOST_CHANGES // 2)
    append(path, WHEN, half)
    append(path, WHEN, half)
    assert len(load_changes(path)) == 2
    append(path, WHEN, [change("b")])
    assert [len(refresh.changes) for refresh in load_changes(path)] == [MOST_CHANGES // 2, 1]


def test_of_too_many_changes_at_once_new_shows_are_the_first_to_go(path: Path) -> None:
    new = [change(f"n{number}", "new show") for number in range(MOST_CHANGES)]
    append(path, WHEN, [*new, change("told")])
    (refresh,) = load_changes(path)
    assert len(refresh.changes) == MOST_CHANGES
    assert refresh.changes[0] == change("told")
    assert refresh.changes[-1] == new[-2]


def test_what_is_not_understood_survives(path: Path) -> None:
    document = {
        "x": [1],
        "format": 1,
        "refreshes": [
            {"when": "2026-11-20T00:00:00Z", "changes": [{**SAID, "z": 1}], "y": {"é": None}}
        ],
    }
    path.parent.mkdir()
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(document).encode())
    append(path, WHEN, [])
    after = written(path)
    assert after["refreshes"][:-1] == document["refreshes"]
    assert after["x"] == [1]
    assert list(after) == ["x", "format", "refreshes"]


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
def test_a_broken_file_is_named_with_its_place_and_never_written_over(
    path: Path, text: str, place: str, reason: str
) -> None:
    path.parent.mkdir()
    path.write_bytes(text.encode("latin-1"))
    for use in (lambda: load_changes(path), lambda: append(path, WHEN, [change()])):
        with pytest.raises(BadFileError) as error:
            use()
        assert error.value.message.startswith(f"{path}{place}")
        assert reason in error.value.message
    assert path.read_bytes() == text.encode("latin-1")


def test_keys_that_stand_twice_are_read_and_never_written_back(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"format": 1, "refreshes": [], "x": 1, "x": 2}')
    assert load_changes(path) == ()
    with pytest.raises(BadFileError, match="x stands twice"):
        append(path, WHEN, [])


def test_a_newer_format_is_read_and_never_written(path: Path) -> None:
    path.parent.mkdir()
    text = json.dumps({"format": 2, "refreshes": [{"when": SAID["when"], "changes": [SAID]}]})
    path.write_text(text)
    assert len(load_changes(path)) == 1
    with pytest.raises(NewerFormatError, match="has format 2"):
        append(path, WHEN, [change()])
    assert path.read_text() == text
