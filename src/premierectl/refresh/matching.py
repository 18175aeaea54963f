"""Which of the listed shows are known ones, and which could be several."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from premierectl.catalogue.wanted_title import ShowsByTitle
from premierectl.folding import folded
from premierectl.model import ExternalIds
from premierectl.refresh.identity import KnownShow, Listed, entry_name, is_alike, plain_title

_IN_ORDER: Final = ExternalIds.__struct_fields__


class Matches(Struct, frozen=True):
    """Which listed shows are known ones, by their numbers at the service.

    ``numbered`` are those that share a number of some service, ``alike`` those of a title;
    ``unclear`` are the known shows that several could be, by their ids, and which those are.
    """

    numbered: Mapping[object, str]
    alike: Mapping[object, str]
    unclear: Mapping[str, tuple[object, ...]]


def matches(listed: Mapping[object, Listed], known: Sequence[KnownShow]) -> Matches:
    """The listed shows that are known: by a number, else by title, year and network.

    Where several listed shows could be the one, or one could be several, none is taken for it. What
    is followed by title alone comes last: only a show that could be no other one is it.
    """
    numbered, unclear = _matched_by_number(listed, known)
    taken = {*numbered.values(), *unclear}
    by_title = defaultdict[str, list[KnownShow]](list)
    for show in (each for each in known if not each.by_title):
        if show.id not in taken:
            for text in {folded(show.title), folded(plain_title(show.title))}:
                by_title[text].append(show)
    fits = {
        (number, show.id)
        for number, entry in listed.items()
        if number not in numbered
        for text in {folded(str(entry["title"])), folded(plain_title(str(entry["title"])))}
        for show in by_title.get(text, ())
        if is_alike(entry, show)
    }
    times = Counter(each for pair in fits for each in (("number", pair[0]), ("show", pair[1])))
    alike = {n: s for n, s in fits if times["number", n] == times["show", s] == 1}
    for number, show_id in sorted(fits, key=str):
        if number not in alike:
            unclear[show_id] = (*unclear.get(show_id, ()), number)
    waited = _waited_for(listed, [show for show in known if show.by_title])
    others = {**numbered, **dict(fits)}
    alike |= {number: show_id for number, show_id in waited.items() if number not in others}
    return Matches(numbered, alike, unclear)


def _waited_for(listed: Mapping[object, Listed], waiting: Sequence[KnownShow]) -> dict[object, str]:
    """The listed shows that are followed by title; of several lines for one that with the year."""
    if not waiting:
        return {}
    numbers = {str(number): number for number in listed}
    names = ShowsByTitle(entry_name(str(number), entry) for number, entry in listed.items())
    found = dict[object, str]()
    for show in sorted(waiting, key=lambda each: (each.year is None, each.id)):
        one = show.wanted.only_one_of(names.like(show.wanted))
        if one is not None:
            found.setdefault(numbers[one.id], show.id)
    return found


def _matched_by_number(
    listed: Mapping[object, Listed], known: Sequence[KnownShow]
) -> tuple[dict[object, str], dict[str, tuple[object, ...]]]:
    """The listed shows with a number of a known one; and known ones of which several have one.

    Of several the one goes first whose number is of the service that stands first.
    """
    owners = defaultdict[tuple[str, object], set[str]](set)
    for show in known:
        for pair in show.ids.items():
            owners[pair].add(show.id)
    found = defaultdict[str, dict[object, int]](dict)
    for number, entry in listed.items():
        for rank, service in enumerate(_IN_ORDER):
            shows = owners.get((service, entry.get("ids", {}).get(service)), ())
            if len(shows) == 1:
                found[next(iter(shows))][number] = rank
                break
    numbered, unclear = dict[object, str](), dict[str, tuple[object, ...]]()
    for show_id, ranks in found.items():
        best = [number for number, rank in ranks.items() if rank == min(ranks.values())]
        if len(best) == 1:
            numbered[best[0]] = show_id
        else:
            unclear[show_id] = tuple(sorted(best, key=str))
    return numbered, unclear
