"""``catalogue remove``: what one's own catalogue says no more, withdraws or hides."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from premierectl.render.documents import output_schema
from tests.conftest import Run, Write

BELOW = {
    "format": 1,
    "shows": [
        {
            "id": "aurora", "title": "Aurora", "network": "BBC", "genres": ["Drama", "Crime"],
            "ids": {"tvmaze": 7},
            "seasons": [
                {
                    "number": 1, "premiere": "2027-01", "time": "21:00",
                    "timezone": "Europe/London", "episodes": 8,
                },
                {"name": "Christmas special", "premiere": "2026-12-25"},
            ],
        }
    ],
}  # fmt: skip


@pytest.fixture(autouse=True)
def _below(write: Write) -> None:
    """A layer below the user's own."""
    write("data/catalogue.json", BELOW)


def own(home: Path) -> Any:
    """What the own catalogue has."""
    return json.loads((home / "config" / "shows.json").read_text(encoding="utf-8"))["shows"]


def states(write: Write, **fields: Any) -> Path:
    """Let the own catalogue say this of the show that the layer below has, too."""
    return write("config/shows.json", {"format": 1, "shows": [{"id": "aurora", **fields}]})


def test_a_show_that_only_the_own_catalogue_has_is_gone(run: Run, home: Path) -> None:
    run("catalogue", "add", "Red Dawn", "--season", "1")
    result = run("catalogue", "remove", "red", "dawn", terminal=True)
    assert (result.code, result.out) == (0, "Red Dawn is no longer in your catalogue\n")
    assert own(home) == []
    assert run("show", "red-dawn").code == 1


def test_of_a_show_that_others_have_only_the_own_word_is_gone(
    run: Run, home: Path, write: Write
) -> None:
    states(write, network="ITV", seasons=[{"number": 1, "premiere": "2027-03"}])
    result = run("catalogue", "remove", "aurora", terminal=True, COLUMNS="120")
    assert (result.code, result.out) == (
        0, "What your catalogue said of Aurora is removed; the live catalogue still has it\n",
    )  # fmt: skip
    assert own(home) == []
    assert run("next", "aurora:s1", "--vague").out == "2027-01\n"


def test_every_entry_of_the_show_goes(run: Run, home: Path, write: Write) -> None:
    entries = [{"id": "aurora"}, {"id": "mine", "ids": {"tvmaze": 7}}, {"id": "silo"}]
    write("config/shows.json", {"format": 1, "x": 1, "shows": entries})
    assert run("catalogue", "remove", "mine").out == "removed\taurora\t\t\n"
    assert own(home) == [{"id": "silo"}]


def test_of_several_entries_of_a_show_only_the_season_that_is_meant_goes(
    run: Run, home: Path, write: Write
) -> None:
    mine = {"id": "mine", "ids": {"tvmaze": 7}, "seasons": [{"number": 3}]}
    note = {"id": "aurora", "note": "N."}
    write("config/shows.json", {"format": 1, "shows": [note, mine]})
    assert run("catalogue", "remove", "aurora:s3").out == "removed\taurora\t3\t\n"
    assert own(home) == [note, {"id": "mine", "ids": {"tvmaze": 7}}]


def test_every_layer_that_still_has_the_show_is_named(run: Run, write: Write) -> None:
    live = {"id": "heartstopper", "title": "Heartstopper", "network": "Netflix"}
    write("data/catalogue.json", {"format": 1, "shows": [live]})
    run("catalogue", "add", "Heartstopper", "--season", "9")
    result = run("catalogue", "remove", "heartstopper", terminal=True, COLUMNS="120")
    assert result.out == (
        "What your catalogue said of Heartstopper is removed; "
        "the bundled and the live catalogue still have it\n"
    )


@pytest.mark.parametrize("address", ["aurora:s1", "aurora season 1"])
def test_a_season_is_taken_out_and_all_else_of_the_show_stays(
    run: Run, home: Path, write: Write, address: str
) -> None:
    states(write, network="ITV", seasons=[{"number": 2}, {"number": 1, "premiere": "2027-03"}])
    result = run("catalogue", "remove", *address.split(), terminal=True, COLUMNS="120")
    assert (result.code, result.out) == (
        0,
        "What your catalogue said of Aurora season 1 is removed; the live catalogue still has it\n",
    )
    assert own(home) == [{"id": "aurora", "network": "ITV", "seasons": [{"number": 2}]}]


