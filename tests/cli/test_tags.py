"""``watchlist tag`` and ``untag``, and ``--tag`` wherever rows are shown."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run, Write


def tags(home: Path) -> dict[str, list[str]]:
    """The tags of each line in the watchlist's file."""
    document = json.loads((home / "data" / "watchlist.json").read_text())
    lines: list[dict[str, Any]] = document["shows"]
    return {f"{line['id']}:{line.get('season', '')}": line.get("tags", []) for line in lines}


def test_shows_are_tagged_where_they_are_followed(run: Run, home: Path) -> None:
    result = run("watchlist", "add", "pitt", "silo", "--tag", "Drama", "--tag", "us", "--tag", "US")
    assert (result.code, result.out, result.err) == (0, "added\tthe-pitt\t\nadded\tsilo\t\n", "")
    assert tags(home) == {"silo:": ["Drama", "us"], "the-pitt:": ["Drama", "us"]}


def test_a_tag_for_what_is_followed_already_is_added(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt", "--tag", "drama")
    result = run("watchlist", "add", "pitt", "--tag", "us", terminal=True)
    assert (result.code, result.out) == (0, "The Pitt: the tag is kept\n")
    assert run("watchlist", "add", "pitt", "--tag", "new").out == "tagged\tthe-pitt\t\n"
    assert run("watchlist", "add", "pitt", "--tag", "NEW").out == "already followed\tthe-pitt\t\n"
    assert tags(home) == {"the-pitt:": ["drama", "us", "new"]}


def test_the_last_word_is_the_tag_of_all_shows_before_it(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt", "silo", "only-murders")
    result = run("watchlist", "tag", "pitt", "silo", "together", terminal=True)
    assert result.out == "The Pitt is tagged together\nSilo is tagged together\n"
    assert run("watchlist", "tag", "only", "murders", "in", "the", "building", "fun").out == (
        "tagged\tonly-murders-in-the-building\t\n"
    )
    again = run("watchlist", "tag", "pitt", "Together", terminal=True)
    assert (again.code, again.out) == (0, "The Pitt is tagged Together already\n")
    gone = run("watchlist", "untag", "pitt", "TOGETHER", terminal=True)
    assert (gone.code, gone.out) == (0, "The Pitt is tagged TOGETHER no longer\n")
    assert tags(home) == {
        "only-murders-in-the-building:": ["fun"], "silo:": ["together"], "the-pitt:": [],
    }  # fmt: skip


def test_shows_are_read_from_lines(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt", "silo")
    result = run("watchlist", "tag", "-", "x", stdin="pitt\nqqqqqq\nsilo\nseverance\n")
    assert result.code == 1
    assert result.out == "tagged\tthe-pitt\t\ntagged\tsilo\t\nnot followed\tseverance\t\n"
    assert result.err == "premierectl: no show is called 'qqqqqq'\n"
    assert tags(home) == {"silo:": ["x"], "the-pitt:": ["x"]}


def test_all_lines_of_a_show_are_tagged_and_a_season_alone(run: Run, home: Path) -> None:
    run("watchlist", "add", "heartstopper:s2", "heartstopper:s3")
    run("watchlist", "tag", "heartstopper", "x")
    run("watchlist", "tag", "heartstopper:s3", "y")
    assert tags(home) == {"heartstopper:2": ["x"], "heartstopper:3": ["x", "y"]}


def test_a_show_that_the_catalogue_has_not_got_is_tagged(run: Run, home: Path) -> None:
    run("watchlist", "add", "tvmaze:1")
    assert run("watchlist", "tag", "tvmaze:1", "x").out == "tagged\ttvmaze:1\t\n"
    assert tags(home) == {"tvmaze:1:": ["x"]}


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (["tag", "pitt"], 2, "write the shows and behind them the tag: premierectl watchlist tag pitt together"),
        (["tag", "pitt", "a,b"], 2, "'a,b' is not a tag; a tag is one word of letters, digits, - and _, with up to 40 of them"),
        (["add", "silo", "--tag", "a b"], 2, "'a b' is not a tag; a tag is one word of letters, digits, - and _, with up to 40 of them"),
        (["tag", "pitt:s3", "x"], 1, "The Pitt is followed whole; for all of it: premierectl watchlist tag the-pitt x"),
        (["untag", "pitt:s3", "x"], 1, "The Pitt is followed whole; for all of it: premierectl watchlist untag the-pitt x"),
        (["tag", "hearstoper", "x"], 1, "no show is called 'hearstoper'; did you mean Heartstopper?"),
    ],
)  # fmt: skip
def test_what_cannot_be_tagged_is_said_and_nothing_is_changed(
    run: Run, home: Path, words: list[str], code: int, error: str
) -> None:
    run("watchlist", "add", "pitt")
    before = (home / "data" / "watchlist.json").read_bytes()
    result = run("watchlist", *words)
    assert (result.code, result.out, result.err) == (code, "", f"premierectl: {error}\n")
    assert (home / "data" / "watchlist.json").read_bytes() == before


def test_of_several_shows_all_or_none_is_tagged(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt", "silo")
    result = run("watchlist", "tag", "silo", "pitt:s3", "x")
    assert (result.code, result.out) == (1, "")
    assert result.err.endswith("\npremierectl: nothing was changed\n")
    assert tags(home) == {"silo:": [], "the-pitt:": []}


def test_what_has_no_such_tag_and_what_is_not_followed_is_said(run: Run) -> None:
    run("watchlist", "add", "pitt")
    result = run("watchlist", "untag", "pitt", "x", terminal=True)
    assert (result.code, result.out) == (1, "The Pitt is not tagged x\n")
    assert run("watchlist", "untag", "pitt", "x").out == "not tagged\tthe-pitt\t\n"
    other = run("watchlist", "tag", "silo", "x", terminal=True)
    assert (other.code, other.out) == (1, "Silo is not followed\n")


@pytest.fixture
def two(run: Run, write: Write) -> None:
    """Two followed shows with dates, one of them tagged, and one that is not followed."""
    season = {"number": 1, "premiere": "2026-12-01", "network": "One"}
    shows = [
        {"id": "mine", "title": "Mine", "seasons": [season]},
        {"id": "ours", "title": "Ours", "seasons": [{**season, "premiere": "2026-12-02"}]},
        {"id": "theirs", "title": "Theirs", "seasons": [season]},
    ]
    write("config/shows.json", {"format": 1, "shows": shows})
    run("watchlist", "add", "mine", "ours")
    run("watchlist", "tag", "ours", "Together")


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("countdown", "Ours\tseason 1\t2026-12-02\t9\tOne\tyes\t\n"),
        ("countdown --all", "Ours\tseason 1\t2026-12-02\t9\tOne\tyes\t\n"),
        ("next", "2026-12-02\n"),
        ("next --all --limit 9", "2026-12-02\n"),
        ("next ours mine --limit 9", "2026-12-02\n"),
        ("days", "9\n"),
        ("calendar 2026-12", "Ours\tseason 1\t2026-12-02\t9\tOne\tyes\t\n"),
        ("calendar 2026-12 --all", "Ours\tseason 1\t2026-12-02\t9\tOne\tyes\t\n"),
        ("watchlist list", "ours\t\t9\t2026-12-02\t2026-11-23T00:00:00Z\t\n"),
        ("countdown --format {title}:{tags}:{note}", "Ours:Together:\n"),
    ],
)
def test_a_tag_filters_rows_wherever_they_are_shown(run: Run, command: str, expected: str) -> None:
    result = run(*command.split(), "--tag", "TOGETHER")
    assert (result.code, result.out, result.err) == (0, expected, "")


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("everything", [[], ["--all"]])
def test_a_tag_filters_exports(run: Run, everything: list[str]) -> None:
    words = ["--tag", "together", *everything]
    assert run("export", "csv", *words).out.count("\r\n") == 2
    assert run("export", "ics", *words).out.count("SUMMARY:Ours season 1") == 1
    assert run("export", "ics", *words).out.count("BEGIN:VEVENT") == 1
    (item,) = json.loads(run("export", "json", *words).out)["items"]
    assert (item["title"], item["tags"]) == ("Ours", ["Together"])


