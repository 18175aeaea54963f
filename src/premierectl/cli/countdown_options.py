"""What a countdown can be asked: of which shows, which releases, how much, and where it goes."""

from typing import Annotated

import typer

from premierectl.agenda import Agenda, next_releases, the_finale
from premierectl.cli import options
from premierectl.upcoming.with_reminders import RowOrder


class CountdownOptions(options.FilterOptions, frozen=True):
    """The words and options of ``countdown`` besides those of every command."""

    sort: Annotated[
        RowOrder,
        typer.Option("--sort", help="Sort by date, title or network, or the last followed first."),
    ] = "date"
    undated: Annotated[
        bool, typer.Option("--undated", help="List shows without a date, too, one a line.")
    ] = False
    full: Annotated[
        bool, typer.Option("--full", help="Show the whole list, however long it is.")
    ] = False
    shows: options.Shows = None
    everything: options.All = False
    limit: options.Limit = None
    until: options.UntilWhen = None
    live: Annotated[
        bool, typer.Option("--live", help="Keep it ticking on this terminal; q ends.")
    ] = False
    save: options.Save = None
    template: options.Format = None

    @property
    def of_watchlist(self) -> bool:
        """Whether it is about what is followed: no show is named, and not everything is meant."""
        return not (self.shows or (self.everything and self.tag is None))

    @property
    def of_catalogue(self) -> bool:
        """Whether it is about everything there is."""
        return not (self.shows or self.of_watchlist)

    @property
    def title(self) -> str:
        """What a saved picture is called."""
        return " ".join(["countdown", *(self.shows or ())])

    @property
    def agenda(self) -> Agenda:
        """Which of the releases of a season are meant."""
        return the_finale if self.until else next_releases(premieres=self.premieres)

    def screenful(self, height: int | None) -> int | None:
        """The most rows that could be seen on a terminal of this height; null where all are wanted."""
        return None if self.full or self.undated or self.save or self.sort != "date" else height
