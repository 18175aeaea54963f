"""``show``: all that is known of a show."""

from typing import Annotated

import typer

from premierectl.cli import options
from premierectl.cli.choose import choose
from premierectl.cli.command import command, family
from premierectl.cli.session import View
from premierectl.cli.show_layers import show_layers
from premierectl.errors import UsageError
from premierectl.upcoming.one_show import show_now

show_app = family("All that is known of a show.")


Episodes = Annotated[
    bool, typer.Option("--episodes", help="List its releases, those that are out too.")
]


Layers = Annotated[
    bool, typer.Option("--layers", help="Tell, field by field, which catalogue said what.")
]


@command(show_app, "show")
def show(
    show: options.OneShow,
    view: View,
    episodes: Episodes = False,
    layers: Layers = False,
    save: options.Save = None,
    template: options.Format = None,
) -> None:
    """Show all that is known of a show or a season: what is next, then the newest season."""
    if episodes and layers:
        raise UsageError("--episodes and --layers cannot be used together; choose one")
    words = view.template(template)
    session = view.open()
    outlook = session.outlook(named=True)
    chosen = choose(outlook.catalogue, " ".join(show))
    if layers:
        show_layers(session, outlook.catalogue, chosen, save)
        return
    found = show_now(outlook, chosen, every=episodes)
    title = " ".join(["show", *show])
    as_of = outlook.catalogue.as_of
    session.show("show", as_of, [found], template=words, save=save, title=title)
