"""The watchlist and lists of files at 40, 80 and 120 columns: nothing breaks within a word or a path."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from premierectl.render.screen import Look
from premierectl.render.screen.fitted_rows import FittedCell, fitted_rows
from tests import make
from tests.conftest import Run, Write

WIDE = """\
Show                                       Season    When                              Muted  Tags      Note
The Pitt                                   season 3  in 39–69 days (January 2027)             hospital
Severance                                  season 3  no date yet                       yes              with Sam
The Lord of the Rings: The Rings of Power  season 3  12 days ago
Gone                                                 not in the catalogue
Heartstopper                               season 3  781 days ago, the show has ended
"""
MIDDLE = """\
Show                                  Season    When
The Pitt                              season 3  in 39–69 days (January 2027)
  tagged hospital
Severance                             season 3  no date yet
  muted · with Sam
The Lord of the Rings: The Rings of…  season 3  12 days ago
Gone                                            not in the catalogue
Heartstopper                          season 3  781 days ago, the show has ended
"""
SHORT = """\
The Pitt
  season 3
  in 39–69 days (January 2027)
  tagged hospital
Severance
  season 3 · no date yet · muted
  with Sam
The Lord of the Rings: The Rings of
Power
  season 3 · 12 days ago
Gone
  not in the catalogue
Heartstopper
  season 3
  781 days ago, the show has ended
"""


@pytest.fixture
def _followed(write: Write) -> None:
    followed = [
        {"id": "the-pitt", "tags": ["hospital"]},
        {"id": "severance", "note": "with Sam", "muted": "always"},
        {"id": "the-lord-of-the-rings-the-rings-of-power"},
        {"id": "heartstopper"},
        {"id": "Gone"},
    ]
    write("data/watchlist.json", {"format": 1, "shows": followed})


@pytest.mark.usefixtures("_followed")
@pytest.mark.parametrize(("width", "screen"), [("40", SHORT), ("80", MIDDLE), ("120", WIDE)])
def test_the_watchlist_has_a_line_a_show(run: Run, width: str, screen: str) -> None:
    assert run("list", terminal=True, COLUMNS=width).out == screen


def test_a_path_is_never_broken_where_it_has_room_on_a_line_of_its_own(
    run: Run,
) -> None:
    home = "/home/somebody/a/long/name"
    out = run("paths", terminal=True, COLUMNS="80", PREMIERECTL_HOME=home).out
    assert out.splitlines()[:4] == [
        "watchlist",
        f"  sync · not there yet · {home}/data/watchlist.json",
        "own catalogue",
        f"  sync · not there yet · {home}/config/shows.json",
    ]
    narrow = run("paths", terminal=True, COLUMNS="60", PREMIERECTL_HOME=home).out
    assert narrow.splitlines()[:3] == [
        "watchlist",
        "  sync · not there yet",
        f"  {home}/data/watchlist.json",
    ]


def test_versions_say_what_their_numbers_are(run: Run) -> None:
    run("add", "pitt")
    run("add", "silo", "severance")
    told = run("undo", "--list", terminal=True, COLUMNS="40").out.splitlines()
    assert [line for line in told if "entr" not in line] == [
        "Version 3",
        "  added: Severance, Silo",
        "Version 2",
        "  added: The Pitt",
        "Version 1",
        "  the oldest that is kept",
    ]
    assert [line.partition(" · ")[2] for line in told if "entr" in line] == [
        "3 entries · now",
        "1 entry",
        "0 entries",
    ]


def test_no_line_of_a_narrow_screen_ends_with_the_dot_between_two_things(run: Run) -> None:
    run("add", "pitt", "only-murders", "--note", "with Sam and the others on Thursdays")
    for words in ("list", "cast pitt", "show lanterns --episodes", "search the --in all", "paths"):
        out = run(*words.split(), terminal=True, COLUMNS="40").out
        assert [line for line in out.splitlines() if line.endswith("·")] == []


TEXTS = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=50)


@given(rows=st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1), width=st.integers(60, 160))
def test_rows_fit_the_width_whatever_they_hold(
    rows: list[tuple[str, str, str]], width: int
) -> None:
    look = Look(width=width, moment=make.moment())
    cells = [
        {"Show": FittedCell(show), "When": FittedCell(when, brief="soon"), "Note": FittedCell(note)}
        for show, when, note in rows
    ]
    steps = (("Note", 0), ("When", 20), ("Show", 30))
    drawn = fitted_rows(cells, steps, look)
    assert len(drawn) == len(rows) + 1
    assert max(cell_len(line.plain) for line in drawn) <= width


def test_a_column_is_left_out_before_another_is_cut() -> None:
    row = {"Show": FittedCell("A Long Title"), "Added": FittedCell("2026-11-23")}
    steps = (("Added", 0), ("Show", 8))
    looks = [Look(width=width, moment=make.moment()) for width in (24, 23, 9)]
    assert [[line.plain for line in fitted_rows([row], steps, look)] for look in looks] == [
        ["Show          Added", "A Long Title  2026-11-23"],
        ["Show", "A Long Title"],
        ["Show", "A Long T…"],
    ]


def test_ascii_alone_is_measured_as_it_is_written() -> None:
    look = Look(width=20, moment=make.moment(), signs=False)
    cells = [{"Show": FittedCell("Ærø and the others")}]
    assert [line.plain for line in fitted_rows(cells, (("Show", 10),), look)] == [
        "Show",
        "\\xc6r\\xf8 and the...",
    ]


def test_a_version_that_cannot_be_read_has_no_number_of_entries(run: Run, home: Path) -> None:
    run("add", "pitt")
    run("add", "silo")
    (home / "state" / "versions" / "watchlist" / "000002.json").write_text("{")
    told = run("undo", "--list", terminal=True, COLUMNS="40").out.splitlines()
    place = told.index("Version 2")
    assert told[place + 1].split(" · ")[1:] == ["cannot be read"]
    assert run("undo", "--list", "--plain").out.splitlines()[1].endswith(", cannot be read.")
