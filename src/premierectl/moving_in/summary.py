"""What came of an import, in a few lines: how many shows were followed, and what to do about the rest."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from premierectl.moving_in.outcome import Imported, ImportOutcome

_UNCHANGED: Final = "this was a dry run: nothing was changed"
_UNDO: Final = "undo with: premierectl watchlist undo"


def summary(what: str, imported: Sequence[Imported], says: Iterable[str] = ()) -> Iterator[str]:
    """The lines for one account: ``what`` it is, ``says`` are remarks on its files.

    Of what there is none there is no line.
    """
    counts = Counter(each.outcome for each in imported)
    shows = len(imported) - counts["not a show"] - counts["unreadable"]
    yield f"{what}: {_many(shows, 'show')}" if imported else f"{what}: nothing in it"
    yield from (f"  {remark}" for remark in says)
    lines = (
        _followed_words(counts),
        _left_out_words(imported),
        _not_understood(counts),
        _no_shows(imported),
    )
    yield from (f"  {line}" for line in lines if line)
    yield from (f"  {words}" for words in _new_words(imported))


def last_lines(leftovers: str | None, *, is_changed: bool, is_dry: bool) -> Iterator[str]:
    """Where the leftovers are, and how to take all of it back, if there is anything to take back."""
    if leftovers:
        yield f"what was not followed is in {leftovers}; correct it there and import that file"
    if is_dry:
        yield _UNCHANGED
    elif is_changed:
        yield _UNDO


def _followed_words(counts: Counter[ImportOutcome]) -> str:
    words = {
        "added": "{} added",
        "kept": "{} kept, the next refresh looks for {them}: premierectl catalogue refresh",
        "already followed": "{} followed already",
    }
    found = ((text, counts[name]) for name, text in words.items() if counts[name])  # type: ignore[index]  # each is an outcome
    return " · ".join(
        text.format(f"{many:,}", them="it" if many == 1 else "them") for text, many in found
    )


def _left_out_words(imported: Iterable[Imported]) -> str:
    states = Counter(each.left_by for each in imported if each.outcome == "left out")
    total, listed = states.total(), states.pop("listed", 0)
    if not total:
        return ""
    counted = [f"{many:,} {state}" for state, many in states.most_common()]
    counted += [f"{listed:,} on a list"] if listed else []
    words = f"{total:,} left out: {', '.join(counted)}"
    options = ",".join(sorted(state.replace(" ", "-") for state in states))
    them = "it" if states.total() == 1 else "them"
    return f"{words}; --include {options} follows {them}, too" if options else words


def _not_understood(counts: Counter[ImportOutcome]) -> str:
    names: tuple[ImportOutcome, ...] = ("ambiguous", "unknown", "unreadable")
    return " · ".join(f"{counts[name]:,} {name}" for name in names if counts[name])


def _no_shows(imported: Iterable[Imported]) -> str:
    kinds = Counter(each.reason for each in imported if each.outcome == "not a show")
    if not kinds:
        return ""
    words = [_many(many, kind) for kind, many in kinds.most_common()]
    listed = " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
    return f"{listed} {'is not a show' if kinds.total() == 1 else 'are not shows'}"


def _new_words(imported: Iterable[Imported]) -> Iterator[str]:
    """What nobody knows: the words of states, and how many were followed all the same."""
    said = Counter(each.row.said for each in imported if each.row.is_new_word)
    for word, many in said.items():
        yield f"{word!r} is a status premierectl does not know; {_many(many, 'show')} followed anyway"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
