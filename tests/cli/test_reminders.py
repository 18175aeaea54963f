"""``watchlist remind``: days of one's own among the shows."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run, Write


def reminders(home: Path) -> list[dict[str, Any]]:
    """The reminders in the watchlist's file."""
    document = json.loads((home / "data" / "watchlist.json").read_text())
    listed: list[dict[str, Any]] = document.get("reminders", [])
    return listed


@pytest.fixture
def two(run: Run) -> None:
    """A followed show, a reminder on a day before it comes, and one of a month behind it."""
    run("watchlist", "add", "only-murders")
    run("watchlist", "remind", "Rewatch Silo", "2026-12-01")
    run("watchlist", "remind", "Film of Heartstopper", "2027-03")


def test_a_reminder_is_kept_with_its_day(run: Run, home: Path) -> None:
    result = run("watchlist", "remind", " Rewatch  Silo ", "1 December 2026", terminal=True)
    assert (result.code, result.out) == (0, "Reminder: Rewatch Silo, in 8 days\n")
    added = "2026-11-23T00:00:00Z"
    assert reminders(home) == [{"text": "Rewatch Silo", "date": "2026-12-01", "added": added}]
    assert run("watchlist", "remind", "Party", "tomorrow").out == "reminded\t\t\n"


def test_the_same_text_moves_to_another_date(run: Run, home: Path) -> None:
    run("watchlist", "remind", "Party", "2026-12-01")
    assert run("watchlist", "remind", "Party", "2026-12-01").out == "already reminded\t\t\n"
    moved = run("watchlist", "remind", "Party", "January 2027", terminal=True)
    assert moved.out == "Reminder: Party, in 39–69 days (January 2027)\n"
    assert [each["date"] for each in reminders(home)] == ["2027-01"]


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (["x", "someday"], 2, "'someday' is not a date: "),
        (["x", "3/4/2027"], 2, "'3/4/2027' is not a date: "),
        ([" ", "2027"], 2, "a reminder needs a text; nothing was changed"),
        (["x", "2026-11-22"], 1, "22 November 2026 is over; nothing was changed"),
        (["x", "October 2026"], 1, "October 2026 is over; nothing was changed"),
    ],
)
def test_what_is_no_reminder_is_refused(
    run: Run, home: Path, words: list[str], code: int, error: str
) -> None:
    result = run("watchlist", "remind", *words)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(f"premierectl: {error}")
    assert not home.exists()


@pytest.mark.usefixtures("two")
def test_the_countdown_has_it_among_the_releases(run: Run) -> None:
    result = run(terminal=True)
    assert result.code == 0
    assert result.out.splitlines() == [
        "December",
        "◆ Rewatch Silo                  Reminder  Tue 1 Dec         8 days",
        "● Only Murders in the Building  Season 6  Tue 8 Dec  Hulu  15 days",
        "",
        "March 2027",
        "◆ Film of Heartstopper          Reminder  March",
    ]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ["Rewatch Silo", "Film of Heartstopper"]),
        ("--within 10", ["Rewatch Silo"]),
        ("--limit 1", ["Rewatch Silo"]),
        ("--network Hulu", []),
        ("--all", []),
        ("only-murders", []),
        ("--now 2026-12-01", ["Rewatch Silo", "Film of Heartstopper"]),
        ("--now 2026-12-02", ["Film of Heartstopper"]),
    ],
)
def test_it_stands_in_the_countdown_of_the_watchlist_alone(
    run: Run, words: str, expected: list[str]
) -> None:
    document = json.loads(run("countdown", *words.split(), "--json").out)
    assert [each["text"] for each in document["reminders"]] == expected
    drawn = run("countdown", *words.split(), terminal=True).out
    assert [each for each in ("Rewatch Silo", "Film of Heartstopper") if each in drawn] == expected


@pytest.mark.usefixtures("two")
def test_scripts_get_it_beside_the_items_and_in_no_line(run: Run) -> None:
    document = json.loads(run("countdown", "--json").out)
    assert document["reminders"][0] == {
        "text": "Rewatch Silo",
        "date": "2026-12-01",
        "earliest": "2026-12-01",
        "latest": "2026-12-01",
        "days": 8,
        "state": "upcoming",
        "phrase": "in 8 days",
        "added": "2026-11-23T00:00:00Z",
    }
    assert len(document["items"]) == 1
    assert run("countdown").out.count("\n") == 1
    assert run("countdown", "--format", "{title}").out == "Only Murders in the Building\n"
    assert run("next").out == "2026-12-08\n"
    assert run("days").out == "15\n"
    assert "reminders" not in json.loads(run("next", "--json").out)


def test_without_a_followed_show_it_stands_among_the_whole_catalogue(run: Run) -> None:
    run("watchlist", "remind", "Rewatch Silo", "2026-12-01")
    result = run(terminal=True)
    assert result.code == 0
    assert "Rewatch Silo" in result.out
    assert "Follow a show: premierectl add" in result.out


