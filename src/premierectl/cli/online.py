"""Asking TVmaze: what every command that may do so has in common."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any, Final
from urllib.parse import urlsplit

import msgspec
import typer
from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.service_numbers import external_number
from premierectl.cli.saying import say
from premierectl.cli.session import Session
from premierectl.cli.streams import is_heard
from premierectl.errors import CannotCreateError
from premierectl.followed_line import FollowedLine
from premierectl.model import Show
from premierectl.refresh.identity import KnownShow
from premierectl.storage.settings import Settings
from premierectl.waiting import could_be, name_of_line

if TYPE_CHECKING:
    from premierectl.refresh.gather import AskedShow
    from premierectl.refresh.run import Refreshed, RunLimits
    from premierectl.sources.source import Choice, Read, ShowSource

_MINUTES: Final = 10.0
# So many shows are named that could not be had.
_MOST_FAILURES: Final = 10


def _list_option(name: str) -> Any:
    words = f"Only these {name}, with commas between them.  [setting: {name}]"
    return typer.Option(f"--{name}", metavar="A,B", help=words)


class RefreshOptions(Struct, frozen=True, kw_only=True):
    """Which of the listed shows are kept; where nothing is said, the settings say it."""

    languages: Annotated[str | None, _list_option("languages")] = None
    countries: Annotated[str | None, _list_option("countries")] = None
    networks: Annotated[str | None, _list_option("networks")] = None
    types: Annotated[str | None, _list_option("types")] = None
    least_popularity: Annotated[
        int | None,
        typer.Option(
            "--least-popularity",
            metavar="N",
            min=0,
            max=100,
            help="Only from this popularity on, 0 to 100.  [setting: least_popularity]",
        ),
    ] = None

    def over(self, settings: Settings) -> Settings:
        """The settings with what was said on the command line."""
        said = {name: getattr(self, name) for name in self.__struct_fields__}
        told = {
            name: _names_in(value) if isinstance(value, str) else value
            for name, value in said.items()
            if value is not None
        }
        return msgspec.structs.replace(settings, **told)


_BY_DEFAULT: Final = msgspec.structs.asdict(Settings())
_CHOSEN: Final = ("languages", "countries", "networks", "types")
_AS_SET: Final = RefreshOptions()


def ask_tvmaze(
    session: Session,
    catalogue: Catalogue,
    subjects: "Sequence[AskedShow]",
    *,
    kept: RefreshOptions = _AS_SET,
    everything: bool = False,
    dry_run: bool = False,
    force: bool = False,
    minutes: float = _MINUTES,
) -> "Refreshed":
    """Bring the live store up to date, in everything that is coming or in these shows alone.

    What could not be had is said. Raises :class:`CannotCreateError` where there is no SQLite to keep it with.
    """
    try:
        import sqlite3  # noqa: F401, PLC0415 - whether it is there, before anything is asked
    except ImportError:
        raise CannotCreateError(
            "this Python has no SQLite (the module sqlite3) to keep live data with; nothing was asked"
        ) from None
    from premierectl.refresh.gather import Request  # noqa: PLC0415 - loads urllib3
    from premierectl.refresh.run import bring_up_to_date  # noqa: PLC0415 - loads urllib3
    from premierectl.sources.http.addresses import checked  # noqa: PLC0415 - loads urllib3

    world, source = session.world, _source()
    checked(source.address(world.environment))
    settings = kept.over(session.settings)
    request = Request(
        source=source,
        base=source.address(world.environment),
        choice=_choice_of(settings, subjects),
        today=world.instant_told.date(),
        subjects=subjects,
        promised=_promised(session, catalogue),
        everything=everything,
        force=force,
        stated=frozenset(name for name in _CHOSEN if getattr(settings, name) != _BY_DEFAULT[name]),
    )
    with _watched(session, minutes) as limits:
        refreshed = bring_up_to_date(world, catalogue, request, limits, dry_run=dry_run)
    _say_what_failed(refreshed)
    return refreshed


def _say_what_failed(refreshed: "Refreshed") -> None:
    for failure in refreshed.failures[:_MOST_FAILURES]:
        why = f"{failure.error.host} {failure.error.reason}"
        say(f"could not fetch {failure.words}: {why}; what was known stays")
    more = len(refreshed.failures) - _MOST_FAILURES
    if more > 0:
        say(f"{more:,} more could not be fetched")
    for words in refreshed.unresolvable:
        say(
            f"TVmaze cannot look up {words}; follow the show by its title, or by its number at "
            "TVmaze, IMDb or TheTVDB: premierectl search TITLE --online"
        )


def _promised(session: Session, catalogue: Catalogue) -> "list[KnownShow]":
    """The followed shows that the catalogue has not: their ids are kept for them.

    A title that several shows here could mean is nobody's, whatever else comes.
    """
    lines = session.watchlist(named=True).entries
    unknown = [
        line for line in lines if line.show_in(catalogue) is None and not external_number(line.id)
    ]
    undecided = {line.id for line in unknown if could_be(line, catalogue)}
    return [
        KnownShow(line.id, "", promised=True) if line.id in undecided else KnownShow.followed(line)
        for line in {line.id: line for line in unknown}.values()
    ]


def search_tvmaze(session: Session, texts: Sequence[str]) -> "Iterator[Read]":
    """The shows that TVmaze finds for each of these words, best first, asked one by one."""
    from premierectl.refresh.run import search_online  # noqa: PLC0415 - loads urllib3

    return search_online(session.world, _source(), texts)


def search_titles(session: Session, titles: Sequence[str]) -> "Iterator[Read]":
    """The same for many titles; how far it is stands in a bar where somebody looks on."""
    answers = search_tvmaze(session, titles)
    if not is_heard():
        return answers
    from rich.console import Console  # noqa: PLC0415 - only for people
    from rich.progress import track  # noqa: PLC0415 - as above

    console = Console(stderr=True, no_color=not session.out.color, highlight=False)
    words = "searching TVmaze"
    return iter(track(answers, words, total=len(titles), console=console, transient=True))


def followed_subject(line: FollowedLine, catalogue: Catalogue) -> "AskedShow":
    """What to ask for where a line of the watchlist follows something."""
    show_id = line.show_in(catalogue)
    known = None if show_id is None else catalogue.get(show_id).show
    if known is not None or external_number(line.id):
        return subject_of(line.id, known)
    from premierectl.refresh.gather import AskedShow  # noqa: PLC0415 - loads urllib3

    told = KnownShow.followed(line)
    words = name_of_line(line) if line.by_title else line.address
    return AskedShow(words, told.ids, told if told.title else None)


def subject_of(words: str, show: Show | None) -> "AskedShow":
    """What to ask for: a show that is known, or one by its number alone (``tvmaze:1``)."""
    from premierectl.refresh.gather import AskedShow  # noqa: PLC0415 - loads urllib3

    if show is None:
        number = external_number(words)
        return AskedShow(words, dict([number]) if number else {})
    return AskedShow(words, show.sure_ids, KnownShow.of(show))


def _choice_of(settings: Settings, subjects: "Sequence[AskedShow]") -> "Choice":
    from premierectl.sources.source import Choice  # noqa: PLC0415 - for fetching alone

    numbers = (subject.numbers.get("tvmaze") for subject in subjects)
    unknown = (subject for subject in subjects if "tvmaze" not in subject.numbers)
    return Choice(
        languages=settings.languages,
        countries=settings.countries,
        networks=settings.networks,
        types=settings.types,
        least_popularity=settings.least_popularity,
        followed=frozenset(number for number in numbers if isinstance(number, int)),
        wanted=frozenset(pair for subject in unknown for pair in subject.numbers.items()),
    )


def _source() -> "ShowSource":
    """The service that is asked."""
    from premierectl.sources.tvmaze.service import TVmaze  # noqa: PLC0415 - for fetching alone

    return TVmaze()


@contextmanager
def _watched(session: Session, minutes: float) -> "Iterator[RunLimits]":
    """How far it is, in a bar, where somebody looks on; else one line that it begins."""
    from premierectl.refresh.run import RunLimits  # noqa: PLC0415 - loads urllib3

    host = urlsplit(_source().address(session.world.environment)).hostname
    if not (session.out.form == "screen" and is_heard()):
        say(f"asking {host} what is coming")
        yield RunLimits(minutes)
        return
    from rich.console import Console  # noqa: PLC0415 - only for people
    from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415

    console = Console(stderr=True, no_color=not session.out.color, highlight=False)
    columns = (
        TextColumn("asking {task.description}"),
        BarColumn(),
        TextColumn("{task.fields[far]}"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        coming = bar.add_task(str(host), total=None, far="")
        shows = bar.add_task("for shows", total=None, far="", visible=False)

        def bytes_came(done: int, total: int | None) -> None:
            bar.update(coming, completed=done, total=total, far=f"{done / 1_000_000:.1f} MB")

        def shows_came(done: int, total: int) -> None:
            bar.update(coming, visible=False)
            far = f"{done:,} of {total:,}"
            bar.update(shows, completed=done, total=total, far=far, visible=True)

        yield RunLimits(minutes, progress=bytes_came, shows=shows_came)


def _names_in(words: str) -> tuple[str, ...]:
    return tuple(filter(None, (word.strip() for word in words.split(","))))
