"""``config.toml``: what a user wants always, and where the viewer's zone comes from."""

import itertools
import json
from pathlib import Path

import pytest

from premierectl.errors import BadFileError
from premierectl.storage.settings import (
    NotifySettings,
    Settings,
    load_settings,
    settings_problems,
    usable_settings,
)
from tests.conftest import Run, Write

# Volume 2 comes on 26 December in Auckland, on 25 December in Honolulu.
ASK = ("next", "stranger-things:s5p2", "--now", "2025-12-20T12:00Z")


def test_the_zone_is_that_of_the_option_then_the_variable_then_the_settings_then_the_system(
    run: Run, write: Write
) -> None:
    auckland, honolulu = "2025-12-26\n", "2025-12-25\n"
    write("config/config.toml", 'timezone = "Pacific/Honolulu"\n')
    unset = {"PREMIERECTL_TIMEZONE": ""}
    assert run(*ASK, env=unset, TZ="Pacific/Auckland").out == honolulu
    assert run(*ASK, PREMIERECTL_TIMEZONE="Pacific/Auckland").out == auckland
    assert run(*ASK, "--timezone", "Pacific/Auckland").out == auckland
    write("config/config.toml", "")
    assert run(*ASK, env=unset, TZ="Pacific/Auckland").out == auckland
    assert run(*ASK, env=unset, TZ="Pacific/Honolulu").out == honolulu


def test_a_zone_of_the_system_that_is_none_is_utc_and_it_is_said_once(run: Run) -> None:
    result = run(*ASK, env={"PREMIERECTL_TIMEZONE": ""}, TZ="/nonexistent")
    assert (result.code, result.out) == (0, "2025-12-26\n")
    assert result.err == (
        "premierectl: TZ='/nonexistent' is not a time zone; "
        "taking UTC, name yours with --timezone or in config.toml\n"
    )
    document = run(
        *ASK, "--json", env={"PREMIERECTL_TIMEZONE": ""}, TZ="CET-1CEST,M3.5.0,M10.5.0/3"
    )
    assert '"now": "2025-12-20T13:00:00+01:00"' in document.out


@pytest.mark.parametrize("words", ["catalogue path", "watchlist add pitt", "cast heartstopper:s2"])
@pytest.mark.parametrize("variables", [{"TZ": "/x"}, {"PREMIERECTL_TIMEZONE": "Mars/Olympus"}])
def test_a_command_that_needs_no_zone_does_not_fail_over_one(
    run: Run, words: str, variables: dict[str, str]
) -> None:
    result = run(
        *words.split(), env={"PREMIERECTL_TIMEZONE": "", "PREMIERECTL_NOW": "", **variables}
    )
    assert (result.code, result.err) == (0, "")
    assert run("next", "--all", PREMIERECTL_TIMEZONE="Mars/Olympus").code == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"timezone = ", "is not TOML: invalid value (at end of document)"),
        (b"\xff", "is not UTF-8 text"),
        (b"timezone = 7", "timezone is 7; write text"),
        (
            b"week_start = 'mondy'",
            "week_start is 'mondy'; write monday, tuesday, wednesday, thursday, friday, saturday or sunday; "
            "did you mean monday?",
        ),
    ],
)
def test_settings_that_cannot_be_read_are_said_and_never_ignored(
    run: Run, write: Write, content: bytes, words: str
) -> None:
    path = write("config/config.toml", content)
    result = run("next", "--all", PREMIERECTL_TIMEZONE="")
    assert (result.code, result.out, result.err) == (65, "", f"premierectl: {path}: {words}\n")
    assert run("watchlist", "add", "pitt").code == 0


def test_an_unknown_setting_is_said_and_the_others_hold(run: Run, write: Write) -> None:
    path = write("config/config.toml", "timezon = 1\nzzz = 1\ntimezone = 'Pacific/Honolulu'")
    result = run(*ASK, env={"PREMIERECTL_TIMEZONE": ""})
    assert (result.code, result.out) == (0, "2025-12-25\n")
    near, far = result.err.splitlines()
    assert near == f"premierectl: {path}: no setting is called 'timezon'; did you mean timezone?"
    assert far.startswith(f"premierectl: {path}: no setting is called 'zzz'; there are timezone, ")
    assert run("watchlist", "add", "pitt").err == ""


def test_settings_may_have_a_byte_order_mark(run: Run, write: Write) -> None:
    write("config/config.toml", b"\xef\xbb\xbftimezone = 'Pacific/Honolulu'")
    assert run(*ASK, env={"PREMIERECTL_TIMEZONE": ""}).out == "2025-12-25\n"


def test_reading_settings_writes_nothing(run: Run, home: Path) -> None:
    run("next", "--all")
    assert not home.exists()


def test_the_day_on_which_weeks_begin_is_that_of_the_option_then_of_the_settings(
    run: Run, write: Write
) -> None:
    write("config/config.toml", 'week_start = "sunday"\n')
    assert "│Sun" in run("calendar", "--all", terminal=True).out.splitlines()[2][:5]
    monday = run("calendar", "--all", "--week-start", "monday", terminal=True)
    assert "│Mon" in monday.out.splitlines()[2][:5]


VALUES = [1, 0, -1, 101, 367, 1.5, 1.0, 2**70, "x", "", "monday", True, False, [], [1], [[1]], ["a"], [1.5], [True]]  # fmt: skip


@pytest.mark.parametrize("table", ["", "notify"])
def test_whatever_value_stops_a_command_is_named_by_the_check_and_nothing_else(
    tmp_path: Path, table: str
) -> None:
    kind = NotifySettings if table else Settings
    path = tmp_path / "config.toml"
    for name, value in itertools.product(set(kind.__struct_fields__) - {"notify"}, VALUES):
        path.write_text(f"{f'[{table}]' if table else ''}\n{name} = {json.dumps(value)}\n")
        try:
            settings, said = load_settings(path).settings, ""
        except BadFileError as error:
            settings, said = Settings(), error.message
        problems = settings_problems(path)
        assert [f"{path}: {place} {why}" for place, why in problems] == ([said] if said else [])
        assert usable_settings(path) == settings
