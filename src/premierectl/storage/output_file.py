"""A file that a user asked for, wherever they want it: whole for every reader, whoever else writes."""

import os
import stat
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from premierectl.errors import CannotCreateError, FileAccessError
from premierectl.storage import files

_ABANDONED: Final = 3600.0  # seconds


def write_output(path: Path, data: bytes, user: int | None = None) -> None:
    """Put these bytes in the place of the file, or into the device or pipe that stands there.

    Nothing needs to be locked: of several writers the last one's file stays. A link is written
    through, unless it is another's in a folder where everybody may put one; ``user`` is whose links
    are followed, by number. Raises :class:`CannotCreateError` or :class:`FileAccessError`.
    """
    refuse_planted(path, user)
    if _is_device(path):
        _write_into(path, data)
        return
    target = files.writable_target(path)
    if not target.parent.is_dir():
        raise CannotCreateError(
            f"{path} cannot be made: there is no folder {target.parent}; make that first"
        )
    files.write_over(target, data, files.status(target))
    sweep_abandoned(target.parent, partial(files.is_draft_of, target))


def refuse_planted(path: Path, user: int | None = None) -> None:
    """Refuse a link that somebody else put into a folder such as ``/tmp`` (``protected_symlinks``).

    ``user`` is whose links are followed, by number: whoever runs this. Raises
    :class:`FileAccessError`.
    """
    user = getattr(os, "geteuid", int)() if user is None else user
    for place in (path, *path.parents):
        link, folder = files.link_status(place), files.status(place.parent)
        if link is None or folder is None or not stat.S_ISLNK(link.st_mode):
            continue
        shared = folder.st_mode & stat.S_ISVTX and folder.st_mode & stat.S_IWOTH
        if shared and link.st_uid not in (user, folder.st_uid):
            raise FileAccessError(
                f"{place} is somebody else's link in a folder that all may write to; "
                "it is not followed, name another place"
            )


def sweep_abandoned(folder: Path, is_draft: Callable[[Path], bool]) -> None:
    """Delete the drafts in a folder that nobody is writing any more: they are an hour old."""
    begun = time.time() - _ABANDONED
    files.sweep(folder, lambda path: is_draft(path) and path.lstat().st_mtime < begun)


def _is_device(path: Path) -> bool:
    """Whether there is something that is written to and never replaced: /dev/null, a named pipe."""
    status = files.status(path)
    return status is not None and not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode))


def _write_into(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise FileAccessError(f"{path} cannot be written: {files.reason(error)}") from error
