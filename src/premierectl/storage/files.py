"""One file at a time: read with a size cap, replaced atomically under a lock."""

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from premierectl.errors import BadFileError, CannotCreateError, FileAccessError, LockedError
from premierectl.regular_file import opener

LARGEST: Final = 512 * 1024 * 1024
_DRAFT: Final = ".new"
_OURS: Final = 0o600


def read(path: Path, largest: int = LARGEST) -> bytes | None:
    """The file's bytes, or ``None`` where there is no such file.

    A link to a file that is not there counts as no file. Raises :class:`FileAccessError` where it
    cannot be read, and :class:`BadFileError` where it is larger than ``largest`` bytes.
    """
    try:
        with open(path, "rb", opener=opener) as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read() if size <= largest else None
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileAccessError(f"{path} cannot be read: {reason(error)}") from error
    if data is None:
        raise BadFileError(str(path), f"is larger than {largest // 1024 // 1024} MiB")
    return data


def is_there(path: Path) -> bool:
    """Whether there is something by this name; raise :class:`FileAccessError` if nobody can tell."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise FileAccessError(f"{path} cannot be read: {reason(error)}") from error
    return True


def replace(path: Path, data: bytes, like: Path | None = None) -> None:
    """Put these bytes in the place of a file of ours, whole or not at all.

    The caller holds its lock, or its name is of nobody's concern. A link is written through, mode
    and owner are kept; a new file is as private as ``like``, else the user's alone. What killed
    writers of it left is swept. Raises :class:`CannotCreateError` where nothing can be made beside
    it and :class:`FileAccessError` where writing fails; the old file then stands as it was.
    """
    target = writable_target(path)
    make_folder(target.parent)
    known = status(target) or (like and status(like)) or status(target.parent)
    write_over(target, data, known, _OURS)
    sweep(target.parent, partial(is_draft_of, target))


def write_over(
    target: Path, data: bytes, like: os.stat_result | None, mode: int | None = None
) -> None:
    """Write a draft beside the target and rename it: every reader sees a whole file.

    Owner and mode are those of ``like`` where it is a file; a new file has this ``mode``, else what
    the system gives new files. Raises as :func:`replace` does.
    """
    draft = target.with_name(f".{target.name}.{os.urandom(4).hex()}{_DRAFT}")
    try:
        write_new(draft, data, like, mode)
        draft.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise _writing_failed(target, error) from error
    sync_folder(target.parent)


def write_new(
    draft: Path, data: bytes, like: os.stat_result | None, mode: int | None = None
) -> None:
    """Make a file with these bytes, which outlive a power cut; raises :class:`OSError`.

    Owner and mode are as :func:`write_over` says.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    descriptor = os.open(draft, flags, 0o666 if mode is None else mode)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
        if like is not None:
            _give_to_owner_of(like, draft)
            if stat.S_ISREG(like.st_mode):
                draft.chmod(stat.S_IMODE(like.st_mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Let the names in a folder outlive a power cut, or raise :class:`FileAccessError`."""
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


def is_draft_of(target: Path, path: Path) -> bool:
    """Whether a path is what a writer of the target, perhaps killed, writes before it is renamed."""
    return path.name.startswith(f".{target.name}.") and path.name.endswith(_DRAFT)


def sweep(folder: Path, is_left: Callable[[Path], bool]) -> None:
    """Delete what killed writers left in the folder.

    That something cannot be deleted is no fault of the change that was made.
    """
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if is_left(path):
                path.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make the folder and those above it where they are missing, for this user alone."""
    try:
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir(mode=0o700, exist_ok=True)
            _give_to_owner_of(each.parent.stat(), each)
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
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
        _make_lock(lock)
        holder.acquire()
    except Timeout:
        raise LockedError(
            f"another premierectl has held {lock} for {seconds:g} s; try again when it is done"
        ) from None
    except OSError as error:
        raise CannotCreateError(f"{lock} cannot be made: {reason(error)}") from error
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            holder.release()
        raise
    try:
        holder.release()
    except OSError as error:
        raise FileAccessError(
            f"{lock} cannot be let go: {reason(error)}; what was to be done is done"
        ) from error


def reason(error: OSError) -> str:
    """Why the system refused, in its own words."""
    return (error.strerror or str(error)).lower()


def refused(message: str, error: OSError) -> CannotCreateError | FileAccessError:
    """What to raise in these words: that nothing can be made there, or that writing failed."""
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return CannotCreateError(message)
    return FileAccessError(message)


def writable_target(path: Path) -> Path:
    """The file that this path leads to, to be replaced; raises for what is not a regular file."""
    try:
        return _target_of(path)
    except OSError as error:  # a name that no file can have
        raise _writing_failed(path, error) from error


def _target_of(path: Path) -> Path:
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise FileAccessError(f"{path} is a link that leads round in a circle")
    if target.is_dir():
        raise FileAccessError(f"{path} is a folder")
    if target.exists() and not target.is_file():  # a device that was replaced would be lost
        raise FileAccessError(f"{path} is not a regular file")
    if path.is_symlink() and not target.parent.is_dir():
        raise CannotCreateError(f"{path} leads to {target}, whose folder is not there")
    return target


def status(path: Path) -> os.stat_result | None:
    """What the system says of what a path leads to; null where it says nothing."""
    try:
        return path.stat()
    except (OSError, ValueError):  # a name that no file can have
        return None


def link_status(path: Path) -> os.stat_result | None:
    """The same of a link itself."""
    try:
        return path.lstat()
    except (OSError, ValueError):
        return None


def _give_to_owner_of(status: os.stat_result, path: Path) -> None:
    """Let the path belong to whom its place belongs: what root makes must not lock out the user."""
    with contextlib.suppress(OSError, AttributeError):  # only root may, and not on every system
        os.chown(path, status.st_uid, status.st_gid)


def _make_lock(lock: Path) -> None:
    with contextlib.suppress(FileExistsError):
        os.close(os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OURS))
        _give_to_owner_of(lock.parent.stat(), lock)


def _writing_failed(target: Path, error: OSError) -> CannotCreateError | FileAccessError:
    return refused(f"{target} cannot be written: {reason(error)}; nothing was changed", error)
