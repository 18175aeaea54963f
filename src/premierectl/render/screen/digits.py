"""Numbers and a few words in large characters, of several sizes."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

# Five rows of dots each; a word has its letters side by side with a dot between.
_DOTS: Final = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": ("## ", " # ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", " ##", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    "–": ("  ", "  ", "##", "  ", "  "),
    " ": (" ", " ", " ", " ", " "),
    "A": (" # ", "# #", "###", "# #", "# #"),
    "B": ("## ", "# #", "## ", "# #", "## "),
    "C": ("###", "#  ", "#  ", "#  ", "###"),
    "D": ("## ", "# #", "# #", "# #", "## "),
    "E": ("###", "#  ", "## ", "#  ", "###"),
    "G": ("####", "#   ", "# ##", "#  #", "####"),
    "H": ("# #", "# #", "###", "# #", "# #"),
    "I": ("#", "#", "#", "#", "#"),
    "L": ("#  ", "#  ", "#  ", "#  ", "###"),
    "M": ("#   #", "## ##", "# # #", "#   #", "#   #"),
    "N": ("#  #", "## #", "# ##", "#  #", "#  #"),
    "O": ("###", "# #", "# #", "# #", "###"),
    "R": ("## ", "# #", "## ", "# #", "# #"),
    "S": ("###", "#  ", "###", "  #", "###"),
    "T": ("###", " # ", " # ", " # ", " # "),
    "U": ("# #", "# #", "# #", "# #", "###"),
    "V": ("# #", "# #", "# #", "# #", " # "),
    "W": ("#   #", "#   #", "# # #", "## ##", "#   #"),
    "Y": ("# #", "# #", " # ", " # ", " # "),
}
_HALVES: Final = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
_LARGEST_SCALE: Final = 4


class DotSize(Struct, frozen=True):
    """How large one dot is drawn; in ``blocks`` it is square, in ASCII as wide as it has to be."""

    scale: int
    blocks: bool

    def drawn(self, words: str) -> list[str]:
        """The rows of a number such as ``101`` or ``39–69``, or of ``OUT NOW``."""
        dots = [" ".join(_DOTS[each][row] for each in words) for row in range(5)]
        wide = ["".join(dot * self.scale for dot in row) for row in dots]
        if not self.blocks:
            return wide
        tall = [row for row in wide for _ in range(self.scale)]
        return list(_halved([*tall, " " * len(wide[0])] if len(tall) % 2 else tall))


def sizes(*, signs: bool) -> Sequence[DotSize]:
    """The sizes there are, the largest first; without ``signs`` those in ASCII."""
    scales = range(_LARGEST_SCALE, 0, -1) if signs else (2, 1)
    return [DotSize(scale, signs) for scale in scales]


def _halved(rows: Sequence[str]) -> Iterator[str]:
    """Two rows of dots in one of half blocks."""
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        pairs = zip(upper, lower, strict=True)
        yield "".join(_HALVES[above == "#", below == "#"] for above, below in pairs)
