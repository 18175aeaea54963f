"""Files that mean harm, or are damaged: one line says so, and they cost neither memory nor time."""

import gzip
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from premierectl.errors import BadFileError
from premierectl.importers.json_data import json_value
from premierectl.importers.reading import read_accounts
from premierectl.importers.xml_data import xml_root
from tests.conftest import without_coverage

MIB = 2**20
# Reads what is given, then says what came of it, and the most memory (kB), as Linux counts it.
MEASURED = """
import sys
from pathlib import Path
from premierectl.errors import PremierectlError
from premierectl.importers.reading import read_accounts
try:
    print(sum(len(account.rows) for account in read_accounts(sys.argv[1])), "rows")
except PremierectlError as error:
    print(error.exit_code, error.message)
(peak,) = [line.split()[1] for line in Path("/proc/self/status").read_text().splitlines()
           if line.startswith("VmHWM")]
print(peak)
"""
IMMENSE = "holds more than any export of a list of shows"
LONG_ROW = "a row is longer than any, or a quote in it is never closed"
TV_TIME = b"uuid,tvdb_id,title,status,created_at\n"
EMOJI = "\U0001f600".encode()


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number, content in enumerate(members.values()):
            archive.writestr(f"{number}/tvtime-series.csv", content)
    return packed.getvalue()


def with_a_smaller_size(packed: bytes) -> bytes:
    """The same zip, of which the list of members states a size of 99 bytes."""
    place = packed.rindex(b"PK\x01\x02") + 24
    return packed[:place] + (99).to_bytes(4, "little") + packed[place + 4 :]


