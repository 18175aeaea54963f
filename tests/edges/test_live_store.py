"""The live store: it answers as the same shows in memory do, is kept whole or not at all."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from premierectl.agenda import every_release, next_releases, the_finale
from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.find import find
from premierectl.catalogue.layer import Layer, MemoryLayer, Window
from premierectl.catalogue.search import search_names
from premierectl.catalogue.suggest import suggestions
from premierectl.changes import Change, ChangeKind, Refresh
from premierectl.errors import BadFileError, NewerFormatError
from premierectl.storage import live_draft
from premierectl.storage.layer_files import live_store
from premierectl.storage.live_draft import LiveDraft
from premierectl.storage.live_store import LiveStore, opened
from premierectl.upcoming.calendar import in_months
from premierectl.upcoming.everything import Nearest, between, nearest_coming
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.nothing import why_nothing
from premierectl.upcoming.outlook import Outlook, ahead
from premierectl.upcoming.script import is_answer, is_exact, script_answer
from premierectl.watchlist import Watchlist
from tests.conftest import without_coverage
from tests.make import layer, moment

WHEN = datetime(2026, 11, 24, 6, tzinfo=UTC)
SHOWS: list[dict[str, Any]] = [
    {"id": "the-aurora", "title": "The Aurora", "aliases": ["Polar Light"], "ids": {"tvmaze": 7}},
    {"id": "elite", "title": "Élite", "ids": {"imdb": "tt1", "tvdb": 2**70}},
    {"id": "unseen", "title": "Unseen", "hidden": True},
    {"id": "plain", "title": "P", "seasons": [{"number": 1, "premiere": "2027-03-12"}]},
]
IDS = ["the-aurora", "elite", "unseen", "plain", "b", "c", "tvmaze:7", "imdb:tt1", "none", "\udcff"]
WORDS = [
    *IDS, "Aurora", "the aurora", "an aurora", "polar", "light polar", "lite", "the", "a", "b c", "",
    "é", "\U0010ffff", "b\U0010ffff", "ab", "aurora 2019", "tls",
]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store is; its folder is not there yet."""
    return tmp_path / "state" / "live.sqlite"


def draft_of(path: Path) -> LiveDraft:
    data = path.parent.parent / "data"
    first = {"first_layer": data / "catalogue.json", "first_changes": data / "changes.json"}
    return LiveDraft(path, **first)


def kept(path: Path, shows: Sequence[Mapping[str, Any]] = SHOWS) -> LiveStore:
    """A store of these shows, opened."""
    with closing(draft_of(path)) as draft:
        draft.put(shows)
        draft.say("as_of", date(2026, 11, 1))
        draft.keep()
    return read(path)


def read(path: Path) -> LiveStore:
    """The store in this file, of which nobody complains."""
    store = opened(path, pytest.fail)
    assert store is not None
    return store


def in_memory(store: LiveStore) -> MemoryLayer:
    return MemoryLayer("live", store.file, store.entries, store.as_of)


def answers(live: Layer, under: Sequence[Layer] = (), over: Sequence[Layer] = ()) -> list[object]:
    """All that a catalogue with this live layer says of shows, before and after it was read whole."""
    catalogue = Catalogue([*under, live, *over])

    def said() -> list[object]:
        known = [catalogue.canonical(each) for each in IDS]
        shows = [each for each in known if each is not None]
        return [
            known,
            [[find(words, catalogue), search_names(words, catalogue)] for words in WORDS],
            [(catalogue.name(each), catalogue.layers_of(each)) for each in shows],
            [(catalogue.get(each), catalogue.stated(each)) for each in shows],
            [suggestions(words, catalogue) for words in WORDS],
        ]

    rest: list[object] = [catalogue.as_of, catalogue.networks, list(catalogue.skipped())]
    return [*said(), *rest, list(catalogue.names()), list(catalogue.ids()), *said()]


NOW = moment("2026-11-23T12:00", "Pacific/Auckland")
FILTERS = [
    Filters(), Filters(within=7), Filters(within=0), Filters(networks=("hulu",)),
    Filters(networks=("Hulu", "hbo"), within=40), Filters(premieres=True, within=400), Filters(genres=("drama",)),
]  # fmt: skip


