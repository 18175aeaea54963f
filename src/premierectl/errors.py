"""What can go wrong by design: each error carries its fields, its words and its exit code."""

from collections.abc import Sequence
from typing import Final


class ExitCode:
    """The exit codes of premierectl; those from 65 on are named as in BSD's ``sysexits.h``.

    33 is what i3blocks takes for urgent.
    """

    DONE: Final = 0
    NOTHING: Final = 1
    USAGE: Final = 2
    URGENT: Final = 33
    BAD_DATA: Final = 65
    UNAVAILABLE: Final = 69
    INTERNAL: Final = 70
    CANNOT_CREATE: Final = 73
    IO: Final = 74
    LOCKED: Final = 75
    INTERRUPTED: Final = 130
    PIPE_CLOSED: Final = 141


class PremierectlError(Exception):
    """The base of every expected failure: one line for the user and an exit code."""

    exit_code: int = ExitCode.USAGE

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class BadDateError(PremierectlError, ValueError):
    """Words that are no date, or a day that no calendar has."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{text!r} is not a date: {reason}")
        self.text = text
        self.reason = reason


class BadMomentError(PremierectlError):
    """A ``--now`` or a time zone that cannot be read."""


class UsageError(PremierectlError):
    """Words on the command line that fit no command."""


class MissingExtraError(PremierectlError):
    """What was asked for needs an optional package that is not installed."""

    exit_code = ExitCode.UNAVAILABLE

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"a {what} needs one more package; install it with: "
            f"pip install 'premierectl[{extra}]', or save an .svg"
        )
        self.extra = extra


class NoFontError(PremierectlError):
    """A picture of text is wanted where no font is."""

    exit_code = ExitCode.UNAVAILABLE

    def __init__(self) -> None:
        super().__init__(
            "a .png needs a font and none was found; install one such as DejaVu Sans Mono, "
            "or save an .svg"
        )


class NothingError(PremierectlError):
    """A good question whose answer is empty."""

    exit_code = ExitCode.NOTHING


class UnknownShowError(NothingError):
    """No show goes by these words."""

    def __init__(
        self, words: str, suggestions: Sequence[str] = (), titles: Sequence[str] = ()
    ) -> None:
        """``suggestions`` are the ids of shows that are called nearly so, ``titles`` theirs."""
        hint = f"; did you mean {' or '.join(titles)}?" if titles else ""
        super().__init__(f"no show is called {words!r}{hint}")
        self.words = words
        self.suggestions = tuple(suggestions)


class UnknownOnlineError(UnknownShowError):
    """No show at a service is called so; ``nearest`` are those that it found, in words."""

    def __init__(self, words: str, service: str, nearest: Sequence[str]) -> None:
        super().__init__(words)
        hint = f"; the nearest there: {', '.join(nearest)}" if nearest else ""
        self.message = f"{service} has no show that is called {words!r}{hint}"


class UnknownSeasonError(NothingError):
    """The show is known, the season is not, or the part or episode of it."""

    def __init__(self, title: str, label: str, known: Sequence[str]) -> None:
        kind = "episodes" if "episode" in label else "parts" if "part" in label else "seasons"
        seasons = f"it has {', '.join(known)}" if known else f"none of its {kind} is known"
        super().__init__(f"{title} has no {label} in the catalogue; {seasons}")


class AmbiguousError(PremierectlError):
    """Several shows, networks or genres go by these words."""

    def __init__(self, words: str, candidates: Sequence[str]) -> None:
        super().__init__(f"{words!r} could be {', '.join(candidates)}; name one of them")
        self.words = words
        self.candidates = tuple(candidates)


class BadFileError(PremierectlError):
    """A file whose content cannot be used: where it stands, and the line itself."""

    exit_code = ExitCode.BAD_DATA

    def __init__(
        self, path: str, reason: str, *, line: int = 0, column: int = 0, excerpt: str = ""
    ) -> None:
        place = path + (f":{line}" if line else "") + (f":{column}" if column else "")
        super().__init__(f"{place}: {reason}" + (f": {excerpt}" if excerpt else ""))
        self.path = path
        self.line = line
        self.column = column


class ConflictError(BadFileError):
    """A file in which git left both sides of a merge; ``way`` says how to go on."""

    def __init__(
        self, path: str, line: int, way: str = "keep what is right and take out the marks"
    ) -> None:
        super().__init__(
            path, f"holds two sides of a merge that git could not join; {way}", line=line
        )


class NewerFormatError(BadFileError):
    """A file of a later format: read as far as it is understood, never written."""

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(
            path,
            f"has format {found}, this premierectl writes format {known}; "
            "nothing was changed, a newer premierectl can",
        )


class CannotCreateError(PremierectlError):
    """A file or a folder that could not be made."""

    exit_code = ExitCode.CANNOT_CREATE


class FileAccessError(PremierectlError):
    """A file that could not be read or written."""

    exit_code = ExitCode.IO


class LockedError(PremierectlError):
    """Another process holds the lock."""

    exit_code = ExitCode.LOCKED


class PipeClosedError(PremierectlError):
    """Whoever read our output has stopped: end in silence."""

    exit_code = ExitCode.PIPE_CLOSED


class UnavailableError(PremierectlError):
    """A service that could not be reached, or whose answer cannot be used."""

    exit_code = ExitCode.UNAVAILABLE

    def __init__(self, host: str, reason: str, advice: str = "try again later") -> None:
        super().__init__(f"{host} {reason}; the catalogue is unchanged, {advice}")
        self.host = host
        self.reason = reason


class ToldToEndError(PremierectlError):
    """A signal that says to end; nothing needs to be said of it, and a shell finds its number."""

    def __init__(self, number: int) -> None:
        super().__init__("")
        self.exit_code = 128 + number


class NotDeliveredError(PremierectlError):
    """A notice that reached nobody; ``reason`` says why."""

    exit_code = ExitCode.UNAVAILABLE

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason}; it will be tried again next time")
        self.reason = reason


class ServiceDownError(UnavailableError):
    """A service that answers no call at all for now, so that another one is of no use."""


class DoubtfulError(PremierectlError):
    """An answer that was understood and is not believed."""

    exit_code = ExitCode.UNAVAILABLE

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"the schedule {reason} and was not used; what was known stays. "
            "To use it all the same: premierectl catalogue refresh --force"
        )
