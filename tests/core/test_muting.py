"""What is muted at a moment, and what that hides."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.followed_line import FollowedLine
from premierectl.mutes import muted_lines, unmuted_lines
from premierectl.selector import WHOLE, Piece
from premierectl.upcoming.muting import awaited, is_muted
from premierectl.upcoming.outlook import Outlook
from premierectl.watchlist import Watchlist
from tests.make import catalogue, moment, show

OUT = {"number": 1, "premiere": "2026-01-01"}
UNDATED = {"number": 2, "status": "renewed"}
DATED = {"number": 2, "premiere": "2027-01"}
RUNNING = {"number": 1, "premiere": "2026-11-01", "status": "airing"}


def line(muted: str | None, **fields: Any) -> FollowedLine:
    return FollowedLine(id="aurora", muted=muted, **fields)


def test_what_nobody_muted_is_heard_and_what_is_muted_for_good_is_not() -> None:
    assert not is_muted(line(None), show(), moment())
    assert is_muted(line("always"), show(seasons=[DATED]), moment())


@pytest.mark.parametrize(
    ("instant", "zone", "muted"),
    [
        ("2026-11-30T23:59", "Europe/Berlin", True),
        ("2026-12-01T00:00", "Europe/Berlin", False),
        ("2026-12-01T00:00+01:00", "America/New_York", True),
        ("2026-11-30T23:59Z", "Pacific/Auckland", False),
    ],
)
def test_a_day_ends_it_when_it_begins_for_the_viewer(instant: str, zone: str, muted: bool) -> None:
    assert is_muted(line("2026-12-01"), show(), moment(instant, zone)) is muted


@pytest.mark.parametrize(
    ("seasons", "renewed", "dated"),
    [
        ([], True, True),
        ([OUT], True, True),
        ([OUT, UNDATED], False, True),
        ([OUT, DATED], False, False),
        ([OUT, {"number": 2, "premiere": "2026-11-23"}], False, False),
        ([RUNNING], False, True),
        ([{"number": 1, "premiere": "2026-10?"}], False, True),
        ([OUT, {"number": 2, "status": "cancelled"}], True, True),
    ],
)
def test_until_renewed_or_dated_by_what_is_still_to_come(
    seasons: list[dict[str, Any]], renewed: bool, dated: bool
) -> None:
    aurora = show(seasons=seasons)
    assert is_muted(line("renewed"), aurora, moment()) is renewed
    assert is_muted(line("dated"), aurora, moment()) is dated


@pytest.mark.parametrize("status", ["ended", "cancelled"])
def test_a_show_that_is_over_is_neither_renewed_nor_dated(status: str) -> None:
    aurora = show(status=status, seasons=[OUT, {"number": 2}])
    assert is_muted(line("renewed"), aurora, moment())
    assert is_muted(line("dated"), aurora, moment())


def test_a_show_that_the_catalogue_has_not_got_stays_muted() -> None:
    assert is_muted(line("renewed"), None, moment())
    assert is_muted(line("dated"), None, moment())


def test_a_season_is_dated_by_itself_and_a_show_renewed_as_a_whole() -> None:
    aurora = show(seasons=[OUT, DATED])
    assert is_muted(line("dated", season=1), aurora, moment())
    assert not is_muted(line("renewed", season=1), aurora, moment())


def test_what_is_to_come_tells_of_a_renewal_before_what_runs() -> None:
    item = awaited("renewed", show(seasons=[RUNNING, UNDATED]), WHOLE, moment())
    assert item is not None
    assert item.release.season.number == 2


days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(days, days)
def test_a_day_mutes_all_days_before_it_and_no_other(until: date, today: date) -> None:
    now = moment(today.isoformat())
    assert is_muted(line(until.isoformat()), show(), now) is (today < until)


@given(st.sampled_from(["renewed", "dated"]), days, st.booleans())
def test_what_ends_a_mute_is_what_is_awaited(until: str, premiere: date, known: bool) -> None:
    season = {"number": 1, **({"premiere": premiere.isoformat()} if known else {})}
    aurora = show(seasons=[season])
    there = awaited(until, aurora, WHOLE, moment("2026-11-23")) is not None
    assert is_muted(line(until), aurora, moment("2026-11-23")) is not there
    assert there is (premiere >= date(2026, 11, 23) if known else until == "renewed")


def shown(*lines: FollowedLine, today: str = "2026-11-23") -> list[str]:
    """The seasons of two shows that a countdown of the watchlist is about."""
    seasons: list[dict[str, Any]] = [
        {"number": 1, "premiere": "2026-12-01"},
        {"number": 2, "premiere": "2027"},
        {"name": "Christmas", "premiere": "2026-12-25"},
        {"name": "New Year", "premiere": "2027-01-01"},
    ]
    known = catalogue({"id": "aurora", "title": "Aurora", "seasons": seasons})
    outlook = Outlook.of(moment(today), known, Watchlist(lines))
    return [row.release.label for row in outlook.rows(outlook.followed_shows().chosen)]


ALL = ["season 1", "Christmas", "New Year", "season 2"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([{}], ALL),
        ([{"muted": "always"}], []),
        ([{}, {"season": 2, "muted": "always"}], ALL[:3]),
        ([{}, {"season": "special", "muted": "always"}], ["season 1", "season 2"]),
        ([{}, {"season": "special", "muted": "always"}, {"season": "christmas"}], ["season 1", "Christmas", "season 2"]),
        ([{"season": "special"}, {"season": "christmas", "muted": "always"}], ["New Year"]),
        ([{"muted": "always"}, {"season": 2}], ["season 2"]),
        ([{"season": 1}, {"season": 2, "muted": "always"}], ["season 1"]),
        ([{}, {"season": 2, "muted": "2026-11-23"}], ALL),
        ([{}, {"season": 2, "muted": "2026-11-24"}], ALL[:3]),
        ([{}, {"muted": "always"}], ALL),
    ],
)  # fmt: skip
def test_the_line_for_least_says_whether_a_season_is_muted(
    lines: list[dict[str, Any]], expected: list[str]
) -> None:
    assert shown(*(FollowedLine(id="aurora", **fields) for fields in lines)) == expected


def test_a_part_that_is_muted_hides_no_more_than_its_own_line() -> None:
    parts = [
        {"label": "Volume 1", "date": "2026-12-01"},
        {"label": "Volume 2", "date": "2026-12-20"},
    ]
    season = {"number": 5, "premiere": "2026-12-01", "release": "parts", "parts": parts}
    known = catalogue({"id": "aurora", "title": "Aurora", "seasons": [season]})

    def rows(*lines: FollowedLine) -> list[str]:
        outlook = Outlook.of(moment(), known, Watchlist(lines))
        chosen = outlook.followed_shows().chosen
        return [row.release.label for row in outlook.rows(chosen)]

    muted = FollowedLine(id="aurora", season=5, part=2, muted="always")
    part = FollowedLine(id="aurora", season=5, part=1)
    assert rows(muted) == []
    assert rows(part, muted) == ["S5 Volume 1"]
    assert rows(FollowedLine(id="aurora", season=5), muted) == ["S5 Volume 1"]
    assert rows(FollowedLine(id="aurora", season=5, muted="always"), part) == ["S5 Volume 1"]


ONLY = FollowedLine(id="a", note="n", tags=("t",), title="A")


def test_a_season_of_a_show_that_is_followed_whole_gets_a_line_that_hides_it() -> None:
    muted = muted_lines((ONLY,), Piece(2), "renewed")
    assert muted == (ONLY, FollowedLine(id="a", season=2, title="A", muted="renewed"))
    assert unmuted_lines(muted, Piece(2)) == (ONLY,)
    assert unmuted_lines(muted, WHOLE) == (ONLY,)


def test_a_part_of_more_and_what_is_not_followed_are_left_as_they_are() -> None:
    assert muted_lines((ONLY,), Piece(2, "part", 1), "always") == (ONLY,)
    assert muted_lines((FollowedLine(id="a", season=1),), Piece(2), "always") == (
        FollowedLine(id="a", season=1),
    )


def test_a_line_with_a_note_or_a_tag_outlives_its_mute() -> None:
    noted = FollowedLine(id="a", season=2, note="n", muted="always")
    tagged = FollowedLine(id="a", season=3, tags=("t",), muted="always")
    kept = unmuted_lines((ONLY, noted, tagged), WHOLE)
    assert [(each.season, each.muted) for each in kept] == [(None, None), (2, None), (3, None)]


def test_a_season_alone_outlives_its_mute() -> None:
    alone = FollowedLine(id="a", season=2, muted="always")
    assert unmuted_lines((alone,), WHOLE) == (FollowedLine(id="a", season=2),)


pieces = st.none() | st.integers(1, 3) | st.sampled_from(["special", "christmas"])


@given(st.sets(pieces, min_size=1), pieces, st.timedeltas(timedelta(1), timedelta(900)))
def test_muting_follows_nothing_more_and_unmuting_nothing_less(
    seasons: set[int | str | None], season: int | str | None, ahead: timedelta
) -> None:
    lines = tuple(FollowedLine(id="a", season=each) for each in seasons)
    piece = Piece(season)
    until = (date(2026, 11, 23) + ahead).isoformat()
    muted = muted_lines(lines, piece, until)
    back = unmuted_lines(muted, piece)
    for each in (None, 1, 2, 3, "special", "christmas", "other"):
        followed = [any(one.covers(Piece(each)) for one in of) for of in (lines, muted, back)]
        assert len(set(followed)) == 1
    assert not any(each.muted for each in back)
