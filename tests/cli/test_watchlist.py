"""``watchlist``: follow, list, forget, go back."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run, Write


def kept(home: Path) -> list[tuple[str, object]]:
    """The shows and seasons in the watchlist's file."""
    document = json.loads((home / "data" / "watchlist.json").read_text())
    return [(entry["id"], entry.get("season")) for entry in document["shows"]]


def test_several_shows_and_single_seasons_are_added_at_once(run: Run, home: Path) -> None:
    result = run("watchlist", "add", "pitt", "heartstopper:s2", "doctor-who:special")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "added\tthe-pitt\t\nadded\theartstopper\t2\nadded\tdoctor-who\tchristmas-special\n"
    )
    assert kept(home) == [
        ("doctor-who", "christmas-special"),
        ("heartstopper", 2),
        ("the-pitt", None),
    ]


def test_a_person_is_told_in_words(run: Run) -> None:
    result = run("watchlist", "add", "pitt", "heartstopper:s2", terminal=True)
    assert result.out == "The Pitt is followed now\nHeartstopper season 2 is followed now\n"
    again = run("watchlist", "add", "pitt", terminal=True)
    assert (again.code, again.out) == (0, "The Pitt is followed already\n")
    gone = run("watchlist", "remove", "pitt", terminal=True)
    assert gone.out == "The Pitt is followed no longer\n"


def test_adding_twice_changes_nothing(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt")
    path = home / "data" / "watchlist.json"
    before = (path.stat().st_ino, path.stat().st_mtime_ns)
    result = run("watchlist", "add", "pitt")
    assert (result.code, result.out) == (0, "already followed\tthe-pitt\t\n")
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == before


REFUSED = [
    "premierectl: no show is called 'hearstoper'; did you mean Heartstopper?",
    "premierectl: 'the w' could be The White Lotus (the-white-lotus), The Witcher (the-witcher); "
    "name one of them",
    "premierectl: no show is called 'qqqqqq'",
]


def test_of_several_words_all_or_none_is_done(run: Run, home: Path) -> None:
    result = run("watchlist", "add", "hearstoper", "pitt", "the w", "qqqqqq")
    assert (result.code, result.out) == (1, "")
    again = "premierectl watchlist add hearstoper pitt 'the w' qqqqqq"
    assert result.err.splitlines() == [
        *REFUSED,
        "premierectl: nothing was changed",
        f"premierectl: to follow them by title all the same: {again} --anyway",
        f"premierectl: to search TVmaze for them: {again} --online",
    ]
    assert not home.exists()


def test_of_lines_each_is_done_by_itself(run: Run, home: Path) -> None:
    result = run("watchlist", "add", "-", stdin="hearstoper\npitt\nthe w\nqqqqqq\n")
    assert result.code == 1
    assert result.out == (
        "refused\t\t\thearstoper\nadded\tthe-pitt\t\tpitt\nrefused\t\t\tthe w\n"
        "refused\t\t\tqqqqqq\n"
    )
    assert result.err.splitlines() == [
        *REFUSED,
        "premierectl: 1 followed, 1 refused, 2 not in the catalogue: --anyway follows them, too, "
        "--online searches TVmaze for them",
    ]
    assert kept(home) == [("the-pitt", None)]


@pytest.mark.parametrize(
    "words",
    [
        "watchlist add only murders in the building",
        "watchlist add mr pitt season 3",
        "next only murders in the building",
        "days only murders in the building",
        "countdown only murders",
        "show only murders in the building",
        "export csv only murders in the building",
    ],
)
def test_unquoted_words_are_one_title(run: Run, write: Write, words: str) -> None:
    season = {"number": 3, "premiere": "2027-01-07"}
    write(
        "config/shows.json",
        {"format": 1, "shows": [{"id": "m", "title": "Mr. Pitt", "seasons": [season]}]},
    )
    result = run(*words.split())
    assert (result.code, result.err) == (0, "")
    quoted = words.split(" ", 2 if words.startswith(("watchlist", "export")) else 1)
    again = run(*quoted)
    assert again.out == result.out or again.out.startswith("already")


def test_words_that_name_a_show_each_are_several(run: Run) -> None:
    assert run("countdown", "silo", "pitt").out.count("\n") == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "only murderz in the building",
            "no show is called 'only murderz in the building'; did you mean Only Murders in the Building?",
        ),
        ("pitt qqqqqq", "no show is called 'qqqqqq'"),
        ("qqqqqq xxxxxx", "no show is called 'qqqqqq xxxxxx'"),
    ],
)
def test_what_is_no_title_and_not_titles_is_told_whole(run: Run, words: str, message: str) -> None:
    result = run("next", *words.split())
    assert (result.code, result.out, result.err) == (1, "", f"premierectl: {message}\n")


