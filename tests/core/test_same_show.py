"""Which show is which: between layers, in what a service lists, and on a watchlist."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from premierectl.catalogue.catalogue import Catalogue
from premierectl.changes import Change
from premierectl.followed_line import FollowedLine
from premierectl.model import ExternalIds
from premierectl.refresh.identity import KnownShow, is_alike
from premierectl.refresh.matching import matches
from premierectl.refresh.naming import named
from premierectl.upcoming.following import followed_changes, unknown_lines
from premierectl.upcoming.outlook import Outlook
from premierectl.watchlist import Watchlist
from premierectl.wording.unknown import unknown_words
from tests.make import catalogue, layer, moment, show


def listed(number: int = 1, title: str = "Aurora", **fields: Any) -> dict[str, Any]:
    return {"title": title, "ids": {"tvmaze": number}, "seasons": [], **fields}


def hinted(**hints: Any) -> dict[str, Any]:
    return {"hints": hints}


def season(number: int, premiere: str) -> dict[str, Any]:
    return {"number": number, "premiere": premiere}


KNOWN = KnownShow.of(
    show(
        network="HBO", year=2022, genres=["Drama"],
        seasons=[season(1, "2022-04-01"), season(2, "2024-05")],
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "alike"),
    [
        ({"year": 2022}, True),
        ({"network": "HBO"}, True),
        ({"network": "HBO Max", **hinted(networks=["hbo", "HBO Max"])}, True),
        ({"network": "HBO Max"}, False),  # of one house: it neither agrees nor differs
        ({"network": "HBO Max", "year": 2022}, True),
        ({"network": "NBC", "year": 2022}, False),
        ({"network": "HBO", "year": 2021}, False),
        ({"network": "HBO", **hinted(type="Documentary")}, False),
        ({"network": "HBO", **hinted(type="Reality")}, False),
        ({"network": "HBO", **hinted(type="Animation")}, True),
        ({"network": "HBO", "seasons": [season(3, "2026-12-03")]}, True),
        ({"network": "HBO", "seasons": [season(1, "2026-12-03")]}, False),
        ({"network": "HBO", "seasons": [season(3, "2023-12-03")]}, False),
        ({"network": "HBO", "seasons": [season(2, "2027-12-03")]}, False),
        ({"network": "HBO", "seasons": [season(3, "soon"), {"number": 4}, {"name": "X"}]}, True),
        ({"network": "HBO", "seasons": [season(1, "2021-12-03")]}, False),
        ({}, False),
    ],
)
def test_of_one_title_something_must_agree_and_nothing_differ(
    fields: dict[str, Any], alike: bool
) -> None:
    assert is_alike(listed(**fields), KNOWN) is alike


def test_a_first_year_after_known_seasons_is_that_of_another_show() -> None:
    known = KnownShow.of(show(network="HBO", seasons=[season(1, "2022-04-01")]))
    assert not is_alike(listed(network="HBO", year=2024), known)
    assert is_alike(listed(network="HBO", year=2022), known)


@pytest.mark.parametrize(
    ("kind", "genres", "alike"),
    [
        ("Documentary", (), False), ("Documentary", ("Documentary",), True),
        ("Reality", (), True), (None, (), True), ("Talk Show", ("Comedy",), False),
    ],
)  # fmt: skip
def test_a_type_differs_from_what_the_genres_tell(
    kind: str | None, genres: tuple[str, ...], alike: bool
) -> None:
    known = KnownShow(id="aurora", title="Aurora", network="HBO", genres=genres)
    assert is_alike(listed(network="HBO", **hinted(type=kind)), known) is alike


@pytest.mark.parametrize(
    ("title", "known", "alike"),
    [
        ("Girls", "Girls (2012)", True), ("Girls (2012)", "girls", True),
        ("Shameless (US)", "Shameless (UK)", False), ("Girls", "", False),
    ],
)  # fmt: skip
def test_what_stands_in_brackets_tells_a_title_apart(title: str, known: str, alike: bool) -> None:
    entry = listed(title=title, year=2012)
    assert is_alike(entry, KnownShow(id="g", title=known, year=2012)) is alike


def test_a_title_that_fits_two_known_shows_is_neither_and_both_say_which_it_could_be() -> None:
    first = KnownShow(id="a", title="Aurora", year=2022)
    second = KnownShow(id="b", title="Aurora", network="HBO")
    found = matches({7: listed(7, year=2022, network="HBO")}, [first, second])
    assert (found.alike, found.unclear) == ({}, {"a": (7,), "b": (7,)})


def test_of_several_with_a_number_the_one_of_the_first_service_is_it() -> None:
    known = [KnownShow(id="a", title="A", ids={"tvmaze": 1, "imdb": "tt1"})]
    both: dict[object, Any] = {
        2: listed(2, ids={"tvmaze": 2, "imdb": "tt1"}),
        1: listed(1, ids={"tvmaze": 1, "imdb": "tt1"}),
    }
    assert matches(both, known).numbered == {1: "a"}
    known = [KnownShow(id="a", title="A", ids={"imdb": "tt1"})]
    assert matches(both, known).unclear == {"a": (1, 2)}


def test_a_number_that_several_known_shows_state_decides_nothing() -> None:
    known = [KnownShow(id=name, title="X", ids={"tvmaze": 1}) for name in "ab"]
    assert matches({1: listed()}, known).numbered == {}


def test_a_show_that_proves_to_be_another_leaves_the_id_and_the_right_one_gets_it() -> None:
    known = [KnownShow(id="aurora", title="Aurora", ids={"imdb": "tt1"})]
    before: dict[object, Any] = {9: {"id": "aurora", **listed(9)}}
    other = listed(9, year=2010, ids={"tvmaze": 9, "imdb": "tt9"})
    right = listed(5, ids={"tvmaze": 5, "imdb": "tt1"})
    assert named({9: other, 5: right}, before, known) == {5: "aurora", 9: "aurora-2010"}
    assert named({9: other}, before, known) == {9: "aurora-2010"}
    assert named({9: listed(9), 5: right}, before, known) == {5: "aurora", 9: "aurora-tvmaze-9"}


def test_an_id_that_is_promised_goes_to_its_own_show_alone() -> None:
    line = FollowedLine(id="aurora", title="Aurora", ids=ExternalIds(tvmaze=5))
    promised = [KnownShow.followed(line)]
    assert named({9: listed(9), 5: listed(5)}, {}, promised) == {5: "aurora", 9: "aurora-tvmaze-9"}
    assert named({9: listed(9, year=2026)}, {}, promised) == {9: "aurora-2026"}
    taken: dict[object, Any] = {9: {"id": "aurora", **listed(9)}}
    assert named({5: listed(5, year=2025)}, taken, promised) == {5: "aurora-2025"}
    alone = [KnownShow.followed(FollowedLine(id="aurora"))]
    assert named({5: listed(5)}, {}, alone) == {5: "aurora-tvmaze-5"}


@pytest.mark.parametrize(
    ("title", "show_id"),
    [
        ("進撃の巨人", "tvmaze-7"), ("進撃の巨人 2", "tvmaze-7"), ("Łódź ß", "lodz-ss"),
        ("Елки 1914", "tvmaze-7"), ("1899", "1899"), ("?!", "tvmaze-7"), ("Pokémon 別", "pokemon"),
    ],
)  # fmt: skip
def test_a_title_in_any_script_gets_an_id(title: str, show_id: str) -> None:
    assert named({7: listed(7, title)}, {}, []) == {7: show_id}
    taken = [KnownShow(id=show_id, title="Other"), KnownShow(id="tvmaze-7-2", title="Third")]
    again = named({7: listed(7, title)}, {}, taken)[7]
    assert again not in {each.id for each in taken}


ids = st.fixed_dictionaries(
    {},
    optional={
        "tvmaze": st.integers(1, 3),
        "imdb": st.sampled_from(["tt1", "tt2"]),
        "tvdb": st.integers(1, 2),
    },
)
facts: dict[str, Any] = {
    "year": st.sampled_from([2019, 2021]),
    "country": st.sampled_from(["United States", "Japan"]),
    "network": st.sampled_from(["HBO", "NBC"]),
}
known_shows = st.lists(
    st.builds(
        KnownShow,
        id=st.sampled_from(["ghosts", "ghosts-2019", "b"]),
        title=st.sampled_from(["Ghosts", "Ghosts (2019)"]),
        year=st.none() | facts["year"],
        network=st.none() | facts["network"],
        ids=ids,
        promised=st.booleans(),
    ).flatmap(
        lambda each: st.just(each) | st.just(replace(each, ids={}, promised=True, by_title=True))
    ),
    max_size=3,
    unique_by=lambda each: each.id,
)
listings = st.lists(
    st.tuples(
        st.fixed_dictionaries(
            {"title": st.sampled_from(["Ghosts", "GHOSTS", "B"])}, optional=facts
        ),
        ids,
    ),
    max_size=5,
).map(
    lambda each: {
        number: {**entry, "ids": {**numbers, "tvmaze": number}, "seasons": []}
        for number, (entry, numbers) in enumerate(each, 1)
    }
)


@given(st.data(), listings, known_shows)
def test_ids_are_the_same_in_any_order_and_no_two_shows_share_one(
    data: st.DataObject, shows: dict[object, Any], known: list[KnownShow]
) -> None:
    given_ids = named(shows, {}, known)
    assert len(set(given_ids.values())) == len(shows)
    turned = dict(data.draw(st.permutations(list(shows.items()))))
    assert named(turned, {}, data.draw(st.permutations(known))) == given_ids
    before = {number: {**entry, "id": given_ids[number]} for number, entry in shows.items()}
    assert named(shows, before, [each for each in known if each.promised]) == given_ids


@given(listings, known_shows)
def test_a_title_is_promised_to_the_one_listed_show_that_has_it(
    shows: dict[object, Any], known: list[KnownShow]
) -> None:
    years = {show.id: show.wanted.year for show in known if show.by_title}
    for number, show_id in named(shows, {}, known).items():
        if show_id in years:
            same = [each for each in shows.values() if each["title"].lower() == "ghosts"]
            could = [each for each in same if None in (each.get("year"), years[show_id])]
            sure = [each for each in same if each.get("year") == years[show_id] is not None]
            assert (sure or could) == [shows[number]]


@given(listings)
def test_of_new_shows_of_one_title_none_has_the_bare_id(shows: dict[object, Any]) -> None:
    given_ids = named(shows, {}, [])
    titles = [str(entry["title"]).lower() for entry in shows.values()]
    for number, entry in shows.items():
        title = str(entry["title"]).lower()
        assert (given_ids[number] == title) is (titles.count(title) == 1)


entries = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(["a", "b", "c"]), "title": st.just("A"), "ids": ids},
        optional={"year": st.sampled_from([2010, 2020])},
    ),
    max_size=4,
    unique_by=lambda each: str(each["id"]),
)


def joined(*layers: tuple[str, list[dict[str, Any]]]) -> set[frozenset[tuple[str, str]]]:
    """Which entries stand together: by their layers, and what they call themselves."""
    found = Catalogue([layer(name, *each) for name, each in layers])
    return {
        frozenset((name, str(fields["id"])) for name, fields in found.stated(show_id))
        for show_id in found.ids()
    }


@given(st.data(), entries, entries, entries)
def test_layers_join_the_same_in_any_order_of_their_entries(
    data: st.DataObject, bundled: list[Any], live: list[Any], own: list[Any]
) -> None:
    turned = [data.draw(st.permutations(each)) for each in (bundled, live, own)]
    again = joined(*zip(("bundled", "live", "own"), turned, strict=True))
    assert again == joined(("bundled", bundled), ("live", live), ("own", own))


def test_one_id_with_another_number_is_another_show() -> None:
    bundled = {"id": "ghosts", "title": "Ghosts", "ids": {"tvmaze": 46}}
    other = {"id": "ghosts", "title": "Ghosts", "ids": {"tvmaze": 39}}
    found = Catalogue([layer("bundled", bundled), layer("live", other)])
    assert list(found.ids()) == ["ghosts", "ghosts-tvmaze-39"]
    known = found.get("ghosts-tvmaze-39").show
    assert known is not None
    assert (known.id, known.ids.tvmaze) == ("ghosts-tvmaze-39", 39)
    corrected = Catalogue([layer("bundled", bundled), layer("own", other)])
    assert list(corrected.ids()) == ["ghosts"]


def test_one_id_years_apart_without_a_common_number_is_another_show() -> None:
    bundled = {"id": "legends", "title": "Legends", "year": 2026}
    other = {"id": "legends", "title": "Legends", "year": 1995}
    found = Catalogue([layer("bundled", bundled), layer("live", other)])
    assert list(found.ids()) == ["legends", "legends-year-1995"]
    near = {**other, "year": 2025}
    assert len(list(Catalogue([layer("bundled", bundled), layer("live", near)]).ids())) == 1


# Three shows as they are, two of one title; layers tell of each what they like, in any words.
TRUE: list[dict[str, Any]] = [
    {"title": "Ghosts", "year": 2019, "ids": {"tvmaze": 1, "imdb": "tt1", "tvdb": 11}},
    {"title": "Ghosts", "year": 2021, "ids": {"tvmaze": 2, "imdb": "tt2", "tvdb": 12}},
    {"title": "Aurora", "year": 2021, "ids": {"tvmaze": 3, "imdb": "tt3", "tvdb": 13}},
]


@st.composite
def told(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A layer that states some of the shows under any ids, each with a number or more."""
    states = draw(st.lists(st.integers(0, 2), unique=True, max_size=3))
    names = draw(st.permutations(["ghosts", "ghosts-2019", "x"]))
    entries = []
    for at, which in enumerate(states):
        true = TRUE[which]
        services = draw(st.sets(st.sampled_from(["tvmaze", "imdb", "tvdb"]), min_size=1))
        numbers = {service: true["ids"][service] for service in services}
        entries.append({"id": names[at], "title": true["title"], "year": true["year"], "ids": numbers, "creators": [str(which)]})  # fmt: skip
    return entries


