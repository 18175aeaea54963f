"""The list that people see: exact screens by width, by height, and by what is followed."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from rich.cells import cell_len

from tests.conftest import Process, Run, Write

WHEN = "2026-10-01"
TODAY = date(2026, 11, 23)


class Case(NamedTuple):
    """What is followed, what is asked, and on which terminal."""

    shows: Sequence[Any]
    width: int = 80
    words: tuple[str, ...] = ()
    reminders: Sequence[Any] = ()
    height: int = 24


def entry(title: str, number: int = 2, network: str | None = "Netflix", **season: Any) -> Any:
    """A show of one season; its id is made of its place in the alphabet of codes."""
    show_id = "show-" + "-".join(f"{ord(char):x}" for char in title[-12:])
    show = {"id": show_id, "title": title, "seasons": [{"number": number, **season}]}
    return show | ({"network": network} if network else {})


def moved(title: str, before: str, after: str, network: str = "Apple TV") -> Any:
    """A show whose premiere has moved."""
    history = [{"when": WHEN, "from": before, "to": after}]
    return entry(title, 1, network, premiere=after, history=history)


def many(number: int) -> list[Any]:
    """So many shows, one a day: every fourth at a clock time, every sixth without a date."""
    networks = ("Apple TV", "Netflix", "BBC One", "Prime Video")
    shows = []
    for n in range(number):
        season: dict[str, Any] = {}
        if n % 6 != 5:
            season["premiere"] = str(TODAY + timedelta(n))
        if n % 4 == 3:
            season |= {"time": "21:00", "timezone": "Europe/London"}
        shows.append(entry(f"Show number {n}", n % 7 + 1, networks[n % 4], **season))
    return shows


def follow(write: Write, shows: Iterable[Any], reminders: Iterable[Any] = ()) -> None:
    """Let the catalogue have these shows, all of them followed, the last in the list first."""
    listed = list(shows)
    write("config/shows.json", {"format": 1, "shows": listed})
    lines = [
        {"id": show["id"], "added": f"2026-01-{n % 28 + 1:02}T00:00:00Z"}
        for n, show in enumerate(listed)
    ]
    write("data/watchlist.json", {"format": 1, "shows": lines, "reminders": list(reminders)})


def screen(run: Run, case: Case) -> str:
    """The list as that terminal shows it, without notices."""
    result = run(
        "countdown", *case.words, terminal=True, COLUMNS=str(case.width), LINES=str(case.height)
    )
    assert result.code == 0
    return result.out


THREE = [
    entry("Silver Harbour", 2, "Apple TV", premiere="2026-11-24"),
    entry("The Long Winter of the Northern Lights Observatory", 1, "HBO Max", premiere="2027-01"),
    entry("Glass House", 4, "BBC One"),
]
REWATCH = {"text": "Rewatch Silo", "date": "2026-12-01"}
FILM = {"text": "The film", "date": "2027-03"}
MIXED = [
    entry("Weekly", 5, "Hulu", premiere="2026-11-10", release="weekly", episodes=8),
    entry(
        "Volumes", 5, premiere="2026-11-01",
        parts=[{"label": "Volume 1", "date": "2026-11-01"}, {"label": "Volume 2", "date": "2026-12-25"}],
    ),
    entry("Ending", 3, "BBC One", premiere="2026-11-05", release="weekly", episodes=4),
    moved("Moved", "2026-10-11", "2026-12-11"),
    moved("Moved from a month", "2027-02", "2027-05-01?"),
    entry("Late", 3, None, premiere="2026-10-23?"),
    entry("Later", 2, "FX", premiere="2028-03-05"),
    entry("Year", 2, "FX", premiere="2028"),
    entry("Quarter", 2, "FX", premiere="2027-Q1"),
    entry("This year", 2, "FX", premiere="2026?"),
]  # fmt: skip
ONE_DAY = [
    entry(f"Christmas special {n:02}", 1, "BBC One", premiere="2026-12-25") for n in range(30)
]
MOVED = [
    moved("The Last of the Long Winters at Harbour", "2026-12-01", "2027-01-31"),
    moved("Silver", "2027-03-01", "2026-12-20", "Netflix"),
    moved("Glass House", "2026-12", "2027-02", "BBC One"),
    moved("Night Road", "2027-01-01", "2027-Q3", "Prime Video"),
]
VAGUE = [
    entry("Month", 2, premiere="2027-02"),
    entry("Now", 2, premiere="2026-11?"),
    entry("Quarter", 2, premiere="2027-Q2"),
    entry("Half", 2, premiere="2027-H1?"),
    entry("Spring", 2, premiere="spring 2027"),
    entry("Early", 2, premiere="early 2028"),
    entry("Year", 2, premiere="2027?"),
]
WIDE = [
    entry("\u65e5\u672c\u306e\u51ac" * 8, 1, "\u65e5\u672c\u30c6\u30ec\u30d3", premiere="2026-12-01"),
    entry("Party \U0001f389 at the \U0001f3d4\ufe0f", 2, "Apple TV", premiere="2026-12-02"),
    entry("Sixty cells of a title that is long enough to fill the line!", 3, "HBO Max", premiere="2026-12-03"),
    entry("Exactly thirty cells of title.", 4, "Hulu", premiere="2026-12-04"),
]  # fmt: skip

SPECIALS = [
    entry("Exactly thirty cells of title.", 4, "Paramount+", premiere="2026-11-24"),
    {
        "id": "special", "title": "The Long Winter of the Northern Lights", "network": "Paramount+",
        "seasons": [{"name": "Christmas special", "premiere": "2026-12-25"}],
    },
]  # fmt: skip

CASES = {
    "specials at 40": Case(SPECIALS, 40),
    "specials at 60": Case(SPECIALS, 60),
    "specials at 80": Case(SPECIALS),
    "specials at 120": Case(SPECIALS, 120),
    "three at 40": Case(THREE, 40),
    "three at 80": Case(THREE),
    "three at 120": Case(THREE, 120),
    "sixty at 40": Case(many(60), 40),
    "sixty at 80": Case(many(60)),
    "sixty at 120": Case(many(60), 120),
    "six hundred at 40": Case(many(600), 40),
    "six hundred at 80": Case(many(600)),
    "six hundred at 120": Case(many(600), 120),
    "six hundred on a low terminal": Case(many(600), height=8),
    "twenty on a high terminal": Case(many(20), height=50),
    "mixed at 40": Case(MIXED, 40, reminders=[REWATCH, FILM], height=60),
    "mixed at 80": Case(MIXED, reminders=[REWATCH, FILM], height=60),
    "mixed at 120": Case(MIXED, 120, reminders=[REWATCH, FILM], height=60),
    "all on one day": Case(ONE_DAY),
    "all moved at 40": Case(MOVED, 40),
    "all moved at 80": Case(MOVED),
    "all moved at 120": Case(MOVED, 120),
    "all vague at 40": Case(VAGUE, 40),
    "all vague at 80": Case(VAGUE),
    "wide titles at 40": Case(WIDE, 40),
    "wide titles at 60": Case(WIDE, 60),
    "wide titles at 80": Case(WIDE),
    "wide titles at 120": Case(WIDE, 120),
    "none with a date": Case(many(60)[5::6]),
    "the undated as rows": Case(many(12), words=("--undated",)),
    "the whole list": Case(many(24), words=("--full",)),
    "by title": Case(MIXED, words=("--sort", "title"), reminders=[REWATCH], height=60),
    "by network": Case(MIXED, words=("--sort", "network"), reminders=[REWATCH], height=60),
    "the last followed first": Case(MIXED, words=("--sort", "added"), reminders=[REWATCH], height=60),
    "a limit": Case(many(60), words=("--limit", "3")),
    "late ones alone left out": Case([entry("Soon", premiere="2026-11-25"), MIXED[5]], words=("--limit", "1")),
    "on another day": Case(many(20), words=("--now", "2026-12-05T22:00")),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_list_is_drawn_so(run: Run, write: Write, name: str) -> None:
    case = CASES[name]
    follow(write, case.shows, case.reminders)
    assert screen(run, case) == SCREENS[name]


@pytest.mark.parametrize("name", CASES)
def test_no_line_is_wider_than_the_terminal(name: str) -> None:
    assert max(map(cell_len, SCREENS[name].splitlines())) <= CASES[name].width


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.words])
def test_the_list_leaves_room_on_the_terminal(name: str) -> None:
    assert len(SCREENS[name].splitlines()) <= max(9, CASES[name].height - 4)


def test_in_a_pipe_it_is_drawn_whole_with_every_title_that_fits(run: Run, write: Write) -> None:
    follow(write, many(60))
    result = run("countdown", "--color", "always", COLUMNS="80", LINES="10")
    assert result.out.count("Show number") == 60


def test_where_only_some_are_followed_a_star_tells_which(run: Run, write: Write) -> None:
    follow(write, THREE[:1])
    write("config/shows.json", {"format": 1, "shows": THREE})
    words = [show["id"] for show in THREE[:2]]
    wide = run("countdown", *words, terminal=True, COLUMNS="80").out
    narrow = run("countdown", *words, terminal=True, COLUMNS="40").out
    assert wide == STARRED
    assert narrow == STARRED_NARROW


def test_without_more_than_ascii_the_list_says_the_same(process: Process, write: Write) -> None:
    follow(write, [*MIXED, *WIDE[2:]], [REWATCH])
    drawn = {
        width: process(
            "countdown", "--color", "always", "--full", PYTHONIOENCODING="ascii", COLUMNS=str(width)
        ).stdout
        for width in (40, 80)
    }
    plain = {
        width: re.sub("\x1b\\[[0-9;]*m", "", out.decode("ascii")) for width, out in drawn.items()
    }
    assert plain == {40: ASCII_NARROW, 80: ASCII}


def test_premieres_stand_out_by_weight(run: Run, write: Write) -> None:
    follow(write, MIXED[:2])
    out = run("countdown", "--color", "always", COLUMNS="80").out
    assert "\x1b[1mVolumes\x1b[0m" in out
    assert "\x1b[1mWeekly" not in out


def test_what_came_out_today_stays_until_the_day_is_over(run: Run, write: Write) -> None:
    airing: dict[str, Any] = {
        "release": "weekly",
        "episodes": 8,
        "time": "21:00",
        "timezone": "Europe/London",
    }
    follow(write, [entry("Silver Harbour", premiere="2026-11-23", **airing), THREE[2]])
    words = ("countdown", "--now", "2026-11-23T22:00")
    assert run(*words, terminal=True, COLUMNS="80").out == (
        "Today\n"
        "● Silver Harbour  Season 2  Mon 21:00         Netflix  out now\n"
        "\n"
        "November\n"
        "· Silver Harbour  S2 E2     Mon 30 Nov 21:00  Netflix   7 days\n"
        "\n"
        "Without a date (1): Glass House\n"
    )
    assert run(*words).out.splitlines() == [
        "Silver Harbour\tS2 E2\t2026-11-30\t7\tNetflix\tyes\t21:00",
        "Glass House\tseason 4\t\t\tBBC One\tyes\t",
    ]


def test_the_last_of_a_season_stays_on_its_day_too(run: Run, write: Write) -> None:
    last: dict[str, Any] = {"time": "21:00", "timezone": "Europe/London", "release": "all at once"}
    follow(write, [entry("Silver Harbour", premiere="2026-11-23", **last)])
    result = run("countdown", "--now", "2026-11-23T22:00", terminal=True, COLUMNS="80")
    assert (result.code, result.out) == (
        1,
        "Today\n● Silver Harbour  Season 2  Mon 21:00  Netflix  out now\n",
    )


def test_the_docs_show_a_list_as_it_is(run: Run) -> None:
    page = (Path(__file__).parents[2] / "docs" / "countdown.md").read_text(encoding="utf-8")
    run(
        "watchlist", "add", "only-murders", "emily", "harry-potter", "pitt", "knight", "severance",
        "slow-horses", "ghosts-us",
    )  # fmt: skip
    run("watchlist", "remind", "Rewatch Severance", "2027-01-02")
    drawn = run("--now", "2026-12-10", terminal=True, COLUMNS="90", LINES="40").out
    assert f"```\n{drawn}```" in page


def test_where_nothing_is_followed_that_has_a_season_it_is_said(run: Run, write: Write) -> None:
    follow(write, [{"id": "show", "title": "Show"}])
    result = run(terminal=True)
    assert (result.code, result.out) == (1, "")
    assert result.err.endswith("premierectl: Show: the catalogue knows no season of it\n")


SCREENS = {
    "specials at 40": """\
