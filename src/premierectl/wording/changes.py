"""What changed of a show in words, and where a premiere has moved from."""

from msgspec.structs import replace

from premierectl.changes import Change
from premierectl.countdown import Countdown
from premierectl.dates import PartialDate
from premierectl.wording.moments import date_said
from premierectl.wording.waits import on


def change_words(change: Change) -> str:
    """The change in one line: ``The Pitt season 3: dated, 7 January 2027``."""
    shown = replace(change, part=None) if change.kind == "new part" else change
    shown = replace(shown, episode=None) if change.kind == "returns" else shown
    return f"{change_name(shown)}: {_said(change)}"


def change_name(change: Change) -> str:
    """What changed: ``The Pitt season 3``, ``The Pitt season 3 episode 4``."""
    episode = None if change.episode is None else f"episode {change.episode}"
    names = (change.show, change.label, change.part, episode, "finale" if change.finale else None)
    return " ".join(name for name in names if name)


def moved_words(item: Countdown) -> str:
    """From where the date has moved: ``was 12 March 2027, moved 21 days later``; else empty."""
    change = item.moved
    if change is None or change.days is None:
        return f"was {date_said(change.before)}" if change else ""
    return f"was {date_said(change.before)}, moved {shift_words(change.days)}"


def shift_words(days: int) -> str:
    """``21 days later``, ``1 day earlier``."""
    many = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return f"{many} {'later' if days > 0 else 'earlier'}"


def _said(change: Change) -> str:
    match change.kind:
        case "new show" | "new season":
            new = "new in the catalogue" if change.kind == "new show" else "new season"
            return f"{new}, {_date_words(change.after)}" if change.after else new
        case "new part":
            doubt = "" if change.after is None or change.after.confirmed else " (unconfirmed)"
            return f"{change.part} {on(change.after)}{doubt}" if change.after else f"{change.part}"
        case "cast added":
            return _people_words(change.people, change.more)
        case "dated" | "moved" | "undated":
            return _date_change_words(change)
        case _:
            return _status_words(change)


def _status_words(change: Change) -> str:
    """What became of a show or a season as a whole."""
    match change.kind, change.before, change.after:
        case "returns", _, PartialDate() as known:
            return f"returns {on(known)} with episode {change.episode}"
        case "withdrawn", PartialDate() as known, _:
            return f"withdrawn, was {_date_words(known)}"
        case "renewed", _, _ if change.season is None:
            return "not over after all"
    words = {
        "gone": "no longer listed, so its dates are unconfirmed",
        "merged": f"merged into {change.name if change.name != change.show else 'another entry'}",
        "renamed": f"now called {change.name}",
    }
    return words.get(change.kind, change.kind)


def _date_words(known: PartialDate | None) -> str:
    if known is None:
        return "no date"
    return known.words + ("" if known.confirmed else " (unconfirmed)")


def _date_change_words(change: Change) -> str:
    before, after = _date_words(change.before), _date_words(change.after)
    if change.kind == "moved":
        return f"moved from {before} to {after}{'' if change.days is None else f', {shift_words(change.days)}'}"
    if change.before is None:
        return f"dated, {after}"
    if change.after is None:
        return f"no longer dated {before}"
    if change.after.holds(change.before) and change.before.holds(change.after):
        return f"{change.after.words}, now {'' if change.after.confirmed else 'un'}confirmed"
    if change.kind == "undated":
        return f"no longer {before}, only {after}"
    return f"{before}, now {after}"


def _people_words(people: tuple[str, ...], more: int) -> str:
    count = len(people) + more
    named = ", ".join(people) + (f" and {more} more" if more else "")
    return f"{'1 person' if count == 1 else f'{count} people'} in the cast: {named}"
