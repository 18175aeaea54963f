"""``export``: which releases get into a file, and that a file is whole or as it was."""

import csv
import io
import json
import os
import re
import shlex
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest

from premierectl.render.delimited import CSV
from tests.conftest import Process, Run, Write, real_environment

EMPTY = (
    "premierectl: the watchlist is empty; follow a show with: premierectl watchlist add SHOW, "
    "or export the whole catalogue with --all\n"
)
HINT = "--include-vague writes those that are known less exactly\n"


def days(text: str) -> dict[str, Any]:
    """The first day or instant of each event, by its UID without the domain."""
    found = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return {str(event["uid"]).partition("@")[0]: event.decoded("dtstart") for event in found}


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def aurora(write: Write) -> None:
    """A show of every kind of release, in the own catalogue."""
    seasons = [
        {"number": 1, "premiere": "2025-03-01", "release": "all at once", "episodes": 8},
        {"number": 2, "premiere": "2026-11-16", "release": "weekly", "episodes": 3},
        {"number": 3, "premiere": "2027-02"},
        {"number": 4, "status": "renewed"},
        {"number": 5, "premiere": "2027-05-01", "status": "cancelled"},
    ]
    show = {"id": "aurora", "title": "Aurora", "network": "Hulu", "seasons": seasons}
    write("config/shows.json", {"format": 1, "shows": [{**show, "genres": ["drama"]}]})


def test_the_watchlist_is_exported(run: Run) -> None:
    run("watchlist", "add", "only-murders", "doctor-who")
    result = run("export", "ics", "--within", "32")
    assert (result.code, result.err) == (0, "")
    assert days(result.out) == {
        "only-murders-in-the-building-s6": date(2026, 12, 8),
        "only-murders-in-the-building-s6e2": date(2026, 12, 15),
        "only-murders-in-the-building-s6e3": date(2026, 12, 22),
        "doctor-who-christmas-special": date(2026, 12, 25),
    }


@pytest.mark.parametrize("form", ["ics", "json", "csv"])
def test_an_empty_watchlist_is_never_the_whole_catalogue(run: Run, home: Path, form: str) -> None:
    result = run("export", form, "-o", str(home / "file"))
    assert (result.code, result.out, result.err) == (1, "", EMPTY)
    assert not home.exists()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("aurora", ["s2e2", "s2e3"]),
        ("aurora:s2e3", ["s2e3"]),
        ("aurora --within 0", ["s2e2"]),
        ("aurora --premieres --include-vague", ["s3"]),
        ("aurora --past", ["s1", "s2", "s2e2", "s2e3"]),
        ("aurora --past --premieres", ["s1", "s2"]),
        ("aurora --past --within 0", ["s1", "s2", "s2e2"]),
        ("aurora --past --premieres --include-vague", ["s1", "s2", "s3"]),
        ("--all --network hulu --genre drama", ["s2e2", "s2e3"]),
        ("aurora --past --now 2030-01-01 --genre drama", ["s1", "s2", "s2e2", "s2e3"]),
    ],
)
def test_the_filters_are_those_of_a_countdown(
    run: Run, aurora: None, words: str, expected: list[str]
) -> None:
    result = run("export", "ics", *words.split())
    assert result.code == 0
    assert list(days(result.out)) == [f"aurora-{each}" for each in expected]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("aurora", f"2 releases without an exact day are left out; {HINT}"),
        ("aurora --within 90", f"1 release without an exact day is left out; {HINT}"),
        ("aurora --include-vague", "1 release without a date is left out\n"),
        ("aurora silo:s4 severance --include-vague", "3 releases without a date are left out\n"),
    ],
)
def test_what_has_no_day_is_left_out_and_counted(
    run: Run, aurora: None, write: Write, words: str, error: str
) -> None:
    result = run("export", "ics", *words.split())
    assert (result.code, result.err) == (0, f"premierectl: {error}")


