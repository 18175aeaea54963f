"""Sonarr's series and calendars, as rows."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from premierectl.errors import BadFileError
from premierectl.importers.document import Data, PlainText
from premierectl.importers.sonarr import SONARR
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow
from tests.importing import data, read, said_of

NIGHT: dict[str, Any] = {
    "title": "Night Harbour",
    "titleSlug": "night-harbour",
    "year": 2029,
    "path": "/tv/DO-NOT-READ",
    "monitored": True,
    "tvdbId": 9000001,
    "tvMazeId": 900001,
    "imdbId": "tt90000001",
    "tmdbId": 9200001,
    "added": "2024-02-24T23:55:13.5Z",
}
EPISODE = {"seriesId": 1, "episodeNumber": 2, "title": "The Tide", "tvdbId": 9400001}


def series(*entries: Any) -> Data:
    return data("series.json", json.dumps(entries))


def calendar(*events: str, begin: str = "BEGIN:VCALENDAR") -> PlainText:
    """Sonarr's calendar with these lines in its events."""
    told = [
        f"BEGIN:VEVENT\nUID:NzbDrone_episode_{at}\n{each}END:VEVENT\n"
        for at, each in enumerate(events)
    ]
    return PlainText("Sonarr.ics", f"{begin}\nVERSION:2.0\n{''.join(told)}END:VCALENDAR\n")


def test_a_series_comes_with_the_number_of_tvmaze() -> None:
    assert read(SONARR, series({**NIGHT, "status": "continuing", "ended": False})) == [
        ImportedRow(
            title="Night Harbour",
            year=2029,
            ids=ExternalIds(tvmaze=900001, imdb="tt90000001", tvdb=9000001, tmdb=9200001),
            said="continuing",
            added=datetime(2024, 2, 24, 23, 55, 13, tzinfo=UTC),
            file="series.json",
            line=1,
        )
    ]


def test_nought_is_no_number_of_tvmaze() -> None:
    (row,) = read(SONARR, series({**NIGHT, "tvMazeId": 0, "imdbId": None, "tmdbId": 0}))
    assert row.ids == ExternalIds(tvdb=9000001)


@pytest.mark.parametrize(
    ("fields", "state", "said"),
    [
        ({"status": "upcoming"}, "following", "upcoming"),
        ({"status": "deleted"}, "following", "deleted"),
        ({"status": "ended"}, "ended", "ended"),
        ({"status": "continuing", "ended": True}, "ended", "ended"),
        ({"monitored": False, "status": "continuing"}, "stopped", "not monitored"),
        ({"monitored": False, "status": "ended"}, "stopped", "not monitored"),
        ({"monitored": None}, "following", ""),
    ],
)
def test_each_state_is_told_in_the_words_of_sonarr(
    fields: dict[str, Any], state: str, said: str
) -> None:
    (row,) = read(SONARR, series({**NIGHT, **fields}))
    assert (row.state, row.said, row.is_new_word) == (state, said, False)


def test_a_status_that_nobody_knows_is_followed_and_told() -> None:
    (row,) = read(SONARR, series({**NIGHT, "status": "brand-new"}))
    assert (row.state, row.said, row.is_new_word) == ("following", "brand-new", True)


def test_a_day_that_stands_for_none_is_none() -> None:
    (row,) = read(SONARR, series({**NIGHT, "added": "0001-01-01T00:00:00Z"}))
    assert row.added is None


def test_an_entry_without_a_name_and_a_number_is_told_of() -> None:
    found = read(SONARR, series(NIGHT, {"titleSlug": "x", "tvdbId": 0}, None))
    assert [(row.line, row.complaint) for row in found] == [
        (1, None),
        (2, "it has neither a number nor a title"),
        (3, "it has neither a number nor a title"),
    ]


