"""``import``: follow here what is followed elsewhere, from another tracker's files or any list."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Annotated, Final

import typer
from msgspec import Struct
from msgspec.structs import replace

from premierectl.cli.command import command, family
from premierectl.cli.import_answers import answered, searched
from premierectl.cli.saying import report, say
from premierectl.cli.session import Session, View
from premierectl.errors import (
    BadFileError,
    CannotCreateError,
    ExitCode,
    FileAccessError,
    PremierectlError,
    UsageError,
)
from premierectl.importers.reading import read_accounts
from premierectl.moving_in.account import Account, by_tracker
from premierectl.moving_in.match import Matcher, ShowMatch
from premierectl.moving_in.outcome import TAKEN, Imported, outcomes, with_lines
from premierectl.moving_in.row import LEFT_OUT, ImportedRow, Standing
from premierectl.moving_in.summary import last_lines, summary
from premierectl.render.imported import import_report
from premierectl.render.leftovers import leftovers_csv
from premierectl.storage import files
from premierectl.storage.output_file import write_output
from premierectl.watchlist import Watchlist

import_app = family("Follow what you follow elsewhere.")

_ALL: Final = "all"
_INCLUDED: Final[dict[str, Standing]] = {each.replace(" ", "-"): each for each in LEFT_OUT}


class ImportOptions(Struct, frozen=True, kw_only=True):
    """What is read of the files, and what becomes of the rest."""

    only: Annotated[
        str | None,
        typer.Option("--from", metavar="FORMAT", help="What the files are, where that is unclear."),
    ] = None
    include: Annotated[
        str | None,
        typer.Option(
            "--include",
            metavar="A,B",
            help="Follow these, too: on-hold, stopped, completed, ended, watched, or all.",
        ),
    ] = None
    online: Annotated[
        bool, typer.Option("--online", help="Search TVmaze for titles that are not known here.")
    ] = False
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be followed, and change nothing.")
    ] = False
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Pass over files that cannot be read.")
    ] = False
    leftovers: Annotated[
        Path | None,
        typer.Option(
            "--leftovers", metavar="FILE", help="Where to write what could not be followed."
        ),
    ] = None
    films: Annotated[
        bool, typer.Option("--leftovers-all", help="Write films and episodes there, too.")
    ] = False


Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="An export, a list, or a folder; - is standard input."),
]


@command(import_app, "import")
def import_files(paths: Files, how: ImportOptions, view: View) -> None:
    """Bring your list along from another tracker, or from any file of titles.

    The format is told by what is in the file. Nothing is guessed: what is not clear is listed, and
    kept in a file that you can mend and import again.
    """
    include = _included(how.include)
    session = view.open()
    accounts, failed = _accounts_in(paths, how)
    matcher = Matcher(session.catalogue())
    rows = [row for account in accounts for row in account.rows]
    plan = _Plan(rows, matcher, include, session.world.instant_told.replace(microsecond=0))
    seen = session.world.watchlist()
    imported = plan.of(seen)
    chosen = _answers(session, matcher, imported, how)
    if chosen:
        plan = plan.knowing(chosen)
        imported = plan.of(seen)
    left = _written_leftovers(session, how, imported)
    if not how.dry_run and any(each.line for each in imported):
        imported = _applied(session, plan)
    _tell(session, accounts, imported, left, is_dry=how.dry_run)
    if failed is not None:
        raise typer.Exit(failed.exit_code)
    if not any(each.outcome in TAKEN for each in imported):
        raise typer.Exit(ExitCode.NOTHING)


class _Plan(Struct, frozen=True):
    """What becomes of the rows, whatever the watchlist is by then."""

    rows: Sequence[ImportedRow]
    matcher: Matcher
    include: Sequence[Standing]
    added: datetime
    chosen: Mapping[int, ShowMatch] = {}

    def of(self, watchlist: Watchlist) -> list[Imported]:
        """What becomes of them beside what is followed already."""
        return outcomes(
            self.rows,
            self.matcher,
            watchlist,
            include=self.include,
            added=self.added,
            chosen=self.chosen,
        )

    def knowing(self, chosen: Mapping[int, ShowMatch]) -> "_Plan":
        """The same, with what somebody said of rows."""
        return replace(self, chosen=chosen)


def _included(words: str | None) -> tuple[Standing, ...]:
    """The states of ``--include``."""
    names = [name.strip().lower() for name in (words or "").split(",") if name.strip()]
    if _ALL in names:
        return LEFT_OUT
    for name in names:
        if name not in _INCLUDED:
            known = ", ".join(_INCLUDED)
            raise UsageError(f"--include knows no {name!r}; there are {known}, and {_ALL}")
    return tuple(_INCLUDED[name] for name in names)


def _accounts_in(
    paths: Sequence[str], how: ImportOptions
) -> tuple[list[Account], PremierectlError | None]:
    """What the files hold, each tracker once, and with ``--keep-going`` the first error."""
    found, failed = list[Account](), list[PremierectlError]()
    for path in paths:
        try:
            found += read_accounts(path, how.only)
        except (BadFileError, FileAccessError) as error:
            if not how.keep_going:
                raise
            say(f"{error.message}; passed over")
            failed.append(error)
    return by_tracker(found), next(iter(failed), None)


def _answers(
    session: Session, matcher: Matcher, imported: Sequence[Imported], how: ImportOptions
) -> dict[int, ShowMatch]:
    """What a search and the user say of the rows that are not clear."""
    chosen = dict(searched(session, imported)) if how.online else {}
    return chosen if how.dry_run else chosen | dict(answered(matcher.catalogue, imported))


def _applied(session: Session, plan: _Plan) -> list[Imported]:
    """Follow what is to be followed, in one change; return what became of all of it."""
    imported = list[Imported]()

    def decide(before: Watchlist) -> Watchlist:
        imported[:] = plan.of(before)
        return with_lines(before, imported, plan.matcher.catalogue)

    session.world.change_watchlist(decide)
    return imported


def _written_leftovers(
    session: Session, how: ImportOptions, imported: Sequence[Imported]
) -> str | None:
    """The file with what was left, written before anything is changed; null where nothing was."""
    data = leftovers_csv(imported, films=how.films).encode()
    if not data or how.dry_run:
        return None
    path = how.leftovers or _free_name(session, data)
    if how.leftovers and path.exists():
        raise CannotCreateError(f"{path} is there already; name another file with --leftovers")
    write_output(path, data)
    return str(path) if path.is_absolute() else f"./{path}"


def _free_name(session: Session, data: bytes) -> Path:
    """A name in this folder that no file has, or that of one which holds just that."""
    name = f"premierectl-leftovers-{session.moment.today.isoformat()}"
    names = (Path(f"{name}{'' if number == 1 else f'-{number}'}.csv") for number in count(1))
    return next(path for path in names if not path.exists() or files.read(path) == data)


def _tell(
    session: Session,
    accounts: Sequence[Account],
    imported: Sequence[Imported],
    left: str | None,
    *,
    is_dry: bool,
) -> None:
    said = import_report((each.tracker for each in accounts), imported, left, is_dry=is_dry)
    shown = list(filter(_needs_a_look, imported)) if session.out.is_for_people else imported
    session.show("import", None, shown, beside=said)
    report(_report_lines(accounts, imported, left, is_dry=is_dry))


def _needs_a_look(each: Imported) -> bool:
    return bool(each.reason) and each.outcome != "not a show"


def _report_lines(
    accounts: Sequence[Account], imported: Sequence[Imported], left: str | None, *, is_dry: bool
) -> Iterator[str]:
    """The lines of each account, where the leftovers are, and how to take all of it back."""
    rest = iter(imported)
    for account in accounts:
        yield from summary(account.words, [next(rest) for _ in account.rows], account.says)
    yield from last_lines(left, is_changed=any(each.line for each in imported), is_dry=is_dry)
