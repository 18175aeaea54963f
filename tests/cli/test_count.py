"""How many releases there are, and answers for programs that blank on an exit code of 1."""

import pytest

from tests.conftest import Run, Write

AURORA = {
    "id": "aurora",
    "title": "Aurora",
    "seasons": [
        {
            "number": 1,
            "premiere": "2026-11-25",
            "release": "weekly",
            "episodes": 4,
        },
        {"number": 2, "premiere": "2027-11?"},
    ],
}


@pytest.fixture(autouse=True)
def _aurora(run: Run, write: Write) -> None:
    write("config/shows.json", {"format": 1, "shows": [AURORA]})
    run("watchlist", "add", "aurora")


@pytest.mark.parametrize("command", ["next", "days"])
@pytest.mark.parametrize(
    ("words", "count"),
    [
        ([], 4),
        (["--limit", "2"], 4),
        (["--within", "7d"], 1),
        (["--within", "2w"], 2),
        (["--vague"], 5),
        (["--until", "finale"], 1),
        (["--premieres"], 1),
        (["aurora:s1"], 4),
    ],
)
def test_the_count_is_of_all_that_pass(
    run: Run, command: str, words: list[str], count: int
) -> None:
    result = run(command, "--count", *words)
    assert (result.code, result.out, result.err) == (0, f"{count}\n", "")


def test_none_is_counted_and_exits_with_1_as_ever(run: Run) -> None:
    result = run("next", "--count", "--network", "Hulu", "--all", "--within", "0")
    assert (result.code, result.out) == (1, "0\n")
    assert result.err == "premierectl: nothing upcoming passes these filters\n"


@pytest.mark.parametrize("form", [["--json"], ["--tsv"], ["--plain"], ["--format", "{title}"]])
def test_a_count_has_one_form(run: Run, form: list[str]) -> None:
    result = run("next", "--count", *form)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "premierectl: --count cannot be used with --format, --json, --tsv or --plain; choose one\n"
    )


@pytest.mark.parametrize("command", ["next", "days"])
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["nobody"], "no show is called 'nobody'"),
        (
            ["aurora:s2"],
            "Aurora season 2: only November 2027 is known, 343–372 days; --vague prints it",
        ),
        (["--within", "0"], "nothing upcoming passes these filters"),
    ],
)
def test_no_answer_may_be_no_error(run: Run, command: str, words: list[str], reason: str) -> None:
    result = run(command, *words, "--exit-zero")
    assert (result.code, result.out, result.err) == (0, "", f"premierectl: {reason}\n")
    assert run(command, *words).code == 1


def test_what_fails_fails_all_the_same(run: Run, write: Write) -> None:
    assert run("next", "--exit-zero", "--limit", "x").code == 2
    write("data/watchlist.json", "{")
    assert run("next", "--exit-zero").code == 65


def test_an_answer_is_the_same(run: Run) -> None:
    assert run("next", "--exit-zero").out == "2026-11-25\n"
    assert run("next", "--exit-zero", "--count").out == "4\n"


@pytest.mark.parametrize("words", [[], ["nobody"], ["--within", "0"]])
def test_a_count_of_nothing_is_a_number_whatever_the_reason(
    run: Run, write: Write, words: list[str]
) -> None:
    if not words:
        write("data/watchlist.json", {"format": 1, "shows": []})
    assert run("days", "--count", "--exit-zero", *words).out == "0\n"
    result = run("days", "--count", *words)
    assert (result.code, result.out) == (1, "0\n")