CHANGES = [
    {"when": "2026-11-20T06:00:00Z", "show_id": name, "show": name, "kind": "cancelled"}
    for name in ("mine", "ours", "theirs")
]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("everything", [[], ["--all"]])
def test_a_tag_filters_changes(run: Run, write: Write, everything: list[str]) -> None:
    refreshes = [{"when": "2026-11-20T06:00:00Z", "changes": CHANGES}]
    write("state/changes.json", {"format": 1, "refreshes": refreshes})
    result = run("changes", "--tag", "together", *everything)
    assert [line.split("\t")[1] for line in result.out.splitlines()] == ["ours"]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    "command",
    [
        "countdown", "countdown --all", "countdown ours", "next", "days --all", "calendar",
        "watchlist list", "changes", "export ics", "export json", "export csv",
    ],
)  # fmt: skip
def test_an_unknown_tag_is_named_with_those_there_are(run: Run, command: str) -> None:
    result = run(*command.split(), "--tag", "x")
    assert (result.code, result.out, result.err) == (
        1,
        "",
        "premierectl: no followed show is tagged x; tags: Together\n",
    )


def test_without_any_tag_it_is_said_how_to_tag(run: Run) -> None:
    result = run("next", "--all", "--tag", "x")
    assert (result.code, result.err) == (
        1,
        "premierectl: no followed show is tagged x; "
        "tag shows with: premierectl watchlist tag SHOW... NAME\n",
    )


