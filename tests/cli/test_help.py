"""The help: every page at two widths, every example, and what is done without a command."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from premierectl.cli.help_examples import EXAMPLES
from premierectl.cli.help_page import GROUPS
from tests import help_pages
from tests.conftest import Process, Run, Write
from tests.tvmaze_service import tvmaze_state

COMMANDS = help_pages.commands()
LINES = [each.line for examples in EXAMPLES.values() for each in examples]


@pytest.mark.parametrize("words", COMMANDS)
def test_a_page_is_what_is_kept_of_it(run: Run, words: str) -> None:
    """``make help-pages`` writes them anew."""
    pages = [run(*words.split(), "--help", COLUMNS=str(width)).out for width in help_pages.WIDTHS]
    assert help_pages.path(words).read_text(encoding="utf-8") == "\f\n".join(pages)


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal_or_than_reads_well(
    run: Run, words: str, width: int
) -> None:
    lines = run(*words.split(), "--help", COLUMNS=str(width)).out.splitlines()
    known = set(shlex.split(" ".join(LINES)))
    long = [line for line in lines if len(line) > min(width, 100)]
    # A word that is longer than the line stands on a line of its own.
    assert [line for line in long if line.strip() not in known] == []


def test_nothing_that_is_kept_is_of_no_command() -> None:
    kept = {path.name for path in help_pages.FOLDER.iterdir()}
    assert kept == {help_pages.path(words).name for words in COMMANDS}


@pytest.mark.parametrize("words", COMMANDS)
def test_a_page_has_a_sentence_an_example_and_the_common_options_last(run: Run, words: str) -> None:
    page = run(*words.split(), "--help").out
    sentence = page.split("\n\n")[1]
    assert re.match("[A-Z][a-z]+ ", sentence)
    assert sentence.rstrip().endswith(".")
    assert "\nExamples:\n" in page
    assert page.index("\nExamples:\n") < page.index("\nCommon options:\n")
    assert "  -h, --help" in page.partition("\nCommon options:\n")[2]
    assert "..." not in page.replace("...]", "").replace("]...", "").replace("SHOW...", "").replace("FILE...", "").replace("TITLE...", "").replace("TEXT...", "")  # fmt: skip


def test_each_command_stands_in_one_group() -> None:
    listed = [name for names in GROUPS.values() for name in names]
    assert sorted(listed) == sorted(words for words in COMMANDS if words and " " not in words)


def test_a_terminal_gets_bold_headings_and_a_pipe_none(run: Run) -> None:
    assert "\x1b[1mExamples:\x1b[0m\n" in run("next", "--help", terminal=True, TERM="xterm").out
    assert "\x1b" not in run("next", "--help").out
    assert "\x1b" not in run("next", "--help", terminal=True, TERM="xterm", NO_COLOR="1").out


_OWN = ("catalogue", "add", "Night Harbour", "--season", "2")
_BEFORE: dict[str, list[tuple[str, ...]]] = {
    "undo": [("add", "andor")],
    "redo": [("add", "andor"), ("undo",)],
    "remove slow": [("add", "slow-horses:s7")],
    "catalogue undo": [_OWN],
    "catalogue redo": [_OWN, ("catalogue", "undo")],
    "notify": [("watchlist", "remind", "Rewatch Silo", "tomorrow")],
    "watchlist unmute": [("watchlist", "mute", "silo")],
    "watchlist untag": [("watchlist", "tag", "pitt", "family")],
}


@pytest.fixture
def files(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the examples speak of: a list, its copy, an export."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "followed.csv").write_text("title\nHeartstopper\n")
    shows: list[Any] = [
        {"id": "the-pitt"},
        {"id": "silo", "tags": ["family"]},
        {"id": "heartstopper"},
    ]
    write("data/watchlist.json", {"format": 1, "shows": shows})
    (folder / "copy.json").write_text('{"format": 1, "shows": []}')
    return folder


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("line", dict.fromkeys(LINES))
def test_an_example_does_what_it_says(run: Run, line: str) -> None:
    for words, before in _BEFORE.items():
        if line.startswith(f"premierectl {words}"):
            for each in before:
                run(*each)
    with tvmaze_state() as service:
        service.add(53008, "2027-01-07", name="The Pitt")
        result = run(
            *shlex.split(line)[1:], EDITOR="true", VISUAL="", PREMIERECTL_TVMAZE_URL=service.url
        )
    # 1: nothing came out or changed; the line is right all the same.
    assert result.code in ((0, 1) if " recent" in line or " changes" in line else (0,)), result.err


def test_a_family_alone_does_what_is_usual(run: Run) -> None:
    run("add", "pitt")
    assert run("watchlist").out == run("watchlist", "list").out
    assert run("watchlist", "--json").out == run("watchlist", "list", "--json").out
    assert run("catalogue").out == run("catalogue", "status").out
    assert run("watchlist", "-h").out.startswith("Usage: premierectl watchlist [COMMAND] [OPTIONS]")


def test_a_title_in_place_of_a_command_is_its_card_on_a_terminal(run: Run) -> None:
    card = run("countdown", "pitt", terminal=True)
    assert (card.code, run("pitt", terminal=True)) == (0, card)
    assert run("the", "pitt", terminal=True) == card
    assert run("heartstopper", terminal=True) == run("countdown", "heartstopper", terminal=True)


def test_a_script_gets_an_error_for_a_title_in_place_of_a_command(run: Run) -> None:
    result = run("heartstopper")
    assert (result.code, result.out, result.err) == (
        2,
        "",
        "premierectl: there is no command 'heartstopper'; "
        "for a show: premierectl countdown heartstopper\n",
    )


def test_a_slip_is_asked_about_on_a_terminal(run: Run) -> None:
    question = "There is no command 'calender'. Did you mean calendar? [Y/n] "
    yes = run("calender", "dec", "--all", terminal=True, stdin="\n")
    assert (yes.out, yes.err.startswith(question)) == (
        run("calendar", "dec", "--all", terminal=True).out,
        True,
    )
    no = run("calender", terminal=True, stdin="n\n")
    assert no.code == 2
    assert no.err == (
        f"{question}premierectl: there is no command 'calender'; did you mean calendar?\n"
    )


def test_a_slip_in_a_script_is_an_error(run: Run) -> None:
    result = run("calender")
    assert (result.code, result.err) == (
        2,
        "premierectl: there is no command 'calender'; did you mean calendar?\n",
    )


def test_the_catalogue_tells_where_it_stands(run: Run, write: Write) -> None:
    shows = run("catalogue", "--json").out.partition('"shows": ')[2].partition(",")[0]
    assert run("catalogue", terminal=True).out == (
        f"{shows} shows.\n"
        "The dates are from 21 September 2026 and were never refreshed.\n"
        "Get today's dates: premierectl catalogue refresh\n"
    )
    assert run("catalogue").out == f"{shows}\t0\t2026-09-21\t\n"
    corrected = {"id": "the-pitt", "network": "Max"}
    mine = [corrected, {"id": "aurora", "title": "Aurora"}]
    write("config/shows.json", {"format": 1, "shows": mine})
    write("state/changes.json", {"format": 1, "refreshes": [{"when": "2026-11-22T23:30:00Z", "changes": []}]})  # fmt: skip
    assert run("catalogue", terminal=True).out == (
        f"{int(shows) + 1} shows, 1 of your own.\nLast refreshed on 22 November 2026 at 23:30.\n"
    )
    old = run("catalogue", "--now", "2026-11-24", terminal=True).out
    assert old.endswith("Get today's dates: premierectl catalogue refresh\n")


def test_help_asks_for_no_home(process: Process) -> None:
    assert process("--help", HOME="", PREMIERECTL_HOME="").returncode == 0
