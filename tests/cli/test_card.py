"""The card of one release, as people see it."""

import re

import pytest

from tests.conftest import Process, Run, Write

STORY = (
    "Far out on the ice the keeper of the last lighthouse hears a voice that nobody has heard for "
    "thirty years. What it asks of her she cannot tell anybody, least of all her brother, who has "
    "come to close the station for good. A storm is on its way, the boat is gone, and the lamp will "
    "not go out. Then the second voice begins, and it knows her name."
)


def entry(title: str, **season: object) -> dict[str, object]:
    """A show of one season, as a catalogue has it."""
    return {"id": "ours", "title": title, "network": "Hulu", "seasons": [{"number": 1, **season}]}


PARTS = [
    {"label": "Volume 1", "date": "2026-12-01", "episodes": 4},
    {"label": "Volume 2", "date": "2026-12-25", "episodes": 4},
]
INSTANT = {"premiere": "2026-11-24", "time": "21:00", "timezone": "America/New_York"}
SOURCE = {"title": "Hulu Press", "checked": "2026-11-01"}
OURS = {
    "exact day": entry("Silver Harbour", premiere="2027-01-14", announced="2026-11-01"),
    "instant": entry("Silver Harbour", **INSTANT),
    "last minute": entry("Silver Harbour", premiere="2026-11-23", time="00:00", timezone="UTC"),
    "today": entry("Silver Harbour", premiere="2026-11-23?", sources=[SOURCE]),
    "any day": entry("Silver Harbour", premiere="2026-11?"),
    "vague": entry("Silver Harbour", premiere="2027-03", announced="2026-10-01"),
    "renewed": entry("Silver Harbour", status="renewed"),
    "no date": entry("Silver Harbour"),
    "cancelled": entry("Silver Harbour", status="cancelled"),
    "overdue": entry("Silver Harbour", premiere="2026-10"),
    "parts": entry("Silver Harbour", premiere="2026-12-01", release="parts", episodes=8, parts=PARTS),
    "long story": entry("Silver Harbour", premiere="2026-11-24", synopsis=STORY),
    "hostile": entry(
        "[red]Ha\x1b[2J:fire:", premiere="2026-11-25", name="\u202eevil", synopsis="[/b]\x07 one\ntwo",
        sources=[{"title": "x\x1b]0;y\x07", "checked": "2026-11-22"}],
    ),
    "wide": entry("深夜食堂 深夜食堂 深夜食堂 深夜食堂 深夜食堂", premiere="2026-12-24", synopsis="深夜食堂" * 60),
    "cast": entry(
        "Silver Harbour", premiere="2026-12-24",
        cast=[{"person": f"Person {n}", "new": n != 2} for n in range(1, 6)],
    ),
}  # fmt: skip


def card(run: Run, *words: str, width: int = 60) -> str:
    """The card of a show on a terminal of that width."""
    asked = words or ("ours:s1",)
    result = run("countdown", *asked, terminal=True, COLUMNS=str(width), LINES="40")
    assert result.code == 0
    return result.out