Tomorrow
● Exactly thirty cells of title.
  Season 4 · Tue · tomorrow · Paramount+

December
● The Long Winter of the Northern Lights
  Christmas special · 25 Dec · 32 days
""",
    "specials at 60": """\
Tomorrow
● Exactly thirty cells of…   Season 4   Tue         tomorrow

December
● The Long Winter of the N…  Christma…  Fri 25 Dec   32 days
""",
    "specials at 80": """\
Tomorrow
● Exactly thirty cells of title.  Season 4           Tue         Para…  tomorrow

December
● The Long Winter of the Northe…  Christmas special  Fri 25 Dec  Para…   32 days
""",
    "specials at 120": """\
Tomorrow
● Exactly thirty cells of title.          Season 4           Tue         Paramount+  tomorrow

December
● The Long Winter of the Northern Lights  Christmas special  Fri 25 Dec  Paramount+   32 days
""",
    "three at 40": """\
Tomorrow
● Silver Harbour
  Season 2 · Tue · tomorrow · Apple TV

January 2027
● The Long Winter of the Northern Light…
  Season 1 · January · 39–69 days

Without a date (1): Glass House
""",
    "three at 80": """\
Tomorrow
● Silver Harbour                         Season 2  Tue      Apple TV    tomorrow

January 2027
● The Long Winter of the Northern Ligh…  Season 1  January  HBO Max   39–69 days

