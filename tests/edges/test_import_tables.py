"""Tables and texts as programs write them: encodings, delimiters, headers, and rows that are ragged."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.errors import BadFileError
from premierectl.importers.encoding import encoding_of
from premierectl.importers.reading import read_accounts
from premierectl.moving_in.row import ImportedRow


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shows.csv"


def rows(path: Path, content: bytes | str) -> tuple[ImportedRow, ...]:
    """The rows of the one account in a file of this content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (account,) = read_accounts(str(path))
    return account.rows


def named(path: Path, content: bytes | str) -> list[tuple[int, str | None, int | None]]:
    return [(row.line, row.title, row.year) for row in rows(path, content)]


TABLE = "Titel\tJahr\r\nCafé – “Späte” Ärzte\t2029\r\n"
OF_TABLE = [(2, "Café – “Späte” Ärzte", 2029)]


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("cp1252"),
        b"\xff\xfe" + TABLE.encode("utf-16-le"),
        b"\xfe\xff" + TABLE.encode("utf-16-be"),
    ],
)
def test_a_text_is_read_in_its_encoding(path: Path, content: bytes) -> None:
    assert named(path, content) == OF_TABLE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_plain_letters_in_two_bytes_each_need_no_mark(path: Path, encoding: str) -> None:
    assert named(path, "title,year\nSilo,2023\n".encode(encoding)) == [(2, "Silo", 2023)]


def test_a_letter_far_behind_tells_the_encoding_of_all(path: Path) -> None:
    content = (
        b"title\tyear\n" + b"Silo\t2023\n" * 10_000 + "Zu späte Ärzte\t2010\n".encode("cp1252")
    )
    assert named(path, content)[-1] == (10_002, "Zu späte Ärzte", 2010)


def test_what_no_encoding_has_is_marked_and_stops_nothing(path: Path) -> None:
    assert named(path, b"title,year\nSil\x81,2023\nSevea\xe9,2022\n") == [
        (2, "Sil\ufffd", 2023),
        (3, "Seveaé", 2022),
    ]


@given(st.text(), st.integers(1, 9))
def test_utf_8_is_told_however_it_comes(text: str, size: int) -> None:
    data = ("title\n" + text.replace("\0", "")).encode()
    pieces = (data[at : at + size] for at in range(0, len(data), size))
    assert encoding_of(pieces) == "utf-8"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_makes_the_header_known(path: Path, delimiter: str) -> None:
    lines = ["Nr", "Title", "Year"], ["1", "Quiet - Please", "2026"]
    content = "\n".join(delimiter.join(line) for line in lines)
    assert named(path, content) == [(2, "Quiet - Please", 2026)]


def test_titles_full_of_other_delimiters_mislead_nobody(path: Path) -> None:
    content = "Serie;Jahr\nA, B, C|D;2001\nE, F|G, H;2002\nI\tJ, K;2003\n"
    assert named(path, content) == [
        (2, "A, B, C|D", 2001),
        (3, "E, F|G, H", 2002),
        (4, "I\tJ, K", 2003),
    ]


@pytest.mark.parametrize(
    "header", ["TITLE,imdb_id", " Title , IMDB  ID ", "Título,IMDb_ID", "Ti\u0301tulo,imdb id"]
)
def test_names_of_columns_are_compared_without_case_and_underscores(
    path: Path, header: str
) -> None:
    ((row),) = rows(path, f"{header}\nSilo,tt14688458\n")
    assert (row.title, row.ids.imdb) == ("Silo", "tt14688458")


def test_what_spreadsheets_put_above_the_header_is_passed_over(path: Path) -> None:
    assert named(path, "sep=;\r\n\r\n;;\r\nTitle;Year\r\nSilo;2023\r\n") == [(5, "Silo", 2023)]


def test_quotes_hold_delimiters_line_ends_and_quotes(path: Path) -> None:
    content = 'title,year\r\n"a ""b"", c\r\nd",2001\r\nSilo,2023\r\n'
    assert named(path, content) == [(2, 'a "b", c\r\nd', 2001), (4, "Silo", 2023)]


def test_rows_too_short_and_too_long_hold_what_they_have(path: Path) -> None:
    content = "year,title,imdb\n2001,Short\n2002,Long,,more,and more\n"
    assert named(path, content) == [(2, "Short", 2001), (3, "Long", 2002)]


def test_empty_rows_are_no_rows(path: Path) -> None:
    assert named(path, "title,year\n,,,,\n\n  , \nSilo,2023\n,,\n") == [(5, "Silo", 2023)]


def test_a_quote_that_never_closes_spoils_what_is_below_it_alone(path: Path) -> None:
    held, spoilt = rows(path, 'title,year\nSilo,2023\n"Severance,2022\nThe Pitt,2025\n')
    assert held.title == "Silo"
    assert spoilt == ImportedRow(
        file="shows.csv", line=3, complaint="a quote that begins here is never closed"
    )


@pytest.mark.parametrize(
    "row", ["x" * 9 * 2**20, '"' + f"{'x' * 999}\n" * 10_000, '"a\n' + '","b\n' * 2**21]
)
def test_a_row_longer_than_any_is_refused_with_its_line(path: Path, row: str) -> None:
    path.write_text(f"title,year\nSilo,2023\n{row}", encoding="utf-8")
    with pytest.raises(BadFileError) as refused:
        read_accounts(str(path))
    assert refused.value.message == (
        f"{path}:3: a row is longer than any, or a quote in it is never closed"
    )


def test_so_many_rows_are_no_list(path: Path) -> None:
    path.write_text("title,year\n" + "Silo,2023\n" * 100_001, encoding="utf-8")
    with pytest.raises(BadFileError) as refused:
        read_accounts(str(path))
    assert refused.value.message == f"{path}: is longer than any list of shows"
    path.write_text("title,year\n" + f"{'x' * 9_999},2023\n" * 1_700, encoding="utf-8")
    with pytest.raises(BadFileError, match="is longer than any list of shows"):
        read_accounts(str(path))
    path.write_text("Silo\n" + "\n" * 600_000, encoding="utf-8")
    with pytest.raises(BadFileError, match="is longer than any list of shows"):
        read_accounts(str(path))


@given(st.lists(st.fixed_dictionaries({"title": st.text("ab,;|\t\" ä", min_size=1), "year": st.integers(1950, 2050)})))  # fmt: skip
def test_what_is_written_as_a_table_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, shows: list[Mapping[str, object]]
) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, ["title", "year"])
    writer.writeheader()
    writer.writerows(shows)
    found = rows(tmp_path_factory.mktemp("any") / "a.csv", text.getvalue())
    assert [(row.title or "", row.year) for row in found] == [
        (str(show["title"]).strip(), show["year"]) for show in shows
    ]
