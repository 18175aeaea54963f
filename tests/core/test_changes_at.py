"""When an answer changes: until then, whoever asks again gets the same one."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.agenda import Agenda, every_release, next_releases, the_finale
from premierectl.countdown import countdown
from premierectl.followed_line import FollowedLine
from premierectl.moment import ChangesAt, Moment
from premierectl.render.fields import FIELDS
from premierectl.render.template import Template
from premierectl.upcoming.filters import EVERYTHING
from premierectl.upcoming.outlook import Outlook
from premierectl.upcoming.script import script_answer
from premierectl.watchlist import Watchlist
from premierectl.wording.waits import wait
from tests.make import catalogue, release

ZONES = [
    "UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Kiritimati",
    "Africa/Casablanca", "America/Havana",
]  # fmt: skip
AGENDAS = [
    next_releases(),
    next_releases(3),
    next_releases(premieres=True),
    the_finale,
    every_release,
]
# Seconds are never the same again; all else is told in steps.
EVERY_FIELD = Template.read("|".join(f"{{{name}}}" for name in FIELDS if name != "seconds"))

# Around changes of the clock in New York, Berlin, Lord Howe and Havana.
begins = st.sampled_from(
    [
        datetime(2027, 3, 13, tzinfo=UTC),
        datetime(2027, 10, 30, tzinfo=UTC),
        datetime(2027, 4, 3, tzinfo=UTC),
    ]
)
nows = st.builds(
    lambda begin, minutes, seconds: begin + timedelta(minutes=minutes, seconds=seconds),
    begins, st.integers(0, 4 * 24 * 60), st.integers(0, 59),
)  # fmt: skip
days = st.builds(
    lambda begin, day, doubt: f"{begin + timedelta(days=day):%Y-%m-%d}{doubt}",
    begins, st.integers(-9, 12), st.sampled_from(["", "", "?"]),
)  # fmt: skip
dates = days | st.sampled_from(["2027-03", "2027-Q1", "2027", "2027-11", None])
clocks = st.sampled_from(
    [
        {},
        {"time": "21:00", "timezone": "America/New_York"},
        {"time": "02:30", "timezone": "Europe/Berlin"},
    ]
)


def seasons(number: int) -> st.SearchStrategy[dict[str, Any]]:
    episodes = st.lists(days, min_size=1, max_size=4).map(
        lambda listed: [
            {"number": place, "date": day.rstrip("?")}
            for place, day in enumerate(sorted(listed), 1)
        ]
    )
    return st.builds(
        lambda premiere, clock, more: {"number": number, "premiere": premiere, **clock, **more},
        dates,
        clocks,
        st.fixed_dictionaries(
            {},
            optional={
                "status": st.sampled_from(["airing", "ended", "cancelled"]),
                "finale": days,
                "episode_list": episodes,
            },
        ),
    )


shows = st.builds(
    lambda first, second, status: {
        "seasons": [first, second],
        **({"status": status} if status else {}),
    },
    seasons(1),
    seasons(2),
    st.sampled_from([None, None, "ended", "cancelled"]),
)
mutes = st.sampled_from(
    [None, None, None, "always", "renewed", "dated", "2027-03-15", "2027-10-31"]
)


def told(
    at: Moment,
    listed: Sequence[dict[str, Any]],
    muted: Sequence[str | None],
    agenda: Agenda,
    *,
    vague: bool,
    limit: int | None,
) -> str:
    """All that a script can be told of what is followed, at a moment."""
    known = catalogue(
        *({"id": f"show-{n}", "title": f"Show {n}", **each} for n, each in enumerate(listed))
    )
    lines = tuple(
        FollowedLine(id=f"show-{n}", muted=until) for n, until in enumerate(muted[: len(listed)])
    )
    outlook = Outlook.of(at, known, Watchlist(entries=lines))
    found = outlook.rows(outlook.followed_shows().chosen, agenda)
    answer = script_answer(found, EVERYTHING, limit, vague=vague)
    return EVERY_FIELD.lines(answer.rows) + "\n".join(answer.cautions if answer.rows else ())


@given(
    nows, st.sampled_from(ZONES), st.lists(shows, min_size=1, max_size=3), st.lists(mutes, min_size=3, max_size=3),
    st.sampled_from(AGENDAS), st.booleans(), st.sampled_from([None, 1, 2]), st.floats(0, 1),
)  # fmt: skip
def test_an_answer_holds_until_it_changes(
    now: datetime, zone: str, listed: list[dict[str, Any]], muted: list[str | None], agenda: Agenda, vague: bool, limit: int | None, part: float
) -> None:  # fmt: skip
    changes = ChangesAt()
    before = told(
        Moment(now, ZoneInfo(zone), zone, changes), listed, muted, agenda, vague=vague, limit=limit
    )
    end = now + timedelta(days=400) if changes.instant is None else changes.instant
    last = max(now, end - timedelta(microseconds=1))
    for later in (now + (last - now) * part, last):
        after = told(
            Moment(later, ZoneInfo(zone), zone), listed, muted, agenda, vague=vague, limit=limit
        )
        assert after == before


def test_on_the_last_day_of_the_calendar_nothing_holds() -> None:
    changes, last = ChangesAt(), datetime(9999, 12, 31, 12, tzinfo=UTC)
    assert Moment(last, ZoneInfo("UTC"), "UTC", changes).today == last.date()
    assert changes.instant == last


def test_on_a_day_on_which_the_clock_is_changed_nothing_holds_before_it_is() -> None:
    changes, before = ChangesAt(), datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
    assert Moment(before, ZoneInfo("Europe/Berlin"), "Europe/Berlin", changes).today.day == 28
    assert changes.instant == before


@pytest.mark.parametrize(
    ("now", "changes"),
    [
        ("2027-03-10T10:00:30", "2027-03-11T05:00:00"),  # midnight in New York
        ("2027-03-11T10:00:30", "2027-03-12T03:00:00"),  # a day ahead, from where hours are told
        ("2027-03-12T06:20:00", "2027-03-12T07:00:00"),  # from 20 h left to 19 h
        ("2027-03-13T02:20:00", "2027-03-13T03:00:00"),  # now
    ],
)
def test_a_countdown_changes_at_midnight_at_its_instant_and_with_the_hours(
    now: str, changes: str
) -> None:
    noted = ChangesAt()
    at = Moment(
        datetime.fromisoformat(now).replace(tzinfo=UTC),
        ZoneInfo("America/New_York"),
        "America/New_York",
        noted,
    )
    wait(countdown(release("2027-03-12", time="22:00", timezone="America/New_York"), at))
    assert noted.instant == datetime.fromisoformat(changes).replace(tzinfo=UTC)