def test_a_special_is_named_behind_its_show(run: Run) -> None:
    assert run("next", "doctor", "who", "christmas", "special", "--vague").out == "2026-12-25?\n"
    assert (
        run("watchlist", "add", "doctor who christmas special").out
        == "added\tdoctor-who\tchristmas-special\n"
    )


GHOSTS = [
    {"id": "ghosts", "title": "Ghosts", "network": "CBS", "seasons": [{"number": 6, "premiere": "2026-12-03"}]},
    {"id": "ghosts-2019", "title": "Ghosts", "network": "BBC One", "seasons": [{"number": 6, "premiere": "2026-12-04"}]},
]  # fmt: skip


@pytest.mark.parametrize("words", ["ghosts", "Ghosts", "GHOSTS"])
def test_a_title_of_several_belongs_to_none_of_them(run: Run, write: Write, words: str) -> None:
    write("config/shows.json", {"format": 1, "shows": GHOSTS})
    result = run("next", words)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"premierectl: {words!r} could be Ghosts (CBS) (id:ghosts), "
        "Ghosts (BBC One) (ghosts-2019); name one of them\n"
    )
    assert run("next", "id:ghosts").out == "2026-12-03\n"
    assert run("next", "ghosts-2019").out == "2026-12-04\n"
    assert run("next", "ghosts:s6").out == "2026-12-03\n"


def test_shows_of_one_title_are_told_apart_where_they_stand_together(
    run: Run, write: Write
) -> None:
    write("config/shows.json", {"format": 1, "shows": GHOSTS})
    run("watchlist", "add", "id:ghosts", "ghosts-2019")
    told = ["Ghosts (CBS)", "Ghosts (BBC One)"]
    assert run("next", "--format", "{title}", "--limit", "2").out.splitlines() == told
    assert [line.split("\t")[0] for line in run("countdown").out.splitlines()] == told
    assert run("watchlist", "list", terminal=True).out.count("Ghosts (CBS)") == 1
    assert run("search", "ghosts").out.count("Ghosts (BBC One)\t") == 1
    assert "SUMMARY:Ghosts (CBS) season 6" in run("export", "ics").out
    assert (
        "Ghosts (BBC One) season 6" in run("calendar", "2026-12", terminal=True, COLUMNS="50").out
    )
    assert run("next", "id:ghosts", "--format", "{title}").out == "Ghosts\n"


def test_a_call_of_which_nothing_can_be_done_writes_nothing(run: Run, home: Path) -> None:
    assert run("watchlist", "add", "the").code == 2
    assert not home.exists()


def test_a_dash_reads_one_show_a_line(run: Run, home: Path) -> None:
    result = run("watchlist", "add", "-", stdin="pitt\n\n  only murders \nheartstopper:s3\n")
    assert result.code == 0
    assert kept(home) == [
        ("heartstopper", 3), ("only-murders-in-the-building", None), ("the-pitt", None),
    ]  # fmt: skip


def test_the_list_tells_when_each_was_added_and_how_long_it_takes(run: Run, write: Write) -> None:
    run("watchlist", "add", "pitt", "heartstopper", "severance", "--note", "with Sam")
    run("watchlist", "add", "only murders", "--now", "2026-11-25T10:00Z")
    file = write("extra.json", "")
    assert file.exists()
    assert run("watchlist", "list").out == (
        "only-murders-in-the-building\t\t15\t2026-12-08\t2026-11-25T10:00:00Z\t\n"
        "the-pitt\t\t39-69\t2027-01\t2026-11-23T00:00:00Z\twith Sam\n"
        "severance\t\t\t\t2026-11-23T00:00:00Z\twith Sam\n"
        "heartstopper\t\t\t2024-10-03\t2026-11-23T00:00:00Z\twith Sam\n"
    )
    assert run("watchlist", "list", terminal=True).out.splitlines() == [
        "Show                          Season    When                              Added       Note",
        "Only Murders in the Building  season 6  in 15 days                        2026-11-25",
        "The Pitt                      season 3  in 39–69 days (January 2027)      2026-11-23  with Sam",
        "Severance                     season 3  no date yet                       2026-11-23  with Sam",
        "Heartstopper                  season 3  781 days ago, the show has ended  2026-11-23  with Sam",
    ]


def test_a_show_that_no_catalogue_has_is_listed_and_can_be_removed(
    run: Run, write: Write, home: Path
) -> None:
    entries = [{"id": "gone"}, {"id": "lost", "season": 2}]
    write("data/watchlist.json", {"format": 1, "shows": entries})
    assert run("watchlist", "list", terminal=True).out.splitlines() == [
        "Show  Season    When",
        "gone            not in the catalogue",
        "lost  season 2  not in the catalogue",
    ]
    assert run("watchlist", "remove", "gone").out == "removed\tgone\t\n"
    assert kept(home) == [("lost", 2)]


