"""The program: which command lives where, and how every failure becomes a line and an exit code."""

import os
from collections.abc import Sequence
from contextlib import nullcontext, redirect_stdout
from importlib import import_module
from io import StringIO
from itertools import pairwise
from typing import Annotated, Any, Final, cast

import typer
from typer.core import TyperCommand, TyperGroup

from premierectl import __version__
from premierectl.cli.command import HELP, HelpfulFamily
from premierectl.cli.output import Output, open_output, write_as_it_is
from premierectl.cli.remembered import is_rememberable
from premierectl.cli.saying import notices_behind, say_error
from premierectl.cli.transcript import transcript
from premierectl.errors import ExitCode, PremierectlError, UnknownShowError

# Each command is imported when it is called: a script's answer does not wait for the others.
_COMMANDS: Final = {
    "countdown": ("premierectl.cli.countdown", "countdown_app"),
    "next": ("premierectl.cli.next", "next_app"),
    "days": ("premierectl.cli.next", "days_app"),
    "bar": ("premierectl.cli.bar", "bar_app"),
    "calendar": ("premierectl.cli.calendar", "calendar_app"),
    "show": ("premierectl.cli.show", "show_app"),
    "cast": ("premierectl.cli.cast", "cast_app"),
    "search": ("premierectl.cli.search", "search_app"),
    "recent": ("premierectl.cli.recent", "recent_app"),
    "changes": ("premierectl.cli.changes", "changes_app"),
    "import": ("premierectl.cli.importing", "import_app"),
    "watchlist": ("premierectl.cli.watchlist_family", "watchlist_app"),
    "add": ("premierectl.cli.short_commands", "add_app"),
    "remove": ("premierectl.cli.short_commands", "remove_app"),
    "list": ("premierectl.cli.short_commands", "list_app"),
    "undo": ("premierectl.cli.short_commands", "undo_app"),
    "redo": ("premierectl.cli.short_commands", "redo_app"),
    "notify": ("premierectl.cli.notify_family", "notify_app"),
    "catalogue": ("premierectl.cli.catalogue", "catalogue_app"),
    "paths": ("premierectl.cli.paths", "paths_app"),
    "config": ("premierectl.cli.config", "config_app"),
    "export": ("premierectl.cli.export", "export_app"),
}
_ALONE: Final = (
    "-h",
    "--help",
    "--version",
    "--install-completion",
    "--show-completion",
    "--debug",
)
_OF_COMPLETION: Final = ("--install-completion", "--show-completion")
_HELP: Final = frozenset({"-h", "--help"})
_OPTIONS_OF_FORM: Final = ("--json", "--tsv", "--plain", "--no-plain")
_FORMS_OF_A_PAGE: Final = {"--plain": True, "--no-plain": False}


class Commands(HelpfulFamily):
    """The commands by name; without one, ``countdown``."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]  # Typer hands its own Context
        """Read the words; those that name no command belong to ``countdown``."""
        if ctx.resilient_parsing:  # a shell asks for completions: words that are not there yet
            return super().parse_args(ctx, args)
        rest = [word for word in args if word != "--debug"]
        if not rest or (rest[0].startswith("-") and rest[0].partition("=")[0] not in _ALONE):
            args = [*(word for word in args if word == "--debug"), "countdown", *rest]
        return super().parse_args(ctx, args)

    def resolve_command(  # type: ignore[override]  # Typer hands its own Context
        self, ctx: typer.Context, args: list[str]
    ) -> tuple[str | None, Any, list[str]]:
        """The command of the first word, or what somebody on a terminal means by one that is none."""
        if args[0] not in _COMMANDS:
            from premierectl.cli.mistyped import meant_by  # noqa: PLC0415 - after a miss

            args = meant_by(args, _COMMANDS)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # Typer hands its own Context
        """The names, in the order of the help."""
        return list(_COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> TyperCommand | TyperGroup | None:  # type: ignore[override]  # Typer hands its own Context
        """The command of this name."""
        module, family = _COMMANDS[cmd_name]
        built = typer.main.get_command(getattr(import_module(module), family))
        built.name = cmd_name
        return cast("TyperCommand | TyperGroup", built)


def _version(wanted: bool) -> None:
    if wanted:
        write_as_it_is(f"premierectl {__version__}\n")
        raise typer.Exit


def _program(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_version,
            is_eager=True,
            help="Print the version; with --json, as a document.",
        ),
    ] = False,
    debug: Annotated[
        bool,
        typer.Option("--debug", help="Show the traceback of a failure.  [env: PREMIERECTL_DEBUG]"),
    ] = False,
) -> None:
    """Tell how long until it is back.

    Without a command: what is next for the shows you follow. With a title instead of a command: that
    show, as a card.
    """


def run(words: Sequence[str]) -> int:
    """Run a command line; return its exit code. Every failure becomes one line on stderr."""
    with transcript() as told:
        code = _guarded(words)
        if code == ExitCode.DONE and told.world and is_rememberable(list(words), os.environ):
            from premierectl.cli.remembering import remember  # noqa: PLC0415 - for some answers

            remember(words, told)
        return code


def _guarded(words: Sequence[str]) -> int:
    debug = bool(os.environ.get("PREMIERECTL_DEBUG")) or "--debug" in words
    try:
        with notices_behind():
            return _called(words)
    except PremierectlError as error:
        if debug:
            raise
        if error.message:
            is_unknown = isinstance(error, UnknownShowError)
            say_error(error.message + (_hint_of_order(words) if is_unknown else ""))
        return error.exit_code
    except typer.TyperException as error:
        return _usage(error, words)
    except MemoryError:
        say_error("not enough memory; close something and try again")
        return ExitCode.LOCKED
    except Exception as error:
        if debug:
            raise
        say_error(f"internal error: {error!r}; please report it, PREMIERECTL_DEBUG=1 shows where")
        return ExitCode.INTERNAL


def premierectl_app(*, completion: bool = False) -> typer.Typer:
    """The program; its two options of completion cost a script's answer as much as its own."""
    app = typer.Typer(
        cls=Commands,
        context_settings=HELP,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=completion,
    )
    app.callback()(_program)
    return app


