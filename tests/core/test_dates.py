"""What is known of a date."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.dates import ACCEPTED, PATTERN, PartialDate, date_order
from premierectl.errors import BadDateError
from premierectl.typed_dates import typed_date

SPANS = ["winter", "spring", "summer", "autumn", "early", "mid", "late"]
years = st.integers(1, 9999).map(lambda year: f"{year:04}")
written = st.one_of(
    st.dates().map(date.isoformat),
    st.builds("{}-{:02}".format, years, st.integers(1, 12)),
    st.builds("{}-Q{}".format, years, st.integers(1, 4)),
    st.builds("{}-H{}".format, years, st.integers(1, 2)),
    st.builds("{} {}".format, st.sampled_from(SPANS), years),
    years,
)
dates = st.builds("{}{}".format, written, st.sampled_from(["", "?"])).map(PartialDate)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2027-03-12", "2027-03-12", "2027-03-12", "day"),
        ("2028-02", "2028-02-01", "2028-02-29", "month"),
        ("2027-02", "2027-02-01", "2027-02-28", "month"),
        ("2027-12", "2027-12-01", "2027-12-31", "month"),
        ("2027-Q1", "2027-01-01", "2027-03-31", "quarter"),
        ("2027-Q4", "2027-10-01", "2027-12-31", "quarter"),
        ("winter 2027", "2027-01-01", "2027-03-31", "season"),
        ("spring 2027", "2027-03-01", "2027-05-31", "season"),
        ("summer 2027", "2027-06-01", "2027-08-31", "season"),
        ("autumn 2027", "2027-09-01", "2027-11-30", "season"),
        ("2027-H1", "2027-01-01", "2027-06-30", "half"),
        ("2027-H2", "2027-07-01", "2027-12-31", "half"),
        ("early 2027", "2027-01-01", "2027-04-30", "third"),
        ("mid 2027", "2027-05-01", "2027-08-31", "third"),
        ("late 2027", "2027-09-01", "2027-12-31", "third"),
        ("2027", "2027-01-01", "2027-12-31", "year"),
        ("9999", "9999-01-01", "9999-12-31", "year"),
    ],
)
def test_each_form_has_its_bounds(text: str, earliest: str, latest: str, precision: str) -> None:
    known = PartialDate(text)
    bounds = (known.earliest.isoformat(), known.latest.isoformat())
    assert (*bounds, known.precision, known.confirmed) == (earliest, latest, precision, True)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("fall 2027", "autumn 2027"),
        ("Early 2027?", "early 2027?"),
        ("Fall 2027?", "autumn 2027?"),
        ("Spring  2027", "spring 2027"),
    ],
)
def test_other_spellings_become_the_canonical_one(text: str, canonical: str) -> None:
    assert str(PartialDate(text)) == canonical


def test_a_question_mark_says_unconfirmed_and_changes_nothing_else() -> None:
    known = PartialDate("2026-12-25?")
    assert (known.confirmed, known.precision, known.latest) == (False, "day", date(2026, 12, 25))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-08-03", "3 August 2023"),
        ("2027-01?", "January 2027"),
        ("2027-Q1", "the first quarter of 2027"),
        ("2027-Q4", "the fourth quarter of 2027"),
        ("2027-H2", "the second half of 2027"),
        ("winter 2027", "winter 2027"),
        ("mid 2027", "mid 2027"),
        ("2027?", "2027"),
    ],
)
def test_a_date_can_be_written_out(text: str, words: str) -> None:
    assert PartialDate(text).words == words


@pytest.mark.parametrize(
    "text",
    [
        "", "?", "27", "2027-3", "2027-03-1", "2027-03-12T00:00", "20270312", "2027-Q5", "2027-q1",
        "next week", "spring", "spring 27", "spring 2027-03", "winter 2027-Q1", "2027--03",
        "2027-03-12-01", "\u0662\u0660\u0662\u0667", "2027??", "-2027", "monsoon 2027",
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_the_accepted_forms(text: str) -> None:
    with pytest.raises(BadDateError) as refused:
        PartialDate(text)
    assert refused.value.message == f"{text!r} is not a date: write {ACCEPTED}"


@pytest.mark.parametrize("text", ["2027-13", "2027-00", "2027-02-30", "0000", "2027-02-29?"])
def test_a_day_that_no_calendar_has_is_called_that(text: str) -> None:
    with pytest.raises(BadDateError, match="no calendar has that day"):
        PartialDate(text)


@given(dates)
def test_printing_and_reading_back_gives_the_same_date(known: PartialDate) -> None:
    again = PartialDate(str(known))
    assert again == known
    assert hash(again) == hash(known)
    assert (again.earliest, again.latest) == (known.earliest, known.latest)


@given(dates)
def test_bounds_stand_in_order_and_are_one_day_only_for_a_day(known: PartialDate) -> None:
    assert known.earliest <= known.latest
    assert (known.earliest == known.latest) == known.is_day


@given(st.dates())
def test_a_day_lies_in_its_month_its_quarter_and_its_year(day: date) -> None:
    quarter = f"{day.year:04}-Q{(day.month + 2) // 3}"
    for wider in (f"{day.year:04}-{day.month:02}", quarter, f"{day.year:04}"):
        assert PartialDate(wider).earliest <= day <= PartialDate(wider).latest


@given(st.text())
def test_any_text_is_a_date_that_reads_back_or_is_refused(text: str) -> None:
    try:
        known = PartialDate(text)
    except BadDateError:
        return
    assert PartialDate(known.text) == known


@given(dates, st.dates())
def test_a_vague_date_never_stands_before_an_exact_one_that_could_come_earlier(
    vague: PartialDate, day: date
) -> None:
    exact = PartialDate(day.isoformat())
    if day <= vague.latest and not vague.is_day:
        assert date_order(exact) < date_order(vague)


@given(dates)
def test_no_date_stands_last(known: PartialDate) -> None:
    assert date_order(known) < date_order(None)


def test_of_two_with_the_same_last_day_the_more_exact_stands_first() -> None:
    texts = ["2027", "autumn 2027", "2027-Q4", "2027-12", "2027-12-31"]
    listed = sorted(map(PartialDate, texts), key=date_order)
    assert [known.text for known in listed] == [
        "autumn 2027", "2027-12-31", "2027-12", "2027-Q4", "2027",
    ]  # fmt: skip


def test_a_date_does_not_change() -> None:
    with pytest.raises(AttributeError):
        PartialDate("2027").text = "2028"


def test_a_date_is_no_text_and_shows_itself() -> None:
    assert PartialDate("2027") != "2027"
    assert repr(PartialDate("2027")) == "PartialDate('2027')"


@given(st.dates(max_value=date(9999, 12, 30)))
def test_the_day_after_the_last_of_a_month_is_in_the_next(day: date) -> None:
    month = PartialDate(f"{day.year:04}-{day.month:02}")
    assert month.earliest.day == 1
    if month.latest < date.max:
        assert (month.latest + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("2027-01", "Jan 2027"),
        ("2027-Q3?", "Q3 2027"),
        ("2027-H2", "H2 2027"),
        ("early 2027", "early 2027"),
        ("spring 2027", "spring 2027"),
        ("2027", "2027"),
    ],
)
def test_a_vague_date_in_a_few_characters(text: str, short: str) -> None:
    assert PartialDate(text).short == short


@given(dates)
def test_every_date_is_of_the_one_grammar(known: PartialDate) -> None:
    assert re.search(PATTERN, known.text)


@given(st.from_regex(PATTERN, fullmatch=True))
def test_what_is_of_the_grammar_is_a_date_or_a_day_that_no_calendar_has(text: str) -> None:
    reason = ""
    try:
        PartialDate(text)
    except BadDateError as error:
        reason = error.reason
    assert reason in ("", "no calendar has that day")


@given(st.one_of(dates.map(str), st.text(), st.text("0123456789-QH? springEarly", max_size=12)))
def test_what_is_read_as_a_date_is_of_the_grammar(text: str) -> None:
    try:
        PartialDate(text)
    except BadDateError:
        return
    assert re.search(PATTERN, text)


def test_after_the_last_day_there_is_no_tomorrow() -> None:
    with pytest.raises(BadDateError, match="no calendar has that day"):
        typed_date("tomorrow", lambda: date.max)


TODAY = date(2026, 11, 23)


@given(dates)
def test_what_is_canonical_is_typed_as_it_is(known: PartialDate) -> None:
    assert typed_date(known.text, lambda: TODAY) == known


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("March 2027", "2027-03"),
        ("sept 2027", "2027-09"),
        ("12 March 2027", "2027-03-12"),
        ("12th of March", None),
        ("12th of March 2027", "2027-03-12"),
        ("Q1 of 2027", "2027-Q1"),
        ("mid-2027", "mid 2027"),
        (" SPRING  2027 ", "spring 2027"),
        ("Mar 12 2027", "2027-03-12"),
        ("Mar. 12, 2027", "2027-03-12"),
        ("March 12th, 2027?", "2027-03-12?"),
        ("Q1 2027", "2027-Q1"),
        ("2027 q1", "2027-Q1"),
        ("2027q4", "2027-Q4"),
        ("H2 2027", "2027-H2"),
        ("first half of 2027", "2027-H1"),
        ("the second half of 2027", "2027-H2"),
        ("third quarter 2027", "2027-Q3"),
        ("third half of 2027", None),
        ("fifth quarter of 2027", None),
        ("2027-3-1", "2027-03-01"),
        ("2027-3", "2027-03"),
        ("Early 2027", "early 2027"),
        ("fall 2027", "autumn 2027"),
        ("today", "2026-11-23"),
        ("Tomorrow?", "2026-11-24?"),
        ("3/4/2027", None),
        ("03.04.2027", None),
        ("12 Marchember 2027", None),
        ("31 February 2027", None),
        ("March", None),
        ("27", None),
        ("", None),
    ],
)
def test_a_date_may_be_typed_as_people_write_it(words: str, text: str | None) -> None:
    if text is None:
        with pytest.raises(BadDateError):
            typed_date(words, lambda: TODAY)
    else:
        assert typed_date(words, lambda: TODAY).text == text


def test_without_a_day_there_is_no_today() -> None:
    with pytest.raises(BadDateError, match="also such as 12 March 2027"):
        typed_date("today")


@pytest.mark.parametrize("text", ["2027120312", "2027-1-312", "20-27-1234"])
def test_ten_digits_and_dashes_are_no_day(text: str) -> None:
    with pytest.raises(BadDateError, match="write 2027-03-12"):
        PartialDate(text)
