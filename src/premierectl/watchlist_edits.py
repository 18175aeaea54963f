"""What one watchlist has that another had not: what was added, removed, noted, tagged, muted."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from premierectl.followed_line import FollowedLine
from premierectl.watchlist import Reminder, Watchlist

EditKind = Literal[
    "added", "removed", "noted", "tagged", "untagged", "muted", "unmuted",
    "reminder set", "reminder moved", "reminder removed",
]  # fmt: skip


class Edit(Struct, frozen=True):
    """Something that changed: ``what`` is a show with the piece of it, or a reminder's text."""

    kind: EditKind
    what: str


def watchlist_edits(before: Watchlist, after: Watchlist) -> list[Edit]:
    """What changed from one watchlist to another; what only tells a show better is no change."""
    stood = {line.key: line for line in before.entries}
    stays = {line.key: line for line in after.entries}
    edits = [
        Edit("muted" if _only_hides(line, after) else "added", followed_name(line))
        for key, line in stays.items()
        if key not in stood
    ]
    edits += [
        Edit("unmuted" if _only_hides(line, before) else "removed", followed_name(line))
        for key, line in stood.items()
        if key not in stays
    ]
    for key in filter(stood.__contains__, stays):
        edits += _line_edits(stood[key], stays[key])
    return [*edits, *_reminder_edits(before.reminders, after.reminders)]


def followed_name(line: FollowedLine) -> str:
    """What a line follows, as it is known without a catalogue: ``The Pitt season 3``."""
    title = line.title or line.id
    return title if line.season is None else f"{title} {line.piece.words}"


def _only_hides(line: FollowedLine, watchlist: Watchlist) -> bool:
    """Whether a line follows nothing by itself, and hides a season of what is followed."""
    others = watchlist.of(line.id) if line.muted else ()
    return any(other.covers(line.piece) and other.piece != line.piece for other in others)


def _line_edits(before: FollowedLine, after: FollowedLine) -> Iterator[Edit]:
    if before.note != after.note:
        yield Edit("noted", followed_name(after))
    if set(after.tags) - set(before.tags):
        yield Edit("tagged", followed_name(after))
    if set(before.tags) - set(after.tags):
        yield Edit("untagged", followed_name(after))
    if before.muted != after.muted:
        yield Edit("muted" if after.muted else "unmuted", followed_name(after))


def _reminder_edits(before: tuple[Reminder, ...], after: tuple[Reminder, ...]) -> Iterator[Edit]:
    stood = {each.text: each.date for each in before}
    stays = {each.text: each.date for each in after}
    for text, known in stays.items():
        if text not in stood:
            yield Edit("reminder set", text)
        elif stood[text] != known:
            yield Edit("reminder moved", text)
    for text in stood:
        if text not in stays:
            yield Edit("reminder removed", text)
