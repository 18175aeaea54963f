"""A sentence in lines of a terminal's width."""

import re
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

# What is to be typed stands on one line, so that it can be copied.
_COMMAND_AT_THE_END: Final = re.compile(r"(?<=: )premierectl .*", re.DOTALL)


def wrapped_words(sentence: str, width: int) -> Iterator[str]:
    """The sentence in lines of at most ``width`` terminal cells, each ended between words.

    A word that is wider, such as a path, and the command that a sentence ends with are never broken.
    """
    command = _COMMAND_AT_THE_END.search(sentence)
    words = sentence[: command.start() if command else None].split()
    line = ""
    for word in [*words, command[0]] if command else words:
        if line and cell_len(f"{line} {word}") > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".lstrip()
    yield line
