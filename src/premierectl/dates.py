"""What is known of a date: a day, a month, a quarter, a half, a third or a season of a year, or a year."""

from datetime import date, timedelta
from typing import Final, Literal, NoReturn

from premierectl.errors import BadDateError

Precision = Literal["day", "month", "quarter", "season", "third", "half", "year"]

ACCEPTED: Final = (
    "2027-03-12, 2027-03, 2027-Q1, 2027-H1, spring 2027, early 2027 or 2027, "
    "with ? behind it if unconfirmed"
)

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

WEEKDAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip

_EXACTNESS: Final[dict[Precision, int]] = {
    "day": 0, "month": 1, "quarter": 2, "season": 3, "third": 4, "half": 5, "year": 6,
}  # fmt: skip

# First and last month. Winter 2027 is January to March 2027, as the press uses it, and "early",
# "mid" and "late" are a third of the year each.
_SPANS: Final[dict[str, tuple[Precision, int, int]]] = {
    "winter": ("season", 1, 3),
    "spring": ("season", 3, 5),
    "summer": ("season", 6, 8),
    "autumn": ("season", 9, 11),
    "fall": ("season", 9, 11),
    "early": ("third", 1, 4),
    "mid": ("third", 5, 8),
    "late": ("third", 9, 12),
}

# The one grammar of dates, for the JSON Schemas (ECMA-262) as for whoever reads them.
PATTERN: Final = (
    r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-Q[1-4]|-H[12])?"
    r"|([Ww]inter|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ee]arly|[Mm]id|[Ll]ate) +[0-9]{4})\??$"
)


class PartialDate:
    """A date as far as it was announced; immutable, equal when it says the same.

    ``text`` is the canonical form, ``earliest`` and ``latest`` the first and the last day it can
    mean, ``precision`` how exact it is; ``confirmed`` is false for a date with ``?`` (EDTF,
    ISO 8601-2).
    """

    __slots__ = ("confirmed", "earliest", "latest", "precision", "text")

    text: str
    earliest: date
    latest: date
    precision: Precision
    confirmed: bool

    def __init__(self, text: str) -> None:
        """Read one of the accepted forms; raise :class:`BadDateError` for anything else."""
        body = text.removesuffix("?")
        precision, known, earliest, latest = _meaning(text, body)
        _put(self, "text", text if known == body else known + text[len(body) :])
        _put(self, "earliest", earliest)
        _put(self, "latest", latest)
        _put(self, "precision", precision)
        _put(self, "confirmed", body == text)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a PartialDate does not change: {name}")

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    @property
    def is_day(self) -> bool:
        """Whether the very day is known."""
        return self.precision == "day"

    def holds(self, other: "PartialDate") -> bool:
        """Whether every day that the other can mean is one that this one can mean."""
        return self.earliest <= other.earliest and other.latest <= self.latest

    @property
    def words(self) -> str:
        """The date written out, without its certainty: ``3 August 2023``, ``January 2027``."""
        first = self.earliest
        match self.precision:
            case "day":
                return f"{first.day} {MONTHS[first.month - 1]} {first.year}"
            case "month":
                return f"{MONTHS[first.month - 1]} {first.year}"
            case "quarter":
                return f"the {_ORDINALS[first.month // 3]} quarter of {first.year}"
            case "half":
                return f"the {_ORDINALS[first.month // 6]} half of {first.year}"
            case _:
                return self.text.rstrip("?")

    @property
    def short(self) -> str:
        """A date that is no day in a few characters, without its certainty: ``Jan 2027``, ``Q1 2027``."""
        match self.precision:
            case "month":
                return f"{MONTHS[self.earliest.month - 1][:3]} {self.earliest.year}"
            case "quarter" | "half":
                return f"{self.text[5:7]} {self.earliest.year}"
            case _:
                return self.words


def date_if_any(written: object) -> PartialDate | None:
    """The date that a field of a document states; null where it states none that can be read."""
    try:
        return PartialDate(written) if isinstance(written, str) else None
    except BadDateError:
        return None


def has_moved(before: PartialDate, after: PartialDate | None) -> bool:
    """Whether a date became another one; what only becomes more exact, within it, has not moved."""
    return after is None or not before.holds(after)


def days_between(before: PartialDate | None, after: PartialDate | None) -> int | None:
    """The days from one date to the other, positive for later; null where a day is not known."""
    if before is None or after is None or not (before.is_day and after.is_day):
        return None
    return (after.latest - before.latest).days


def date_order(known: PartialDate | None) -> tuple[date, int]:
    """The sort key of dates: by latest possible day, then the more exact first; no date last."""
    if known is None:
        return date.max, len(_EXACTNESS)
    return known.latest, _EXACTNESS[known.precision]


def day_words(day: date) -> str:
    """A calendar day written out: ``3 October 2024``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


# What an immutable value is filled by.
_put: Final = object.__setattr__
_DAY_LENGTH: Final = len("2027-03-12")
_ORDINALS: Final = ("first", "second", "third", "fourth")


def _meaning(text: str, body: str) -> tuple[Precision, str, date, date]:
    if len(body) == _DAY_LENGTH and body.isascii() and body.replace("-", "").isdigit():
        return _whole_day(text, body)
    name, _, year = body.partition(" ")
    span = name[:1].lower() + name[1:]
    try:
        if span in _SPANS:
            return _span(span, _number(year.lstrip(" "), 4))
        match body.split("-"):
            case [year]:
                return "year", body, *_months(_number(year, 4), 1, 12)
            case [year, "Q1" | "Q2" | "Q3" | "Q4" as quarter]:
                last = int(quarter[1]) * 3
                return "quarter", body, *_months(_number(year, 4), last - 2, last)
            case [year, "H1" | "H2" as half]:
                last = int(half[1]) * 6
                return "half", body, *_months(_number(year, 4), last - 5, last)
            case [year, month]:
                only = _number(month, 2)
                return "month", body, *_months(_number(year, 4), only, only)
    except _NotWrittenSoError:
        pass
    except ValueError:
        raise BadDateError(text, "no calendar has that day") from None
    raise BadDateError(text, f"write {ACCEPTED}")


def _whole_day(text: str, body: str) -> tuple[Precision, str, date, date]:
    """A whole day, the form that most dates have."""
    if body[4::3] != "--":
        raise BadDateError(text, f"write {ACCEPTED}")
    try:
        exact = date.fromisoformat(body)
    except ValueError:
        raise BadDateError(text, "no calendar has that day") from None
    return "day", body, exact, exact


def _span(name: str, year: int) -> tuple[Precision, str, date, date]:
    known = "autumn" if name == "fall" else name
    precision, first, last = _SPANS[name]
    return precision, f"{known} {year:04}", *_months(year, first, last)


class _NotWrittenSoError(Exception):
    """The text has another form than the one that was tried."""


def _number(text: str, digits: int) -> int:
    if len(text) != digits or not (text.isascii() and text.isdigit()):
        raise _NotWrittenSoError
    return int(text)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    if last == 12:  # noqa: PLR2004 - December: the month after it is in another year, perhaps 10000
        return date(year, first, 1), date(year, 12, 31)
    return date(year, first, 1), date(year, last + 1, 1) - timedelta(days=1)
