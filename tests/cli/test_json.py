"""The JSON contract: every command's document against the published schema, and its values."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from premierectl.render.documents import output_schema
from premierectl.render.fields import FIELDS
from tests.conftest import Run, Write

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "output.schema.json"
VALIDATOR = jsonschema.Draft202012Validator(
    json.loads(SCHEMA_FILE.read_text(encoding="utf-8")), format_checker=jsonschema.FormatChecker()
)

WHEN = "2026-11-20T06:00:00Z"
CHANGE = {"when": WHEN, "show_id": "the-pitt", "show": "The Pitt", "kind": "cancelled"}
SEEN = {"when": WHEN, "changes": [CHANGE]}

COMMANDS = [
    "countdown --all",
    "countdown heartstopper:s2",
    "next only-murders",
    "days pitt --vague",
    "countdown stranger-things:s5p2 --now 2025-12-24",
    "next only-murders --limit 20",
    "calendar dec --all",
    "show heartstopper",
    "show stranger-things --episodes",
    "show doctor-who",
    "cast heartstopper:s2",
    "search the --in all",
    "watchlist add heartstopper silo:s4 the",
    "watchlist list",
    "watchlist remove silo:s4 severance",
    "watchlist tag pitt together",
    "watchlist untag pitt together",
    "watchlist mute pitt --until 2027-01-01",
    "watchlist unmute pitt",
    "watchlist remind Rewatch tomorrow",
    "watchlist undo",
    "watchlist undo --list",
    "calendar jan --all --months 2",
    "watchlist merge other.json",
    "paths",
    "--version",
    "catalogue path",
    "catalogue check",
    "catalogue add Aurora --season 1",
    "show pitt:s3 --layers",
    "changes --all",
]


def test_the_published_schema_is_that_of_the_program() -> None:
    published = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    assert published == json.loads(json.dumps(output_schema()))


def test_the_documented_fields_are_those_of_the_program() -> None:
    text = (SCHEMA_FILE.parent / "json.md").read_text(encoding="utf-8")
    table = text.partition("### A countdown")[2].partition("|---|---|\n")[2].partition("\n\n")[0]
    listed = [f"| `{field.name}` | {field.meaning} |" for field in FIELDS.values()]
    assert table.splitlines() == listed


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_prints_one_ascii_document_that_fits_the_schema(
    run: Run, write: Write, command: str
) -> None:
    run("watchlist", "add", "pitt", "doctor-who:special")
    run("watchlist", "add", "severance")
    write("config/shows.json", {"format": 1, "shows": [{"id": "broken", "year": 5}]})
    write("state/changes.json", {"format": 1, "refreshes": [SEEN]})
    other = write("other.json", {"format": 1, "shows": [{"id": "silo"}]})
    result = run(*command.replace("other.json", str(other)).split(), "--json")
    assert result.out.isascii()
    document = json.loads(result.out)
    VALIDATOR.validate(document)
    assert document["items"]
    assert document["schema"] == 1


@pytest.mark.parametrize(
    "command", ["countdown heartstopper", "next heartstopper", "watchlist list", "changes"]
)
def test_nothing_found_is_a_document_without_items(run: Run, command: str) -> None:
    result = run(*command.split(), "--json")
    assert result.code == 1
    document = json.loads(result.out)
    VALIDATOR.validate(document)
    assert document["items"] == []


def test_a_countdown_carries_full_values(run: Run) -> None:
    document = json.loads(run("countdown", "pitt", "--json").out)
    assert document == {
        "schema": 1,
        "command": "countdown",
        "now": "2026-11-23T00:00:00+00:00",
        "timezone": "Europe/London",
        "catalogue_as_of": "2026-09-21",
        "items": [
            {
                "id": "the-pitt:s3",
                "show_id": "the-pitt",
                "title": "The Pitt",
                "season": 3,
                "release": "season 3",
                "short": "S3",
                "kind": "premiere",
                "date": "2027-01",
                "precision": "month",
                "confirmed": True,
                "earliest": "2027-01-01",
                "latest": "2027-01-31",
                "days": None,
                "days_earliest": 39,
                "days_latest": 69,
                "span": "39-69",
                "wait": "39–69d",
                "phrase": "in 39–69 days (January 2027)",
                "state": "upcoming",
                "network": "HBO Max",
                "followed": False,
                "layers": ["bundled"],
                "part": None,
                "episodes": None,
                "runtime": None,
                "episode_title": None,
                "completes": False,
                "progress": None,
                "instant": None,
                "instant_source": None,
                "local_time": None,
                "time": None,
                "hours": None,
                "seconds": None,
                "usually": None,
                "moved_from": None,
                "moved_days": None,
                "url": None,
                "credit": None,
                "note": None,
                "tags": [],
            }
        ],
        "reminders": [],
    }


def test_the_moment_is_given_in_the_viewers_zone(run: Run) -> None:
    words = ["next", "pitt", "--vague", "--json", "--timezone", "Pacific/Auckland"]
    document = json.loads(run(*words, "--now", "2026-11-23T12:30Z").out)
    assert document["now"] == "2026-11-24T01:30:00+13:00"


def test_no_date_is_null_everywhere(run: Run) -> None:
    item = json.loads(run("countdown", "severance", "--json").out)["items"][0]
    keys = ["date", "precision", "confirmed", "earliest", "latest"]
    keys += ["days", "days_earliest", "days_latest"]
    assert {key: item[key] for key in keys} == dict.fromkeys(keys)


def test_a_show_names_its_layers(run: Run) -> None:
    run("catalogue", "add", "pitt", "--season", "3", "--premiere", "2027-01-07")
    item = json.loads(run("show", "pitt", "--json").out)["items"][0]
    assert item["layers"] == ["bundled", "own"]
    assert item["show"]["seasons"][2]["premiere"] == "2027-01-07"


def test_what_was_refused_is_an_item_too(run: Run) -> None:
    result = run("watchlist", "add", "hearstoper", "--json")
    items: list[dict[str, Any]] = json.loads(result.out)["items"]
    assert (result.code, items[0]["outcome"], items[0]["show_id"]) == (1, "refused", None)


def test_what_a_terminal_acts_on_is_escaped(run: Run, write: Write) -> None:
    title = "\x7f\x1b[31m\x9b\u202e\u200b é"
    write("config/shows.json", {"format": 1, "shows": [{"id": "x", "title": title}]})
    result = run("show", "x", "--json")
    assert result.out.isascii()
    assert result.out.replace("\n", "").isprintable()
    assert json.loads(result.out)["items"][0]["show"]["title"] == title