def test_where_only_a_reminder_is_to_come_the_shows_have_nothing(run: Run) -> None:
    run("watchlist", "add", "heartstopper")
    run("watchlist", "remind", "Rewatch Silo", "2026-12-01")
    result = run(terminal=True)
    assert result.code == 1
    assert result.out.splitlines()[1] == "◆ Rewatch Silo  Reminder  Tue 1 Dec  8 days"
    assert "Heartstopper has ended" in result.err


@pytest.mark.usefixtures("two")
def test_the_list_has_it_in_every_order_and_keeps_what_is_over_at_its_end(run: Run) -> None:
    def first_cells(*words: str) -> list[str]:
        lines = run("watchlist", "list", *words, terminal=True).out.splitlines()[1:]
        return [line.split("  ")[0] for line in lines]

    only, rewatch, film = "Only Murders in the Building", "Rewatch Silo", "Film of Heartstopper"
    assert first_cells() == [rewatch, only, film]
    assert first_cells("--now", "2026-12-05") == [only, film, rewatch]
    assert first_cells("--sort", "title") == [film, only, rewatch]
    assert first_cells("--sort", "added") == [film, only, rewatch]
    assert run("watchlist", "list", "--now", "2026-12-05", terminal=True).out.splitlines()[-1] == (
        "Rewatch Silo                  reminder  over (1 December 2026)       2026-11-23"
    )


@pytest.mark.usefixtures("two")
def test_scripts_get_those_that_are_over_with_the_list(run: Run) -> None:
    words = ["watchlist", "list", "--now", "2026-12-05"]
    document = json.loads(run(*words, "--json").out)
    assert [each["state"] for each in document["reminders"]] == ["upcoming", "over"]
    assert run(*words).out.count("\n") == 1


def test_a_list_of_reminders_alone_is_drawn_and_follows_no_show(run: Run) -> None:
    run("watchlist", "remind", "Rewatch Silo", "2026-12-01")
    result = run("watchlist", "list", terminal=True)
    assert result.out.splitlines() == [
        "Show          Season    When       Added",
        "Rewatch Silo  reminder  in 8 days  2026-11-23",
    ]
    assert (result.code, result.err.splitlines()[-1]) == (
        1,
        "premierectl: no show is followed; follow a show with: premierectl watchlist add SHOW",
    )


@pytest.mark.usefixtures("two")
def test_the_calendar_has_it_on_its_day_or_beneath(run: Run) -> None:
    drawn = run("calendar", "2026-12", terminal=True, COLUMNS="110").out
    assert "│◆ Rewatch Silo│" in drawn
    narrow = run("calendar", "2027-03", terminal=True, COLUMNS="50").out
    assert narrow.splitlines() == [
        "Nothing has an exact day in March 2027",
        "",
        "No exact day yet",
        "  Film of Heartstopper (reminder): March 2027",
    ]
    document = json.loads(run("calendar", "2026-12", "--json").out)
    assert [each["text"] for each in document["reminders"]] == ["Rewatch Silo"]
    assert "Rewatch Silo" not in run("calendar", "2026-12", "--all", terminal=True).out


def test_a_month_with_a_reminder_alone_is_drawn_and_has_no_release(run: Run) -> None:
    run("watchlist", "add", "heartstopper")
    run("watchlist", "remind", "Rewatch Silo", "2026-12-01")
    result = run("calendar", "2026-12", terminal=True, COLUMNS="40")
    assert result.out.splitlines() == ["December 2026", "Tue 1 Dec", "◆ Rewatch Silo (reminder)"]
    assert (result.code, result.err.splitlines()[-1]) == (
        1,
        "premierectl: nothing else in December 2026",
    )


@pytest.mark.usefixtures("two")
def test_a_calendar_of_ascii_has_it_too(run: Run) -> None:
    run("watchlist", "remind", "Äpfel", "2026-12-02")
    result = run("calendar", "2026-12", "--color", "always", PYTHONIOENCODING="ascii")
    assert "pfel" in result.out


