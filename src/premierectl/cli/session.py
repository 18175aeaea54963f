"""The options of every command, and how a command shows what it found."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import Struct

from premierectl.app import App
from premierectl.catalogue.catalogue import Catalogue
from premierectl.cli.output import Output, open_output
from premierectl.cli.saying import look_of_notices, notice, notice_skipped, say
from premierectl.cli.streams import ColorChoice
from premierectl.errors import PremierectlError, UsageError
from premierectl.moment import Moment
from premierectl.upcoming.outlook import Outlook
from premierectl.watchlist import Watchlist

if TYPE_CHECKING:
    from premierectl.render.template import Template
    from premierectl.storage.settings import Settings
    from premierectl.upcoming.at_rest import AtRest
    from premierectl.upcoming.calendar import InMonths
    from premierectl.upcoming.coming_page import ComingPage
    from premierectl.upcoming.followed_list import FollowedList
    from premierectl.upcoming.one_show import UpClose
    from premierectl.upcoming.recent import RecentPage


class Viewpoint(Struct, frozen=True, kw_only=True):
    """From which moment an answer is wanted, and in which zone; for commands that have one form."""

    now: Annotated[
        str | None,
        typer.Option(
            "--now",
            metavar="WHEN",
            help="A date or date-time to take for now.  [env: PREMIERECTL_NOW]",
        ),
    ] = None
    timezone: Annotated[
        str | None,
        typer.Option(
            "--timezone",
            metavar="ZONE",
            help="Your time zone, such as Europe/Berlin.  [env: PREMIERECTL_TIMEZONE]",
        ),
    ] = None
    color: Annotated[
        ColorChoice,
        typer.Option("--color", help="Colour; 'always' also draws tables into a pipe."),
    ] = "auto"

    def open(self) -> "Session":
        """The world and the output that these options ask for."""
        return self._opened()

    def _opened(
        self, *, as_json: bool = False, as_tsv: bool = False, as_plain: bool | None = None
    ) -> "Session":
        world = App.open(self.now, self.timezone)
        if self.now or self.timezone:
            world.moment  # noqa: B018 - what was named badly is said, whatever the command needs
        out = open_output(
            world.environment,
            as_json=as_json,
            as_tsv=as_tsv,
            as_plain=as_plain,
            usually_plain=lambda: world.wants_plain,
            color=self.color,
        )
        look_of_notices(self.color, as_sentences=out.form == "plain")
        return Session(world, out)


class View(Viewpoint, frozen=True, kw_only=True):
    """The options of most commands: from which moment, and in which form the answer is wanted."""

    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False
    as_tsv: Annotated[
        bool, typer.Option("--tsv", help="Print tab-separated lines, as into a pipe.")
    ] = False
    as_plain: Annotated[
        bool | None,
        typer.Option(
            "--plain/--no-plain",
            help="Print sentences, for a screen reader.  [env: PREMIERECTL_PLAIN]",
        ),
    ] = None

    def open(self) -> "Session":
        """The world and the output that these options ask for."""
        return self._opened(as_json=self.as_json, as_tsv=self.as_tsv, as_plain=self.as_plain)

    @property
    def has_form(self) -> bool:
        """Whether an option says in which form the answer is wanted."""
        return self.as_json or self.as_tsv or bool(self.as_plain)

    def template(self, words: str | None) -> "Template | None":
        """What ``--format`` asks for, if it is given; it is a form of its own."""
        if words is None:
            return None
        if self.has_form:
            raise UsageError("--format cannot be used with --json, --tsv or --plain; choose one")
        from premierectl.render.template import Template  # noqa: PLC0415 - only with --format

        return Template.read(words)


class Session(Struct, frozen=True, dict=True):
    """What a command works with; what there is to say of it is said once, on stderr."""

    world: App
    out: Output

    @cached_property
    def moment(self) -> Moment:
        """Now, in the viewer's zone."""
        if self.world.told[1] is None and self.world.stated:
            self.settings  # noqa: B018 - they may name the zone
        moment, viewer = self.world.moment, self.world.viewer_zone
        if viewer.complaint:
            notice(viewer.complaint)
        return moment

    @cached_property
    def settings(self) -> "Settings":
        """What the user wants always."""
        stated = self.world.stated
        for complaint in stated.complaints if stated else ():
            notice(complaint)
        return self.world.settings

    @property
    def stale_days(self) -> int:
        """After so many days dates are old; without a settings file nothing of it is loaded."""
        from premierectl.upcoming.age import USUAL_STALE_DAYS  # noqa: PLC0415 - for people and bars

        return self.settings.stale_days if self.world.stated else USUAL_STALE_DAYS

    def catalogue(self) -> Catalogue:
        """All layers as one; entries that could not even be named are said on stderr."""
        catalogue = self.world.catalogue(lambda why: notice(f"{why}; going on without it"))
        notice_skipped(catalogue.skipped())
        return catalogue

    def outlook(
        self, catalogue: Catalogue | None = None, *, named: bool = False, tag: str | None = None
    ) -> Outlook:
        """What can be asked at this moment of the catalogue and the watchlist.

        Where shows are ``named`` or all are asked for, a watchlist that cannot be read is said
        and done without, unless a ``tag`` is asked for. Raises :class:`NothingError` for one that
        nothing has.
        """
        known = catalogue or self.catalogue()
        watchlist = self.watchlist(named=named and tag is None)
        if tag is not None:
            from premierectl.tags import refuse_unknown_tag  # noqa: PLC0415 - only with --tag

            refuse_unknown_tag(tag, watchlist)
        return Outlook.of(self.moment, known, watchlist)

    def watchlist(self, *, named: bool = False) -> Watchlist:
        """What is followed; with ``named`` shows it is only a mark beside them."""
        try:
            return self.world.watchlist()
        except PremierectlError as error:
            if not named:
                raise
            notice(error.message)
            return Watchlist()

    def show(
        self,
        command: str,
        as_of: date | None,
        found: Sequence[Any],
        *,
        page: "UpClose | AtRest | RecentPage | InMonths | ComingPage | FollowedList | None" = None,
        template: "Template | None" = None,
        save: Path | None = None,
        title: str = "",
        beside: Struct | None = None,
    ) -> None:
        """Print what was found, in the form that is wanted; its type says how it looks there.

        ``page`` is what a person sees instead of the plain list, a ``template`` what is printed
        of each row instead; ``beside`` is what else a script reads. With ``save``, what a person sees goes into that file, under a title.
        People are told with the countdown when what they see of a catalogue known ``as_of`` a day
        is old; scripts read the day.
        """
        if template is not None:
            self.out.write(template.lines(row for each in found for row in each.rows))
            return
        if save is not None and found:
            self._save(save, page or found, title or command)
        elif self.out.form == "json":
            from premierectl.render.documents import document  # noqa: PLC0415 - only with --json

            self.out.write(document(command, self.moment, as_of, found, beside))
        elif self.out.form == "tsv":
            from premierectl.render.delimited import tsv  # noqa: PLC0415 - not for a script's line

            self.out.write(tsv(found))
        elif page or found:
            self.out.draw(page or found, self.moment)
        if command == "countdown" and self.out.is_for_people and as_of is not None:
            self._notice_age(found, as_of)

    def _notice_age(self, found: Sequence[Any], as_of: date) -> None:
        from premierectl.cli.age_notice import notice_age  # noqa: PLC0415 - only for people
        from premierectl.upcoming.age import as_of_shown  # noqa: PLC0415 - as above

        shown, today = as_of_shown(found, as_of), self.moment.today
        if (today - shown).days > self.stale_days:
            notice_age(self.world, shown, today)

    def _save(self, path: Path, found: object, title: str) -> None:
        from premierectl.storage.output_file import write_output  # noqa: PLC0415 - only here

        if self.out.form == "json":
            raise UsageError("--save and --json cannot be used together; choose one")
        data = self.out.saved(path.name, found, self.moment, f"premierectl {title}")
        write_output(path, data)
        say(f"saved in {path}")
