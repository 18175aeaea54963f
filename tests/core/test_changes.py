"""What changed between two states of a show."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.changes import Change
from premierectl.date_changes import opening_date
from premierectl.dates import PartialDate
from premierectl.differences import compare
from premierectl.model import Show
from premierectl.wording.changes import change_words
from tests.make import show

WHEN = datetime(2026, 11, 24, 6, tzinfo=UTC)
SEASON = {"number": 3, "premiere": "2027-03-12"}


def pitt(*seasons: dict[str, Any], **fields: Any) -> Show:
    return show(id="the-pitt", title="The Pitt", seasons=list(seasons), **fields)


def words(before: Show | None, after: Show) -> list[str]:
    return [change_words(change) for change in compare(before, after, WHEN)]


def of_season(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """What is told of season 3, behind its name."""
    told = words(pitt({"number": 3, **before}), pitt({"number": 3, **after}))
    return [line.removeprefix("The Pitt season 3") for line in told]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (None, "2027-01-07", ": dated, 7 January 2027"),
        (None, "2027-01?", ": dated, January 2027 (unconfirmed)"),
        ("2027-01", "2027-01-07", ": January 2027, now 7 January 2027"),
        ("2027", "spring 2027", ": 2027, now spring 2027"),
        ("2027-01", "2027-01-07?", ": January 2027, now 7 January 2027 (unconfirmed)"),
        ("2027-01-07?", "2027-01-07", ": 7 January 2027, now confirmed"),
        ("2027-01-07", "2027-01-07?", ": 7 January 2027, now unconfirmed"),
        ("2027-01-07", "2027-01", ": no longer 7 January 2027, only January 2027"),
        ("2027-01-07", None, ": no longer dated 7 January 2027"),
        ("2027-03-12", "2027-04-02", ": moved from 12 March 2027 to 2 April 2027, 21 days later"),
        ("2027-03-12", "2027-03-11", ": moved from 12 March 2027 to 11 March 2027, 1 day earlier"),
        ("2027-01", "2027-Q3", ": moved from January 2027 to the third quarter of 2027"),
        ("2027-01?", "2027-02-01", ": moved from January 2027 (unconfirmed) to 1 February 2027"),
    ],
)
def test_a_date_is_told_as_what_became_of_it(
    before: str | None, after: str | None, told: str
) -> None:
    assert of_season({"premiere": before}, {"premiere": after}) == [told]


@pytest.mark.parametrize(
    ("before", "after"), [("2027-Q1", "winter 2027"), ("fall 2027", "autumn 2027")]
)
def test_the_same_date_in_other_words_is_no_change(before: str, after: str) -> None:
    assert of_season({"premiere": before}, {"premiere": after}) == []


def test_a_move_carries_its_dates_and_days() -> None:
    (change,) = compare(pitt(SEASON), pitt({**SEASON, "premiere": "2027-04-02"}), WHEN)
    assert change == Change(
        when=WHEN,
        show_id="the-pitt",
        show="The Pitt",
        season=3,
        label="season 3",
        kind="moved",
        before=PartialDate("2027-03-12"),
        after=PartialDate("2027-04-02"),
        days=21,
    )


def test_where_no_premiere_is_stated_a_season_begins_with_its_first_date() -> None:
    parts = {"parts": [{"label": "Part 1", "date": "2027-03-03"}]}
    assert of_season({}, parts) == [": dated, 3 March 2027"]
    listed = {"episode_list": [{"date": "2027-03-10"}, {"date": "2027-03-03"}]}
    assert of_season({}, listed) == [": dated, 3 March 2027"]


def test_a_list_that_begins_in_the_middle_of_a_season_has_no_premiere_in_it() -> None:
    listed = {"episode_list": [{"number": 6, "date": "2026-12-10"}, {"number": 7}]}
    told = ["The Pitt season 3 episode 6: dated, 10 December 2026"]
    assert [f"The Pitt season 3{line}" for line in of_season({}, listed)] == told
    assert words(pitt(), pitt({"number": 3, **listed})) == told
    assert words(None, pitt({"number": 3, **listed})) == ["The Pitt season 3: new in the catalogue"]
    over = {"episode_list": [{"number": 6, "date": "2026-11-20"}]}
    assert of_season({}, over) == words(pitt(), pitt({"number": 3, **over})) == []


def test_a_list_that_goes_on_or_gets_its_premiere_is_no_news() -> None:
    listed = {"episode_list": [{"number": 6, "date": "2026-12-10"}]}
    later = {"episode_list": [{"number": 7, "date": "2026-12-17"}]}
    assert of_season({**listed, "premiere": None}, {**listed, "premiere": "2026-11-05"}) == []
    assert (
        of_season(listed, {"episode_list": [*listed["episode_list"], *later["episode_list"]]}) == []
    )
    first = {"number": 1, "date": "2027-01-07"}
    assert of_season(listed, {"episode_list": [first]})[0] == ": dated, 7 January 2027"


@pytest.mark.parametrize(
    ("season", "told"),
    [
        ({"premiere": "2027-01-07"}, ["withdrawn, was 7 January 2027"]),
        ({"premiere": "2027?"}, ["withdrawn, was 2027 (unconfirmed)"]),
        ({"status": "renewed"}, ["withdrawn"]),
        ({"premiere": "2026-11-10", "finale": "2026-12-20"}, ["withdrawn, was 20 December 2026"]),
        ({"premiere": "2026-11-10"}, []),
        ({"premiere": "2026-01-10"}, []),
    ],
)
def test_a_season_that_is_gone_is_news_where_more_of_it_was_to_come(
    season: dict[str, Any], told: list[str]
) -> None:
    assert words(pitt({"number": 3, **season}), pitt()) == [
        f"The Pitt season 3: {each}" for each in told
    ]
    gone = [change_words(each) for each in compare(pitt({"number": 3, **season}), None, WHEN)]
    assert gone == [f"The Pitt season 3: {each}" for each in told]
    assert compare(None, None, WHEN) == ()


def test_a_part_that_is_gone_is_news_unless_its_season_lost_its_date_with_it() -> None:
    both, one = parts("2027-01-07", "2027-03-03"), parts("2027-01-07")
    assert of_season(both, one) == [" Part 2: withdrawn, was 3 March 2027"]
    assert of_season(both, {}) == [": no longer dated 7 January 2027"]
    assert of_season(parts("2026-11-07", "2026-11-14"), parts("2026-11-07")) == []


def test_a_finale_is_news_while_it_is_to_come() -> None:
    running = episodes("2026-11-10", "2026-12-01")
    assert of_season(running, {**running, "finale": "2026-12-01"}) == [
        " finale: dated, 1 December 2026"
    ]
    assert of_season(running, {**running, "finale": "2026-11-20"}) == []
    assert of_season({}, {**episodes("2027-01-07"), "finale": "2027-02-01"}) == [
        ": dated, 7 January 2027"
    ]


def test_after_six_weeks_a_season_returns() -> None:
    before = episodes("2026-11-10", "2026-11-17")
    assert of_season(before, episodes("2026-11-10", "2026-11-17", "2026-12-29")) == [
        ": returns on 29 December 2026 with episode 3"
    ]
    assert of_season(before, episodes("2026-11-10", "2026-11-17", "2026-12-28")) == []
    back = episodes("2026-11-10", "2026-11-17", "2026-12-29")
    assert of_season(back, episodes("2026-11-10", "2026-11-17", "2027-01-05")) == [
        " episode 3: moved from 29 December 2026 to 5 January 2027, 7 days later"
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("running", "ended", ["ended"]),
        (None, "ended", ["ended"]),
        ("running", "cancelled", ["cancelled"]),
        ("ended", "running", ["not over after all"]),
        ("cancelled", None, ["not over after all"]),
        (None, "running", []),
    ],
)
def test_the_end_of_a_show_is_news_and_its_taking_back_too(
    before: str | None, after: str | None, told: list[str]
) -> None:
    found = words(pitt(SEASON, status=before), pitt(SEASON, status=after))
    assert found == [f"The Pitt: {each}" for each in told]


def test_a_season_that_is_renewed_is_told_once() -> None:
    renewed = {"number": 4, "status": "renewed"}
    told = ["The Pitt season 4: renewed"]
    assert words(pitt(SEASON), pitt(SEASON, renewed)) == told
    assert words(pitt(SEASON, {"number": 4}), pitt(SEASON, renewed)) == told
    assert words(pitt(SEASON, {"number": 4, "status": "cancelled"}), pitt(SEASON, renewed)) == told
    assert words(pitt(SEASON, renewed), pitt(SEASON, renewed)) == []
    dated = {"number": 4, "premiere": "2027-11-01"}
    assert words(pitt(SEASON, dated), pitt(SEASON, renewed)) == [
        "The Pitt season 4: no longer dated 1 November 2027"
    ]


def test_a_season_without_any_date_before_one_that_has_some_is_filled_in() -> None:
    assert words(pitt(SEASON), pitt({"number": 2}, SEASON)) == []


def test_a_show_that_is_called_otherwise_is_news_and_one_told_from_a_namesake_is_not() -> None:
    after = show(id="the-pitt", title="The Pitt ER", seasons=[SEASON])
    (change,) = compare(pitt(SEASON), after, WHEN)
    assert (change.name, change_words(change)) == (
        "The Pitt ER",
        "The Pitt: now called The Pitt ER",
    )
    apart = show(id="the-pitt", title="The Pitt (2025)", aliases=["The Pitt"], seasons=[SEASON])
    assert words(pitt(SEASON), apart) == words(apart, pitt(SEASON)) == []


def test_a_show_that_is_gone_is_told_once_and_what_is_confirmed_again_is_told() -> None:
    gone = pitt({"number": 3, "premiere": "2027-03-12?"}, gone="2026-11-24")
    assert words(pitt(SEASON), gone) == ["The Pitt: no longer listed, so its dates are unconfirmed"]
    assert words(gone, gone) == []
    assert words(gone, pitt(SEASON)) == ["The Pitt season 3: 12 March 2027, now confirmed"]


def test_what_is_filled_in_of_a_show_is_told_only_where_it_was_known_before() -> None:
    before = pitt({"number": 3, "premiere": "2027-03"}, {"number": 4})
    after = pitt(
        {"number": 2, "premiere": "2026-11-20"}, {**SEASON, "cast": [{"person": "Ann"}]},
        {"number": 4, "premiere": "2028-01-07"}, {"number": 5, "status": "renewed"}, status="ended",
    )  # fmt: skip
    told = [change_words(each) for each in compare(before, after, WHEN, filled_in=True)]
    assert told == [
        "The Pitt season 3: March 2027, now 12 March 2027",
        "The Pitt season 4: dated, 7 January 2028",
    ]
    assert compare(None, after, WHEN, filled_in=True) == ()


def test_a_season_and_a_special_that_were_not_there_are_new() -> None:
    after = pitt(
        {"number": 2, "premiere": "2026-12-01"},
        SEASON,
        {"number": 4},
        {"name": "Christmas special", "premiere": "2026-12-25?", "cast": [{"person": "Ann"}]},
    )
    changes = compare(pitt({"number": 2, "premiere": "2026-12-01"}), after, WHEN)
    assert [(change.kind, change.season, change_words(change)) for change in changes] == [
        ("new season", 3, "The Pitt season 3: new season, 12 March 2027"),
        ("new season", 4, "The Pitt season 4: new season"),
        (
            "new season",
            "christmas-special",
            "The Pitt Christmas special: new season, 25 December 2026 (unconfirmed)",
        ),
    ]


def test_specials_are_told_apart_by_name() -> None:
    before = pitt({"name": "A", "premiere": "2027-01-01"}, {"name": "B"})
    after = pitt({"name": "A", "premiere": "2027-01-01"}, {"name": "B", "premiere": "2027-02-01"})
    assert words(before, after) == ["The Pitt B: dated, 1 February 2027"]


@pytest.mark.parametrize(
    ("seasons", "told"),
    [
        ([], "The Pitt: new in the catalogue"),
        ([{"number": 1, "premiere": "2025-01-09"}], "The Pitt: new in the catalogue"),
        ([{"number": 9}, SEASON], "The Pitt season 3: new in the catalogue, 12 March 2027"),
        ([{"number": 9}], "The Pitt season 9: new in the catalogue"),
    ],
)
def test_a_new_show_is_one_change_with_its_next_season(
    seasons: list[dict[str, Any]], told: str
) -> None:
    assert words(None, pitt(*seasons)) == [told]


def test_what_was_cancelled_is_told_once_of_the_show_and_of_the_season() -> None:
    before = pitt(SEASON, status="running")
    after = pitt({**SEASON, "status": "cancelled"}, status="cancelled")
    assert words(before, after) == ["The Pitt: cancelled", "The Pitt season 3: cancelled"]
    assert words(after, after) == []


def test_an_old_season_that_is_cancelled_is_news_and_nothing_else_of_it_is() -> None:
    old = {"number": 1, "premiere": "2026-01-01"}
    corrected = {
        "number": 1, "premiere": "2026-01-02", "finale": "2026-03-01", "cast": [{"person": "Ann"}],
    }  # fmt: skip
    assert words(pitt(old), pitt(corrected)) == []
    assert words(pitt({"number": 1}), pitt(corrected)) == []
    assert words(pitt(), pitt(corrected)) == []
    assert words(pitt(old), pitt({**corrected, "status": "cancelled"})) == [
        "The Pitt season 1: cancelled"
    ]


@pytest.mark.parametrize(("premiere", "told"), [("2026-10-24", 1), ("2026-10-23", 0)])
def test_a_season_is_news_for_a_month(premiere: str, told: int) -> None:
    assert len(words(pitt(), pitt({"number": 1, "premiere": premiere}))) == told


def test_people_who_joined_are_named() -> None:
    before = {"cast": [{"person": "Ann"}]}
    after = {"cast": [{"person": "Ann"}, {"person": "Bo"}, {"person": "Cy"}, {"person": "Bo"}]}
    assert of_season(before, after) == [": 2 people in the cast: Bo, Cy"]
    assert of_season({}, before) == [": 1 person in the cast: Ann"]
    assert of_season(after, before) == []


def test_of_many_people_ten_are_named_and_the_others_counted() -> None:
    cast = [{"person": f"P{number}"} for number in range(12)]
    (change,) = compare(pitt({"number": 3}), pitt({"number": 3, "cast": cast}), WHEN)
    assert (len(change.people), change.more) == (10, 2)
    assert change_words(change).endswith(
        ": 12 people in the cast: P0, P1, P2, P3, P4, P5, P6, P7, P8, P9 and 2 more"
    )


def parts(*dates: str | None) -> dict[str, Any]:
    listed = [{"label": f"Part {n}", "date": date} for n, date in enumerate(dates, 1)]
    return {"premiere": dates[0], "parts": listed}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            {"premiere": "2027-01-07"},
            parts("2027-01-07", "2027-03-03"),
            [": Part 2 on 3 March 2027"],
        ),
        ({"premiere": "2027-01-07"}, parts("2027-01-07", "2027-03"), [": Part 2 in March 2027"]),
        ({"premiere": "2027-01-07"}, parts("2027-01-07", None), [": Part 2"]),
        (
            parts("2027-01-07", None),
            parts("2027-01-07", "2027-03-03"),
            [" Part 2: dated, 3 March 2027"],
        ),
        (
            parts("2027-01-07", "2027-03-03"),
            parts("2027-01-07", "2027-03-10"),
            [" Part 2: moved from 3 March 2027 to 10 March 2027, 7 days later"],
        ),
        (
            parts("2027-01-07", "2027-03-03"),
            parts("2027-01-14", "2027-03-10"),
            [": moved from 7 January 2027 to 14 January 2027, 7 days later"],
        ),
    ],
)
def test_parts_behind_the_first_are_told_where_they_did_not_move_along(
    before: dict[str, Any], after: dict[str, Any], told: list[str]
) -> None:
    assert of_season(before, after) == told


def episodes(*dates: str | None, finale: str | None = None) -> dict[str, Any]:
    listed = [{"number": number, "date": date} for number, date in enumerate(dates, 1)]
    return {"premiere": dates[0], "episode_list": [*listed, {"title": "?"}], "finale": finale}


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (
            episodes("2027-01-14", "2027-01-21", finale="2027-02-25"),
            [": moved from 7 January 2027 to 14 January 2027, 7 days later"],
        ),
        (
            episodes("2027-01-07", "2027-01-21", finale="2027-02-18"),
            [" episode 2: moved from 14 January 2027 to 21 January 2027, 7 days later"],
        ),
        (
            episodes("2027-01-07", "2027-01-14", finale="2027-02-17"),
            [" finale: moved from 18 February 2027 to 17 February 2027, 1 day earlier"],
        ),
        (
            episodes("2027-01-07", None, finale=None),
            [
                " episode 2: no longer dated 14 January 2027",
                " finale: no longer dated 18 February 2027",
            ],
        ),
        (episodes(None, None), [": no longer dated 7 January 2027"]),
        (episodes("2027-01-07", "2027-01-14", "2027-01-21", finale="2027-02-18"), []),
    ],
)
def test_episodes_and_the_end_are_told_where_they_did_not_move_along(
    after: dict[str, Any], told: list[str]
) -> None:
    before = episodes("2027-01-07", "2027-01-14", finale="2027-02-18")
    assert of_season(before, after) == told


def test_a_finale_that_is_listed_as_an_episode_moves_once() -> None:
    before = episodes("2027-01-07", "2027-01-14", finale="2027-01-14")
    after = episodes("2027-01-07", "2027-01-15", finale="2027-01-15")
    assert of_season(before, after) == [
        " episode 2: moved from 14 January 2027 to 15 January 2027, 1 day later"
    ]


def test_texts_are_no_news() -> None:
    before = pitt(SEASON, synopsis="Old.")
    after = pitt({**SEASON, "synopsis": "New.", "episodes": 10, "note": "N."}, network="HBO Max")
    assert words(before, after) == []


dates = st.none() | st.sampled_from(
    ["2026-11", "2026-11-20", "2026-12-01", "2027-01-07", "2027-01-07?", "2027-01", "2027-Q1",
     "winter 2027", "2027", "2019-05-05"]
)  # fmt: skip
seasons = st.fixed_dictionaries(
    {"number": st.sampled_from([1, 2, None]), "name": st.sampled_from(["A", "B"])},
    optional={
        "premiere": dates,
        "finale": dates,
        "status": st.sampled_from(["renewed", "cancelled"]),
        "parts": st.lists(
            st.fixed_dictionaries({"label": st.sampled_from("PQR"), "date": dates}), max_size=3
        ),
        "episode_list": st.lists(
            st.fixed_dictionaries({"number": st.sampled_from([None, 1, 2, 3]), "date": dates}),
            max_size=4,
        ),
        "cast": st.lists(st.fixed_dictionaries({"person": st.sampled_from(["X", "Y"])})),
    },
)
shows = st.builds(
    pitt, status=st.sampled_from([None, "cancelled"])
) | st.lists(seasons, max_size=4).map(lambda listed: pitt(*listed))  # fmt: skip


@given(shows)
def test_a_show_is_as_it_was(same: Show) -> None:
    assert compare(same, same, WHEN) == ()


@given(shows, shows)
def test_seen_the_other_way_round_each_move_has_the_other_sign(before: Show, after: Show) -> None:
    def moves(changes: tuple[Change, ...], sign: int) -> set[tuple[object, ...]]:
        return {
            (each.label, each.part, each.episode, each.finale, sign * each.days)
            for each in changes
            if each.days is not None
        }

    there, back = compare(before, after, WHEN), compare(after, before, WHEN)
    assert moves(there, 1) == moves(back, -1)
    for change in there:
        assert change.days != 0
        assert change_words(change).startswith("The Pitt")


def ahead(known: Show) -> dict[object, PartialDate]:
    """The premieres of the seasons, as far as they are to come and not of long ago."""
    found = {each.key: opening_date(each) for each in known.seasons}
    return {key: each for key, each in found.items() if each and each.earliest > WHEN.date()}


@given(shows, shows)
def test_what_is_told_explains_what_became_of_each_premiere(before: Show, after: Show) -> None:
    told = {change.season for change in compare(before, after, WHEN)}
    was, now = ahead(before), ahead(after)
    for key in {*was, *now}:
        one, other = was.get(key), now.get(key)
        same = one and other and one.holds(other) and other.holds(one)
        if not (same and one and other and one.confirmed == other.confirmed):
            assert key in told
