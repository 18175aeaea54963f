"""How a function becomes a command."""

import inspect
import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import typer
from msgspec import NODEFAULT, Struct
from msgspec.structs import fields as fields_of
from typer.core import TyperCommand, TyperGroup

from premierectl.errors import UsageError

HELP = {"help_option_names": ["-h", "--help"]}


class HelpfulCommand(TyperCommand):
    """A command with a help page of ours."""

    def format_help(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # Typer hands its own Context
        """Write the page for the width that there is."""
        _write_page(ctx, formatter)


class HelpfulFamily(TyperGroup):
    """A family of commands with a help page of ours; called alone it does what its ``usual`` one does."""

    usual: str | None = None

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]  # Typer hands its own Context
        """Read the words; those that name no command belong to the usual one, if there is one."""
        if self.usual and not ctx.resilient_parsing and _names_nothing(args):
            args = [self.usual, *args]
        return super().parse_args(ctx, args)

    def format_help(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # Typer hands its own Context
        """Write the page for the width that there is."""
        _write_page(ctx, formatter)


def family(help_text: str, usual: str | None = None) -> typer.Typer:
    """A command of its own or a family of them, with no tracebacks of Typer's.

    A family that is called alone does what the ``usual`` of its commands does.
    """
    kind = type("Family", (HelpfulFamily,), {"usual": usual}) if usual else HelpfulFamily
    return typer.Typer(
        cls=kind,
        help=help_text,
        context_settings=HELP,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
    )


def command(app: typer.Typer, name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a function the command of this name.

    A parameter whose type is a group of options (a struct such as :class:`View`) is spread: each
    field becomes an option, and the function gets them back as the struct.
    """

    def register(function: Callable[..., None]) -> Callable[..., None]:
        given = inspect.signature(function).parameters.values()
        groups = {each.name: each.annotation for each in given if _is_group(each)}

        def run(**values: Any) -> None:
            _refuse_no_text(values)
            for group, kind in groups.items():
                taken = {field.name: values.pop(field.name) for field in fields_of(kind)}
                values[group] = kind(**taken)
            function(**values)

        run.__doc__ = function.__doc__
        spread = [option for each in given for option in _spread(each)]
        run.__signature__ = inspect.Signature(spread)  # type: ignore[attr-defined]  # PEP 362
        run.__annotations__ = {}
        app.command(name, cls=HelpfulCommand, context_settings=HELP)(run)
        return function

    return register


def _names_nothing(args: Sequence[str]) -> bool:
    return not args or (args[0].startswith("-") and args[0] not in HELP["help_option_names"])


def _write_page(context: typer.Context, formatter: Any) -> None:
    from premierectl.cli.help_page import help_page  # noqa: PLC0415 - only with --help
    from premierectl.cli.help_text import help_sentences, help_text  # noqa: PLC0415 - as above
    from premierectl.cli.output import open_output  # noqa: PLC0415 - as above

    # While a page is printed into a buffer, only whoever calls knows the terminal.
    out = context.obj or open_output(os.environ)
    context.color, page = out.color, help_page(context)
    if out.form == "plain":
        formatter.write(help_sentences(page))
    else:
        formatter.write(help_text(page, out.width, bold=out.color))


def _refuse_no_text(values: Mapping[str, object]) -> None:
    """Refuse words that are no UTF-8: nothing goes by them, and no file could hold them."""
    for value in values.values():
        for word in value if isinstance(value, list) else [value]:
            if isinstance(word, str) and not word.isascii() and re.search("[\ud800-\udfff]", word):
                raise UsageError(f"{word!r} is not UTF-8 text")


def _is_group(parameter: inspect.Parameter) -> bool:
    return isinstance(parameter.annotation, type) and issubclass(parameter.annotation, Struct)


def _spread(parameter: inspect.Parameter) -> Sequence[inspect.Parameter]:
    if not _is_group(parameter):
        return [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)]
    return _options_of(parameter.annotation)


@cache
def _options_of(group: type[Struct]) -> Sequence[inspect.Parameter]:
    """A parameter for each field of a group; most commands share their groups with others."""
    # The fields of the group that it extends come first.
    bases = reversed(group.__mro__)
    hints = {name: kind for each in bases for name, kind in inspect.get_annotations(each).items()}
    return [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if field.default is NODEFAULT else field.default,
            annotation=hints[field.name],
        )
        for field in fields_of(group)
    ]