def test_a_watched_show_with_a_bad_entry_is_listed_without_a_countdown(
    run: Run, write: Write
) -> None:
    write("config/shows.json", {"format": 1, "shows": [{"id": "bad", "title": "Bad", "year": 1}]})
    write("data/watchlist.json", {"format": 1, "shows": [{"id": "bad"}]})
    result = run("watchlist", "list")
    assert (result.code, result.out) == (0, "bad\t\t\t\t\t\n")
    assert "shows[0].year" in result.err


def test_a_note_replaces_the_note(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt", "--note", "one")
    assert run("watchlist", "add", "pitt", "--note", "two").out == "noted\tthe-pitt\t\n"
    document = json.loads((home / "data" / "watchlist.json").read_text())
    assert document["shows"][0]["note"] == "two"


def test_removing_prefers_what_is_watched_and_says_what_is_not(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt", "heartstopper:s2", "heartstopper:s3")
    assert run("watchlist", "remove", "the").out == "removed\tthe-pitt\t\n"
    assert run("watchlist", "remove", "heartstopper:s2").code == 0
    assert kept(home) == [("heartstopper", 3)]
    result = run("watchlist", "remove", "silo")
    assert (result.code, result.out) == (1, "not followed\tsilo\t\n")
    assert run("watchlist", "remove", "heartstopper").code == 0
    assert kept(home) == []


def test_an_entry_under_another_id_of_the_same_show_is_found_and_removed(
    run: Run, write: Write, home: Path
) -> None:
    shows = [{"id": "pitt", "title": "P", "ids": {"tvmaze": 1}}, {"id": "x", "title": "X"}]
    write("data/catalogue.json", {"format": 1, "shows": shows})
    write("config/shows.json", {"format": 1, "shows": [{"id": "er", "ids": {"tvmaze": 1}}]})
    write("data/watchlist.json", {"format": 1, "shows": [{"id": "er"}]})
    assert run("watchlist", "list").out == "er\t\t\t\t\t\n"
    assert run("watchlist", "remove", "pitt").code == 0
    assert kept(home) == []


def test_undo_brings_the_previous_watchlist_back(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt")
    run("watchlist", "add", "silo")
    result = run("watchlist", "undo", terminal=True, COLUMNS="300")
    assert (result.code, result.out) == (0, "The previous watchlist is back, with 1 entry\n")
    undone = home / "state" / "versions" / "watchlist" / "undone"
    assert result.err == (
        f"What it was until now is kept in {undone}; to bring it back: premierectl watchlist redo\n"
    )
    assert kept(home) == [("the-pitt", None)]
    assert run("watchlist", "undo").out == "undone\t\t\n"
    assert kept(home) == []


def test_undo_mends_a_watchlist_that_cannot_be_read(run: Run, write: Write, home: Path) -> None:
    run("watchlist", "add", "pitt")
    write("data/watchlist.json", b"\xff broken")
    assert run("watchlist", "list").code == 65
    assert run("watchlist", "undo").code == 0
    assert kept(home) == [("the-pitt", None)]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["list"], "the watchlist is empty; follow a show with: premierectl watchlist add SHOW"),
        (["undo"], "there is no earlier version to bring back"),
        (["undo", "3"], "there is no version 3 to bring back"),
        (["redo"], "there is nothing undone to bring back"),
        (["undo", "--list"], "there is no earlier version; the watchlist was never changed"),
    ],
)
def test_with_nothing_there_it_is_said(run: Run, words: list[str], error: str) -> None:
    result = run("watchlist", *words)
    assert (result.code, result.out, result.err) == (1, "", f"premierectl: {error}\n")


def test_undo_passes_over_what_cannot_be_read_and_names_it(run: Run, home: Path) -> None:
    for show in ("pitt", "silo", "severance"):
        run("watchlist", "add", show)
    emptied = home / "state/versions/watchlist/000003.json"
    emptied.write_bytes(b"")
    result = run("watchlist", "undo")
    assert (result.code, result.out) == (0, "undone\t\t\n")
    assert f"premierectl: {emptied} cannot be read and was passed over\n" in result.err
    assert kept(home) == [("the-pitt", None)]


def test_undo_over_a_newer_format_is_refused(run: Run, home: Path, write: Write) -> None:
    run("watchlist", "add", "pitt")
    path = write("data/watchlist.json", {"format": 2, "shows": []})
    result = run("watchlist", "undo")
    assert (result.code, result.out) == (65, "")
    assert result.err == run("watchlist", "add", "silo").err
    assert json.loads(path.read_text())["format"] == 2


def test_a_version_of_a_newer_format_is_not_brought_back(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt")
    run("watchlist", "add", "silo")
    (home / "state/versions/watchlist/000002.json").write_text('{"format": 2, "shows": []}')
    assert run("watchlist", "undo").code == 0
    assert kept(home) == []