Without a date (1): Glass House
""",
    "three at 120": """\
Tomorrow
● Silver Harbour                                      Season 2  Tue      Apple TV    tomorrow

January 2027
● The Long Winter of the Northern Lights Observatory  Season 1  January  HBO Max   39–69 days

Without a date (1): Glass House
""",
    "sixty at 40": """\
Today
● Show number 0
  Season 1 · Mon · today · Apple TV
Tomorrow
● Show number 1
  Season 2 · Tue · tomorrow · Netflix
This week
● Show number 2
  Season 3 · Wed · 2 days · BBC One
● Show number 3
  Season 4 · Thu 21:00 · 3 days
● Show number 4
  Season 5 · Fri · 4 days · Apple TV
● Show number 6
  Season 7 · Sun · 6 days · BBC One
44 more until January 2027 · --full
Without a date (10): Show number 11,
  Show number 17, Show number 23,
  Show number 29 and 6 more · --undated
""",
    "sixty at 80": """\
Today
● Show number 0   Season 1  Mon               Apple TV        today
Tomorrow
● Show number 1   Season 2  Tue               Netflix      tomorrow
This week
● Show number 2   Season 3  Wed               BBC One        2 days
● Show number 3   Season 4  Thu 21:00         Prime Video    3 days
● Show number 4   Season 5  Fri               Apple TV       4 days
● Show number 6   Season 7  Sun               BBC One        6 days
November
● Show number 7   Season 1  Mon 30 Nov 21:00  Prime Video    7 days
December
● Show number 8   Season 2  Tue 1 Dec         Apple TV       8 days
● Show number 9   Season 3  Wed 2 Dec         Netflix        9 days
● Show number 10  Season 4  Thu 3 Dec         BBC One       10 days
● Show number 12  Season 6  Sat 5 Dec         Apple TV      12 days
39 more until January 2027 · --full
Without a date (10): Show number 11, Show number 17, Show number 23,
  Show number 29, Show number 35, Show number 41, Show number 47, Show number 5,
  Show number 53, Show number 59
