"""Lists that people keep themselves: lines, tables, bookmarks, outlines."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.importers.lines import line_row
from premierectl.importers.reading import read_accounts
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow

IMDB = ExternalIds(imdb="tt90000001")
NO_NUMBER = "a name in an address is not a number"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "list"


def rows(path: Path, *lines: str, tracker: str = "A list") -> Sequence[ImportedRow]:
    """The rows of a file of these lines."""
    path.write_text("\n".join(lines), encoding="utf-8")
    (account,) = read_accounts(str(path))
    assert account.tracker == tracker
    return account.rows


def listed(line: int, title: str | None, **fields: Any) -> ImportedRow:
    return ImportedRow(title=title, file="list", line=line, **fields)


def test_lines_of_titles(path: Path) -> None:
    assert rows(
        path,
        "# what I wait for",
        "Heartstopper",
        "- Slow Horses",
        "* [ ] Severance",
        "2. Silo",
        "  The Pitt season 3",
        "",
        "Doctor Who (2005)",
        "slow horses",
    ) == (
        listed(2, "Heartstopper"),
        listed(3, "Slow Horses"),
        listed(4, "Severance"),
        listed(5, "Silo"),
        listed(6, "The Pitt", season=3),
        listed(8, "Doctor Who (2005)"),
        listed(9, "slow horses"),
    )


@pytest.mark.parametrize("content", ["", "\r\n  \r\n\t", "\ufeff", "# nothing\n---\n* [ ]\n"])
def test_an_empty_list_has_no_rows(path: Path, content: str) -> None:
    assert rows(path, content) == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_do_on_any_system(path: Path, end: str) -> None:
    path.write_bytes(f"\ufeffHeartstopper{end}{end}Silo{end}".encode())
    (account,) = read_accounts(str(path))
    assert account.rows == (listed(1, "Heartstopper"), listed(3, "Silo"))


@pytest.mark.parametrize("header", ["Title", "NAME", " Serie ", '"Título"', "Show_Title"])
def test_the_name_of_a_column_above_lines_is_no_title(path: Path, header: str) -> None:
    assert rows(path, "# mine", header, "Show", "Quiet, Please", '"Yes, ""No"""') == (
        listed(3, "Show"),
        listed(4, "Quiet, Please"),
        listed(5, 'Yes, "No"'),
    )


@pytest.mark.parametrize(
    "title",
    [
        "1923", "9-1-1", "24", "89", "1899", "S.W.A.T.", "Sense8", "Area 51", "#blackAF", "[REC]",
        "+1", "12 Monkeys", "Section 24", "S3", "season 3", "Love season 0", "Christmas special",
        "Re:ZERO", "CSI:NY", "American Horror Story: 1984", "Paper Ronin 2nd Season",
        "Late Murder 1x02", "Late Murder s1e2", '"A" and "B"', "Mr. Robot", "Wednesday (2022)",
    ],
)  # fmt: skip
def test_what_is_a_title_stays_one(title: str) -> None:
    assert line_row(title) == ImportedRow(title=title)


@pytest.mark.parametrize("mark", ["-", "*", "+", "•", "1.", "12)", "[ ]", "- [ ]", "3. [ ]", "[]"])
def test_marks_of_lists_are_taken_off(mark: str) -> None:
    assert line_row(f" {mark} 9-1-1 ") == ImportedRow(title="9-1-1")


def test_a_tick_is_a_word_that_nobody_knows() -> None:
    assert line_row("- [x] Silo") == ImportedRow(title="Silo", said="[x]", is_new_word=True)


