"""``--within``: how soon, in the words of people."""

import pytest

from tests.conftest import Run, Write

DAYS = (0, 1, 7, 14, 31, 93, 366)


@pytest.fixture(autouse=True)
def _shows(write: Write) -> None:
    """A show in so many days."""
    days = (
        "2026-11-23",
        "2026-11-24",
        "2026-11-30",
        "2026-12-07",
        "2026-12-24",
        "2027-02-24",
        "2027-11-24",
    )
    shows = [
        {"id": f"in-{n}", "title": f"In {n}", "network": "One", "seasons": [{"number": 1, "premiere": day}]}
        for n, day in zip(DAYS, days, strict=True)
    ]  # fmt: skip
    write("config/shows.json", {"format": 1, "shows": shows})


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("0", 0), ("1", 1), ("7", 7), ("7d", 7), ("7 days", 7), ("1day", 1), ("week", 7),
        ("Week", 7), ("2w", 14), ("2 weeks", 14), ("month", 31), ("1m", 31), ("3m", 93),
        ("3 months", 93), ("year", 366), ("1y", 366),
    ],
)  # fmt: skip
def test_it_is_a_number_of_days_or_a_time(run: Run, words: str, last: int) -> None:
    result = run("countdown", "--all", "--network", "one", "--within", words)
    expected = [f"In {n}" for n in DAYS if n <= last]
    titles = [line.split("\t")[0] for line in result.out.splitlines()]
    assert [title for title in titles if title.startswith("In ")] == expected


@pytest.mark.parametrize("words", ["", "soon", "d", "day", "-1", "1.5w", "2 fortnights", "1234567"])
@pytest.mark.parametrize("command", ["countdown", "next", "days", "export csv"])
def test_other_words_are_an_error_that_says_what_is_allowed(
    run: Run, command: str, words: str
) -> None:
    result = run(*command.split(), "--all", "--within", words)
    assert (result.code, result.out, result.err) == (
        2,
        "",
        f"premierectl: {words!r} is not a time for --within; "
        "write 10 or 10d, 2w, 3m, week, month or year\n",
    )
