"""A season that comes out in parts: each part as a release."""

from datetime import date

from premierectl.dates import PartialDate, date_order
from premierectl.model import Season, Show
from premierectl.release import Release, is_over


def in_parts(show: Show, season: Season, today: date | None = None) -> list[Release]:
    """Each part on its date, the first on the premiere's; in the order of their dates.

    The last completes the season where the parts hold all its episodes, where it stands on the
    announced finale, or where the season is over by ``today``.
    """
    found, first = list[Release](), 1
    for number, part in enumerate(season.parts, 1):
        counted = part.episodes is not None and first > 0
        last = first + (part.episodes or 0) - 1
        is_last = number == len(season.parts)
        release = Release(
            show,
            season,
            "premiere" if number == 1 else "part",
            part_date(season, number),
            time=part.time or season.time,
            time_source="part" if part.time else "season" if season.time else None,
            episodes=(first, last) if counted else None,
            part=number,
            completes=is_last and _is_whole(show, season, last if counted else 0, today),
        )
        first = last + 1 if counted else 0
        found.append(release)
    return sorted(found, key=lambda release: date_order(release.date))


def _is_whole(show: Show, season: Season, last: int, today: date | None) -> bool:
    """Whether a season is known to be out with its last part, up to its ``last`` episode or 0."""
    if season.episodes and last >= season.episodes:
        return True
    if season.finale is not None:
        return season.finale == part_date(season, len(season.parts))
    return is_over(show, season, today)


def part_date(season: Season, number: int) -> PartialDate | None:
    """The date of a part, which counts from 1; the first comes at the premiere.

    Where the two disagree the premiere wins, unless only the part's date is a day.
    """
    part = season.parts[number - 1]
    if number > 1:
        return part.date
    if part.date and part.date.is_day and not (season.premiere and season.premiere.is_day):
        return part.date
    return season.premiere or part.date
