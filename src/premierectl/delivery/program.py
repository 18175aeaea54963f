"""Calling another program with a notice, within a time."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Final

from premierectl.errors import NotDeliveredError

# So long a delivery may take, in seconds.
MOST_SECONDS: Final = 30.0


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
    that it started.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - what the user wrote to be called
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
    with process:
        try:
            process.communicate(stdin, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise NotDeliveredError(f"{name} took longer than {seconds:g} s") from None
        finally:
            _kill_rest(process)
    return process.returncode


def refuse_failure(name: str, code: int) -> None:
    """Raise :class:`NotDeliveredError` for a program that ended with another exit code than 0."""
    if code < 0:
        raise NotDeliveredError(f"{name} was ended by signal {-code}")
    if code > 0:
        raise NotDeliveredError(f"{name} ended with exit code {code}")


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
