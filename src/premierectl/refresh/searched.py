"""Which of the shows that a service finds for a title is meant, if one is and no other could be."""

from collections.abc import Mapping, Sequence
from typing import Any

from premierectl.catalogue.namesakes import country_key, without_ending
from premierectl.folding import folded, without_article


def only_one(
    found: Sequence[Mapping[str, Any]], title: str, year: int | None
) -> Mapping[str, Any] | None:
    """The one of these shows that has the whole title, with nothing against it; null where none has.

    Of several the one counts that began in the year; what stands in brackets behind a title is its
    year or its country.
    """
    plain, behind = without_ending(title)
    equal = [each for each in found if _bare(each["title"]) == _bare(plain)]
    if behind and behind.isdigit():
        year = int(behind)
    elif behind:
        country = country_key(behind)
        equal = [each for each in equal if folded(each.get("country") or "") == country]
    of_year = [each for each in equal if each.get("year") == year]
    left = of_year if year is not None and of_year else equal
    is_sure = len(left) == 1 and (year is None or left[0].get("year") in (None, year))
    return left[0] if is_sure else None


def _bare(title: str) -> str:
    return without_article(folded(title))
