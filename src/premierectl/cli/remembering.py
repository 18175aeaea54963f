"""Remembering what a script was told, to tell it again while nothing changed."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from premierectl.app import App
from premierectl.cli.remembered import (
    BEGIN,
    END,
    answer_file,
    answer_key,
    evidence,
)
from premierectl.cli.transcript import Transcript

_MOST_ANSWERS: Final = 64
# What was written so lately may be written once more without looking otherwise (as in git's index).
_YOUNG: Final = 2_000_000_000
_FIRST_INSTANT: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LOCAL_TIME: Final = ("/etc/localtime", "/etc/timezone")


def remember(words: Sequence[str], told: Transcript) -> None:
    """Keep what was printed, with all that it depends on; nothing fails where that cannot be done."""
    world = told.world
    if world is None or told.said:
        return
    with contextlib.suppress(OSError, ValueError, KeyError):
        key = answer_key(list(words), os.environ)
        path = answer_file(key, os.environ)
        if os.path.dirname(path) != str(world.paths.cache / "answers"):  # noqa: PTH120 - as in remembered
            return
        files = "\0".join(part for path in _came_from(world) for part in _unchanged(path))
        _keep(path, key, os.fsencode(files), "".join(told.printed).encode(), world)


def _came_from(world: App) -> Iterator[str]:
    """Every file that has a say in an answer, there or not: the user's, the system's, the program's."""
    yield from map(str, world.answer_files)
    yield from _LOCAL_TIME
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "premierectl" and module.__file__:
            yield module.__file__


def _unchanged(path: str) -> tuple[str, str]:
    """The file with what tells it; raises :class:`OSError` where it may have changed since it was read."""
    known, now = evidence(path), time.time_ns()
    folder = os.path.dirname(path)  # noqa: PTH120 - as in remembered
    looked_at = path if known != "none" else folder
    if known != "none" or os.path.isdir(folder):  # noqa: PTH112 - as in remembered
        status = os.stat(looked_at)  # noqa: PTH116 - as in remembered
        if now - max(status.st_mtime_ns, status.st_ctime_ns) < _YOUNG:
            raise FileExistsError(path)
    return path, known


def _keep(path: str, key: bytes, files: bytes, answer: bytes, world: App) -> None:
    begin, end = _nanoseconds(world.instant), world.changes_at.instant
    until = 0 if end is None else _nanoseconds(end)
    if end is not None and until <= begin:
        return
    head = f"{begin} {until} {len(key)} {len(files)} {len(answer)}\n"
    folder = os.path.dirname(path)  # noqa: PTH120 - as in remembered
    os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103 - as in remembered
    draft = f"{path}.{os.getpid()}.new"
    try:
        with open(draft, "xb", opener=_private) as file:
            file.write(BEGIN + head.encode() + key + files + answer + END)
        os.replace(draft, path)  # noqa: PTH105 - as in remembered
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(draft)  # noqa: PTH108 - as in remembered
        raise
    _forget_the_oldest(folder)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _forget_the_oldest(folder: str) -> None:
    names = os.listdir(folder)  # noqa: PTH208 - as in remembered
    if len(names) <= _MOST_ANSWERS:
        return
    aged = []
    for name in names:
        with contextlib.suppress(FileNotFoundError):  # another process forgets, too
            status = os.stat(f"{folder}/{name}")  # noqa: PTH116 - as in remembered
            aged.append((status.st_mtime_ns, name))
    for _, name in sorted(aged)[:-_MOST_ANSWERS]:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{folder}/{name}")  # noqa: PTH108 - as in remembered


def _nanoseconds(instant: datetime) -> int:
    return (instant - _FIRST_INSTANT) // timedelta(microseconds=1) * 1000
