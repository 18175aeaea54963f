"""``calendar``: the grid, the list, what stands beneath, and what scripts get."""

import json
import re
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len

from premierectl.render.documents import output_schema
from tests.cli.test_hostile import ATTACKS, unseen
from tests.conftest import Run, Terminal, Write

HINT = "This is the whole catalogue; follow a show with: premierectl watchlist add SHOW\n"
GRID_60 = """\
December 2026
┌───────┬───────┬───────┬───────┬───────┬───────┬───────┐
│Mon    │Tue    │Wed    │Thu    │Fri    │Sat    │Sun    │
├───────┼───────┼───────┼───────┼───────┼───────┼───────┤
│       │1      │2      │3      │4      │5      │6      │
├───────┼───────┼───────┼───────┼───────┼───────┼───────┤
│7      │8      │9      │[10]   │11     │12     │13     │
│       │● Only…│       │       │       │       │       │
├───────┼───────┼───────┼───────┼───────┼───────┼───────┤
│14     │15     │16     │17     │18     │19     │20     │
│       │· Only…│       │       │       │       │       │
├───────┼───────┼───────┼───────┼───────┼───────┼───────┤
│21     │22     │23     │24     │25     │26     │27     │
│       │· Only…│       │       │● Doc…?│       │       │
├───────┼───────┼───────┼───────┼───────┼───────┼───────┤
│28     │29     │30     │31     │       │       │       │
│       │· Only…│       │       │       │       │       │
└───────┴───────┴───────┴───────┴───────┴───────┴───────┘

? unconfirmed
"""
GRID_80 = """\
December 2026
┌──────────┬──────────┬──────────┬──────────┬──────────┬──────────┬──────────┐
│Mon       │Tue       │Wed       │Thu       │Fri       │Sat       │Sun       │
├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
│          │1         │2         │3         │4         │5         │6         │
├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
│7         │8         │9         │[10]      │11        │12        │13        │
│          │● Only Mu…│          │          │          │          │          │
├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
│14        │15        │16        │17        │18        │19        │20        │
│          │· Only Mu…│          │          │          │          │          │
├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
│21        │22        │23        │24        │25        │26        │27        │
│          │· Only Mu…│          │          │● Doctor…?│          │          │
├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
│28        │29        │30        │31        │          │          │          │
│          │· Only Mu…│          │          │          │          │          │
└──────────┴──────────┴──────────┴──────────┴──────────┴──────────┴──────────┘

? unconfirmed
"""
GRID_120 = """\
December 2026
┌────────────────┬────────────────┬────────────────┬────────────────┬────────────────┬────────────────┬────────────────┐
│Mon             │Tue             │Wed             │Thu             │Fri             │Sat             │Sun             │
├────────────────┼────────────────┼────────────────┼────────────────┼────────────────┼────────────────┼────────────────┤
│                │1               │2               │3               │4               │5               │6               │
├────────────────┼────────────────┼────────────────┼────────────────┼────────────────┼────────────────┼────────────────┤
│7               │8               │9               │[10]            │11              │12              │13              │
│                │● Only Murders… │                │                │                │                │                │
├────────────────┼────────────────┼────────────────┼────────────────┼────────────────┼────────────────┼────────────────┤
│14              │15              │16              │17              │18              │19              │20              │
│                │· Only Murders… │                │                │                │                │                │
├────────────────┼────────────────┼────────────────┼────────────────┼────────────────┼────────────────┼────────────────┤
│21              │22              │23              │24              │25              │26              │27              │
│                │· Only Murders… │                │                │● Doctor Who?   │                │                │
├────────────────┼────────────────┼────────────────┼────────────────┼────────────────┼────────────────┼────────────────┤
│28              │29              │30              │31              │                │                │                │
│                │· Only Murders… │                │                │                │                │                │
└────────────────┴────────────────┴────────────────┴────────────────┴────────────────┴────────────────┴────────────────┘

? unconfirmed
"""
LIST = """\
December 2026
Tue 8 Dec, today
● Only Murders in the Building season 6
Tue 15 Dec
· Only Murders in the Building S6 E2
Tue 22 Dec
· Only Murders in the Building S6 E3
Fri 25 Dec
● Doctor Who Christmas special
  (unconfirmed)
Tue 29 Dec
· Only Murders in the Building S6 E4
"""
CROWDED_80 = """\
December 2026
┌──────────┬──────────┬──────────┬──────────┬──────────┬──────────┬──────────┐
│Mon       │Tue       │Wed       │Thu       │Fri       │Sat       │Sun       │
├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
│          │1         │2         │[3]       │4         │5         │6         │
│          │          │          │          │● Show nu…│● 日本沈…?│          │
│          │          │          │          │● Show nu…│          │          │
│          │          │          │          │● Show nu…│          │          │
│          │          │          │          │+4 more   │          │          │
├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
│7         │8         │9         │10        │11        │12        │13        │
│          │          │          │          │· Show nu…│          │          │
│          │          │          │          │· Show nu…│          │          │
│          │          │          │          │· Show nu…│          │          │
│          │          │          │          │+3 more   │          │          │
├──────────┴──────────┴──────────┴──────────┴──────────┴──────────┴──────────┤
│14–31: nothing                                                              │
└────────────────────────────────────────────────────────────────────────────┘

? unconfirmed · --agenda lists every release
"""
FOLDED_80 = """\
February 2027
┌──────────┬──────────┬──────────┬──────────┬──────────┬──────────┬──────────┐
│Mon       │Tue       │Wed       │Thu       │Fri       │Sat       │Sun       │
├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
│1         │2         │3         │4         │5         │6         │7         │
│          │· Only Mu…│          │          │          │          │          │
├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
│8         │9         │10        │11        │12        │13        │14        │
│          │· Only Mu…│          │          │          │          │          │
├──────────┴──────────┴──────────┴──────────┴──────────┴──────────┴──────────┤
│15–28: nothing                                                              │
└────────────────────────────────────────────────────────────────────────────┘
"""
GRID_CELLS = {
    "80": ["● Aurora", "● Aurora", "● Aurora"],
    "100": ["● Aurora", "● Aurora", "● Aurora"],
    "120": ["● Aurora", "● Aurora 09:30", "● Aurora 21:00"],
    "140": ["● Aurora Season 3", "● Aurora Season 2", "● Aurora Season 1"],
}
LINES = """\
Only Murders in the Building	season 6	2026-12-08	15	Hulu	yes	
Only Murders in the Building	S6 E2	2026-12-15	22	Hulu	yes	
Only Murders in the Building	S6 E3	2026-12-22	29	Hulu	yes	
Doctor Who	Christmas special	2026-12-25?	32	BBC One	yes	
Only Murders in the Building	S6 E4	2026-12-29	36	Hulu	yes	
"""


