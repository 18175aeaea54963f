"""The user's editor, and what becomes of what was saved in it."""

import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from premierectl.errors import FileAccessError, UsageError

_USUAL = ("nano", "vi", "notepad")


def run_editor(paths: Sequence[Path], environment: Mapping[str, str]) -> None:
    """Open the files in ``$VISUAL``, ``$EDITOR`` or a usual editor, and wait until it ends.

    Raises :class:`UsageError` where there is no such editor, :class:`FileAccessError` where it fails.
    """
    words = _editor(environment)
    try:
        done = subprocess.run([*words, *map(str, paths)], check=False)  # noqa: S603 - the user's own words
    except OSError as error:
        raise UsageError(
            f"the editor {words[0]!r} cannot be started; set VISUAL or EDITOR to one that can"
        ) from error
    if done.returncode:
        raise FileAccessError(
            f"the editor {words[0]!r} ended with {done.returncode}; nothing was changed, "
            f"what it saved is in {paths[0]}"
        )


def editor_words(told: str) -> list[str]:
    """The words of ``VISUAL`` or ``EDITOR``. Raises :class:`UsageError` for an open quote."""
    try:
        return shlex.split(told)
    except ValueError:
        raise UsageError(f"the editor {told!r} has an open quote; mend VISUAL or EDITOR") from None


def _editor(environment: Mapping[str, str]) -> list[str]:
    told = environment.get("VISUAL") or environment.get("EDITOR")
    words = editor_words(told) if told else []
    if words:
        return words
    usual = next(filter(None, map(shutil.which, _USUAL)), None)
    if usual is None:
        raise UsageError("there is no editor; set VISUAL or EDITOR to one")
    return [usual]
