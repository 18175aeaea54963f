"""The index of a large live layer: it answers as the file does, or is not there."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import premierectl.storage
from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.find import find, spoken
from premierectl.catalogue.layer import Index, Layer
from premierectl.catalogue.search import search_names
from premierectl.errors import BadFileError
from premierectl.storage import files
from premierectl.storage.catalogue import load_layer
from premierectl.storage.index import build, load_indexed, read_layer
from tests.conftest import Process, Run, Write, without_coverage
from tests.make import layer
from tests.test_start_up import PROBE

SHOWS: list[dict[str, Any]] = [
    {"id": "the-aurora", "title": "The Aurora", "aliases": ["Polar Light"], "ids": {"tvmaze": 7}},
    {"id": "elite", "title": "Élite", "ids": {"imdb": "tt1", "tvdb": 2**70}},
    {"id": "unseen", "title": "Unseen", "hidden": True},
    {"id": "bad", "title": "Bad", "seasons": [{"number": 1, "premiere": "2027-13"}]},
    {"id": "plain", "seasons": [{"number": 1, "premiere": "2027-03-12"}]},
]
IDS = ["the-aurora", "elite", "unseen", "bad", "plain", "b", "c", "tvmaze:7", "imdb:tt1", "none"]
WORDS = [
    *IDS, "Aurora", "the aurora", "an aurora", "polar", "light polar", "lite", "the", "a", "b c", "",
    "é", "\U0010ffff", "b\U0010ffff",
]  # fmt: skip


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A live layer's file."""
    return write(tmp_path / "catalogue.json", SHOWS)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """Where its index is."""
    return tmp_path / "cache" / "index.sqlite"


def write(path: Path, shows: Sequence[object], **rest: object) -> Path:
    path.write_text(json.dumps({"format": 1, "as_of": "2026-11-01", "shows": shows, **rest}))
    return path


def read(path: Path, index: Path | None = None) -> Layer:
    """The live layer in this file, by an index if there is one of it."""
    layer = load_layer("live", path) if index is None else load_indexed("live", path, index)
    assert layer is not None
    return layer


def is_indexed(layer: Layer) -> bool:
    return isinstance(layer.entries, Index)


def indexed(path: Path, index: Path) -> Index:
    """The entries of the live layer in this file by its index."""
    entries = read(path, index).entries
    assert isinstance(entries, Index)
    return entries


def answers(live: Layer, under: Sequence[Layer] = (), over: Sequence[Layer] = ()) -> list[object]:
    """All that a catalogue with this live layer says, before and after it was read whole."""
    catalogue = Catalogue([*under, live, *over])

    def said() -> list[object]:
        known = [catalogue.canonical(each) for each in IDS]
        shows = [each for each in known if each is not None]
        return [
            known,
            [[find(words, catalogue), search_names(words, catalogue)] for words in WORDS],
            [(catalogue.name(each), catalogue.layers_of(each)) for each in shows],
            [catalogue.get(each) for each in shows],
            list(spoken(catalogue).items()),
        ]

    rest: list[object] = [catalogue.as_of, catalogue.networks, list(catalogue.skipped())]
    return [
        *said(),
        *rest,
        len(live.entries),
        list(catalogue.names()),
        list(catalogue.ids()),
        *said(),
    ]


numbers = st.dictionaries(
    st.sampled_from(["tvmaze", "tvdb"]), st.sampled_from([1, 7, 2**70]), max_size=2
) | st.just({"imdb": "tt1"})
names = st.sampled_from(["Aurora", "The Aurora", "A B", "B C", "Élite", "b\U0010ffff", "...", "a"])
entries = st.fixed_dictionaries(
    {"id": st.sampled_from(IDS[:7])},
    optional={
        "title": names,
        "aliases": st.lists(names, max_size=2),
        "hidden": st.booleans(),
        "ids": numbers,
        "seasons": st.just([{"number": 1, "premiere": "2027-13"}]),
    },
)
layers = st.lists(entries, max_size=6)
one_each = st.lists(
    entries | st.just({"id": "c", "title": 5}), max_size=6, unique_by=lambda entry: str(entry["id"])
)