def many(item: bytes, size: int = 60 * MIB) -> bytes:
    return b"[" + b",".join([item] * (size // (len(item) + 1))) + b"]"


HARMFUL: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "zeros in a zip": (
        lambda: zipped(a=b"\0" * 200 * MIB),
        "65 {path}/0/tvtime-series.csv: is larger than 64 MiB",
    ),
    "members of endless rows": (
        lambda: zipped(**dict.fromkeys("abcde", TV_TIME + b",,,,\n" * 11 * MIB)),
        "65 {path}: is longer than any list of shows",
    ),
    "large members": (
        lambda: zipped(**dict.fromkeys("abcde", TV_TIME + (b"x" * MIB + b",,,,\n") * 60)),
        "65 {path}: is larger than 256 MiB",
    ),
    "a size that is stated smaller": (
        lambda: with_a_smaller_size(zipped(a=TV_TIME + b"x,1,A,continuing,\n" * MIB)),
        "65 {path}/0/tvtime-series.csv: is damaged or incomplete; download it again",
    ),
    "zeros in gzip": (
        lambda: gzip.compress(b"\0" * 200 * MIB, 1),
        "65 {path}: is larger than 64 MiB",
    ),
    "a table of 300 MB": (
        lambda: b"title,year\n" + b"A show,2029\n" * 25 * MIB,
        "65 {path}: is larger than 64 MiB",
    ),
    "a cell of 50 MB": (
        lambda: b"title,year\nA,2029\n" + b"x" * 50 * MIB + b",2029\n",
        f"65 {{path}}:3: {LONG_ROW}",
    ),
    "a quoted cell of 50 MB": (
        lambda: b'title,year\nA,2029\n"' + (b"x" * 999 + b"\n") * 50_000 + b'",2029\n',
        f"65 {{path}}:3: {LONG_ROW}",
    ),
    "a row of endless cells": (
        lambda: b'title,year\n"a\n' + b'","b\n' * 2 * MIB,
        f"65 {{path}}:2: {LONG_ROW}",
    ),
    "a text of 50 MB": (lambda: b"x" * 50 * MIB, "65 {path}: is larger than 32 MiB"),
    "a line of 30 MB": (lambda: EMOJI + b"x" * 30 * MIB, "1 rows"),
    "emoji in long lines": (
        lambda: (b"x" * 9_990 + EMOJI + b"\n") * 3_000,
        "65 {path}: is longer than any list of shows",
    ),
    "lines of colons": (
        lambda: (b": " * 4_999 + b"\n") * 3_000,
        "65 {path}: is longer than any list of shows",
    ),
    "empty lines": (lambda: b"\n" * 31 * MIB, "65 {path}: is longer than any list of shows"),
    "columns without end": (
        lambda: b"title" + b",a" * 30_000 + b"\n" + b"A\n" * 30_000,
        "65 {path}: is longer than any list of shows",
    ),
    "bookmarks without ends": (
        lambda: b"<!DOCTYPE NETSCAPE-Bookmark-file-1>" + b'<A HREF="' * 3 * MIB,
        "0 rows",
    ),
    "a long calendar": (
        lambda: b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * MIB,
        "65 {path}: is larger than 2 MiB",
    ),
    "lists in lists": (lambda: b"[" * 60 * MIB, "65 {path}: is nested too deeply"),
    "objects in lists": (lambda: b'[[{"a":' * 100_000, "65 {path}: is nested too deeply"),
    "empty lists": (lambda: many(b"[]"), f"65 {{path}}: {IMMENSE}"),
    "objects": (lambda: many(b'{"a":0}'), f"65 {{path}}: {IMMENSE}"),
    "names of values": (
        lambda: b'{"a":{%s}}' % b",".join(b'"%d":1000' % n for n in range(1_900_000)),
        f"65 {{path}}: {IMMENSE}",
    ),
    "a long text with an emoji": (
        lambda: b'["' + b"x" * 58 * MIB + EMOJI + b'"]',
        f"65 {{path}}: {IMMENSE}",
    ),
    "many texts with emoji": (
        lambda: many(b'"' + b"x" * 15_000 + EMOJI + b'"'),
        f"65 {{path}}: {IMMENSE}",
    ),
    "a long text": (
        lambda: b'["' + b"x" * 60 * MIB + b'"]',
        "65 {path}: is JSON of no kind that premierectl knows",
    ),
    "quotes": (lambda: b'["' + b'"' * 60 * MIB, "65 {path}:1:4: is not JSON: expected ',' or ']'"),
    "elements": (lambda: b"<a>" + b"<b/>" * 10 * MIB + b"</a>", f"65 {{path}}: {IMMENSE}"),
    "names of elements": (
        lambda: b"<a>" + b"".join(b"<a%d/>" % n for n in range(1_200_000)) + b"</a>",
        f"65 {{path}}: {IMMENSE}",
    ),
    "elements in elements": (
        lambda: b"<a>" * 600_000 + b"</a>" * 600_000,
        "65 {path}: is XML of no kind that premierectl knows",
    ),
    "a long text in XML": (
        lambda: b"<a>" + EMOJI + b"x" * 58 * MIB + b"</a>",
        f"65 {{path}}: {IMMENSE}",
    ),
    "entities in entities": (
        lambda: b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "%s">]><a>&b;</a>' % (b"x" * 99),
        "65 {path}: declares a document type of its own, and is not opened",
    ),
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells the peak memory")
@pytest.mark.parametrize("harm", HARMFUL)
def test_no_file_takes_much_memory_or_time(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "given"
    make, said = HARMFUL[harm]
    path.write_bytes(make())
    result, peak, seconds = measured(path)
    assert result == said.format(path=path)
    assert (peak < 300, seconds < 10) == (True, True), (peak, seconds)


def measured(path: Path) -> tuple[str, int, float]:
    """What came of reading a file, the most memory (MB) it took, and the processor's seconds."""
    began = os.times()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)],
        env=without_coverage(),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    ended = os.times()
    result, peak = done.stdout.splitlines()
    used = ended.children_user + ended.children_system
    return result, int(peak) // 1000, used - began.children_user - began.children_system


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells the peak memory")
def test_a_hundred_thousand_rows_in_a_zip_are_read_one_by_one(tmp_path: Path) -> None:
    head = b"key,created_at,s_id,series_name,ep_id,s_no,ep_no,is_followed,is_archived,uuids\n"
    row = b"watch-episode-%d,2023-04-24 18:30:00,%d,A show,%d,1,2,,,%s\n"
    table = head + b"".join(row % (n, 9_000_000 + n % 700, n, b"x" * 300) for n in range(100_000))
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("gdpr-data/tracking-prod-records-v2.csv", b"\xef\xbb\xbf" + table)
    result, peak, _ = measured(path)
    assert len(table) > 35 * MIB
    assert (result, peak < 150) == ("700 rows", True), peak


