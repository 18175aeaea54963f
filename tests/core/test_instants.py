"""Instants: the right day and clock time in the viewer's zone, by the rules of that day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.agenda import next_releases, out_today
from premierectl.countdown import AHEAD, Countdown, countdown, countdown_order, usual_time
from premierectl.model import Network, Show
from premierectl.moment import Moment, find_zone, instant_of
from premierectl.wording.waits import phrase
from tests.make import moment, release, show

LOS_ANGELES = "America/Los_Angeles"
ZONES = [
    "UTC", LOS_ANGELES, "America/New_York", "Europe/London", "Europe/Berlin", "Asia/Kathmandu",
    "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Honolulu",
    "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns", "Africa/Casablanca",
]  # fmt: skip

NAIVE = st.datetimes(datetime(2000, 1, 1), datetime(2037, 12, 31))  # noqa: DTZ001 - zones come later


def seen(
    day: str, clock: str, zone: str, viewer: str, now: str = "2026-11-23", **fields: str
) -> Countdown:
    """A release at a clock time in a zone, for a viewer somewhere."""
    return countdown(release(day, time=clock, timezone=zone, **fields), moment(now, viewer))


@pytest.mark.parametrize(
    ("viewer", "local"),
    [
        ("Pacific/Auckland", "2025-12-26T14:00+13:00"),
        ("Europe/Berlin", "2025-12-26T02:00+01:00"),
        ("Pacific/Honolulu", "2025-12-25T15:00-10:00"),
        ("Pacific/Kiritimati", "2025-12-26T15:00+14:00"),
    ],
)
def test_volume_2_of_stranger_things_5_is_on_the_viewers_day(viewer: str, local: str) -> None:
    item = seen("2025-12-25", "17:00", LOS_ANGELES, viewer, "2025-12-01")
    assert item.local is not None
    assert item.local.isoformat(timespec="minutes") == local
    assert item.date is not None
    assert item.date.text == local[:10]
    assert item.days == int(local[8:10]) - 1


@pytest.mark.parametrize(
    ("viewer", "before", "after"),
    [
        # One week apart, 21:00 in Los Angeles, over that place's own changes of the clock.
        (LOS_ANGELES, "2027-03-12T21:00-08:00", "2027-03-19T21:00-07:00"),
        ("Europe/London", "2027-03-13T05:00+00:00", "2027-03-20T04:00+00:00"),
        (LOS_ANGELES, "2027-11-05T21:00-07:00", "2027-11-12T21:00-08:00"),
        ("Europe/London", "2027-11-06T04:00+00:00", "2027-11-13T05:00+00:00"),
        # Over the viewer's own.
        ("Europe/London", "2027-03-27T04:00+00:00", "2027-04-03T05:00+01:00"),
        ("Europe/London", "2027-10-30T05:00+01:00", "2027-11-06T04:00+00:00"),
        ("Australia/Sydney", "2027-04-03T15:00+11:00", "2027-04-10T14:00+10:00"),
        ("Australia/Sydney", "2027-10-02T14:00+10:00", "2027-10-09T15:00+11:00"),
        # Lord Howe changes by half an hour.
        ("Australia/Lord_Howe", "2027-04-03T15:00+11:00", "2027-04-10T14:30+10:30"),
        ("Australia/Lord_Howe", "2027-10-02T14:30+10:30", "2027-10-09T15:00+11:00"),
    ],
)
def test_after_a_change_of_the_clock_the_local_time_is_that_of_the_day(
    viewer: str, before: str, after: str
) -> None:
    for written in (before, after):
        local = datetime.fromisoformat(written)
        there = local.astimezone(ZoneInfo(LOS_ANGELES))
        item = seen(f"{there:%Y-%m-%d}", f"{there:%H:%M}", LOS_ANGELES, viewer, "2027-01-01")
        assert f"{there:%H:%M}" == "21:00"
        assert item.local is not None
        assert item.local.isoformat(timespec="minutes") == written


def test_a_time_that_does_not_exist_and_one_that_exists_twice() -> None:
    gap = instant_of(date(2027, 3, 14), "02:30", LOS_ANGELES)
    twice = instant_of(date(2027, 11, 7), "01:30", LOS_ANGELES)
    assert gap == datetime(2027, 3, 14, 10, 30, tzinfo=UTC)
    assert twice == datetime(2027, 11, 7, 8, 30, tzinfo=UTC)


def test_a_zone_that_is_none_gives_no_instant() -> None:
    assert instant_of(date(2027, 1, 1), "21:00", "Mars/Olympus") is None
    assert find_zone("../etc/passwd") is None


@pytest.mark.parametrize(
    ("day", "zone", "viewer"),
    [
        ("9999-12-31", "Pacific/Honolulu", "UTC"),
        ("0001-01-01", "Asia/Tokyo", "UTC"),
        ("9999-12-31", "UTC", "Pacific/Kiritimati"),
        ("0001-01-01", "UTC", "Pacific/Honolulu"),
    ],
)
def test_at_the_ends_of_the_calendar_the_date_stays_as_announced(
    day: str, zone: str, viewer: str
) -> None:
    item = seen(day, "23:00" if day[0] == "9" else "01:00", zone, viewer)
    assert (item.local, item.date and item.date.text) == (None, day)


@given(
    NAIVE,
    st.sampled_from(ZONES),
    st.sampled_from(ZONES),
    NAIVE,
)
def test_whatever_the_zones_the_viewer_sees_the_instant(
    at: datetime, zone: str, viewer: str, now: datetime
) -> None:
    there = at.replace(second=0, microsecond=0, tzinfo=ZoneInfo(zone))
    aired = release(f"{there:%Y-%m-%d}", time=f"{there:%H:%M}", timezone=zone)
    here = Moment(now.replace(tzinfo=UTC), ZoneInfo(viewer), viewer)
    item = countdown(aired, here)
    instant = there.astimezone(UTC)
    local = instant.astimezone(ZoneInfo(viewer))
    assert (item.local, item.left) == (local, instant - here.instant)
    assert item.date is not None
    assert item.date.earliest == local.date()
    assert item.days == (local.date() - here.today).days
    assert (item.state == "out") == (instant <= here.instant)


@given(st.dates(date(2000, 1, 1), date(2037, 1, 1)), st.sampled_from(ZONES))
def test_a_date_without_a_time_is_never_shifted(day: date, viewer: str) -> None:
    item = countdown(release(day.isoformat(), timezone=LOS_ANGELES), moment("2026-11-23", viewer))
    assert item.date is not None
    assert item.date.earliest == day


@pytest.mark.parametrize(
    ("now", "state", "words"),
    [
        ("2027-01-01T00:00", "upcoming", "in 6 days"),
        ("2027-01-05T21:00", "upcoming", "in 48 h"),
        ("2027-01-05T21:01", "upcoming", "in 47 h 59 min"),
        ("2027-01-06T21:30", "upcoming", "tomorrow, in 23 h 30 min"),
        ("2027-01-07T00:00", "today", "today, in 21 h"),
        ("2027-01-07T20:55", "today", "today, in 5 min"),
        ("2027-01-07T20:59:30", "today", "today, in less than a minute"),
        ("2027-01-07T21:00", "out", "out now"),
        ("2027-01-07T23:59", "out", "out now"),
        ("2027-01-08T00:00", "out", "came out yesterday"),
    ],
)
def test_near_an_instant_hours_count_and_at_it_it_is_out(now: str, state: str, words: str) -> None:
    item = seen("2027-01-07", "21:00", "Europe/London", "Europe/London", now)
    assert (item.state, phrase(item)) == (state, words)


def test_an_unconfirmed_instant_stays_unconfirmed_on_the_viewers_day() -> None:
    item = seen("2027-01-07?", "21:00", LOS_ANGELES, "Europe/Berlin")
    assert item.date is not None
    assert item.date.text == "2027-01-08?"


def test_today_turns_at_the_viewers_midnight() -> None:
    aired = release("2027-01-07")
    before = Moment(datetime(2027, 1, 7, 10, 59, 59, tzinfo=UTC), ZoneInfo(ZONES[8]), ZONES[8])
    after = Moment(before.instant + timedelta(seconds=1), before.zone, before.zone_name)
    assert [countdown(aired, each).state for each in (before, after)] == ["today", "out"]


NETFLIX = Network(name="Netflix", usual_time="00:00", timezone=LOS_ANGELES)


@pytest.mark.parametrize(
    ("day", "viewer", "local"),
    [
        ("2027-07-15", "Europe/London", "2027-07-15T08:00+01:00"),
        ("2027-07-15", "Asia/Tokyo", "2027-07-15T16:00+09:00"),
        ("2027-07-15", "America/New_York", "2027-07-15T03:00-04:00"),
        ("2027-03-18", "Europe/London", "2027-03-18T07:00+00:00"),
        ("2027-07-15", "Pacific/Honolulu", "2027-07-14T21:00-10:00"),
    ],
)
def test_a_usual_time_is_a_hint_and_moves_no_day(day: str, viewer: str, local: str) -> None:
    here = moment("2027-01-01", viewer)
    item = countdown(release(day), here)
    usually = usual_time(item, NETFLIX)
    assert usually is not None
    assert usually.isoformat(timespec="minutes") == local
    assert item.date is not None
    assert (item.date.text, item.left, item.is_close) == (day, None, False)


@pytest.mark.parametrize(
    ("day", "network"),
    [
        (None, NETFLIX),
        ("2027-01", NETFLIX),
        ("2027-01-07", None),
        ("2027-01-07", Network(name="Hulu")),
        ("2027-01-07", Network(name="Hulu", usual_time="00:00")),
        ("2027-01-07", Network(name="Hulu", usual_time="00:00", timezone="Mars/Olympus")),
    ],
)
def test_without_a_day_or_a_usual_time_there_is_no_hint(
    day: str | None, network: Network | None
) -> None:
    assert usual_time(countdown(release(day), moment()), network) is None


def test_an_announced_time_needs_no_hint() -> None:
    item = seen("2027-01-07", "21:00", "UTC", "UTC")
    assert usual_time(item, NETFLIX) is None


def test_behind_a_day_without_a_time_may_stand_what_is_out_today_for_the_viewer() -> None:
    """Auckland's Tuesday morning is Honolulu's Monday; an episode without a time keeps its day."""
    episodes = [
        {"number": 1, "date": "2026-11-17", "time": "08:00"},
        {"number": 2, "date": "2026-11-24"},
        {"number": 3, "date": "2026-11-24", "time": "08:00"},
    ]
    aurora = show(
        seasons=[
            {
                "number": 1,
                "premiere": "2026-11-17",
                "timezone": "Pacific/Auckland",
                "episode_list": episodes,
            }
        ]
    )
    at = moment("2026-11-23T20:00:00Z", "Pacific/Honolulu")
    out = [item.release.episodes for item in out_today(aurora, aurora.seasons[0], at)]
    assert out == [(3, 3)]


def weeks_of(*episodes: tuple[str, str | None], zone: str = "Pacific/Auckland") -> Show:
    """A season of these days, each with or without a clock time there."""
    listed = [
        {"number": number, "date": day, **({"time": clock} if clock else {})}
        for number, (day, clock) in enumerate(episodes, 1)
    ]
    first = {"number": 1, "premiere": episodes[0][0], "timezone": zone}
    return show(seasons=[{**first, "episode_list": listed}])


def told(
    aurora: Show, at: Moment, count: int | None
) -> list[tuple[tuple[int, int] | None, object]]:
    return [
        (item.release.episodes, item.days)
        for item in next_releases(count)(aurora, aurora.seasons[0], at)
    ]


@pytest.mark.parametrize(
    ("third", "viewer", "now", "count", "expected"),
    [
        # Auckland's Tuesday morning is Honolulu's Monday.
        ("2026-11-24", "Pacific/Honolulu", "2026-11-23T10:00Z", 1, [(3, 0)]),
        ("2026-11-24", "Pacific/Honolulu", "2026-11-23T10:00Z", 2, [(3, 0), (2, 1)]),
        ("2026-11-25", "Pacific/Honolulu", "2026-11-23T10:00Z", 1, [(2, 1)]),
        ("2026-11-24", "Pacific/Auckland", "2026-11-23T10:00Z", 1, [(2, 1)]),
        ("2026-12", "Pacific/Honolulu", "2026-11-23T10:00Z", 1, [(2, 1)]),
        ("2026-12", "Pacific/Honolulu", "2026-11-23T10:00Z", 2, [(2, 1), (3, None)]),
    ],
)
def test_what_is_next_goes_by_the_viewers_days(
    third: str, viewer: str, now: str, count: int, expected: list[tuple[int, int | None]]
) -> None:
    clock = "08:00" if len(third) == 10 else None
    aurora = weeks_of(("2026-11-17", "08:00"), ("2026-11-24", None), (third, clock))
    assert told(aurora, moment(now, viewer), count) == [((n, n), days) for n, days in expected]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-29"]),
            st.sampled_from([None, "00:30", "08:00", "23:30"]),
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(ZONES),
    st.sampled_from(ZONES),
    st.integers(1, 4),
)
def test_so_many_releases_are_the_first_of_all_that_come(
    episodes: list[tuple[str, str | None]], zone: str, viewer: str, count: int
) -> None:
    aurora, at = weeks_of(*episodes, zone=zone), moment("2026-11-24T07:00Z", viewer)
    season = aurora.seasons[0]
    coming = [each for each in next_releases(None)(aurora, season, at) if each.state in AHEAD]
    first = [each for each in next_releases(count)(aurora, season, at) if each.state in AHEAD]
    nearest = sorted(coming, key=countdown_order)[:count]
    assert [each.release for each in first] == [each.release for each in nearest]
