"""The card of a show on an ordinary terminal: exact screens by what is known of it."""

import pytest
from rich.cells import cell_len

from premierectl.countdown import countdown
from premierectl.render import screen
from premierectl.upcoming.one_show import up_close
from tests import cards
from tests.conftest import Run, Write
from tests.make import moment, release, row


@pytest.mark.parametrize("name", cards.CASES)
def test_the_card_is_drawn_so(run: Run, write: Write, name: str) -> None:
    case = cards.CASES[name]
    write("config/shows.json", {"format": 1, "shows": [case.show]})
    shown = [
        run(
            "countdown",
            *case.words.split(),
            terminal=True,
            COLUMNS=str(width),
            LINES=str(cards.HEIGHT),
        )
        for width in cards.WIDTHS
    ]
    assert {result.code for result in shown} == {case.code}
    assert "\f\n".join(result.out for result in shown) == cards.path(name).read_text("utf-8")


@pytest.mark.parametrize("name", cards.CASES)
def test_it_fits_the_terminal_with_a_line_for_the_prompt(name: str) -> None:
    for width, card in zip(cards.WIDTHS, _kept(name), strict=True):
        assert len(card.splitlines()) < cards.HEIGHT
        assert max(map(cell_len, card.splitlines())) <= width


def test_on_request_a_card_is_whole_however_tall(run: Run, write: Write) -> None:
    write("config/shows.json", {"format": 1, "shows": [cards.CASES["far ahead"].show]})
    shown = [
        run("countdown", "ours", *words, terminal=True, COLUMNS="80", LINES="24").out
        for words in ([], ["--full"])
    ]
    assert ["more with --full" in each for each in shown] == [True, False]
    assert "  S1 E4  Wed 5 May 2027   163 days\n" in shown[1]
    assert (
        "  good. A storm is on its way, the boat is gone, and the lamp will not go…\n" in shown[1]
    )


@pytest.mark.parametrize(
    ("height", "answer"), [(3, "  In 35–65 days (January 2027)\n"), (8, "▀▀█ █▀▀    █▀▀ █▀▀")]
)
def test_the_answer_stands_on_the_lowest_terminal(run: Run, height: int, answer: str) -> None:
    now = ("--now", "2026-11-27")
    card = run("countdown", "pitt", *now, terminal=True, COLUMNS="60", LINES=str(height)).out
    assert answer in card
    assert "The Pitt" in card
    assert "more with --full" in card


TICKING = {
    40: """\

 Aurora
 Season 1

 ▀█   █▀█ ▀▀█  █ █ █ █  █▀▀ ▀█
  █   █ █  ▀█  ▀▀█ ▀▀█  ▀▀█  █
 ▀▀▀  ▀▀▀ ▀▀▀    ▀   ▀  ▀▀▀ ▀▀▀
 day  hours    minutes  seconds

 Wednesday, 25 November 2026,
 02:00 your time
 (Tuesday, 21:00 in New York)

""",
    80: """\

  Aurora
  Season 1

  ████      ██████  ██████    ██  ██  ██  ██    ██████  ████
    ██      ██  ██      ██    ██  ██  ██  ██    ██        ██
    ██      ██  ██    ████    ██████  ██████    ██████    ██
    ██      ██  ██      ██        ██      ██        ██    ██
  ██████    ██████  ██████        ██      ██    ██████  ██████
  day       hours             minutes           seconds

  Wednesday, 25 November 2026, 02:00 your time (Tuesday, 21:00 in New York)

""",
    120: """\

  Aurora
  Season 1

  ██████         █████████   █████████      ███   ███   ███   ███      █████████   ██████
  ▀▀▀███         ███▀▀▀███   ▀▀▀▀▀▀███      ███   ███   ███   ███      ███▀▀▀▀▀▀   ▀▀▀███
     ███         ███   ███         ███      ███   ███   ███   ███      ███            ███
     ███         ███   ███      ██████      █████████   █████████      █████████      ███
     ███         ███   ███      ▀▀▀███      ▀▀▀▀▀▀███   ▀▀▀▀▀▀███      ▀▀▀▀▀▀███      ███
     ███         ███   ███         ███            ███         ███            ███      ███
  █████████      █████████   █████████            ███         ███      █████████   █████████
  ▀▀▀▀▀▀▀▀▀      ▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀            ▀▀▀         ▀▀▀      ▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀▀▀▀
  day            hours                      minutes                    seconds

  Wednesday, 25 November 2026, 02:00 your time (Tuesday, 21:00 in New York)

""",
}


@pytest.mark.parametrize("width", cards.WIDTHS)
def test_while_it_ticks_hours_minutes_and_seconds_have_their_names(width: int) -> None:
    known = {"time": "21:00", "timezone": "America/New_York"}
    item = countdown(release("2026-11-24", **known), moment("2026-11-23T22:15:09+00:00"))
    look = screen.Look(width=width, moment=item.moment, height=23, ticking=True, keeps_height=True)
    drawn = screen.lines(up_close(row(item), []), look, color=False)
    assert "".join(f"{line}\n" for line in drawn) == TICKING[width]


def test_no_file_is_left_of_a_case_that_is_gone() -> None:
    kept = {path.name for path in cards.FOLDER.iterdir()}
    assert kept == {cards.path(name).name for name in cards.CASES}


def _kept(name: str) -> list[str]:
    return cards.path(name).read_text(encoding="utf-8").split("\f\n")