""",
    "sixty at 120": """\
Today
● Show number 0   Season 1  Mon               Apple TV        today
Tomorrow
● Show number 1   Season 2  Tue               Netflix      tomorrow
This week
● Show number 2   Season 3  Wed               BBC One        2 days
● Show number 3   Season 4  Thu 21:00         Prime Video    3 days
● Show number 4   Season 5  Fri               Apple TV       4 days
● Show number 6   Season 7  Sun               BBC One        6 days
November
● Show number 7   Season 1  Mon 30 Nov 21:00  Prime Video    7 days
December
● Show number 8   Season 2  Tue 1 Dec         Apple TV       8 days
● Show number 9   Season 3  Wed 2 Dec         Netflix        9 days
● Show number 10  Season 4  Thu 3 Dec         BBC One       10 days
● Show number 12  Season 6  Sat 5 Dec         Apple TV      12 days
● Show number 13  Season 7  Sun 6 Dec         Netflix       13 days
38 more until January 2027 · --full
Without a date (10): Show number 11, Show number 17, Show number 23, Show number 29, Show number 35, Show number 41,
  Show number 47, Show number 5, Show number 53, Show number 59
""",
    "six hundred at 40": """\
Today
● Show number 0
  Season 1 · Mon · today · Apple TV
Tomorrow
● Show number 1
  Season 2 · Tue · tomorrow · Netflix
This week
● Show number 2
  Season 3 · Wed · 2 days · BBC One
● Show number 3
  Season 4 · Thu 21:00 · 3 days
● Show number 4
  Season 5 · Fri · 4 days · Apple TV
● Show number 6
  Season 7 · Sun · 6 days · BBC One
494 more until July 2028 · --full
Without a date (100): Show number 101,
  Show number 107, Show number 11
  and 97 more · --undated
""",
    "six hundred at 80": """\
Today
● Show number 0   Season 1  Mon               Apple TV        today
Tomorrow
● Show number 1   Season 2  Tue               Netflix      tomorrow
This week
● Show number 2   Season 3  Wed               BBC One        2 days
● Show number 3   Season 4  Thu 21:00         Prime Video    3 days
● Show number 4   Season 5  Fri               Apple TV       4 days
● Show number 6   Season 7  Sun               BBC One        6 days
November
● Show number 7   Season 1  Mon 30 Nov 21:00  Prime Video    7 days
December
● Show number 8   Season 2  Tue 1 Dec         Apple TV       8 days
● Show number 9   Season 3  Wed 2 Dec         Netflix        9 days
● Show number 10  Season 4  Thu 3 Dec         BBC One       10 days
● Show number 12  Season 6  Sat 5 Dec         Apple TV      12 days
489 more until July 2028 · --full
Without a date (100): Show number 101, Show number 107, Show number 11,
  Show number 113, Show number 119, Show number 125, Show number 131,
  Show number 137, Show number 143, Show number 149 and 90 more · --undated
""",
    "six hundred at 120": """\
