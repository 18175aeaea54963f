"""The wait of a card, as large as it fits: numbers over their units, or a word."""

from collections.abc import Sequence

from premierectl.render.screen.digits import DotSize, sizes
from premierectl.upcoming.large_count import Counted, LargeCount

_BETWEEN_UNITS = 2


def largest(count: LargeCount, width: int, height: int, *, signs: bool) -> list[str]:
    """The rows of what stands large, in the largest size that fits; none where none does.

    A single number has its unit beside it where there is room, several have theirs below. Words
    stand beneath each other where that makes them larger.
    """
    for size in sizes(signs=signs):
        rows = _of_size(count, size, width)
        if rows and len(rows) <= height and max(map(len, rows)) <= width:
            return rows
    return []


def _of_size(count: LargeCount, size: DotSize, width: int) -> list[str]:
    if count.letters:
        return _words_in_lines(count.letters, size, width)
    if len(count.numbers) > 1:
        return [*_side_by_side(count.numbers, size), *([count.aside] if count.aside else [])]
    (only,) = count.numbers
    rows = size.drawn(only.number)
    words = ", ".join(filter(None, (only.unit, count.aside)))
    if len(rows[0]) + 2 + len(words) <= width:
        return [*rows[:-1], f"{rows[-1]}  {words}"]
    return [*rows, words]


def _words_in_lines(letters: str, size: DotSize, width: int) -> list[str]:
    """Words in as many lines as they need, with a line between."""
    lines: list[str] = []
    for word in letters.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and len(size.drawn(joined)[0]) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    rows = [row for line in lines for row in ("", *size.drawn(line))]
    return rows[1:]


def _side_by_side(numbers: Sequence[Counted], size: DotSize) -> list[str]:
    """Several numbers, each over its unit."""
    drawn = [size.drawn(each.number) for each in numbers]
    widths = [max(len(rows[0]), len(each.unit)) for rows, each in zip(drawn, numbers, strict=True)]
    lines = [*zip(*drawn, strict=True), tuple(each.unit for each in numbers)]
    gap = " " * (_BETWEEN_UNITS * size.scale)
    return [
        gap.join(cell.ljust(wide) for cell, wide in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
