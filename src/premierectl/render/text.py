"""Outside text made safe before any terminal sees it."""

import re
from typing import Final

# C0, DEL, C1, soft hyphen, bidi controls, zero-width characters, line separators, tags: all that
# moves the cursor, hides, reorders or joins instead of being seen.
_UNSEEN: Final = (
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff\ud800-\udfff]"
)
_LINK: Final = r"(?i)https?://[^\s/?#@]+([/?#]\S*)?"
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
    return re.sub(_UNSEEN, _escape, text)


def paragraphs(text: str) -> str:
    """A longer text, each line made safe."""
    return "\n".join(safe(line) for line in text.replace("\r\n", "\n").split("\n"))


def link(url: str) -> str:
    """A web address that can be followed, or empty where it is none (``https?`` with a host)."""
    return safe(url) if re.fullmatch(_LINK, url) else ""


def encodable(text: str, encoding: str) -> str:
    """The text as this encoding can carry it: our own signs in ASCII, foreign letters escaped."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.translate(_PLAIN)
        return plain.encode(encoding, "backslashreplace").decode(encoding)
    return text


def _escape(match: "re.Match[str]") -> str:
    code = ord(match.group())
    if code < 0x100:  # noqa: PLR2004 - the widths of \x, \u and \U
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - as above