@settings(deadline=None)
@given(layers, one_each, layers)
@example([], SHOWS, [])
@example([{"id": "c", "ids": {"tvmaze": 7}}], SHOWS, [{"id": "b", "ids": {"imdb": "tt1"}}])
def test_a_catalogue_with_an_index_answers_as_one_without(
    tmp_path_factory: pytest.TempPathFactory,
    bundled: list[dict[str, Any]],
    shows: list[dict[str, Any]],
    own: list[dict[str, Any]],
) -> None:
    folder = tmp_path_factory.mktemp("index")
    path = write(folder / "catalogue.json", shows, networks=[{"name": "Hulu"}])
    read(path, folder / "index.sqlite")
    indexed = read(path, folder / "index.sqlite")
    assert is_indexed(indexed)
    under, over = [layer("bundled", *bundled)], [layer("own", *own)]
    assert answers(indexed, under, over) == answers(read(path), under, over)


def test_an_index_is_made_once_and_for_its_file(live: Path, index: Path) -> None:
    assert not is_indexed(read(live, index))
    made = index.stat().st_ino
    assert is_indexed(read(live, index))
    assert index.stat().st_ino == made
    write(live, [{"id": "b"}])
    assert [entry.head.id for entry in read(live, index).entries] == ["b"]
    again = read(live, index)
    assert is_indexed(again)
    assert again.entries[0].head.id == again.entries[:1][0].head.id == "b"


def test_a_file_with_a_byte_order_mark_is_indexed(live: Path, index: Path) -> None:
    live.write_bytes(b"\xef\xbb\xbf" + live.read_bytes())
    read(live, index)
    layer = read(live, index)
    assert is_indexed(layer)
    assert answers(layer) == answers(read(live))


def test_a_file_with_an_id_twice_is_read_whole(live: Path, index: Path) -> None:
    write(live, [*SHOWS, SHOWS[0]])
    for _ in range(2):
        assert not is_indexed(read(live, index))
    assert list(index.parent.iterdir()) == []


def test_no_file_is_no_layer(tmp_path: Path, index: Path) -> None:
    assert load_indexed("live", tmp_path / "nowhere.json", index) is None
    assert read_layer("live", tmp_path / "nowhere.json", index) is None


def test_a_broken_file_is_as_broken_as_without(live: Path, index: Path) -> None:
    live.write_text('{"format": 1, "shows": [')
    with pytest.raises(BadFileError, match="a value is missing here"):
        read(live, index)


