"""A help page as a value, made of the command that it is about."""

from collections.abc import Iterator
from typing import Any, Final

import typer
from msgspec import Struct
from typer.core import TyperGroup

from premierectl.cli.help_examples import EXAMPLES, Example

# What stands in ``premierectl --help``, in this order.
GROUPS: Final = {
    "What's next": ("countdown", "calendar", "show", "cast", "search", "recent", "changes"),
    "Your watchlist": ("add", "remove", "list", "undo", "redo", "watchlist", "notify", "import"),
    "The catalogue": ("catalogue",),
    "For scripts": ("next", "days", "bar", "export", "paths", "config"),
}
# The options that every command has, or nearly.
_OF_EVERY_COMMAND: Final = (
    "--json", "--tsv", "--plain", "--now", "--timezone", "--color", "--version", "--debug", "--help",
)  # fmt: skip
_SAID_OF_HELP: Final = "Show this page."


class HelpTerm(Struct, frozen=True):
    """An argument, an option or a command, and what it means."""

    name: str
    meaning: str


class HelpSection(Struct, frozen=True):
    """Terms under a heading."""

    title: str
    terms: tuple[HelpTerm, ...]


class HelpPage(Struct, frozen=True):
    """What a help page says, from its first line to its last."""

    usage: str
    paragraphs: tuple[str, ...]
    sections: tuple[HelpSection, ...]
    examples: tuple[Example, ...]
    common: HelpSection
    more: tuple[str, ...]


def help_page(context: typer.Context) -> HelpPage:
    """The page of a command, or of a family of commands; one that does something alone has its options."""
    command: Any = context.command
    name = context.command_path.partition(" ")[2]
    arguments = _terms(context, of_arguments=True)
    options = _terms(_usual_context(context) or context, of_arguments=False)
    own = tuple(term for term in options if not _is_common(term))
    common = tuple(sorted(filter(_is_common, options), key=_place_among_common))
    sections = [HelpSection("Arguments", arguments), HelpSection("Options", own)]
    if isinstance(command, TyperGroup):
        title = "Options without a command" if _usual_context(context) else "Options"
        sections = [*_listed_commands(context, command), HelpSection(title, own)]
    return HelpPage(
        _usage_line(context, arguments),
        tuple(" ".join(each.split()) for each in (command.help or "").split("\n\n")),
        tuple(each for each in sections if each.terms),
        EXAMPLES.get(name) or EXAMPLES.get(name.removeprefix("watchlist "), ()),
        HelpSection("Common options", common),
        tuple(_where_more_is(context)),
    )


def man_name(command: str) -> str:
    """The name of a command's man page: ``premierectl-watchlist-add``."""
    return command.replace(" ", "-")


def summary_of(command: Any) -> str:
    """What a command does, in its first sentence."""
    first = (command.help or "").split("\n\n")[0]
    return " ".join(first.split()).rstrip(".")


def _usual_context(context: typer.Context) -> typer.Context | None:
    """What a family does that is called alone, if it does anything."""
    family: Any = context.command
    usual = getattr(family, "usual", None)
    if usual is None:
        return None
    return typer.Context(family.get_command(context, usual), parent=context, info_name=usual)


def _usage_line(context: typer.Context, arguments: tuple[HelpTerm, ...]) -> str:
    what = [term.name for term in arguments] or (
        ["[COMMAND]"] if isinstance(context.command, TyperGroup) else []
    )
    return " ".join([context.command_path, *what, "[OPTIONS]"])


def _terms(context: typer.Context, *, of_arguments: bool) -> tuple[HelpTerm, ...]:
    kind = "argument" if of_arguments else "option"
    params = context.command.get_params(context)
    records = [each.get_help_record(context) for each in params if each.param_type_name == kind]
    return tuple(HelpTerm(*_cleaned(*record)) for record in records if record)


def _cleaned(names: str, meaning: str) -> tuple[str, str]:
    if names == "-h, --help":
        return names, _SAID_OF_HELP
    words = " ".join(meaning.split()).removesuffix(" [required]")
    return names.strip("{}"), words


def _is_common(term: HelpTerm) -> bool:
    return not set(_OF_EVERY_COMMAND).isdisjoint(_option_names(term))


def _place_among_common(term: HelpTerm) -> int:
    return min(
        _OF_EVERY_COMMAND.index(name) for name in _option_names(term) if name in _OF_EVERY_COMMAND
    )


def _option_names(term: HelpTerm) -> list[str]:
    return term.name.replace(",", " ").split()


def _listed_commands(context: typer.Context, group: TyperGroup) -> Iterator[HelpSection]:
    groups = {"Commands": tuple(group.list_commands(context))}
    if context.parent is None:
        groups = GROUPS
    for title, names in groups.items():
        found = [(name, group.get_command(context, name)) for name in names]
        terms = (HelpTerm(name, summary_of(each)) for name, each in found if each)
        yield HelpSection(title, tuple(terms))


def _where_more_is(context: typer.Context) -> Iterator[str]:
    if isinstance(context.command, TyperGroup):
        yield f"Help on one of them: {context.command_path} COMMAND --help"
    yield f"Read more: man {man_name(context.command_path)}"