def coming_up(live: Layer, under: Sequence[Layer], over: Sequence[Layer]) -> list[object]:
    """What is told of everything: by countdown, by next and days, by the calendar."""

    def outlook() -> Outlook:
        return Outlook.of(NOW, Catalogue([*under, live, *over]), Watchlist())

    return [
        [_countdown(outlook(), filters, limit) for filters in FILTERS for limit in (1, 3, None)],
        [
            _script(outlook(), filters, vague=vague)
            for filters in FILTERS
            for vague in (False, True)
        ],
        [_calendar(outlook(), filters) for filters in FILTERS],
    ]


def _countdown(outlook: Outlook, filters: Filters, limit: int | None) -> object:
    told = []
    for agenda in (next_releases(premieres=filters.premieres), the_finale):
        rows = nearest_coming(outlook, agenda, filters, Nearest(limit)).rows
        shown = ahead(rows, filters)[:limit]
        told.append(shown or why_nothing(rows, filters))
    return told


def _script(outlook: Outlook, filters: Filters, *, vague: bool) -> object:
    nearest = Nearest(1, is_answer if vague else is_exact)
    rows = nearest_coming(outlook, next_releases(1), filters, nearest).rows
    answer = script_answer(rows, filters, 1, vague=vague)
    if answer.rows:
        return answer.rows, list(answer.cautions)
    return answer.only_vague or why_nothing(rows, filters)


def _calendar(outlook: Outlook, filters: Filters) -> object:
    months = (moment_month("2026-11"), moment_month("2026-12"))
    days = months[0].earliest, months[-1].latest
    rows = between(outlook, every_release, days, filters.networks).rows
    return in_months(rows, months, filters, "monday").rows  # type: ignore[arg-type]


def moment_month(words: str) -> Any:
    from premierectl.dates import PartialDate

    return PartialDate(words)


numbers = st.dictionaries(
    st.sampled_from(["tvmaze", "tvdb"]), st.sampled_from([1, 7, 2**70]), max_size=2
) | st.just({"imdb": "tt1"})
names = st.sampled_from(["Aurora", "The Aurora", "A B", "B C", "Élite", "b\U0010ffff", "...", "a"])
dates = st.sampled_from(
    ["2026-11-23", "2026-11-24", "2026-11-22?", "2026-11", "2026-12-01", "2026-12", "2027-01-30",
     "2027", "2027-03?", "2026-10-01", "2031-01-01", "0001-01-01", "9999-12-31", "9999"]
)  # fmt: skip
seasons = st.lists(
    st.fixed_dictionaries(
        {"number": st.sampled_from([1, 2])},
        optional={
            "premiere": dates,
            "finale": dates,
            "network": st.sampled_from(["Hulu", "BBC One"]),
            "release": st.sampled_from(["weekly", "all at once"]),
            "episodes": st.sampled_from([1, 8]),
            "time": st.just("23:00"),
            "timezone": st.sampled_from(["America/New_York", "Pacific/Kiritimati"]),
            "status": st.sampled_from(["airing", "ended", "cancelled"]),
            "episode_list": st.lists(
                st.fixed_dictionaries({"number": st.integers(1, 4), "date": dates}), max_size=2
            ),
        },
    ),
    max_size=2,
)
fields = {
    "aliases": st.lists(names, max_size=2),
    "hidden": st.booleans(),
    "ids": numbers,
    "year": st.sampled_from([2019, 2024]),
    "network": st.sampled_from(["Hulu", "HULU", "Netflix"]),
    "genres": st.just(["Drama"]),
    "seasons": seasons,
}
entries = st.fixed_dictionaries(
    {"id": st.sampled_from(IDS[:6])}, optional={"title": names, **fields}
)
layers = st.lists(entries, max_size=4)


def is_usable(shows: list[dict[str, Any]]) -> bool:
    """Whether a service's shows are of the kind that is kept: each once, by id and by number."""
    keys = [show.get("ids", {}).get("tvmaze", show["id"]) for show in shows]
    return len(set(keys)) == len(keys)


stored = st.lists(
    st.fixed_dictionaries({"id": st.sampled_from(IDS[:6]), "title": names}, optional=fields),
    max_size=6,
    unique_by=lambda show: str(show["id"]),
).filter(is_usable)


