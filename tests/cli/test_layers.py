"""``show --layers``: which layer of the catalogue said what."""

import json

import pytest

from tests.conftest import Run, Write

LIVE = {
    "id": "aurora", "title": "Aurora", "network": "Hulu", "genres": ["Drama"],
    "seasons": [{"number": 1, "premiere": "2027-01", "episodes": 8}, {"name": "Special"}],
}  # fmt: skip
OWN = {
    "id": "aurora",
    "network": "Netflix",
    "seasons": [{"number": 1, "premiere": "2027-01-07"}, {"name": "Special", "note": "x" * 80}],
}


@pytest.fixture(autouse=True)
def _layers(write: Write) -> None:
    write("data/catalogue.json", {"format": 1, "shows": [LIVE]})
    write("config/shows.json", {"format": 1, "shows": [OWN]})


def test_into_a_pipe_it_is_field_value_layer_and_what_others_said(run: Run) -> None:
    result = run("show", "aurora", "--layers")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "title\tAurora\tlive\t\n"
        "network\tNetflix\town\tlive said Hulu\n"
        'genres\t["Drama"]\tlive\t\n'
        "seasons[1].premiere\t2027-01-07\town\tlive said 2027-01\n"
        "seasons[1].episodes\t8\tlive\t\n"
        'seasons["special"].name\tSpecial\town\t\n'
        f'seasons["special"].note\t{"x" * 80}\town\t\n'
    )


def test_on_a_terminal_it_is_a_table_with_long_values_cut(run: Run) -> None:
    result = run("show", "aurora", "--layers", terminal=True, COLUMNS="130")
    assert (result.code, result.err) == (0, "")
    assert [line.rstrip() for line in result.out.splitlines()] == [
        "Aurora",
        "",
        "Field                    Value                                                         Catalogue  Overruled",
        "title                    Aurora                                                        live",
        "network                  Netflix                                                       own        live said Hulu",
        'genres                   ["Drama"]                                                     live',
        "seasons[1].premiere      2027-01-07                                                    own        live said 2027-01",
        "seasons[1].episodes      8                                                             live",
        'seasons["special"].name  Special                                                       own',
        f'seasons["special"].note  {"x" * 59}…  own',
    ]


def test_as_json_values_are_json_text(run: Run) -> None:
    document = json.loads(run("show", "aurora", "--layers", "--json").out)
    assert document["command"] == "show layers"
    assert document["items"][1:3] == [
        {
            "show_id": "aurora",
            "field": "network",
            "value": '"Netflix"',
            "layer": "own",
            "overruled": [{"layer": "live", "value": '"Hulu"'}],
        },
        {
            "show_id": "aurora",
            "field": "genres",
            "value": '["Drama"]',
            "layer": "live",
            "overruled": [],
        },
    ]


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("aurora:s1", ["seasons[1].premiere", "seasons[1].episodes"]),
        ("aurora:special", ['seasons["special"].name', 'seasons["special"].note']),
    ],
)
def test_of_a_season_it_is_that_seasons_fields(run: Run, words: str, fields: list[str]) -> None:
    lines = run("show", words, "--layers").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == fields


def test_what_a_bad_entry_says_is_left_out(run: Run, write: Write) -> None:
    bad = {"id": "aurora", "network": "Netflix", "year": 5}
    write("config/shows.json", {"format": 1, "shows": [bad]})
    result = run("show", "aurora", "--layers")
    assert "network\tHulu\tlive\t\n" in result.out
    assert "shows[0].year" in result.err


def test_it_is_saved_as_any_page(run: Run, write: Write) -> None:
    path = write("layers.txt", "")
    result = run("show", "aurora", "--layers", "--save", str(path))
    assert (result.code, result.err) == (0, f"premierectl: saved in {path}\n")
    assert "live said Hulu" in path.read_text(encoding="utf-8")


def test_layers_and_episodes_exclude_each_other(run: Run) -> None:
    result = run("show", "aurora", "--layers", "--episodes")
    assert (result.code, result.out, result.err) == (
        2,
        "",
        "premierectl: --episodes and --layers cannot be used together; choose one\n",
    )
