"""What is wrong with the words of a command line, said as the program says all else."""

import re
from typing import Final

# Typer's sentences, as of 0.28, and ours.
_SENTENCES: Final = (
    (r"^Invalid value(?: for '\[?([^'\]]+)\]?(?:\.\.\.)?'(?: / '[^']+')*)?: ", r"\1: "),
    (r"^(--\S+): ('.*') is not one of ('[^',]+')$", r"\1 only takes \3, not \2"),
    (r"^No such command '([^']*)'", r"there is no command '\1'"),
    (r"^Missing command$", "a command is missing"),
    (r"^Missing argument '([^']+)'\. Choose", r"\1 is missing; choose"),
    (r"^Missing argument '([^']+)'$", r"\1 is missing"),
    (r"^Option '([^']+)' requires an argument$", r"\1 needs a value"),
    (r"^Option '([^']+)' does not take a value$", r"\1 takes no value"),
    (r"^No such option: (\S+)", r"there is no option \1"),
    (r"^Got unexpected extra argument\S* \((.*)\)$", r"too many words: \1"),
    (r" \(Possible options: (.*), (\S+)\)$", r"; did you mean \1 or \2?"),
    (r" \(Possible options: (\S+)\)$", r"; did you mean \1?"),
    (r"[.,;]* [Dd]id you mean '?([^\s']+)'?\?$", r"; did you mean \1?"),
    (r"is not a valid int(eger)?( range)?$", "is not a whole number"),
    (r"is not a valid float( range)?$", "is not a number"),
    (r" is not in the range x>=(\S+)$", r" is less than \1"),
    (r" is not in the range (\S+)<=x<=(\S+)$", r" is not between \1 and \2"),
)


def usage_words(message: str) -> str:
    """The message of an error of Typer's in one line, which names the option first."""
    words = " ".join(message.split()).rstrip(".")
    for theirs, ours in _SENTENCES:
        words = re.sub(theirs, ours, words)
    return words.removeprefix(": ")