Today
● Show number 0   Season 1  Mon               Apple TV        today
Tomorrow
● Show number 1   Season 2  Tue               Netflix      tomorrow
This week
● Show number 2   Season 3  Wed               BBC One        2 days
● Show number 3   Season 4  Thu 21:00         Prime Video    3 days
● Show number 4   Season 5  Fri               Apple TV       4 days
● Show number 6   Season 7  Sun               BBC One        6 days
November
● Show number 7   Season 1  Mon 30 Nov 21:00  Prime Video    7 days
December
● Show number 8   Season 2  Tue 1 Dec         Apple TV       8 days
● Show number 9   Season 3  Wed 2 Dec         Netflix        9 days
● Show number 10  Season 4  Thu 3 Dec         BBC One       10 days
● Show number 12  Season 6  Sat 5 Dec         Apple TV      12 days
489 more until July 2028 · --full
Without a date (100): Show number 101, Show number 107, Show number 11, Show number 113, Show number 119,
  Show number 125, Show number 131, Show number 137, Show number 143, Show number 149, Show number 155, Show number 161,
  Show number 167, Show number 17, Show number 173, Show number 179, Show number 185 and 83 more · --undated
""",
    "six hundred on a low terminal": """\
Today
● Show number 0  Season 1  Mon  Apple TV  today
499 more until July 2028 · --full
Without a date (100): Show number 101, Show number 107 and 98 more · --undated
""",
    "twenty on a high terminal": """\
Today
● Show number 0   Season 1  Mon               Apple TV        today

Tomorrow
● Show number 1   Season 2  Tue               Netflix      tomorrow

This week
● Show number 2   Season 3  Wed               BBC One        2 days
● Show number 3   Season 4  Thu 21:00         Prime Video    3 days
● Show number 4   Season 5  Fri               Apple TV       4 days
● Show number 6   Season 7  Sun               BBC One        6 days

November
● Show number 7   Season 1  Mon 30 Nov 21:00  Prime Video    7 days

December
● Show number 8   Season 2  Tue 1 Dec         Apple TV       8 days
● Show number 9   Season 3  Wed 2 Dec         Netflix        9 days
● Show number 10  Season 4  Thu 3 Dec         BBC One       10 days
● Show number 12  Season 6  Sat 5 Dec         Apple TV      12 days
● Show number 13  Season 7  Sun 6 Dec         Netflix       13 days
● Show number 14  Season 1  Mon 7 Dec         BBC One       14 days
● Show number 15  Season 2  Tue 8 Dec 21:00   Prime Video   15 days
● Show number 16  Season 3  Wed 9 Dec         Apple TV      16 days
● Show number 18  Season 5  Fri 11 Dec        BBC One       18 days
● Show number 19  Season 6  Sat 12 Dec 21:00  Prime Video   19 days

Without a date (3): Show number 11, Show number 17, Show number 5
""",
    "mixed at 40": """\
Tomorrow
· Weekly
  S5 E3 · Tue · tomorrow · Hulu

This week
· Ending
  S3 finale · Thu · 3 days · BBC One

Any day
● This year
  Season 2 · 2026? · any day · FX

December
◆ Rewatch Silo
  Reminder · Tue 1 Dec · 8 days
● Moved
  Season 1 · 11 Dec ↷ +61 d · 18 days
● Volumes
  Volume 2 · Fri 25 Dec · 32 days

March 2027
◆ The film
  Reminder · March

May 2027
● Moved from a month
  Season 1 · 1 May? ↷ · 159 days

Later
● Quarter
  Season 2 · Q1 2027 · FX
● Later
  Season 2 · Sun 5 Mar 2028 · 468 days
● Year
  Season 2 · 2028 · FX

Overdue
● Late
  Season 3 · Fri 23 Oct? · 31 days late
""",
    "mixed at 80": """\
Tomorrow
· Weekly              S5 E3      Tue             Hulu          tomorrow

This week
· Ending              S3 finale  Thu             BBC One         3 days

Any day
● This year           Season 2   2026?           FX             any day

December
◆ Rewatch Silo        Reminder   Tue 1 Dec                       8 days
● Moved               Season 1   11 Dec ↷ +61 d  Apple TV       18 days
● Volumes             Volume 2   Fri 25 Dec      Netflix        32 days

March 2027
◆ The film            Reminder   March

May 2027
● Moved from a month  Season 1   1 May? ↷        Apple TV      159 days

Later
● Quarter             Season 2   Q1 2027         FX
● Later               Season 2   Sun 5 Mar 2028  FX            468 days
● Year                Season 2   2028            FX

Overdue
● Late                Season 3   Fri 23 Oct?               31 days late
""",
    "mixed at 120": """\
Tomorrow
· Weekly              S5 E3      Tue                        Hulu          tomorrow

This week
· Ending              S3 finale  Thu                        BBC One         3 days

Any day
● This year           Season 2   2026?                      FX             any day

