"""``notify``: what is due of followed shows, told once."""

import contextlib
from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer
from msgspec import Struct

from premierectl.cli import options
from premierectl.cli.command import family
from premierectl.cli.notice_ways import WayOptions, ways_wanted
from premierectl.cli.saying import notice_skipped, say_error
from premierectl.cli.scope import with_names
from premierectl.cli.session import Session, View
from premierectl.cli.streams import is_heard
from premierectl.errors import NotDeliveredError, NothingError, UsageError
from premierectl.notices.due import NoticesWanted, all_due
from premierectl.notices.event import Notice, Telling, told_lines
from premierectl.notifying import Round, Way, tell, would_tell
from premierectl.storage.layer_files import refreshes as load_refreshes
from premierectl.storage.settings import NotifySettings
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.outlook import Chosen, Outlook

notify_app = family("Be told when a date comes near or moves, once each.", usual="now")


class NoticeOptions(Struct, frozen=True, kw_only=True):
    """What somebody wants to be told; null is as in the settings."""

    days: Annotated[
        str | None,
        typer.Option(
            "--days",
            metavar="DAYS",
            help="Remind so many days before, 7,1,0 unless told; 0 is the day itself.",
        ),
    ] = None
    premieres: Annotated[
        bool | None,
        typer.Option(
            "--premieres/--no-premieres",
            help="Only premieres, returns and parts, not every episode.",
        ),
    ] = None
    network: options.OfNetwork = None
    genre: options.Genre = None
    tag: options.OfTag = None
    changes: Annotated[
        bool | None,
        typer.Option("--changes/--no-changes", help="Tell of dates that came, moved or went."),
    ] = None
    digest: Annotated[
        bool | None,
        typer.Option("--digest/--no-digest", help="One notice for all, as for four and more."),
    ] = None

    def filters(self, stated: NotifySettings) -> Filters:
        """Of which releases and shows somebody wants to be told."""
        return Filters(
            premieres=stated.premieres if self.premieres is None else self.premieres,
            networks=tuple(self.network or ()),
            genres=tuple(self.genre or ()),
            tag=self.tag,
        )


OnlySay = Annotated[
    bool, typer.Option("--dry-run", help="Only print what would be told, and remember nothing.")
]


def notify_now(what: NoticeOptions, ways: WayOptions, view: View, dry_run: OnlySay = False) -> None:
    """Tell what is due of the shows you follow, once each.

    A timer calls it: see premierectl notify timer. Without a way to tell, it prints what is due. What could not be delivered is tried again next time.
    """
    session = view.open()
    chosen = ways_wanted(session, ways)
    outlook = session.outlook(tag=what.tag)
    followed = outlook.followed_shows()
    notice_skipped(followed.skipped)
    planned = _round_of(session, outlook, what, followed.chosen)
    shown = partial(_show_told, session, view, outlook)
    by = chosen or [Way("print", "print", partial(_print, shown), all_at_once=True)]
    if dry_run:
        told = would_tell(by, planned)
    else:
        with session.world.locked(planned.path):
            told = tell(by, planned)
    if dry_run or not told or (chosen and (session.out.is_for_people or view.has_form)):
        shown(told)
    _end_as(told)


def _round_of(
    session: Session, outlook: Outlook, what: NoticeOptions, followed: Sequence[Chosen]
) -> Round:
    """What is to be told, by the options and the settings."""
    stated, paths = session.settings.notify, session.world.paths
    marks = stated.days if what.days is None else _days_listed(what.days)
    changes = stated.changes if what.changes is None else what.changes
    filters = with_names(what.filters(stated), outlook, followed)
    wanted = NoticesWanted(marks, changes, filters)
    seen = load_refreshes(paths.live_store, paths.first_changes)
    return Round(
        paths.notified,
        outlook.moment,
        lambda told: all_due(outlook, seen, told, wanted),
        reminds=bool(marks),
        digest=stated.digest if what.digest is None else what.digest,
        selection=wanted.selection,
    )


def _days_listed(words: str) -> tuple[int, ...]:
    """The days of ``7,1,0``. Raises :class:`UsageError` for anything else."""
    from premierectl.storage.settings import MOST_DAYS  # noqa: PLC0415 - only with --days

    listed = [word.strip() for word in words.split(",") if word.strip()]
    with contextlib.suppress(ValueError):
        marks = tuple(int(word) for word in listed if word.isascii())
        if len(marks) == len(listed) and all(0 <= mark <= MOST_DAYS for mark in marks):
            return marks
    raise UsageError(f"--days {words!r} is not a list of days up to {MOST_DAYS}; write 7,1,0")


def _print(shown: "partial[None]", notice: Notice) -> None:
    shown([Telling(event, "print", "told") for event in notice.events])


def _show_told(session: Session, view: View, outlook: Outlook, told: Sequence[Telling]) -> None:
    """Print it: into a pipe in lines, too, unless another form is asked for."""
    if session.out.form == "tsv" and not view.as_tsv:
        from premierectl.render.safe_text import safe  # noqa: PLC0415 - only here

        session.out.write("".join(f"{safe(line)}\n" for line in told_lines(told)))
        return
    session.show("notify", outlook.catalogue.as_of, told)


def _end_as(told: Sequence[Telling]) -> None:
    """Raise what the exit code is to say: that nobody was told, or that nothing was due."""
    reasons = list(dict.fromkeys(each.reason for each in told if each.reason))
    for reason in reasons[:-1]:
        say_error(NotDeliveredError(reason).message)
    if reasons:
        raise NotDeliveredError(reasons[-1])
    if not told:
        # A timer calls this day by day: what it prints would be mailed.
        raise NothingError("nothing is due" if is_heard() else "")
