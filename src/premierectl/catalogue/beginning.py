"""The shows that somebody may mean who has typed the beginning of a title, or of a word in one."""

from typing import Final

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.folding import folded, short_names, squeezed, title_order

# Of an index; nobody reads a longer list, and reading them all takes its time.
_MOST_BEGUN: Final = 100


def names_begun(words: str, catalogue: Catalogue) -> list[Name]:
    """The shows with a title, alias or id in which a word begins so, by title.

    Of very many that an index has it is some, with the first and the last of those that begin so
    themselves. Where there is none, those that go by these words in short, as by initials.
    """
    text = begun_text(words)
    indexed = catalogue.names_in_index(lambda index: index.beginning(text, _MOST_BEGUN))
    found = [name for name in (*catalogue.names_at_hand(), *indexed) if is_begun(text, name)]
    if not found:
        short = squeezed(text)
        indexed = catalogue.names_in_index(lambda index: index.named((short,)))
        found = [name for name in (*catalogue.names_at_hand(), *indexed) if _is_short(short, name)]
    return sorted(found, key=lambda name: title_order(name.title))


def begun_text(words: str) -> str:
    """The beginning that is typed, folded; a space or hyphen at its end ends its last word."""
    text = folded(words)
    return f"{text} " if text and words[-1] in " -" else text


def is_begun(text: str, name: Name) -> bool:
    """Whether a word of the show's title, aliases or id begins so, and goes on with this folded text."""
    said = map(folded, (name.title, *name.aliases, name.id))
    return any(f" {each}".find(f" {text}") >= 0 for each in said)


def _is_short(text: str, name: Name) -> bool:
    said = map(folded, (name.title, *name.aliases))
    return any(text in short_names(each) for each in said)