def refusal(path: Path) -> str:
    with pytest.raises(BadFileError) as refused:
        read_accounts(str(path))
    return refused.value.message.removeprefix(f"{path.parent}/")


def test_the_limits_of_sizes(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"Title\n")
    os.truncate(path, 64 * MIB + 1)
    assert refusal(path) == "a: is larger than 64 MiB"
    path.write_bytes(b"x" * (32 * MIB + 1))
    assert refusal(path) == "a: is larger than 32 MiB"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(5):
            archive.writestr(f"{number}/tvtime-series.json", b"[]" + b" " * 60 * MIB)
    assert refusal(path) == "a: is larger than 256 MiB"


def test_the_limits_of_documents() -> None:
    for text in ("[" * 9_999, "{" * 9_999):
        assert json_refusal(text.replace("{", '{"a":')) == "a.json: is nested too deeply"
    assert json_refusal("[" + "[]," * 1_600_000 + "[]]") == f"a.json: {IMMENSE}"
    keys = ",".join(f'"{number}":1' for number in range(100_001))
    assert json_refusal(f"{{{keys}}}") == f"a.json: {IMMENSE}"
    wide = "x" * 20_000 + "\U0001f600"
    assert json_value("a.json", f'["{wide}"]'.encode()) == [wide]
    for inner in ("<b/>" * 1_600_000, "".join(f"<b{number}/>" for number in range(10_001))):
        assert xml_refusal(f"<a>{inner}</a>") == f"a.xml: {IMMENSE}"


def json_refusal(text: str) -> str:
    with pytest.raises(BadFileError) as refused:
        json_value("a.json", text.encode())
    return refused.value.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[\n  {"a": 1,\n', "a.json:3:1: is not JSON: it ends too early"),
        ('{\n "ä": 1,\n "b": x}', "a.json:3:7: is not JSON: invalid character"),
        ('{"Zu späte": 1,}', "a.json:1:16: is not JSON: trailing comma in object"),
        ('["a", NaN]', "a.json:1:7: is not JSON: invalid character"),
        ('["a", 1e999]', "a.json: is not JSON: a number or a text in it is not allowed there"),
    ],
)
def test_json_that_is_none_is_refused_with_line_and_column(text: str, message: str) -> None:
    assert json_refusal(text) == message


def test_half_a_letter_in_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'\xef\xbb\xbf["a long text in a caf\xc3"]')
    with pytest.raises(BadFileError, match="a number or a text in it is not allowed there"):
        read_accounts(str(path))


def test_json_and_xml_are_read_in_any_encoding(tmp_path: Path) -> None:
    watchlist = '{"format": 1, "shows": [{"id": "silo", "note": "Zu späte Ärzte"}]}'
    outlines = '<?xml version="1.0"?><opml><outline text="Zu späte Ärzte"/></opml>'
    path = tmp_path / "a"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        path.write_bytes(watchlist.encode(encoding))
        assert [row.note for row in read_accounts(str(path))[0].rows] == ["Zu späte Ärzte"]
        path.write_bytes(outlines.encode(encoding))
        assert [row.title for row in read_accounts(str(path))[0].rows] == ["Zu späte Ärzte"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<a>\n<b></a>", "a.xml:2:6: is not XML: mismatched tag"),
        ("<a>", "a.xml:1:4: is not XML: no element found"),
        ("<a>&b;</a>", "a.xml:1:4: is not XML: undefined entity"),
        (
            '<?xml version="1.0"?>\n<!doctype a SYSTEM "file:///etc/hostname"><a/>',
            "a.xml: declares a document type of its own, and is not opened",
        ),
        ("<a><!ENTITY b 'c'></a>", "a.xml: declares a document type of its own, and is not opened"),
    ],
)
def test_xml_that_is_none_or_declares_something_is_refused(text: str, message: str) -> None:
    assert xml_refusal(text) == message


def xml_refusal(text: str) -> str:
    with pytest.raises(BadFileError) as refused:
        xml_root("a.xml", text.encode())
    return refused.value.message


def test_an_emoji_in_a_short_text_is_no_harm() -> None:
    assert json_value("a.json", b'["' + EMOJI + b'", "\\ud83d\\ude00"]') == ["\U0001f600"] * 2
    root = xml_root("a.xml", "<a>\U0001f600&#128512;&#x1F600;</a>".encode())
    assert root.text == "\U0001f600" * 3
