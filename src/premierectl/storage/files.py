"""One file at a time: read with a size cap, replaced atomically under a lock."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from premierectl.errors import BadFileError, CannotCreateError, FileAccessError, LockedError

LARGEST: Final = 512 * 1024 * 1024


def read(path: Path, largest: int = LARGEST) -> bytes | None:
    """The file's bytes, or ``None`` where there is no such file.

    A link to a file that is not there counts as no file. Raises :class:`FileAccessError` where it
    cannot be read, and :class:`BadFileError` where it is larger than ``largest`` bytes.
    """
    try:
        with open(path, "rb", opener=_regular) as file:
            data = file.read(largest + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileAccessError(f"{path} cannot be read: {reason(error)}") from error
    if len(data) > largest:
        raise BadFileError(str(path), f"is larger than {largest // 1024 // 1024} MiB")
    return data


def replace(path: Path, data: bytes) -> None:
    """Put these bytes in the place of the file, whole or not at all; the caller holds its lock.

    A link is written through, the mode is kept, file and folder are synced. Raises
    :class:`CannotCreateError` where nothing can be made beside it and :class:`FileAccessError`
    where writing fails; the old file then stands as it was.
    """
    try:
        target = _target(path)
    except OSError as error:  # a name that no file can have
        raise _writing_failed(path, error) from error
    draft = target.with_name(f".{target.name}.new")
    make_folder(target.parent)
    try:
        _write_new(draft, data, _mode(target))
        draft.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise _writing_failed(target, error) from error
    _sync_folder(target.parent)


def make_folder(folder: Path) -> None:
    """Make the folder and those above it where they are missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotCreateError(f"{folder} cannot be made: {reason(error)}") from error


@contextlib.contextmanager
def locked(lock: Path, seconds: float) -> Iterator[None]:
    """Hold this lock file, waiting up to ``seconds``; raise :class:`LockedError` after that.

    The file stays where it is: deleting a lock that another process waits for would let two in.
    """
    from filelock import FileLock, Timeout

    make_folder(lock.parent)
    holder = FileLock(lock, timeout=seconds)
    try:
        holder.acquire()
    except Timeout:
        raise LockedError(
            f"another premierectl has held {lock} for {seconds:g} seconds; try again when it is done"
        ) from None
    except OSError as error:
        raise CannotCreateError(f"{lock} cannot be made: {reason(error)}") from error
    try:
        yield
    finally:
        holder.release()


def reason(error: OSError) -> str:
    """Why the system refused, in its own words."""
    return (error.strerror or str(error)).lower()


def _regular(path: str, flags: int) -> int:
    """Open a file without waiting for whoever writes to it; refuse a pipe or a device."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(descriptor).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "is no regular file", path)
    return descriptor


def _target(path: Path) -> Path:
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise FileAccessError(f"{path} is a link that leads round in a circle")
    if target.is_dir():
        raise FileAccessError(f"{path} is a folder")
    if target.exists() and not target.is_file():  # a device that was replaced would be lost
        raise FileAccessError(f"{path} is no regular file")
    if path.is_symlink() and not target.parent.is_dir():
        raise CannotCreateError(f"{path} leads to {target}, whose folder is not there")
    return target


def _mode(target: Path) -> int | None:
    try:
        return target.stat().st_mode & 0o7777
    except OSError:
        return None


def _write_new(draft: Path, data: bytes, mode: int | None) -> None:
    # Only the holder of the lock gets here, so a draft that is there was left by a killed writer.
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
        if mode is not None:
            draft.chmod(mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # pragma: no cover - there, a folder cannot be opened and needs no sync
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise FileAccessError(
            f"{folder} was changed but cannot be synced: {reason(error)}; "
            "the change may not outlive a power cut"
        ) from error


def _writing_failed(target: Path, error: OSError) -> CannotCreateError | FileAccessError:
    message = f"{target} cannot be written: {reason(error)}; nothing was changed"
    if isinstance(error, PermissionError) or error.errno == 30:  # noqa: PLR2004 - EROFS
        return CannotCreateError(message)
    return FileAccessError(message)
