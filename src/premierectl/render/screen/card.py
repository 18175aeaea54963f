"""One release up close: its wait large, and beneath it what is known, as far as it fits."""

from collections.abc import Iterator
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from premierectl.catalogue.cast import cast_of
from premierectl.render.facts import release_words
from premierectl.render.screen.card_parts import (
    CardPart,
    beneath_parts,
    clauses_in_lines,
    in_lines,
    large_part,
    parts_drawn,
    text_width,
)
from premierectl.render.screen.look import Look
from premierectl.render.screen.styles import TITLE, large_nearness
from premierectl.render.screen.then import then_in_a_line, then_lines
from premierectl.render.screen.wait_bar import wait_bar
from premierectl.upcoming.large_count import large_count
from premierectl.upcoming.one_show import UpClose
from premierectl.wording.changes import moved_words
from premierectl.wording.close_up import capitalized, date_written_out, new_cast_words
from premierectl.wording.listing import what_listed
from premierectl.wording.waits import phrase

_MOST_JOINING: Final = 3


def card(close: UpClose, look: Look) -> RenderableType:
    """The wait large, the date written out, the bar, what follows, what is new, the story, the source."""
    return parts_drawn(_card_parts(close, look), look)


def _card_parts(close: UpClose, look: Look) -> Iterator[CardPart]:
    row, item = close.row, close.row.item
    season, show = row.release.season, row.release.show
    yield CardPart(0, in_lines(row.title, look, TITLE) + _subtitle_lines(close, look))
    yield _large_part(close, look)
    yield CardPart(2, _when_lines(close, look))
    if close.wait:
        yield CardPart(4, wait_bar(item, close.wait, text_width(look), look))
    yield _then_part(close, look)
    yield CardPart(7, _new_lines(close, look))
    yield from beneath_parts(row, season.synopsis or show.synopsis or "", look)


def _subtitle_lines(close: UpClose, look: Look) -> list[Text]:
    """Which release it is, its own name, its network, and how the season comes out."""
    release = close.row.release
    season = release.season
    name = season.name if season.number is not None else None
    title = f"“{release.episode_title}”" if release.episode_title else ""
    label = f"{season.short} {what_listed(release)}" if release.part else what_listed(release)
    said = (label, name, title, release.network, release_words(season), close.row.item.progress)
    return clauses_in_lines(filter(None, said), look, between=" · ")


def _large_part(close: UpClose, look: Look) -> CardPart:
    """The wait large; where it has no room at all, in words."""
    item = close.row.item
    count, style = large_count(item, ticking=look.ticking), large_nearness(item)
    in_words = count.letters.capitalize() or capitalized(phrase(item))
    return large_part(count, in_lines(in_words, look, style), look, style)


def _when_lines(close: UpClose, look: Look) -> list[Text]:
    item = close.row.item
    date = clauses_in_lines(date_written_out(item, close.row.usually), look, TITLE)
    moved = capitalized(moved_words(item)).split(", ")
    return date + clauses_in_lines(moved, look, between=", ")


def _then_part(close: UpClose, look: Look) -> CardPart:
    items, width = [later.item for later in close.later], text_width(look)
    return CardPart(6, then_lines(items, width, look), then_in_a_line(items, width, look))


def _new_lines(close: UpClose, look: Look) -> list[Text]:
    """Who joins the cast."""
    release = close.row.release
    told = cast_of(release.show, release.season)
    people = [member.person for member, status in told if status == "new"]
    return in_lines(new_cast_words(people, _MOST_JOINING), look) if people else []
