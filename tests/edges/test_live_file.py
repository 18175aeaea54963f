"""The live layer's file."""

from datetime import date
from pathlib import Path

import pytest

from premierectl.errors import BadFileError
from premierectl.storage import live


def test_what_was_written_is_read_back_a_show_a_line(tmp_path: Path) -> None:
    shows = [{"id": "a", "title": "É"}, {"id": "b", "title": "B"}]
    path = tmp_path / "catalogue.json"
    path.write_bytes(live.encoded(shows, date(2026, 11, 24), "CC BY-SA 4.0"))
    assert live.load_live(path) == shows
    assert path.read_text(encoding="utf-8").splitlines()[1:] == [
        '{"id":"a","title":"É"},',
        '{"id":"b","title":"B"}',
        "]}",
    ]


@pytest.mark.parametrize("content", [b"{", b"7", b"{}", b"\xff"])
def test_a_file_that_is_no_layer_is_an_error_and_not_an_empty_one(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "catalogue.json"
    path.write_bytes(content)
    with pytest.raises(BadFileError):
        live.load_live(path)


def test_where_there_is_no_file_there_are_no_shows(tmp_path: Path) -> None:
    assert live.load_live(tmp_path / "none.json") == []
