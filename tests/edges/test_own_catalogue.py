"""The own catalogue's document, as it is read to be changed."""

from pathlib import Path

import pytest

from premierectl.errors import BadFileError
from premierectl.model import write_value
from premierectl.storage.catalogue import document_to_change


@pytest.mark.parametrize("text", ["[]", "{}", '{"format": "1"}'])
def test_what_is_no_catalogue_is_not_changed_into_one(tmp_path: Path, text: str) -> None:
    path = tmp_path / "shows.json"
    path.write_text(text)
    with pytest.raises(BadFileError, match="is not a catalogue; a catalogue starts with"):
        document_to_change(path)


def test_where_there_is_none_an_empty_one_is_begun(tmp_path: Path) -> None:
    assert document_to_change(tmp_path / "shows.json") == {"format": 1, "shows": []}


def test_only_what_the_model_holds_can_be_written() -> None:
    with pytest.raises(TypeError, match="no JSON for object"):
        write_value(object())