WIDTHS = {
    40: """\

 Silver Harbour
 Season 1 · Hulu

 ████████████    ████████████
 ████████████    ████████████
 ████                    ████
 ████                    ████
 ████████████    ████████████
 ████████████    ████████████
         ████    ████
         ████    ████
 ████████████    ████████████
 ████████████    ████████████  days

 Thursday, 14 January 2027

 ███████████░░░░░░░░░░░░░░░░░░░░░░░░░░░
 Announced 1 Nov 2026       14 Jan 2027
 day 22 of 74

""",
    60: """\

  Silver Harbour
  Season 1 · Hulu

  ████████████    ████████████
  ████████████    ████████████
  ████                    ████
  ████                    ████
  ████████████    ████████████
  ████████████    ████████████
          ████    ████
          ████    ████
  ████████████    ████████████
  ████████████    ████████████  days

  Thursday, 14 January 2027

  ████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
  Announced 1 Nov 2026  day 22 of 74           14 Jan 2027

""",
    80: """\

  Silver Harbour
  Season 1 · Hulu

  ████████████    ████████████
  ████████████    ████████████
  ████                    ████
  ████                    ████
  ████████████    ████████████
  ████████████    ████████████
          ████    ████
          ████    ████
  ████████████    ████████████
  ████████████    ████████████  days

  Thursday, 14 January 2027

  ██████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
  Announced 1 Nov 2026            day 22 of 74                     14 Jan 2027

""",
    120: """\

  Silver Harbour
  Season 1 · Hulu

  ████████████    ████████████
  ████████████    ████████████
  ████                    ████
  ████                    ████
  ████████████    ████████████
  ████████████    ████████████
          ████    ████
          ████    ████
  ████████████    ████████████
  ████████████    ████████████  days

  Thursday, 14 January 2027

  ██████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
  Announced 1 Nov 2026            day 22 of 74                     14 Jan 2027

""",
}
CARDS = {
    "instant": """\

  Silver Harbour
  Season 1 · Hulu

  ████████████
  ████████████
          ████
          ████
  ████████████
  ████████████
  ████
  ████
  ████████████
  ████████████  days

  Wednesday, 25 November 2026, 02:00 your time
  (Tuesday, 21:00 in New York)

""",
    "last minute": """\

  Silver Harbour
  Season 1 · Hulu

  ██████  ██  ██  ██████      ██    ██  ██████  ██      ██
  ██  ██  ██  ██    ██        ████  ██  ██  ██  ██      ██
  ██  ██  ██  ██    ██        ██  ████  ██  ██  ██  ██  ██
  ██  ██  ██  ██    ██        ██    ██  ██  ██  ████  ████
  ██████  ██████    ██        ██    ██  ██████  ██      ██

  Monday, 23 November 2026, 00:00 your time

""",
    "today": """\

  Silver Harbour
  Season 1 · Hulu

  ██████  ██████  ████      ██    ██  ██
    ██    ██  ██  ██  ██  ██  ██  ██  ██
    ██    ██  ██  ██  ██  ██████    ██
    ██    ██  ██  ██  ██  ██  ██    ██
    ██    ██████  ████    ██  ██    ██

  Monday, 23 November 2026, unconfirmed

  Checked 1 November 2026, 22 days ago · Hulu Press

""",
    "any day": """\

  Silver Harbour
  Season 1 · Hulu

    ██    ██    ██  ██  ██      ████      ██    ██  ██
  ██  ██  ████  ██  ██  ██      ██  ██  ██  ██  ██  ██
  ██████  ██  ████    ██        ██  ██  ██████    ██
  ██  ██  ██    ██    ██        ██  ██  ██  ██    ██
  ██  ██  ██    ██    ██        ████    ██  ██    ██

  Until 30 November 2026, unconfirmed

""",
    "vague": """\

  Silver Harbour
  Season 1 · Hulu

  ██████  ██████        ████    ██████  ██████
  ██  ██  ██  ██          ██        ██  ██  ██
  ██████  ██████  ████    ██    ██████  ██████
      ██  ██  ██          ██    ██      ██  ██
  ██████  ██████        ██████  ██████  ██████  days

  March 2027

  ████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒
  Announced 1 Oct 2026  day 53 of 151–181       March 2027

""",
    "cancelled": """\

  Silver Harbour
  Season 1 · Hulu

  █▀▀ ▄▀▄ █▄ █ █▀▀ █▀▀ █   █   █▀▀ █▀▄
  █   █▀█ █ ▀█ █   █▀  █   █   █▀  █ █
  ▀▀▀ ▀ ▀ ▀  ▀ ▀▀▀ ▀▀▀ ▀▀▀ ▀▀▀ ▀▀▀ ▀▀

""",
    "parts": """\

  Silver Harbour
  S1 Volume 1 · Hulu · in parts, 8 episodes

  ████████████
  ████████████
  ████    ████
  ████    ████
  ████████████
  ████████████
  ████    ████
  ████    ████
  ████████████
  ████████████  days

  Tuesday, 1 December 2026

  Then
  Volume 2  Fri 25 Dec  32 days

""",
    "long story": """\

  Silver Harbour
  Season 1 · Hulu

  ████████
  ████████
      ████
      ████
      ████
      ████
      ████
      ████
  ████████████
  ████████████  day

  Tuesday, 24 November 2026

  Far out on the ice the keeper of the last lighthouse
  hears a voice that nobody has heard for thirty years.
  What it asks of her she cannot tell anybody, least of
  all her brother, who has come to close the station for…

""",
    "hostile": """\

  [red]Ha\\x1b[2J:fire:
  Season 1 · \\u202eevil · Hulu

  ████████████
  ████████████
          ████
          ████
  ████████████
  ████████████
  ████
  ████
  ████████████
  ████████████  days

  Wednesday, 25 November 2026

  [/b]\\x07 one
  two

  Checked 22 November 2026, yesterday · x\\x1b]0;y\\x07

""",
    "wide": """\

  深夜食堂 深夜食堂 深夜食堂 深夜食堂 深夜食堂
  Season 1 · Hulu

  ████████████    ████████
  ████████████    ████████
          ████        ████
          ████        ████
      ████████        ████
      ████████        ████
          ████        ████
          ████        ████
  ████████████    ████████████
  ████████████    ████████████  days

  Thursday, 24 December 2026

  深夜食堂深夜食堂深夜食堂深夜食堂深夜食堂深夜食堂深夜食堂
  深夜食堂深夜食堂深夜食堂深夜食堂深夜食堂深夜食堂深夜食堂
  深夜食堂深夜食堂深夜食堂深夜食堂深夜食堂深夜食堂深夜食堂
  深夜食堂深夜食堂深夜食堂深夜食堂深夜食堂深夜食堂深夜食…

""",
    "cast": """\

  Silver Harbour
  Season 1 · Hulu

  ████████████    ████████
  ████████████    ████████
          ████        ████
          ████        ████
      ████████        ████
      ████████        ████
          ████        ████
          ████        ████
  ████████████    ████████████
  ████████████    ████████████  days

  Thursday, 24 December 2026

  New in the cast: Person 1, Person 3, Person 4 and 1 more

""",
}
OUT_NOW = """\

  Silver Harbour
  Season 1 · Hulu

  ██████  ██  ██  ██████      ██    ██  ██████  ██      ██
  ██  ██  ██  ██    ██        ████  ██  ██  ██  ██      ██
  ██  ██  ██  ██    ██        ██  ████  ██  ██  ██  ██  ██
  ██  ██  ██  ██    ██        ██    ██  ██  ██  ████  ████
  ██████  ██████    ██        ██    ██  ██████  ██      ██

  Wednesday, 25 November 2026, 02:00 your time
  (Tuesday, 21:00 in New York)

"""
IN_ASCII = """\

  The Pitt
  Season 3 - HBO Max

  ######  ######        ######  ######
      ##  ##  ##        ##      ##  ##
    ####  ######  ####  ######  ######
      ##      ##        ##  ##      ##
  ######  ######        ######  ######  days

  January 2027

  ##############################################.....?????
  Announced 7 Jan 2026  day 320 of 359-389    January 2027

  Checked 24 August 2026, 91 days ago

"""


