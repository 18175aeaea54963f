"""The card of a show on an ordinary terminal: exact screens by what is known of it."""

import pytest
from rich.cells import cell_len

from tests import cards
from tests.conftest import Run, Write


@pytest.mark.parametrize("name", cards.CASES)
def test_the_card_is_drawn_so(run: Run, write: Write, name: str) -> None:
    case = cards.CASES[name]
    write("config/shows.json", {"format": 1, "shows": [case.show]})
    shown = [
        run(
            "countdown",
            *case.words.split(),
            terminal=True,
            COLUMNS=str(width),
            LINES=str(cards.HEIGHT),
        )
        for width in cards.WIDTHS
    ]
    assert {result.code for result in shown} == {case.code}
    assert "\f\n".join(result.out for result in shown) == cards.path(name).read_text("utf-8")


@pytest.mark.parametrize("name", cards.CASES)
def test_it_fits_the_terminal_with_a_line_for_the_prompt(name: str) -> None:
    for width, card in zip(cards.WIDTHS, _kept(name), strict=True):
        assert len(card.splitlines()) < cards.HEIGHT
        assert max(map(cell_len, card.splitlines())) <= width


def test_no_file_is_left_of_a_case_that_is_gone() -> None:
    kept = {path.name for path in cards.FOLDER.iterdir()}
    assert kept == {cards.path(name).name for name in cards.CASES}


def _kept(name: str) -> list[str]:
    return cards.path(name).read_text(encoding="utf-8").split("\f\n")