@pytest.mark.parametrize(
    ("line", "season", "part"),
    [
        ("The Pitt season 3", 3, None),
        ("The Pitt, Season 3", 3, None),
        ("The Pitt – s03", 3, None),
        ("The Pitt:s3", 3, None),
        ("The Pitt season 3 part 2", 3, 2),
        ("The Pitt S3P2", 3, 2),
    ],
)
def test_a_season_is_read_where_it_is_written_as_one(
    line: str, season: int, part: int | None
) -> None:
    assert line_row(line) == ImportedRow(title="The Pitt", season=season, part=part)


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("tvmaze:17", {"tvmaze": 17}),
        ("tvdb:9000009", {"tvdb": 9000009}),
        ("TT90000001", {"imdb": "tt90000001"}),
        ("imdb:tt90000001", {"imdb": "tt90000001"}),
        ("https://www.imdb.com/title/tt90000001/?ref_=wl_li_tt", {"imdb": "tt90000001"}),
        ("http://m.imdb.com/de/title/tt90000001", {"imdb": "tt90000001"}),
        ("imdb.com/title/tt90000001/episodes/", {"imdb": "tt90000001"}),
        ("https://www.tvmaze.com/shows/17/night-harbour", {"tvmaze": 17}),
        ("- https://api.tvmaze.com/shows/17?embed=cast", {"tvmaze": 17}),
        ("https://thetvdb.com/dereferrer/series/9000009", {"tvdb": 9000009}),
    ],
)
def test_numbers_and_addresses_of_shows(line: str, ids: dict[str, Any]) -> None:
    assert line_row(line) == ImportedRow(ids=ExternalIds(**ids))


def test_a_number_by_which_nobody_can_be_asked_is_told_by_what_stands_there() -> None:
    address = "https://www.themoviedb.org/tv/1399-a-show"
    assert line_row(address) == ImportedRow(title=address, ids=ExternalIds(tmdb=1399))
    assert line_row("trakt:9") == ImportedRow(title="trakt:9", ids=ExternalIds(trakt=9))


@pytest.mark.parametrize(
    "address",
    [
        "https://trakt.tv/shows/late-murder",
        "https://trakt.tv/shows/1923",
        "https://thetvdb.com/series/24",
        "trakt.tv",
        "https://www.imdb.com/name/nm0000001/",
        "https://www.imdb.com/title/tt12/",
    ],
)
def test_a_name_in_an_address_is_no_number(address: str) -> None:
    assert line_row(address) == ImportedRow(title=address, complaint=NO_NUMBER)


def test_other_addresses_name_no_show() -> None:
    assert line_row("https://example.com/shows/17") == ImportedRow(
        title="https://example.com/shows/17",
        complaint="it is an address of no site with numbers of shows",
    )


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://trakt.tv/movies/drowned-film", "film"),
        ("https://www.themoviedb.org/movie/17", "film"),
        ("https://www.tvmaze.com/episodes/17/night-harbour", "episode"),
    ],
)
def test_addresses_of_what_is_no_show(address: str, kind: str) -> None:
    assert line_row(address) == ImportedRow(title=address, not_a_show=kind)


@pytest.mark.parametrize("number", ["tt12", "tvdb:0", "imdb:tt1", "tvmaze:999999999"])
def test_a_number_that_is_none_is_not_read_as_one(number: str) -> None:
    assert line_row(number) == ImportedRow(
        title=number, complaint=f"{number!r} is not the number of a show"
    )


def test_text_is_no_title_however_long_it_is(path: Path) -> None:
    title, long = "x" * 3_000, "y" * 10_001
    assert rows(path, title, long, f"{long * 3} season 3", "Silo") == (
        listed(1, title),
        listed(2, None, complaint="10,001 letters are not a title"),
        listed(3, None, complaint="a line so long is not a title"),
        listed(4, "Silo"),
    )


def test_entities_are_decoded_once_however_long_they_are() -> None:
    assert line_row("Songbirds &amp;amp; Snow") == ImportedRow(title="Songbirds &amp; Snow")
    assert line_row(f"a &#{'1' * 5_000}; b") == ImportedRow(title="a \ufffd b")


@given(st.text())
def test_any_line_is_a_row_or_nothing(line: str) -> None:
    row = line_row(line)
    assert row is None or row.title or row.ids != ExternalIds()


def test_a_table_of_a_spreadsheet(path: Path) -> None:
    assert rows(
        path,
        "Nr;Titel;Jahr;Staffel;IMDb;tvdb;TVmaze ID;Typ;Notiz",
        '1;Heartstopper;;;;;;;"mit ""Anführung""; und Semikolon"',
        "2;Lanterns;2026;2.0;;;;Serie;",
        "3;Night Harbour;2029;Season 3;tt90000001;9000001;900001;TV series;",
        "4;;;;https://www.imdb.com/title/tt90000002/;-1;0;;",
        ";;;;;;;;",
    ) == (
        listed(2, "Heartstopper"),
        listed(3, "Lanterns", year=2026, season=2),
        listed(
            4, "Night Harbour", year=2029, season=3,
            ids=ExternalIds(tvmaze=900001, imdb="tt90000001", tvdb=9000001),
        ),
        listed(5, None, ids=ExternalIds(imdb="tt90000002")),
    )  # fmt: skip


