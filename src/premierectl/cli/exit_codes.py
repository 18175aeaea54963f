"""What each exit code says."""

from typing import Final

from premierectl.cli.help_page import HelpSection, HelpTerm
from premierectl.errors import ExitCode

_MEANINGS: Final = {
    ExitCode.DONE: "Done.",
    ExitCode.NOTHING: "Nothing matched, nothing upcoming with a date, nothing changed, or nothing is due.",
    ExitCode.USAGE: "Wrong usage, or several shows go by these words.",
    ExitCode.URGENT: "bar i3blocks --urgent: it comes out today.",
    ExitCode.BAD_DATA: "A file holds bad data.",
    ExitCode.UNAVAILABLE: "A service could not be reached, nobody be told, or an optional package is missing.",
    ExitCode.INTERNAL: "An internal error.",
    ExitCode.CANNOT_CREATE: "A file could not be created.",
    ExitCode.IO: "A file could not be read or written.",
    ExitCode.LOCKED: "Another process holds the lock, or there is not enough memory.",
    ExitCode.INTERRUPTED: "Interrupted.",
    ExitCode.PIPE_CLOSED: "The pipe was closed.",
}
EXIT_CODES: Final = HelpSection(
    "Exit status",
    tuple(HelpTerm(str(code), meaning) for code, meaning in _MEANINGS.items()),
)