@given(st.integers(0, 2), told(), told(), told(), st.sampled_from(["ghosts", "x", "y"]))
def test_a_followed_show_never_becomes_another_whatever_layers_say(
    which: int, bundled: list[Any], live: list[Any], own: list[Any], show_id: str
) -> None:
    ids = ExternalIds(**TRUE[which]["ids"])
    line = FollowedLine(id=show_id, title=TRUE[which]["title"], year=TRUE[which]["year"], ids=ids)
    found = Catalogue([layer("bundled", *bundled), layer("live", *live)])
    known = line.show_in(found)
    told_of = {str(each["creators"][0]) for each in (*bundled, *live)}
    assert (known is not None) is (str(which) in told_of)
    if known is not None:
        stated = {fields["creators"][0] for _, fields in found.stated(known)}
        assert stated == {str(which)}
    remembered = Watchlist((line,)).remembering(found)
    assert remembered.entries[0].ids == ids


@pytest.mark.parametrize(
    ("line", "entry", "is_it"),
    [
        ({"title": "Aurora", "year": 2021}, {"year": 2021}, True),
        ({"title": "Aurora", "year": 2021}, {"year": 2019}, False),
        ({"title": "Aurora"}, {"year": 2019}, True),
        ({}, {"year": 2019}, True),
        ({"ids": {"tvmaze": 1}, "title": "Aurora", "year": 2019}, {"year": 2019}, True),
        ({"ids": {"tvmaze": 1}, "title": "Aurora"}, {"year": 2019}, False),
        ({"ids": {"tvmaze": 1}, "title": "Aurora"}, {}, False),
        ({"ids": {"tvmaze": 1}, "title": "Other", "year": 2019}, {"year": 2019}, False),
        ({"ids": {"tvmaze": 1}}, {"ids": {"imdb": "tt1", "tvmaze": 2}}, False),
        ({"ids": {"tvmaze": 1}}, {"ids": {"imdb": "tt1", "tvmaze": 1}}, True),
    ],
)
def test_without_a_common_number_title_and_year_decide(
    line: dict[str, Any], entry: dict[str, Any], is_it: bool
) -> None:
    numbers = ExternalIds(**line["ids"]) if "ids" in line else None
    followed = FollowedLine(id="aurora", **{**line, "ids": numbers})
    found = Catalogue([layer("bundled", {"id": "aurora", "title": "Aurora", **entry})])
    assert (followed.show_in(found) is not None) is is_it