def test_with_its_only_season_an_entry_that_says_nothing_else_goes(
    run: Run, home: Path, write: Write
) -> None:
    states(write, seasons=[{"number": 3}])
    result = run("catalogue", "remove", "aurora:s3", terminal=True)
    assert result.out == "Aurora season 3 is no longer in your catalogue\n"
    assert own(home) == []


@pytest.mark.parametrize("name", ["christmas-special", "special"])
def test_a_special_goes_by_the_name_that_it_has_below(
    run: Run, home: Path, write: Write, name: str
) -> None:
    states(write, note="x", seasons=[{"name": "The Christmas episode", "premiere": "2026-12-24"}])
    assert run("catalogue", "remove", f"aurora:{name}").out == (
        "removed\taurora\tchristmas-special\t\n"
    )
    assert own(home) == [{"id": "aurora", "note": "x"}]


@pytest.mark.parametrize(
    ("stated", "field", "left", "message"),
    [
        (
            {"premiere": "2027-03", "episodes": 9}, "premiere", {"episodes": 9},
            "Aurora season 1: the field premiere is removed; the live catalogue says 2027-01",
        ),
        (
            {"premiere": "2027-03", "synopsis": "S.", "history": [{"when": "2026-11-23", "from": "2027-01", "to": "2027-03"}]},
            "premiere", {"synopsis": "S."},
            "Aurora season 1: the field premiere is removed; the live catalogue says 2027-01",
        ),
        (
            {"premiere": "2027-03", "history": [{"when": "2026-11-23", "from": "2027-01", "to": "2027-02"}]},
            "premiere", {"history": [{"when": "2026-11-23", "from": "2027-01", "to": "2027-02"}]},
            "Aurora season 1: the field premiere is removed; the live catalogue says 2027-01",
        ),
        (
            {"time": "20:00", "timezone": "Europe/Paris", "note": "N."}, "timezone", {"note": "N."},
            "Aurora season 1: the field timezone is removed; the live catalogue says Europe/London",
        ),
        (
            {"finale": "2027-04", "note": "N."}, "finale", {"note": "N."},
            "Aurora season 1: the field finale is removed",
        ),
        (
            {"finale": None, "note": "N."}, "finale", {"note": "N."},
            "Aurora season 1: the field finale is removed",
        ),
    ],
)  # fmt: skip
def test_a_field_that_the_own_catalogue_states_goes(
    run: Run, home: Path, write: Write, stated: Any, field: str, left: Any, message: str
) -> None:
    states(write, seasons=[{"number": 1, **stated}])
    result = run("catalogue", "remove", "aurora:s1", "--field", field, terminal=True, COLUMNS="120")
    assert (result.code, result.out) == (0, f"{message}\n")
    assert own(home) == [{"id": "aurora", "seasons": [{"number": 1, **left}]}]


def test_a_season_of_which_nothing_is_left_goes_unless_nobody_else_has_it(
    run: Run, home: Path, write: Write
) -> None:
    season = {"premiere": "2027-03"}
    states(write, seasons=[{"number": 1, **season}, {"number": 2, **season}])
    for number in (1, 2):
        run("catalogue", "remove", f"aurora:s{number}", "--field", "premiere")
    assert own(home) == [{"id": "aurora", "seasons": [{"number": 2}]}]


@pytest.mark.parametrize(
    ("address", "field", "written", "message"),
    [
        (
            "aurora:s1", "premiere",
            {"seasons": [{"number": 1, "premiere": None, "history": [{"when": "2026-11-23", "from": "2027-01"}]}]},
            "Aurora season 1: the field premiere is withdrawn, though the live catalogue says 2027-01",
        ),
        (
            "aurora:s1", "time", {"seasons": [{"number": 1, "time": None}]},
            "Aurora season 1: the field time is withdrawn, though the live catalogue says 21:00",
        ),
        (
            "aurora:christmas-special", "premiere",
            {"seasons": [{"name": "Christmas special", "premiere": None, "history": [{"when": "2026-11-23", "from": "2026-12-25"}]}]},
            "Aurora Christmas special: the field premiere is withdrawn, though the live catalogue says 2026-12-25",
        ),
        (
            "aurora", "network", {"network": None},
            "Aurora: the field network is withdrawn, though the live catalogue says BBC",
        ),
        (
            "aurora", "genres", {"genres": []},
            'Aurora: the field genres is withdrawn, though the live catalogue says ["Drama","Crime"]',
        ),
    ],
)  # fmt: skip
def test_a_field_that_only_others_state_is_withdrawn(
    run: Run, home: Path, address: str, field: str, written: Any, message: str
) -> None:
    words = ("catalogue", "remove", address, "--field", field)
    result = run(*words, terminal=True, COLUMNS="120")
    assert (result.code, result.out) == (0, f"{message}\n")
    assert own(home) == [{"id": "aurora", **written}]
    assert run("catalogue", "check").out == ""
    again = run(*words)
    assert (again.code, again.out.split("\t")[0]) == (0, "already withdrawn")
    assert own(home) == [{"id": "aurora", **written}]