@settings(deadline=None)
@given(layers, stored, layers)
@example([], SHOWS, [])
@example(
    [],
    [
        {"id": "b", "title": "B", "seasons": [{"number": 1, "premiere": "2026-11-22?"}]},
        {"id": "c", "title": "C", "seasons": [{"number": 1}]},
    ],
    [],
)
@example([{"id": "c", "ids": {"tvmaze": 7}}], SHOWS, [{"id": "b", "ids": {"imdb": "tt1"}}])
def test_no_answer_differs_from_the_same_shows_in_memory(
    tmp_path_factory: pytest.TempPathFactory,
    bundled: list[dict[str, Any]],
    shows: list[dict[str, Any]],
    own: list[dict[str, Any]],
) -> None:
    store = kept(tmp_path_factory.mktemp("store") / "live.sqlite", shows)
    under, over = [layer("bundled", *bundled)], [layer("own", *own)]
    memory = in_memory(store)
    assert answers(store, under, over) == answers(memory, under, over)
    assert coming_up(store, under, over) == coming_up(memory, under, over)


def test_a_viewers_day_may_be_two_days_from_the_stated_one(path: Path) -> None:
    late = {"number": 1, "premiere": "2026-11-24", "time": "23:30", "timezone": "Pacific/Pago_Pago"}
    live = kept(path, [{"id": "aurora", "title": "Aurora", "seasons": [late]}])
    at = moment("2026-11-23", "Pacific/Kiritimati")
    outlook = Outlook.of(at, Catalogue([live]), Watchlist())
    day = date(2026, 11, 26)
    (row,) = between(outlook, every_release, (day, day), ()).rows
    assert row.item.days == 3


def test_what_is_put_is_read_back_and_keeps_its_place(path: Path) -> None:
    kept(path)
    moved = [{**SHOWS[1], "title": "Elite"}, SHOWS[0], {"id": "b", "title": "B"}]
    with closing(draft_of(path)) as draft:
        assert draft.shows() == SHOWS
        draft.put(moved, {7: WHEN})
        draft.keep()
    store = read(path)
    assert [(entry.index, entry.head.id) for entry in store.entries] == [
        (1, "the-aurora"), (2, "elite"), (5, "b"),
    ]  # fmt: skip
    assert {entry.head.id for entry in store.named(["elite"])} == {"elite"}
    assert list(store.starting("unseen")) == []


def test_shows_that_change_ids_with_each_other_stand_under_their_numbers(path: Path) -> None:
    one, two = {"title": "A", "ids": {"tvmaze": 1}}, {"title": "B", "ids": {"tvmaze": 2}}
    kept(path, [{"id": "x", **one}, {"id": "y", **two}])
    store = kept(path, [{"id": "y", **one}, {"id": "x", **two}])
    assert [(entry.head.id, entry.head.title) for entry in store.entries] == [
        ("y", "A"),
        ("x", "B"),
    ]