def catalogue(*seasons: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A catalogue file with the show Aurora."""
    numbered = [{"number": number, **season} for number, season in enumerate(seasons, 1)]
    show = {"id": "aurora", "title": "Aurora", "network": "Sky", **fields, "seasons": numbered}
    return {"format": 1, "shows": [show]}


def follow(run: Run, write: Write, *seasons: dict[str, Any], **fields: Any) -> None:
    """Write the show Aurora to the own catalogue and follow it."""
    write("config/shows.json", catalogue(*seasons, **fields))
    assert run("watchlist", "add", "aurora").code == 0


def follow_a_crowd(run: Run, write: Write) -> None:
    """Follow six shows that begin and end on one day each, one of a wide title, and remember a day."""
    shows = [
        {
            "id": f"show-{each}",
            "title": f"Show number {each}",
            "seasons": [
                {
                    "number": 1,
                    "premiere": "2026-12-04",
                    "release": "weekly",
                    "episodes": 2,
                    "time": f"{20 - each}:00",
                    "timezone": "UTC",
                }
            ],
        }
        for each in range(6)
    ]
    wide = {"id": "wide", "title": "日本沈没2020 進撃の巨人"}
    shows.append({**wide, "seasons": [{"number": 1, "premiere": "2026-12-05?"}]})
    write("config/shows.json", {"format": 1, "shows": shows})
    run("watchlist", "add", *[f"show-{each}" for each in range(6)], "wide")
    run("watchlist", "remind", "Buy popcorn", "2026-12-04")


def drawn(run: Run, *words: str, **variables: str) -> list[str]:
    """The lines of the calendar on a terminal."""
    return run("calendar", *words, terminal=True, env=variables).out.splitlines()


def grids(lines: list[str]) -> list[str]:
    return [line for line in lines if line and line[0] in "┌│├└+|"]


def follow_two(run: Run) -> None:
    run("watchlist", "add", "only-murders", "doctor-who")


@pytest.mark.parametrize(("width", "grid"), [("60", GRID_60), ("80", GRID_80), ("120", GRID_120)])
def test_on_a_terminal_a_month_is_a_grid(run: Run, width: str, grid: str) -> None:
    follow_two(run)
    result = run("calendar", "--now", "2026-12-10", terminal=True, COLUMNS=width)
    assert (result.code, result.out, result.err) == (0, grid, "")


def test_a_day_shows_four_lines_and_counts_the_rest(run: Run, write: Write) -> None:
    follow_a_crowd(run, write)
    result = run(
        "calendar", "--now", "2026-12-03", "--timezone", "UTC", terminal=True, COLUMNS="80"
    )
    assert result.out == CROWDED_80


def test_where_no_more_fits_the_rest_is_a_number(run: Run, write: Write) -> None:
    shows = [
        {
            "id": f"s{each}",
            "title": f"T{each}",
            "seasons": [{"number": 1, "premiere": "2026-12-04"}],
        }
        for each in range(13)
    ]
    write("config/shows.json", {"format": 1, "shows": shows})
    lines = drawn(run, "dec", "--all", COLUMNS="60")
    assert [line.split("│")[5].rstrip() for line in lines[5:9]] == [
        "● T0", "● T1", "● T10", "+10",
    ]  # fmt: skip


def test_premieres_are_the_last_to_give_way_on_a_crowded_day(run: Run, write: Write) -> None:
    shows = [
        {
            "id": f"s{each}",
            "title": f"Show {each}",
            "seasons": [{"number": 1, "premiere": day, "release": "weekly", "episodes": 3}],
        }
        for each, day in enumerate(["2026-12-01"] * 5 + ["2026-12-08"])
    ]
    write("config/shows.json", {"format": 1, "shows": shows})
    run("watchlist", "add", *[f"s{each}" for each in range(6)])
    lines = drawn(run, "dec", COLUMNS="80")
    assert [line.split("│")[2].strip() for line in lines if line.startswith("│")][6:11] == [
        "8", "● Show 5", "· Show 0", "· Show 1", "+3 more",
    ]  # fmt: skip


def test_weeks_of_nothing_are_one_line_where_the_terminal_is_narrower(run: Run) -> None:
    words = ["2027-02", "--network", "hulu", "--all"]
    assert "\n".join(drawn(run, *words, COLUMNS="80")) + "\n" == FOLDED_80
    assert "15–28" in "\n".join(drawn(run, *words, COLUMNS="99"))
    assert "nothing" not in "\n".join(drawn(run, *words, COLUMNS="100"))


def test_a_week_of_nothing_is_drawn_where_it_is_this_one_or_stands_alone(run: Run) -> None:
    lines = drawn(run, "2027-02", "--network", "hulu", "--all", "--now", "2027-02-17", COLUMNS="80")
    assert not any("nothing" in line for line in lines)
    assert any("[17]" in line for line in lines)


def test_at_40_columns_it_is_a_list_of_days(run: Run) -> None:
    follow_two(run)
    result = run("calendar", "--now", "2026-12-08", terminal=True, COLUMNS="40")
    assert (result.code, result.out, result.err) == (0, LIST, "")


def test_into_a_pipe_each_release_is_a_line(run: Run) -> None:
    follow_two(run)
    result = run("calendar", "2026-12")
    assert (result.code, result.out, result.err) == (0, LINES, "")


@pytest.mark.parametrize(
    ("width", "grid"), [("59", 0), ("60", 57), ("80", 78), ("141", 141 - 7), ("300", 141 - 7)]
)
def test_the_grid_is_as_wide_as_fits_seven_equal_columns(run: Run, width: str, grid: int) -> None:
    lines = grids(drawn(run, "2026-12", "--all", COLUMNS=width))
    assert {cell_len(line) for line in lines} == ({grid} if grid else set())


@pytest.mark.parametrize(
    ("day", "names", "first"),
    [
        ("monday", "Mon Tue Wed Thu Fri Sat Sun", " 1 2 3 4 5 6"),
        ("sunday", "Sun Mon Tue Wed Thu Fri Sat", "  1 2 3 4 5"),
        ("Tuesday", "Tue Wed Thu Fri Sat Sun Mon", "1 2 3 4 5 6 7"),
    ],
)
def test_a_week_begins_on_the_day_that_is_asked_for(
    run: Run, day: str, names: str, first: str
) -> None:
    lines = drawn(run, "2026-12", "--all", "--week-start", day)
    cells = [[cell.strip() for cell in lines[row].strip("│").split("│")] for row in (2, 4)]
    assert [" ".join(row).rstrip() for row in cells] == [names, first]


def test_today_is_marked_with_and_without_colour(run: Run) -> None:
    words = ["calendar", "--all", "--now", "2026-12-10"]
    assert "\x1b[1;7m[10]\x1b[0m" in run(*words, "--color", "always").out
    assert not any("[" in line for line in drawn(run, "2027-01", "--all"))


def test_premieres_are_bold_and_of_episodes_only_the_sign_within_a_week(run: Run) -> None:
    shown = run("calendar", "--all", "--now", "2026-12-09", "--color", "always").out
    bold = [words.strip() for words in re.findall(r"\x1b\[1m([^\x1b]*)\x1b", shown)]
    assert bold == [
        "December 2026", "Only Murde…", "●", "Ghosts (US)", "·", "Emily in…?", "Doctor Who?",
        "Harry Pott…", "No exact day yet",
    ]  # fmt: skip


def test_several_months_stand_one_beneath_the_other(run: Run) -> None:
    run("watchlist", "add", "only-murders", "pitt")
    lines = drawn(run, "dec", "--months", "2", COLUMNS="80")
    assert [line for line in lines if line.endswith(("2026", "2027"))] == [
        "December 2026",
        "January 2027",
        "  The Pitt season 3: January 2027",
    ]
    assert lines[lines.index("January 2027") - 1] == ""


def test_wide_titles_keep_the_grid_straight(run: Run, write: Write) -> None:
    title = "日本沈没2020 – 進撃の巨人完結編 👩\ufe0f🇯🇵 Ａé한국드라마 x"
    follow(run, write, {"premiere": "2026-12-01", "release": "weekly", "episodes": 5}, title=title)
    for width in range(60, 142):
        lines = grids(drawn(run, "dec", COLUMNS=str(width)))
        assert len({cell_len(line) for line in lines}) == 1, width
        assert all("…" in line for line in lines if "日本" in line)
    assert "● 日本沈没2020 –…" in "\n".join(lines)


def test_where_stdout_has_ascii_alone_the_grid_is_straight_too(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(run, write, {"premiere": "2026-12-01"}, title="日本 … Élan")
    monkeypatch.setattr(Terminal, "encoding", "ascii")
    lines = grids(drawn(run, "dec"))
    assert lines[0] == f"+{'+'.join(['-' * 13] * 7)}+"
    assert len({len(line) for line in lines}) == 1
    assert "|* \\u65e5\\u...|" in "\n".join(lines)


def test_what_is_known_only_vaguely_stands_beneath(run: Run, write: Write) -> None:
    follow(
        run,
        write,
        {"premiere": "2026-11"},
        {"premiere": "2026-12?"},
        {"premiere": "winter 2027"},
        {"premiere": "2027"},
        {"premiere": "2026-12", "status": "cancelled"},
        {},
    )
    beneath = {
        "2026-11": ["Aurora season 1: was expected in November 2026"],
        "2026-12": ["Aurora season 2: December 2026 (unconfirmed)"],
        "2027-02": ["Aurora season 3: winter 2027", "Aurora season 4: 2027"],
        "2027-12": ["Aurora season 4: 2027"],
    }
    for width in ("40", "100"):
        for month, listed in beneath.items():
            lines = drawn(run, month, "--now", "2026-12-10", COLUMNS=width)
            vague = lines[lines.index("No exact day yet") :]
            assert " ".join(" ".join(vague).split()) == f"No exact day yet {' '.join(listed)}"


def test_a_month_without_a_release_is_one_line(run: Run) -> None:
    for width in ("40", "80"):
        words = ["2026-11", "--months", "2", "--all", "--network", "hulu"]
        assert drawn(run, *words, COLUMNS=width)[:3] == [
            "Nothing in November 2026",
            "",
            "December 2026",
        ]


@pytest.mark.parametrize(
    ("zone", "day", "clock"),
    [
        ("Pacific/Auckland", "26", "14:00"),
        ("Europe/Berlin", "26", "02:00"),
        ("Pacific/Honolulu", "25", "15:00"),
    ],
)
def test_an_instant_is_on_the_day_of_the_viewers_zone(
    run: Run, zone: str, day: str, clock: str
) -> None:
    run("watchlist", "add", "stranger-things")
    view = ["--timezone", zone, "--now", "2025-12-20"]
    line = run("calendar", *view).out.splitlines()[0]
    assert (
        line
        == f"Stranger Things\tS5 Volume 2\t2025-12-{day}\t{int(day) - 20}\tNetflix\tyes\t{clock}"
    )
    lines = drawn(run, *view, COLUMNS="40")
    weekday = {"25": "Thu", "26": "Fri"}[day]
    at = lines.index(f"{weekday} {day} Dec")
    assert lines[at + 1] == f"● {clock} Stranger Things S5 Volume 2"
    assert f"│● {'Stranger Things':16}│" in "\n".join(drawn(run, *view, COLUMNS="140"))


def test_the_last_evening_of_a_month_is_elsewhere_in_the_next(run: Run) -> None:
    view = ["--all", "--network", "netflix", "--now", "2025-12-20"]
    assert "S5 Finale" in run("calendar", "2026-01", *view, "--timezone", "Europe/Berlin").out
    assert "S5 Finale" in run("calendar", "2025-12", *view, "--timezone", "America/New_York").out


def test_on_a_day_the_releases_stand_in_the_order_of_their_times(run: Run, write: Write) -> None:
    at = {"premiere": "2026-12-01", "timezone": "Europe/London"}
    follow(run, write, {**at, "time": "21:00"}, {**at, "time": "09:30"}, {"premiere": "2026-12-01"})
    assert drawn(run, "dec", COLUMNS="40") == [
        "December 2026",
        "Tue 1 Dec",
        "● Aurora season 3",
        "● 09:30 Aurora season 2",
        "● 21:00 Aurora season 1",
    ]
    for width, cells in GRID_CELLS.items():
        lines = drawn(run, "dec", COLUMNS=width)
        assert [line.split("│")[2].rstrip() for line in lines[4:8]] == ["1", *cells]


def test_filters_choose_the_releases(run: Run) -> None:
    def found(*words: str) -> list[str]:
        lines = run("calendar", "2026-12", "--all", *words).out.splitlines()
        return ["/".join(line.split("\t")[:2]) for line in lines]

    season = "Only Murders in the Building/season 6"
    special = "Doctor Who/Christmas special"
    assert found("--premieres", "--network", "hulu") == [season]
    assert found("--network", "bbc ONE") == [special]
    assert found("--genre", "Western") == []


def test_a_part_counts_as_a_premiere(run: Run) -> None:
    run("watchlist", "add", "stranger-things")
    shown = run("calendar", "2025-12", "--premieres").out
    assert [line.split("\t")[1] for line in shown.splitlines()] == ["S5 Volume 2"]


def test_a_genre_is_that_of_the_show(run: Run, write: Write) -> None:
    follow(run, write, {"premiere": "2026-12-01"}, genres=["Mystery"])
    assert run("calendar", "dec", "--genre", "mystery").code == 0
    assert run("calendar", "dec", "--genre", "drama").code == 1


def test_it_is_the_watchlists_calendar(run: Run) -> None:
    run("watchlist", "add", "doctor-who")
    result = run("calendar", "dec")
    assert result.out == "Doctor Who\tChristmas special\t2026-12-25?\t32\tBBC One\tyes\t\n"
    assert result.err == ""
    assert "Only Murders in the Building\tseason 6" in run("calendar", "dec", "--all").out


def test_while_the_watchlist_is_empty_a_terminal_shows_the_whole_catalogue_with_a_hint(
    run: Run,
) -> None:
    result = run("calendar", "dec", terminal=True)
    assert (result.code, result.err) == (0, HINT)
    assert result.out == run("calendar", "dec", "--all", terminal=True).out


@pytest.mark.parametrize("words", [(), ("--json",), ("--format", "{title}")])
def test_a_script_with_an_empty_watchlist_gets_no_month(run: Run, words: tuple[str, ...]) -> None:
    result = run("calendar", "dec", *words)
    assert (result.code, result.out, result.err) == (
        1,
        "",
        "premierectl: the watchlist is empty; follow a show with: premierectl watchlist add SHOW, "
        "or ask the whole catalogue with --all\n",
    )


def test_what_is_cancelled_is_left_out_and_what_is_late_has_its_day(run: Run, write: Write) -> None:
    follow(
        run,
        write,
        {"premiere": "2026-12-01", "status": "cancelled"},
        {"premiere": "2026-12-02?"},
        {"premiere": "2026-12-03"},
    )
    result = run("calendar", "--now", "2026-12-20")
    assert [line.split("\t")[2] for line in result.out.splitlines()] == [
        "2026-12-02?",
        "2026-12-03",
    ]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (
            ["2026-11", "--network", "hulu"],
            "nothing in November 2026; "
            "next is Only Murders in the Building season 6, 8 December 2026",
        ),
        (
            ["2030-12", "--months", "3", "--network", "bbc one"],
            "nothing from December 2030 to February 2031; "
            "next is Doctor Who Christmas special, 25 December 2026 (unconfirmed)",
        ),
        (["2030-12", "--network", "hbo max"], "nothing in December 2030; next is The Pitt season 3, January 2027"),
        (["2030-12", "--network", "mgm"], "nothing in December 2030"),
    ],
)  # fmt: skip
def test_where_nothing_comes_out_it_is_said(run: Run, words: list[str], error: str) -> None:
    said = f"premierectl: {error}\n"
    result = run("calendar", *words, "--all")
    assert (result.code, result.out, result.err) == (1, "", said)
    result = run("calendar", *words, "--all", terminal=True, COLUMNS="40")
    assert (result.code, result.out, result.err) == (1, "", said)


def test_what_is_known_only_vaguely_is_something(run: Run) -> None:
    result = run("calendar", "jan", "--all", "--network", "hbo max", terminal=True)
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "Nothing has an exact day in January 2027\n\n"
        "No exact day yet\n  The Pitt season 3: January 2027\n"
    )


@pytest.mark.parametrize("words", [["decem"], ["2026-13"], ["0000-01"], ["12"]])
def test_a_month_that_is_none_is_refused_with_the_accepted_forms(
    run: Run, words: list[str]
) -> None:
    result = run("calendar", *words)
    assert (result.code, result.out) == (2, "")
    assert (
        result.err == f"premierectl: {words[0]!r} is not a month or week; "
        "write 2026-12, december, 2026-W50, week or today\n"
    )


@pytest.mark.parametrize(
    "words", [["--months", "0"], ["--months", "25"], ["--week-start", "mon"], ["9999-12", "--months", "2"]]
)  # fmt: skip
def test_other_wrong_words_are_refused(run: Run, words: list[str]) -> None:
    result = run("calendar", *words)
    assert (result.code, result.out) == (2, "")


@pytest.mark.parametrize("month", ["0001-01", "9999-12"])
@pytest.mark.parametrize("day", ["sunday", "monday", "wednesday"])
def test_the_ends_of_the_calendar_are_months_too(
    run: Run, write: Write, month: str, day: str
) -> None:
    follow(run, write, {"premiere": "0001-01-01"}, {"premiere": "9999-12-31"}, {"premiere": month})
    for width in ("40", "100"):
        lines = drawn(run, month, "--week-start", day, COLUMNS=width)
        vague = lines.index("No exact day yet")
        assert sum("Aurora" in line for line in lines[:vague]) == 1
        assert lines[vague + 1].startswith("  Aurora season 3: ")


def test_the_last_month_may_be_now(run: Run, write: Write) -> None:
    follow(run, write, {"premiere": "9999-12-31"})
    result = run("calendar", "--now", "9999-12-10", terminal=True)
    assert (result.code, "[10]" in result.out) == (0, True)


def test_scripts_get_the_items_of_the_countdown(run: Run) -> None:
    run("watchlist", "add", "pitt", "only-murders")
    document = json.loads(run("calendar", "dec", "--months", "2", "--json").out)
    jsonschema.validate(document, output_schema())
    assert document["command"] == "calendar"
    assert [(item["id"], item["date"]) for item in document["items"]][-2:] == [
        ("only-murders-in-the-building:s6e8", "2027-01-26"),
        ("the-pitt:s3", "2027-01"),
    ]


def test_nothing_is_a_document_without_items(run: Run) -> None:
    result = run("calendar", "2026-11", "--all", "--network", "hulu", "--json")
    document = json.loads(result.out)
    assert (result.code, document["command"], document["items"]) == (1, "calendar", [])


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_text_is_shown_as_text(run: Run, write: Write, attack: str) -> None:
    text = ATTACKS[attack]
    parts = [{"label": f"p {text}", "date": "2026-12-02"}, {"label": text, "date": "2026-12"}]
    write("config/shows.json", catalogue({"parts": parts}, title=f"T {text}", network=text))
    for width in ("40", "60", "100"):
        for words in ([], ["--color", "always"]):
            result = run("calendar", "dec", *words, "--all", COLUMNS=width)
            assert (result.code, unseen(result.out)) == (0, set())
        lines = grids(drawn(run, "dec", "--all", COLUMNS=width))
        assert len({cell_len(line) for line in lines}) == (width != "40")


def test_markup_is_text(run: Run, write: Write) -> None:
    follow(run, write, {"premiere": "2026-12-02"}, title="[red]x[/] [/]")
    assert "[red]x[/] [/]" in run("calendar", "dec", terminal=True, COLUMNS="140").out
