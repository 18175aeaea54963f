"""The file of what was told: written as it stands here, and never taken for empty."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from premierectl.errors import BadFileError, NewerFormatError
from premierectl.notices.told import Notified
from premierectl.storage.notified import load_notified, save_notified
from tests.make import moment

WHEN = datetime(2026, 12, 1, 9, tzinfo=UTC)
TEXT = """{
  "format": 1,
  "told": [
    {"key":"aurora:s2 2026-12-08 7","when":"2026-12-01T09:00:00Z","way":"desktop"},
    {"key":"reminder Ärger 2026-12-08 7","when":"2026-12-01T09:00:00Z","way":"desktop"}
  ],
  "ways": [
    {"way":"desktop","through":"2026-12-01","since":"2026-12-01T00:00:00Z"}
  ]
}
"""


def test_it_has_a_key_a_line_in_order(tmp_path: Path) -> None:
    path, keys = (
        tmp_path / "notified.json",
        ["reminder Ärger 2026-12-08 7", "aurora:s2 2026-12-08 7"],
    )
    notified = (
        Notified().with_told("desktop", keys, WHEN).with_all_told("desktop", moment("2026-12-01"))
    )
    save_notified(path, notified)
    assert path.read_text(encoding="utf-8") == TEXT
    assert path.stat().st_mode & 0o777 == 0o600
    assert load_notified(path) == notified


def test_no_file_is_nothing_and_nothing_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "notified.json"
    assert load_notified(path) == Notified()
    save_notified(path, Notified())
    assert path.read_text(encoding="utf-8") == '{\n  "format": 1,\n  "told": [],\n  "ways": []\n}\n'
    assert load_notified(path) == Notified()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"format": 1, "told": [', '1:24: a value is missing here: {"format": 1, "told": ['),
        (
            '{"format": 1, "told": [\n{"key": 7}]}',
            '2:9: told[0].key: expected `str`, got `int`: {"key": 7}]}',
        ),
        ("[]", "1:1: expected `object`, got `array`: []"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(
    tmp_path: Path, content: str, reason: str
) -> None:
    path = tmp_path / "notified.json"
    path.write_text(content)
    with pytest.raises(BadFileError) as refused:
        load_notified(path)
    assert refused.value.message == f"{path}:{reason}"


def test_a_key_with_a_day_that_no_calendar_has_goes_with_the_day_of_its_telling() -> None:
    told = Notified().with_told("print", ["aurora:s1 2026-13-45 7"], WHEN)
    assert told.without_old(WHEN.date()) == told
    assert told.without_old(WHEN.date() + timedelta(days=61)) == Notified()


def test_a_newer_format_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "notified.json"
    path.write_text('{"format": 2, "told": {}}')
    with pytest.raises(NewerFormatError, match="has format 2, this premierectl writes format 1"):
        load_notified(path)
