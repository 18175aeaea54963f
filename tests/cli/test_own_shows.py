"""Shows of one's own: several at once, told apart, followed as they are stated."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from premierectl.render.documents import output_schema
from tests.conftest import Run, Write


def own(home: Path) -> Any:
    """What the own catalogue has."""
    return json.loads((home / "config" / "shows.json").read_text(encoding="utf-8"))["shows"]


def followed(home: Path) -> list[str]:
    """The ids on the watchlist."""
    text = (home / "data" / "watchlist.json").read_text(encoding="utf-8")
    return [line["id"] for line in json.loads(text)["shows"]]


def test_a_show_is_stated_before_any_season_of_it_is_known(run: Run, home: Path) -> None:
    result = run(
        "catalogue", "add", "Polar Light", "--year", "2027", "--country", "Norway",
        terminal=True,
    )  # fmt: skip
    assert (result.code, result.out) == (
        0,
        "Polar Light is in your catalogue; its id is polar-light\n",
    )
    assert own(home) == [
        {"id": "polar-light", "title": "Polar Light", "year": 2027, "country": "Norway"}
    ]


def test_a_fact_of_a_known_show_is_stated_without_a_season(run: Run, home: Path) -> None:
    assert run("catalogue", "add", "pitt", "--country", "USA").code == 0
    assert own(home) == [{"id": "the-pitt", "country": "USA"}]


def test_unquoted_words_are_one_title_and_quoted_ones_one_each(run: Run, home: Path) -> None:
    run("catalogue", "add", "Polar", "Light", "--season", "1")
    run("catalogue", "add", "Dusk", "Red Dawn", "--season", "1")
    assert [show["title"] for show in own(home)] == ["Polar Light", "Dusk", "Red Dawn"]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["silo", "severance"], ["silo", "severance"]),
        (["stranger", "things"], ["stranger-things"]),
        (["silo", "light"], ["silo-light"]),
    ],
)
def test_words_that_are_shows_are_one_each_unless_all_of_them_are_one(
    run: Run, home: Path, words: list[str], ids: list[str]
) -> None:
    run("catalogue", "add", *words, "--season", "9")
    assert [show["id"] for show in own(home)] == ids


def test_what_is_said_of_several_holds_for_each_and_one_undo_takes_it_back(
    run: Run, home: Path
) -> None:
    result = run(
        "catalogue", "add", "Dusk", "Red Dawn", "silo", "--season", "5", "--premiere",
        "early 2027",
    )  # fmt: skip
    file = home / "config" / "shows.json"
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        f"{file}\tdusk\tseason 5\n{file}\tred-dawn\tseason 5\n{file}\tsilo\tseason 5\n"
    )
    assert [show["seasons"] for show in own(home)] == [
        [{"number": 5, "premiere": "early 2027"}]
    ] * 3
    assert run("catalogue", "undo").code == 0
    assert own(home) == []


def test_each_line_of_standard_input_is_a_title_and_is_done_by_itself(run: Run, home: Path) -> None:
    run("catalogue", "add", "Haunts", "--season", "1", "--year", "2019")
    run("catalogue", "add", "Haunts", "--season", "1", "--year", "2021")
    lines = "Polar Light (2027)\n\nHaunts\nHaunts (2021)\nDusk\nDusk\n"
    result = run("catalogue", "add", "-", "--season", "2", "--json", stdin=lines)
    assert result.code == 2
    several = (
        "several shows are called 'Haunts'; "
        "say which with --id haunts or --id haunts-2021, or add --new"
    )
    file = str(home / "config" / "shows.json")
    told = {"file": file, "label": "season 2"}
    document = json.loads(result.out)
    jsonschema.validate(document, output_schema())
    assert document["items"] == [
        {
            **told, "show_id": "polar-light", "words": "Polar Light (2027)", "outcome": "stated",
            "message": "Polar Light season 2 is in your catalogue; its id is polar-light",
        },
        {
            **told, "show_id": "haunts-2021", "words": "Haunts (2021)", "outcome": "stated",
            "message": "Haunts season 2 is in your catalogue; its id is haunts-2021",
        },
        {
            **told, "show_id": "dusk", "words": "Dusk", "outcome": "stated",
            "message": "Dusk season 2 is in your catalogue; its id is dusk",
        },
        {**told, "show_id": None, "words": "Haunts", "outcome": "refused", "message": several},
    ]  # fmt: skip
    assert result.err == f"premierectl: {several}\n"
    assert [show["id"] for show in own(home)] == ["haunts", "haunts-2021", "polar-light", "dusk"]


def test_of_several_titles_all_are_stated_or_none(run: Run, home: Path) -> None:
    result = run("catalogue", "add", "Red Dawn", "tvmaze:7", "--season", "1")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "premierectl: no show is called 'tvmaze:7'\npremierectl: nothing was changed\n"
    )
    assert not (home / "config").exists()


def test_standard_input_without_a_title_states_nothing(run: Run, home: Path) -> None:
    result = run("catalogue", "add", "-", "--season", "1", stdin="\n \n")
    assert (result.code, result.out) == (1, "")
    assert result.err == "premierectl: standard input named no show; write one title a line\n"
    assert not home.exists()


def test_of_a_known_show_something_must_be_said(run: Run, home: Path) -> None:
    result = run("catalogue", "add", "pitt", terminal=True)
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "The Pitt is in the catalogue already\n"
        "Say what of it, such as --season 2 --premiere 2027-03\n"
    )
    assert not (home / "config").exists()


@pytest.mark.parametrize(
    ("words", "show_id"),
    [
        (["Haunts", "--new"], "haunts-2"),
        (["Haunts", "--new", "--year", "2019"], "haunts-2019"),
        (["Haunts (2019)"], "haunts-2019"),
        (["Haunts", "--country", "UK"], "haunts-uk"),
        (["Haunts (2019)", "--year", "2021"], "haunts-2019"),
        (["Haunts (US)"], "cbs-haunts"),
        (["Haunts", "--year", "2021"], "cbs-haunts"),
        (["id:cbs-haunts"], "cbs-haunts"),
        (["tvmaze:17"], "cbs-haunts"),
        (["Haunts: the return (special)"], "haunts-the-return-special"),
        (["Haunts", "--id", "my-haunts"], "my-haunts"),
        (["Haunts", "--id", "my-haunts", "--new"], "my-haunts"),
        (["CBS Haunts of late", "--id", "cbs-haunts-2"], "cbs-haunts-2"),
        (["haunts", "--id", "cbs-haunts"], "cbs-haunts"),
        (["haunt", "--id", "tvmaze:17"], "cbs-haunts"),
    ],
)
def test_year_country_and_id_tell_namesakes_apart(
    run: Run, home: Path, write: Write, words: list[str], show_id: str
) -> None:
    known = {
        "id": "cbs-haunts", "title": "Haunts", "year": 2021, "country": "United States",
        "ids": {"tvmaze": 17},
    }  # fmt: skip
    write("config/shows.json", {"format": 1, "shows": [known]})
    result = run("catalogue", "add", *words, "--season", "6")
    assert (result.code, result.out.split("\t")[1]) == (0, show_id)
    assert [show["id"] for show in own(home) if "seasons" in show] == [show_id]


def test_namesakes_that_are_stated_together_all_carry_their_year(run: Run, home: Path) -> None:
    run("catalogue", "add", "Haunts (2019)", "Haunts (2021)", "--season", "1")
    assert own(home) == [
        {"id": "haunts-2019", "title": "Haunts", "year": 2019, "seasons": [{"number": 1}]},
        {"id": "haunts-2021", "title": "Haunts", "year": 2021, "seasons": [{"number": 1}]},
    ]


def test_the_year_of_a_show_is_kept_where_none_is_known_yet(run: Run, home: Path) -> None:
    run("catalogue", "add", "Haunts", "--season", "1")
    run("catalogue", "add", "Haunts (2019)", "--season", "1")
    run("catalogue", "add", "Haunts (2021)", "--season", "1")
    assert [(show["id"], show["year"]) for show in own(home)] == [
        ("haunts", 2019),
        ("haunts-2021", 2021),
    ]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["Aurora", "--id", "the-pitt"], "the id the-pitt is that of The Pitt; choose another for Aurora"),
        (["The Pitt", "--id", "the-pitt", "--new"], "the id the-pitt is that of The Pitt; choose another for The Pitt"),
        (["Aurora", "--id", "Aurora"], "--id 'Aurora' is not an id; write small letters and digits, such as c-2"),
        (["Aurora", "--id", "a--b"], "--id 'a--b' is not an id; write small letters and digits, such as c-2"),
    ],
)  # fmt: skip
def test_an_id_that_is_taken_or_is_none_is_refused(
    run: Run, home: Path, words: list[str], error: str
) -> None:
    result = run("catalogue", "add", *words, "--season", "1")
    assert (result.code, result.out, result.err) == (2, "", f"premierectl: {error}\n")
    assert not home.exists()


@pytest.mark.parametrize(
    ("title", "show_id"),
    [
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Ærø, ıssız", "aero-issiz"),
        ("日本 2", "show-9e108625"),
        ("Ghosts 日本", "ghosts-2"),
        ("!!!", "show-0638f078"),
    ],
)
def test_a_title_in_any_script_gets_an_id(run: Run, home: Path, title: str, show_id: str) -> None:
    run("catalogue", "add", title, "--season", "1", "--premiere", "2027-03")
    assert [(show["id"], show["title"]) for show in own(home)] == [(show_id, title)]
    assert run("next", title, "--vague").out == "2027-03\n"


def test_what_is_stated_goes_into_the_entry_that_is_of_the_show(
    run: Run, home: Path, write: Write
) -> None:
    live = {"id": "aurora", "title": "Aurora", "ids": {"tvmaze": 7}}
    write("data/catalogue.json", {"format": 1, "shows": [live]})
    mine = {"id": "my-aurora", "network": "BBC", "ids": {"tvmaze": 7}}
    write("config/shows.json", {"format": 1, "shows": [mine, {"id": ["odd"]}]})
    assert run("catalogue", "add", "aurora", "--season", "4").code == 0
    assert own(home) == [{**mine, "seasons": [{"number": 4}]}, {"id": ["odd"]}]


def test_a_show_is_followed_as_it_is_stated(run: Run, home: Path) -> None:
    result = run("catalogue", "add", "Dusk", "silo", "--season", "5", "--follow", terminal=True)
    assert (result.code, result.err) == (
        0, "Dusk silo is followed now\n",
    )  # fmt: skip
    result = run("catalogue", "add", "Red Dawn", "silo", "Dusk silo", "--follow", terminal=True)
    assert (result.code, result.out) == (0, "Red Dawn is in your catalogue; its id is red-dawn\n")
    assert result.err == (
        "Silo is in the catalogue already\n"
        "Dusk silo is in the catalogue already\n"
        "Red Dawn is followed now\n"
        "Silo is followed now\n"
        "Dusk silo is followed already\n"
    )
    assert followed(home) == ["dusk-silo", "red-dawn", "silo"]


def test_another_shows_line_under_the_id_keeps_its_show(run: Run, home: Path, write: Write) -> None:
    lost = {"id": "aurora", "title": "Aurora", "year": 1999, "ids": {"tvmaze": 5}}
    write("data/watchlist.json", {"format": 1, "shows": [lost]})
    run("catalogue", "add", "Aurora", "--year", "2027", "--follow")
    assert followed(home) == ["aurora", "tvmaze:5"]


def test_a_watchlist_that_cannot_be_read_leaves_the_catalogue_as_it_is(
    run: Run, home: Path, write: Write
) -> None:
    path = write("data/watchlist.json", "{")
    result = run("catalogue", "add", "Aurora", "--season", "1", "--follow")
    assert (result.code, result.out) == (65, "")
    assert result.err.startswith(f"premierectl: {path}:1:2: ")
    assert not (home / "config").exists()


def test_what_says_nothing_new_writes_nothing(run: Run, home: Path) -> None:
    run("catalogue", "add", "Aurora", "--season", "1")
    path = home / "config" / "shows.json"
    path.write_text(json.dumps(json.loads(path.read_text())))
    before = path.read_bytes()
    assert run("catalogue", "add", "Aurora", "--season", "1").code == 0
    assert path.read_bytes() == before