def test_the_calendar_of_the_api_names_the_series_of_each_episode() -> None:
    found = read(SONARR, series({**EPISODE, "series": NIGHT}, {**EPISODE, "series": NIGHT}))
    assert [(row.title, row.ids.tvdb, row.line) for row in found] == [
        ("Night Harbour", 9000001, 1),
        ("Night Harbour", 9000001, 2),
    ]


def test_a_calendar_with_series_needs_no_remark() -> None:
    assert said_of(SONARR, series({**EPISODE, "series": NIGHT})) is None


def test_a_calendar_without_series_has_episodes_and_says_how_to_ask() -> None:
    document = series(EPISODE)
    assert read(SONARR, document) == [
        ImportedRow(title="The Tide", not_a_show="episode", file="series.json", line=1)
    ]
    assert said_of(SONARR, document) == (
        "this calendar names no series; ask for it with includeSeries"
    )


def test_a_calendar_to_subscribe_to_gives_titles_alone() -> None:
    document = calendar(
        "SUMMARY:Slow Horses - 7x01 - Good\\, Bad\nDTSTART:20270308T020000Z\n",
        "SUMMARY:Quiet\\, Please - 1x02 - Two words on a line that is so lon\n g that it folds\n",
        "SUMMARY:Slow Horses - 7x02 - What - 1x01 - Means\n",
    )
    assert read(SONARR, document) == [
        ImportedRow(title=title, file="Sonarr.ics", line=line)
        for line, title in enumerate(["Slow Horses", "Quiet, Please", "Slow Horses"], 1)
    ]


@pytest.mark.parametrize(
    ("summary", "title", "complaint"),
    [
        ("Late Talk - Jane Roe", "Late Talk", None),
        ("Late Talk -", "Late Talk", None),
        ("Late Talk", "Late Talk", None),
        ("9-1-1 - 8x01 -", "9-1-1", None),
        ("9-1-1 - 8x01", "9-1-1", None),
        ("Night - Harbour - 100x1234 - X", "Night - Harbour", None),
        (
            "Late Talk - Jane Roe - Again",
            "Late Talk - Jane Roe - Again",
            "it does not say where the title ends",
        ),
    ],
)
def test_a_daily_show_has_no_number_and_is_never_cut_by_guess(
    summary: str, title: str, complaint: str | None
) -> None:
    (row,) = read(SONARR, calendar(f"SUMMARY:{summary}\n"))
    assert (row.title, row.complaint) == (title, complaint)


@pytest.mark.parametrize(
    "lines", ["", "SUMMARY:\n", "SUMMARY:A - 1x01 - B\nSUMMARY:C - 1x01 - D\n"]
)
def test_an_event_without_one_title_is_told_of(lines: str) -> None:
    assert read(SONARR, calendar(lines)) == [
        ImportedRow(file="Sonarr.ics", line=1, complaint="it has no title")
    ]


@pytest.mark.parametrize(
    "head",
    [
        "PRODID:-//sonarr.tv//Sonarr//EN",
        "X-WR-CALNAME:Sonarr TV Schedule",
        "NAME:Sonarr TV Schedule",
    ],
)
def test_a_calendar_with_nothing_ahead_is_empty(head: str) -> None:
    assert read(SONARR, calendar(begin=f"\nBEGIN:VCALENDAR\n{head}")) == []


def test_another_calendar_is_none_of_sonarr() -> None:
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Lunch\nEND:VEVENT\nEND:VCALENDAR\n"
    lines = "UID:NzbDrone_episode_1\n"
    assert not any(
        form.recognises(PlainText("x", each)) for form in SONARR for each in (text, lines)
    )


def test_half_a_calendar_is_refused() -> None:
    whole = calendar("SUMMARY:Slow Horses - 7x01 - X\n").text
    half = PlainText("Sonarr.ics", whole.removesuffix("END:VEVENT\nEND:VCALENDAR\n"))
    with pytest.raises(BadFileError) as caught:
        read(SONARR, half)
    assert caught.value.message == "Sonarr.ics: is not a whole calendar"
    assert caught.value.exit_code == 65
