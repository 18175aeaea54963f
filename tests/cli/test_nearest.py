"""A title with a slip in it: on a terminal a question, for a script an error that names the title."""

import pytest

from tests.conftest import Run, Write

SLIP = "No show is called 'hearstoper'. Did you mean Heartstopper? [Y/n] "


@pytest.mark.parametrize("answer", ["\n", "y\n", "YES\n"])
@pytest.mark.parametrize(
    "words", [("show", "hearstoper"), ("cast", "hearstoper"), ("show", "hearstoper", "season", "2")]
)
def test_a_slip_is_asked_about(run: Run, words: tuple[str, ...], answer: str) -> None:
    result = run(*words, terminal=True, stdin=answer)
    meant = run(*(word.replace("hearstoper", "heartstopper") for word in words), terminal=True)
    said = SLIP if "season" not in words else SLIP.replace("'hearstoper'", "'hearstoper season 2'")
    assert (result.code, result.out) == (0, meant.out)
    assert result.err.startswith(said) or result.err.startswith(SLIP)


@pytest.mark.parametrize("answer", ["n\n", "no\n", "x\n"])
def test_who_says_no_gets_no_show(run: Run, answer: str) -> None:
    result = run("show", "hearstoper", terminal=True, stdin=answer)
    assert (result.code, result.out) == (1, "")
    assert result.err == f"{SLIP}premierectl: no show is called 'hearstoper'\n"


def test_a_show_is_taken_off_the_list_by_a_slip_that_was_meant(run: Run) -> None:
    run("watchlist", "add", "heartstopper")
    result = run("watchlist", "remove", "hearstoper", terminal=True, stdin="y\n")
    assert (result.code, result.out) == (0, "Heartstopper is followed no longer\n")


def test_several_near_titles_are_a_choice(run: Run, write: Write) -> None:
    shows = [{"id": f"aurora-{n}", "title": f"Aurora {n}"} for n in (1, 2)]
    write("config/shows.json", {"format": 1, "shows": shows})
    offered = (
        "No show is called 'Aurrora 3'. Did you mean one of these?\n"
        "1  Aurora 1 (aurora-1)\n"
        "2  Aurora 2 (aurora-2)\n"
        "which one, 1 to 2? "
    )
    second = run("show", "Aurrora 3", terminal=True, stdin="2\n")
    assert (second.code, second.err) == (0, offered)
    assert second.out.startswith("Aurora 2")
    none = run("show", "Aurrora 3", terminal=True, stdin="\n")
    assert (none.code, none.out) == (1, "")
    assert none.err == f"{offered}premierectl: no show is called 'Aurrora 3'\n"


def test_into_a_pipe_nothing_is_asked(run: Run) -> None:
    result = run("days", "hearstoper", stdin="y\n")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "premierectl: no show is called 'hearstoper'; did you mean Heartstopper?\n"
    )
