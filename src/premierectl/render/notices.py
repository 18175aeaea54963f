"""Notices as scripts get them: in JSON, and in the words that leave the program."""

import json
from collections.abc import Sequence
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

from premierectl.changes import Change
from premierectl.model import write_value
from premierectl.notices.event import Event, EventKind, Fate, Message, Notice, Telling
from premierectl.render.fields import link_of
from premierectl.render.items import CountdownItem, SeenItem, countdown_item, seen_item
from premierectl.render.safe_text import safe
from premierectl.upcoming.outlook import Row
from premierectl.wording.close_up import capitalized

# The contract with programs that read a notice; it is that of the documents.
_VERSION: Final = 1


class EventItem(Struct, frozen=True, kw_only=True):
    """Something that is told once; ``id`` selects what it is of, null for a reminder of one's own.

    ``date`` is as it is known, for an instant the day in the viewer's zone; ``days`` is null unless
    the very day is known. ``countdown`` is there for a release, ``change`` for what became of a date.
    """

    kind: EventKind
    id: str | None
    title: str
    body: str
    message: str
    date: str | None
    days: int | None
    url: str | None
    countdown: CountdownItem | None
    change: SeenItem | None


class NoticeItem(EventItem, frozen=True, kw_only=True):
    """The same with what became of it by one way of telling: it was told, failed, or would be told."""

    way: str
    outcome: Fate
    reason: str | None


class DigestItem(Struct, frozen=True, kw_only=True):
    """Several that are told at once, as a program gets them."""

    kind: Literal["digest"]
    title: str
    body: str
    items: tuple[EventItem, ...]


def notice_item(telling: Telling) -> NoticeItem:
    """What became of an event, as scripts get it."""
    return NoticeItem(
        **_facts(telling.event), way=telling.way, outcome=telling.fate, reason=telling.reason
    )


def message_of(notice: Notice) -> Message:
    """A notice in words that are safe wherever they are shown, a line an event in a digest."""
    items = [EventItem(**_facts(event)) for event in notice.events]
    if not notice.digest:
        (item,) = items
        told = (item.kind, item.id, item.title, item.body, item.date, item.days, item.url)
        return _message(item, told)
    title = f"Your shows: {len(items)} notice{'' if len(items) == 1 else 's'}"
    body = "\n".join(item.message for item in items)
    digest = DigestItem(kind="digest", title=title, body=body, items=tuple(items))
    return _message(digest, ("digest", None, title, body, None, None, None))


def _facts(event: Event) -> dict[str, Any]:
    about = event.about
    return {
        "kind": event.kind,
        "id": event.address or None,
        "title": safe(event.title),
        "body": safe(capitalized(event.said)),
        "message": safe(event.line),
        "date": event.date.text if event.date else None,
        "days": event.days,
        "url": (link_of(event.show) if event.show else "") or None,
        "countdown": countdown_item(about) if isinstance(about, Row) else None,
        "change": seen_item(about) if isinstance(about, Change) else None,
    }


def _message(item: EventItem | DigestItem, told: Sequence[str | int | None]) -> Message:
    names = ("kind", "id", "title", "body", "date", "days", "url")
    plain = {"schema": _VERSION, **msgspec.to_builtins(item, enc_hook=write_value)}
    return Message(
        title=item.title,
        body=item.body,
        fields={
            name: "" if value is None else str(value)
            for name, value in zip(names, told, strict=True)
        },
        document=json.dumps(plain).encode() + b"\n",
    )
