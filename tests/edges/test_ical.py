"""Events, read back field by field with ``icalendar``; hostile text stays in its field."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl import __version__
from premierectl.countdown import Countdown, countdown
from premierectl.model import Network, Show
from premierectl.render.event_text import Told
from premierectl.render.ical import published
from premierectl.schedule import releases
from premierectl.upcoming.outlook import Row
from tests import make

USUAL = Network(name="HBO", usual_time="21:00", timezone="America/New_York")


NOW = datetime(2026, 11, 23, 12, 30, 15, 999, tzinfo=UTC)


def calendar_text(
    rows: Iterable[Row], as_of: date | None = None, alarms: Sequence[timedelta] = ()
) -> str:
    """The text of a calendar of which nobody was told anything yet."""
    return published(rows, {}, NOW, as_of, alarms).text


def items(show: Show, today: str = "2026-11-23", zone: str = "UTC") -> list[Countdown]:
    """Every release of a show that has a date, as a countdown."""
    moment = make.moment(today, zone)
    found = (each for season in show.seasons for each in releases(show, season))
    return [countdown(each, moment) for each in found if each.date]


def text_of(*seasons: dict[str, Any], as_of: date | None = None, **fields: Any) -> str:
    """The calendar of a show with these seasons."""
    show = make.show(seasons=[{"number": 1, **season} for season in seasons], **fields)
    return calendar_text([make.row(item) for item in items(show)], as_of)


def read(text: str) -> icalendar.Calendar:
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    assert not calendar.errors
    return calendar


def events(*seasons: dict[str, Any], **fields: Any) -> list[icalendar.Event]:
    """The events of a show with these seasons, read back."""
    found = read(text_of(*seasons, **fields)).events
    assert not any(event.errors for event in found)
    return found


def event(premiere: str, *, as_of: date | None = None, **season: Any) -> icalendar.Event:
    (only,) = events({"premiere": premiere, **season}, as_of=as_of)
    return only


def day(year: int, month: int, number: int) -> datetime:
    """The first moment of a day in UTC."""
    return datetime(year, month, number, tzinfo=UTC)


def lines(found: icalendar.Event) -> list[str]:
    return str(found["description"]).splitlines()


def test_the_calendar_has_a_name_and_says_how_often_to_look_again() -> None:
    text = text_of({"premiere": "2027-03-12"})
    calendar = read(text)
    assert {name: value.to_ical().decode() for name, value in calendar.items()} == {
        "VERSION": "2.0",
        "PRODID": f"-//premierectl//premierectl {__version__}//EN",
        "NAME": "Premieres",
        "X-WR-CALNAME": "Premieres",
        "REFRESH-INTERVAL": "P1D",
        "X-PUBLISHED-TTL": "P1D",
    }
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in text
    assert "METHOD" not in calendar


def test_a_day_is_an_all_day_event_letter_by_letter() -> None:
    season = {
        "premiere": "2027-03-12",
        "release": "all at once",
        "episodes": 8,
        "network": "Netflix",
        "synopsis": "It is back; at last, all of it.\nAnd more.",
        "history": [{"when": "2026-11-02", "from": "2027-02", "to": "2027-03-12"}],
        "sources": [
            {"title": "Tudum", "url": "https://t.example/a", "checked": "2026-11-20"},
            {"checked": "2026-11-21"},
        ],
    }
    text = text_of(season, url="https://n.example/aurora", genres=["drama", "sci-fi, dark"])
    unfolded = text.replace("\r\n ", "").replace("\r\n", "\n")
    assert unfolded.partition("BEGIN:VEVENT\n")[2] == (
        "SUMMARY:Aurora season 1 (E1–E8)\n"
        "DTSTART;VALUE=DATE:20270312\n"
        "DTEND;VALUE=DATE:20270313\n"
        "DTSTAMP:20261102T000000Z\n"
        "UID:aurora-s1@premierectl\n"
        "SEQUENCE:1\n"
        "CATEGORIES:drama,sci-fi\\, dark\n"
        "DESCRIPTION:Netflix\\nall at once\\, 8 episodes\\nIt is back\\; at last\\, all of it.\\nAnd more.\\n"
        "source: Tudum\\, https://t.example/a\n"
        "LAST-MODIFIED:20261102T000000Z\n"
        "LOCATION:Netflix\n"
        "STATUS:CONFIRMED\n"
        "TRANSP:TRANSPARENT\n"
        "URL:https://n.example/aurora\n"
        "END:VEVENT\n"
        "END:VCALENDAR\n"
    )
    assert text.count("\n") == text.count("\r\n")


def test_a_day_ends_with_the_next() -> None:
    found = event("2026-12-31")
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (
        date(2026, 12, 31),
        date(2027, 1, 1),
    )
    assert found["dtstart"].params["VALUE"] == "DATE"
    assert found["transp"] == "TRANSPARENT"


def test_the_last_day_of_the_calendar_has_no_next() -> None:
    found = event("9999-12-31")
    assert found.decoded("dtstart") == date(9999, 12, 31)
    assert "dtend" not in found


def test_an_instant_is_in_utc_and_takes_time() -> None:
    found = event("2025-12-25", time="17:00", timezone="America/Los_Angeles")
    assert found.decoded("dtstart") == datetime(2025, 12, 26, 1, 0, tzinfo=UTC)
    assert found["dtstart"].to_ical() == b"20251226T010000Z"
    assert not {"duration", "transp"} & {name.lower() for name in found}
    assert lines(found) == ["25 December 2025, 17:00 in Los Angeles"]


@pytest.mark.parametrize("season", [{"time": "17:00"}, {"time": "17:00", "timezone": "No/Where"}])
def test_a_clock_time_without_a_zone_makes_no_instant(season: dict[str, Any]) -> None:
    assert event("2025-12-25", **season).decoded("dtstart") == date(2025, 12, 25)


@pytest.mark.parametrize(
    ("premiere", "status", "summary"),
    [
        ("2027-03-12", "CONFIRMED", "Aurora season 1"),
        ("2027-03-12?", "TENTATIVE", "Aurora season 1 (unconfirmed)"),
        ("2027-01", "TENTATIVE", "Aurora season 1 (January 2027, day unknown)"),
        ("2027-01?", "TENTATIVE", "Aurora season 1 (January 2027, day unknown, unconfirmed)"),
        ("2027-Q1", "TENTATIVE", "Aurora season 1 (the first quarter of 2027, day unknown)"),
    ],
)
def test_doubt_shows_in_status_and_summary(premiere: str, status: str, summary: str) -> None:
    found = event(premiere)
    assert (found["status"], found["summary"]) == (status, summary)


@pytest.mark.parametrize(
    ("premiere", "first", "after"),
    [
        ("2027-01", date(2027, 1, 1), date(2027, 2, 1)),
        ("2027-Q4", date(2027, 10, 1), date(2028, 1, 1)),
        ("spring 2027", date(2027, 3, 1), date(2027, 6, 1)),
        ("2027", date(2027, 1, 1), date(2028, 1, 1)),
    ],
)
def test_a_vague_date_takes_its_whole_span(premiere: str, first: date, after: date) -> None:
    found = event(premiere)
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (first, after)
    assert found["transp"] == "TRANSPARENT"


def test_each_release_is_named_with_its_episodes_and_has_an_id_of_its_own() -> None:
    weekly = {"premiere": "2027-01-07", "release": "weekly", "episodes": 4, "first_day": 2}
    parts = {
        "number": 5,
        "release": "parts",
        "parts": [
            {"label": "Volume 1", "date": "2027-02-01", "episodes": 4},
            {"label": "Volume 2", "date": "2027-02-08", "episodes": 3},
            {"label": "Volume 3", "date": "2027-02-15"},
        ],
    }
    assert [(each["uid"], each["summary"]) for each in events(weekly, parts)] == [
        ("aurora-s1@premierectl", "Aurora season 1 (E1–E2)"),
        ("aurora-s1e3@premierectl", "Aurora S1 E3"),
        ("aurora-s1e4@premierectl", "Aurora S1 finale (E4)"),
        ("aurora-s5@premierectl", "Aurora S5 Volume 1 (E1–E4)"),
        ("aurora-s5p2@premierectl", "Aurora S5 Volume 2 (E5–E7)"),
        ("aurora-s5p3@premierectl", "Aurora S5 Volume 3"),
    ]


@pytest.mark.parametrize(
    ("name", "uid"),
    [
        ("Christmas special", "aurora-christmas-special@premierectl"),
        (None, "aurora-special@premierectl"),
        ("特別", "aurora-special-9cc00e05@premierectl"),
        ("\ud800", "aurora-special-6464c2b0@premierectl"),
    ],
)
def test_a_special_is_told_by_its_name(name: str | None, uid: str) -> None:
    assert event("2026-12-25", number=None, name=name)["uid"] == uid


def test_a_part_of_a_special_has_its_name_and_number() -> None:
    parts = [{"label": "I", "date": "2026-12-25"}, {"label": "II", "date": "2026-12-26"}]
    found = events({"number": None, "name": "Finale", "parts": parts})
    assert [each["uid"] for each in found] == [
        "aurora-finale-9d31c883@premierectl",
        "aurora-finale-9d31c883-p2@premierectl",
    ]


def test_a_moved_date_keeps_the_id_and_raises_sequence_and_last_modified() -> None:
    first = {"when": "2026-10-01", "from": "2027-01", "to": "2027-03-12"}
    moved = {"when": "2026-11-20", "from": "2027-03-12", "to": "2027-04-02"}
    before = event("2027-03-12", history=[first])
    after = event("2027-04-02", history=[first, moved])
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (1, 2)
    assert before.decoded("last-modified") == day(2026, 10, 1)
    assert after.decoded("last-modified") == day(2026, 11, 20)
    assert after.decoded("dtstamp") == after.decoded("last-modified")


@pytest.mark.parametrize(
    ("season", "as_of", "changed"),
    [
        ({"sources": [{"checked": "2026-08-24"}]}, date(2026, 9, 21), day(2026, 9, 2)),
        ({"sources": [{"checked": "2026-09-03"}]}, date(2026, 9, 21), day(2026, 9, 3)),
        ({}, date(2026, 9, 21), day(2026, 9, 2)),
    ],
)
def test_without_a_move_it_is_as_of_the_last_look(
    season: dict[str, Any], as_of: date, changed: datetime
) -> None:
    looks = [{"checked": "2026-09-02"}, {"title": "no day"}]
    (found,) = events({"premiere": "2027-01-01", **season}, as_of=as_of, sources=looks)
    assert found.decoded("dtstamp") == changed


@pytest.mark.parametrize(
    ("as_of", "changed"),
    [(date(2026, 9, 21), day(2026, 9, 21)), (None, day(1970, 1, 1))],
)
def test_without_a_look_it_is_as_of_the_catalogue(as_of: date | None, changed: datetime) -> None:
    assert event("2027-01-01", as_of=as_of).decoded("dtstamp") == changed


@pytest.mark.parametrize(
    ("premiere", "season", "network", "expected"),
    [
        ("2027-01-10", {}, USUAL, ["HBO", "usually 21:00 in New York", "all at once"]),
        ("2027-01-10", {}, Network(name="HBO"), ["HBO", "all at once"]),
        ("2027-01-10", {}, Network(name="HBO", usual_time="21:00"), ["HBO", "all at once"]),
        ("2027-01-10", {}, None, ["HBO", "all at once"]),
        ("2027-01", {}, USUAL, ["HBO", "all at once"]),
        (
            "2027-01-10",
            {"time": "20:00", "timezone": "Europe/London"},
            USUAL,
            ["HBO", "10 January 2027, 20:00 in London", "all at once"],
        ),
    ],
)
def test_the_description_tells_the_time_as_far_as_it_is_known(
    premiere: str, season: dict[str, str], network: Network | None, expected: list[str]
) -> None:
    show = make.show(
        network="HBO",
        seasons=[{"number": 1, "premiere": premiere, "release": "all at once", **season}],
    )
    entries = [make.row(item, network) for item in items(show)]
    (found,) = read(calendar_text(entries)).events
    assert lines(found) == expected


def test_the_shows_synopsis_stands_in_and_each_source_is_named_once() -> None:
    tvmaze = {"title": "TVmaze", "url": "https://www.tvmaze.com/shows/1"}
    season = {"premiere": "2027-01-01", "sources": [tvmaze, {"title": "Deadline"}]}
    (found,) = events(season, synopsis="Northern lights.", sources=[tvmaze])
    assert lines(found) == [
        "Northern lights.",
        "source: TVmaze, https://www.tvmaze.com/shows/1",
        "source: Deadline",
    ]


def test_what_is_not_known_is_not_there() -> None:
    found = event("2027-01-01")
    assert not {"LOCATION", "URL", "CATEGORIES", "CLASS", "DESCRIPTION"} & set(found)


def test_alarms_come_before_the_event_and_say_its_name() -> None:
    before = [timedelta(days=1), timedelta(minutes=30), timedelta(weeks=1)]
    entry = make.row(make.counted("2027-03-12"))
    text = calendar_text([entry], None, before)
    (found,) = read(text).events
    alarms = [each for each in found.walk() if isinstance(each, icalendar.Alarm)]
    assert [each["trigger"].to_ical() for each in alarms] == [b"-P1D", b"-PT30M", b"-P7D"]
    assert {(each["action"], each["description"]) for each in alarms} == {
        ("DISPLAY", "Aurora season 1")
    }


def test_neither_the_moment_nor_the_zone_changes_a_byte() -> None:
    season = {"number": 1, "premiere": "2026-12-25", "time": "17:00", "timezone": "Asia/Tokyo"}
    show = make.show(seasons=[season, {"number": 2, "premiere": "2027-01-01"}])
    texts = {
        calendar_text(map(make.row, items(show, today, zone)))
        for today in ("2026-11-23", "2026-12-24", "2030-01-01")
        for zone in ("UTC", "Pacific/Auckland", "Pacific/Honolulu")
    }
    assert len(texts) == 1


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "https://",
        "https://user@x.example/",
        "https://x.example/ a",
        "https://x.example/\r\nATTENDEE:mailto:x@x.example",
        "https://x.example/\u202egnp.exe",
        "ftp://x.example/",
    ],
)
def test_what_is_no_web_address_is_no_link(url: str) -> None:
    (found,) = events({"premiere": "2027-01-01"}, url=url)
    assert "url" not in found


def test_a_control_character_is_a_space_and_what_reorders_is_gone() -> None:
    (found,) = events(
        {"premiere": "2027-01-01", "synopsis": "a\x1b[2Jb\u202ec\r\n\r\nd\u2028e"},
        title="Aurora\r\nATTENDEE:mailto:x@x.example\t\u200bo\ud800k",
    )
    assert found["summary"] == "Aurora  ATTENDEE:mailto:x@x.example ok season 1"
    assert lines(found) == ["a [2Jbc", "d", "e"]


@given(
    st.text(st.sampled_from("\\\\,;é特🎬ab "), min_size=60, max_size=400)
    .map(str.strip)
    .filter(bool)
)
def test_a_long_text_comes_back_whole(synopsis: str) -> None:
    text = text_of({"premiere": "2027-01-01", "synopsis": synopsis})
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (found,) = read(text).events
    assert found["description"] == synopsis


@pytest.mark.parametrize("letter", ["\\", "🎬", "é", "\u0301"])
def test_a_line_is_folded_between_letters(letter: str) -> None:
    (found,) = events({"premiere": "2027-01-01", "synopsis": letter * 300})
    assert found["description"] == letter * 300


HOSTILE = st.text(
    st.one_of(
        st.sampled_from("\r\n\t;:,\\\"'\x00\x1b\x85\u2028\u202e\ufeff\ud800"), st.characters()
    )
)
NAMES = {
    "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "DESCRIPTION", "LAST-MODIFIED",
    "LOCATION", "STATUS", "TRANSP", "CATEGORIES", "URL",
}  # fmt: skip


@given(HOSTILE.filter(bool))
def test_no_text_gets_out_of_its_field(hostile: str) -> None:
    text = text_of(
        {
            "premiere": "2027-01-01",
            "number": None,
            "name": hostile,
            "synopsis": hostile,
            "sources": [{"title": hostile, "url": hostile}],
        },
        title=f"{hostile}\r\nBEGIN:VEVENT",
        network=f"{hostile}\r\nEND:VEVENT",
        genres=[hostile, "b\r\nX-MORE:1"],
        url=f"https://x.example/{hostile}",
    )
    written = text.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in written)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", text)
    assert "\n" not in "".join(written)
    (found,) = read(text).events
    assert set(found) <= NAMES
    assert not found.subcomponents


BASE: dict[str, Any] = {"premiere": "2027-01-07", "release": "weekly", "episodes": 8}
TIMED = {"time": "21:00", "timezone": "America/New_York"}


def told_of(season: dict[str, Any], told: dict[str, Told], **show: Any) -> dict[str, Told]:
    found = items(make.show(seasons=[{"number": 1, **season}], **show))
    return dict(published(map(make.row, found[:2]), told, NOW).told)


@pytest.mark.parametrize(
    "after",
    [
        {**BASE, "premiere": "2027-01-08"},
        {**BASE, "premiere": "2027-01-07?"},
        {**BASE, **TIMED},
        {**BASE, "first_day": 2},
        {**BASE, "network": "Hulu"},
        {**BASE, "synopsis": "It is back."},
        {**BASE, "episodes": 10},
    ],
)
def test_whatever_a_calendar_shows_otherwise_raises_the_sequence(after: dict[str, Any]) -> None:
    first = told_of(BASE, {})
    again = told_of(BASE, first)
    assert again == first
    uid = "aurora-s1@premierectl"
    changed = told_of(after, first)[uid]
    assert (first[uid].sequence, changed.sequence) == (0, 1)
    assert changed.changed == NOW.replace(microsecond=0)
    back = told_of(BASE, {uid: changed})[uid]
    assert back.sequence == 2


def test_a_time_of_a_timed_event_too() -> None:
    first = told_of({**BASE, **TIMED}, {})
    for after in ({"time": "20:00"}, {"timezone": "America/Chicago"}, {"runtime": 30}):
        changed = told_of({**BASE, **TIMED, **after}, first)
        assert [each.sequence for each in changed.values()] == [1, 1]


@pytest.mark.parametrize(
    ("season", "show", "minutes"),
    [({}, {}, 60), ({}, {"runtime": 45}, 45), ({"runtime": 30}, {"runtime": 45}, 30)],
)
def test_a_timed_event_is_as_long_as_an_episode(
    season: dict[str, Any], show: dict[str, Any], minutes: int
) -> None:
    found = events({"premiere": "2027-01-07", **TIMED, **season}, **show)[0]
    assert found.decoded("dtend") - found.decoded("dtstart") == timedelta(minutes=minutes)
    assert {found["dtstart"].params.get("VALUE"), found["dtend"].params.get("VALUE")} == {None}


def test_an_event_may_have_no_end_at_the_end_of_the_calendar() -> None:
    found = event("9999-12-31", time="23:30", timezone="UTC")
    assert "dtend" not in found
    assert found["dtstart"].to_ical() == b"99991231T233000Z"


@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("\u0645\u06cc\u200c\u062e\u0648", "\u0645\u06cc\u200c\u062e\u0648 season 1"),
        ("a\u200db\ufdd0\uffffc", "abc season 1"),
        ("a\nb\u2028c", "a b c season 1"),
    ],
)
def test_a_joiner_stays_where_a_word_needs_it(title: str, summary: str) -> None:
    (found,) = events({"premiere": "2027-01-01"}, title=title)
    assert str(found["summary"]) == summary