def test_a_watchlist_that_cannot_be_read_ends_a_question_about_a_tag(
    run: Run, write: Write
) -> None:
    write("data/watchlist.json", "{")
    assert run("next", "pitt", "--vague").code == 0
    assert run("next", "pitt", "--vague", "--tag", "x").code == 65


@pytest.mark.usefixtures("two")
def test_a_row_carries_the_tags_and_notes_of_each_line_that_covers_it(run: Run) -> None:
    run("watchlist", "add", "theirs:s1", "--note", "season", "--tag", "a")
    run("watchlist", "add", "theirs", "--note", "show", "--tag", "b", "--tag", "A")
    (item,) = json.loads(run("countdown", "theirs", "--json").out)["items"]
    assert (item["note"], item["tags"]) == ("show; season", ["b", "A"])
    assert run("next", "theirs", "--format", "{note}|{tags}").out == "show; season|b,A\n"


@pytest.mark.usefixtures("two")
def test_tags_and_notes_stand_in_the_list_and_in_show(run: Run) -> None:
    run("watchlist", "add", "ours", "--note", "with Sam")
    assert run("watchlist", "list", terminal=True).out.splitlines() == [
        "Show  Season    When       Tags      Added       Note",
        "Mine  season 1  in 8 days            2026-11-23",
        "Ours  season 1  in 9 days  Together  2026-11-23  with Sam",
    ]
    lines = run("show", "ours").out.splitlines()
    assert {"your note\t\twith Sam", "your tags\t\tTogether"} <= set(lines)
    (item,) = json.loads(run("show", "ours", "--json").out)["items"]
    assert (item["note"], item["tags"]) == ("with Sam", ["Together"])


def test_what_a_file_calls_a_tag_is_shown_safely(run: Run, write: Write) -> None:
    tag = "\x1b[31m two"
    write("data/watchlist.json", {"format": 1, "shows": [{"id": "the-pitt", "tags": [tag]}]})
    assert "\x1b" not in run("watchlist", "list", terminal=True, NO_COLOR="1").out
    assert run("countdown", "--tag", tag, "--format", "{tags}").out == "\\x1b[31m two\n"


@pytest.mark.usefixtures("two")
def test_a_note_stands_in_the_card_and_in_calendars(run: Run) -> None:
    assert "note" not in run("countdown", "ours", terminal=True).out
    run("watchlist", "add", "ours", "--note", "with Sam,\nin the big\x1b room")
    lines = [line.strip() for line in run("countdown", "ours", terminal=True).out.splitlines()]
    assert "Your note: with Sam,\\x0ain the big\\x1b room" in lines
    text = run("export", "ics").out
    assert "\r\nDESCRIPTION:your note: with Sam\\,\\nin the big  room\\nOne\r\n" in text
