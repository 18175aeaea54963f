"""What an installation puts under ``share/`` besides the program: man pages, and completion for shells."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

import typer
from msgspec.structs import replace
from typer.core import TyperGroup

from premierectl.cli.completion.scripts import completion_script
from premierectl.cli.help_page import HelpSection, HelpTerm, help_page, man_name, summary_of
from premierectl.cli.man_page import Manual, man_page
from premierectl.cli.program import premierectl_app

_PROGRAM: Final = "premierectl"
_SUMMARY: Final = "Tell how long until a show is back"
# Where each shell looks for what packages bring along.
_COMPLETIONS: Final = {
    "bash": "share/bash-completion/completions/premierectl",
    "zsh": "share/zsh/site-functions/_premierectl",
    "fish": "share/fish/vendor_completions.d/premierectl.fish",
}
# How Typer words these two depends on the shell that it runs in.
_COMPLETION_OPTIONS: Final = (
    HelpTerm("--install-completion [SHELL]", "Install completion for bash, zsh or fish."),
    HelpTerm("--show-completion [SHELL]", "Print the completion script of that shell."),
)


def shared_files(built_at: int | None) -> dict[str, str]:
    """The text of each file, by its path under the prefix of the installation.

    The pages carry the day of ``built_at``, in seconds since 1970 and in UTC, or no date. Nothing else
    goes into them but the commands themselves, so that they are the same wherever they are made.
    """
    date = "" if built_at is None else f"{datetime.fromtimestamp(built_at, UTC):%Y-%m-%d}"
    pages = {
        f"share/man/man1/{man_name(each.command)}.1": man_page(each, date) for each in _manuals()
    }
    return pages | {path: completion_script(shell) for shell, path in _COMPLETIONS.items()}


def _manuals() -> Iterator[Manual]:
    """The man page of every command, the program's own first."""
    root = typer.main.get_command(premierectl_app())
    context = _context(root, _PROGRAM, None)
    page = help_page(context)
    options = HelpSection("Options", _COMPLETION_OPTIONS)
    page = replace(page, sections=(*page.sections, options))
    yield Manual(_PROGRAM, _SUMMARY, page, _below(context))
    yield from _walked(context)


def _walked(above: typer.Context) -> Iterator[Manual]:
    group: Any = above.command
    for name in group.list_commands(above):
        command = group.get_command(above, name)
        context = _context(command, name, above)
        related = (above.command_path, *_below(context))
        yield Manual(context.command_path, summary_of(command), help_page(context), related)
        if isinstance(command, TyperGroup):
            yield from _walked(context)


def _below(context: typer.Context) -> tuple[str, ...]:
    group: Any = context.command
    names = group.list_commands(context) if isinstance(group, TyperGroup) else ()
    return tuple(f"{context.command_path} {name}" for name in names)


def _context(command: Any, name: str, above: typer.Context | None) -> typer.Context:
    return typer.Context(command, info_name=name, parent=above, **command.context_settings)