@pytest.mark.parametrize(
    "header",
    ["title", "Name", "SHOW", "series", "Titel", "Serie", "Título", "titre", "imdb", "tvmaze_id", "TVDB"],
)  # fmt: skip
def test_a_table_is_told_by_a_column_of_titles_or_numbers(path: Path, header: str) -> None:
    ((row),) = rows(path, f"{header},seen", "17,yes")
    assert row.line == 2


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("movie", "film"),
        ("Films", "film"),
        ("TV Movie", "film"),
        ("Game", "game"),
        ("video_game", "game"),
        ("Buch", "book"),
        ("Podcast", "podcast"),
        ("Episode", "episode"),
    ],
)
def test_what_a_table_says_is_no_show_is_none(path: Path, word: str, kind: str) -> None:
    assert rows(path, "title,type,year,imdb", f"Drowned Film,{word},2020,tt95000001") == (
        listed(2, "Drowned Film", year=2020, not_a_show=kind),
    )


@pytest.mark.parametrize("word", ["", "tv", "Show", "TV Series", "series", "anime", "documentary"])
def test_what_else_a_table_has_is_a_show(path: Path, word: str) -> None:
    assert rows(path, "title,type", f"Silo,{word}") == (listed(2, "Silo"),)


def test_cells_that_are_no_numbers_are_not_read_as_ones_and_said(path: Path) -> None:
    assert rows(
        path,
        "title,imdb,tvdb,season",
        "Night Harbour,tt99999999999999999999,,",
        "Late Murder,tt1'; DROP TABLE,-5,1-3",
        ",tt12,,",
        ",,,3",
        "trakt.tv/shows/x,,9000001,",
    ) == (
        listed(
            2, "Night Harbour", complaint="'tt99999999999999999999' is not a number at IMDb"
        ),
        listed(
            3, "Late Murder",
            complaint="\"tt1'; DROP TABLE\" is not a number at IMDb; '-5' is not a number at TheTVDB; "
            "'1-3' is not a season; the whole show is meant",
        ),
        listed(
            4, None,
            complaint="'tt12' is not a number at IMDb; it has neither a number nor a title",
        ),
        listed(5, None, season=3, complaint="it has neither a number nor a title"),
        listed(6, "trakt.tv/shows/x", ids=ExternalIds(tvdb=9000001), complaint=NO_NUMBER),
    )  # fmt: skip


def test_numbers_and_addresses_stand_in_cells_of_titles_too(path: Path) -> None:
    assert rows(path, "title,year", "tvmaze:17,", "imdb.com/title/tt90000001,2029") == (
        listed(2, None, ids=ExternalIds(tvmaze=17)),
        listed(3, None, year=2029, ids=IMDB),
    )


def test_hostile_cells_stay_as_they_are(path: Path) -> None:
    long = "x" * 3_000
    assert rows(
        path,
        "title,imdb",
        "Evil \x1b]0;pwn\x07 [red]x[/] \u202eend,tt90000001",
        '"=HYPERLINK(""http://192.0.2.1"",""x"")",',
        f"{long},",
        f"{'y' * 10_001},tt90000001",
    ) == (
        listed(2, "Evil \x1b]0;pwn\x07 [red]x[/] \u202eend", ids=IMDB),
        listed(3, '=HYPERLINK("http://192.0.2.1","x")'),
        listed(4, long),
        listed(5, None, complaint="10,001 letters are not a title"),
    )


def test_a_table_in_markdown(path: Path) -> None:
    assert rows(path, "| Title | Year |", "|:------|-----:|", "| Silo | 2023 |") == (
        listed(3, "Silo", year=2023),
    )


BOOKMARKS = "<!DOCTYPE NETSCAPE-Bookmark-file-1>"


def bookmark(address: str, text: str, added: str = "") -> str:
    day = f' ADD_DATE="{added}"' if added else ""
    return f'    <DT><A HREF="{address}"{day} ICON="data:image/png;base64,AAAA">{text}</A>'