def truncated(index: Path) -> None:
    os.truncate(index, index.stat().st_size // 2)


def emptied(index: Path) -> None:
    index.write_bytes(b"")


def zeroed(index: Path) -> None:
    data = index.read_bytes()
    index.write_bytes(data[:4096] + bytes(len(data) - 4096))


def foreign(index: Path) -> None:
    index.write_text("no database at all\n" * 1000)


def another_programs(index: Path) -> None:
    index.unlink()
    changed("CREATE VIEW layer AS SELECT 1")(index)


def a_folder(index: Path) -> None:
    index.unlink()
    index.mkdir()


def unreadable_about(index: Path) -> None:
    changed("UPDATE layer SET about = ?", b"[" * 100_000)(index)


def changed(*statement: object) -> Callable[[Path], None]:
    def change(index: Path) -> None:
        connection = sqlite3.connect(index)
        connection.execute(str(statement[0]), statement[1:])
        connection.commit()
        connection.close()

    return change


@pytest.mark.parametrize(
    "damage",
    [
        truncated, emptied, zeroed, foreign, another_programs, a_folder, unreadable_about,
        changed("DROP INDEX entry_id"),
        changed("CREATE TABLE more (x)"),
        changed("DELETE FROM layer"),
        changed("INSERT INTO layer SELECT * FROM layer"),
        changed("UPDATE layer SET identity = identity || ' '"),
        changed("UPDATE layer SET shows = 'many'"),
        changed("UPDATE layer SET about = ?", b"{}"),
        changed("UPDATE entry SET start = start + 1"),
        changed("UPDATE entry SET start = -1"),
        changed("UPDATE entry SET start = ?", 2**62),
        changed("UPDATE entry SET length = ?", 2**62),
        changed("UPDATE entry SET length = 'long'"),
        changed("UPDATE entry SET start = (SELECT max(start) FROM entry)"),
        changed(
            "UPDATE entry SET (start, length) = (SELECT start, length FROM entry WHERE id = 'bad')"
        ),
    ],
)  # fmt: skip
def test_a_damaged_index_is_not_believed_and_made_anew(
    live: Path, index: Path, damage: Callable[[Path], None]
) -> None:
    read(live, index)
    damage(index)
    plain = answers(read(live))
    assert answers(read(live, index)) == plain
    assert answers(read(live, index)) == plain
    assert is_indexed(read(live, index)) is (damage is not a_folder)


@pytest.mark.parametrize(
    "statement",
    [
        ("UPDATE entry SET id = CAST(? AS TEXT)", b"\xff"),
        ("UPDATE entry SET id = ?", b"the-aurora"),
        ("UPDATE entry SET id = NULL",),
        ("UPDATE entry SET place = -place",),
        ("UPDATE name SET text = ?", b"\xff"),
        ("UPDATE name SET text = NULL",),
        ("UPDATE name SET bare = text, place = 10",),
    ],
)
def test_what_an_index_makes_up_harms_nobody_and_goes_with_it(
    live: Path, index: Path, statement: tuple[object, ...]
) -> None:
    """Whoever writes the cache may write the catalogue: a lie is no more than a wrong answer."""
    write(live, SHOWS[:1])
    read(live, index)
    changed(*statement)(index)
    answers(read(live, index))
    index.unlink(missing_ok=True)
    assert answers(read(live, index)) == answers(read(live))


def test_after_an_index_proved_wrong_every_answer_comes_from_the_file(
    live: Path, index: Path
) -> None:
    read(live, index)
    entries = indexed(live, index)
    changed("UPDATE entry SET start = 1")(index)
    assert [entry.head.id for entry in entries.related(["elite"], [])] == ["elite"]
    assert not index.exists()
    assert [entry.head.id for entry in entries.related([], [("tvmaze", 7)])] == ["the-aurora"]
    assert ("elite", "elite") in [(show_id, text) for _, show_id, text in entries.spoken()]
    assert len(entries) == len(list(entries.named(["elite"]))) == len(SHOWS)


def test_an_index_that_cannot_be_deleted_stays(
    live: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(live, index)
    changed("UPDATE entry SET start = 1")(index)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    assert [entry.head.id for entry in indexed(live, index).related(["elite"], [])] == ["elite"]


def test_what_replaces_the_file_is_not_seen_by_who_has_it_open(live: Path, index: Path) -> None:
    read(live, index)
    layer, plain = read(live, index), read(live)
    draft = write(live.with_name("new.json"), [{"id": "b"}])
    draft.replace(live)
    assert answers(layer) == answers(plain)
    assert [entry.head.id for entry in read(live, index).entries] == ["b"]


def test_a_file_that_changes_while_it_is_read_is_not_indexed(
    live: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = files.read

    def meanwhile(path: Path) -> bytes | None:
        data = whole(path)
        write(path, [{"id": "b"}])
        return data

    monkeypatch.setattr(files, "read", meanwhile)
    assert len(read(live, index).entries) == len(SHOWS)
    assert not index.exists()


def test_where_no_index_can_be_made_the_answer_is_as_ever(live: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    for _ in range(2):
        assert answers(read(live, tmp_path / "cache" / "index.sqlite")) == answers(read(live))


def test_a_full_disk_leaves_no_index_and_nothing_else(small_disk: Path) -> None:
    live = write(small_disk / "catalogue.json", [{"id": f"show-{n}"} for n in range(1500)])
    cache = small_disk / "cache"
    for _ in range(2):
        assert len(read(live, cache / "index.sqlite").entries) == 1500
        assert list(cache.iterdir()) == []


def test_builders_at_once_make_one_index(tmp_path: Path, index: Path) -> None:
    live = write(tmp_path / "catalogue.json", [{"id": f"show-{n}"} for n in range(60_000)])
    code = "import sys; from pathlib import Path; from premierectl.storage.index import build; "
    call = [sys.executable, "-c", f"{code}build(*map(Path, sys.argv[1:]))", str(live), str(index)]
    builders = [subprocess.Popen(call, env=without_coverage()) for _ in range(3)]
    assert [builder.wait(60) for builder in builders] == [0, 0, 0]
    assert list(index.parent.iterdir()) == [index]
    assert is_indexed(read(live, index))


def test_what_a_killed_builder_left_is_swept_away_once_it_is_old(live: Path, index: Path) -> None:
    index.parent.mkdir()
    old, new = (index.parent / f".index.sqlite.{each}.new" for each in ("old", "new"))
    for draft in (old, new):
        draft.touch()
    os.utime(old, (0, 0))
    read(live, index)
    assert sorted(index.parent.iterdir()) == [new, index]


def test_a_small_layer_has_no_index(live: Path, index: Path) -> None:
    read(live, index)
    build(live, index)
    assert not index.exists()
    layer = read_layer("live", live, index)
    assert layer is not None
    assert not is_indexed(layer)
    assert not index.exists()


def test_building_raises_nothing(tmp_path: Path, index: Path) -> None:
    build(tmp_path / "nowhere.json", index)
    broken = tmp_path / "broken.json"
    broken.write_bytes(b"[" * 2_000_000)
    build(broken, index)
    assert not index.exists()


def test_a_python_without_sqlite_reads_the_file(
    live: Path, index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("index_reader", "index_writer"):
        monkeypatch.delattr(premierectl.storage, name, raising=False)
        monkeypatch.delitem(sys.modules, f"premierectl.storage.{name}", raising=False)
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    assert answers(read(live, index)) == answers(read(live))
    assert load_indexed("live", tmp_path / "nowhere.json", index) is None
    assert not index.exists()


def large(count: int = 1) -> dict[str, Any]:
    """A live layer of more than a megabyte."""
    shows: list[dict[str, Any]] = [
        {"id": "aurora", "title": "Aurora", "seasons": [{"number": 1, "premiere": "2027-03-12"}]},
        {"id": "filler", "title": "Filler", "synopsis": "x" * 1_100_000},
        *({"id": f"show-{n}", "title": f"Show {n}"} for n in range(count)),
    ]
    return {"format": 1, "as_of": "2026-11-01", "shows": shows}


@pytest.mark.parametrize(
    ("words", "code", "out"),
    [
        (["next", "aurora"], 0, "2027-03-12\n"),
        (["days"], 0, "109\n"),
        (["search", "illE"], 0, "filler\tFiller\ttitle\tFiller\tno\n"),
        (["show", "auroar"], 1, ""),
        (["next", "tvmaze:1"], 1, ""),
    ],
)
def test_a_command_answers_the_same_with_and_without_an_index(
    run: Run, write: Write, home: Path, words: list[str], code: int, out: str
) -> None:
    write("data/catalogue.json", large())
    write("data/watchlist.json", {"format": 1, "shows": [{"id": "aurora"}]})
    first = run(*words)
    assert (first.code, first.out) == (code, out)
    assert (home / "cache" / "index.sqlite").exists()
    assert run(*words) == first


def test_a_large_layer_loads_sqlite_and_nothing_heavy_besides(
    environment: Mapping[str, str], write: Write, process: Process
) -> None:
    def loaded(*modules: str) -> str:
        words = [sys.executable, "-c", PROBE, ",".join(modules), "next", "heartstopper:s1"]
        env = {**without_coverage(), **environment, "PREMIERECTL_NOW": "2022-04-01"}
        done = subprocess.run(words, capture_output=True, env=env, timeout=60, check=True)
        return done.stderr.decode().splitlines()[-1]

    modules = ("sqlite3", "json", "rich", "tempfile", "premierectl.storage.index_writer")
    assert loaded(*modules) == "0"
    write("data/catalogue.json", large())
    assert process("next", "aurora").returncode == 0
    assert loaded(*modules) == "0 sqlite3"


def test_a_pipe_in_place_of_the_index_is_passed_over_at_once(
    run: Run, write: Write, home: Path
) -> None:
    write("data/catalogue.json", large())
    (home / "cache").mkdir()
    os.mkfifo(home / "cache" / "index.sqlite")
    assert run("next", "aurora").out == "2027-03-12\n"
