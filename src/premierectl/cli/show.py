"""``show``: all that is known of a show."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from premierectl.agenda import every_release, premiere_and_next
from premierectl.catalogue.model import Show
from premierectl.cli import options
from premierectl.cli.command import View, command, family
from premierectl.cli.layers import show_layers
from premierectl.cli.selection import Row, choose, rows
from premierectl.errors import UsageError
from premierectl.render.facts import (
    SeasonNow,
    network_facts,
    season_facts,
    show_facts,
    source_words,
)
from premierectl.render.items import ShowItem
from premierectl.render.tsv import countdown_fields

if TYPE_CHECKING:
    from rich.console import RenderableType

app = family("All that is known of a show.")


Episodes = Annotated[
    bool, typer.Option("--episodes", help="List its releases, those that are out too.")
]


Layers = Annotated[
    bool, typer.Option("--layers", help="Tell, field by field, which catalogue layer said what.")
]


@command(app, "show")
def show(
    show: options.OneShow,
    view: View,
    episodes: Episodes = False,
    layers: Layers = False,
    save: options.Save = None,
) -> None:
    """All that is known of a show, or of one season of it, with links and sources."""
    if episodes and layers:
        raise UsageError("--episodes and --layers exclude each other; choose one")
    session = view.open()
    catalogue, watchlist = session.catalogue(), session.world.watchlist()
    chosen = choose(catalogue, " ".join(show))
    if layers:
        show_layers(session, catalogue, chosen, save)
        return
    agenda = every_release if episodes else premiere_and_next
    listed = rows(session.world.moment, catalogue, watchlist, [chosen], agenda)
    if chosen.piece.unit and not episodes:
        whole = [chosen.whole_season()]
        begun = rows(session.world.moment, catalogue, watchlist, whole, premiere_and_next)
        listed += [
            row for row in begun if row.item.release.kind == "premiere" and row not in listed
        ]
    listed.sort(key=_season_order)
    seasons = _seasons(listed)
    watched = chosen.show.id in map(catalogue.canonical, watchlist.ids)

    facts = [
        *show_facts(chosen.show, chosen.layers, watched=watched),
        *network_facts(catalogue.networks.get(chosen.show.network or "")),
    ]

    def drawn() -> "RenderableType":
        from premierectl.render.pages import episodes_page, show_page  # noqa: PLC0415 - imports Rich

        if episodes:
            return episodes_page(
                chosen.show, [(row.item, row.usually) for row in listed], session.out.width
            )
        return show_page(chosen.show, facts, seasons)

    item = ShowItem(
        show=chosen.show,
        layers=chosen.layers,
        watched=watched,
        countdowns=tuple(row.for_scripts() for row in listed),
    )
    session.show(
        "show",
        catalogue.as_of,
        [item],
        fields=lambda: _lines(listed) if episodes else _fields(chosen.show, facts, seasons),
        drawn=drawn,
        save=save,
        title=" ".join(["show", *show]),
    )


def _lines(listed: Sequence[Row]) -> Iterator[tuple[object, ...]]:
    return (countdown_fields(row.item, watched=row.watched) for row in listed)


def _fields(
    show: Show, facts: Sequence[tuple[str, str]], seasons: Sequence[SeasonNow]
) -> Iterator[tuple[object, ...]]:
    """Names and values; what belongs to a season has the season's label between the two."""
    yield "title", None, show.title
    for name, value in facts:
        yield name, None, value
    yield from _texts(None, show.synopsis, show.note)
    for words in filter(None, map(source_words, show.sources)):
        yield "source", None, words.removeprefix("source: ")
    for now in seasons:
        yield from _season_fields(now)


def _season_fields(now: SeasonNow) -> Iterator[tuple[object, ...]]:
    season = now.premiere.release.season
    yield "date", season.label, now.premiere.date
    yield "countdown", season.label, now.premiere.phrase
    if now.coming:
        yield "next date", season.label, now.coming.date
    for name, value in season_facts(now):
        yield name, season.label, value
    yield from _texts(season.label, season.synopsis, season.note)
    for words in filter(None, map(source_words, season.sources)):
        yield "source", season.label, words.removeprefix("source: ")


def _texts(
    label: str | None, synopsis: str | None, note: str | None
) -> Iterator[tuple[object, ...]]:
    if synopsis:
        yield "synopsis", label, synopsis
    if note:
        yield "note", label, note


def _season_order(row: Row) -> tuple[bool, int, str, bool]:
    release = row.item.release
    number = release.season.number
    return number is None, number or 0, release.season.label, release.kind != "premiere"


def _seasons(listed: Sequence[Row]) -> list[SeasonNow]:
    """Each season of these rows, which stand by season, the premiere before what comes next."""
    seasons = []
    for _, grouped in groupby(listed, key=lambda row: row.item.release.season.key):
        first, *later = grouped
        show, season = first.item.release.show, first.item.release.season
        every = tuple(every_release(show, season, first.moment))
        shown = later[0] if later else first
        coming = shown.item if later else None
        seasons.append(SeasonNow(first.item, coming, shown.usually, every))
    return seasons