@pytest.mark.usefixtures("two")
def test_an_export_to_calendars_has_it_as_an_event(run: Run) -> None:
    result = run("export", "ics")
    assert result.err == (
        "premierectl: 1 reminder without an exact day is left out; "
        "--include-vague writes every one\n"
    )
    *_, event = result.out.split("BEGIN:VEVENT\r\n")
    assert event.split("\r\n") == [
        "SUMMARY:Rewatch Silo",
        "DTSTART;VALUE=DATE:20261201",
        "DTEND;VALUE=DATE:20261202",
        "DTSTAMP:20261123T000000Z",
        "UID:reminder-427a46ed3730d49f@premierectl",
        "SEQUENCE:0",
        "LAST-MODIFIED:20261123T000000Z",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    vague = run("export", "ics", "--include-vague").out
    assert "SUMMARY:Film of Heartstopper (March 2027)\r\nDTSTART;VALUE=DATE:20270301\r\n" in vague
    for words in (["--all"], ["only-murders"], ["--network", "Hulu"]):
        assert "Rewatch" not in run("export", "ics", *words).out


@pytest.mark.usefixtures("two")
def test_a_reminder_that_moves_is_the_same_event_with_a_higher_sequence(run: Run) -> None:
    def told() -> list[str]:
        lines = run("export", "ics").out.split("SUMMARY:Rewatch Silo")[1].split("\r\n")
        return [line for line in lines if line.startswith(("UID", "SEQUENCE", "DTSTART"))][:3]

    before = told()
    assert told() == before
    run("watchlist", "remind", "Rewatch Silo", "2026-12-03")
    assert told() == ["DTSTART;VALUE=DATE:20261203", before[1], "SEQUENCE:1"]


@pytest.mark.usefixtures("two")
def test_past_ones_are_exported_where_the_past_is(run: Run) -> None:
    later = ["--now", "2026-12-05"]
    assert "Rewatch" not in run("export", "ics", *later).out
    assert "Rewatch" in run("export", "ics", "--past", *later).out
    document = json.loads(run("export", "json", "--past", *later).out)
    assert [each["text"] for each in document["reminders"]] == [
        "Film of Heartstopper",
        "Rewatch Silo",
    ]


def test_reminders_alone_make_a_calendar_and_no_table(run: Run) -> None:
    run("watchlist", "remind", "a", "9999-12-31")
    run("watchlist", "remind", "b", "2027")
    run("watchlist", "remind", "c", "2028")
    result = run("export", "ics")
    assert (result.code, result.out.count("BEGIN:VEVENT")) == (0, 1)
    assert result.err == (
        "premierectl: 2 reminders without an exact day are left out; "
        "--include-vague writes every one\n"
    )
    assert run("export", "csv").code == 1


def test_a_reminder_that_was_written_by_hand_needs_no_time(run: Run, write: Write) -> None:
    listed = [{"text": "x", "date": "2026-12-01"}]
    write("data/watchlist.json", {"format": 1, "shows": [], "reminders": listed})
    assert "DTSTAMP:20260921T000000Z" in run("export", "ics").out


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("words", [["Rewatch Silo"], ["Rewatch", "Silo"], ["Rewatch  Silo"]])
def test_remove_takes_it_away_by_its_text(run: Run, home: Path, words: list[str]) -> None:
    result = run("watchlist", "remove", *words, terminal=True)
    assert (result.code, result.out) == (0, "The reminder Rewatch Silo is gone\n")
    assert [each["text"] for each in reminders(home)] == ["Film of Heartstopper"]
    run("watchlist", "undo")
    assert len(reminders(home)) == 2


@pytest.mark.usefixtures("two")
def test_reminders_and_shows_are_removed_together(run: Run, home: Path) -> None:
    result = run("watchlist", "remove", "Rewatch Silo", "only murders")
    assert result.out == "removed\t\t\nremoved\tonly-murders-in-the-building\t\n"
    lines = "Film of Heartstopper\nqqqqqq\n"
    listed = run("watchlist", "remove", "-", stdin=lines)
    assert (listed.code, listed.out) == (1, "removed\t\t\n")
    assert reminders(home) == []


def test_of_a_show_and_a_reminder_of_one_name_the_letters_tell(run: Run, home: Path) -> None:
    run("watchlist", "add", "silo")
    run("watchlist", "remind", "Silo", "2026-12-01")
    assert run("watchlist", "remove", "silo").out == "removed\tsilo\t\n"
    assert run("watchlist", "remove", "Silo").out == "removed\t\t\n"


def test_a_text_in_other_letters_is_no_reminder(run: Run, home: Path) -> None:
    run("watchlist", "remind", "Rewatch Silo", "2026-12-01")
    assert run("watchlist", "remove", "rewatch silo").code == 1
    assert len(reminders(home)) == 1


@pytest.mark.usefixtures("two")
def test_what_a_reminder_says_is_shown_safely(run: Run) -> None:
    run("watchlist", "remind", "\x1b[31m\u202e x", "2026-12-02")
    for words in (["countdown"], ["watchlist", "list"], ["calendar", "2026-12"]):
        drawn = run(*words, terminal=True, NO_COLOR="1").out
        assert "\x1b" not in drawn
        assert "\u202e" not in drawn
    assert "\x1b" not in run("export", "ics").out


def test_a_show_may_be_counted_down_live_with_them(run: Run) -> None:
    run("watchlist", "remind", "Rewatch Silo", "2026-12-01")
    result = run("countdown", "--live")
    assert (result.code, result.err) == (
        2,
        "premierectl: --live needs a terminal; leave it out for one answer\n",
    )
