"""A first word that is no command: a slip, or a show."""

from collections.abc import Collection, Sequence

from premierectl.catalogue.suggest import nearest
from premierectl.cli.streams import agrees, can_ask, is_watched
from premierectl.errors import UsageError


def meant_by(words: Sequence[str], commands: Collection[str]) -> list[str]:
    """The words with the command that they mean, on a terminal; one that is like a command wins.

    Into a pipe nothing is taken for anything: a script that mistypes a command gets an error, not the
    countdown of some show. Raises :class:`UsageError`.
    """
    name, *others = words
    near = nearest(name, commands, limit=1)
    if near and can_ask() and agrees(f"There is no command {name!r}. Did you mean {near[0]}?"):
        return [near[0], *others]
    if not near and is_watched():
        return ["countdown", *words]
    hint = f"; did you mean {near[0]}?" if near else f"; for a show: premierectl countdown {name}"
    raise UsageError(f"there is no command {name!r}{hint}")
