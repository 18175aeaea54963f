"""An answer for a script as it was given before, as long as nothing changed that it came from.

This is all that a remembered answer costs beside Python itself, so it imports ``os``, ``sys``,
``time`` and what these load alone. Whatever is not as expected is no answer, and never an error.
"""

import os
import stat
import sys
import time

from premierectl import __version__

COMMANDS = frozenset({"next", "days", "bar"})
BEGIN = b"premierectl answer 1 "
END = b"\nend\n"

_SWITCHED_OFF = frozenset({"0", "no", "off", "false"})
_VARIABLES = frozenset(
    {
        "TZ", "HOME", "LANG", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE",
        "COLUMNS", "TERM", "PYTHONIOENCODING", "PYTHONUTF8", "ARGOS_VERSION", "SWIFTBAR",
    }
)  # fmt: skip
_KINDS_OF_VARIABLES = ("PREMIERECTL_", "XDG_", "LC_")
# The greatest prime of 64 bits: a name for each key, and the key itself stands in the file.
_GREATEST_NAME = 2**64 - 59


def remembered(words: "list[str]", environment: "os._Environ[str]") -> "bytes | None":
    """What these words printed when they were last asked, if that still holds; else null."""
    try:
        if not is_rememberable(words, environment) or os.isatty(sys.__stdout__.fileno()):  # type: ignore[union-attr]  # without stdout there is no answer either
            return None
        key = answer_key(words, environment)
        return _valid(_held_by(answer_file(key, environment)), key, time.time_ns())
    except Exception:
        return None


def is_rememberable(words: "list[str]", environment: "os._Environ[str]") -> bool:
    """Whether answers to such words are remembered at all."""
    return (
        words[:1] != []
        and words[0] in COMMANDS
        and os.name == "posix"
        and environment.get("PREMIERECTL_MEMO", "1").lower() not in _SWITCHED_OFF
        and "_PREMIERECTL_COMPLETE" not in environment
    )


def answer_key(words: "list[str]", environment: "os._Environ[str]") -> bytes:
    """All that the answer depends on, beside the moment and the files that it comes from."""
    variables = sorted(
        f"{name}={value}"
        for name, value in environment.items()
        if name in _VARIABLES or name.startswith(_KINDS_OF_VARIABLES)
    )
    zone = (*time.tzname, str(time.timezone))
    told = (__version__, sys.prefix, *zone, *variables, "", *words)
    return os.fsencode("\0".join(told))


def answer_file(key: bytes, environment: "os._Environ[str]") -> str:
    """The file for the answer with this key. Raises :class:`OSError` where no folder is known."""
    home = environment.get("PREMIERECTL_HOME")
    if home:
        cache = f"{home.rstrip('/')}/cache"
    elif sys.platform == "darwin":  # pragma: no cover - macOS has a folder of its own
        cache = f"{environment['HOME']}/Library/Caches/premierectl"
    else:
        cache = (
            environment.get("XDG_CACHE_HOME") or f"{environment['HOME']}/.cache"
        ) + "/premierectl"
    if not cache.startswith("/"):
        raise NotADirectoryError(cache)
    return f"{cache}/answers/{int.from_bytes(key, 'big') % _GREATEST_NAME:016x}"


def evidence(path: str) -> str:
    """What tells whether a file is still the same one; raises :class:`OSError` where nobody can."""
    try:
        known = os.stat(path)  # noqa: PTH116 - as above
    except FileNotFoundError:
        return "none"
    return f"{known.st_size} {known.st_mtime_ns} {known.st_ctime_ns} {known.st_ino} {known.st_dev}"


def _held_by(path: str) -> bytes:
    """What a file holds; of a pipe or a device, nothing: it is not waited for."""
    with open(path, "rb", opener=_at_once) as file:
        is_file = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
        return file.read() if is_file else b""


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)


def _valid(data: bytes, key: bytes, now: int) -> "bytes | None":
    """The answer in a file, if it is whole, has this key, and holds now (nanoseconds, UTC)."""
    head, _, rest = data.partition(b"\n")
    if not (head.startswith(BEGIN) and rest.endswith(END) and rest.startswith(key)):
        return None
    begin, end, *sizes = map(int, head[len(BEGIN) :].split())
    key_size, files_size, size = sizes
    files = rest[key_size : key_size + files_size]
    answer = rest[key_size + files_size : -len(END)]
    if key_size != len(key) or len(answer) != size or not (begin <= now and (now < end or not end)):
        return None
    told = os.fsdecode(files).split("\0")
    same = all(evidence(path) == known for path, known in zip(told[::2], told[1::2], strict=True))
    return answer if same else None