def test_bookmarks_of_shows_are_read_and_others_counted(path: Path) -> None:
    path.write_text(
        "\n".join(
            [
                BOOKMARKS,
                bookmark("https://www.imdb.com/title/tt90000001/", "Night Harbour (TV Series 2029– ) - IMDb", "1700000000"),
                bookmark("https://www.tvmaze.com/shows/900007/someday-maybe", "Someday &amp; Maybe | TVmaze"),
                bookmark("https://trakt.tv/shows/late-murder", "Late Murder (2030) - Trakt"),
                bookmark("https://www.themoviedb.org/tv/1399-x", "Quiet, Please (TV Series 2029-2030) — The Movie Database (TMDB)"),
                bookmark("https://example.com/private?a=1&amp;b=2", "DO-NOT-READ"),
                bookmark("https://www.imdb.com/", "IMDb"),
                '<A NAME="none">DO-NOT-READ</A>',
                bookmark("https://www.imdb.com/title/tt90000002/", ""),
            ]
        ),
        encoding="utf-8",
    )  # fmt: skip
    (account,) = read_accounts(str(path))
    assert (account.tracker, account.says) == ("Bookmarks", ("3 other addresses are of no show",))
    assert account.rows == (
        listed(2, "Night Harbour", year=2029, ids=IMDB, added=datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        listed(3, "Someday & Maybe", ids=ExternalIds(tvmaze=900007)),
        listed(4, "Late Murder", year=2030, complaint=NO_NUMBER),
        listed(5, "Quiet, Please", year=2029, ids=ExternalIds(tmdb=1399)),
        listed(9, None, ids=ExternalIds(imdb="tt90000002")),
    )  # fmt: skip


@pytest.mark.parametrize(("others", "says"), [(0, ()), (1, ("1 other address is of no show",))])
def test_the_count_of_other_addresses(path: Path, others: int, says: tuple[str, ...]) -> None:
    path.write_text(BOOKMARKS + bookmark("http://a.example", "a") * others, encoding="utf-8")
    (account,) = read_accounts(str(path))
    assert (account.rows, account.says) == ((), says)


@pytest.mark.parametrize(
    ("text", "title", "year", "kind"),
    [
        ("Drowned Film (2020) - IMDb", "Drowned Film", 2020, "film"),
        ("Harbour, the Film (TV Movie 2020) - IMDb", "Harbour, the Film", 2020, "film"),
        ('"Night Harbour" Pilot (TV Episode 2029) - IMDb', '"Night Harbour" Pilot', 2029, "episode"),
        ("Harbour Game (Video Game 2020) - IMDb", "Harbour Game", 2020, "game"),
        ("Glass Orchard (TV Mini Series 2019) - IMDb", "Glass Orchard", 2019, None),
        ("Nachthafen (Fernsehserie 2029– ) - IMDb", "Nachthafen", 2029, None),
    ],
)  # fmt: skip
def test_what_imdb_says_of_a_page_tells_films_from_shows(
    path: Path, text: str, title: str, year: int, kind: str | None
) -> None:
    page = bookmark("https://www.imdb.com/title/tt90000001/", text)
    assert rows(path, BOOKMARKS, page, tracker="Bookmarks") == (
        listed(2, title, year=year, not_a_show=kind, ids=ExternalIds() if kind else IMDB),
    )


def test_the_outlines_of_opml_are_lines(path: Path) -> None:
    assert rows(
        path,
        '<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><body>',
        '<outline text="To watch"><outline text="- The Pitt&#10; season 3"/>',
        '<outline title="Silo" url="https://www.tvmaze.com/shows/17"/>',
        '<outline text="tvmaze:18" url="https://www.tvmaze.com/shows/19"/>',
        '<outline text="Severance" htmlUrl="https://example.com"/>',
        '<outline text=""/><outline/></outline></body></opml>',
        tracker="OPML",
    ) == (
        listed(1, "To watch"),
        listed(2, "The Pitt", season=3),
        listed(3, "Silo", ids=ExternalIds(tvmaze=17)),
        listed(4, None, ids=ExternalIds(tvmaze=18)),
        listed(5, "Severance"),
    )
