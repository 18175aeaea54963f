"""When a release comes, written out: for the viewer, where it is made, or as is usual."""

from datetime import datetime, timedelta

from premierectl.countdown import Countdown
from premierectl.dates import MONTHS, WEEKDAYS, PartialDate, day_words
from premierectl.months import Period, Week


def moment_lines(item: Countdown, usually: datetime | None) -> list[str]:
    """When a release comes, written out: for the viewer, where it is made, or as is usual."""
    known = item.date
    if known is None:
        return []
    day = f"{WEEKDAYS[known.earliest.weekday()]}, {known.words}" if known.is_day else known.words
    clock = f", {item.local:%H:%M} your time" if item.local else ""
    doubt = "" if known.confirmed else ", unconfirmed"
    lines = [f"{day}{clock}{doubt}{_apart(item)}", own_time(item)]
    if usually is not None:
        lines.append(f"usually {usual_words(usually, known)} your time")
    return [line for line in lines if line]


def own_time(item: Countdown) -> str:
    """Day and clock time in the release's own zone, where the day is another; else empty."""
    release = item.release
    if item.date is None or item.local is None or release.date is None:
        return ""
    if release.date.earliest == item.date.earliest:
        return ""
    return f"{day_words(release.date.earliest)}, {release.time} {zone_in_words(release.season.timezone or '')}"


def zone_in_words(zone: str) -> str:
    """A zone in words: ``in New York`` for ``America/New_York``; one without a city as it is."""
    region, _, city = zone.rpartition("/")
    return f"in {city.replace('_', ' ')}" if region and region != "Etc" else zone


def usual_words(usually: datetime, known: PartialDate) -> str:
    """The viewer's usual clock time, and the day where it is not the one that was announced."""
    apart = (usually.date() - known.earliest).days
    return f"{usually:%H:%M}" + {-1: " the day before,", 1: " the day after,"}.get(apart, "")


def date_said(known: PartialDate | None) -> str:
    """A date with its doubt, ``January 2027, unconfirmed``; empty for none."""
    if known is None:
        return ""
    return known.words + ("" if known.confirmed else ", unconfirmed")


def period_words(period: Period) -> str:
    """A month, a week or a day as a heading: ``7–13 December 2026``."""
    if not isinstance(period, Week):
        day = f"{WEEKDAYS[period.earliest.weekday()]}, " if period.is_day else ""
        return f"{day}{period.words}"
    first, last = period.earliest, period.latest
    dash = "–" if first.month == last.month else " – "
    return f"{_first_words(period)}{dash}{day_words(last)}"


def span_words(periods: tuple[Period, ...]) -> str:
    """The same as a time: ``in December 2026``, ``from December 2026 to February 2027``."""
    first, last = periods[0], periods[-1]
    if isinstance(first, Week):
        return f"from {_first_words(first)} to {day_words(first.latest)}"
    if first != last:
        return f"from {period_words(first)} to {period_words(last)}"
    return f"{'on' if first.is_day else 'in'} {first.words}"


def nothing_dated_words(period: Period, *, vague: bool) -> str:
    """That nothing has its day in a period, though something ``vague`` may fall in it."""
    return f"Nothing {'has an exact day ' if vague else ''}{span_words((period,))}"


def _first_words(week: Week) -> str:
    """Its first day, without what its last day says, too."""
    first, last = week.earliest, week.latest
    if first.year != last.year:
        return day_words(first)
    return str(first.day) + ("" if first.month == last.month else f" {MONTHS[first.month - 1]}")


def _apart(item: Countdown) -> str:
    """The wait in months and days where it is long, as people say it."""
    if item.days is None or item.days < 60:  # noqa: PLR2004 - below two months, days say it better
        return ""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - only of a long wait

    gap = relativedelta(item.today + timedelta(days=item.days), item.today)
    parts = [(gap.years, "year"), (gap.months, "month"), (gap.days, "day")]
    words = [f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n]
    return ", in " + " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