@pytest.mark.parametrize("form", ["ics", "json", "csv"])
@pytest.mark.parametrize(
    ("words", "error"),
    [
        (
            "heartstopper",
            "Heartstopper has ended; season 3 came out on 3 October 2024. There is no season 4: the film Heartstopper Forever ends the story",
        ),
        ("--all --network hulu --within 0", "nothing upcoming passes these filters"),
    ],
)
def test_nothing_to_export_leaves_the_old_file(
    run: Run, tmp_path: Path, form: str, words: str, error: str
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    result = run("export", form, *words.split(), "-o", str(file))
    assert (result.code, result.out, result.err) == (1, "", f"premierectl: {error}\n")
    assert file.read_bytes() == b"old"


def test_a_month_alone_makes_no_calendar(run: Run) -> None:
    result = run("export", "ics", "pitt")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        f"premierectl: 1 release without an exact day is left out; {HINT}"
        "premierectl: The Pitt: nothing upcoming with a date, season 3 in 39–69 days "
        "(January 2027)\n"
    )


def test_an_event_tells_how_the_season_comes_out_and_what_is_usual(run: Run, write: Write) -> None:
    season = {"number": 1, "premiere": "2027-03-12", "release": "weekly", "first_day": 2}
    network = {"name": "Nordlys", "usual_time": "20:15", "timezone": "Europe/Oslo"}
    show = {"id": "aurora", "title": "Aurora", "network": "Nordlys", "seasons": [season]}
    write("config/shows.json", {"format": 1, "networks": [network], "shows": [show]})
    (event,) = icalendar.Calendar.from_ical(run("export", "ics", "aurora").out).walk("VEVENT")
    assert str(event["description"]).splitlines() == [
        "Nordlys",
        "usually 20:15 in Oslo",
        "weekly (2 on the first day)",
    ]


def test_two_exports_are_byte_for_byte_the_same(process: Process) -> None:
    words = ["export", "ics", "--all", "--include-vague", "--alarm", "1d"]
    first = process(*words, PYTHONHASHSEED="1", PYTHONIOENCODING="ascii")
    again = process(
        *words, PYTHONHASHSEED="2", PREMIERECTL_TIMEZONE="Asia/Tokyo", PREMIERECTL_NOW="2026-11-24"
    )
    assert (first.returncode, again.returncode) == (0, 0)
    assert first.stdout == again.stdout
    assert first.stdout.count(b"\r\n") == first.stdout.count(b"\n") > 100
    assert "–".encode() in process("export", "ics", "stranger-things", "--past").stdout


def test_a_file_has_the_bytes_of_stdout(run: Run, process: Process, tmp_path: Path) -> None:
    file = tmp_path / "new" / "premieres.ics"
    file.parent.mkdir()
    result = run("export", "ics", "only-murders", "-o", str(file))
    assert (result.code, result.out) == (0, "")
    assert result.err == f"premierectl: 10 events written to {file}\n"
    assert file.read_bytes() == process("export", "ics", "only-murders").stdout
    assert file.read_bytes() == process("export", "ics", "only-murders", "-o", "-").stdout
    assert [path.name for path in file.parent.iterdir()] == ["premieres.ics"]


def test_what_a_web_server_or_a_synced_folder_has_is_replaced_at_once_with_its_mode(
    run: Run, tmp_path: Path
) -> None:
    file, served = tmp_path / "www" / "premieres.ics", tmp_path / "www" / "served.ics"
    file.parent.mkdir()
    run("export", "ics", "only-murders", "-o", str(file))
    file.chmod(0o644)
    served.symlink_to(file)
    before = file.read_bytes()
    with file.open("rb") as reader:
        assert run("export", "ics", "doctor-who", "-o", str(served)).code == 0
        assert reader.read() == before
    assert (served.is_symlink(), file.stat().st_mode & 0o777) == (True, 0o644)
    assert b"doctor-who" in file.read_bytes()
    assert sorted(path.name for path in file.parent.iterdir()) == ["premieres.ics", "served.ics"]


