"""``calendar``: a week, today, and a month as the list of the countdown."""

import json

import pytest
from rich.cells import cell_len

from tests.cli.test_calendar import catalogue, drawn, follow, follow_a_crowd, follow_two
from tests.cli.test_hostile import ATTACKS, unseen
from tests.conftest import Run, Terminal, Write

WEEK_40 = """\
30 November – 6 December 2026
Fri 4 Dec
● 15:00 Show number 5 season 1
● 16:00 Show number 4 season 1
● 17:00 Show number 3 season 1
● 18:00 Show number 2 season 1
● 19:00 Show number 1 season 1
● 20:00 Show number 0 season 1
◆ Buy popcorn (reminder)
Sat 5 Dec
● 日本沈没2020 進撃の巨人 season 1
  (unconfirmed)
"""
WEEK_80 = """\
30 November – 6 December 2026
Mon 30
Tue 1
Wed 2
Thu [3]
Fri 4     ● Show number 5            Season 1  15:00        tomorrow
          ● Show number 4            Season 1  16:00        tomorrow
          ● Show number 3            Season 1  17:00        tomorrow
          ● Show number 2            Season 1  18:00        tomorrow
          ● Show number 1            Season 1  19:00        tomorrow
          ● Show number 0            Season 1  20:00        tomorrow
          ◆ Buy popcorn              Reminder               tomorrow
Sat 5     ● 日本沈没2020 進撃の巨人  Season 1  unconfirmed    2 days
Sun 6
"""
WEEK_120 = """\
30 November – 6 December 2026
Mon 30
Tue 1
Wed 2
Thu [3]
Fri 4     ● Show number 5            Season 1  15:00        tomorrow
          ● Show number 4            Season 1  16:00        tomorrow
          ● Show number 3            Season 1  17:00        tomorrow
          ● Show number 2            Season 1  18:00        tomorrow
          ● Show number 1            Season 1  19:00        tomorrow
          ● Show number 0            Season 1  20:00        tomorrow
          ◆ Buy popcorn              Reminder               tomorrow
Sat 5     ● 日本沈没2020 進撃の巨人  Season 1  unconfirmed    2 days
Sun 6
"""
MIXED_80 = """\
7–13 December 2026
Mon 7
Tue 8     ● Only Murders in the Building  Season 6                 2 days ago ★
Wed 9
Thu [10]
Fri 11    ● Ghosts (US)                   Christmas double  02:00    tomorrow
Sat 12
Sun 13
★ followed
"""
AGENDA_40 = """\
Earlier
● Only Murders in the Building
  Season 6 · Tue 8 Dec · 3 days ago

This week
· Only Murders in the Building
  S6 E2 · Tue · 4 days · Hulu

December
· Only Murders in the Building
  S6 E3 · Tue 22 Dec · 11 days · Hulu
● Doctor Who
  Christmas special · 25 Dec? · 14 days
· Only Murders in the Building
  S6 E4 · Tue 29 Dec · 18 days · Hulu
"""
AGENDA_80 = """\
Earlier
● Only Murders in the Building  Season 6           Tue 8 Dec    Hulu  3 days ago

This week
· Only Murders in the Building  S6 E2              Tue          Hulu      4 days

December
· Only Murders in the Building  S6 E3              Tue 22 Dec   Hulu     11 days
● Doctor Who                    Christmas special  Fri 25 Dec?  BBC…     14 days
· Only Murders in the Building  S6 E4              Tue 29 Dec   Hulu     18 days
"""
AGENDA_120 = """\
Earlier
● Only Murders in the Building  Season 6           Tue 8 Dec    Hulu     3 days ago

This week
· Only Murders in the Building  S6 E2              Tue          Hulu         4 days

December
· Only Murders in the Building  S6 E3              Tue 22 Dec   Hulu        11 days
● Doctor Who                    Christmas special  Fri 25 Dec?  BBC One     14 days
· Only Murders in the Building  S6 E4              Tue 29 Dec   Hulu        18 days
"""


