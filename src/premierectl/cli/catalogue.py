"""``catalogue``: where its files are, what is wrong with them, and one's own shows."""

import json
from pathlib import Path
from typing import Annotated

import typer

from premierectl.cli import catalogue_status, own_catalogue, own_draft, own_versions, withdrawing
from premierectl.cli.command import command, family
from premierectl.cli.output import open_output
from premierectl.cli.refresh import refresh
from premierectl.cli.session import View
from premierectl.errors import ExitCode
from premierectl.render.found import LayerItem, ProblemItem
from premierectl.storage.files import is_there

catalogue_app = family("Get today's dates, and add shows of your own.", usual="status")

File = Annotated[
    Path | None,
    typer.Argument(metavar="[FILE]", help="A file, or bundled, live, own; all layers without one."),
]


@command(catalogue_app, "path")
def path(view: View) -> None:
    """List the catalogue's files.

    What is lower in the list wins.
    """
    session = view.open()
    catalogue = session.catalogue()
    layers = {layer.name: layer for layer in catalogue.layers}
    listed = [
        LayerItem(
            name=name,
            path=str(file),
            exists=is_there(file),
            as_of=layers[name].as_of if name in layers else None,
            shows=len(layers[name].entries) if name in layers else None,
        )
        for name, file in session.world.layer_files
    ]

    session.show("catalogue path", catalogue.as_of, listed)


@command(catalogue_app, "check")
def check(view: View, file: File = None) -> None:
    """Check catalogue files for mistakes.

    Each is named with its line; exit code 65 if there is one.
    """
    session = view.open()
    world = session.world
    named = dict(world.layer_files)
    files = [layer for layer in named.values() if is_there(layer)]
    if file:
        files = [file if is_there(file) else named.get(str(file), file)]
    listed = [
        ProblemItem(file=str(each), line=found.line, path=found.path, message=found.message)
        for each in files
        for found in world.problems(each)
    ]
    session.show("catalogue check", None, listed)
    if listed:
        raise typer.Exit(ExitCode.BAD_DATA)
    if session.out.is_for_people:
        count = f"{len(files)} catalogue file{'' if len(files) == 1 else 's'}"
        session.out.write(f"no problems in {count}\n")


@command(catalogue_app, "schema")
def schema() -> None:
    """Print the JSON Schema of a catalogue file, for editors."""
    from premierectl.render.documents import catalogue_schema  # noqa: PLC0415 - only here

    open_output({}).write(json.dumps(catalogue_schema(), indent=2) + "\n")


command(catalogue_app, "status")(catalogue_status.catalogue_status)
command(catalogue_app, "refresh")(refresh)
command(catalogue_app, "add")(own_catalogue.state)
command(catalogue_app, "remove")(withdrawing.withdraw)
command(catalogue_app, "undo")(own_versions.undo_own_catalogue)
command(catalogue_app, "redo")(own_versions.redo_own_catalogue)
command(catalogue_app, "edit")(own_draft.edit)
