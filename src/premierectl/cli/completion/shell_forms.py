"""What is offered, as the script of each shell reads it: one word a line, made so that nothing is run."""

import re
from collections.abc import Callable, Iterator, Sequence
from os.path import commonprefix
from typing import Final

from premierectl.cli.completion.offer import Offer, Offered
from premierectl.cli.completion.typed_line import TypedLine
from premierectl.folding import folded
from premierectl.render.safe_text import without_unseen

# No shell shows more of a line.
_MOST_HELP: Final = 100
# What stands in a word of bash without a backslash.
_PLAIN_WORD: Final = r"[^\w@%+=:,./-]"
# The signs before which bash may take a word to end that stand in ours.
_BREAKS: Final = frozenset(":=")
_BASH_QUOTED: Final = {"": _PLAIN_WORD, '"': r'["$`\\]'}


def _for_bash(line: TypedLine, offered: Offered, breaks: str) -> Iterator[str]:
    """Words as they stand in bash, without what it takes for a word of its own before a colon or ``=``."""
    typed, quote = line.current, line.quote
    broken = 0 if quote else max((typed.rfind(each) + 1 for each in _BREAKS & {*breaks}), default=0)
    words = [
        _bash_word(each.value[broken:], quote)
        for each in offered.offers
        if each.value.startswith(typed[:broken]) and not _is_impossible(each.value, quote)
    ]
    yield offered.names or "words"
    if not _keeps_what_is_typed(words, typed[broken:]):
        yield ""  # with which the others have nothing in common: bash puts in what they have
    yield from words


def _for_zsh(line: TypedLine, offered: Offered, _: str) -> Iterator[str]:
    """Words as they are, which zsh quotes, and behind a tab how each is listed."""
    values = [each.value for each in offered.offers]
    begun = all(each.startswith(line.current) for each in values)
    yield offered.names or ("words" if begun else "menu")
    width = max(map(len, values), default=0)
    for each in offered.offers:
        told = _told_help(each)
        yield f"{each.value}\t{f'{each.value:{width}}  {told}' if told else each.value}"


def _for_fish(line: TypedLine, offered: Offered, _: str) -> Iterator[str]:
    """Words as they are, which fish quotes, and behind a tab what to know of each."""
    yield offered.names or "words"
    for each in offered.offers:
        told = _told_help(each)
        value = _fitting_fish(each, line.current.lower())
        yield f"{value}\t{told}" if told else value


def _fitting_fish(offer: Offer, typed: str) -> str:
    """The title where only that holds what is typed: fish offers nothing else."""
    title = offer.title or ""
    only_title = typed not in offer.value.lower() and typed in title.lower()
    return title if only_title and title.isprintable() else offer.value


def _for_powershell(_: TypedLine, offered: Offered, _breaks: str) -> Iterator[str]:
    for each in offered.offers:
        word = each.value
        if re.search(_PLAIN_WORD, word):  # quoted; a curly quote is one there, too
            word = "'" + re.sub("(['\u2018-\u201b])", r"\1\1", word) + "'"
        yield f"{word}:::{_told_help(each) or ' '}"


def _told_help(offer: Offer) -> str:
    return without_unseen(offer.help or "")[:_MOST_HELP]


def _bash_word(value: str, quote: str) -> str:
    return re.sub(f"({_BASH_QUOTED[quote]})", r"\\\1", value) if quote != "'" else value


def _is_impossible(value: str, quote: str) -> bool:
    """Whether a value cannot stand in this quote: history is expanded in double ones."""
    return (quote == "'" and "'" in value) or (quote == '"' and "!" in value)


def _keeps_what_is_typed(words: Sequence[str], typed: str) -> bool:
    """Whether what these words begin with says no less than what is typed."""
    common = commonprefix(list(words))  # noqa: RUF071 - of letters, not of paths
    if len(words) <= 1 or not common:
        return True
    return f" {folded(typed)}" in f" {folded(common)}" and not common.endswith("\\")


ShellForm = Callable[[TypedLine, Offered, str], Iterator[str]]

FORMS: Final[dict[str, ShellForm]] = {
    "bash": _for_bash,
    "zsh": _for_zsh,
    "fish": _for_fish,
    "complete_powershell": _for_powershell,
    "complete_pwsh": _for_powershell,
}
