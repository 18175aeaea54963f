"""Calling another program with a notice, within a time."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from premierectl.errors import NotDeliveredError, ToldToEndError

# So long a delivery may take, in seconds.
MOST_SECONDS: Final = 30.0

# By these a process is told to end: by the user, by a service manager, and as its terminal goes.
_SAYING_TO_END: Final = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]
_UNHEARD: Final = (signal.SIG_DFL, signal.default_int_handler)


def call(
    name: str,
    words: Sequence[str],
    environment: Mapping[str, str],
    stdin: bytes = b"",
    *,
    seconds: float = MOST_SECONDS,
    silent: bool = False,
) -> int:
    """Call a program without a shell and return its exit code; an error calls it by this ``name``.

    What it prints is thrown away, but for its errors, unless it is to be ``silent``. Raises
    :class:`NotDeliveredError` where it cannot be run, or takes longer; then it is ended, with all
    that it started. Raises :class:`ToldToEndError` where this process is told to end meanwhile.
    """
    with (
        _signals_held() as let_them_come,
        _started(name, words, environment, silent=silent) as process,
    ):
        try:
            let_them_come()
            process.communicate(stdin, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise NotDeliveredError(f"{name} took longer than {seconds:g} s") from None
        finally:
            _kill_rest(process)
    return process.returncode


def _started(
    name: str, words: Sequence[str], environment: Mapping[str, str], *, silent: bool
) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(  # noqa: S603 - what the user wrote to be called
            [_carried(word) for word in words],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if silent else None,
            env={each: _carried(value) for each, value in environment.items()},
            start_new_session=True,
        )
    except (OSError, ValueError) as error:  # a name that no file can have
        reason = getattr(error, "strerror", None) or str(error)
        raise NotDeliveredError(f"{name} cannot be run: {reason.lower()}") from error


def refuse_failure(name: str, code: int) -> None:
    """Raise :class:`NotDeliveredError` for a program that ended with another exit code than 0."""
    if code < 0:
        raise NotDeliveredError(f"{name} was ended by signal {-code}")
    if code > 0:
        raise NotDeliveredError(f"{name} ended with exit code {code}")


@contextlib.contextmanager
def _signals_held() -> Iterator[Callable[[], None]]:
    """Hold what says to end until it may come, from then on as an error.

    A program that has a session of its own would go on by itself, were this process to end at once
    or before it knows of it.
    """
    is_held, held = True, list[int]()

    def heard(number: int, _: object) -> None:
        held.append(number)
        if not is_held:
            let_them_come()

    def let_them_come() -> None:
        nonlocal is_held
        is_held = False
        for number in held:
            raise KeyboardInterrupt if number == signal.SIGINT else ToldToEndError(number)

    before = {each: signal.getsignal(each) for each in _SAYING_TO_END}
    unheard = [each for each, how in before.items() if how in _UNHEARD]
    for each in unheard:
        signal.signal(each, heard)
    try:
        yield let_them_come
    finally:
        for each in unheard:
            signal.signal(each, before[each])
        if is_held:
            let_them_come()


def _kill_rest(process: "subprocess.Popen[bytes]") -> None:
    """End what is still running of it."""
    if process.poll() is None:
        with contextlib.suppress(OSError):
            if os.name == "nt":  # pragma: no cover - there are no groups of processes there
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _carried(text: str) -> str:
    """The text as the system's encoding can carry it."""
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        encoding = sys.getfilesystemencoding()
        return text.encode(encoding, "backslashreplace").decode(encoding)
    return text
