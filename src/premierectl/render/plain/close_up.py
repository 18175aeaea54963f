"""One release up close, in sentences: when, how it comes out, what follows, what is new, the story."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from premierectl.catalogue.cast import cast_of
from premierectl.countdown import Countdown
from premierectl.render.facts import release_words
from premierectl.render.plain.rows import row_sentence
from premierectl.upcoming.at_rest import AtRest, ShowStanding
from premierectl.upcoming.nothing import first_sentence
from premierectl.upcoming.one_show import UpClose, Wait
from premierectl.upcoming.outlook import Row
from premierectl.wording.close_up import capitalized, checked_words, last_words
from premierectl.wording.moments import own_time, usual_words
from premierectl.wording.spoken import (
    ago_aloud,
    listed_aloud,
    sentence,
    spelled_out,
    spoken_day,
    spoken_release,
    spoken_standing,
)

_MOST_SAID_TO_FOLLOW: Final = 3
_STANDINGS: Final[dict[ShowStanding, str]] = {
    "ended": "it has ended",
    "cancelled": "it was cancelled",
    "in a break": "no date yet",
    "between seasons": "between seasons",
    "not known": "nothing announced",
}


def close_up_said(close: UpClose) -> Iterator[str]:
    """What a card shows, from the wait to where its facts are from, a sentence a line."""
    row, release = close.row, close.row.release
    yield row_sentence(row)
    yield from _clocks_said(close)
    yield from _named(("Season", release.season.name if release.season.number is not None else ""))
    yield from _named(("Episode", release.episode_title))
    yield from _named(("How it comes out", release_words(release.season)))
    yield from _named(("So far", row.item.progress))
    if close.wait:
        yield _since_said(close.wait, row.item.today)
    yield from _following_said(close)
    new = [who.person for who, status in cast_of(release.show, release.season) if status == "new"]
    yield from _named(("New in the cast", listed_aloud(new) if new else ""))
    yield from _ended_with(row, release.season.synopsis or release.show.synopsis or "")


def at_rest_said(rest: AtRest) -> Iterator[str]:
    """What a card shows of a show of which nothing is to come."""
    row, show = rest.row, rest.row.release.show
    networks = f"on {listed_aloud(rest.networks)}" if rest.networks else ""
    yield sentence(f"{row.title}: {_STANDINGS[rest.standing]}", networks, row.followed * "followed")
    last = spelled_out(" ".join(last_words(row.item)))
    yield sentence(capitalized(last)) if last else ""
    yield from _named(("So far", row.item.progress))
    yield sentence(first_sentence(show.note)) if show.note else ""
    yield from _ended_with(row, show.synopsis or row.release.season.synopsis or "")


def _ended_with(row: Row, story: str) -> Iterator[str]:
    """The story, what the user noted, and where the facts are from."""
    yield from story.split("\n")
    yield from _named(("Your note", row.note), ("Your tags", ", ".join(row.tags)))
    checked = checked_words(row.release.season, row.item.today)
    yield sentence(*checked) if checked else ""


def _named(*facts: tuple[str, str | None]) -> Iterator[str]:
    return (sentence(f"{name}: {value}") for name, value in facts if value)


def _clocks_said(close: UpClose) -> Iterator[str]:
    """The clock time where it is made, or at which its network usually releases."""
    item, usually = close.row.item, close.row.usually
    elsewhere = own_time(item)
    if elsewhere:
        yield sentence(f"There it is {elsewhere}")
    if usually is not None and item.date is not None:
        yield sentence(f"Usually at {usual_words(usually, item.date).rstrip(',')} your time")


def _since_said(wait: Wait, today: date) -> str:
    """Since when it is waited for: from its announcement, or from what came out before."""
    what = "" if wait.short == "announced" else f"{spelled_out(wait.short)} came out"
    begun = capitalized(what) or "Announced"
    return sentence(f"{begun} on {spoken_day(wait.since)}", ago_aloud((today - wait.since).days))


def _following_said(close: UpClose) -> Iterator[str]:
    later = [row.item for row in close.later]
    fits = len(later) if len(later) <= _MOST_SAID_TO_FOLLOW + 1 else _MOST_SAID_TO_FOLLOW
    for item in later[:fits]:
        yield sentence(f"Then {_what_follows(item)}: {spoken_standing(item)}")
    if len(later) > fits:
        show = later[0].release.show.id
        yield f"And {len(later) - fits} more: premierectl show {show} --episodes"


def _what_follows(item: Countdown) -> str:
    title = item.release.episode_title
    return spoken_release(item.release) + (f", “{title}”" if title else "")