@pytest.mark.parametrize("width", WIDTHS)
def test_the_number_takes_the_width_there_is(run: Run, write: Write, width: int) -> None:
    write("config/shows.json", {"format": 1, "shows": [OURS["exact day"]]})
    assert card(run, width=width) == WIDTHS[width]


@pytest.mark.parametrize("case", CARDS)
def test_a_card_says_what_is_known(run: Run, write: Write, case: str) -> None:
    write("config/shows.json", {"format": 1, "shows": [OURS[case]]})
    assert card(run) == CARDS[case]


@pytest.mark.parametrize("case", OURS)
@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(run: Run, write: Write, case: str, width: int) -> None:
    from rich.cells import cell_len

    write("config/shows.json", {"format": 1, "shows": [OURS[case]]})
    assert max(map(cell_len, card(run, width=width).splitlines())) <= width


@pytest.mark.parametrize(
    ("now", "drawn"),
    [
        ("2026-11-24T23:30+00:00", ["2  30", "hours  minutes"]),
        ("2026-11-25T01:00+00:00", ["1", "hour"]),
        ("2026-11-25T01:41+00:00", ["19", "minutes"]),
        ("2026-11-25T01:59:18+00:00", ["42", "seconds"]),
    ],
)
def test_near_an_instant_it_counts_in_the_units_that_are_left(
    run: Run, write: Write, now: str, drawn: list[str]
) -> None:
    write("config/shows.json", {"format": 1, "shows": [OURS["instant"]]})
    shown = card(run, "ours", "--now", now)
    assert re.sub(" +", "  ", drawn[1]) in re.sub(" +", "  ", shown)


def test_out_now_stands_large_on_the_day_itself(run: Run, write: Write) -> None:
    write("config/shows.json", {"format": 1, "shows": [OURS["instant"]]})
    assert card(run, "ours:s1", "--now", "2026-11-25T02:00+00:00") == OUT_NOW


def test_in_ascii_it_is_drawn_with_number_signs(process: Process) -> None:
    done = process(
        "countdown",
        "pitt",
        "--color",
        "always",
        PYTHONIOENCODING="ascii",
        COLUMNS="60",
        NO_COLOR="1",
    )
    assert re.sub("\x1b\\[[0-9;]*m", "", done.stdout.decode()) == IN_ASCII


def test_the_note_and_the_tags_stand_on_it(run: Run, write: Write) -> None:
    write("config/shows.json", {"format": 1, "shows": [OURS["renewed"]]})
    run("watchlist", "add", "ours", "--note", "with Sam", "--tag", "drama", "--tag", "sunday")
    lines = card(run, "ours").splitlines()
    assert lines[-3:] == ["  Your note: with Sam", "  Your tags: drama, sunday", ""]
