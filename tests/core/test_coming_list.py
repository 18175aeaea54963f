"""The page of what is coming, with what stands above and beneath it."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from premierectl.countdown import countdown
from premierectl.render import screen
from premierectl.schedule import premiere
from premierectl.upcoming.coming_page import ComingPage, coming_page
from tests.make import counted, moment, row, show

TITLES = st.text(min_size=1, max_size=90) | st.sampled_from(["日本" * 20, "🎉" * 9, "a b " * 9])
DATES = st.none() | st.sampled_from(
    ["2026-11-23", "2026-12-24?", "2027-Q1", "2029-03-01", "2026-01"]
)
ROWS = [row(counted("2026-12-01", number=n)) for n in range(1, 31)]


def drawn(page: ComingPage, height: int | None = 24, width: int = 60) -> list[str]:
    look = screen.Look(width=width, moment=moment(), height=height)
    return screen.lines(page, look, color=False)


def test_what_happened_stands_above_and_the_next_steps_beneath() -> None:
    page = coming_page(ROWS[:2], moment().today)
    page = replace(page, since="Since Thursday: Aurora is out", beneath=("Follow: x", "Help: y"))
    assert drawn(page) == [
        "Since Thursday: Aurora is out",
        "",
        "December",
        "● Aurora  Season 1  Tue 1 Dec  8 days",
        "● Aurora  Season 2  Tue 1 Dec  8 days",
        "",
        "Follow: x",
        "Help: y",
    ]


def test_both_take_of_the_room_that_the_list_has() -> None:
    page = coming_page(ROWS, moment().today)
    assert len(drawn(page)) == 20
    since = "Since Thursday: Aurora is out " + "and out " * 10
    told = replace(page, since=since, beneath=("Follow: x", "", "Help: y"))
    lines = drawn(told)
    assert len(lines) == 20
    assert lines[-4:] == ["18 more until December · --full", "Follow: x", "", "Help: y"]


def test_without_a_height_there_is_room_for_all() -> None:
    assert len(drawn(coming_page(ROWS, moment().today), None)) == 31


def test_without_room_for_it_there_is_no_space_between_the_groups() -> None:
    rows = [row(counted(f"2027-{month:02}-01")) for month in (1, 2, 3)]
    page = coming_page(rows, moment().today)
    assert [len(drawn(page, height)) for height in (13, 12, 10, 9)] == [8, 6, 6, 5]


def test_rows_by_themselves_have_no_heading() -> None:
    look = screen.Look(width=60, moment=moment())
    assert screen.lines(ROWS[:1], look, color=False) == ["● Aurora  Season 1  Tue 1 Dec  8 days"]


def test_where_nothing_fits_the_line_is_cut() -> None:
    wide = row(
        counted("2027-Q3?", history=[{"when": "2026-10-01", "from": "2027-Q1", "to": "2027-Q3?"}])
    )
    page = coming_page([wide], moment().today)
    assert drawn(page, width=60)[1] == "● Aurora  Season 1  Q3 2027? ↷ was Q1 2027"


def test_titles_without_a_date_are_wrapped_between_them() -> None:
    names = ["A", "A title that is longer than the whole terminal is wide, by far", "B C"]
    page = replace(coming_page(ROWS[:1], moment().today), undated=tuple(names))
    assert drawn(page, width=40)[-3:] == [
        "Without a date (3): A,",
        "  A title that is longer than the whol…,",
        "  B C",
    ]


@given(
    st.lists(st.tuples(TITLES, DATES, TITLES), min_size=1, max_size=40),
    st.integers(20, 130),
    st.integers(16, 60),
    st.booleans(),
)
def test_whatever_it_is_called_it_fits(
    said: list[tuple[str, str | None, str]], width: int, height: int, signs: bool
) -> None:
    rows = []
    for n, (title, day, network) in enumerate(said):
        fields = {"number": 1, "premiere": day, "network": network}
        known = show(id=f"s{n}", title=title, seasons=[fields])
        rows.append(row(countdown(premiere(known, known.seasons[0]), moment())))
    look = screen.Look(width=width, moment=moment(), height=height, signs=signs)
    lines = screen.lines(coming_page(rows, moment().today), look, color=False)
    assert len(lines) <= height
    assert max(map(cell_len, lines)) <= width
    assert signs or all(line.isascii() for line in lines)