@pytest.mark.parametrize(
    "words", [["export", "ics"], ["export", "csv"], ["bar", "prometheus"], ["countdown", "pitt"]]
)
def test_a_folder_that_is_not_there_is_not_made(run: Run, tmp_path: Path, words: list[str]) -> None:
    file = tmp_path / "publik" / "premieres.txt"
    option = "--save" if words[0] == "countdown" else "-o"
    result = run(*words, *([] if words[0] == "countdown" else ["--all"]), option, str(file))
    assert (result.code, result.out) == (73, "")
    why = f"there is no folder {file.parent}; make that first"
    assert result.err.endswith(f"premierectl: {file} cannot be made: {why}\n")
    assert not file.parent.exists()


def test_a_terminal_gets_the_calendar_too(run: Run) -> None:
    result = run("export", "ics", "only-murders", terminal=True)
    assert result.code == 0
    assert result.out.startswith("BEGIN:VCALENDAR\r\n")


@pytest.mark.parametrize(
    ("words", "triggers"),
    [
        (["30m", "2h", "1d", "1w"], [b"-PT30M", b"-PT2H", b"-P1D", b"-P7D"]),
        (["24h", "1d", "9999w"], [b"-P1D", b"-P69993D"]),
    ],
)
def test_alarms_are_repeatable(run: Run, words: list[str], triggers: list[bytes]) -> None:
    options = [option for each in words for option in ("--alarm", each)]
    result = run("export", "ics", "doctor-who", *options)
    alarms = icalendar.Calendar.from_ical(result.out).walk("VALARM")
    assert [alarm["trigger"].to_ical() for alarm in alarms] == triggers


@pytest.mark.parametrize(
    "words", ["", "1", "d", "0d", "-1d", "1.5d", "1y", "1 d", "10000d", "\u0661d"]
)
def test_a_bad_alarm_is_refused_with_what_is_right(run: Run, words: str) -> None:
    result = run("export", "ics", "--all", f"--alarm={words}")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"premierectl: --alarm {words!r} is not a time before an event; write 30m, 2h, 1d or 1w\n"
    )


@pytest.mark.parametrize("words", ["ics --json", "json --tsv", "csv --json", "ics --tsv"])
def test_an_export_has_one_form(run: Run, words: str) -> None:
    form, option = words.split()
    result = run("export", *words.split(), "--all")
    assert (result.code, result.out) == (2, "")
    assert (
        result.err
        == f"premierectl: export {form} has one form; leave {option} out; see premierectl export {form} --help\n"
    )


def test_json_is_the_document_of_a_countdown(run: Run, tmp_path: Path) -> None:
    words = ["pitt", "severance", "--premieres"]
    exported = json.loads(run("export", "json", *words).out)
    counted = json.loads(run("countdown", *words, "--json").out)
    assert exported == {**counted, "command": "export json"}
    assert {item["id"] for item in exported["items"]} == {"the-pitt:s3", "severance:s3"}


def test_json_goes_into_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "releases.json"
    result = run("export", "json", "pitt", "-o", str(file))
    assert (result.code, result.out) == (0, "")
    assert result.err == f"premierectl: 1 release written to {file}\n"
    assert file.read_text() == run("export", "json", "pitt").out


