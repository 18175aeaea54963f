"""IMDb's lists: five ways of writing them since 2017, and what spreadsheets made of them."""

from datetime import UTC, datetime

import pytest

from premierectl.importers.document import Document, PlainText
from premierectl.importers.imdb import IMDB
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow
from tests.importing import data, rows, table

(FORM,) = IMDB
LIST_2024 = (
    "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,"
    "Runtime (mins),Year,Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated"
)
LIST_2023 = (
    "Position,Const,Created,Modified,Description,Title,URL,Title Type,IMDb Rating,"
    "Runtime (mins),Year,Genres,Num Votes,Release Date,Directors"
)
LIST_2020 = f"{LIST_2023},Your Rating,Date Rated"
LIST_2017 = (
    '"position","const","created","modified","description","Title","Title type","Directors",'
    '"You rated","IMDb Rating","Runtime (mins)","Year","Genres","Num. Votes",'
    '"Release Date (month/day/year)","URL"'
)
RATINGS = "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Year"
JUNE = datetime(2024, 6, 1, tzinfo=UTC)


def read(*lines: str) -> list[ImportedRow]:
    """What the lines of a table say, its names of columns first."""
    return rows(FORM, table("saved.csv", "\n".join(lines) + "\n"))


def series(
    number: str, title: str | None, line: int = 2, year: int | None = None,
    added: datetime | None = None, note: str | None = None,
) -> ImportedRow:  # fmt: skip
    """A row of a series."""
    return ImportedRow(
        title=title, year=year, ids=ExternalIds(imdb=number), added=added, note=note,
        file="saved.csv", line=line,
    )  # fmt: skip


def other(title: str, what: str, line: int = 2, year: int | None = None) -> ImportedRow:
    """A row of what is no series; its number is not taken."""
    return ImportedRow(title=title, year=year, not_a_show=what, file="saved.csv", line=line)


def test_a_list_of_2024() -> None:
    assert read(
        LIST_2024,
        "1,tt90000001,2024-06-01,2024-06-01,,Night Harbour,Nachthafen,,TV Series,7.7,50,2029,,,2029-01-05,,,",
        "2,tt90000012,2024-06-01,,,Glass Orchard,,,TV Mini Series,,,,,,2029,,,",
        '3,tt95000001,2024-06-01,,,"Harbour, the Film",,,Movie,,,2020,,,,,,',
    ) == [
        series("tt90000001", "Night Harbour", 2, 2029, JUNE),
        series("tt90000012", "Glass Orchard", 3, None, JUNE),
        other("Harbour, the Film", "film", 4, 2020),
    ]


def test_a_list_of_2023_without_ratings() -> None:
    assert read(
        LIST_2023,
        "1,tt90000001,2024-06-01,2024-06-01,,Night Harbour,,tvSeries,7.7,50,2029,Drama,1,,",
        "2,tt95000001,2024-06-01,2024-06-01,,Drowned Film,,movie,7.7,50,2020,Drama,1,,",
    ) == [
        series("tt90000001", "Night Harbour", 2, 2029, JUNE),
        other("Drowned Film", "film", 3, 2020),
    ]


def test_a_list_of_2020_with_types_in_one_word() -> None:
    assert read(
        LIST_2020,
        "1,tt90000005,2024-06-01,,,Zu späte Ärzte - die weiße Serie,,tvSeries,,,2010,,,,,,",
        "2,tt90000012,2024-06-01,,,Glass Orchard,,tvMiniSeries,,,2019,,,,,,",
        "3,tt95000001,2024-06-01,,,89,,movie,,,,,,,,,",
    ) == [
        series("tt90000005", "Zu späte Ärzte - die weiße Serie", 2, 2010, JUNE),
        series("tt90000012", "Glass Orchard", 3, 2019, JUNE),
        other("89", "film", 4),
    ]


def test_a_list_of_2017_in_quotes_takes_no_day_from_its_own_way_of_writing_one() -> None:
    assert read(
        LIST_2017,
        '"1","tt90000001","Sat Apr 23 08:36:35 2011","","","Night Harbour","TV Series","","","","","2009","","","",""',
        '"2","tt90000012","","","","Glass Orchard","Mini-Series","","","","","2009","","","",""',
        '"3","tt95000001","","","","Drowned Film","Feature Film","","","","","2009","","","",""',
    ) == [
        series("tt90000001", "Night Harbour", 2, 2009),
        series("tt90000012", "Glass Orchard", 3, 2009),
        other("Drowned Film", "film", 4, 2009),
    ]


