"""Made-up shows and what became known of them from August 2026 to March 2027."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tests.replay import BRITISH, Known, Life, Night


def weekly(season: int, first: int, last: int, begin: date, airtime: str = "") -> tuple[Night, ...]:
    """Episodes from ``first`` to ``last``, one a week."""
    return tuple(
        Night(season, first + week, begin + timedelta(weeks=week), airtime)
        for week in range(last - first + 1)
    )


def known_step_by_step(
    show: Known, nights: Iterable[Night], begin: date, at_once: int, days: int
) -> list[tuple[date, Known]]:
    """The show with more and more of these episodes: so many at a time, every so many days."""
    left, news, day = list(nights), list[tuple[date, Known]](), begin
    while left:
        added, left = left[:at_once], left[at_once:]
        show = replace(show, nights=(*show.nights, *added))
        news.append((day, show))
        day += timedelta(days=days)
    return news


def on_weeknights() -> Life:
    """Its second season, of which the schedule lists what is to come; then a renewal without a date."""
    show = Known(901, "Harbour Watch", {1: 8, 2: 10}, weekly(1, 1, 8, date(2025, 9, 4), "21:00"))  # fmt: skip
    news = known_step_by_step(show, weekly(2, 1, 10, date(2026, 8, 20), "21:00"), date(2026, 7, 20), 4, 24)  # fmt: skip
    last = replace(news[-1][1], orders={**show.orders, 3: None})
    return Life((*news, (date(2026, 11, 10), last)))


def two_on_the_first_night() -> Life:
    """Two episodes at once, then one a week, on a service without clock times."""
    first = date(2026, 9, 10)
    nights = (Night(1, 1, first), *weekly(1, 2, 7, first))
    return Life(((date(2026, 7, 10), Known(902, "Paper Lantern", {1: 7}, nights)),))


def split_in_two() -> Life:
    """Sixteen episodes, eight before a break of two months; the second half is dated in the break."""
    half = weekly(4, 1, 8, date(2026, 8, 10), "20:00")
    show = Known(903, "Broken Ice", {4: 16}, half)
    begin = date(2026, 12, 7)
    dated = replace(show, nights=(*half, *weekly(4, 9, 11, begin, "20:00")))
    whole = replace(show, nights=(*half, *weekly(4, 9, 16, begin, "20:00")))
    return Life(((date(2026, 7, 1), show), (date(2026, 11, 2), dated), (date(2026, 12, 20), whole)))


def moved_both_ways() -> Life:
    """Later, then earlier than that; then one episode by a day."""
    show = Known(904, "Moving Day", {3: None}, country=BRITISH)
    states = [
        (date(2026, 7, 1), weekly(3, 1, 6, date(2026, 10, 9), "21:00")),
        (date(2026, 8, 28), weekly(3, 1, 6, date(2026, 10, 30), "21:00")),
        (date(2026, 9, 22), weekly(3, 1, 6, date(2026, 10, 23), "21:00")),
    ]
    nights = states[-1][1]
    fourth = replace(nights[3], day=nights[3].day and nights[3].day + timedelta(days=1))
    states.append((date(2026, 11, 4), (*nights[:3], fourth, *nights[4:])))
    return Life(tuple((day, replace(show, nights=said)) for day, said in states))


def dated_and_withdrawn() -> Life:
    """Renewed without a date, dated, withdrawn, dated again."""
    show = Known(
        905, "Maybe Never", {1: 6}, weekly(1, 1, 6, date(2025, 10, 2)), cast=("Ann", "Ben")
    )
    renewed = replace(show, orders={1: 6, 2: None})
    dated = replace(renewed, premieres={2: date(2026, 12, 3)})
    listed = replace(renewed, nights=(*show.nights, *weekly(2, 1, 6, date(2027, 2, 4))))
    return Life(
        (
            (date(2026, 7, 1), show),
            (date(2026, 8, 17), renewed),
            (date(2026, 9, 14), dated),
            (date(2026, 10, 19), renewed),
            (date(2026, 12, 28), listed),
        )
    )


def past_midnight() -> Life:
    """Half past midnight, which is listed under the evening before; nobody says how many there are."""
    show = Known(906, "Night Owls", {5: None}, usually="00:30")
    news = known_step_by_step(show, weekly(5, 1, 9, date(2026, 9, 3), "00:30"), date(2026, 7, 17), 3, 20)  # fmt: skip
    return Life(tuple(news))


def all_at_once() -> Life:
    """Ten episodes on one day, on a service without country and clock times."""
    first = tuple(Night(1, number, date(2025, 11, 13)) for number in range(1, 7))
    second = tuple(Night(2, number, date(2026, 11, 12)) for number in range(1, 11))
    show = Known(907, "Nine Rooms", {1: 6, 2: 10}, first, country=None)
    early = replace(show, premieres={2: date(2026, 11, 12)})
    listed = replace(show, nights=(*first, *second))
    return Life(((date(2026, 8, 1), early), (date(2026, 10, 12), listed)))


def specials() -> Life:
    """Two at the turn of the year, of which one has no name yet."""
    show = Known(908, "Signal Lost", {1: 8}, weekly(1, 1, 8, date(2025, 9, 1)))
    unnamed = Night(1, None, date(2026, 12, 25), "18:00", "TBA")
    named = Night(1, None, date(2026, 12, 31), "", "The Long Night")
    both = replace(show, nights=(*show.nights, unnamed, named))
    return Life(((date(2026, 8, 1), show), (date(2026, 10, 1), both)))


def ended() -> Life:
    """A last season; that the show is over is known behind its last episode."""
    nights = weekly(4, 1, 6, date(2026, 9, 15), "22:00")
    show = Known(909, "Last Orders", {4: None}, nights)
    return Life(((date(2026, 8, 1), show), (date(2026, 10, 25), replace(show, status="Ended"))))


def cut_short() -> Life:
    """Renewed and dated, then over all the same."""
    first = weekly(1, 1, 6, date(2026, 2, 3))
    show = Known(910, "Cut Short", {1: 6, 2: None}, first)
    dated = replace(show, premieres={2: date(2027, 1, 12)})
    over = replace(show, orders={1: 6}, status="Ended")
    return Life(((date(2026, 7, 1), show), (date(2026, 9, 8), dated), (date(2026, 11, 17), over)))


def seen_late() -> Life:
    """A season that was on for weeks when it is first seen."""
    nights = weekly(2, 1, 14, date(2026, 6, 30), "19:30")
    return Life(((date(2026, 6, 1), Known(911, "Seen Late", {1: 13, 2: 14}, nights)),))


def first_without_a_date() -> Life:
    """Of episode 1 no day is known, of episode 2 one is; then the first is dated, too."""
    show = Known(912, "Odd First", {1: 4})
    second = (Night(1, 1, None), Night(1, 2, date(2026, 11, 5), "20:30"))
    both = weekly(1, 1, 4, date(2026, 10, 29), "20:30")
    return Life(
        (
            (date(2026, 8, 1), replace(show, nights=second)),
            (date(2026, 10, 5), replace(show, nights=both)),
        )
    )


def without_a_date() -> Life:
    """Renewed, and never dated by the service."""
    show = Known(913, "By Hand", {1: 6, 2: None}, weekly(1, 1, 6, date(2025, 3, 3)))
    return Life(((date(2026, 7, 1), show),))


def by_the_year() -> Life:
    """Seasons that are years: with the first episode of the next, the old one is over."""
    old = weekly(2026, 1, 51, date(2026, 1, 5), "23:00")
    new = weekly(2027, 1, 8, date(2027, 1, 4), "23:00")
    show = Known(914, "The Late Desk", {2026: None}, old[:31])
    news = known_step_by_step(show, old[31:], date(2026, 8, 3), 4, 28)
    both = replace(show, orders={2026: None, 2027: None}, nights=(*old, *new))
    return Life((*news, (date(2026, 12, 14), both)))


LIVES: Final = (
    on_weeknights(), two_on_the_first_night(), split_in_two(), moved_both_ways(),
    dated_and_withdrawn(), past_midnight(), all_at_once(), specials(), ended(), cut_short(),
    seen_late(), first_without_a_date(), without_a_date(), by_the_year(),
)  # fmt: skip