def test_csv_letter_by_letter(run: Run, write: Write) -> None:
    aurora = {"id": "aurora", "title": "Aurora, again", "seasons": [{"number": 3}]}
    shows = [{"id": "the-pitt", "url": "https://h.example/pitt?a=1,2"}, aurora]
    write("config/shows.json", {"format": 1, "shows": shows})
    words = ["stranger-things:s5p2", "pitt:s3", "aurora", "doctor-who", "--past"]
    run("watchlist", "add", "pitt")
    result = run("export", "csv", *words)
    assert result.code == 0
    assert result.out.replace("\r\n", "\n") == (
        "id,title,release,date,local_time,instant,days,state,network,episodes,confirmed,followed,url,"
        "credit\n"
        "stranger-things:s5p2,Stranger Things,S5 Volume 2,2025-12-26,2025-12-26T01:00:00Z,"
        "2025-12-26T01:00:00Z,-332,out,Netflix,E5-E7,yes,no,,\n"
        "doctor-who:christmas-special,Doctor Who,Christmas special,2026-12-25?,,,32,upcoming,BBC One,,no,no,,\n"
        'the-pitt:s3,The Pitt,season 3,2027-01,,,,upcoming,HBO Max,,yes,yes,"https://h.example/pitt?a=1,2",\n'
        'aurora:s3,"Aurora, again",season 3,,,,,tba,,,,no,,\n'
    )
    assert result.out.count("\n") == result.out.count("\r\n")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('=HYPERLINK("https://evil.example")', '\'=HYPERLINK("https://evil.example")'),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\\x09=1"),
        ("\r=1", "'\\x0d=1"),
        ("a=1", "a=1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ('say "hi",\nall', 'say "hi",\\x0aall'),
        ("\x1b[31m\u202e", "\\x1b[31m\\u202e"),
    ],
)
def test_csv_runs_nothing(run: Run, write: Write, text: str, cell: str) -> None:
    season = {"number": 1, "premiere": "2026-12-01", "time": "20:00", "timezone": "Asia/Tokyo"}
    show = {"id": "aurora", "title": text, "network": text, "url": "javascript:x"}
    write("config/shows.json", {"format": 1, "shows": [{**show, "seasons": [season]}]})
    (row,) = table(run("export", "csv", "aurora", "--timezone", "Asia/Kolkata").out)
    assert tuple(row) == CSV
    assert (row["title"], row["network"], row["url"]) == (cell, cell, "")
    assert (row["local_time"], row["instant"]) == (
        "2026-12-01T16:30:00+05:30",
        "2026-12-01T11:00:00Z",
    )


def test_csv_is_utf_8_wherever_it_goes(run: Run, process: Process, tmp_path: Path) -> None:
    file = tmp_path / "releases.csv"
    result = run("export", "csv", "only-murders", "--premieres", "-o", str(file))
    assert result.err == f"premierectl: 1 release written to {file}\n"
    done = process("export", "csv", "only-murders", "--premieres", PYTHONIOENCODING="ascii")
    assert file.read_bytes() == done.stdout


