"""What is said on stderr: behind the answer, in words that fit, and for a script in one line."""

import re
import sys
from pathlib import Path

import pexpect
import pytest

from tests.conftest import Run, Write, real_environment

AGED = "These dates are 63 days old (21 September 2026); get today's: premierectl catalogue refresh"


def on_a_terminal(home: Path, *words: str, columns: int = 80, **variables: str) -> str:
    """All that a real terminal of this width is sent."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "premierectl", *words],
        env={
            **real_environment(), "PREMIERECTL_HOME": str(home), "PREMIERECTL_NOW": "2026-11-23",
            "TZ": "UTC", "TERM": "xterm", **variables,
        },
        dimensions=(24, columns),
        encoding="utf-8",
        timeout=60,
    )  # fmt: skip
    sent = child.read()
    child.close()
    return str(sent).replace("\r\n", "\n")


def test_a_notice_stands_behind_the_answer_and_fits(tmp_path: Path, write: Write) -> None:
    write("config/config.toml", 'timezon = "Europe/Berlin"\n')
    sent = on_a_terminal(tmp_path / "home", "countdown", "pitt", columns=60, NO_COLOR="1")
    assert sent.index("The Pitt") < sent.index("no setting is called")
    assert "no setting is called 'timezon'; did you mean timezone?\n" in sent
    assert sent.endswith(
        "These dates are 63 days old (21 September 2026); get\n"
        "today's: premierectl catalogue refresh\n"
    )


@pytest.mark.parametrize(
    ("words", "variables", "dim"),
    [
        ([], {}, True),
        (["--color", "never"], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"TERM": "dumb"}, False),
        (["--plain"], {}, False),
    ],
)
def test_a_notice_is_dim_where_there_may_be_colour(
    tmp_path: Path, words: list[str], variables: dict[str, str], *, dim: bool
) -> None:
    sent = on_a_terminal(tmp_path / "home", "countdown", "pitt", *words, columns=100, **variables)
    assert sent.endswith(f"\n\x1b[2m{AGED}\x1b[0m\n" if dim else f"\n{AGED}\n")


def test_what_is_to_be_typed_stays_on_one_line(run: Run) -> None:
    narrow = run("countdown", "pitt", terminal=True, COLUMNS="40").err
    assert narrow == (
        "These dates are 63 days old (21\n"
        "September 2026); get today's:\n"
        "premierectl catalogue refresh\n"
    )


def test_in_plain_sentences_nothing_is_wrapped(run: Run) -> None:
    assert run("countdown", "pitt", "--plain", terminal=True, COLUMNS="40").err == f"{AGED}\n"


def test_a_terminal_that_does_not_tell_its_width_has_80_columns(run: Run) -> None:
    said = run("countdown", "pitt", terminal=True, COLUMNS="").err
    assert said == f"{AGED[: AGED.index('premierectl') - 1]}\n{AGED[AGED.index('premierectl') :]}\n"


def test_a_script_gets_one_line_that_tells_who_says_it(run: Run) -> None:
    said = run("countdown", "pitt", "--plain", COLUMNS="40").err
    assert said == f"premierectl: {AGED[0].lower()}{AGED[1:]}\n"


def test_a_title_or_a_command_begins_as_it_is_written(run: Run) -> None:
    run("catalogue", "add", "iZombie")
    run("watchlist", "add", "izombie")
    again = run("watchlist", "add", "izombie", terminal=True)
    assert again.out == "iZombie is followed already\n"
    undone = run("watchlist", "undo", terminal=True)
    assert undone.out == "The previous watchlist is back, with 0 entries\n"


def test_what_is_noticed_twice_is_said_once(run: Run, write: Write) -> None:
    write("data/catalogue.json", '{"format": 1, "shows": [{"title": "Nameless"}]}')
    said = run("countdown", "--all", "--limit", "1").err
    assert len(re.findall("shows\\[0\\]", said)) == 1


def test_notices_stand_before_an_error_that_ends_the_command(run: Run, write: Write) -> None:
    write("data/catalogue.json", '{"format": 1, "shows": [{"title": "Nameless"}]}')
    lines = run("next", "nobody").err.splitlines()
    assert len(lines) == 2
    assert "shows[0]" in lines[0]
    assert lines[1] == "premierectl: no show is called 'nobody'"
