"""``catalogue``: where its files are, what is wrong with them, and one's own shows."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import Run, Write, real_environment

BUNDLED = Path(__file__).parents[2] / "data" / "shows.json"


def own(home: Path) -> Any:
    """What the own catalogue holds."""
    return json.loads((home / "config" / "shows.json").read_text(encoding="utf-8"))


def test_the_path_of_each_layer_and_whether_it_exists(run: Run, home: Path) -> None:
    run("catalogue", "add", "Aurora", "--season", "1")
    assert run("catalogue", "path").out == (
        f"bundled\t{BUNDLED}\tyes\n"
        f"live\t{home}/state/live.sqlite\tno\n"
        f"own\t{home}/config/shows.json\tyes\n"
    )
    shown = run("catalogue", "path", terminal=True, COLUMNS="200").out.splitlines()
    assert [line.split("  ")[0].strip() for line in shown] == [
        "Catalogue",
        "bundled",
        "live",
        "own",
    ]
    assert "1 show " in shown[3]
    assert "not there yet" in shown[2]


PROBLEMS = """{
  "format": 1,
  "as_of": "yesterday",
  "networks": [{"name": "N", "usual_time": "24:00", "timezone": "Europe/Berln"}, {"name": "N"}],
  "shows": [
    {"id": "A b", "titel": "x", "url": "ftp://x", "hidden": "yes", "year": 99, "id": "A c",
     "seasons": [
      {"numbr": 1, "premiere": "2027-13", "episodes": 0, "status": "renwed"},
      {"number": 1, "premiere": 2027, "release": "wekly", "cast": [{"person": ""}],
       "time": "21:00", "sources": [{"url": "example.org"}]},
      {"number": 1, "premiere": "2027-03", "finale": "2027-02", "announced": "2028"}]},
    {"id": "a", "title": "t", "seasons": {}},
    {"id": "a", "title": "t", "ids": {"imbd": "x"}, "seasons": [7]},
    "x"
  ]
}
"""


def test_every_problem_is_listed_with_its_line_its_path_and_what_would_be_right(
    run: Run, write: Write
) -> None:
    path = write("other.json", PROBLEMS)
    result = run("catalogue", "check", str(path))
    assert result.code == 65
    assert [tuple(line.split("\t")[1:]) for line in result.out.splitlines()] == [
        ("3", "as_of", "is 'yesterday'; write a day as text, such as 2027-03-12"),
        ("4", "networks[0].usual_time", "is '24:00'; write a clock time in the season's zone, such as 21:00"),
        ("4", "networks[1].name", "'N' is the name of another network, networks[0]"),
        ("4", "networks[0].timezone", "'Europe/Berln' is not an IANA time zone; did you mean Europe/Berlin?"),
        ("6", "shows[0].id", "is 'A c'; write small letters, digits and single hyphens, such as the-pitt"),
        ("6", "shows[0].titel", "is not a field of a show; did you mean title?"),
        ("6", "shows[0].hidden", "is 'yes'; write true or false"),
        ("6", "shows[0].year", "is 99; write a year from 1900 to 9999"),
        ("6", "shows[0].title", 'is missing, and no other layer names this show; write "title": "…"'),
        ("6", "shows[0].url", "'ftp://x' is not a link; write https://host/…"),
        ("6", "shows[0].id", "stands twice; the last one wins"),
        ("8", "shows[0].seasons[0].numbr", "is not a field of a season; did you mean number?"),
        ("8", "shows[0].seasons[0].premiere", "'2027-13' is not a date: no calendar has that day"),
        ("8", "shows[0].seasons[0].episodes", "is 0; write a whole number from 1 on"),
        ("8", "shows[0].seasons[0].status", "is 'renwed'; write renewed, dated, airing, ended or cancelled; did you mean renewed?"),
        ("8", "shows[0].seasons[0]", "has neither a number nor a name; a special needs a name"),
        ("9", "shows[0].seasons[1].premiere", "is 2027; write a date as text, such as 2027-03-12, 2027-03 or 2027"),
        ("9", "shows[0].seasons[1].release", "is 'wekly'; write all at once, weekly or parts; did you mean weekly?"),
        ("9", "shows[0].seasons[1].cast[0].person", "is ''; write text that is not empty"),
        ("10", "shows[0].seasons[1].time", 'says nothing without a zone; add "timezone": "America/New_York" or another'),
        ("10", "shows[0].seasons[1].sources[0].url", "'example.org' is not a link; write https://host/…"),
        ("11", "shows[0].seasons[2]", "is the same season as seasons[1]; join the two"),
        ("11", "shows[0].seasons[2].finale", "is before the premiere, 2027-03"),
        ("11", "shows[0].seasons[2].announced", "is after the premiere, 2027-03"),
        ("12", "shows[1].seasons", "is an object; write a list in [ ]"),
        ("13", "shows[2].ids.imbd", "is not a field of a list of external ids; did you mean imdb?"),
        ("13", "shows[2].seasons[0]", "is 7; write an object in { }"),
        ("13", "shows[2].id", "'a' is the id of another show, shows[1]"),
        ("14", "shows[3]", "is 'x'; write an object in { }"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ([], "is a list; write an object with format and shows"),
        ({"shows": []}, "is missing; a catalogue needs it"),
        ({"format": 2}, "is 2; this premierectl knows format 1"),
        ({"format": "1"}, "is '1'; write a whole number"),
        ({"format": 1, "shows": [{"id": "x" * 60}]}, "is missing, and no other layer names"),
        (
            {"format": 1, "shows": [{"id": "a", "title": "t", "seasons": [{"number": []}]}]},
            "is a list; write a whole number",
        ),
        (
            {"format": 1, "shows": [{"id": "a", "title": "A" * 9, "year": 10**50}]},
            "is 100000000000000000000000000000000000000…; write a year",
        ),
    ],
)
def test_each_kind_of_problem_is_found(
    run: Run, write: Write, document: object, message: str
) -> None:
    path = write("other.json", document)
    result = run("catalogue", "check", str(path), terminal=True, COLUMNS="300")
    assert result.code == 65
    assert message in result.out
    assert result.out.startswith(f"{path}:")


def test_an_entry_that_adds_to_a_known_show_needs_no_title(run: Run, write: Write) -> None:
    entry = {"id": "the-pitt", "year": None}
    write("config/shows.json", {"format": 1, "$schema": "x", "shows": [entry]})
    result = run("catalogue", "check", terminal=True)
    assert (result.code, result.out) == (0, "no problems in 2 catalogue files\n")
    assert run("catalogue", "check").out == ""


@pytest.mark.parametrize(
    ("content", "code", "error"),
    [
        (b"{", 65, ':1:2: a key in "double quotes" is missing here: {'),
        (None, 74, " cannot be read: there is no such file"),
    ],
)
def test_what_cannot_be_read_cannot_be_checked(
    run: Run, write: Write, home: Path, content: bytes | None, code: int, error: str
) -> None:
    path = write("other.json", content) if content else home / "other.json"
    result = run("catalogue", "check", str(path))
    assert (result.code, result.out, result.err) == (code, "", f"premierectl: {path}{error}\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", ": is empty"),
        (b"[]", ":1:1: is not a catalogue"),
        (b'{"shows": []}', ":1:1: format: is missing or no number"),
        (b'{"format": 1,\n "shows": 5}', ":2:11: shows: is not a list of shows"),
        (b'{"format": 1, "shows": [', ":1:25: a value is missing here"),
        (b'{"format": 1, "shows": ["caf\xe9"]}', ":1:29: is not UTF-8 from here on"),
        (b"[" * 100_000, "nested more than 64 levels"),
        (b'{"format": 1, "shows": [{"id": "\\ud800"}]}', "half a surrogate pair"),
        (b'{"format": NaN}', "NaN is not a JSON value"),
    ],
)
@pytest.mark.parametrize("words", [["next", "--all"], ["catalogue", "add", "A", "--season", "1"]])
def test_a_catalogue_that_cannot_be_read_ends_every_command_and_is_never_touched(
    run: Run, write: Write, content: bytes, message: str, words: list[str]
) -> None:
    path = write("config/shows.json", content)
    result = run(*words)
    assert (result.code, result.out) == (65, "")
    assert result.err.startswith(f"premierectl: {path}")
    assert message in result.err
    assert path.read_bytes() == content


def test_what_is_wrong_beside_the_shows_is_named_and_the_shows_go_on(
    run: Run, write: Write
) -> None:
    write("config/shows.json", {"format": 1, "as_of": 5, "shows": [{"id": "x", "title": "X"}]})
    result = run("countdown", "--all", "--limit", "1")
    assert result.code == 0
    assert "as_of: Expected `date | null`, got `int`; left out" in result.err


def test_the_schema_accepts_the_bundled_catalogue_and_refuses_a_misspelt_key(run: Run) -> None:
    schema = json.loads(run("catalogue", "schema").out)
    document = json.loads(BUNDLED.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema)
    jsonschema.validate({**document, "$schema": "./shows.schema.json"}, schema)
    for bad in ({"numbr": 1}, {"premiere": "2027-3"}, {"premiere": 2027}, {"time": "25:00"}):
        show = {"id": "a", "title": "A", "seasons": [bad]}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"format": 1, "shows": [show]}, schema)


def test_a_new_show_is_stated_without_an_editor(run: Run, home: Path) -> None:
    result = run(
        "catalogue", "add", "Ça ira, l'été!", "--season", "4", "--premiere", "2027-03",
        "--network", "Netflix", "--episodes", "8", "--release", "all at once", "--time",
        "21:00 America/New_York", "--announced", "2026-11-01", "--status", "renewed",
        "--synopsis", "S.", "--source", "https://a.example/1", "--genre", "Drama", "--alias", "CI",
    )  # fmt: skip
    path = home / "config" / "shows.json"
    assert (result.code, result.out) == (0, f"{path}\tca-ira-lete\tseason 4\n")
    assert own(home)["shows"] == [
        {
            "id": "ca-ira-lete",
            "title": "Ça ira, l'été!",
            "aliases": ["CI"],
            "genres": ["Drama"],
            "network": "Netflix",
            "seasons": [
                {
                    "number": 4,
                    "premiere": "2027-03",
                    "time": "21:00",
                    "timezone": "America/New_York",
                    "release": "all at once",
                    "episodes": 8,
                    "announced": "2026-11-01",
                    "status": "renewed",
                    "synopsis": "S.",
                    "sources": [{"url": "https://a.example/1"}],
                }
            ],
        }
    ]
    assert run("next", "ça ira l'été", "--vague").out == "2027-03\n"
    assert run("catalogue", "check").out == ""


def test_a_season_of_a_known_show_adds_to_it(run: Run, home: Path, write: Write) -> None:
    write("config/shows.json", {"mine": 1, "format": 1, "shows": [{"id": "silo", "x": 2}]})
    result = run(
        "catalogue", "add", "pitt", "--season", "3", "--premiere", "2027-01-07", terminal=True
    )
    message = "The Pitt season 3 is in your catalogue; its id is the-pitt\n"
    assert (result.code, result.out) == (0, message)
    moved = {"when": "2026-11-23", "from": "2027-01", "to": "2027-01-07"}
    season = {"number": 3, "premiere": "2027-01-07", "history": [moved]}
    assert own(home) == {
        "mine": 1,
        "format": 1,
        "shows": [{"id": "silo", "x": 2}, {"id": "the-pitt", "seasons": [season]}],
    }
    assert run("next", "pitt").out == "2027-01-07\n"
    run("catalogue", "add", "pitt", "--season", "3", "--episodes", "15")
    assert own(home)["shows"][1]["seasons"] == [{**season, "episodes": 15}]


def test_each_move_of_a_premiere_is_remembered_once(run: Run, home: Path) -> None:
    for date in ("2027-01-07", "2027-01-07", "2027-02"):
        run("catalogue", "add", "pitt", "--season", "3", "--premiere", date)
    assert own(home)["shows"][0]["seasons"][0]["history"] == [
        {"when": "2026-11-23", "from": "2027-01", "to": "2027-01-07"},
        {"when": "2026-11-23", "from": "2027-01-07", "to": "2027-02"},
    ]


def test_a_weekly_season_is_stated_with_its_first_day_and_its_end(run: Run) -> None:
    run(
        "catalogue", "add", "Aurora", "--season", "1", "--premiere", "2027-01-07", "--release",
        "weekly", "--episodes", "4", "--first-day", "2", "--finale", "2027-01-21",
    )  # fmt: skip
    lines = run("show", "aurora", "--episodes").out.splitlines()
    assert [line.split("\t")[1:3] for line in lines] == [
        ["season 1", "2027-01-07"], ["S1 E3", "2027-01-14"], ["S1 finale", "2027-01-21"],
    ]  # fmt: skip


def test_a_special_is_stated_by_its_name(run: Run) -> None:
    run("catalogue", "add", "silo", "--special", "The Descent", "--premiere", "2026-12-01")
    assert run("countdown", "silo:special").out == (
        "Silo\tThe Descent\t2026-12-01\t8\tApple TV\tno\t\n"
    )


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["X", "--season", "1", "--premiere", "2027-13"], "premiere: '2027-13' is not a date: no calendar has that day; nothing was changed"),
        (["X", "--season", "1", "--time", "21:00"], "--time needs a clock time and its zone, such as '21:00 America/New_York'"),
        (["X", "--season", "1", "--time", "9:00 UTC"], "time: is '9:00'; write a clock time in the season's zone, such as 21:00; nothing was changed"),
        (["X", "--season", "1", "--source", "x"], "url: 'x' is not a link; write https://host/…; nothing was changed"),
        (["X", "--runtime", "50"], "say which season with --season N, or a special with --special NAME"),
        (["X", "Y Z", "--id", "c-2"], "--id is the id of one show; give one title with it"),
        (["X", "--season", "1", "--special", "Y"], "--season and --special cannot be used together; choose one"),
        (["X", "--season", "1", "--id", "A b"], "--id 'A b' is not an id; write small letters and digits, such as c-2"),
    ],
)  # fmt: skip
def test_what_cannot_be_stated_is_refused_and_nothing_is_written(
    run: Run, home: Path, words: list[str], error: str
) -> None:
    result = run("catalogue", "add", *words)
    assert (result.code, result.out, result.err) == (2, "", f"premierectl: {error}\n")
    assert not home.exists()


@pytest.mark.parametrize(
    ("document", "error"),
    [
        ({"format": 2, "shows": []}, "has format 2, this premierectl writes format 1"),
        ({"format": 1, "shows": [1]}, "is not a list of shows"),
    ],
)
def test_a_catalogue_that_could_not_be_written_back_is_refused(
    run: Run, write: Write, document: object, error: str
) -> None:
    path = write("config/shows.json", document)
    before = path.read_bytes()
    result = run("catalogue", "add", "X", "--season", "1")
    assert (result.code, error in result.err) == (65, True)
    assert path.read_bytes() == before


Editor = Callable[[str], str]


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    """An editor that runs these Python statements on ``text`` and saves it."""

    def make(statements: str) -> str:
        script = tmp_path / "editor.py"
        script.write_text(
            "import sys, pathlib\n"
            "path = pathlib.Path(sys.argv[1])\n"
            "text = path.read_text(encoding='utf-8')\n"
            f"{statements}\n"
            "path.write_text(text, encoding='utf-8')\n",
            encoding="utf-8",
        )
        return f"'{sys.executable}' '{script}'"

    return make


def test_the_editor_starts_from_an_example_and_what_is_saved_is_put_in_place(
    run: Run, home: Path, editor: Editor
) -> None:
    change = editor("text = text.replace('My Show', 'Aurora').replace('my-show', 'aurora')")
    result = run("catalogue", "edit", EDITOR=change)
    path = home / "config" / "shows.json"
    assert (result.code, result.out) == (0, f"your catalogue is changed: {path}\n")
    assert own(home)["shows"][0]["title"] == "Aurora"
    assert not (home / "state" / "drafts" / "shows.json").exists()


def test_an_editor_that_changes_nothing_leaves_no_catalogue_behind(
    run: Run, home: Path, editor: Editor
) -> None:
    result = run("catalogue", "edit", VISUAL=editor(""), EDITOR="false")
    path = home / "config" / "shows.json"
    assert (result.code, result.out) == (0, f"nothing was changed: {path}\n")
    assert not path.exists()


def test_what_is_broken_is_never_put_in_place_and_kept_as_a_draft(
    run: Run, home: Path, write: Write, editor: Editor
) -> None:
    path = write("config/shows.json", {"format": 1, "shows": [{"id": "silo"}]})
    before = path.read_bytes()
    draft = home / "state" / "drafts" / "shows.json"
    result = run("catalogue", "edit", EDITOR=editor("text = text.replace('silo', 'Silo!')"))
    assert (result.code, result.out) == (65, "")
    assert result.err == (
        f"premierectl: {draft}:4:3: shows[0].title: is missing, and no other layer names this show; "
        'write "title": "…"\n'
        f"premierectl: {draft}:5:10: shows[0].id: is 'Silo!'; write small letters, digits and single "
        'hyphens, such as the-pitt: "id": "Silo!"\n'
        f"premierectl: {draft}: is kept as a draft; your catalogue stands as it was. To go on with it: "
        "premierectl catalogue edit; to throw it away: premierectl catalogue edit --discard\n"
    )
    assert path.read_bytes() == before

    result = run("catalogue", "edit", EDITOR=editor("text = text.replace('Silo!', 'aurora')"))
    assert result.code == 65
    result = run("catalogue", "edit", EDITOR=editor("text = text.replace('aurora', 'the-pitt')"))
    assert result.err == (
        f"premierectl: going on with the draft in {draft}; "
        "to start over: premierectl catalogue edit --discard\n"
    )
    assert (result.code, own(home)["shows"]) == (0, [{"id": "the-pitt"}])


def test_a_line_that_is_no_json_is_shown_with_its_place(
    run: Run, home: Path, write: Write, editor: Editor
) -> None:
    write("config/shows.json", '{"format": 1,\n "shows": [\n  {"id": "silo"}\n ]}\n')
    result = run("catalogue", "edit", EDITOR=editor("text = text.replace('\"id\":', '\"id\"')"))
    draft = home / "state" / "drafts" / "shows.json"
    assert (result.code, result.out) == (65, "")
    assert result.err.splitlines()[0] == (
        f'premierectl: {draft}:3:9: a colon is missing here: {{"id" "silo"}}'
    )


def test_of_many_problems_ten_are_shown_and_the_others_counted(
    run: Run, home: Path, editor: Editor
) -> None:
    shows = [{"id": f"x-{number}", "title": "X", "year": 5} for number in range(12)]
    document = json.dumps({"format": 1, "shows": shows})
    result = run("catalogue", "edit", EDITOR=editor(f"text = {document!r}"))
    draft = home / "state" / "drafts" / "shows.json"
    *problems, more, _ = result.err.splitlines()
    assert len(problems) == 10
    assert more == (f"premierectl: and 2 more; all of them: premierectl catalogue check {draft}")


def test_a_draft_is_thrown_away_and_the_next_edit_begins_with_the_catalogue(
    run: Run, home: Path, write: Write, editor: Editor
) -> None:
    path = write("config/shows.json", {"format": 1, "shows": []})
    run("catalogue", "edit", EDITOR=editor("text = '{'"))
    result = run("catalogue", "edit", "--discard", EDITOR="false")
    words = "the draft is gone; your catalogue stands as it was\n"
    assert (result.code, result.out, result.err) == (0, words, "")
    result = run("catalogue", "edit", EDITOR=editor(""))
    assert (result.code, result.out) == (0, f"nothing was changed: {path}\n")


def test_a_draft_that_cannot_be_deleted_is_said(run: Run, home: Path) -> None:
    draft = home / "state" / "drafts" / "shows.json"
    draft.mkdir(parents=True)
    result = run("catalogue", "edit", "--discard")
    assert (result.code, result.out) == (74, "")
    assert result.err == f"premierectl: {draft} cannot be deleted\n"


def test_without_a_draft_there_is_none_to_throw_away(run: Run) -> None:
    result = run("catalogue", "edit", "--discard")
    assert (result.code, result.out) == (1, "")
    assert result.err == "premierectl: there is no draft to throw away\n"


def test_a_person_is_offered_to_edit_again(
    run: Run, home: Path, write: Write, editor: Editor
) -> None:
    write("config/shows.json", {"format": 1, "shows": []})
    twice = editor("text = '{\"format\": 1}' if text == '{' else '{'")
    result = run("catalogue", "edit", terminal=True, stdin="\n", EDITOR=twice)
    assert result.code == 0
    assert "edit again? [Y/n] " in result.err
    assert own(home) == {"format": 1}


def test_whoever_does_not_edit_again_keeps_the_draft(
    run: Run, write: Write, editor: Editor
) -> None:
    path = write("config/shows.json", {"format": 1, "shows": []})
    before = path.read_bytes()
    result = run("catalogue", "edit", terminal=True, stdin="n\n", EDITOR=editor("text = '{'"))
    assert result.code == 65
    assert path.read_bytes() == before


def test_a_catalogue_that_was_changed_meanwhile_is_not_overwritten(
    run: Run, home: Path, write: Write, editor: Editor
) -> None:
    path = write("config/shows.json", {"format": 1, "shows": []})
    change = editor(f"text = text + ' '; pathlib.Path({str(path)!r}).write_text('other')")
    result = run("catalogue", "edit", EDITOR=change)
    draft = home / "state" / "drafts" / "shows.json"
    assert (result.code, result.err) == (
        75,
        f"premierectl: {path} was changed meanwhile; your version is kept in {draft}\n",
    )
    assert path.read_text() == "other"


@pytest.mark.parametrize(
    ("editor_words", "code", "error"),
    [
        ("/no/such/editor", 2, "the editor '/no/such/editor' cannot be started"),
        ("false", 74, "the editor 'false' ended with 1; nothing was changed"),
        ("'", 2, 'the editor "\'" has an open quote; mend VISUAL or EDITOR'),
    ],
)
def test_an_editor_that_fails_is_named(run: Run, editor_words: str, code: int, error: str) -> None:
    result = run("catalogue", "edit", EDITOR=editor_words)
    assert (result.code, error in result.err) == (code, True)


def test_without_any_editor_the_next_step_is_said(run: Run, tmp_path: Path) -> None:
    result = run("catalogue", "edit", PATH=str(tmp_path))
    assert (result.code, result.err) == (
        2, "premierectl: there is no editor; set VISUAL or EDITOR to one\n",
    )  # fmt: skip


def test_without_a_setting_the_usual_editor_is_taken(run: Run, tmp_path: Path) -> None:
    usual = tmp_path / "nano"
    usual.write_text("#!/bin/sh\n")
    usual.chmod(0o755)
    assert run("catalogue", "edit", PATH=f"{tmp_path}:/usr/bin:/bin").code == 0


@pytest.mark.parametrize(
    ("first", "second", "ids"),
    [
        ("Æon", "On", ["aeon", "on"]),
        ("日本", "中国", ["show-14c3f4bc", "show-0"]),
        ("Haunts --year 2019", "Haunts --year 2021", ["haunts", "haunts-2021"]),
        ("Haunts --network CBS", "Haunts --network BBC-One --new", ["haunts", "haunts-bbc-one"]),
        ("C++", "C# --new", ["c", "c-2"]),
        ("C++", "C# --id c-sharp", ["c", "c-sharp"]),
        ("Haunts", "Haunts --new", ["haunts", "haunts-2"]),
        ("Haunts", "Haunts --new --country UK", ["haunts", "haunts-uk"]),
        ("Haunts --country UK", "Haunts --country USA", ["haunts", "haunts-usa"]),
        ("Haunts --country UK", "Haunts --country british", ["haunts"]),
        ("日本", "日本 --new", ["show-14c3f4bc", "show-0"]),
        ("日本2", "中国2", ["show-0", "show-0"]),
        ("Haunts --network CBS", "Haunts --network cbs", ["haunts"]),
        ("M.A.S.H.", "mash", ["m-a-s-h"]),
        ("The Quill", "quill", ["the-quill"]),
        ("Haunts --network CBS", "haunts --network NBC --id haunts", ["haunts"]),
        ("Haunts --year 2019", "Haunts", ["haunts"]),
    ],
)
def test_two_shows_never_share_an_id(
    run: Run, home: Path, first: str, second: str, ids: list[str]
) -> None:
    for words in (first, second):
        assert (
            run("catalogue", "add", *words.split(), "--season", "1", "--premiere", "2027").code == 0
        )
    written = json.loads((home / "config" / "shows.json").read_text())["shows"]
    assert [re.sub(r"-[0-9a-f]{8}$", "-0", show["id"]) for show in written] == [
        re.sub(r"-[0-9a-f]{8}$", "-0", each) for each in ids
    ]
    assert all("history" not in season for show in written for season in show["seasons"])


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("C++", "C#", "'C#' is like C++; say --id c if that is meant, or --new for another show"),
        (
            "Haunts --network CBS",
            "Haunts --network BBC-One",
            "Haunts is known from CBS; say --id haunts if that is meant, or --new for another show",
        ),
    ],
)
def test_what_may_be_another_show_is_refused(
    run: Run, home: Path, first: str, second: str, message: str
) -> None:
    run("catalogue", "add", *first.split(), "--season", "1")
    before = (home / "config" / "shows.json").read_bytes()
    result = run("catalogue", "add", *second.split(), "--season", "1", "--premiere", "2027-03")
    assert (result.code, result.out, result.err) == (2, "", f"premierectl: {message}\n")
    assert (home / "config" / "shows.json").read_bytes() == before


def test_of_several_shows_of_a_title_the_id_is_asked_for(run: Run) -> None:
    run("catalogue", "add", "Haunts", "--season", "1")
    run("catalogue", "add", "Haunts", "--season", "1", "--new", "--year", "2021")
    result = run("catalogue", "add", "Haunts", "--season", "2")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "premierectl: several shows are called 'Haunts'; "
        "say which with --id haunts or --id haunts-2021, or add --new\n"
    )
    assert run("catalogue", "add", "Haunts", "--season", "2", "--id", "haunts-2021").code == 0


def test_a_draft_that_was_left_over_overwrites_nothing_that_came_since(
    run: Run, home: Path, editor: Editor, tmp_path: Path
) -> None:
    def ids() -> list[str]:
        return [show["id"] for show in own(home)["shows"]]

    run("catalogue", "add", "Aurora", "--season", "1")
    broken = editor("text = text.replace('aurora', 'Aurora!')")
    assert run("catalogue", "edit", EDITOR=broken).code == 65
    run("catalogue", "add", "Dusk", "--season", "1")

    opened = tmp_path / "opened"
    look = editor(f"pathlib.Path({str(opened)!r}).write_text(' '.join(sys.argv[1:]))")
    result = run("catalogue", "edit", EDITOR=look)
    drafts = home / "state" / "drafts"
    assert (result.code, ids()) == (0, ["aurora", "dusk"])
    assert result.err == (
        "premierectl: your catalogue was changed since an earlier draft was begun; "
        f"this is your catalogue, and that draft is kept in {drafts}/older-shows.json\n"
    )
    assert opened.read_text().split() == [f"{drafts}/shows.json", f"{drafts}/older-shows.json"]
    assert "Aurora!" in (drafts / "older-shows.json").read_text()


def test_a_byte_that_is_no_utf_8_in_a_field_that_nobody_asked_for_is_said(
    run: Run, write: Write
) -> None:
    entry = b'{"id": "aurora", "title": "Aurora", "x-note": "caf\xe9"}'
    path = write("config/shows.json", b'{"format": 1, "shows": [' + entry + b"]}")
    result = run("show", "aurora", "--layers")
    assert (result.code, result.out) == (65, "")
    assert result.err.startswith(f"premierectl: {path}: shows[0]: ")


@pytest.mark.parametrize("words", ["check", "path", "add X --season 1", "edit"])
def test_a_folder_that_cannot_be_looked_into_is_said(run: Run, home: Path, words: str) -> None:
    home.mkdir()
    (home / "config").symlink_to("config")
    result = run("catalogue", *words.split())
    assert result.code in (73, 74)
    assert (result.out, result.err.count("\n")) == ("", 1)
    assert "too many levels of symbolic links" in result.err


def test_without_memory_it_says_so(environment: Mapping[str, str], home: Path) -> None:
    path = home / "config" / "shows.json"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        file.truncate(400 * 1024 * 1024)
    words = f"ulimit -v 400000; exec {sys.executable} -m premierectl next --all"
    done = subprocess.run(
        ["sh", "-c", words],
        env={**real_environment(), **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (75, b"")
    assert done.stderr == b"premierectl: not enough memory; close something and try again\n"


@pytest.mark.parametrize(
    ("words", "text", "phrase"),
    [
        ("early 2027", "early 2027", "in 39–158 days (early 2027)"),
        ("first half of 2027", "2027-H1", "in 39–219 days (the first half of 2027)"),
        ("12 March 2027", "2027-03-12", "in 109 days"),
        ("tomorrow", "2026-11-24", "tomorrow"),
    ],
)
def test_what_was_announced_is_stated_in_its_own_words(
    run: Run, home: Path, words: str, text: str, phrase: str
) -> None:
    assert run("catalogue", "add", "Aurora", "--season", "1", "--premiere", words).code == 0
    assert own(home)["shows"][0]["seasons"][0]["premiere"] == text
    item = json.loads(run("countdown", "aurora", "--json").out)["items"][0]
    assert (item["date"], item["phrase"]) == (text, phrase)


def test_a_date_that_can_be_read_in_two_ways_is_refused(run: Run, home: Path) -> None:
    result = run("catalogue", "add", "Aurora", "--season", "1", "--premiere", "3/4/2027")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(
        "premierectl: premiere: '3/4/2027' is not a date: write 2027-03-12"
    )
    assert "also such as 12 March 2027" in result.err
    assert not home.exists()


def test_none_takes_a_date_away(run: Run, home: Path) -> None:
    assert run("catalogue", "add", "pitt", "--season", "3", "--premiere", "none").code == 0
    (season,) = own(home)["shows"][0]["seasons"]
    assert (season["number"], season["premiere"]) == (3, None)
    assert season["history"] == [{"when": "2026-11-23", "from": "2027-01"}]
    item = json.loads(run("countdown", "pitt", "--json").out)["items"][0]
    assert (item["date"], item["state"]) == (None, "tba")
    assert run("next", "pitt", "--vague").code == 1


def test_now_and_months_are_typed_as_well(run: Run) -> None:
    assert run("days", "heartstopper", "--now", "24 April 2023").out == "101\n"
    assert run("days", "heartstopper", "--now", "April 2023").code == 2
    assert run("calendar", "December 2026", "--all").out == run("calendar", "2026-12", "--all").out
