"""The last look: which instant the news begin at, and what is kept."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from premierectl.last_look import LastLook, looked

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
times = st.integers(0, 2**32).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


def test_the_first_look_knows_of_none_before_it() -> None:
    first = looked(None, NOW)
    assert first == LastLook(NOW)
    assert first.previous(NOW) is None


def test_within_the_hour_it_is_the_same_look_and_tells_the_same() -> None:
    last = looked(LastLook(NOW - timedelta(days=3)), NOW)
    assert last == LastLook(NOW, NOW - timedelta(days=3))
    later = NOW + HOUR - timedelta(seconds=1)
    assert looked(last, later) == last
    assert last.previous(later) == last.previous(NOW) == NOW - timedelta(days=3)


def test_after_an_hour_the_last_look_is_the_one_before() -> None:
    assert looked(LastLook(NOW, NOW - HOUR), NOW + HOUR) == LastLook(NOW + HOUR, NOW)
    assert LastLook(NOW, NOW - HOUR).previous(NOW + HOUR) == NOW


def test_a_look_that_is_yet_to_come_is_forgotten() -> None:
    ahead = LastLook(NOW + HOUR, NOW - HOUR)
    assert ahead.previous(NOW) is None
    assert looked(ahead, NOW) == LastLook(NOW)


@given(times, times | st.none(), times)
def test_the_news_never_begin_later_than_now(
    at: datetime, before: datetime | None, now: datetime
) -> None:
    last = LastLook(at, before)
    previous = looked(last, now).previous(now)
    assert previous is None or previous <= now
    assert looked(looked(last, now), now) == looked(last, now)
