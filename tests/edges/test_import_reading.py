"""What is given to be imported, told by what is in it: files, folders, zips, standard input."""

import errno
import gzip
import io
import itertools
import os
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from premierectl.errors import BadFileError, FileAccessError, UsageError
from premierectl.importers.reading import read_accounts
from premierectl.moving_in.account import Account

SERIES = "uuid,tvdb_id,title,status,created_at\nx,9000001,Night Harbour,continuing,\n"
OTHERS = "uuid,tvdb_id,title,status,created_at\nx,9000009,Late Murder,stopped,\n"
TRAKT = '[{"type": "show", "listed_at": "2026-05-01T10:00:00Z", "show": {"title": "Silo", "ids": {"trakt": 1}}}]'
LOOKED_FOR = "TV Time, Trakt, Simkl, SeriesGuide, Showly, MyAnimeList, Kodi, Letterboxd or Netflix"


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, bytes | str], str]:
    """Write a file and get its path: ``file("a.csv", "title")``."""

    def file(name: str, content: bytes | str) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return file


File = Callable[[str, bytes | str], str]


def zipped(members: Mapping[str, bytes | str] | Iterable[tuple[str, str]]) -> bytes:
    """A zip of these members."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items() if isinstance(members, Mapping) else members:
            archive.writestr(name, content)
    return packed.getvalue()


def titles(accounts: Iterable[Account]) -> list[tuple[str, tuple[str, ...], list[str | None]]]:
    """Of each account the tracker, the files, and the titles in them."""
    return [(each.tracker, each.files, [row.title for row in each.rows]) for each in accounts]


def refusal(given: str, only: str | None = None) -> str:
    """What is said of a file that cannot be used, without the folder that it is in."""
    with pytest.raises(BadFileError) as refused:
        read_accounts(given, only)
    assert type(refused.value).exit_code == 65
    return refused.value.message.removeprefix(str(Path(given).parent) + "/")


def test_what_a_file_is_stands_in_it_and_not_in_its_name(file: File) -> None:
    assert titles(read_accounts(file("list.zip", SERIES))) == [
        ("TV Time", ("list.zip",), ["Night Harbour"])
    ]
    assert titles(read_accounts(file("page.csv", TRAKT))) == [("Trakt", ("page.csv",), ["Silo"])]
    assert titles(read_accounts(file("text.zip", "Silo\n"))) == [
        ("A list", ("text.zip",), ["Silo"])
    ]
    assert titles(read_accounts(file("a.csv", zipped({"tvtime-series.csv": SERIES})))) == [
        ("TV Time", ("tvtime-series.csv",), ["Night Harbour"])
    ]


def test_a_packed_file_is_unpacked(file: File) -> None:
    packed = gzip.compress(b"Silo\n") + gzip.compress(b"Severance\n")
    assert titles(read_accounts(file("list.txt.gz", packed))) == [
        ("A list", ("list.txt.gz",), ["Silo", "Severance"])
    ]


def test_each_row_says_where_it_stands(file: File) -> None:
    ((account),) = read_accounts(file("titles.txt", "# for later\n\nSilo\n\nSeverance\n"))
    assert [(row.title, row.file, row.line) for row in account.rows] == [
        ("Silo", "titles.txt", 3),
        ("Severance", "titles.txt", 5),
    ]


def test_of_a_zip_the_files_of_an_export_are_read_in_whatever_folder(file: File) -> None:
    members: dict[str, bytes | str] = {
        "export/": "",
        "export/data/TVTIME-series.csv": SERIES,
        "../../tvtime-series.csv": OTHERS,
        "export/lists-watchlist-2.json": TRAKT,
        "export/empty/tvtime-series.csv": "",
    }
    assert titles(read_accounts(file("export.zip", zipped(members)))) == [
        ("TV Time", ("TVTIME-series.csv",), ["Night Harbour"]),
        ("TV Time", ("tvtime-series.csv",), ["Late Murder"]),
        ("Trakt", ("lists-watchlist-2.json",), ["Silo"]),
    ]


def test_what_systems_add_to_a_zip_is_passed_over(file: File) -> None:
    members = {
        "__MACOSX/data/tvtime-series.csv": OTHERS,
        "data/._tvtime-series.csv": OTHERS,
        "data/tvtime-series.csv": SERIES,
    }
    assert titles(read_accounts(file("export.zip", zipped(members)))) == [
        ("TV Time", ("tvtime-series.csv",), ["Night Harbour"])
    ]


def test_nothing_private_is_opened(file: File) -> None:
    secret = b"\0 this would be an error, were it opened"
    private = ("access_token.csv", "ip_address.csv", "user-settings.json", "friend.csv", "a.txt")
    members: dict[str, bytes | str] = dict.fromkeys(private, secret)
    members["tvtime-series.csv"] = SERIES
    assert titles(read_accounts(file("gdpr.zip", zipped(members)))) == [
        ("TV Time", ("tvtime-series.csv",), ["Night Harbour"])
    ]


def test_a_folder_is_an_unpacked_zip(file: File, tmp_path: Path) -> None:
    file("export/data/tvtime-series.csv", SERIES)
    file("export/data/ip_address.csv", b"\0")
    file("export/.hidden/tvtime-series.csv", OTHERS)
    file("export/tvtime-movies.csv", "no table of films")
    file("export/animelist_1.xml.gz", gzip.compress(b"<myanimelist/>"))
    (tmp_path / "export" / "round").symlink_to(tmp_path / "export")
    assert titles(read_accounts(str(tmp_path / "export"))) == [
        ("MyAnimeList", ("animelist_1.xml.gz",), []),
        ("TV Time", ("tvtime-series.csv",), ["Night Harbour"]),
    ]


def test_standard_input_is_read_as_any_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert titles(read_accounts("-", stdin=io.BytesIO(b"Silo\n"))) == [
        ("A list", ("standard input",), ["Silo"])
    ]
    packed = io.BytesIO(zipped({"tvtime-series.csv": SERIES}))
    assert titles(read_accounts("-", stdin=packed)) == [
        ("TV Time", ("tvtime-series.csv",), ["Night Harbour"])
    ]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SERIES.encode())))
    assert titles(read_accounts("-")) == [("TV Time", ("standard input",), ["Night Harbour"])]
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(FileAccessError, match="standard input is closed"):
        read_accounts("-")


def test_a_format_can_be_asked_for(file: File) -> None:
    listed = file("tvtime-series.csv", SERIES)
    assert titles(read_accounts(listed, "list")) == [
        ("A list", ("tvtime-series.csv",), ["Night Harbour"])
    ]
    with pytest.raises(UsageError) as refused:
        read_accounts(listed, "trakt")
    assert refused.value.message == (
        f"--from trakt does not fit: {listed}: is text of no kind that premierectl knows"
    )
    packed = file("export.zip", zipped({"tvtime-series.csv": SERIES}))
    with pytest.raises(UsageError, match="and no export of Trakt"):
        read_accounts(packed, "trakt")
    with pytest.raises(UsageError, match="and no export of any tracker"):
        read_accounts(packed, "list")


def test_a_format_that_there_is_not_is_refused_before_anything_is_opened() -> None:
    with pytest.raises(UsageError) as refused:
        read_accounts("there is no such file", "tivo")
    assert refused.value.message.startswith(
        "--from tivo is not a format; there are premierectl, tvtime, trakt, imdb, simkl, sonarr, "
    )
    assert refused.value.message.endswith(" netflix, bookmarks, opml, list")


def test_a_file_that_is_broken_is_no_matter_of_its_format(file: File) -> None:
    assert refusal(file("cut.json", '[{"type": '), "trakt") == (
        "cut.json:1:11: is not JSON: it ends too early"
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\0\1\2 binary", "is neither text nor a kind of file that premierectl knows"),
        (bytes(range(1, 32)), "is neither text nor a kind of file that premierectl knows"),
        ('{"films": []}', "is JSON of no kind that premierectl knows"),
        ("<library/>", "is XML of no kind that premierectl knows"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "is text of no kind that premierectl knows"),
        ("<!doctype html>\n<title>Trakt</title>", "is a web page, and no export of a list"),
        (" <html lang=en>", "is a web page, and no export of a list"),
        (
            "date;payee;sum\n1;a;1\n2;b;2\n",
            "is a table of whose columns none is known (date, payee, sum); call one of them title",
        ),
        (
            "\n".join(["a\tb\tc\td\te\tf" * 40] * 3),
            "is a table of whose columns none is known (a, b, c, d, e); call one of them title",
        ),
    ],
)
def test_what_no_tracker_writes_is_refused(file: File, content: bytes | str, reason: str) -> None:
    assert refusal(file("given", content)) == f"given: {reason}"


def test_of_a_zip_with_nothing_wanted_it_is_said_what_is_in_it_and_what_was_sought(
    file: File, tmp_path: Path
) -> None:
    members = {"photos/list.txt": "", "readme.md": ""}
    assert refusal(file("holiday.zip", zipped(members))) == (
        f"holiday.zip: holds list.txt and readme.md, and no export of {LOOKED_FOR}"
    )
    members = {f"{number}.jpg": "" for number in range(1_000)}
    assert refusal(file("photos.zip", zipped(members))) == (
        "photos.zip: holds 0.jpg, 1.jpg, 2.jpg, 3.jpg, 4.jpg and 995 more, "
        f"and no export of {LOOKED_FOR}"
    )
    assert refusal(file("empty.zip", zipped({}))) == "empty.zip: holds no files"
    file("folder/" + "x" * 200, "")
    assert refusal(str(tmp_path / "folder")) == (
        f"folder: holds {'x' * 60}, and no export of {LOOKED_FOR}"
    )


def test_a_file_of_another_kind_by_a_wanted_name_is_nothing_wanted(file: File) -> None:
    assert refusal(file("a.zip", zipped({"tvtime-series.csv": "Silo\nSeverance\n"}))) == (
        f"a.zip: holds tvtime-series.csv, and no export of {LOOKED_FOR}"
    )


def encrypted(content: bytes) -> bytes:
    """The same zip, of which the list of members says that they are encrypted."""
    place = content.rindex(b"PK\x01\x02") + 8
    return content[:place] + b"\x01" + content[place + 1 :]


def test_a_zip_with_a_password_says_what_to_do(file: File) -> None:
    locked = encrypted(zipped({"tvtime-series.csv": SERIES}))
    assert refusal(file("gdpr.zip", locked)) == (
        "gdpr.zip: needs its password; unpack it and give the folder"
    )


def test_a_zip_is_not_unpacked_in_ways_that_take_any_memory(file: File) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("tvtime-series.csv", SERIES)
    assert refusal(file("rare.zip", packed.getvalue())) == (
        "rare.zip: is packed in a rare way; unpack it and give the folder"
    )


def test_half_a_download_is_told_from_a_whole_one(file: File) -> None:
    whole = zipped({"tvtime-series.csv": SERIES * 99})
    damaged = "is damaged or incomplete; download it again"
    assert refusal(file("cut.zip", whole[:-30])) == f"cut.zip: {damaged}"
    place = whole.index(b"tvtime-series.csv") + 40
    other = whole[:place] + b"xxxxxxxx" + whole[place + 8 :]
    assert refusal(file("bad.zip", other)) == f"bad.zip/tvtime-series.csv: {damaged}"
    assert refusal(file("cut.gz", gzip.compress(b"Silo\n" * 99)[:-9])) == f"cut.gz: {damaged}"
    assert refusal(file("no.gz", b"\x1f\x8b\x08 nothing")) == f"no.gz: {damaged}"


def test_a_zip_of_more_files_than_an_export_has_is_refused(file: File) -> None:
    reason = "holds more than 1,000 files; give the one you mean"
    many = zipped((f"{number}.csv", "") for number in range(1_001))
    assert refusal(file("many.zip", many)) == f"many.zip: {reason}"
    # The list of these is longer than what is read at once.
    long = zipped((f"{'x' * 1_200}{number}.csv", "") for number in range(1_000))
    assert refusal(file("long.zip", long)) == f"long.zip: {reason}"


def test_a_zip_in_a_zip_is_not_opened(file: File) -> None:
    inner = zipped({"tvtime-series.csv": SERIES})
    assert refusal(file("outer.zip", zipped({"inner.zip": inner}))) == (
        f"outer.zip: holds inner.zip, and no export of {LOOKED_FOR}"
    )
    assert refusal(file("outer.zip", zipped({"tvtime-series.csv": inner}))) == (
        "outer.zip/tvtime-series.csv: is neither text nor a kind of file that premierectl knows"
    )


def test_a_folder_of_too_many_files_is_not_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def walk(folder: Path, onerror: object) -> Iterable[tuple[str, list[str], list[str]]]:
        yield str(folder), [], list(map(str, range(100_001)))

    monkeypatch.setattr("os.walk", walk)
    assert refusal(str(tmp_path)) == (
        f"{tmp_path.name}: holds too many files; give a folder within it"
    )


def unreadable(given: str) -> str:
    with pytest.raises(FileAccessError) as refused:
        read_accounts(given)
    return refused.value.message.removeprefix(str(Path(given).parent) + "/")


def test_what_is_no_file_or_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert unreadable(str(tmp_path / "pipe")) == "pipe cannot be read: is not a regular file"
    assert unreadable("/dev/zero") == "zero cannot be read: is not a regular file"
    assert unreadable(str(tmp_path / "none")) == ("none cannot be read: no such file or directory")


def test_a_folder_that_cannot_be_listed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", folder)

    monkeypatch.setattr("os.scandir", refuse)
    assert unreadable(str(tmp_path)) == f"{tmp_path.name} cannot be read: permission denied"


def test_a_zip_that_is_gone_when_it_is_opened_cannot_be_read(
    file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, calls = file("export.zip", zipped({"tvtime-series.csv": SERIES})), itertools.count()
    really = os.open

    def vanish(path: str, flags: int) -> int:
        if next(calls):
            raise OSError(errno.EIO, "Input/output error", path)
        return really(path, flags)

    monkeypatch.setattr("os.open", vanish)
    assert unreadable(given) == "export.zip cannot be read: input/output error"
