"""Outside text made safe before any terminal sees it."""

import re
from typing import Final

from premierectl.web_link import is_web_link

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
# A joiner within an emoji, and one or its contrary between letters of the scripts that need them:
# Arabic and its kin, those of India, Burmese, Khmer, Mongolian.
_EMOJI: Final = "\xa9\xae\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff"
_JOINED: Final = (
    "\u0620-\u06d3\u0750-\u077f\u08a0-\u08c9\u0900-\u0dff\u1000-\u109f\u1780-\u17b3\u1820-\u18aa"
)
_JOINERS: Final = (
    f"(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])|(?<=[{_JOINED}])[\u200c\u200d](?=[{_JOINED}])"
)
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
    return re.sub(f"({_JOINERS})|{_UNSEEN}", _escape, text)


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
    if match[1]:
        return match[1]
    code = ord(match.group())
    if code < 0x100:  # noqa: PLR2004 - the widths of \x, \u and \U
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - as above