def test_a_folder_is_no_file(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    result = run("export", "ics", "only-murders", "-o", str(folder))
    assert (result.code, result.out) == (74, "")
    assert result.err == f"premierectl: {folder} is a folder\n"
    assert list(folder.iterdir()) == []


def test_a_file_is_no_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    result = run("export", "ics", "only-murders", "-o", str(tmp_path / "file" / "premieres.ics"))
    assert (result.code, result.out) == (73, "")
    assert result.err == (
        f"premierectl: {tmp_path / 'file' / 'premieres.ics'} cannot be made: "
        f"there is no folder {tmp_path / 'file'}; make that first\n"
    )
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_name_that_no_system_takes_is_an_error_like_others(run: Run, tmp_path: Path) -> None:
    file = tmp_path / ("x" * 300)
    result = run("export", "csv", "pitt", "-o", str(file))
    assert (result.code, result.out) == (74, "")
    assert (
        result.err
        == f"premierectl: {file} cannot be written: file name too long; nothing was changed\n"
    )


def test_on_a_full_disk_the_old_file_stands(run: Run, small_disk: Path, tmp_path: Path) -> None:
    file = small_disk / "premieres.ics"
    file.write_bytes(b"old")
    rest = os.statvfs(small_disk)
    (small_disk / "filler").write_bytes(b"x" * (rest.f_bavail * rest.f_bsize - 4096))
    home = str(tmp_path / "elsewhere")
    result = run("export", "ics", "--all", "--past", "-o", str(file), PREMIERECTL_HOME=home)
    assert (result.code, result.out) == (74, "")
    assert result.err.splitlines()[-1] == (
        f"premierectl: {file} cannot be written: no space left on device; nothing was changed"
    )
    assert file.read_bytes() == b"old"
    assert sorted(path.name for path in small_disk.iterdir()) == ["filler", "premieres.ics"]


def test_on_a_read_only_disk_the_old_file_stands(
    run: Run, small_disk: Path, tmp_path: Path
) -> None:
    file = small_disk / "premieres.ics"
    file.write_bytes(b"old")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    home = str(tmp_path / "elsewhere")
    result = run("export", "ics", "only-murders", "-o", str(file), PREMIERECTL_HOME=home)
    assert (result.code, result.out) == (73, "")
    assert result.err == (
        f"premierectl: {file} cannot be written: read-only file system; nothing was changed\n"
    )
    assert file.read_bytes() == b"old"


def test_a_full_stdout_is_an_error(environment: dict[str, str]) -> None:
    words = ["export", "ics", "only-murders"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "premierectl", *words],
            env={**real_environment(), **environment},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 74
    assert done.stderr == (
        b"premierectl: standard output cannot be written: no space left on device\n"
    )


def test_a_pipe_with_a_name_is_written_to_and_stays(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    result = run("export", "ics", "only-murders", "-o", str(pipe))
    reader.join(timeout=30)
    assert result.code == 0
    assert got[0].endswith(b"END:VCALENDAR\r\n")
    assert pipe.is_fifo()


def test_a_full_device_is_an_error(run: Run) -> None:
    result = run("export", "csv", "pitt", "-o", "/dev/full")
    assert result.code == 74
    assert result.err == "premierectl: /dev/full cannot be written: no space left on device\n"
    assert Path("/dev/full").is_char_device()


def sequences(text: str) -> list[str]:
    return re.findall(r"(?m)^SEQUENCE:([0-9]+)\r?$", text)


@pytest.mark.parametrize(
    "change",
    ["--time '21:00 America/New_York'", "--first-day 2", "--episodes 3 --finale 2027-01-21"],
)
def test_a_change_of_an_event_raises_its_sequence(run: Run, change: str) -> None:
    add = ("catalogue", "add", "Aurora", "--season", "1", "--premiere", "2027-01-07")
    run(*add, "--release", "weekly", "--episodes", "2")
    ask = ("export", "ics", "aurora", "--now", "2026-11-24T10:00Z")
    first = run(*ask).out
    assert run(*ask).out == first
    run(*add, *shlex.split(change))
    second = run(*ask, "--now", "2026-11-25T10:00Z").out
    assert max(sequences(first)) == "0"
    assert "1" in sequences(second)
    assert "LAST-MODIFIED:20261125T100000Z" in second
    assert run(*ask, "--now", "2026-12-01T10:00Z").out == second


def test_a_hand_edit_raises_the_sequence(run: Run, write: Write) -> None:
    season = {"number": 1, "premiere": "2027-01-07"}
    for premiere, expected in (("2027-01-07", ["0"]), ("2027-01-08", ["1"]), ("2027-01-07", ["2"])):
        show = {"id": "a", "title": "A", "seasons": [{**season, "premiere": premiere}]}
        write("config/shows.json", {"format": 1, "shows": [show]})
        assert sequences(run("export", "ics", "a").out) == expected


def test_where_nothing_can_be_remembered_the_calendar_is_written(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "state").write_text("no folder")
    result = run("export", "ics", "only-murders")
    assert (result.code, result.err) == (0, "")
    assert sequences(result.out)


def test_what_was_remembered_and_is_broken_is_passed_over(run: Run, write: Write) -> None:
    path = write("state/calendar.json", "{broken")
    assert run("export", "ics", "only-murders").code == 0
    assert path.read_text().startswith('{"only-murders')


def test_an_event_takes_as_long_as_an_episode(run: Run) -> None:
    run(
        "catalogue",
        "add",
        "Aurora",
        "--season",
        "1",
        "--premiere",
        "2027-01-07",
        "--time",
        "21:00 UTC",
        "--runtime",
        "45",
    )
    assert "DTEND:20270107T214500Z" in run("export", "ics", "aurora").out
    assert "episode length\tseason 1\t45 minutes\n" in run("show", "aurora").out
    assert run("next", "aurora", "--format", "{runtime}").out == "45\n"
