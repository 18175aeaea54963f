"""``import``: from the files of other trackers to the watchlist, and what is said of the rest."""

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from tests.cli.test_json import VALIDATOR
from tests.conftest import NOW, Run, Write
from tests.tvmaze_service import TVmazeState, tvmaze_state

TABLE = """tv_show_id,active,archived,tv_show_name,created_at
305288,1,0,Stranger Things,2023-04-24 18:30:00
9000001,1,0,Night Harbour,2023-04-24 18:30:00
9000004,1,1,Mara's Last Ferry,2023-04-24 18:30:00
9000007,1,0,,2023-04-24 18:30:00
"""
UK = {
    "name": "ITV",
    "country": {"name": "United Kingdom", "code": "GB", "timezone": "Europe/London"},
}
TITLES = "Heartstopper\nTwins\nHartstopper\nNight Harbour\n"
LEFT = f"./premierectl-leftovers-{NOW}.csv"
MEND = f"what was not followed is in {LEFT}; correct it there and import that file\n"
UNDO = "undo with: premierectl watchlist undo\n"
HEAD = (
    "outcome,reason,title,year,season,tvmaze,imdb,tvdb,other_ids,candidates,source,line\r\n"
)  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which commands are run."""
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def _twins(write: Write) -> None:
    """Two shows of one title."""
    twins = [{"id": f"twins-{year}", "title": "Twins", "year": year} for year in (2001, 2011)]
    write("config/shows.json", {"format": 1, "shows": twins})


def file(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_shows_are_added_or_kept_and_the_rest_is_left_with_its_reason(run: Run) -> None:
    done = run("import", file("followed_tv_show.csv", TABLE))
    assert done.code == 0
    assert done.out == (
        "added\tstranger-things\tStranger Things\t\n"
        "kept\ttvdb:9000001\tNight Harbour\t\n"
        "left out\t\tMara's Last Ferry\tstopped there (archived)\n"
        "kept\ttvdb:9000007\t\t\n"
    )
    assert done.err == (
        "TV Time, followed_tv_show.csv: 4 shows\n"
        "  1 added · 2 kept, the next refresh looks for them: premierectl catalogue refresh\n"
        "  1 left out: 1 stopped; --include stopped follows it, too\n" + MEND + UNDO
    )
    assert Path(LEFT).read_bytes().decode() == (
        f"{HEAD}left out,stopped there (archived),Mara's Last Ferry,,,,,9000004,,,"
        "followed_tv_show.csv,4\r\n"
    )
    assert run("watchlist", "list").out == (
        "tvdb:9000001\t\t\t\t2023-04-24T18:30:00Z\t\n"
        "tvdb:9000007\t\t\t\t2023-04-24T18:30:00Z\t\n"
        "stranger-things\t\t\t2026-01-01\t2023-04-24T18:30:00Z\t\n"
    )


def test_a_second_import_adds_nothing_and_one_undo_takes_all_back(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt")
    run("import", file("a.csv", TABLE))
    written = (home / "data/watchlist.json").read_bytes()
    again = run("import", "a.csv")
    assert (again.code, written) == (0, (home / "data/watchlist.json").read_bytes())
    assert again.err == (
        "TV Time, a.csv: 4 shows\n"
        "  3 followed already\n"
        "  1 left out: 1 stopped; --include stopped follows it, too\n" + MEND
    )
    assert sorted(Path().glob("*.csv")) == [Path("a.csv"), Path(LEFT)]
    run("watchlist", "undo")
    assert [line.split("\t")[0] for line in run("watchlist", "list").out.splitlines()] == [
        "the-pitt"
    ]


def test_a_dry_run_says_the_same_and_writes_nothing(run: Run, home: Path) -> None:
    dry = run("import", file("a.csv", TABLE), "--dry-run")
    assert not (home / "data").exists()
    assert [each.name for each in Path().iterdir()] == ["a.csv"]
    assert dry.err.endswith("follows it, too\nthis was a dry run: nothing was changed\n")
    assert (dry.code, dry.out) == (0, run("import", "a.csv").out)


def test_what_is_left_out_is_included_on_request(run: Run) -> None:
    done = run("import", file("a.csv", TABLE), "--include", "stopped, ended")
    assert done.err == (
        "TV Time, a.csv: 4 shows\n"
        "  1 added · 3 kept, the next refresh looks for them: premierectl catalogue refresh\n"
        + UNDO
    )
    assert run("import", "a.csv", "--include", "all").code == 0
    wrong = run("import", "a.csv", "--include", "finished")
    assert (wrong.code, wrong.err) == (
        2,
        "premierectl: --include knows no 'finished'; there are on-hold, stopped, completed, ended, "
        "watched, and all\n",
    )


def test_several_files_of_one_account_are_one(run: Run) -> None:
    log = "key,s_id,is_archived,is_followed,is_for_later,series_name,created_at\nuser-series-1,9000007,false,true,false,Late Murder,2023-04-24 18:30:00\n"
    done = run("import", file("a.csv", TABLE), file("b.csv", log))
    assert done.out.splitlines()[-1] == "kept\ttvdb:9000007\tLate Murder\t"
    assert done.err.startswith("TV Time, a.csv and 1 more file: 4 shows\n")


def test_on_a_terminal_it_is_a_table_of_what_needs_a_look(run: Run) -> None:
    done = run("import", file("a.csv", TABLE), terminal=True)
    assert done.out == (
        "Title              Outcome   Why\nMara's Last Ferry  left out  stopped there (archived)\n"
    )


def test_with_nothing_to_follow_it_ends_with_1(run: Run) -> None:
    films = "Position,Const,Title,Title Type,Year\n1,tt0000001,Drowned Film,Movie,2020\n"
    done = run("import", file("films.csv", films))
    assert (done.code, done.out) == (1, "not a show\t\tDrowned Film\tfilm\n")
    assert done.err == "IMDb, films.csv: 0 shows\n  1 film is not a show\n"
    assert not Path(LEFT).exists()
    everything = run("import", "films.csv", "--leftovers-all")
    assert everything.err.endswith(MEND)
    assert (
        Path(LEFT).read_text().splitlines()[1]
        == "not a show,film,Drowned Film,2020,,,,,,,films.csv,2"
    )


def test_a_leftovers_file_is_never_written_over(run: Run) -> None:
    file("mine.csv", "mine")
    done = run("import", file("a.csv", TABLE), "--leftovers", "mine.csv")
    assert (done.code, done.err) == (
        73,
        "premierectl: mine.csv is there already; name another file with --leftovers\n",
    )
    assert run("watchlist", "list").code == 1
    file(LEFT, "mine")
    assert f"./premierectl-leftovers-{NOW}-2.csv;" in run("import", "a.csv").err
    assert Path(LEFT).read_text() == "mine"
    place = str(Path("x.csv").absolute())
    assert f"is in {place};" in run("import", "a.csv", "--leftovers", place).err


def test_as_json_it_is_one_document_with_counts(run: Run) -> None:
    done = run("import", file("a.csv", TABLE), "--json")
    document = json.loads(done.out)
    jsonschema.validate(document, VALIDATOR.schema)
    assert document["counts"] == {
        "added": 1, "kept": 2, "already followed": 0, "ambiguous": 0, "unknown": 0, "left out": 1,
        "not a show": 0, "unreadable": 0,
    }  # fmt: skip
    assert (document["format"], document["leftovers"], document["dry_run"]) == (
        "TV Time",
        LEFT,
        False,
    )
    assert document["items"][2] == {
        "outcome": "left out",
        "show_id": None,
        "title": "Mara's Last Ferry",
        "year": None,
        "season": None,
        "part": None,
        "ids": {"tvdb": 9000004},
        "other_ids": {},
        "state": "stopped",
        "said": "archived",
        "reason": "stopped there (archived)",
        "candidates": [],
        "added": None,
        "note": None,
        "file": "a.csv",
        "line": 4,
    }
    assert document["items"][0]["added"] == "2023-04-24T18:30:00Z"


@pytest.mark.usefixtures("_twins")
def test_a_list_of_titles_is_matched_by_whole_titles(run: Run) -> None:
    done = run("import", file("titles.txt", TITLES))
    assert done.out == (
        "added\theartstopper\tHeartstopper\t\n"
        "ambiguous\t\tTwins\t2 shows have that title\n"
        "unknown\t\tHartstopper\tno show has that title\n"
        "unknown\t\tNight Harbour\tno show has that title\n"
    )
    left = Path(LEFT).read_text().splitlines()
    assert left[2] == "unknown,no show has that title,Hartstopper,,,,,,,heartstopper,titles.txt,3"


@pytest.mark.usefixtures("_twins")
def test_the_leftovers_are_mended_and_imported_again(run: Run) -> None:
    run("import", file("titles.txt", TITLES))
    mended = Path(LEFT).read_text().replace(",Twins,,,,", ",Twins,,,twins-2011,")
    mended = mended.replace(",Night Harbour,,,,", ",Night Harbour,,,17,")
    done = run("import", file("mended.csv", mended))
    assert [line.split("\t")[:2] for line in done.out.splitlines()] == [
        ["added", "twins-2011"],
        ["unknown", ""],
        ["kept", "tvmaze:17"],
    ]


@pytest.mark.usefixtures("_twins")
def test_on_a_terminal_the_user_is_asked_what_is_not_clear(run: Run) -> None:
    file("titles.txt", TITLES)
    done = run("import", "titles.txt", terminal=True, stdin="1\n")
    assert "Twins could be:\n" in done.err
    assert "which one, 1 to 2? Enter skips it, a all of them: " in done.err
    assert "2 added" in done.err


@pytest.mark.usefixtures("_twins")
@pytest.mark.parametrize("answer", ["\n", "a\n", "7\n", "x\n", ""])
def test_an_answer_that_is_none_skips_it(run: Run, answer: str) -> None:
    file("titles.txt", TITLES)
    done = run("import", "titles.txt", terminal=True, stdin=answer)
    assert (done.code, "1 ambiguous · 2 unknown" in done.err) == (0, True)


def test_one_file_that_cannot_be_read_stops_the_whole_import(run: Run) -> None:
    file("a.csv", TABLE)
    Path("bad.zip").write_bytes(b"PK\x03\x04 half a download")
    stopped = run("import", "a.csv", "bad.zip")
    assert (stopped.code, run("watchlist", "list").code) == (65, 1)
    going = run("import", "a.csv", "bad.zip", "--keep-going")
    assert (going.code, "; passed over\n" in going.err) == (65, True)
    assert "stranger-things" in run("watchlist", "list").out
    missing = run("import", "missing.csv")
    assert (missing.code, missing.err) == (
        74,
        "premierectl: missing.csv cannot be read: no such file or directory\n",
    )


@pytest.fixture
def service() -> Iterator[TVmazeState]:
    with tvmaze_state() as server:
        yield server


def test_online_a_title_is_taken_where_one_show_alone_has_it(
    run: Run, service: TVmazeState
) -> None:
    service.add(1, name="Night Harbour", premiered="2020-01-01")
    service.add(2, name="Night Harbours")
    service.add(3, name="Twins", premiered="2001-01-01")
    service.add(4, name="Twins", premiered="2011-01-01")
    service.add(5, name="The Ferry", premiered="1999-01-01")
    service.add(6, name="Ghost Ship", network=UK)
    titles = "Night Harbour\nTwins\nTwins (2011)\nFerry (1998)\nNobody\nGhost Ship (UK)\n"
    titles += "Ghost Ship (US)\n"
    done = run("import", file("t.txt", titles), "--online", PREMIERECTL_TVMAZE_URL=service.url)
    assert [line.split("\t")[:3] for line in done.out.splitlines()] == [
        ["kept", "tvmaze:1", "Night Harbour"],
        ["unknown", "", "Twins"],
        ["kept", "tvmaze:4", "Twins (2011)"],
        ["unknown", "", "Ferry (1998)"],
        ["unknown", "", "Nobody"],
        ["kept", "tvmaze:6", "Ghost Ship (UK)"],
        ["unknown", "", "Ghost Ship (US)"],
    ]


def test_on_a_terminal_a_bar_says_how_far_the_search_is(run: Run, service: TVmazeState) -> None:
    service.add(1, name="Night Harbour")
    there = {"PREMIERECTL_TVMAZE_URL": service.url}
    done = run("import", file("t.txt", "Night Harbour"), "--online", terminal=True, env=there)
    assert (done.code, "1 kept" in done.err) == (0, True)


def test_where_the_search_fails_the_rest_stays_unknown(run: Run) -> None:
    done = run("import", file("t.txt", "Nobody\nHeartstopper\n"), "--online", PREMIERECTL_TVMAZE_URL="http://127.0.0.1:9")  # fmt: skip
    assert done.code == 0
    assert "premierectl: TVmaze could not be searched any further: 127.0.0.1 " in done.err
