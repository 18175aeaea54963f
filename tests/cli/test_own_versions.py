"""``catalogue undo`` and ``redo``: one's own catalogue as it was, and forward again."""

import json
from pathlib import Path

import jsonschema
import pytest

from premierectl.render.documents import output_schema
from tests.conftest import Run, Write


def ids(home: Path) -> list[str]:
    """The shows of the own catalogue."""
    text = (home / "config" / "shows.json").read_text(encoding="utf-8")
    return [show["id"] for show in json.loads(text)["shows"]]


def kept(home: Path) -> str:
    """What is said of the catalogue that stood there."""
    file = home / "state" / "versions" / "shows" / "undone"
    return f"hat it was until now is kept in {file}; to bring it back: premierectl catalogue redo\n"


def test_undo_goes_back_step_by_step_and_redo_forward(run: Run, home: Path) -> None:
    for title in ("Aurora", "Dusk"):
        run("catalogue", "add", title)
    result = run("catalogue", "undo", terminal=True, COLUMNS="300")
    assert (result.code, result.out, result.err) == (
        0, "The previous catalogue is back, with 1 show\n", f"W{kept(home)}",
    )  # fmt: skip
    assert ids(home) == ["aurora"]
    result = run("catalogue", "undo", terminal=True)
    assert result.out == "The previous catalogue is back, with 0 shows\n"
    result = run("catalogue", "undo")
    assert (result.code, result.out, result.err) == (
        1, "", "premierectl: there is no earlier version to bring back\n",
    )  # fmt: skip
    for count in ("1 show", "2 shows"):
        result = run("catalogue", "redo", terminal=True)
        assert (result.code, result.err) == (0, "")
        assert result.out == f"The catalogue from before the undo is back, with {count}\n"
    assert ids(home) == ["aurora", "dusk"]


def test_after_another_change_there_is_nothing_to_redo(run: Run, home: Path) -> None:
    run("catalogue", "add", "Aurora")
    run("catalogue", "undo")
    run("catalogue", "add", "Dusk")
    result = run("catalogue", "redo")
    assert (result.code, result.out, result.err) == (
        1, "", "premierectl: there is nothing undone to bring back\n",
    )  # fmt: skip
    assert ids(home) == ["dusk"]


@pytest.mark.parametrize(("word", "outcome"), [("undo", "undone"), ("redo", "redone")])
def test_a_script_is_told_what_was_done(run: Run, word: str, outcome: str) -> None:
    run("catalogue", "add", "Aurora")
    if word == "redo":
        run("catalogue", "undo")
    document = json.loads(run("catalogue", word, "--json").out)
    jsonschema.validate(document, output_schema())
    (item,) = document["items"]
    assert (item["words"], item["show_id"], item["outcome"]) == ("", None, outcome)


def test_over_a_broken_catalogue_the_last_one_comes_back(
    run: Run, home: Path, write: Write
) -> None:
    run("catalogue", "add", "Aurora")
    broken = write("config/shows.json", "{")
    assert run("catalogue", "undo").code == 0
    assert ids(home) == ["aurora"]
    assert (home / "state" / "versions" / "shows" / "undone").read_text() == "{"
    broken.unlink()
    result = run("catalogue", "undo")
    assert (result.code, result.out, result.err) == (0, "undone\t\t\n", "")
    assert ids(home) == ["aurora"]


@pytest.mark.parametrize("bad", [b"", b"{", b"[]", b'{"format": 1, "shows": 5}', b'{"format": 2}'])
def test_versions_that_nobody_could_read_are_passed_over(run: Run, home: Path, bad: bytes) -> None:
    for title in ("Aurora", "Dusk", "Red Dawn"):
        run("catalogue", "add", title)
    version = home / "state" / "versions" / "shows" / "000003.json"
    version.write_bytes(bad)
    result = run("catalogue", "undo")
    assert (result.code, ids(home)) == (0, ["aurora"])
    assert result.err == (
        f"premierectl: {version} cannot be read and was passed over\npremierectl: w{kept(home)}"
    )


@pytest.mark.parametrize("word", ["undo", "redo"])
def test_a_catalogue_of_a_newer_format_is_never_replaced(
    run: Run, home: Path, write: Write, word: str
) -> None:
    run("catalogue", "add", "Aurora")
    path = write("config/shows.json", {"format": 2, "shows": []})
    before = path.read_bytes()
    result = run("catalogue", word)
    assert (result.code, result.out) == (65, "")
    assert "has format 2, this premierectl writes format 1" in result.err
    assert path.read_bytes() == before


def test_what_was_edited_by_hand_is_undone_and_redone_as_well(
    run: Run, home: Path, write: Write
) -> None:
    run("catalogue", "add", "Aurora")
    mine = write("config/shows.json", b'\xef\xbb\xbf{"format": 1}').read_bytes()
    run("catalogue", "add", "Dusk")
    assert run("catalogue", "undo", terminal=True).out.endswith("with 0 shows\n")
    assert (home / "config" / "shows.json").read_bytes() == mine
