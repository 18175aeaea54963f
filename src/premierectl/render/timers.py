"""The units of each system's timer that call a command every day at nine."""

import shlex
from collections.abc import Callable, Sequence
from typing import Final, Literal

TimerKind = Literal["systemd", "launchd", "cron", "schtasks"]

_NAME: Final = "premierectl-notify"
_DESCRIPTION: Final = "Tell what is due of the shows you follow"


def timer_text(kind: TimerKind, words: Sequence[str]) -> str:
    """What this system's timer is to be given to call these words, and where the user puts it."""
    return _TEXTS[kind](words)


def _systemd(words: Sequence[str]) -> str:
    """Two units; exit 1, nothing is due, is no failure, and a day slept through is made up for."""
    return f"""\
# ~/.config/systemd/user/{_NAME}.service
[Unit]
Description={_DESCRIPTION}

[Service]
Type=oneshot
ExecStart={" ".join(map(_systemd_word, _startable(words)))}
SuccessExitStatus=1

# ~/.config/systemd/user/{_NAME}.timer
[Unit]
Description={_DESCRIPTION}, every day

[Timer]
OnCalendar=*-*-* 09:00
Persistent=true

[Install]
WantedBy=timers.target

# Then: systemctl --user daemon-reload
#       systemctl --user enable --now {_NAME}.timer
"""


def _startable(words: Sequence[str]) -> Sequence[str]:
    """The words so that systemd starts the first of them: it refuses a program of such a name."""
    return ["/usr/bin/env", *words] if set(words[0]) & set("\"'\\$") else words


def _systemd_word(word: str) -> str:
    """A word of ``ExecStart`` (systemd.service(5)): quoted, without specifiers and variables."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if set(escaped) & set(" \t\\'\";") else escaped


def _launchd(words: Sequence[str]) -> str:
    """A property list; launchd makes up for a time at which the machine slept."""
    import plistlib  # noqa: PLC0415 - only for this one

    job = {
        "Label": _NAME,
        "ProgramArguments": list(words),
        "StartCalendarInterval": {"Hour": 9, "Minute": 0},
    }
    place = (
        f"<!-- ~/Library/LaunchAgents/{_NAME}.plist\n"
        f"     Then: launchctl load ~/Library/LaunchAgents/{_NAME}.plist -->\n"
    )
    head, _, rest = plistlib.dumps(job, sort_keys=False).decode().partition("\n")
    return f"{head}\n{place}{rest}"


def _cron(words: Sequence[str]) -> str:
    """A line of a crontab, in which ``%`` would end the command (crontab(5))."""
    command = shlex.join(words).replace("%", "\\%")
    return f"# A line for: crontab -e\n0 9 * * * {command}\n"


def _schtasks(words: Sequence[str]) -> str:
    """A command for Windows' own prompt, with the program in quotes within quotes."""
    first, *rest = words
    called = " ".join([f'\\"{first}\\"', *rest])
    return f'schtasks /Create /TN {_NAME} /SC DAILY /ST 09:00 /TR "{called}"\n'


_TEXTS: Final[dict[TimerKind, Callable[[Sequence[str]], str]]] = {
    "systemd": _systemd,
    "launchd": _launchd,
    "cron": _cron,
    "schtasks": _schtasks,
}