def _called(words: Sequence[str]) -> int:
    """Call the command; a page that Typer prints by itself is printed by ours, within the guards."""
    if sorted(words) == ["--json", "--version"]:
        from premierectl.cli.version import version_document  # noqa: PLC0415 - seldom

        return _print_page(version_document())
    first = [word for word in words if word != "--debug"][:1]
    if first and first[0].partition("=")[0] in _OF_COMPLETION:
        from premierectl.cli.completion.installing import completion_page  # noqa: PLC0415 - seldom

        return _print_page(completion_page(words[words.index(first[0]) :]))
    command = typer.main.get_command(premierectl_app(completion=_speaks_of_completion(words)))
    if "_PREMIERECTL_COMPLETE" in os.environ:
        from premierectl.cli.completion.answer import completion_answer  # noqa: PLC0415 - for shells

        return _print_page(completion_answer(command, os.environ))
    page = StringIO()
    is_page = bool(_HELP.intersection(words))
    look = _look_of_a_page(words) if is_page else None
    # Every page has both forms, also that of a command whose answers have one.
    asked = [word for word in words if not (is_page and word in _FORMS_OF_A_PAGE)]
    with redirect_stdout(page) if is_page else nullcontext():
        code = command.main(asked, prog_name="premierectl", standalone_mode=False, obj=look)
    return _print_page(page.getvalue()) or int(code or 0)


def _look_of_a_page(words: Sequence[str]) -> Output:
    """How a page is printed: in lines that fit, or with one thing a line where that is wanted."""
    from premierectl.app import App  # noqa: PLC0415 - only with --help

    asked = [_FORMS_OF_A_PAGE[word] for word in words if word in _FORMS_OF_A_PAGE]
    return open_output(
        os.environ,
        as_plain=asked[-1] if asked else None,
        usually_plain=lambda: App.open().wants_plain,
    )


def _print_page(page: str) -> int:
    if page:
        write_as_it_is(page)
    return 0


def _speaks_of_completion(words: Sequence[str]) -> bool:
    """Whether the options of completion are called or listed, or a shell asks for completions."""
    return "_PREMIERECTL_COMPLETE" in os.environ or any(
        word in HELP["help_option_names"] or "completion" in word for word in words
    )


def _hint_of_order(words: Sequence[str]) -> str:
    """What to do where a command stands behind options, which are taken for those of ``countdown``.

    Right behind an option that takes a value, it is the value.
    """
    if words[:1] == ["--debug"] or not (words and words[0].startswith("-")):
        return ""
    for before, word in pairwise(words):
        is_value = before.startswith("-") and before not in _OPTIONS_OF_FORM
        if word in _COMMANDS and not is_value:
            return f"; options go behind the command: premierectl {word}"
    return ""


def _usage(error: typer.TyperException, given: Sequence[str]) -> int:
    from premierectl.cli.usage_words import usage_words  # noqa: PLC0415 - after a mistake

    context = getattr(error, "ctx", None)
    page = f"; see {context.command_path} --help" if context else ""
    hint = _hint_of_order(given) or page
    words, option = usage_words(error.format_message()), getattr(error, "option_name", "")
    if context and option in _OPTIONS_OF_FORM and words.startswith("there is no option"):
        words = f"{context.command_path.partition(' ')[2]} has one form; leave {option} out"
    say_error(words if words.endswith("?") else words + hint)
    return error.exit_code