@pytest.mark.parametrize(("width", "screen"), [("40", WEEK_40), ("80", WEEK_80), ("120", WEEK_120)])
def test_a_week_has_each_day_with_what_is_on_it(
    run: Run, write: Write, width: str, screen: str
) -> None:
    follow_a_crowd(run, write)
    words = ["calendar", "week", "--now", "2026-12-03", "--timezone", "UTC"]
    result = run(*words, terminal=True, COLUMNS=width)
    assert (result.code, result.out) == (0, screen)


def test_followed_shows_are_marked_among_others(run: Run) -> None:
    follow_two(run)
    result = run("calendar", "week", "--all", "--now", "2026-12-10", terminal=True, COLUMNS="80")
    assert result.out == MIXED_80


def test_a_week_is_a_list_of_days_until_there_is_room_for_days_beside_it(run: Run) -> None:
    follow_two(run)
    assert "Tue 8 Dec" in drawn(run, "2026-W50", COLUMNS="69")
    assert "Wed 9" in drawn(run, "2026-W50", COLUMNS="70")


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        ("40", ["● Ghosts (US)", "  Christmas double · 02:00 · 2 h · CBS"]),
        ("80", ["● Ghosts (US)  Christmas double  02:00  CBS  2 h"]),
        ("120", ["● Ghosts (US)  Christmas double  02:00  CBS  2 h"]),
    ],
)
def test_today_is_what_comes_out_today(run: Run, width: str, lines: list[str]) -> None:
    run("watchlist", "add", "ghosts-2021")
    shown = drawn(run, "today", "--now", "2026-12-11", COLUMNS=width)
    assert shown == ["Friday, 11 December 2026", *lines]


def test_today_marks_followed_shows_among_others(run: Run) -> None:
    run("watchlist", "add", "doctor-who")
    shown = drawn(run, "today", "--all", "--now", "2026-12-25")
    assert shown == [
        "Friday, 25 December 2026",
        "● Doctor Who    Christmas special  unconfirmed  BBC One  today ★",
        "● Harry Potter  Season 1                        HBO      today",
        "★ followed",
    ]


@pytest.mark.parametrize(
    ("width", "screen"), [("40", AGENDA_40), ("80", AGENDA_80), ("120", AGENDA_120)]
)
def test_an_agenda_is_the_list_of_the_countdown_for_that_month(
    run: Run, width: str, screen: str
) -> None:
    follow_two(run)
    words = ["calendar", "dec", "--agenda", "--now", "2026-12-11"]
    result = run(*words, terminal=True, COLUMNS=width)
    assert (result.code, result.out) == (0, screen)


def test_an_agenda_has_reminders_and_what_has_no_exact_day(run: Run) -> None:
    run("watchlist", "add", "pitt")
    run("watchlist", "remind", "Rewatch season 2", "2027-01-02")
    assert drawn(run, "2027-01", "--agenda") == [
        "January 2027",
        "◆ Rewatch season 2  Reminder  Sat 2 Jan              40 days",
        "● The Pitt          Season 3  January    HBO Max  39–69 days",
    ]


def test_an_agenda_is_whole_however_low_the_terminal(run: Run) -> None:
    run("watchlist", "add", "only-murders")
    shown = drawn(run, "jan", "--months", "2", "--agenda", LINES="5")
    assert sum("Only Murders" in line for line in shown) == 6


def test_an_agenda_of_nothing_is_one_line(run: Run) -> None:
    run("watchlist", "add", "doctor-who")
    result = run("calendar", "jan", "--agenda", terminal=True)
    assert (result.code, result.out) == (1, "")
    assert result.err.splitlines()[-1] == (
        "premierectl: nothing in January 2027; "
        "next is Doctor Who Christmas special, 25 December 2026 (unconfirmed)"
    )


@pytest.mark.parametrize(
    ("words", "time"),
    [
        (["week"], "from 23 to 29 November 2026"),
        (["today"], "on 23 November 2026"),
        (["2026-W53"], "from 28 December 2026 to 3 January 2027"),
    ],
)
@pytest.mark.parametrize("terminal", [True, False])
def test_where_nothing_comes_out_in_a_week_it_is_one_line(
    run: Run, words: list[str], time: str, terminal: bool
) -> None:
    run("watchlist", "add", "doctor-who", "a-knight-of-the-seven-kingdoms")
    result = run("calendar", *words, terminal=terminal)
    assert (result.code, result.out) == (1, "")
    assert result.err.splitlines()[-1] == (
        f"premierectl: nothing {time}; "
        "next is Doctor Who Christmas special, 25 December 2026 (unconfirmed)"
    )


