"""Outside text made safe before any terminal sees it."""

import re
from typing import Final

# C0, DEL, C1, all of Unicode's category Cf, letters and marks without a shape, separators of lines,
# halves of surrogate pairs, noncharacters: all that moves the cursor, hides, reorders or joins
# instead of being seen.
_UNSEEN: Final = (
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    "\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff"
    "\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
# A joiner between the pieces of an emoji, and one or its contrary between letters of the scripts
# that need them: Arabic and its kin, those of India, Burmese, Khmer, Mongolian.
_EMOJI_PIECES: Final = (
    "\u2194\u2195\u2640\u2642\u2695\u2696\u26a7\u2708\u2764\u27a1\u2b1b\U0001f300-\U0001faff"
)
_JOINED: Final = "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af"
_IN_AN_EMOJI: Final = f"(?<=[{_EMOJI_PIECES}])\u200d(?=[{_EMOJI_PIECES}])|(?<=[{_EMOJI_PIECES}]\ufe0f)\u200d(?=[{_EMOJI_PIECES}])"
_IN_A_WORD: Final = f"(?<=[{_JOINED}])[\u200c\u200d](?=[{_JOINED}])"
# Nobody reads more of a text on a screen, and laying it out would take its time.
_MOST_CHARACTERS: Final = 8_000
_MOST_LINES: Final = 200
_PLAIN: Final = str.maketrans(
    {
        "–": "-", "—": "-", "·": "-", "…": "...", "“": '"', "”": '"', "‘": "'", "’": "'",
        "█": "#", "░": ".", "▀": "#", "▄": "#", "─": "-", "━": "-", "│": "|", "╭": "+", "╮": "+",
        "╰": "+", "╯": "+", "★": "*",
    }
)  # fmt: skip


def safe(text: str) -> str:
    r"""The text on one line, with everything unseen as a visible escape (``\\x1b``, ``\\u202e``)."""
    if text.isascii() and text.isprintable():
        return text
    return re.sub(f"({_IN_AN_EMOJI})|({_IN_A_WORD})|{_UNSEEN}", _escape, text)


def without_unseen(text: str) -> str:
    """The text on one line without what is unseen: what breaks lines is a space, all else is gone.

    For formats whose readers would show an escape as it stands there.
    """
    pattern = f"({_IN_AN_EMOJI})|({_IN_A_WORD})|{_UNSEEN}"
    return re.sub(pattern, _left_out, text).strip()


def shown(text: str) -> str:
    """The text safe for a screen, cut where it is longer than anybody reads."""
    return safe(text) if len(text) <= _MOST_CHARACTERS else safe(text[:_MOST_CHARACTERS]) + "…"


def paragraphs(text: str) -> str:
    """A longer text for a screen, each line made safe; cut where it is longer than anybody reads."""
    lines = text[:_MOST_CHARACTERS].replace("\r\n", "\n").split("\n")
    cut = len(text) > _MOST_CHARACTERS or len(lines) > _MOST_LINES
    return "\n".join(map(safe, lines[:_MOST_LINES])) + ("…" if cut else "")


def link(url: str) -> str:
    """A web address that can be followed, or empty where it is none (``https?`` with a host)."""
    from premierectl.web_link import is_web_link  # noqa: PLC0415 - few screens have a link

    return safe(url) if is_web_link(url) else ""


def encodable(text: str, encoding: str) -> str:
    """The text as this encoding can carry it: our own signs in ASCII, foreign letters escaped."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.translate(_PLAIN)
        return plain.encode(encoding, "backslashreplace").decode(encoding)
    return text


def _escape(match: "re.Match[str]") -> str:
    if match[1] or (match[2] and _is_between_letters(match)):
        return match[0]
    code = ord(match.group())
    if code < 0x100:  # noqa: PLR2004 - the widths of \x, \u and \U
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - as above


def _left_out(match: "re.Match[str]") -> str:
    if match[1] or (match[2] and _is_between_letters(match)):
        return match[0]
    import unicodedata  # noqa: PLC0415 - as in folding

    return " " if unicodedata.category(match[0]) in ("Cc", "Zl", "Zp") else ""


def _is_between_letters(match: "re.Match[str]") -> bool:
    """Whether letters or their marks stand before and behind, not digits or signs."""
    import unicodedata  # noqa: PLC0415 - as in folding

    around = match.string[match.start() - 1], match.string[match.end()]
    return all(unicodedata.category(each)[0] in "LM" for each in around)
