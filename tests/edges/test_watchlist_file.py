"""The watchlist's file: what is kept, what is refused, and that nothing refused is touched."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from premierectl.dates import PartialDate
from premierectl.errors import BadFileError, NewerFormatError
from premierectl.followed_line import FollowedLine, united_tags
from premierectl.reminders import with_reminder, without_reminder
from premierectl.storage.versions import Versions
from premierectl.storage.watchlist import EMPTY_WATCHLIST, change, load_watchlist
from premierectl.watchlist import Reminder, Watchlist
from tests.conftest import Run, Write

ADDED = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)


def changed(path: Path, decide: Callable[[Watchlist], Watchlist]) -> Watchlist:
    return change(Versions(path, path.parent / "versions", EMPTY_WATCHLIST), decide)


def add(path: Path, entry: FollowedLine) -> Watchlist:
    return changed(path, lambda watchlist: watchlist.add(entry))


def remind(path: Path, text: str, when: str) -> Watchlist:
    reminder = Reminder(text=text, date=PartialDate(when), added=ADDED)
    return changed(path, lambda watchlist: with_reminder(watchlist, reminder))


def test_the_file_holds_one_entry_a_line_and_is_sorted(tmp_path: Path) -> None:
    path = tmp_path / "watchlist.json"
    add(path, FollowedLine(id="the-pitt", season=3, added=ADDED, note="Élan “x”"))
    add(path, FollowedLine(id="aurora", added=ADDED))
    assert path.read_text(encoding="utf-8") == (
        "{\n"
        '  "format": 1,\n'
        '  "shows": [\n'
        '    {"id": "aurora", "added": "2026-11-23T14:05:00Z"},\n'
        '    {"id": "the-pitt", "season": 3, "added": "2026-11-23T14:05:00Z", "note": "Élan “x”"}\n'
        "  ]\n"
        "}\n"
    )


def test_what_other_programs_keep_in_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "watchlist.json"
    before = {
        "$schema": "x",
        "format": 1,
        "shows": [{"id": "b", "rating": 5, "note": "n"}],
        "owner": {"name": "me"},
    }
    path.write_text(json.dumps(before))
    add(path, FollowedLine(id="a"))
    after = json.loads(path.read_text())
    assert after == {**before, "shows": [{"id": "a"}, {"id": "b", "rating": 5, "note": "n"}]}
    assert list(after) == list(before)


def test_a_change_that_changes_nothing_does_not_write(tmp_path: Path) -> None:
    path = tmp_path / "watchlist.json"
    path.write_text('{"format": 1, "shows": [{"id": "a"}]}')
    add(path, FollowedLine(id="a"))
    assert path.read_text() == '{"format": 1, "shows": [{"id": "a"}]}'
    assert list(tmp_path.iterdir()) == [path]


def test_a_newer_format_is_read_but_never_written(tmp_path: Path) -> None:
    path = tmp_path / "watchlist.json"
    path.write_text('{"format": 2, "shows": [{"id": "a"}]}')
    assert load_watchlist(path).ids == ("a",)
    with pytest.raises(NewerFormatError, match="has format 2, this premierectl writes format 1"):
        add(path, FollowedLine(id="b"))
    assert path.read_text() == '{"format": 2, "shows": [{"id": "a"}]}'


def test_keys_that_stand_twice_are_read_but_not_written_back(tmp_path: Path) -> None:
    path = tmp_path / "watchlist.json"
    text = '{"format": 1, "shows": [{"id": "a", "note": "x", "note": "y"}]}'
    path.write_text(text)
    assert load_watchlist(path).entries[0].note == "y"
    with pytest.raises(BadFileError, match=r"note stands twice"):
        add(path, FollowedLine(id="b"))
    assert path.read_text() == text


def test_a_byte_order_mark_is_read_over(tmp_path: Path) -> None:
    path = tmp_path / "watchlist.json"
    path.write_bytes(b"\xef\xbb\xbf" + b'{"format": 1, "shows": [{"id": "a"}]}')
    assert add(path, FollowedLine(id="b")).ids == ("a", "b")


BAD: list[tuple[bytes, str]] = [
    (b"", ": is empty"),
    (b'{"format": 1, "shows": [{"id"', ":1:30: a colon is missing here"),
    (b'{"format": 1, "shows": [{"id": "caf\xe9"}]}', ":1:36: is not UTF-8 from here on"),
    (b'{"format": 1, "shows": [{"id": NaN}]}', ":1:32: NaN is not a JSON value"),
    (b'{"format": 1,\n "shows": [{"id": "\\ud800"}]}', ":2:19: half a surrogate pair is not text"),
    (b"[" * 100_000, ":1:66: is nested more than 64 levels deep"),
    (b"[]", ":1:1: expected `object`, got `array`"),
    (b'{"shows": []}', ":1:1: object missing required field `format`"),
    (b'{"format": 1,\n "shows": [{"id": 5}]}', ":2:19: shows[0].id: expected `str`, got `int`"),
    (
        b'{"format": 1, "shows": [{"id": "a", "season": "X"}]}',
        "shows[0].season: expected `str` matching regex",
    ),
    (
        b'{"format": 1, "shows": [{"id": "a", "muted": "soon"}]}',
        "shows[0].muted: expected `str` matching regex",
    ),
    (
        b'{"format": 1, "shows": [],\n "reminders": [{"text": "x", "date": "soon"}]}',
        ":2:38: reminders[0].date: 'soon' is not a date: write ",
    ),
    (
        b'{"format": 1, "shows": [],\n "reminders": [{"text": "x"}]}',
        ":2:16: reminders[0]: object missing required field `date`",
    ),
    (
        b'{"format": 1, "shows": [],\n "reminders": [{"text": "", "date": "2027"}]}',
        ":2:25: reminders[0].text: expected `str` of length >= 1",
    ),
]


@pytest.mark.parametrize("words", [["watchlist", "add", "pitt"], ["watchlist", "list"], ["next"]])
@pytest.mark.parametrize(("data", "message"), BAD)
def test_what_cannot_be_read_ends_every_command_and_is_never_touched(
    run: Run, write: Write, data: bytes, message: str, words: list[str]
) -> None:
    path = write("data/watchlist.json", data)
    result = run(*words)
    assert (result.code, result.out) == (65, "")
    assert result.err.startswith(f"premierectl: {path}")
    assert message in result.err
    assert result.err.count("\n") == 1
    assert path.read_bytes() == data


entries = st.builds(
    FollowedLine,
    id=st.text(st.characters(exclude_categories=["Cs"])),
    season=st.none() | st.integers(0, 10**6) | st.just("special"),
    note=st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    added=st.none() | st.datetimes(timezones=st.just(UTC)),
    tags=st.lists(st.text("ab", min_size=1, max_size=2), max_size=2).map(united_tags),
    muted=st.none() | st.sampled_from(["always", "renewed", "dated", "2027-01-01"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(entries, max_size=4))
def test_what_is_written_is_read_back(tmp_path: Path, listed: list[Any]) -> None:
    path = tmp_path / "watchlist.json"
    path.unlink(missing_ok=True)
    expected = Watchlist()
    for entry in listed:
        expected = expected.add(entry)
        add(path, entry)
    assert load_watchlist(path) == expected


def test_reminders_stand_one_a_line_behind_the_shows(tmp_path: Path) -> None:
    path = tmp_path / "watchlist.json"
    add(path, FollowedLine(id="a", tags=("kids",), muted="renewed"))
    remind(path, "Rewatch “x”", "2026-12-01")
    remind(path, "b", "2027")
    assert path.read_text(encoding="utf-8") == (
        "{\n"
        '  "format": 1,\n'
        '  "shows": [\n'
        '    {"id": "a", "tags": ["kids"], "muted": "renewed"}\n'
        "  ],\n"
        '  "reminders": [\n'
        '    {"text": "Rewatch “x”", "date": "2026-12-01", "added": "2026-11-23T14:05:00Z"},\n'
        '    {"text": "b", "date": "2027", "added": "2026-11-23T14:05:00Z"}\n'
        "  ]\n"
        "}\n"
    )
    assert [each.text for each in load_watchlist(path).reminders] == ["Rewatch “x”", "b"]


def test_what_other_programs_keep_with_a_reminder_or_a_show_stays(tmp_path: Path) -> None:
    path = tmp_path / "watchlist.json"
    shows = [{"id": "a", "text": "t", "date": "never"}]
    listed = [{"text": "x", "date": "2026-12-01", "id": "i", "muted": "m"}]
    path.write_text(json.dumps({"format": 1, "shows": shows, "reminders": listed}))
    remind(path, "x", "2026-12-02")
    add(path, FollowedLine(id="a", note="n"))
    document = json.loads(path.read_text())
    assert document["shows"] == [{**shows[0], "note": "n"}]
    added = "2026-11-23T14:05:00Z"
    assert document["reminders"] == [{**listed[0], "date": "2026-12-02", "added": added}]


def test_the_last_reminder_leaves_an_empty_list(tmp_path: Path) -> None:
    path = tmp_path / "watchlist.json"
    remind(path, "x", "2026-12-01")
    changed(path, lambda watchlist: without_reminder(watchlist, "x"))
    assert json.loads(path.read_text()) == {"format": 1, "shows": [], "reminders": []}


def test_lines_of_one_show_keep_what_each_holds_besides(tmp_path: Path) -> None:
    path = tmp_path / "watchlist.json"
    lines = [{"id": "a", "x": 1}, {"id": "a", "y": 2}, {"id": "b", "x": 3}]
    path.write_text(json.dumps({"format": 1, "shows": lines}))
    add(path, FollowedLine(id="c"))
    assert json.loads(path.read_text())["shows"] == [*lines, {"id": "c"}]