December
◆ Rewatch Silo        Reminder   Tue 1 Dec                                  8 days
● Moved               Season 1   Fri 11 Dec ↷ +61 d         Apple TV       18 days
● Volumes             Volume 2   Fri 25 Dec                 Netflix        32 days

March 2027
◆ The film            Reminder   March

May 2027
● Moved from a month  Season 1   Sat 1 May? ↷ was Feb 2027  Apple TV      159 days

Later
● Quarter             Season 2   Q1 2027                    FX
● Later               Season 2   Sun 5 Mar 2028             FX            468 days
● Year                Season 2   2028                       FX

Overdue
● Late                Season 3   Fri 23 Oct?                          31 days late
""",
    "all on one day": """\
December
● Christmas special 00  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 01  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 02  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 03  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 04  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 05  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 06  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 07  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 08  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 09  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 10  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 11  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 12  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 13  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 14  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 15  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 16  Season 1  Fri 25 Dec  BBC One  32 days
● Christmas special 17  Season 1  Fri 25 Dec  BBC One  32 days
12 more until December · --full
""",
    "all moved at 40": """\
December
● Silver
  Season 1 · 20 Dec ↷ -71 d · 27 days

January 2027
● The Last of the Long Winters at Harbo…
  Season 1 · 31 Jan ↷ +61 d · 69 days

February 2027
● Glass House
  Season 1 · February ↷ · 70–97 days

Later
● Night Road
  Season 1 · Q3 2027 ↷
""",
    "all moved at 80": """\
December
● Silver                          Season 1  20 Dec ↷ -71 d  Netflix      27 days

January 2027
● The Last of the Long Winters…   Season 1  31 Jan ↷ +61 d  Apple TV     69 days

February 2027
● Glass House                     Season 1  February ↷      BBC One   70–97 days

Later
● Night Road                      Season 1  Q3 2027 ↷       Prime V…
""",
    "all moved at 120": """\
December
● Silver                                   Season 1  Sun 20 Dec ↷ -71 d            Netflix         27 days

January 2027
● The Last of the Long Winters at Harbour  Season 1  Sun 31 Jan ↷ +61 d            Apple TV        69 days

February 2027
● Glass House                              Season 1  February ↷ was December       BBC One      70–97 days

Later
● Night Road                               Season 1  Q3 2027 ↷ was Fri 1 Jan 2027  Prime Video
""",
    "all vague at 40": """\
November
● Now
  Season 2 · November? · any day

February 2027
● Month
  Season 2 · February · 70–97 days

Later
● Spring
  Season 2 · spring 2027 · Netflix
● Quarter
  Season 2 · Q2 2027 · Netflix
● Half
  Season 2 · H1 2027? · Netflix
● Year
  Season 2 · 2027? · Netflix
● Early
  Season 2 · early 2028 · Netflix
""",
    "all vague at 80": """\
November
● Now      Season 2  November?    Netflix     any day

February 2027
● Month    Season 2  February     Netflix  70–97 days

Later
● Spring   Season 2  spring 2027  Netflix
● Quarter  Season 2  Q2 2027      Netflix
● Half     Season 2  H1 2027?     Netflix
● Year     Season 2  2027?        Netflix
● Early    Season 2  early 2028   Netflix
""",
    "wide titles at 40": """\
December
● 日本の冬日本の冬日本の冬日本の冬日本…
  Season 1 · Tue 1 Dec · 8 days
● Party 🎉 at the 🏔️
  Season 2 · Wed 2 Dec · 9 days
● Sixty cells of a title that is long e…
  Season 3 · Thu 3 Dec · 10 days
● Exactly thirty cells of title.
  Season 4 · Fri 4 Dec · 11 days · Hulu
""",
    "wide titles at 60": """\
December
● 日本の冬日本の冬日本の冬日…   Season 1  Tue 1 Dec   8 days
● Party 🎉 at the 🏔️            Season 2  Wed 2 Dec   9 days
● Sixty cells of a title that…  Season 3  Thu 3 Dec  10 days
● Exactly thirty cells of tit…  Season 4  Fri 4 Dec  11 days
""",
    "wide titles at 80": """\
December
● 日本の冬日本の冬日本の冬日本の冬日…   Season 1  Tue 1 Dec  日本テレビ   8 days
● Party 🎉 at the 🏔️                    Season 2  Wed 2 Dec  Apple TV     9 days
● Sixty cells of a title that is long…  Season 3  Thu 3 Dec  HBO Max     10 days
● Exactly thirty cells of title.        Season 4  Fri 4 Dec  Hulu        11 days
""",
    "wide titles at 120": """\