def test_what_is_withdrawn_already_is_said_with_the_way_back(run: Run) -> None:
    for _ in range(2):
        result = run(
            "catalogue", "remove", "aurora", "--field", "network", terminal=True, COLUMNS="150"
        )
    assert result.out == (
        "Aurora: the field network is withdrawn already, though the live catalogue says BBC; "
        "to go by that again: premierectl catalogue edit\n"
    )


def test_the_own_name_of_a_special_stands_where_a_field_of_it_is_withdrawn(
    run: Run, home: Path, write: Write
) -> None:
    states(write, seasons=[{"name": "The Christmas episode", "premiere": "2026-12-24"}])
    write(
        "data/catalogue.json",
        {**BELOW, "shows": [{**BELOW["shows"][0], "seasons": [{"name": "Christmas special", "note": "N."}]}]},  # type: ignore[index]  # plain JSON
    )  # fmt: skip
    run("catalogue", "remove", "aurora:special", "--field", "note")
    assert own(home)[0]["seasons"] == [
        {"name": "The Christmas episode", "premiere": "2026-12-24", "note": None}
    ]


def test_several_fields_are_taken_out_in_one_change(run: Run, home: Path, write: Write) -> None:
    states(write, seasons=[{"number": 1, "premiere": "2027-03", "finale": "2027-05"}])
    result = run(
        "catalogue", "remove", "aurora:s1", "--field", "premiere", "--field", "finale",
        "--field", "episodes", "--field", "note",
    )  # fmt: skip
    assert result.code == 1
    assert result.out == (
        "removed\taurora\t1\tpremiere\n"
        "removed\taurora\t1\tfinale\n"
        "withdrawn\taurora\t1\tepisodes\n"
        "not stated\taurora\t1\tnote\n"
    )
    assert own(home) == [{"id": "aurora", "seasons": [{"number": 1, "episodes": None}]}]
    assert run("catalogue", "undo").code == 0
    assert own(home)[0]["seasons"] == [{"number": 1, "premiere": "2027-03", "finale": "2027-05"}]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("aurora", "your catalogue says nothing of Aurora; to hide it: premierectl catalogue remove aurora --hide"),
        ("aurora:s1", "your catalogue says nothing of Aurora season 1; to withdraw its date: premierectl catalogue remove aurora:s1 --field premiere"),
        ("aurora:s1 --field note", "Aurora season 1 has no note"),
        ("aurora --field hidden", "Aurora is not hidden"),
    ],
)  # fmt: skip
def test_where_nothing_is_stated_nothing_is_written(
    run: Run, home: Path, words: str, message: str
) -> None:
    result = run("catalogue", "remove", *words.split(), terminal=True, COLUMNS="200")
    assert (result.code, result.out) == (1, f"{message[0].upper()}{message[1:]}\n")
    assert not (home / "config").exists()


def test_a_show_is_hidden_and_shown_again(run: Run, home: Path) -> None:
    way = "to have it back: premierectl catalogue remove aurora --field hidden\n"
    look: Any = {"terminal": True, "COLUMNS": "120"}
    hidden = run("catalogue", "remove", "aurora", "--hide", **look)
    assert (hidden.code, hidden.out) == (0, f"Aurora is hidden; {way}")
    assert run("countdown", "aurora").code == 1
    again = run("catalogue", "remove", "aurora", "--hide", **look)
    assert (again.code, again.out) == (0, f"Aurora is hidden already; {way}")
    shown = run("catalogue", "remove", "aurora", "--field", "hidden", **look)
    assert (shown.code, shown.out) == (0, "Aurora is not hidden any more\n")
    assert (run("countdown", "aurora").code, own(home)) == (0, [])