def test_a_script_gets_the_rows_of_a_week_as_of_a_month(run: Run) -> None:
    follow_two(run)
    assert run("calendar", "2026-W52").out == (
        "Only Murders in the Building\tS6 E3\t2026-12-22\t29\tHulu\tyes\t\n"
        "Doctor Who\tChristmas special\t2026-12-25?\t32\tBBC One\tyes\t\n"
    )
    items = json.loads(run("calendar", "today", "--now", "2026-12-22", "--json").out)["items"]
    assert [item["id"] for item in items] == ["only-murders-in-the-building:s6e3"]
    assert run("calendar", "2026-W52", "--format", "{date}").out == "2026-12-22\n2026-12-25?\n"
    assert run("calendar", "dec", "--agenda").out == run("calendar", "dec").out


def test_what_may_come_on_any_day_is_no_part_of_a_week(run: Run, write: Write) -> None:
    follow(run, write, {"premiere": "2026-12-08"}, {"premiere": "2026-12"}, {"premiere": "2026"})
    run("watchlist", "remind", "Some day", "2026-12")
    document = json.loads(run("calendar", "2026-W50", "--json").out)
    assert [item["date"] for item in document["items"]] == ["2026-12-08"]
    assert document["reminders"] == []
    assert run("calendar", "today", "--now", "2026-12-09").code == 1


def test_a_setting_says_on_which_day_a_week_begins(run: Run, write: Write) -> None:
    follow_two(run)
    write("config/config.toml", 'week_start = "sunday"\n')
    assert drawn(run, "2026-W50")[0] == "6–12 December 2026"
    assert drawn(run, "2026-W50")[1].startswith("Sun 6")
    assert drawn(run, "2026-W50", "--week-start", "monday")[0] == "7–13 December 2026"


@pytest.mark.parametrize(
    "words", [["week", "--months", "2"], ["2027-W54"], ["2026-W5O"], ["weeks"]]
)
def test_a_week_that_is_none_is_refused(run: Run, words: list[str]) -> None:
    result = run("calendar", *words)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("now", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("first", ["sunday", "monday", "friday", "saturday"])
def test_the_ends_of_the_calendar_are_in_weeks_too(
    run: Run, write: Write, now: str, first: str
) -> None:
    follow(run, write, {"premiere": "0001-01-01"}, {"premiere": "9999-12-31"})
    for width in ("40", "80"):
        words = ["week", "--week-start", first, "--now", now, "--timezone", "UTC"]
        assert sum("Aurora" in line for line in drawn(run, *words, COLUMNS=width)) == 1


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize(
    "words", [["2026-W49"], ["today", "--now", "2026-12-02"], ["dec", "--agenda"]]
)
def test_hostile_text_is_shown_as_text_in_lists_too(
    run: Run, write: Write, attack: str, words: list[str]
) -> None:
    text = ATTACKS[attack]
    parts = [{"label": f"p {text}", "date": "2026-12-02"}, {"label": text, "date": "2026-12-03"}]
    write("config/shows.json", catalogue({"parts": parts}, title=f"T {text}", network=text))
    for width in ("40", "80", "120"):
        result = run("calendar", *words, "--all", "--color", "always", COLUMNS=width)
        assert (result.code, unseen(result.out)) == (0, set())
        lines = drawn(run, *words, "--all", COLUMNS=width)
        assert max(map(cell_len, lines)) <= int(width)


def test_where_stdout_has_ascii_alone_a_week_is_ascii(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(run, write, {"premiere": "2026-12-01"}, title="Élan")
    monkeypatch.setattr(Terminal, "encoding", "ascii")
    assert drawn(run, "2026-W49")[:3] == [
        "30 November - 6 December 2026",
        "Mon 30",
        "Tue 1     * \\xc9lan  Season 1  Sky  8 days",
    ]
