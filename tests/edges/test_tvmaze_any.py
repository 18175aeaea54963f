"""Whatever TVmaze answers: what is returned is sound, what is left out is counted, nothing breaks."""

import copy
import json
from contextlib import suppress
from datetime import date
from itertools import chain
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from premierectl.catalogue.validation.document import problems_of
from premierectl.errors import UnavailableError
from premierectl.model import Show, read_value
from premierectl.schedule import releases
from premierectl.sources.source import Choice, Read
from premierectl.sources.tvmaze.reading import coming, found, whole_show
from tests.service import HULU, listed_season, listed_show, row

TODAY = date(2026, 11, 23)
BBC = {"id": 12, "name": "BBC One", "country": {"name": "United Kingdom", "code": "GB", "timezone": "Europe/London"}}  # fmt: skip
DAYS = ["2027-01-07", "2027-01-06", "2026-11-22", "", None, "9999-12-31", "1899-12-31", "0000-00-00", "2027-13-45", "2100-12-31", "10000-01-01", "1900-01-01"]  # fmt: skip
LEAVES = st.one_of(
    st.sampled_from(DAYS),
    st.sampled_from(["", "00:30", "21:00", "24:00", "25:61", "04:59"]),
    st.sampled_from(["Europe/London", "Nowhere/At_All", "../etc/passwd", "a\0b", "x" * 5_000]),
    st.sampled_from(["significant_special", "insignificant_special", "Ended", "TBA", "Episode 3"]),
    st.sampled_from(["<p>A &amp; B", "<" * 500, "&#" + "9" * 5_000 + ";", "&#xD800;", "\ud800"]),
    st.sampled_from(["2027-01-07T21:00:00+00:00", "0001-01-01T00:00:00+23:00", "2027"]),
    st.sampled_from([0, 1, -1, 9_999, 100_000, 2**63, 10**30, 1e300, float("nan"), float("inf")]),
    st.none() | st.booleans() | st.integers(-5, 12) | st.floats(),
    st.text(max_size=5, alphabet=st.characters(exclude_categories=())),
)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to each value within this one."""
    keys = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    inner = (places(value[key], (*path, key)) for key in keys)
    return [path, *chain.from_iterable(inner)]


@st.composite
def mutated(draw: st.DrawFn, sound: Any, most: int = 6) -> Any:
    """The answer with some of its values replaced, doubled or taken out."""
    answer = copy.deepcopy(sound)
    for _ in range(draw(st.integers(0, most))):
        path = draw(st.sampled_from(places(answer)))
        if not path:
            continue
        holder = answer
        for key in path[:-1]:
            holder = holder[key]
        match draw(st.sampled_from(["replace", "replace", "remove", "double"])):
            case "remove":
                del holder[path[-1]]
            case "double" if isinstance(holder, list):
                holder.append(copy.deepcopy(holder[path[-1]]))
            case _:
                holder[path[-1]] = draw(ANYTHING)
    return answer


def timed(day: str, clock: str, stamp: str, number: int | None, **fields: Any) -> dict[str, Any]:
    """A row of a British show at a clock time."""
    show = listed_show(2, "Dusk", network=BBC, webChannel=None)
    return row(show, 1, number, day, airtime=clock, airstamp=stamp, **fields)


SCHEDULE = [
    row(listed_show(1), 2, 1, "2027-01-07"),
    row(listed_show(1), 2, 2, "2027-01-14"),
    row(listed_show(1), 3, 9, "2027-02-14", name="The Ice"),
    timed("2027-01-07", "21:00", "2027-01-07T21:00:00+00:00", 1),
    timed("2027-01-14", "00:30", "2027-01-15T00:30:00+00:00", 2),
    timed("2027-12-24", "21:00", "2027-12-24T21:00:00+00:00", None, type="significant_special", name="Eve"),
]  # fmt: skip
WHOLE = {
    **listed_show(1, network=BBC, webChannel=HULU, schedule={"time": "00:30", "days": ["Friday"]}),
    "externals": {"tvrage": 1, "thetvdb": 2, "imdb": "tt0000003"},
    "officialSite": "https://www.bbc.co.uk/programmes/b1",
    "_embedded": {
        "seasons": [
            listed_season(1, "2025-01-09", endDate="2025-03-01", episodeOrder=8, network=BBC),
            listed_season(2, "2026-11-20", endDate="2027-01-01", name="The Long Night"),
            listed_season(3),
            listed_season(3, episodeOrder=8),
        ],
        "cast": [
            {"person": {"name": "Ann"}, "character": {"name": "Nora"}, "self": False, "voice": True},
            {"person": {"name": "Bo"}, "character": {"name": "Bo"}, "self": True, "voice": False},
        ],
        "episodes": [
            row({}, 1, 1, "2025-01-09"),
            row({}, 1, 2, "2025-03-01"),
            row({}, 2, 1, "2026-11-20", name="The Ice"),
            row({}, 2, 2, "2026-11-27"),
            row({}, 2, 3, ""),
        ],
        "nextepisode": {
            "name": "Two", "season": 2, "number": 2, "type": "regular", "airdate": "2026-11-27",
            "airtime": "21:00", "airstamp": "2026-11-27T21:00:00+00:00",
        },
    },
}  # fmt: skip
SEARCH = [{"score": 0.9, "show": listed_show(1)}, {"score": 0.2, "show": listed_show(2, "Dusk")}]


def assert_sound(read: Read) -> None:
    """Every entry could stand in a catalogue file and be shown; everything left out is named."""
    for entry in read.entries:
        assert "id" not in entry
        assert entry["ids"]["tvmaze"] > 0
        shown = {"id": "a", **entry}
        shown.pop("hints", None)  # they tell which show it is and are not kept
        assert list(problems_of({"format": 1, "shows": [shown]})) == []
        json.dumps(shown, ensure_ascii=False).encode()
        show = msgspec.convert(msgspec.json.decode(msgspec.json.encode(shown)), Show, dec_hook=read_value)  # fmt: skip
        assert all(list(releases(show, season)) for season in show.seasons)
    assert all(each.path and each.reason for each in read.unusable)


@settings(max_examples=400, deadline=None)
@given(mutated(SCHEDULE), st.booleans())
def test_any_schedule_is_read_as_far_as_it_can_be(rows: list[Any], narrow: bool) -> None:
    body = json.dumps(rows).encode()
    choice = Choice(languages=("English",), countries=("US",), least_popularity=5) if narrow else Choice()  # fmt: skip
    read = coming(body, choice)
    assert_sound(read)
    assert read == coming(body, choice)
    assert read.total == len(rows)
    assert all(int(each.path[1:].partition("]")[0]) < len(rows) for each in read.unusable)


@settings(max_examples=400, deadline=None)
@given(mutated(WHOLE), st.dates())
def test_any_show_is_read_as_far_as_it_can_be(show: dict[str, Any], today: date) -> None:
    body = json.dumps(show).encode()
    read = whole_show(body, today)
    assert_sound(read)
    assert read == whole_show(body, today)
    assert (read.total, len(read.entries) + (not read.entries)) == (1, 1)
    assert read.entries or read.unusable


@settings(max_examples=200, deadline=None)
@given(mutated(SEARCH))
def test_any_search_is_read_as_far_as_it_can_be(results: list[Any]) -> None:
    body = json.dumps(results).encode()
    read = found(body)
    assert_sound(read)
    assert read == found(body)
    assert read.total == len(results)


@settings(max_examples=200, deadline=None)
@given(ANYTHING)
def test_any_json_is_an_answer_or_an_error(answer: Any) -> None:
    body = json.dumps(answer).encode()
    with suppress(UnavailableError):
        assert_sound(coming(body, Choice()))
    with suppress(UnavailableError):
        assert_sound(found(body))
    with suppress(UnavailableError):
        assert_sound(whole_show(body, TODAY))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=40), st.integers(0, 3_000), st.integers(0, 30))
def test_any_bytes_are_an_answer_or_an_error(noise: bytes, at: int, cut: int) -> None:
    body = json.dumps(SCHEDULE).encode()
    for broken in (noise, body[:at] + noise + body[at + cut :], body[:at]):
        with suppress(UnavailableError):
            assert_sound(coming(broken, Choice()))