def test_a_script_is_told_what_became_of_each(run: Run, home: Path) -> None:
    document = json.loads(
        run("catalogue", "remove", "aurora:s1", "--field", "episodes", "--json").out
    )
    jsonschema.validate(document, output_schema())
    assert document["items"] == [
        {
            "file": str(home / "config" / "shows.json"),
            "show_id": "aurora",
            "season": 1,
            "field": "episodes",
            "outcome": "withdrawn",
            "message": (
                "Aurora season 1: the field episodes is withdrawn, though the live catalogue says 8"
            ),
        }
    ]


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        ("aurora --field titel", 2, "'titel' is not a field of a show that can be removed; did you mean title?"),
        (
            "aurora:s1 --field dog", 2,
            "'dog' is not a field of a season that can be removed; there are name, premiere, time, timezone, "
            "network, release, episodes, runtime, first_day, skipped_weeks, finale, parts, episode_list, "
            "announced, status, synopsis, note, cast, history, sources",
        ),
        (
            "aurora:special --field name", 2,
            "'name' is not a field of a season that can be removed; there are premiere, time, timezone, network, "
            "release, episodes, runtime, first_day, skipped_weeks, finale, parts, episode_list, announced, "
            "status, synopsis, note, cast, history, sources",
        ),
        ("aurora --field id", 2, "'id' is not a field of a show that can be removed; did you mean ids?"),
        ("aurora --field title", 2, "the title that another catalogue states cannot be withdrawn; to state another: premierectl catalogue edit"),
        ("aurora --field ids", 2, "the ids that another catalogue states cannot be withdrawn; to state another: premierectl catalogue edit"),
        ("red-dawn --field title", 2, "a show needs a title; to state another: premierectl catalogue edit"),
        ("aurora --field note --hide", 2, "--field and --hide cannot be used together; choose one"),
        ("aurora:s1 --hide", 2, "--hide hides a show whole: premierectl catalogue remove aurora --hide"),
        ("aurora:s1e2", 2, "a show or a season can be removed; single parts and episodes are taken out with: premierectl catalogue edit"),
        ("red-dawn:special", 2, "Red Dawn has several specials; say which: red-dawn:a or red-dawn:b"),
        ("aurora:s7", 1, "Aurora has no season 7 in the catalogue; it has season 1, Christmas special"),
        ("silo:special", 1, "Silo has no special in the catalogue; it has season 1, season 2, season 3, season 4"),
        ("arora", 1, "no show is called 'arora'; did you mean Aurora?"),
    ],
)  # fmt: skip
def test_what_cannot_be_removed_is_refused(
    run: Run, home: Path, write: Write, words: str, code: int, error: str
) -> None:
    mine = {"id": "red-dawn", "title": "Red Dawn", "seasons": [{"name": "A"}, {"name": "B"}]}
    path = write("config/shows.json", {"format": 1, "shows": [mine]})
    before = path.read_bytes()
    result = run("catalogue", "remove", *words.split())
    assert (result.code, result.out, result.err) == (code, "", f"premierectl: {error}\n")
    assert path.read_bytes() == before


def test_of_several_shows_of_a_title_the_own_one_is_meant(run: Run, home: Path) -> None:
    run("catalogue", "add", "Aurora", "--new", "--year", "2027", "--season", "1")
    result = run("catalogue", "remove", "Aurora")
    assert (result.code, result.out) == (0, "removed\taurora-2027\t\t\n")
    run("catalogue", "undo")
    result = run("catalogue", "remove", "Aurora", "--hide")
    assert (result.code, result.out) == (2, "")
    assert "name one of them" in result.err


def test_an_entry_that_cannot_be_read_can_be_removed(run: Run, home: Path, write: Write) -> None:
    bad = {"id": "red-dawn", "title": "Red Dawn", "seasons": 5}
    write("config/shows.json", {"format": 1, "shows": [bad, {"id": "aurora", "seasons": [7]}]})
    assert run("catalogue", "remove", "red-dawn").code == 0
    assert run("catalogue", "remove", "aurora:s1").out == "not stated\taurora\t1\t\n"
    assert run("catalogue", "remove", "aurora").code == 0
    assert own(home) == []
