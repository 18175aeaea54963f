"""What is due to be told, day by day: once at each mark, once a change, and never lost in between."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from premierectl.changes import Change, Refresh
from premierectl.dates import PartialDate
from premierectl.followed_line import FollowedLine
from premierectl.notices.due import NoticesWanted, all_due, notices
from premierectl.notices.event import Due, Event
from premierectl.notices.told import Notified, Selection
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.outlook import Outlook
from premierectl.watchlist import Reminder, Watchlist
from tests.make import catalogue, moment

ALL = NoticesWanted((7, 1, 0), changes=True)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


class Teller:
    """One way of telling, which remembers what it told as the program does."""

    def __init__(self, wanted: NoticesWanted = ALL, zone: str = "UTC") -> None:
        self.wanted, self.zone, self.notified = wanted, zone, Notified()

    def due(
        self,
        when: str,
        *shows: Mapping[str, Any],
        lines: Sequence[FollowedLine] | None = None,
        reminders: Sequence[Reminder] = (),
        seen: Sequence[Change] = (),
    ) -> Due:
        """What would be told at this moment."""
        if lines is None:
            lines = [FollowedLine(id=show["id"], added=LONG_AGO) for show in shows]
        known, now = Watchlist(tuple(lines), tuple(reminders)), moment(when, self.zone)
        outlook = Outlook.of(now, catalogue(*shows), known)
        refreshes = [Refresh(change.when, (change,)) for change in seen]
        return all_due(outlook, refreshes, self.notified.by("way", self.selection), self.wanted)

    @property
    def selection(self) -> Selection:
        return self.wanted.selection

    def tell(self, when: str, *shows: Mapping[str, Any], **known: Any) -> list[str]:
        """Tell it, and remember that."""
        due, now = self.due(when, *shows, **known), moment(when, self.zone)
        keys = [key for event in due.events for key in event.keys]
        told = self.notified.with_told("way", [*due.silence, *keys], now.instant)
        told = told.with_all_told("way", now, self.selection)
        self.notified = told.without_old(now.today)
        return [event.line for event in due.events]


def aurora(premiere: str | None = "2026-12-08", **fields: Any) -> dict[str, Any]:
    return {
        "id": "aurora",
        "title": "Aurora",
        "seasons": [{"number": 2, "premiere": premiere, **fields}],
    }


def change(kind: Any, when: str = "2026-11-22T06:00:00+00:00", **fields: Any) -> Change:
    known: dict[str, Any] = {"season": 2, "label": "season 2", **fields}
    for name in known.keys() & {"before", "after"}:
        known[name] = PartialDate(known[name])
    return Change(
        when=datetime.fromisoformat(when), show_id="aurora", show="Aurora", kind=kind,
        **known,
    )  # fmt: skip


def test_a_release_is_told_once_at_each_mark() -> None:
    told, teller = {}, Teller()
    for day in range(1, 12):
        when = f"2026-12-{day:02}"
        told[day] = teller.tell(when, aurora()) + teller.tell(f"{when}T18:00", aurora())
    assert {day: lines for day, lines in told.items() if lines} == {
        1: ["Aurora season 2 comes out in 7 days, Tuesday 8 December 2026"],
        7: ["Aurora season 2 comes out tomorrow, Tuesday 8 December 2026"],
        8: ["Aurora season 2 comes out today"],
    }


SELECTIONS = {
    "": Filters(),
    "--premieres": Filters(premieres=True),
    "--network Hulu": Filters(networks=("Hulu",)),
    "--network hbo --genre drama": Filters(networks=("hbo",), genres=("drama",)),
    "--premieres --tag kids": Filters(premieres=True, tag="kids"),
}


def weekly(network: str = "Hulu", genre: str = "Drama") -> dict[str, Any]:
    listed = [{"number": number, "date": f"2026-12-{number:02}"} for number in (1, 2)]
    season = {"number": 2, "premiere": "2026-12-01", "episode_list": listed}
    return {
        "id": "aurora",
        "title": "Aurora",
        "network": network,
        "genres": [genre],
        "seasons": [season],
    }


@pytest.mark.parametrize(
    ("selection", "show", "tags", "told"),
    [
        ("", weekly(), (), ["season 2", "S2 E2"]),
        ("--premieres", weekly(), (), ["season 2"]),
        ("--network Hulu", weekly(), (), ["season 2", "S2 E2"]),
        ("--network Hulu", weekly("HBO"), (), []),
        ("--network hbo --genre drama", weekly("HBO"), (), ["season 2", "S2 E2"]),
        ("--network hbo --genre drama", weekly("HBO", "Crime"), (), []),
        ("--premieres --tag kids", weekly(), ("kids",), ["season 2"]),
        ("--premieres --tag kids", weekly(), (), []),
    ],
)
def test_of_a_selection_only_what_passes_is_told(
    selection: str, show: dict[str, Any], tags: tuple[str, ...], told: list[str]
) -> None:
    wanted = NoticesWanted((7, 1, 0), changes=True, filters=SELECTIONS[selection])
    assert wanted.selection == Selection(selection.lower())
    lines = [FollowedLine(id="aurora", added=LONG_AGO, tags=tags)]
    reminder = [Reminder(text="Rewatch", date=PartialDate("2026-12-02"))]
    due = Teller(wanted).due("2026-12-01", show, lines=lines, reminders=reminder)
    own = ["Reminder: Rewatch"] if selection in ("", "--premieres") else []
    assert [event.title for event in due.events] == [*(f"Aurora {each}" for each in told), *own]


@pytest.mark.parametrize(
    ("selection", "fields", "told"),
    [
        ("--premieres", {}, 1),
        ("--premieres", {"episode": 2}, 0),
        ("--premieres", {"episode": 2, "kind": "returns"}, 1),
        ("--premieres", {"finale": True}, 0),
        ("--network Hulu", {"finale": True}, 1),
        ("--network Hulu", {"season": 3, "label": "season 3"}, 1),
        ("--network hbo --genre drama", {}, 0),
        ("--premieres --tag kids", {}, 0),
    ],
)
def test_of_a_selection_only_the_news_that_passes_is_told(
    selection: str, fields: dict[str, Any], told: int
) -> None:
    teller = Teller(NoticesWanted((), changes=True, filters=SELECTIONS[selection]))
    assert teller.tell("2026-11-21", weekly()) == []
    seen = [change(**{"kind": "moved", "before": "2026-11-01", "after": "2026-12-01", **fields})]
    assert len(teller.tell("2026-11-23", weekly(), seen=seen)) == told


def test_news_of_a_show_that_is_gone_is_of_no_network() -> None:
    lines, seen = [FollowedLine(id="aurora", added=LONG_AGO)], [change("cancelled")]
    told = {}
    for selection in ("--premieres", "--network Hulu"):
        teller = Teller(NoticesWanted((), changes=True, filters=SELECTIONS[selection]))
        teller.tell("2026-11-21", lines=lines)
        told[selection] = len(teller.tell("2026-11-23", lines=lines, seen=seen))
    assert told == {"--premieres": 1, "--network Hulu": 0}


def test_who_selects_later_is_told_what_came_since_all_was_told() -> None:
    teller = Teller()
    assert teller.tell("2026-11-23", weekly()) == []
    teller.wanted = NoticesWanted((0,), changes=True, filters=SELECTIONS["--premieres"])
    assert teller.tell("2026-12-02", weekly()) == ["Aurora season 2 came out yesterday, on Hulu"]


def test_who_selects_more_later_takes_nothing_from_who_selected_before() -> None:
    """A wider selection, or other marks, begin with what is due then; the first one goes on."""
    bb = {"id": "bb", "title": "Bb", "seasons": [{"number": 2, "premiere": "2026-12-02"}]}
    premieres = NoticesWanted((7, 1, 0), changes=True, filters=SELECTIONS["--premieres"])
    teller = Teller(premieres)
    teller.tell("2026-12-01", bb)
    for wider in (ALL, NoticesWanted((3,), changes=True)):
        teller.wanted = wider
        assert teller.tell("2026-12-03", bb) == []
    teller.wanted = premieres
    assert teller.tell("2026-12-03", bb) == ["Bb season 2 came out yesterday"]


def test_who_is_reminded_on_other_days_takes_nothing_from_the_day_itself() -> None:
    before, itself = (NoticesWanted(marks, changes=True) for marks in ((7, 1), (0,)))
    teller, told = Teller(), {}
    for day in ("07", "09"):
        for wanted in (before, itself):
            teller.wanted = wanted
            told[day, wanted.marks] = teller.tell(f"2026-12-{day}", aurora())
    assert told == {
        ("07", (7, 1)): ["Aurora season 2 comes out tomorrow, Tuesday 8 December 2026"],
        ("07", (0,)): [],
        ("09", (7, 1)): [],
        ("09", (0,)): ["Aurora season 2 came out yesterday"],
    }


def test_news_that_another_selection_does_not_tell_is_left_to_those_that_do() -> None:
    hulu = NoticesWanted((), changes=True, filters=SELECTIONS["--network Hulu"])
    teller = Teller(hulu)
    assert teller.tell("2026-11-10", weekly()) == []
    seen = [change("moved", "2026-11-11T06:00:00+00:00", before="2026-11-01", after="2026-12-01")]
    teller.wanted = ALL
    assert teller.tell("2026-11-11T09:00", weekly(), seen=seen) == []
    teller.wanted = hulu
    assert len(teller.tell("2026-11-11T09:00", weekly(), seen=seen)) == 1
    assert teller.tell("2026-11-12T09:00", weekly(), seen=seen) == []


def test_a_selection_is_the_same_in_any_order_and_case() -> None:
    def selection(*networks: str, marks: tuple[int, ...] = (7, 1, 0)) -> Selection:
        return NoticesWanted(marks, changes=True, filters=Filters(networks=networks)).selection

    both = Selection("--network hbo --network hulu")
    assert selection("Hulu", "HBO") == selection("hbo", "hulu", "HBO") == both
    assert selection(marks=(0, 1, 7, 7)) == Selection()
    assert selection("HBO", marks=(0, 3)) == Selection("--network hbo", "--days 3,0")


def test_who_travels_is_not_told_again() -> None:
    at_nine = aurora("2026-12-01", time="21:00", timezone="Europe/London")
    teller = Teller(zone="Europe/London")
    assert len(teller.tell("2026-11-24", at_nine)) == 1
    assert len(teller.tell("2026-12-01", at_nine)) == 1
    teller.zone = "Asia/Tokyo"
    assert teller.tell("2026-12-02T09:00", at_nine) == []
    fresh = Teller(zone="Asia/Tokyo")
    assert fresh.tell("2026-12-02", at_nine) == ["Aurora season 2 comes out today, at 06:00"]


def test_what_was_left_out_of_a_selection_is_no_news_for_who_is_told_all_later() -> None:
    teller = Teller(
        NoticesWanted((0,), changes=True, filters=SELECTIONS["--network hbo --genre drama"])
    )
    seen = [change("moved", before="2026-11-01", after="2026-12-01")]
    assert teller.tell("2026-11-23", weekly(), seen=seen) == []
    teller.wanted = ALL
    assert teller.tell("2026-12-02", weekly(), seen=seen) == [
        "Aurora S2 E2 comes out today, on Hulu"
    ]


def test_what_is_due_says_what_it_is_of() -> None:
    (event,) = Teller().due("2026-12-01", aurora()).events
    assert (event.kind, event.keys, event.address) == (
        "reminder", ("aurora:s2 2026-12-08 7",), "aurora:s2",
    )  # fmt: skip
    assert (event.title, event.days, event.date) == (
        "Aurora season 2",
        7,
        PartialDate("2026-12-08"),
    )


@pytest.mark.parametrize(
    ("when", "line"),
    [
        ("2026-12-03", "Aurora season 2 comes out in 5 days, Tuesday 8 December 2026"),
        ("2026-12-08", "Aurora season 2 comes out today"),
        ("2026-12-09", "Aurora season 2 came out yesterday"),
        ("2026-12-12", "Aurora season 2 came out 4 days ago, Tuesday 8 December 2026"),
    ],
)
def test_marks_that_were_slept_through_are_one(when: str, line: str) -> None:
    teller = Teller()
    assert teller.tell("2026-11-20", aurora()) == []
    assert teller.tell(when, aurora()) == [line]
    assert teller.tell(when, aurora()) == []


def test_the_first_time_only_what_is_due_now_is_told() -> None:
    assert Teller().tell("2026-12-09", aurora()) == []
    assert Teller().tell("2026-12-08", aurora()) == ["Aurora season 2 comes out today"]
    assert Teller().tell("2026-12-05", aurora()) == [
        "Aurora season 2 comes out in 3 days, Tuesday 8 December 2026"
    ]


def test_of_a_moved_date_one_is_reminded_anew() -> None:
    teller = Teller()
    assert len(teller.tell("2026-12-01", aurora())) == 1
    assert teller.tell("2026-12-02", aurora("2026-12-09")) == [
        "Aurora season 2 comes out in 7 days, Wednesday 9 December 2026"
    ]
    assert teller.tell("2026-12-03", aurora("2026-12-09")) == []


def test_marks_that_are_added_tell_nothing_that_a_nearer_one_told() -> None:
    teller = Teller()
    teller.tell("2026-12-01", aurora())
    teller.wanted = NoticesWanted((30, 10, 1), changes=True)
    assert teller.tell("2026-12-03", aurora()) == []
    assert len(teller.tell("2026-12-07", aurora())) == 1


@pytest.mark.parametrize("marks", [(), (1,)])
def test_each_mark_can_be_switched_off(marks: tuple[int, ...]) -> None:
    teller = Teller(NoticesWanted(marks, changes=True))
    told = [teller.tell(f"2026-12-{day:02}", aurora()) for day in range(1, 12)]
    assert sum(map(len, told)) == len(marks)


def test_an_instant_is_told_on_the_viewers_day_and_at_their_hour() -> None:
    london = aurora(time="21:00", timezone="Europe/London", network="BBC One")
    tokyo = Teller(zone="Asia/Tokyo")
    assert tokyo.tell("2026-12-02T09:00", london) == [
        "Aurora season 2 comes out in 7 days, Wednesday 9 December 2026, at 06:00, on BBC One"
    ]
    assert tokyo.tell("2026-12-09T05:00", london) == [
        "Aurora season 2 comes out today, at 06:00, on BBC One"
    ]
    later = Teller(zone="Asia/Tokyo")
    assert later.tell("2026-12-09T09:00", london) == [
        "Aurora season 2 came out today, at 06:00, on BBC One"
    ]


def test_of_two_on_one_day_the_one_that_is_today_to_the_viewer_is_told_today() -> None:
    listed = [
        {"number": 1, "date": "2026-12-08", "time": "01:00"}, {"number": 2, "date": "2026-12-08"},
    ]  # fmt: skip
    show = aurora(None, episode_list=listed, timezone="Europe/London")
    teller = Teller(NoticesWanted((0,), changes=True), "America/New_York")
    assert teller.tell("2026-12-07T12:00", show) == ["Aurora season 2 comes out today, at 20:00"]
    later = aurora(None, episode_list=[{**listed[0], "time": "21:00"}, listed[1]], timezone="Europe/London")  # fmt: skip
    assert Teller(NoticesWanted((0,), changes=True), "Asia/Tokyo").tell("2026-12-08", later) == [
        "Aurora S2 E2 comes out today"
    ]


@pytest.mark.parametrize("premiere", ["2026-12", "2026", None, "2026-12-08?"])
def test_what_has_no_sure_day_is_never_said_to_be_out(premiere: str | None) -> None:
    teller = Teller()
    told = [line for day in range(1, 20) for line in teller.tell(f"2026-12-{day:02}", aurora(premiere))]  # fmt: skip
    unsure = premiere == "2026-12-08?"
    assert len(told) == (3 if unsure else 0)
    assert all(line.endswith("unconfirmed") and "comes out" in line for line in told)


def test_a_cancelled_season_reminds_nobody() -> None:
    assert Teller().tell("2026-12-01", aurora(status="cancelled")) == []


def test_what_was_followed_or_listed_after_it_came_out_is_no_news() -> None:
    late = [FollowedLine(id="aurora", added=datetime(2026, 12, 9, 12, tzinfo=UTC))]
    unknown = [FollowedLine(id="aurora")]
    for lines, told in ((late, 0), (unknown, 1)):
        teller = Teller()
        teller.tell("2026-12-01")
        assert len(teller.tell("2026-12-10", aurora(), lines=lines)) == told
    teller = Teller()
    teller.tell("2026-12-20")
    assert teller.tell("2026-12-21", aurora()) == []


def test_episodes_parts_and_returns_are_told_by_their_names() -> None:
    listed = [
        {"number": 1, "date": "2026-10-01"}, {"number": 2, "date": "2026-12-01"},
        {"number": 3, "date": "2026-12-02"},
    ]  # fmt: skip
    show = aurora(None, episode_list=listed, episodes=3)
    assert Teller().tell("2026-12-01", show) == [
        "Aurora S2 E2 returns today",
        "Aurora S2 finale comes out tomorrow, Wednesday 2 December 2026",
    ]
    parts = aurora("2026-11-01", parts=[{"label": "Volume 1"}, {"label": "Volume 2", "date": "2026-12-01"}])  # fmt: skip
    line = FollowedLine(id="aurora", season=2, part=2)
    teller = Teller()
    teller.tell("2026-11-20")
    assert teller.tell("2026-12-02", parts, lines=[line]) == [
        "Aurora S2 Volume 2 came out yesterday"
    ]


def test_what_is_muted_is_silent_and_stays_untold() -> None:
    muted = [FollowedLine(id="aurora", muted="2026-12-03", added=LONG_AGO)]
    moved = change("moved", before="2026-12-01", after="2026-12-08", days=7)
    teller = Teller()
    teller.tell("2026-11-21", aurora(), lines=muted)
    assert teller.tell("2026-12-01", aurora(), lines=muted, seen=[moved]) == []
    assert teller.tell("2026-12-03", aurora(), lines=muted, seen=[moved]) == [
        "Aurora season 2 comes out in 5 days, Tuesday 8 December 2026"
    ]


def test_the_date_that_ends_a_mute_is_told() -> None:
    muted = [FollowedLine(id="aurora", muted="dated", added=LONG_AGO)]
    seen = [change("renewed"), change("dated", "2026-11-24T06:00:00+00:00", after="2027-12-08")]
    teller = Teller()
    teller.tell("2026-11-20", aurora(None), lines=muted)
    assert teller.tell("2026-11-23", aurora(None), lines=muted, seen=seen[:1]) == []
    assert teller.tell("2026-11-24T12:00", aurora("2027-12-08"), lines=muted, seen=seen) == [
        "Aurora season 2 has a date: Wednesday 8 December 2027"
    ]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([{"season": 2, "muted": "always"}, {}], 0),
        ([{"season": 1, "muted": "always"}, {}], 1),
        ([{"muted": "always"}, {"season": 2}], 1),
        ([{"season": 1}], 0),
        ([{"season": 2, "part": 1}], 1),
    ],
)
def test_of_a_show_and_a_season_of_it_the_line_for_least_decides(
    lines: list[dict[str, Any]], told: int
) -> None:
    followed = [FollowedLine(id="aurora", **fields) for fields in lines]
    teller = Teller()
    teller.tell("2026-11-20")
    gone = change("withdrawn", before="2027-01-01")
    show = aurora("2027-12-08")
    show["seasons"].insert(0, {"number": 1, "premiere": "2020-01-01"})
    assert len(teller.tell("2026-11-23", show, lines=followed, seen=[gone])) == told


@pytest.mark.parametrize(
    ("seen", "kind", "said"),
    [
        ({"kind": "moved", "before": "2026-12-01", "after": "2026-12-22", "days": 21}, "moved",
         "moved from Tuesday 1 December 2026 to Tuesday 22 December 2026, 21 days later"),
        ({"kind": "moved", "before": "2026-12", "after": "2027-Q1"}, "moved",
         "moved from December 2026 to the first quarter of 2027"),
        ({"kind": "dated", "after": "2027-12-08"}, "dated", "has a date: Wednesday 8 December 2027"),
        ({"kind": "dated", "before": "2027", "after": "spring 2027?"}, "dated",
         "has a date: spring 2027, unconfirmed, was 2027"),
        ({"kind": "dated", "before": "2027-12-08?", "after": "2027-12-08"}, "dated",
         "is confirmed: Wednesday 8 December 2027"),
        ({"kind": "returns", "episode": 9, "after": "2027-12-08"}, "dated",
         "has a date: Wednesday 8 December 2027"),
        ({"kind": "new season", "after": "2027-12"}, "dated", "has a date: December 2027"),
        ({"kind": "new season"}, "renewed", "was announced"),
        ({"kind": "new show", "after": "2027-12"}, "dated", "has a date: December 2027"),
        ({"kind": "undated", "before": "2027-12-08"}, "undated",
         "has no date any more, was Wednesday 8 December 2027"),
        ({"kind": "undated", "before": "2027-12-08", "after": "2027"}, "undated",
         "has no exact date any more, only 2027"),
        ({"kind": "undated", "before": "2027-12-08", "after": "2027-12-08?"}, "undated",
         "is unconfirmed now: 8 December 2027"),
        ({"kind": "withdrawn"}, "undated", "was withdrawn"),
        ({"kind": "cancelled"}, "cancelled", "was cancelled"),
        ({"kind": "cancelled", "season": None, "label": ""}, "cancelled", "was cancelled"),
        ({"kind": "renewed"}, "renewed", "was renewed"),
        ({"kind": "renewed", "season": None, "label": ""}, "renewed", "is not over after all"),
    ],
)  # fmt: skip
def test_what_became_of_a_date_is_told_once(seen: dict[str, Any], kind: str, said: str) -> None:
    teller, news = Teller(), change(**seen)
    teller.tell("2026-11-20", aurora("2028-01-01"))
    (event,) = teller.due("2026-11-23", aurora("2028-01-01"), seen=[news]).events
    name = f"Aurora {news.label}".rstrip() + (" episode 9" if news.episode else "")
    assert (event.kind, event.line) == (kind, f"{name} {said}")
    assert teller.tell("2026-11-23", aurora("2028-01-01"), seen=[news]) == [event.line]
    assert teller.tell("2026-11-24", aurora("2028-01-01"), seen=[news]) == []


@pytest.mark.parametrize(
    ("place", "address", "key"),
    [
        ({}, "aurora:s2", "aurora:s2 moved 2027-12-08"),
        ({"episode": 4}, "aurora:s2e4", "aurora:s2e4 moved 2027-12-08"),
        ({"finale": True}, "aurora:s2finale", "aurora:s2finale moved 2027-12-08"),
        ({"part": "Volume 2"}, "aurora:s2p2", "aurora:s2p2 moved 2027-12-08"),
        ({"part": "Volume 3"}, "aurora:s2", "aurora:s2 Volume 3 moved 2027-12-08"),
        ({"season": 7}, "aurora:s7", "aurora:s7 moved 2027-12-08"),
        ({"season": None}, "aurora", "aurora moved 2027-12-08"),
    ],
)
def test_the_key_of_a_change_is_what_it_is_of_the_kind_and_the_new_value(
    place: dict[str, Any], address: str, key: str
) -> None:
    teller = Teller()
    teller.tell("2026-11-20")
    show = aurora("2027-06-01", parts=[{"label": "Volume 1"}, {"label": "Volume 2"}])
    moved = change("moved", before="2027-12-01", after="2027-12-08", **place)
    (event,) = teller.due("2026-11-23", show, seen=[moved]).events
    assert (event.address, event.keys) == (address, (key,))


@pytest.mark.parametrize("kind", ["cast added", "renamed", "ended", "gone", "merged", "new show"])
def test_what_is_of_no_date_is_no_news(kind: str) -> None:
    teller = Teller()
    teller.tell("2026-11-20")
    assert teller.tell("2026-11-23", aurora(), seen=[change(kind)]) == []


def test_the_first_time_older_changes_are_taken_as_told() -> None:
    teller, old = Teller(), change("dated", after="2027-12-08")
    assert teller.tell("2026-11-23", aurora("2028-01-01"), seen=[old]) == []
    new = change("dated", "2026-11-24T06:00:00+00:00", after="2027-12-09")
    assert len(teller.tell("2026-11-24T07:00", aurora("2028-01-01"), seen=[old, new])) == 1


def test_changes_can_be_switched_off_and_are_not_taken_as_told() -> None:
    teller, seen = Teller(NoticesWanted((7,), changes=False)), [change("cancelled")]
    teller.tell("2026-11-20", aurora("2028-01-01"))
    assert teller.tell("2026-11-23", aurora("2028-01-01"), seen=seen) == []
    teller.wanted = ALL
    assert len(teller.tell("2026-11-23", aurora("2028-01-01"), seen=seen)) == 1


def test_what_moves_back_and_forth_is_told_each_time() -> None:
    there = change("moved", before="2027-12-01", after="2027-12-08", days=7)
    back = change("moved", "2026-11-23T06:00:00+00:00", before="2027-12-08", after="2027-12-01", days=-7)  # fmt: skip
    again = change("moved", "2026-11-24T06:00:00+00:00", before="2027-12-01", after="2027-12-08", days=7)  # fmt: skip
    teller, show, seen = Teller(), aurora("2028-01-01"), []
    teller.tell("2026-11-20", show)
    for moved, when in ((there, "22"), (back, "23"), (again, "24")):
        seen.append(moved)
        assert len(teller.tell(f"2026-11-{when}T12:00", show, seen=seen)) == 1


def test_of_several_moves_slept_through_the_last_is_told_with_its_age() -> None:
    seen = [
        change("moved", "2026-11-21T06:00:00+00:00", before="2027-12-01", after="2027-12-08", days=7),
        change("moved", "2026-11-22T06:00:00+00:00", before="2027-12-08", after="2027-12-15", days=7),
        change("cancelled", "2026-11-22T06:00:00+00:00", season=1, label="season 1"),
    ]  # fmt: skip
    teller = Teller()
    teller.tell("2026-11-20", aurora("2028-01-01"))
    assert teller.tell("2026-11-25", aurora("2028-01-01"), seen=seen) == [
        "Aurora season 2 moved from Wednesday 8 December 2027 to Wednesday 15 December 2027, "
        "7 days later, seen 3 days ago",
        "Aurora season 1 was cancelled, seen 3 days ago",
    ]
    assert teller.tell("2026-11-25", aurora("2028-01-01"), seen=seen) == []


@pytest.mark.parametrize(
    ("when", "added"),
    [("2026-09-01", None), ("2026-11-24", None), ("2026-11-22", "2026-11-22T12:00:00+00:00")],
    ids=["long ago", "yet to come", "before it was followed"],
)
def test_a_change_of_another_time_is_no_news(when: str, added: str | None) -> None:
    teller = Teller()
    teller.tell("2026-08-01")
    line = FollowedLine(id="aurora", added=datetime.fromisoformat(added) if added else None)
    seen = [change("cancelled", f"{when}T06:00:00+00:00")]
    assert teller.tell("2026-11-23", aurora("2028-01-01"), lines=[line], seen=seen) == []


def test_of_a_show_that_no_catalogue_has_the_change_is_told_by_its_id() -> None:
    teller = Teller()
    teller.tell("2026-11-20")
    lines = [FollowedLine(id="aurora")]
    (event,) = teller.due("2026-11-23", lines=lines, seen=[change("cancelled")]).events
    assert (event.address, event.show) == ("aurora:s2", None)
    parted = change("moved", part="Volume 2", after="2027-12-08")
    (event,) = teller.due("2026-11-23", lines=lines, seen=[parted]).events
    assert event.address == "aurora:s2"


def test_a_reminder_of_ones_own_is_told_as_such() -> None:
    own = Reminder(text="Rewatch Silo", date=PartialDate("2026-12-08"), added=LONG_AGO)
    vague = Reminder(text="Buy a projector", date=PartialDate("2026-12"))
    told, teller = {}, Teller()
    for day in (*range(1, 8), 10, 11):
        told[day] = teller.tell(f"2026-12-{day:02}", reminders=[own, vague])
    assert {day: lines for day, lines in told.items() if lines} == {
        1: ["Reminder: Rewatch Silo, in 7 days, Tuesday 8 December 2026"],
        7: ["Reminder: Rewatch Silo, tomorrow, Tuesday 8 December 2026"],
        10: ["Reminder: Rewatch Silo, was 2 days ago, Tuesday 8 December 2026"],
    }
    doubted = Reminder(text="Maybe", date=PartialDate("2026-12-11?"))
    assert teller.tell("2026-12-11", reminders=[doubted]) == ["Reminder: Maybe, today, unconfirmed"]


def test_a_reminder_that_was_set_again_is_told_again() -> None:
    teller = Teller()
    for day in ("2026-12-08", "2026-12-09"):
        own = Reminder(text="Rewatch Silo", date=PartialDate(day))
        assert teller.tell(day, reminders=[own]) == ["Reminder: Rewatch Silo, today"]


def test_releases_come_first_then_ones_own_then_what_changed() -> None:
    own = Reminder(text="Rewatch", date=PartialDate("2026-12-01"))
    teller = Teller()
    teller.tell("2026-11-20")
    seen = [change("cancelled", "2026-12-01T06:00:00+00:00", season=1, label="season 1")]
    lines = teller.tell("2026-12-01T07:00", aurora("2026-12-01"), reminders=[own], seen=seen)
    assert [line.partition(",")[0] for line in lines] == [
        "Aurora season 2 comes out today", "Reminder: Rewatch", "Aurora season 1 was cancelled",
    ]  # fmt: skip


def test_keys_go_sixty_days_after_their_date() -> None:
    told = Notified().with_told("way", ["aurora:s2 2026-12-08 7", "aurora cancelled -"], datetime(2026, 12, 1, tzinfo=UTC))  # fmt: skip
    kept = {
        day: [each.key for each in told.without_old(date.fromisoformat(day)).told]
        for day in ("2027-01-30", "2027-01-31", "2027-02-06", "2027-02-07")
    }
    assert kept == {
        "2027-01-30": ["aurora cancelled -", "aurora:s2 2026-12-08 7"],
        "2027-01-31": ["aurora:s2 2026-12-08 7"],
        "2027-02-06": ["aurora:s2 2026-12-08 7"],
        "2027-02-07": [],
    }


def test_each_way_has_a_record_of_its_own() -> None:
    when = datetime(2026, 12, 1, tzinfo=UTC)
    told = Notified().with_told("b", ["y", "x"], when).with_told("a", ["x"], when)
    told = told.with_all_told("b", moment("2026-12-01")).with_all_told("a", moment("2026-12-02"))
    assert [(each.key, each.way) for each in told.told] == [("x", "a"), ("x", "b"), ("y", "b")]
    assert (told.by("a").keys, told.by("b").through) == ({"x": when}, date(2026, 12, 1))
    assert told.by("c").through is None


@pytest.mark.parametrize(
    ("number", "digest", "sizes"),
    [(0, True, []), (1, False, [1]), (3, False, [1, 1, 1]), (4, False, [4]), (1, True, [1]), (2, True, [2])],
)  # fmt: skip
def test_from_the_fourth_event_on_one_notice_tells_all(
    number: int, digest: bool, sizes: list[int]
) -> None:
    events: tuple[Event, ...] = Teller().due("2026-12-08", aurora()).events * number
    made = notices(events, digest=digest)
    assert [len(notice.events) for notice in made] == sizes
    assert all(notice.digest is (digest or number > 3) for notice in made)


# A machine that is busy with other tests may take its time over one example.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    days=st.sets(st.integers(0, 40), min_size=1, max_size=12),
    moves=st.lists(st.integers(0, 40), min_size=1, max_size=4),
    marks=st.lists(st.integers(0, 30), min_size=1, max_size=4),
)
def test_whenever_it_is_asked_a_day_is_told_at_most_once_a_mark_and_the_last_one_surely(
    days: set[int], moves: list[int], marks: list[int]
) -> None:
    begin, teller = date(2026, 12, 1), Teller(NoticesWanted(tuple(marks), changes=True))
    teller.tell("2026-11-30")
    told: dict[str, int] = {}
    for index, day in enumerate(sorted(days)):
        premiere = begin + timedelta(days=moves[index * len(moves) // len(days)])
        when = begin + timedelta(days=day)
        reached = (premiere - when).days <= max(marks)
        lines = teller.tell(when.isoformat(), aurora(premiere.isoformat()))
        assert len(lines) <= 1
        told[premiere.isoformat()] = told.get(premiere.isoformat(), 0) + len(lines)
        slept = (
            begin if index == 0 else begin + timedelta(days=sorted(days)[index - 1])
        ) > premiere
        assert told[premiere.isoformat()] >= (reached and not slept)
    assert max(told.values()) <= len(set(marks))
