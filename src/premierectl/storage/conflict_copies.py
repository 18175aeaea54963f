"""Copies of a file that programs which sync leave beside it when two machines changed it."""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Final

# Syncthing; Dropbox, Nextcloud and ownCloud: they say what it is.
_SAYS_SO: Final = r"\.sync-conflict-.+| \(.*conflicted copy.*\)|_conflict-.+"
# OneDrive puts the machine's name there, which may be any; what people put there is left out.
_PERHAPS: Final = r"-(?!(?:backup|bak|old|copy)[-_0-9]*$).+"


def conflict_copies(path: Path) -> tuple[list[Path], list[Path]]:
    """The copies of this file, also beside what it leads to; and what may be one, by its name."""
    plain, perhaps = list[Path](), list[Path]()
    for file in dict.fromkeys((path, Path(os.path.realpath(path)))):
        for each in _beside(file):
            behind = each.stem.removeprefix(file.stem)
            if re.fullmatch(_SAYS_SO, behind):
                plain.append(each)
            elif re.fullmatch(_PERHAPS, behind):
                perhaps.append(each)
    return plain, perhaps


def _beside(file: Path) -> list[Path]:
    """The other files of this ending whose names begin the same, in order."""
    with suppress(OSError):
        return sorted(
            each
            for each in file.parent.iterdir()
            if each.suffix == file.suffix and each.stem.startswith(file.stem) and each != file
        )
    return []