December
● 日本の冬日本の冬日本の冬日本の冬日本の冬日本の冬日本の冬日本の冬  Season 1  Tue 1 Dec  日本テレビ   8 days
● Party 🎉 at the 🏔️                                                Season 2  Wed 2 Dec  Apple TV     9 days
● Sixty cells of a title that is long enough to fill the line!      Season 3  Thu 3 Dec  HBO Max     10 days
● Exactly thirty cells of title.                                    Season 4  Fri 4 Dec  Hulu        11 days
""",
    "none with a date": """\
Without a date
● Show number 11  Season 5  Prime Video  no date yet
● Show number 17  Season 4  Netflix      no date yet
● Show number 23  Season 3  Prime Video  no date yet
● Show number 29  Season 2  Netflix      no date yet
● Show number 35  Season 1  Prime Video  no date yet
● Show number 41  Season 7  Netflix      no date yet
● Show number 47  Season 6  Prime Video  no date yet
● Show number 5   Season 6  Netflix      no date yet
● Show number 53  Season 5  Netflix      no date yet
● Show number 59  Season 4  Prime Video  no date yet
""",
    "the undated as rows": """\
Today
● Show number 0   Season 1  Mon               Apple TV           today

Tomorrow
● Show number 1   Season 2  Tue               Netflix         tomorrow

This week
● Show number 2   Season 3  Wed               BBC One           2 days
● Show number 3   Season 4  Thu 21:00         Prime Video       3 days
● Show number 4   Season 5  Fri               Apple TV          4 days
● Show number 6   Season 7  Sun               BBC One           6 days

November
● Show number 7   Season 1  Mon 30 Nov 21:00  Prime Video       7 days

December
● Show number 8   Season 2  Tue 1 Dec         Apple TV          8 days
● Show number 9   Season 3  Wed 2 Dec         Netflix           9 days
● Show number 10  Season 4  Thu 3 Dec         BBC One          10 days

Without a date
● Show number 11  Season 5                    Prime Video  no date yet
● Show number 5   Season 6                    Netflix      no date yet
""",
    "the whole list": """\
Today
● Show number 0   Season 1  Mon               Apple TV        today

Tomorrow
● Show number 1   Season 2  Tue               Netflix      tomorrow

This week
● Show number 2   Season 3  Wed               BBC One        2 days
● Show number 3   Season 4  Thu 21:00         Prime Video    3 days
● Show number 4   Season 5  Fri               Apple TV       4 days
● Show number 6   Season 7  Sun               BBC One        6 days

November
● Show number 7   Season 1  Mon 30 Nov 21:00  Prime Video    7 days

December
● Show number 8   Season 2  Tue 1 Dec         Apple TV       8 days
● Show number 9   Season 3  Wed 2 Dec         Netflix        9 days
● Show number 10  Season 4  Thu 3 Dec         BBC One       10 days
● Show number 12  Season 6  Sat 5 Dec         Apple TV      12 days
● Show number 13  Season 7  Sun 6 Dec         Netflix       13 days
● Show number 14  Season 1  Mon 7 Dec         BBC One       14 days
● Show number 15  Season 2  Tue 8 Dec 21:00   Prime Video   15 days
● Show number 16  Season 3  Wed 9 Dec         Apple TV      16 days
● Show number 18  Season 5  Fri 11 Dec        BBC One       18 days
● Show number 19  Season 6  Sat 12 Dec 21:00  Prime Video   19 days
● Show number 20  Season 7  Sun 13 Dec        Apple TV      20 days
● Show number 21  Season 1  Mon 14 Dec        Netflix       21 days
● Show number 22  Season 2  Tue 15 Dec        BBC One       22 days

Without a date (4): Show number 11, Show number 17, Show number 23,
  Show number 5
""",
    "by title": """\
· Ending              S3 finale  Thu             BBC One         3 days
● Late                Season 3   Fri 23 Oct?               31 days late
● Later               Season 2   Sun 5 Mar 2028  FX            468 days
● Moved               Season 1   11 Dec ↷ +61 d  Apple TV       18 days
● Moved from a month  Season 1   1 May 2027? ↷   Apple TV      159 days
● Quarter             Season 2   Q1 2027         FX
◆ Rewatch Silo        Reminder   Tue 1 Dec                       8 days
● This year           Season 2   2026?           FX             any day
● Volumes             Volume 2   Fri 25 Dec      Netflix        32 days
· Weekly              S5 E3      Tue             Hulu          tomorrow
● Year                Season 2   2028            FX
""",
    "by network": """\
● Moved               Season 1   11 Dec ↷ +61 d  Apple TV       18 days
● Moved from a month  Season 1   1 May 2027? ↷   Apple TV      159 days
· Ending              S3 finale  Thu             BBC One         3 days
● This year           Season 2   2026?           FX             any day
● Quarter             Season 2   Q1 2027         FX
● Later               Season 2   Sun 5 Mar 2028  FX            468 days
● Year                Season 2   2028            FX
· Weekly              S5 E3      Tue             Hulu          tomorrow
● Volumes             Volume 2   Fri 25 Dec      Netflix        32 days
◆ Rewatch Silo        Reminder   Tue 1 Dec                       8 days
● Late                Season 3   Fri 23 Oct?               31 days late
""",
    "the last followed first": """\
