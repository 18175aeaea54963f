"""TVmaze's summaries: HTML (``p b i br em strong`` and entities) as plain text."""

import html
import re
from typing import Final

from premierectl.sources.tvmaze.answers import writable

_LONGEST: Final = 4_000
# Markup included; what stands behind would be cut in any case.
_MOST_READ: Final = 100_000
_BREAK: Final = re.compile(r"(?:<br\s{0,9}/?>|</(?:p|li|div|h[1-6])>|<p>)", re.IGNORECASE)
# No tag begins within another, so that a text of nothing but < is read once.
_TAG: Final = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)
# Python refuses to read such a number, and html.unescape() reads any.
_ENDLESS: Final = re.compile("&#[0-9]{20,};?")


def plain(markup: object) -> str | None:
    """The text, a paragraph a line, cut at a word behind 4,000 characters; null where there is none."""
    if not isinstance(markup, str):
        return None
    flat = " ".join(markup[:_MOST_READ].split())
    text = _TAG.sub("", _BREAK.sub("\n", flat))
    text = writable(html.unescape(_ENDLESS.sub("\ufffd", text)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return _cut("\n".join(filter(None, lines))) or None


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    kept = text[:_LONGEST]
    words, space, _ = kept.rpartition(" ")
    return (words if space else kept[:-1]).rstrip() + "…"
