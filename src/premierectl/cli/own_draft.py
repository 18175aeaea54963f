"""One's own catalogue in an editor: what is broken never takes the place of what is good."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from premierectl.app import App
from premierectl.cli.editor import run_editor
from premierectl.cli.saying import say, say_error
from premierectl.cli.session import View
from premierectl.cli.streams import agrees, can_ask
from premierectl.errors import BadFileError, NothingError
from premierectl.render.safe_text import safe
from premierectl.storage.catalogue import Located

if TYPE_CHECKING:
    from premierectl.storage.own_catalogue import Draft, OwnCatalogue

Discard = Annotated[
    bool, typer.Option("--discard", help="Throw away the draft that was kept, and end.")
]

_MOST_PROBLEMS: Final = 10
_TO_EDIT: Final = "premierectl catalogue edit"


def edit(view: View, discard: Discard = False) -> None:
    """Edit your own shows in $VISUAL or $EDITOR.

    What is broken is never put in place: it is kept as a draft, and the next call goes on with that.
    """
    session = view.open()
    world = session.world
    own = world.own_catalogue()
    if discard:
        _discard(own)
        session.out.write("the draft is gone; your catalogue stands as it was\n")
        return
    draft = own.open_draft()
    if draft.resumed:
        say(f"going on with the draft in {draft.path}; to start over: {_TO_EDIT} --discard")
    if draft.older:
        say(
            "your catalogue was changed since an earlier draft was begun; "
            f"this is your catalogue, and that draft is kept in {draft.older}"
        )
    _edit_until_whole(world, draft)
    changed = own.install(draft)
    words = "your catalogue is changed" if changed else "nothing was changed"
    session.out.write(f"{words}: {safe(str(own.path))}\n")


def _discard(own: "OwnCatalogue") -> None:
    if not own.discard():
        raise NothingError("there is no draft to throw away")


def _edit_until_whole(world: App, draft: "Draft") -> None:
    """Let the user edit until nothing is wrong; raise :class:`BadFileError` where they stop before."""
    while True:
        run_editor([draft.path, *([draft.older] if draft.older else [])], world.environment)
        problems = _problems_of_draft(world, draft.path)
        if not problems:
            return
        for problem in problems:
            say_error(problem)
        if not (can_ask() and agrees("edit again?")):
            raise BadFileError(
                str(draft.path),
                "is kept as a draft; your catalogue stands as it was. "
                f"To go on with it: {_TO_EDIT}; to throw it away: {_TO_EDIT} --discard",
            )


def _problems_of_draft(world: App, path: Path) -> list[str]:
    """What is wrong with a draft, each with its place and the line itself; beyond ten, how many."""
    try:
        listed = world.problems(path)
    except BadFileError as error:
        return [error.message]
    more = len(listed) - _MOST_PROBLEMS
    ways = f"and {more} more; all of them: premierectl catalogue check {path}"
    shown = [_problem_words(path, each) for each in listed[:_MOST_PROBLEMS]]
    return [*shown, *([ways] if more > 0 else [])]


def _problem_words(path: Path, problem: Located) -> str:
    place = f"{path}:{problem.line}:{problem.column}"
    says_something = any(char.isalnum() for char in problem.excerpt)
    said = (place, problem.path, problem.message, problem.excerpt if says_something else "")
    return ": ".join(filter(None, said))