def test_a_line_without_a_number_makes_room_under_its_year() -> None:
    line = FollowedLine(id="aurora", title="Aurora", year=2019)
    found = Catalogue([layer("own", {"id": "aurora", "title": "Aurora", "year": 2026})])
    assert Watchlist((line,)).freed("aurora", found).ids == ("aurora-2019",)
    assert Watchlist((line,)).freed("other", found).ids == ("aurora",)


def test_what_changed_of_a_followed_show_that_is_gone_is_told_and_of_its_namesake_not() -> None:
    lines = (
        FollowedLine(id="gone"),
        FollowedLine(id="aurora", title="Aurora", year=2019, ids=ExternalIds(tvmaze=1)),
    )
    known = catalogue({"id": "aurora", "title": "Aurora", "ids": {"tvmaze": 2}})
    outlook = Outlook.of(moment(), known, Watchlist(lines))
    when = datetime(2026, 11, 23, tzinfo=UTC)
    gone = Change(when=when, show_id="gone", show="Gone", kind="cancelled")
    other = Change(when=when, show_id="aurora", show="Aurora", kind="cancelled")
    assert followed_changes(outlook, [gone, other]) == [gone]


def test_of_many_shows_that_are_not_here_ten_are_named() -> None:
    lines = [FollowedLine(id=f"show-{at:02}", ids=ExternalIds(tvmaze=at)) for at in range(1, 13)]
    outlook = Outlook.of(moment(), catalogue(), Watchlist(tuple(lines)))
    (words,) = unknown_words(unknown_lines(outlook))
    named_ones = ", ".join(f"tvmaze:{at}" for at in range(1, 11))
    assert words == (
        f"followed but not in the catalogue here yet: {named_ones} and 2 more; "
        "the next refresh will look for them"
    )


def test_of_two_entries_of_one_number_in_a_layer_neither_is_the_show_but_the_one_of_its_id() -> (
    None
):
    bundled = {"id": "a", "title": "A", "ids": {"imdb": "tt1"}}
    two = [{"id": name, "title": "A", "ids": {"imdb": "tt1"}} for name in ("b", "c")]
    assert joined(("bundled", [bundled]), ("live", two)) == {
        frozenset({("bundled", "a")}), frozenset({("live", "b")}), frozenset({("live", "c")}),
    }  # fmt: skip
    with_its_own = [{**two[0], "id": "a"}, two[1]]
    assert joined(("bundled", [bundled]), ("live", with_its_own)) == {
        frozenset({("bundled", "a"), ("live", "a")}), frozenset({("live", "c")}),
    }  # fmt: skip
