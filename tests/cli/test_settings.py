"""``config.toml``: what a user wants always, and where the viewer's zone comes from."""

from pathlib import Path

import pytest

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


@pytest.mark.parametrize("zone", ["EST5EDT4,M3.2.0,M11.1.0", "Mars/Olympus", ":nowhere", "Europe"])
def test_a_zone_of_the_system_that_is_none_is_an_error_and_never_utc(run: Run, zone: str) -> None:
    result = run("next", "--all", env={"PREMIERECTL_TIMEZONE": ""}, TZ=zone)
    name = zone.removeprefix(":")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"premierectl: {name!r} is no time zone; write one like Europe/Berlin with --timezone\n"
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"timezone = ", "invalid value (at end of document)"),
        (b"\xff", "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
        (b"timezon = 'UTC'", "no setting is called 'timezon'; did you mean timezone?"),
        (b"timezone = 7", "timezone: expected `str | null`, got `int`"),
        (b"week_start = 'mondy'", "week_start: invalid enum value 'mondy'"),
    ],
)
def test_settings_that_cannot_be_read_are_said_and_never_ignored(
    run: Run, write: Write, content: bytes, words: str
) -> None:
    path = write("config/config.toml", content)
    result = run("next", "--all")
    assert (result.code, result.out, result.err) == (65, "", f"premierectl: {path}: {words}\n")


def test_an_unknown_setting_lists_those_there_are(run: Run, write: Write) -> None:
    write("config/config.toml", "zzz = 1")
    assert (
        "no setting is called 'zzz'; there are timezone, week_start, languages, " in run("next").err
    )


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