● This year           Season 2   2026?           FX             any day
● Quarter             Season 2   Q1 2027         FX
● Year                Season 2   2028            FX
● Later               Season 2   Sun 5 Mar 2028  FX            468 days
● Late                Season 3   Fri 23 Oct?               31 days late
● Moved from a month  Season 1   1 May 2027? ↷   Apple TV      159 days
● Moved               Season 1   11 Dec ↷ +61 d  Apple TV       18 days
· Ending              S3 finale  Thu             BBC One         3 days
● Volumes             Volume 2   Fri 25 Dec      Netflix        32 days
· Weekly              S5 E3      Tue             Hulu          tomorrow
◆ Rewatch Silo        Reminder   Tue 1 Dec                       8 days
""",
    "a limit": """\
Today
● Show number 0  Season 1  Mon  Apple TV     today

Tomorrow
● Show number 1  Season 2  Tue  Netflix   tomorrow

This week
● Show number 2  Season 3  Wed  BBC One     2 days

47 more until January 2027
Without a date (10): Show number 11, Show number 17, Show number 23,
  Show number 29, Show number 35, Show number 41, Show number 47, Show number 5,
  Show number 53, Show number 59
""",
    "late ones alone left out": """\
This week
● Soon  Season 2  Wed  Netflix  2 days

1 more
""",
    "on another day": """\
Today
● Show number 12  Season 6  Sat               Apple TV        today

Tomorrow
● Show number 13  Season 7  Sun               Netflix      tomorrow

This week
● Show number 14  Season 1  Mon               BBC One        2 days
● Show number 15  Season 2  Tue 21:00         Prime Video    3 days
● Show number 16  Season 3  Wed               Apple TV       4 days
● Show number 18  Season 5  Fri               BBC One        6 days

December
● Show number 19  Season 6  Sat 12 Dec 21:00  Prime Video    7 days

Without a date (13): Show number 11, Show number 17, Show number 5,
  Show number 0, Show number 1, Show number 2, Show number 3, Show number 4,
  Show number 6, Show number 7, Show number 8, Show number 9, Show number 10
""",
}
STARRED = """\
Tomorrow
● Silver Harbour                       Season 2  Tue      Apple TV    tomorrow ★

January 2027
● The Long Winter of the Northern Li…  Season 1  January  HBO Max   39–69 days
★ followed
"""
STARRED_NARROW = """\
Tomorrow
● Silver Harbour ★
  Season 2 · Tue · tomorrow · Apple TV

January 2027
● The Long Winter of the Northern Light…
  Season 1 · January · 39–69 days
★ followed
"""
ASCII = """\
Tomorrow
- Weekly                             S5 E3      Tue                     tomorrow

This week
- Ending                             S3 finale  Thu                       3 days

Any day
* This year                          Season 2   2026?                    any day

December
! Rewatch Silo                       Reminder   Tue 1 Dec                 8 days
* Sixty cells of a title that is...  Season 3   Thu 3 Dec                10 days
* Exactly thirty cells of title.     Season 4   Fri 4 Dec                11 days
* Moved                              Season 1   11 Dec moved +61 d       18 days
* Volumes                            Volume 2   Fri 25 Dec               32 days

May 2027
* Moved from a month                 Season 1   1 May? moved            159 days

Later
* Quarter                            Season 2   Q1 2027
* Later                              Season 2   Sun 5 Mar 2028          468 days
* Year                               Season 2   2028

Overdue
* Late                               Season 3   Fri 23 Oct?         31 days late
"""
ASCII_NARROW = """\
Tomorrow
- Weekly
  S5 E3 - Tue - tomorrow - Hulu

This week
- Ending
  S3 finale - Thu - 3 days - BBC One

Any day
* This year
  Season 2 - 2026? - any day - FX

December
! Rewatch Silo
  Reminder - Tue 1 Dec - 8 days
* Sixty cells of a title that is long...
  Season 3 - Thu 3 Dec - 10 days
* Exactly thirty cells of title.
  Season 4 - Fri 4 Dec - 11 days - Hulu
* Moved
  Seas... - 11 Dec moved +61 d - 18 days
* Volumes
  Volume 2 - Fri 25 Dec - 32 days

May 2027
* Moved from a month
  Season 1 - 1 May? moved - 159 days

Later
* Quarter
  Season 2 - Q1 2027 - FX
* Later
  Season 2 - Sun 5 Mar 2028 - 468 days
* Year
  Season 2 - 2028 - FX

Overdue
* Late
  Season 3 - Fri 23 Oct? - 31 days late
"""
