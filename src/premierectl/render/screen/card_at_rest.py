"""A show of which nothing is to come, as a card: how it stands large, and when it was last out."""

from collections.abc import Iterator

from rich.console import RenderableType

from premierectl.render.screen.card_parts import (
    CardPart,
    beneath_parts,
    clauses_in_lines,
    in_lines,
    large_part,
    parts_drawn,
)
from premierectl.render.screen.look import Look
from premierectl.render.screen.styles import TITLE, large_nearness
from premierectl.upcoming.at_rest import AtRest
from premierectl.upcoming.nothing import first_sentence
from premierectl.wording.close_up import capitalized, last_words


def card_at_rest(rest: AtRest, look: Look) -> RenderableType:
    """A word where the wait would stand, what came out last, what is noted of the show, its story."""
    return parts_drawn(_parts_at_rest(rest, look), look)


def _parts_at_rest(rest: AtRest, look: Look) -> Iterator[CardPart]:
    row, show = rest.row, rest.row.release.show
    networks = in_lines(", ".join(rest.networks), look)
    yield CardPart(0, in_lines(row.title, look, TITLE) + networks)
    style, word = large_nearness(row.item), rest.count.letters.capitalize()
    yield large_part(rest.count, in_lines(word, look, style), look, style)
    last = clauses_in_lines(last_words(row.item), look, TITLE)
    yield CardPart(2, last + in_lines(capitalized(row.item.progress), look))
    yield CardPart(4, in_lines(f"{first_sentence(show.note)}." if show.note else "", look))
    yield from beneath_parts(row, show.synopsis or row.release.season.synopsis or "", look)
