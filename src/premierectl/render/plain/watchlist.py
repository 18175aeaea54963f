"""What is followed, its versions, and what became of an import, in sentences."""

from collections.abc import Iterable, Iterator

from premierectl.dates import day_words
from premierectl.moment import Moment
from premierectl.moving_in.outcome import Imported
from premierectl.reminders import ReminderNow
from premierectl.render.found import VersionItem
from premierectl.render.plain.rows import reminder_sentence
from premierectl.season_key import SeasonKey
from premierectl.upcoming.followed_list import FollowedList
from premierectl.upcoming.following import FollowedRow
from premierectl.wording.following import muted_said
from premierectl.wording.spoken import sentence, spoken_release, spoken_standing
from premierectl.wording.unknown import either, unknown_line_words


def followed_said(listed: Iterable[FollowedRow | ReminderNow]) -> Iterator[str]:
    """What is followed and what one is reminded of, in one order."""
    for each in listed:
        yield reminder_sentence(each) if isinstance(each, ReminderNow) else _followed_sentence(each)


def followed_list_said(found: FollowedList) -> Iterator[str]:
    """The same of a list."""
    return followed_said(found.listed)


def versions_said(listed: Iterable[VersionItem], moment: Moment) -> Iterator[str]:
    """The versions that can be brought back: when each was written (the viewer's time), what changed."""
    for item in listed:
        when = item.when.astimezone(moment.zone)
        count = item.entries
        yield sentence(
            f"Version {item.number}",
            "the one now" if item.is_now else "",
            f"written on {day_words(when.date())} at {when:%H:%M}",
            "" if count is None else f"with {count} {'entry' if count == 1 else 'entries'}",
            item.message,
        )


def imported_said(listed: Iterable[Imported]) -> Iterator[str]:
    """What of an import needs a look: what became of it, why, and which shows it could be."""
    for each in listed:
        title = each.row.title or f"{each.row.file}, line {each.row.line}"
        could = f"could be {either(each.candidates)}" if each.candidates else ""
        yield sentence(f"{title}: {each.outcome}", each.reason, could)


def _followed_sentence(each: FollowedRow) -> str:
    line = each.line
    added = f"followed since {day_words(line.added.date())}" if line.added else ""
    return sentence(
        _name_and_standing(each),
        _over_aloud(each),
        f"on {each.row.release.network}" if each.row and each.row.release.network else "",
        added,
        muted_said(each.muted),
        f"tagged {', '.join(each.tags)}" if each.tags else "",
        f"your note: {each.note}" if each.note else "",
    )


def _name_and_standing(each: FollowedRow) -> str:
    if each.row:
        item = each.row.item
        return f"{each.title}, {spoken_release(item.release)}: {spoken_standing(item)}"
    season = _season_aloud(each.line.season)
    said = "" if each.show else f": {unknown_line_words(each.line, each.could_be)}"
    return f"{each.title}{season}{said}"


def _over_aloud(each: FollowedRow) -> str:
    """That nothing will follow what came out last; else empty."""
    if each.row is None or each.row.item.state != "out":
        return ""
    words = {"ended": "the show has ended", "cancelled": "the show was cancelled"}
    return words.get(each.row.release.show.status or "", "")


def _season_aloud(season: SeasonKey | None) -> str:
    if season is None:
        return ""
    return f", season {season}" if isinstance(season, int) else f", {season}"
