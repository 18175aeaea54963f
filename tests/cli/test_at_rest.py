"""One show of which nothing is to come: a card for people, one line and exit code 1 for scripts."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cards import STORY, one
from tests.conftest import Run, Write, age

SAID = (
    "premierectl: Heartstopper has ended; season 3 came out on 3 October 2024. "
    "There is no season 4: the film Heartstopper Forever ends the story\n"
)
ENDED = """\
  █████████   ███      ███   ██████      █████████   ██████
  ███▀▀▀▀▀▀   ███▄▄▄   ███   ███▀▀▀▄▄▄   ███▀▀▀▀▀▀   ███▀▀▀▄▄▄
  ███         ██████   ███   ███   ███   ███         ███   ███
  ██████      ███   ██████   ███   ███   ██████      ███   ███
  ███▀▀▀      ███   ▀▀▀███   ███   ███   ███▀▀▀      ███   ███
  ███         ███      ███   ███   ███   ███         ███   ███
  █████████   ███      ███   ██████      █████████   ██████
  ▀▀▀▀▀▀▀▀▀   ▀▀▀      ▀▀▀   ▀▀▀▀▀▀      ▀▀▀▀▀▀▀▀▀   ▀▀▀▀▀▀
"""


def lines(run: Run, write: Write, show: Any, *words: str, width: int = 80) -> list[str]:
    """The lines of the card of a show, those that say something, without the large letters."""
    write("config/shows.json", {"format": 1, "shows": [show]})
    shown = run("countdown", *(words or ("ours",)), terminal=True, COLUMNS=str(width)).out
    said = [line.strip() for line in shown.splitlines()]
    return [line for line in said if line and not set(line) <= set(" █▀▄")]


@pytest.mark.parametrize("words", [["heartstopper"], ["countdown", "heartstopper"]])
def test_on_a_terminal_it_is_a_card_and_nothing_more(run: Run, words: list[str]) -> None:
    result = run(*words, terminal=True, COLUMNS="80")
    assert result.code == 1
    assert ENDED in result.out
    assert "Season 3 came out 2 years ago, on Thursday, 3 October 2024\n" in result.out
    assert "Heartstopper has ended" not in result.err


def test_a_script_gets_its_line_and_no_card(run: Run) -> None:
    assert run("countdown", "heartstopper").err == SAID
    assert run("countdown", "heartstopper").out == ""
    templated = run("countdown", "heartstopper", "--format", "{days}", terminal=True)
    assert (templated.code, templated.out, templated.err) == (1, "", SAID)
    as_json = run("countdown", "heartstopper", "--json", terminal=True)
    assert (as_json.code, json.loads(as_json.out)["items"], as_json.err) == (1, [], SAID)


def test_it_is_told_in_sentences(run: Run, write: Write) -> None:
    told = one(
        whole={"status": "ended", "synopsis": STORY[:30], "note": "A film ends the story. Later."},
        premiere="2026-11-01",
        sources=[{"title": "Hulu Press", "checked": "2026-11-01"}],
    )
    write("config/shows.json", {"format": 1, "shows": [told]})
    run("watchlist", "add", "ours", "--note", "with Sam")
    result = run("countdown", "ours", "--plain")
    assert result.code == 1
    assert "has ended" not in result.err
    assert result.out.splitlines() == [
        "Silver Harbour: it has ended, on Hulu, followed.",
        "Season 1 came out 3 weeks ago, on Sunday, 1 November 2026.",
        "A film ends the story.",
        STORY[:30],
        "Your note: with Sam.",
        "Checked 1 November 2026, 22 days ago, Hulu Press.",
    ]


def test_it_is_told_in_sentences_without_what_is_not_known(run: Run, write: Write) -> None:
    unheard = one(whole={"status": "cancelled", "network": None})
    write("config/shows.json", {"format": 1, "shows": [unheard]})
    assert run("countdown", "ours", "--plain").out == "Silver Harbour: it was cancelled.\n"


def test_it_is_saved_and_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ended.txt"
    for terminal in (True, False):
        path.unlink(missing_ok=True)
        words = ("countdown", "heartstopper", "--save", str(path))
        result = run(*words, terminal=terminal, COLUMNS="80")
        assert (result.code, result.out) == (1, "")
        saved = "Saved" if terminal else "premierectl: saved"
        assert result.err.startswith(f"{saved} in {path}\n")
        assert result.err.endswith(SAID)
        assert "Season 3 came out 2 years ago" in path.read_text(encoding="utf-8")


def test_the_picture_is_as_large_as_that_of_any_card(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("resvg_py", reason="the extra premierectl[png] is not installed")
    path = tmp_path / "ended.png"
    run("countdown", "heartstopper", "--save", str(path))
    assert path.read_bytes()[16:24] == (1200).to_bytes(4, "big") + (630).to_bytes(4, "big")


@pytest.mark.parametrize("words", [["--within", "7d"], ["--network", "netflix"]])
def test_with_a_filter_it_is_the_line(run: Run, words: list[str]) -> None:
    result = run("countdown", "heartstopper", *words, terminal=True)
    assert (result.code, result.out, result.err) == (1, "", age() + SAID)


def test_of_the_watchlist_it_is_no_card(run: Run) -> None:
    run("watchlist", "add", "heartstopper")
    result = run("countdown", terminal=True)
    assert (result.code, result.out) == (1, "")
    assert SAID in result.err


def test_what_came_out_today_stands_large_before_that_it_has_ended(run: Run, write: Write) -> None:
    told = one(
        whole={"status": "ended"}, premiere="2026-11-23", time="09:00", timezone="Europe/London"
    )
    when = ("ours", "--now", "2026-11-23T20:00+00:00")
    assert lines(run, write, told, *when) == [
        "Silver Harbour",
        "Hulu",
        "Season 1 came out today, on Monday, 23 November 2026",
    ]


def test_where_nothing_large_fits_it_is_words(run: Run, write: Write) -> None:
    told = one(whole={"status": "cancelled"}, premiere="2024")
    assert lines(run, write, told, width=30)[2] == "Cancelled"


@pytest.mark.parametrize(
    ("show", "said"),
    [
        (one(status="cancelled"), []),
        (one(whole={"status": "running"}, status="airing"), ["Season 1 is out"]),
        (one(premiere="2026-11-22"), ["Season 1 came out yesterday, on Sunday, 22 November 2026"]),
        (one(premiere="2026-11-12"), ["Season 1 came out 11 days ago, on Thursday, 12 November 2026"]),
        (
            one(whole={"status": "ended"}, premiere="2026-09-23?"),
            ["Season 1 came out 2 months ago, on Wednesday, 23 September 2026, unconfirmed"],
        ),
        (one(whole={"status": "ended"}, premiere="2024?"), ["Season 1 came out in 2024, unconfirmed"]),
    ],
)  # fmt: skip
def test_it_says_when_it_was_last_out(run: Run, write: Write, show: Any, said: list[str]) -> None:
    assert lines(run, write, show) == ["Silver Harbour", "Hulu", *said]


@pytest.mark.parametrize(
    ("show", "words", "said"),
    [
        (one(status="cancelled", premiere="2027-03"), "ours:s1", ["Was to come in March 2027"]),
        (one(whole={"status": "ended"}), "ours:s1", ["The show has ended"]),
        (one(whole={"status": "cancelled"}), "ours:s1", []),
        (
            one(premiere="2026-11-12", status="airing"),
            "ours:s1finale",
            ["The end of season 1 is not known yet"],
        ),
        (one(premiere="2026-11-12?"), "ours:s1", ["Was expected on 12 November 2026"]),
    ],
)
def test_a_season_says_beneath_its_large_word_what_is_known(
    run: Run, write: Write, show: Any, words: str, said: list[str]
) -> None:
    assert lines(run, write, show, words)[2:] == said
