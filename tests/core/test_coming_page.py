"""What is coming under headings: each thing under one, in its order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.countdown import countdown
from premierectl.dates import PartialDate
from premierectl.reminders import ReminderNow
from premierectl.schedule import premiere as premiere_of
from premierectl.upcoming.coming_page import coming_page, grouped
from premierectl.upcoming.outlook import Row
from premierectl.upcoming.with_reminders import RowOrReminder, by_date
from premierectl.watchlist import Reminder
from tests.make import counted, moment, row, show

TODAY = date(2026, 11, 23)
NAMED = ("November", "December", "January 2027", "November 2027")


def row_of(show_id: str, premiere: str | None) -> Row:
    known = show(id=show_id, title=show_id.title(), seasons=[{"number": 1, "premiere": premiere}])
    return row(countdown(premiere_of(known, known.seasons[0]), moment()))


def reminded(when: str, today: str = "2026-11-23") -> ReminderNow:
    return ReminderNow(Reminder(text="Rewatch", date=PartialDate(when)), moment(today))


@pytest.mark.parametrize(
    ("known", "heading"),
    [
        ("2026-11-23", "Today"),
        ("2026-11-24", "Tomorrow"),
        ("2026-11-25", "This week"),
        ("2026-11-29", "This week"),
        ("2026-11-30", "November"),
        ("2026-11", "November"),
        ("2026-12-01?", "December"),
        ("2027-01", "January 2027"),
        ("2027-11-30", "November 2027"),
        ("2027-12-01", "Later"),
        ("2026", "Any day"),
        ("2026-H2?", "Any day"),
        ("2027", "Later"),
        ("2027-Q1", "Later"),
        ("2026-10", "Overdue"),
        ("2026-11-22?", "Overdue"),
        ("2026-11-22", "Earlier"),
        (None, "Without a date"),
    ],
)
def test_each_date_has_its_heading(known: str | None, heading: str) -> None:
    (group,) = grouped([row(counted(known))], TODAY)
    assert (group.heading, group.of_one == "month") == (heading, heading in NAMED)


def test_what_is_known_to_the_year_stands_in_its_last_month_once_only_that_is_left() -> None:
    (group,) = grouped([row(counted("2026", "2026-12-02"))], date(2026, 12, 2))
    assert group.heading == "December"


def test_a_reminder_of_yesterday_is_earlier() -> None:
    (group,) = grouped([reminded("2026-11-22")], TODAY)
    assert group.heading == "Earlier"


def test_the_last_days_of_the_calendar_have_headings() -> None:
    listed = [row(counted(known, "9999-12-30")) for known in ("9999-12-31", "9999-12")]
    assert [group.heading for group in grouped(listed, date(9999, 12, 30))] == [
        "Tomorrow",
        "December",
    ]


DATES = st.one_of(
    st.none(),
    st.dates(date(2026, 10, 1), date(2028, 3, 1)).map(str),
    st.sampled_from(["2026-11", "2027-02", "2027-Q1", "2027-H2", "early 2027", "2026", "2028"]),
)


@given(st.lists(DATES), st.lists(DATES.filter(bool)), st.dates(date(2026, 9, 1), date(2028, 1, 1)))
def test_each_thing_stands_under_one_heading_in_its_order(
    known: list[str | None], reminders: list[str], today: date
) -> None:
    rows = [row(counted(each, str(today), number=n + 1)) for n, each in enumerate(known)]
    listed = by_date(rows, [reminded(each, str(today)) for each in reminders])
    groups = grouped(listed, today)
    under = [each for group in groups for each in group.listed]
    assert sorted(map(listed.index, under)) == sorted(map(listed.index, listed))
    for group in groups:
        places = [_place(listed, each) for each in group.listed]
        assert places == sorted(places)
    assert len({group.heading for group in groups}) == len(groups)


def _place(listed: list[RowOrReminder], each: RowOrReminder) -> int:
    return next(place for place, other in enumerate(listed) if other is each)


def titles(rows: tuple[RowOrReminder, ...]) -> list[str | None]:
    return [str(each.item.date) for each in rows if isinstance(each, Row)]


def test_what_has_no_date_is_only_named_unless_it_is_wanted_or_all_there_is() -> None:
    dated, undated = row(counted("2026-12-01")), row_of("borea", None)
    page = coming_page([dated, undated], TODAY, quiet=["Rest"])
    assert [group.heading for group in page.groups] == ["December"]
    assert (page.undated, page.quiet) == (("Borea", "Rest"), ())
    page = coming_page([dated, undated], TODAY, quiet=["Rest"], undated=True)
    assert [group.heading for group in page.groups] == ["December", "Without a date"]
    assert (page.undated, page.quiet, page.full) == ((), ("Rest",), True)
    page = coming_page([undated], TODAY)
    assert [group.heading for group in page.groups] == ["Without a date"]


def test_a_show_with_a_date_is_not_named_for_a_season_without_one() -> None:
    first, second = row(counted("2026-12-01")), row(counted(None, number=2))
    assert coming_page([first, second], TODAY).undated == ()


def test_what_is_left_out_is_known_and_named() -> None:
    behind = [row(counted("2027-03-01")), row_of("borea", None)]
    page = coming_page([row(counted("2026-12-01"))], TODAY, left_out=behind)
    assert (titles(page.left_out), page.undated) == (["2027-03-01"], ("Borea",))


def test_seen_from_another_moment_it_is_grouped_anew_or_keeps_its_order() -> None:
    rows = [row(counted("2026-12-01")), row(counted("2026-12-02"))]
    page = coming_page(rows, TODAY)
    later = page.at(moment("2026-12-01"))
    assert [group.heading for group in later.groups] == ["Today", "Tomorrow"]
    unsorted = coming_page(rows[::-1], TODAY, by_date=False)
    (group,) = unsorted.at(moment("2026-12-01")).groups
    assert titles(group.listed) == ["2026-12-02", "2026-12-01"]