def test_when_a_show_was_asked_stays_with_it_until_it_is_asked_again(path: Path) -> None:
    def asked() -> list[tuple[str, str | None]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute("SELECT key, asked FROM show ORDER BY place").fetchall()

    with closing(draft_of(path)) as draft:
        draft.put(SHOWS[:2], {7: WHEN})
        draft.keep()
    kept(path, [SHOWS[0], {**SHOWS[1], "title": "E"}])
    assert asked() == [("tvmaze:7", "2026-11-24T06:00:00+00:00"), ("elite", None)]
    with closing(draft_of(path)) as draft:
        draft.put(SHOWS[:2], {7: WHEN + timedelta(days=1)})
        draft.keep()
    assert asked()[0] == ("tvmaze:7", "2026-11-25T06:00:00+00:00")


def test_what_is_not_kept_was_never_there(path: Path) -> None:
    with closing(draft_of(path)) as draft:
        draft.put(SHOWS)
    assert not path.parent.exists()
    assert live_store(path, pytest.fail) is None


def test_what_replaces_the_file_is_not_seen_by_who_has_it_open(path: Path) -> None:
    before = kept(path)
    kept(path, [{"id": "b", "title": "B"}])
    assert [entry.head.id for entry in before.entries] == [show["id"] for show in SHOWS]
    assert [entry.head.id for entry in read(path).entries] == ["b"]


def test_a_reader_leaves_nothing_and_needs_no_right_to_write(path: Path) -> None:
    kept(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = [(each, each.stat().st_mtime_ns) for each in path.parent.rglob("*")]
    answers(read(path))
    assert [(each, each.stat().st_mtime_ns) for each in path.parent.rglob("*")] == before


def test_readers_beside_a_writer_always_see_a_whole_state(path: Path) -> None:
    """Every state has one title in all its shows."""
    kept(path, [{"id": f"s{n}", "title": "0"} for n in range(50)])
    call = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(call, env=without_coverage(), stdout=subprocess.PIPE) as writer:
        seen = set[int]()
        while writer.poll() is None:
            titles = {entry.head.title for entry in read(path).entries}
            assert len(titles) == 1
            seen |= {int(title or "") for title in titles}
    assert writer.returncode == 0
    assert len(seen) > 1


WRITER = """
import sys
from pathlib import Path
from premierectl.storage.live_draft import LiveDraft
path = Path(sys.argv[1])
for turn in range(1, 21):
    draft = LiveDraft(path, first_layer=path / "no", first_changes=path / "no")
    draft.put([{"id": f"s{n}", "title": str(turn)} for n in range(50)])
    draft.keep()
    draft.close()
"""


def test_the_days_of_a_release_are_asked_for_exactly(path: Path) -> None:
    shows = [
        {"id": f"s{n}", "title": f"S{n}", "network": "Hulu", "seasons": [{"number": 1, "premiere": day}]}
        for n, day in enumerate(["2026-12-01", "2026-12", "2027", "2027-01-01"])
    ]  # fmt: skip
    store = kept(path, shows)

    def found(first: str, last: str, *networks: str) -> list[str]:
        window = Window(date.fromisoformat(first), date.fromisoformat(last), networks)
        return [entry.head.id for entry in store.coming(window)]

    assert found("2026-12-01", "2026-12-01") == ["s0", "s1"]
    assert found("2026-12-31", "2027-01-01", "hulu") == ["s1", "s2", "s3"]
    assert found("2026-12-31", "2027-01-01", "bbc one") == []
    assert found("2026-12-31", "2027-01-01", "bbc one", "hulu") == ["s1", "s2", "s3"]
    assert found("2026-11-01", "2026-11-30") == []


def test_its_networks_and_genres_are_named(path: Path) -> None:
    def entry(show_id: str, premiere: str | None, **fields: Any) -> dict[str, Any]:
        season = {"number": 1, "premiere": premiere}
        return {"id": show_id, "title": show_id, "seasons": [season], **fields}

    store = kept(
        path,
        [
            entry("a", "2026-12-01", network="Apple TV", genres=["Drama"]),
            entry("b", "2026-12-02", network="Apple TV", genres=["Drama", "War"]),
            entry("c", "2027", network="BBC One"),
            entry("d", None, network="Never dated"),
            entry("e", "2026-12-03"),
            {"id": "f", "title": "F", "network": "Hulu", "seasons": [
                {"number": 1, "premiere": "2026-12-04", "network": "NBC"},
            ]},
        ],
    )  # fmt: skip
    assert list(store.network_names()) == ["Apple TV", "nbc", "BBC One"]
    assert list(store.genre_names()) == ["Drama", "War"]


def change(show_id: str = "aurora", kind: ChangeKind = "cancelled") -> Change:
    return Change(when=WHEN, show_id=show_id, show="Aurora", kind=kind)


def tell(path: Path, *changes: Change, day: int = 0) -> tuple[Refresh, ...]:
    with closing(draft_of(path)) as draft:
        draft.tell(WHEN + timedelta(days=day), changes)
        draft.keep()
    return read(path).refreshes()


def test_what_was_told_is_read_back_the_newest_last(path: Path) -> None:
    moved = msgspec.structs.replace(change(kind="moved"), before=read_value_of("2027-01?"), days=3)
    tell(path, moved, change())
    assert tell(path, change("b"), day=1) == (
        Refresh(WHEN, (moved, change())),
        Refresh(WHEN + timedelta(days=1), (change("b"),)),
    )


def read_value_of(text: str) -> Any:
    from premierectl.dates import PartialDate

    return PartialDate(text)


def test_of_refreshes_that_saw_nothing_only_the_last_is_kept(path: Path) -> None:
    tell(path, change())
    for day in (1, 2, 3):
        refreshes = tell(path, day=day)
    assert [refresh.when.day for refresh in refreshes] == [24, 27]
    assert [refresh.when.day for refresh in tell(path, change(), day=4)] == [24, 28]


def test_what_a_refresh_sees_in_several_batches_is_one_refresh(path: Path) -> None:
    tell(path, change())
    assert tell(path, change("b")) == (Refresh(WHEN, (change(), change("b"))),)
    assert tell(path) == (Refresh(WHEN, (change(), change("b"))),)


@pytest.mark.parametrize(
    ("followed", "days", "kept"),
    [((), 31, True), ((), 32, False), (("aurora",), 366, True), (("aurora",), 367, False), (None, 366, True)],
)  # fmt: skip
def test_of_followed_shows_changes_are_kept_for_a_year_and_of_others_for_a_month(
    path: Path, followed: tuple[str, ...] | None, days: int, *, kept: bool
) -> None:
    tell(path, change())
    with closing(draft_of(path)) as draft:
        draft.tell(WHEN + timedelta(days=days), [], followed)
        draft.keep()
    told = [refresh.changes for refresh in read(path).refreshes()]
    assert told == [(change(),), ()] if kept else [()]


def test_of_too_many_changes_others_go_first_new_shows_before_the_rest_the_oldest_first(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_draft, "MOST_CHANGES", 3)
    new = [change(f"n{n}", "new show") for n in range(3)]
    (refresh,) = tell(path, *new, change("told"))
    assert refresh.changes == (*new[1:], change("told"))
    first, second = tell(path, change("b"), day=1)
    assert (first.changes, second.changes) == ((new[2], change("told")), (change("b"),))
    with closing(draft_of(path)) as draft:
        draft.tell(WHEN + timedelta(days=1), [change("c"), change("d")], {"told"})
        draft.keep()
    first, second = read(path).refreshes()
    assert (first.changes, second.changes) == ((change("told"),), (change("c"), change("d")))


def first_format(path: Path) -> tuple[Path, Path]:
    """The files of an earlier premierectl beside this store."""
    folder = path.parent.parent / "data"
    folder.mkdir()
    layer, changes = folder / "catalogue.json", folder / "changes.json"
    shows = [*SHOWS, {"id": "bad", "title": "Bad", "seasons": [{"number": 1, "premiere": "x"}]}]
    layer.write_text(json.dumps({"format": 1, "as_of": "2026-11-01", "shows": shows}))
    said = {"when": "2026-11-24T06:00:00Z", "show_id": "aurora", "show": "Aurora"}
    told = [{"when": said["when"], "changes": [{**said, "kind": "cancelled"}]}]
    changes.write_text(json.dumps({"format": 1, "refreshes": told}))
    return layer, changes


def test_files_of_the_first_format_are_taken_over_once_with_their_history(path: Path) -> None:
    layer, _ = first_format(path)
    with closing(draft_of(path)) as draft:
        assert draft.shows() == SHOWS
        assert layer.exists()
        draft.keep()
    assert read(path).refreshes() == (Refresh(WHEN, (change(),)),)
    assert sorted(each.name for each in layer.parent.iterdir()) == [
        "catalogue.json.old", "changes.json.old",
    ]  # fmt: skip
    layer.write_text("{")
    kept(path, [])
    assert (read(path).entries, layer.exists()) == ([], False)


def test_changes_of_the_first_format_that_cannot_be_read_stay_where_they_are(path: Path) -> None:
    layer, changes = first_format(path)
    changes.write_text("{")
    with closing(draft_of(path)) as draft:
        assert str(draft.complaint).startswith(f"{changes}:1:2: ")
        draft.keep()
    assert (layer.exists(), changes.read_text()) == (False, "{")


def test_a_layer_of_the_first_format_that_cannot_be_read_is_an_error(path: Path) -> None:
    layer, _ = first_format(path)
    layer.write_text("{")
    with pytest.raises(BadFileError):
        draft_of(path)


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def zeroed(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + bytes(len(data) - 4096))


def foreign(path: Path) -> None:
    path.write_text("no database at all\n" * 1000)


def changed(*statement: object) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(str(statement[0]), statement[1:])
            connection.commit()

    return change


@pytest.mark.parametrize(
    "damage",
    [
        truncated, emptied, zeroed, foreign,
        changed("DROP TABLE show"),
        changed("PRAGMA user_version = 0"),
        changed("UPDATE show SET written = ?", b"{"),
        changed("UPDATE show SET written = 7"),
        changed("UPDATE show SET written = ?", b"[" * 100_000),
    ],
)  # fmt: skip
def test_a_damaged_store_is_said_once_left_out_and_set_aside_by_the_next_change(
    path: Path, damage: Callable[[Path], None]
) -> None:
    kept(path)
    damage(path)
    bad, said = path.read_bytes(), list[str]()
    store = opened(path, said.append)
    if store is not None:
        empty = MemoryLayer("live", str(path))
        told = answers(store)
        assert [each for each in told if not isinstance(each, date)][:3] == answers(empty)[:3]
        assert store.entries == []
    assert said == [f"{path} is damaged; premierectl catalogue refresh makes it anew"]
    assert path.read_bytes() == bad
    assert [entry.head.id for entry in kept(path, SHOWS[:1]).entries] == ["the-aurora"]
    assert path.with_name("live.sqlite.damaged").read_bytes() == bad


@pytest.mark.parametrize(
    "statement",
    [
        ("UPDATE name SET text = ?", b"\xff"),
        ("UPDATE name SET text = 'x'",),
        ("UPDATE name SET place = 'x'",),
        ("UPDATE number SET place = NULL",),
        ("UPDATE about SET said = ?", b"["),
        ("INSERT INTO answer VALUES ('x', 'y')",),
        ("INSERT INTO refresh VALUES (1, 'x')",),
    ],
)
def test_what_a_store_makes_up_harms_nobody(path: Path, statement: tuple[object, ...]) -> None:
    kept(path)
    changed(*statement)(path)
    store = opened(path, list[str]().append)  # whether it complains depends on what is asked
    assert store is not None
    answers(store)
    assert store.refreshes() == ()


def test_a_newer_store_is_said_and_never_written_over(path: Path) -> None:
    kept(path)
    changed("PRAGMA user_version = 2")(path)
    before, said = path.read_bytes(), list[str]()
    assert opened(path, said.append) is None
    assert said == [f"{path} was written by a newer premierectl, which can read it"]
    with pytest.raises(NewerFormatError, match="has format 2"):
        draft_of(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_cannot_be_read(path: Path, make: Callable[[Path], None]) -> None:
    path.parent.mkdir(parents=True)
    make(path)
    said = list[str]()
    assert opened(path, said.append) is None
    assert said == [f"{path} cannot be read: is not a regular file"]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that cannot be read")
def test_a_file_that_cannot_be_read_is_not_called_damaged(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.symlink_to("/proc/self/mem")
    said = list[str]()
    assert opened(path, said.append) is None
    assert said == [f"{path} cannot be read"]


def test_what_was_remembered_in_another_way_is_no_longer_understood(tmp_path: Path) -> None:
    path = tmp_path / "live.sqlite"
    draft = LiveDraft(path, first_layer=path / "no", first_changes=path / "no")
    draft.remember("answer", {"https://example.org/": 1})
    assert draft.remembered("answer", dict) == {}
    assert draft.remembered("answer", int) == {"https://example.org/": 1}
    draft.close()


def test_of_very_many_names_that_begin_so_some_are_read_with_the_last(path: Path) -> None:
    many = [{"id": f"show-{number:03}", "title": f"The Show {number:03}"} for number in range(300)]
    other = {"id": "old-show", "title": "Old Show"}
    store = kept(path, [*many, other])
    found = [entry.head.id for entry in store.beginning("show", 20)]
    assert {"show-000", "show-019", "show-299"} <= {*found}
    assert len(found) < 100
    assert [entry.head.id for entry in store.beginning("old", 20)] == ["old-show"]
    assert "old-show" in [entry.head.id for entry in store.beginning("sho", 400)]
