"""The JSON file that was the live layer before there was a live store."""

from pathlib import Path

import pytest

from premierectl.errors import BadFileError
from premierectl.storage import live


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
