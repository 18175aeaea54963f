"""How names are compared: without case, accents, punctuation, ``and`` for ``&``."""

import re
from collections.abc import Iterator
from typing import Final

# Letters that no decomposition takes apart, as people without them on their keyboard write them.
_LETTERS: Final = str.maketrans(
    {
        "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ĸ": "k",
        "ł": "l", "ŋ": "n", "ŧ": "t", "þ": "th", "ß": "ss",
    }
)  # fmt: skip
_PUNCTUATION: Final = {ord(char): " " for char in '!"#$%()*+,-./:;<=>?@[\\]^_`{|}~–—·…“”„'} | {
    ord(char): None for char in "'’‘"
}
_ARTICLES: Final = ("the ", "a ", "an ")
# The fewest words of a title that go by their first letters.
_INITIALS: Final = 3
# Scripts that leave no space between words: kana, ideographs, Thai, Lao, Khmer, Burmese.
_UNSPACED: Final = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"


def folded(text: str) -> str:
    """The text as it is compared: ``Mr. & Mrs. Smith`` and ``mr and mrs smith`` are the same."""
    if text.isascii() and text.replace(" ", "").isalnum():  # most titles: nothing else to fold
        return " ".join(text.lower().split())
    return " ".join(latin(text).replace("&", " and ").translate(_PUNCTUATION).split())


def latin(text: str) -> str:
    """The text in small letters, without accents, and with plain ones for those such as ø and æ."""
    if text.isascii():
        return text.lower()
    import unicodedata  # noqa: PLC0415 - loads a library that plain letters do without

    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return plain.translate(_LETTERS)


def without_article(text: str) -> str:
    """A folded name without the article that it begins with."""
    for article in _ARTICLES:
        if text.startswith(article):
            return text[len(article) :]
    return text


def title_order(title: str) -> tuple[str, str]:
    """The sort key of titles: accents, case and a leading article do not count."""
    return without_article(folded(title)), title


def squeezed(text: str) -> str:
    """A folded name without its spaces: ``9 1 1`` is ``911``, ``a p bio`` is ``apbio``."""
    return text.replace(" ", "")


def initials(text: str) -> str:
    """The first letters of a folded name of three words or more, ``tlou``; else empty."""
    words = text.split()
    return "".join(word[0] for word in words) if len(words) >= _INITIALS else ""


def is_unspaced(text: str) -> bool:
    """Whether a text has letters of a script that does not space its words."""
    return not text.isascii() and re.search(_UNSPACED, text) is not None


def short_names(text: str) -> Iterator[str]:
    """What a folded name goes by besides itself: squeezed, and by its initials."""
    bare = without_article(text)
    yield from dict.fromkeys(filter(None, (squeezed(text), squeezed(bare), initials(text))))


def is_exactly(words: str, name: str) -> bool:
    """Whether these are the letters and signs of a name, in whatever case and spacing."""
    return " ".join(words.casefold().split()) == " ".join(name.casefold().split())
