"""What a parameter of a command takes, as far as a shell can be offered it."""

from typing import Final, Literal

from typer._click.core import Parameter
from typer.models import TyperPath

Kind = Literal[
    "shows", "followed", "followed_and_tags", "networks", "genres", "tags", "months", "zones"
]

_OF_OPTIONS: Final[dict[str, Kind]] = {
    "--network": "networks",
    "--genre": "genres",
    "--tag": "tags",
    "--timezone": "zones",
}
_OF_ARGUMENTS: Final[dict[str, Kind]] = {"show": "shows", "shows": "shows", "period": "months"}
# Of commands that take what is followed alone.
_OF_COMMANDS: Final[dict[str, Kind]] = {
    "remove": "followed",
    "mute": "followed",
    "unmute": "followed",
    "tag": "followed_and_tags",
    "untag": "followed_and_tags",
}


def word_kind(parameter: Parameter, command: str | None) -> Kind | None:
    """The kind of word that this parameter of the command of that name takes; null for none of ours."""
    if parameter.param_type_name == "option":
        return next((_OF_OPTIONS[each] for each in parameter.opts if each in _OF_OPTIONS), None)
    if parameter.name in {"shows", "words"}:
        return _OF_COMMANDS.get(command or "", _OF_ARGUMENTS.get(parameter.name))
    return _OF_ARGUMENTS.get(parameter.name or "")


def takes_files(parameter: Parameter) -> bool:
    """Whether it takes the names of files."""
    is_import = parameter.name == "paths"  # which takes - besides, and is text therefore
    return is_import or takes_folder(parameter) or isinstance(parameter.type, TyperPath)


def takes_folder(parameter: Parameter) -> bool:
    """Whether it takes the name of a folder and of no file."""
    return parameter.name == "folder"
