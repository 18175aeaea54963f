"""``--show-completion`` and ``--install-completion``: for the shell that is named, else the one that asks."""

from collections.abc import Sequence
from typing import Final

from typer._completion_shared import _get_shell_name, get_completion_script, install

from premierectl.cli.completion.scripts import completion_script
from premierectl.errors import FileAccessError, UsageError

_POWERSHELL: Final = ("powershell", "pwsh")
_PROGRAM_NAMES: Final = {"prog_name": "premierectl", "complete_var": "_PREMIERECTL_COMPLETE"}


def completion_page(words: Sequence[str]) -> str:
    """What the option that these words begin with prints: the script, or what was installed where.

    Raises :class:`UsageError` where it is unclear for which shell or it is for none of ours,
    :class:`FileAccessError` where a file of the shell cannot be written.
    """
    option, *shells = " ".join(words).replace("=", " ").split()
    shell = shells[0].lower() if shells else _get_shell_name()
    if shell is None or len(shells) > 1:
        raise UsageError(f"name your shell: premierectl {option} bash, zsh or fish")
    if option == "--show-completion":
        if shell in _POWERSHELL:
            return get_completion_script(shell=shell, **_PROGRAM_NAMES) + "\n"
        return completion_script(shell)
    return _installed(shell)


def _installed(shell: str) -> str:
    """Let Typer see to what the shell reads when it starts, and put our own script in its place."""
    script = None if shell in _POWERSHELL else completion_script(shell)
    try:
        _, path = install(shell=shell, **_PROGRAM_NAMES)
        if script is not None:
            path.write_text(script, encoding="utf-8")
    except OSError as error:
        place = error.filename or "the start file of your shell"
        raise FileAccessError(f"{place} cannot be written: {error.strerror}") from error
    return f"{shell} completion installed in {path}; open a new terminal to use it\n"
