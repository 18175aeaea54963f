"""A show that the service has no more: its last state, and nothing of it is sure."""

import pytest

from tests.conftest import Run, Write


@pytest.fixture(autouse=True)
def gone(write: Write) -> None:
    season = {"number": 3, "premiere": "2026-12-01?", "episode_list": [{"number": 1, "date": "2026-12-01?"}]}  # fmt: skip
    show = {"id": "aurora", "title": "Aurora", "status": "ended", "gone": "2026-11-20", "ids": {"tvmaze": 2}, "former_ids": [{"tvmaze": 1}], "seasons": [season]}  # fmt: skip
    write("data/catalogue.json", {"format": 1, "shows": [show]})


def test_it_is_tentative_in_calendars(run: Run) -> None:
    assert "STATUS:TENTATIVE\r\n" in run("export", "ics", "aurora").out


@pytest.mark.parametrize("now", ["2026-12-02", "2027-12-02"])
def test_it_never_came_out_on_a_day_that_nobody_confirms(run: Run, now: str) -> None:
    told = run("countdown", "aurora", "--now", now, terminal=True).out
    assert "Was expected" in told
    assert "came out" not in run("show", "aurora", "--now", now, terminal=True).out


def test_it_is_found_by_the_number_that_it_had(run: Run) -> None:
    for number in (1, 2):
        assert run("next", f"tvmaze:{number}").out == run("next", "aurora").out