def test_a_list_of_ratings_follows_its_series_and_says_what_it_is() -> None:
    lines = (
        RATINGS,
        "tt90000001,8,2024-01-11,Night Harbour,Night Harbour,,TV Series,7.7,2029",
        "tt95000001,3,2024-01-11,Drowned Film,Drowned Film,,Movie,7.7,2020",
    )
    assert read(*lines) == [
        series("tt90000001", "Night Harbour", 2, 2029),
        other("Drowned Film", "film", 3, 2020),
    ]
    assert FORM.says(table("saved.csv", "\n".join(lines))) == "this is a list of ratings"


@pytest.mark.parametrize("columns", [LIST_2024, LIST_2023, LIST_2020, LIST_2017])
def test_a_watchlist_needs_no_word_about_what_it_is(columns: str) -> None:
    assert FORM.says(table("ratings.csv", columns)) is None


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("TV Episode", "episode"),
        ("tvEpisode", "episode"),
        ("TV Movie", "film"),
        ("tvMovie", "film"),
        ("Documentary", "film"),
        ("TV Special", "special"),
        ("tvSpecial", "special"),
        ("Short", "short film"),
        ("TV Short", "short film"),
        ("Short Film", "short film"),
        ("Video", "video"),
        ("Music Video", "video"),
        ("Video Game", "game"),
        ("videoGame", "game"),
        ("Podcast Series", "podcast"),
        ("Podcast Episode", "podcast"),
        ("A Word Of 2027", "other title"),
        ("", "other title"),
    ],
)
def test_whatever_is_no_series_is_none_and_its_number_is_not_taken(kind: str, what: str) -> None:
    assert read("Const,Title,Title Type", f"tt90500001,Pilot,{kind}") == [other("Pilot", what)]


@pytest.mark.parametrize("kind", ["TV SERIES", "tv series", "TV Mini-Series", "tvMiniSeries"])
def test_a_series_is_told_by_the_letters_of_its_type(kind: str) -> None:
    assert read("Title Type,Const,Title", f"{kind},tt90000040,1923") == [
        series("tt90000040", "1923")
    ]


def test_a_title_that_stands_twice_gives_two_rows_of_one_number_and_the_note_of_one() -> None:
    assert read(
        LIST_2024,
        "1,tt90000001,2024-06-01,,,Night Harbour,,,TV Series,,,,,,,,,",
        '2,tt90000001,2024-06-01,,"seen twice,\nwith ""quotes""",Night Harbour,,,TV Series,,,,,,,,,',
    ) == [
        series("tt90000001", "Night Harbour", 2, None, JUNE),
        series("tt90000001", "Night Harbour", 3, None, JUNE, 'seen twice, with "quotes"'),
    ]


def test_what_a_spreadsheet_saved_again_has_blank_rows_and_days_read_in_two_ways() -> None:
    assert read(
        LIST_2020,
        "1,tt90000001,10-09-20,10-09-20,,Night Harbour,,tvSeries,9.4,594,2001,Drama,1,09-09-01,,,",
        ",,,,,,,,,,,,,,,,",
        ",,,,,,,,,,,,,,,,",
    ) == [series("tt90000001", "Night Harbour", 2, 2001)]


def test_a_number_that_is_none_is_said_and_the_title_kept() -> None:
    (row,) = read("Const,Title,Title Type", "tt12,Night Harbour,tvSeries")
    assert (row.title, row.ids, row.complaint) == (
        "Night Harbour",
        ExternalIds(),
        "'tt12' is not an IMDb number",
    )


@pytest.mark.parametrize(
    ("title", "complaint"), [("Night Harbour", None), ("", "it has neither a number nor a title")]
)
def test_a_series_without_a_number_needs_a_title(title: str, complaint: str | None) -> None:
    (row,) = read("Const,Title,Title Type", f",{title},tvSeries")
    assert (row.title, row.complaint) == (title or None, complaint)


def test_an_empty_list_has_nothing_in_it() -> None:
    assert read(LIST_2024) == []


@pytest.mark.parametrize(
    "document",
    [
        PlainText("watchlist.csv", LIST_2024),
        data("watchlist.csv", "[]"),
        table("watchlist.csv", "Const,Name,Known For,Birth Date\n"),
        table("watchlist.csv", "Title,Title Type\n"),
    ],
)
def test_what_is_no_list_of_titles_is_left_to_others(document: Document) -> None:
    assert not FORM.recognises(document)


def test_an_archive_is_not_looked_through_for_it() -> None:
    assert FORM.members is None
