"""What a season and a release are told by: selectors, keys, ids that outlive what becomes known."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.model import Season
from premierectl.schedule import releases
from premierectl.season_key import season_key, slug
from premierectl.selector import WHOLE, Piece, Selector, covers, meant, read_selector, selector_text
from tests.make import show

slugs = st.text(max_size=12).map(slug)
keys = st.one_of(st.integers(0, 999_999), slugs)
numbered = st.builds(Piece, keys, st.sampled_from(["part", "episode"]), st.integers(0, 999_999))
finales = st.builds(Piece, keys, st.just("finale"))
named = st.builds(lambda key, name: Piece(key, "episode", name=name), keys, slugs)
pieces = st.one_of(st.just(WHOLE), st.builds(Piece, keys), numbered, finales, named)
ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


@given(ids, pieces)
def test_a_selector_read_back_is_what_was_written(show_id: str, piece: Piece) -> None:
    assert read_selector(selector_text(show_id, piece)) == Selector(show_id, piece)


@given(st.text())
def test_every_name_has_a_slug_that_a_selector_can_hold(name: str) -> None:
    key = slug(name)
    assert key == slug(name.upper().lower()) or not name.isascii()
    assert read_selector(f"aurora:{key}") == Selector("aurora", Piece(key))


@pytest.mark.parametrize(
    ("one", "other"),
    [("特別", "別特"), ("S2", "s-2"), ("Finale", "finale!x"), ("春 special", "夏 special")],
)
def test_names_that_lose_letters_are_told_apart(one: str, other: str) -> None:
    assert slug(one) != slug(other)


@pytest.mark.parametrize(
    ("number", "name", "key"),
    [
        (3, "The End", 3),
        (None, "Christmas special", "christmas-special"),
        (None, None, "special"),
        (None, "", "special-00000000"),
        ([3], None, "[3]"),
        (None, ["x"], "special"),
    ],
)
def test_a_season_is_told_by_its_number_else_by_its_name(
    number: object, name: object, key: int | str
) -> None:
    assert season_key(number, name) == key


def test_special_means_every_special_unless_one_is_called_so() -> None:
    feast, new_year, first = Season(name="Feast"), Season(name="New Year"), Season(number=1)
    every = (first, feast, new_year)
    assert meant(Piece("special"), every) == (feast, new_year)
    assert meant(Piece("feast"), every) == (feast,)
    assert meant(Piece("other"), every) == ()
    plain = Season(name="Special")
    assert meant(Piece("special"), (feast, plain)) == (plain,)
    assert meant(WHOLE, every) == every


def test_who_follows_special_follows_each_special() -> None:
    assert covers("special", "feast")
    assert covers(None, "feast")
    assert not covers("feast", "special")
    assert not covers("special", 1)


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        (Piece(5, "part", 2), "season 5 part 2"),
        (Piece("special"), "special"),
        (Piece("feast"), "special 'feast'"),
        (Piece(1, "episode", name="pilot"), "season 1 episode 'pilot'"),
        (Piece(1, "episode", 0), "season 1 episode 0"),
    ],
)
def test_a_piece_in_words(piece: Piece, words: str) -> None:
    assert piece.words == words


FIRST = date(2027, 1, 7)
seasons = st.fixed_dictionaries(
    {"number": st.just(1)},
    optional={
        "premiere": st.just(FIRST.isoformat()),
        "episodes": st.integers(1, 8),
        "release": st.sampled_from(["weekly", "all at once"]),
        "first_day": st.integers(1, 3),
        "finale": st.integers(0, 9).map(lambda week: (FIRST + timedelta(weeks=week)).isoformat()),
        "episode_list": st.lists(
            st.fixed_dictionaries(
                {"date": st.integers(0, 60).map(lambda d: (FIRST + timedelta(days=d)).isoformat())},
                optional={"title": st.sampled_from(["Pilot", "Part 2", "?!"])},
            ),
            max_size=6,
        ),
    },
)
listed = st.lists(
    st.integers(0, 60).map(lambda day: (FIRST + timedelta(days=day)).isoformat()), max_size=8
)


def addresses(season: dict[str, Any]) -> list[str]:
    aurora = show(seasons=[season])
    return [release.address for release in releases(aurora, aurora.seasons[0])]


@given(seasons)
def test_no_two_releases_of_a_season_share_an_address(season: dict[str, Any]) -> None:
    found = addresses(season)
    assert len(set(found)) == len(found)


@given(listed, st.integers(1, 12), st.integers(1, 9), st.integers(0, 400))
def test_an_episode_keeps_its_address_whatever_becomes_known(
    days: list[str], first: int, episodes: int, later: int
) -> None:
    rows: list[dict[str, Any]] = [
        {"number": first + at, "date": day} for at, day in enumerate(sorted(set(days)))
    ]
    plain = {"number": 1, "episode_list": rows}
    if not rows:
        return
    known = {**plain, "episodes": episodes, "finale": rows[-1]["date"], "status": "airing"}
    moved = {
        **known,
        "episode_list": [
            {**row, "date": (date.fromisoformat(row["date"]) + timedelta(later)).isoformat()}
            for row in rows
        ],
        "finale": None,
    }
    assert addresses(plain) == addresses(known) == addresses(moved)
