"""An old catalogue is said to be old: to people, in one line, with what mends it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import Process, Run, Write, age

# The bundled catalogue was checked on 21 September 2026.
HUMAN = ["countdown --all", "countdown pitt", "countdown", "countdown pitt --plain"]
OTHERS = [
    "show pitt",
    "show pitt --episodes",
    "calendar dec --all",
    "cast heartstopper",
    "search pitt",
    "watchlist list",
    "recent --all",
    "catalogue status",
]
SCRIPTS = ["next pitt --vague", "days pitt --vague", "next --all", "days --all"]


@pytest.mark.parametrize("words", HUMAN)
def test_people_get_one_line_and_scripts_get_none(run: Run, words: str) -> None:
    run("watchlist", "add", "pitt")
    assert run(*words.split(), terminal=True).err == age()
    words = words.removesuffix(" --plain")
    for form in ([], ["--tsv"], ["--json"]):
        assert run(*words.split(), *form).err == ""
    for form in (["--tsv"], ["--json"]):
        assert run(*words.split(), *form, terminal=True).err == ""


@pytest.mark.parametrize("words", OTHERS)
def test_it_is_said_with_the_countdown_alone(run: Run, words: str) -> None:
    run("watchlist", "add", "pitt")
    assert run(*words.split(), terminal=True).err == ""


def test_it_is_said_once_a_day(run: Run, home: Path) -> None:
    """The day is the viewer's, and the moment none that the user named."""
    told = home / "state" / "age-told.json"
    today: dict[str, str] = {"PREMIERECTL_NOW": "", "PREMIERECTL_TIMEZONE": "UTC"}
    first = run("countdown", "pitt", terminal=True, env=today)
    assert first.err.startswith("These dates are ")
    assert run("countdown", "--all", terminal=True, env=today).err == ""
    assert json.loads(told.read_text()) == {"on": f"{datetime.now(UTC):%Y-%m-%d}"}
    told.write_text('{"on": "2026-11-25"}')
    assert run("countdown", "--all", terminal=True, env=today).err == first.err
    assert run("countdown", "--all", terminal=True, env=today).err == ""


def test_at_a_named_moment_it_is_said_each_time_and_not_remembered(run: Run, home: Path) -> None:
    for _ in range(2):
        assert run("countdown", "pitt", terminal=True).err == age()
    assert not (home / "state").exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"on": 1}'])
def test_that_it_was_said_may_be_unreadable_or_unwritable(
    run: Run, write: Write, content: str
) -> None:
    path = write("state/age-told.json", content)
    said = run("countdown", "pitt", terminal=True, PREMIERECTL_NOW="")
    assert (said.code, said.err[:16]) == (0, "These dates are ")
    path.unlink()
    path.mkdir()
    for _ in range(2):
        again = run("countdown", "pitt", terminal=True, PREMIERECTL_NOW="")
        assert (again.code, again.err) == (0, said.err)


def test_where_nobody_hears_it_it_is_said_again(process: Process, home: Path) -> None:
    for _ in range(2):
        done = process("countdown", "pitt", "--plain", PREMIERECTL_NOW="")
        assert done.stderr.startswith(b"premierectl: these dates are ")
    assert not (home / "state").exists()


@pytest.mark.parametrize("words", SCRIPTS)
@pytest.mark.parametrize("form", [[], ["--tsv"], ["--json"]])
def test_a_scripts_answer_is_never_about_age(run: Run, words: str, form: list[str]) -> None:
    for terminal in (False, True):
        assert "ago" not in run(*words.split(), *form, terminal=terminal).err


@pytest.mark.parametrize(("now", "days"), [("2026-10-21", None), ("2026-10-22", 31)])
def test_it_is_old_after_thirty_days_in_the_viewers_zone(
    run: Run, now: str, days: int | None
) -> None:
    expected = age(days) if days else ""
    assert run("countdown", "pitt", "--now", now, terminal=True).err == expected
    late = ("--now", f"{now}T12:00Z", "--timezone", "Pacific/Kiritimati")
    assert run("countdown", "pitt", *late, terminal=True).err == age((days or 30) + 1)


@pytest.mark.parametrize(("stale", "said"), [(62, True), (63, False)])
def test_the_user_says_what_is_old(run: Run, write: Write, stale: int, *, said: bool) -> None:
    write("config/config.toml", f"stale_days = {stale}")
    assert run("countdown", "pitt", terminal=True).err == (age() if said else "")


def test_a_newer_layer_makes_it_new(run: Run, write: Write) -> None:
    write("data/catalogue.json", {"format": 1, "as_of": "2026-11-20", "shows": []})
    assert run("countdown", "pitt", terminal=True).err == ""


def test_where_no_day_is_known_nothing_is_said(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    import premierectl.app

    path = write("bundled.json", {"format": 1, "shows": [{"id": "a", "title": "A"}]})
    monkeypatch.setattr(premierectl.app, "bundled_catalogue", lambda: path)
    assert "days old" not in run("countdown", "a", terminal=True).err


def test_json_has_the_day(run: Run) -> None:
    assert json.loads(run("countdown", "--all", "--json").out)["catalogue_as_of"] == "2026-09-21"


def test_it_is_the_age_of_what_is_on_the_screen(run: Run, write: Write) -> None:
    """A show that was asked for by itself is younger than the catalogue, and makes no other so."""
    asked = {"id": "aurora", "title": "Aurora", "sources": [{"checked": "2026-11-20"}], "seasons": [{"number": 1, "premiere": "2027-05-01"}]}  # fmt: skip
    write("data/catalogue.json", {"format": 1, "shows": [asked]})
    assert run("countdown", "aurora", terminal=True).err == ""
    assert run("countdown", "aurora", "pitt", terminal=True).err == age()
    assert run("countdown", "--all", terminal=True).err == age()
    assert run("countdown", "aurora", "--now", "2026-12-31", terminal=True).err == (
        "These dates are 41 days old (20 November 2026); "
        "get today's: premierectl catalogue refresh\n"
    )
