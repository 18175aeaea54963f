"""One's own catalogue: a season stated with options, or the file in an editor."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import Struct

from premierectl.app import App
from premierectl.catalogue.edit import with_history
from premierectl.catalogue.subject import Hints, Subject, subject
from premierectl.catalogue.validation.document import problems_of
from premierectl.cli.editor import run_editor
from premierectl.cli.output import ask, can_ask, say
from premierectl.cli.session import Session, View
from premierectl.errors import BadDateError, BadFileError, UsageError
from premierectl.model import FORMAT, ReleasePlan, SeasonStatus, Show
from premierectl.render.found import StatedItem
from premierectl.render.safe_text import safe
from premierectl.season_key import key_of
from premierectl.typed_dates import typed_date

Title = Annotated[list[str], typer.Argument(metavar="TITLE", help="The title, or a show's id.")]


class SeasonOptions(Struct, frozen=True, kw_only=True):
    """What a user can say of a season without an editor."""

    season: Annotated[
        int | None, typer.Option("--season", metavar="N", min=0, help="The season's number.")
    ] = None
    special: Annotated[
        str | None, typer.Option("--special", metavar="NAME", help="The name of a special instead.")
    ] = None
    premiere: Annotated[
        str | None,
        typer.Option(
            "--premiere",
            metavar="DATE",
            help="A date as far as it is known: 12 March 2027, 2027-03, early 2027; none for no date.",
        ),
    ] = None
    announced: Annotated[
        str | None,
        typer.Option("--announced", metavar="DATE", help="When it was announced, or none."),
    ] = None
    time: Annotated[
        str | None,
        typer.Option("--time", metavar="'HH:MM ZONE'", help="Such as '21:00 America/New_York'."),
    ] = None
    release: Annotated[
        ReleasePlan | None, typer.Option("--release", help="How the episodes come out.")
    ] = None
    episodes: Annotated[
        int | None, typer.Option("--episodes", metavar="N", min=1, help="How many episodes.")
    ] = None
    runtime: Annotated[
        int | None,
        typer.Option(
            "--runtime", metavar="MINUTES", min=1, max=1440, help="How long an episode is."
        ),
    ] = None
    first_day: Annotated[
        int | None,
        typer.Option("--first-day", metavar="N", min=1, help="How many come on the first day."),
    ] = None
    finale: Annotated[
        str | None,
        typer.Option("--finale", metavar="DATE", help="When the last episode comes, or none."),
    ] = None
    status: Annotated[SeasonStatus | None, typer.Option("--status", help="Where it stands.")] = None
    synopsis: Annotated[
        str | None, typer.Option("--synopsis", metavar="TEXT", help="What it is about.")
    ] = None
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="URL", help="Where you have it from; may be repeated."),
    ] = None
    id: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="The show's id, where titles are alike."),
    ] = None
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="YEAR", min=1900, max=9999, help="The year it began."),
    ] = None
    new: Annotated[
        bool, typer.Option("--new", help="A show of its own, whatever others are called.")
    ] = False
    network: Annotated[
        str | None, typer.Option("--network", metavar="NAME", help="Who releases the show.")
    ] = None
    genre: Annotated[
        list[str] | None, typer.Option("--genre", metavar="NAME", help="A genre; may be repeated.")
    ] = None
    alias: Annotated[
        list[str] | None,
        typer.Option("--alias", metavar="NAME", help="Another name; may be repeated."),
    ] = None


def state_season(title: Title, stated: SeasonOptions, view: View) -> None:
    """State one season in your own catalogue, of a show that is known or of a new one."""
    session = view.open()
    catalogue = session.catalogue()
    said = Hints(id=stated.id, year=stated.year, network=stated.network, new=stated.new)
    show = subject(" ".join(title), said, catalogue)
    entry = _stated_entry(show, stated, session)
    _refuse(entry)
    if not show.is_new:
        _remember_move(entry, catalogue.get(show.id).show, session.world.instant_told.date())
    own = session.world.own_catalogue()
    own.state(entry)
    label = f"season {stated.season}" if stated.season is not None else stated.special or ""
    file = str(own.path)
    message = f"{show.title} {label} is in your catalogue; its id is {show.id}"
    item = StatedItem(file=file, show_id=show.id, label=label, message=message)

    session.show("catalogue add", None, [item])


def edit(view: View) -> None:
    """Open your own catalogue in $VISUAL or $EDITOR; what is broken is never put in place."""
    session = view.open()
    world = session.world
    own = world.own_catalogue()
    draft = own.open_draft()
    if draft.resumed:
        say(f"going on with the draft in {draft.path}; delete it to start over")
    if draft.older:
        say(
            "your catalogue was changed since an earlier draft was begun; "
            f"this is your catalogue, and that draft is kept in {draft.older}"
        )
    while True:
        run_editor([draft.path, *([draft.older] if draft.older else [])], world.environment)
        problems = _draft_problems(world, draft.path)
        if not problems:
            break
        for problem in problems:
            say(problem)
        if not (can_ask() and ask("edit again? [Y/n] ").lower() in ("", "y", "yes")):
            raise BadFileError(
                str(draft.path), "is kept as a draft; your catalogue stands as it was"
            )
    changed = own.install(draft)
    words = "your catalogue is changed" if changed else "nothing was changed"
    session.out.write(f"{words}: {safe(str(own.path))}\n")


def _draft_problems(world: App, path: Path) -> list[str]:
    try:
        listed = world.problems(path)
    except BadFileError as error:
        return [error.message]
    return [f"{path}:{item.line}: {item.path}: {item.message}" for item in listed]


def _stated_entry(show: Subject, stated: SeasonOptions, session: Session) -> dict[str, Any]:
    if (stated.season is None) == (stated.special is None):
        raise UsageError("say which season with --season N, or a special with --special NAME")
    sources = [{"url": url} for url in stated.source or ()]
    season = _given(
        number=stated.season,
        name=stated.special,
        **_clock_fields(stated.time),
        release=stated.release,
        episodes=stated.episodes,
        runtime=stated.runtime,
        first_day=stated.first_day,
        status=stated.status,
        synopsis=stated.synopsis,
        sources=sources,
    )
    for name in ("premiere", "finale", "announced"):
        words = getattr(stated, name)
        if words is not None:
            season[name] = _typed(name, words, session)
    fields = _given(
        id=show.id,
        title=show.title if show.is_new else None,
        aliases=stated.alias,
        year=stated.year,
        genres=stated.genre,
        network=stated.network,
    )
    return {**fields, "seasons": [season]}


def _remember_move(entry: dict[str, Any], show: Show | None, today: date) -> None:
    """Keep in the stated season that its premiere moves, if it does."""
    (stated,) = entry["seasons"]
    for season in show.seasons if show else ():
        if season.key == key_of(stated):
            entry["seasons"] = [with_history(stated, season, today)]


def _typed(name: str, words: str, session: Session) -> str | None:
    """The date that was typed, in its canonical form; null for ``none``, which takes one away."""
    if words.strip().lower() == "none":
        return None
    try:
        return typed_date(words, lambda: session.moment.today).text
    except BadDateError as error:
        raise UsageError(f"{name}: {error.message}; nothing was changed") from None


def _clock_fields(words: str | None) -> dict[str, str]:
    if words is None:
        return {}
    time, _, zone = words.strip().partition(" ")
    if not zone:
        raise UsageError("--time needs a clock time and its zone, such as '21:00 America/New_York'")
    return {"time": time, "timezone": zone.strip()}


def _given(**fields: object) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, [])}


def _refuse(entry: Mapping[str, Any]) -> None:
    problem = next(problems_of({"format": FORMAT, "shows": [entry]}, lambda _: {}), None)
    if problem is not None:
        field = problem.path.rpartition(".")[2]
        raise UsageError(f"{field}: {problem.message}; nothing was changed")
