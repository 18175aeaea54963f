"""Earlier versions of one's own catalogue: brought back, and taken back again."""

from typing import Final

from premierectl.cli.saying import say
from premierectl.cli.session import Session, View
from premierectl.render.found import ChangeItem, Outcome
from premierectl.storage.own_catalogue import Restored

_REDO: Final = "premierectl catalogue redo"


def undo_own_catalogue(view: View) -> None:
    """Bring your own shows back as they were before the last change.

    It does so over a file that cannot be read any more, too.
    """
    session = view.open()
    restored = session.world.own_catalogue().undo()
    _say_restored(session, "catalogue undo", "undone", "the previous catalogue is back", restored)


def redo_own_catalogue(view: View) -> None:
    """Take the last undo back, unless your own shows have changed since."""
    session = view.open()
    restored = session.world.own_catalogue().redo()
    _say_restored(
        session, "catalogue redo", "redone", "the catalogue from before the undo is back", restored
    )


def _say_restored(
    session: Session, command: str, outcome: Outcome, what: str, restored: Restored
) -> None:
    count = f"{restored.shows} {'show' if restored.shows == 1 else 'shows'}"
    item = ChangeItem(words="", outcome=outcome, message=f"{what}, with {count}")
    session.show(command, None, [item])
    for version in restored.passed:
        say(f"{version} cannot be read and was passed over")
    if restored.kept:
        say(f"what it was until now is kept in {restored.kept}; to bring it back: {_REDO}")
