"""Ids and titles for what a service lists: those of shows that are known, else new ones."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count
from typing import Any

from premierectl.catalogue.same_show import agree
from premierectl.catalogue.show_ids import possible_ids, title_slug
from premierectl.folding import folded
from premierectl.refresh.identity import KnownShow, Listed, plain_title
from premierectl.refresh.matching import matches
from premierectl.season_key import plain_slug

Placed = dict[str, Any]


def named(
    listed: Mapping[object, Listed], before: Mapping[object, Listed], known: Sequence[KnownShow]
) -> dict[object, str]:
    """An id for each listed show: the one it had, that of the same show elsewhere, or a new one.

    New shows whose title another show has, too, all carry what tells them apart. The order in
    which the shows are listed does not matter.
    """
    found, promised = matches(listed, known), {show.id for show in known if show.promised}
    elsewhere = {show.id: show for show in known if not show.promised}
    stated = {number: show for number, show in found.numbered.items() if show in elsewhere}
    claimed = {show_id: number for number, show_id in stated.items()}
    ids = {
        number: show_id
        for number, show_id in _ids_before(listed, before, elsewhere)
        if claimed.get(show_id, number) == number
    }
    ids |= {number: show_id for number, show_id in stated.items() if number not in ids}
    taken = {*ids.values(), *(str(entry["id"]) for entry in before.values())}
    for number, show in (*found.numbered.items(), *found.alike.items()):
        if number not in ids and show not in taken:
            ids[number] = show
    taken |= {*ids.values(), *elsewhere, *promised}
    return {**ids, **_new_ids(listed, ids, _who_goes_by(listed, ids, before, known), taken)}


def told_apart(
    listed: Mapping[object, Listed],
    ids: Mapping[object, str],
    before: Mapping[object, Listed],
    known: Sequence[KnownShow],
) -> dict[object, Placed]:
    """Titles with year or network behind them where several shows have one name; it still finds them.

    Those of ``before`` count, too: one show that is asked for alone keeps what tells it apart.
    """
    names: dict[str, set[str]] = {}
    for show in (each for each in known if not each.by_title):
        names.setdefault(folded(show.title), set()).add(show.id)
    for entry in before.values():
        for name in (entry["title"], *entry.get("aliases", ())):
            names.setdefault(folded(name), set()).add(str(entry["id"]))
    for number, entry in listed.items():
        names.setdefault(folded(str(entry["title"])), set()).add(ids[number])
    elsewhere = {show.id: show for show in known if not show.promised}
    told: dict[object, Placed] = {}
    for number, entry in listed.items():
        title = str(entry["title"])
        alone = len(names[folded(title)]) == 1 or ids[number] in elsewhere
        behind = entry.get("year") or entry.get("network")
        apart = {"title": f"{title} ({behind})", "aliases": [title]}
        told[number] = {} if alone or not behind else apart
        if ids[number] in elsewhere and elsewhere[ids[number]].unsure:
            told[number]["unsure"] = []  # what the service answers is sure
    return told


def _ids_before(
    listed: Mapping[object, Listed],
    before: Mapping[object, Listed],
    elsewhere: Mapping[str, KnownShow],
) -> Iterator[tuple[object, str]]:
    """The ids that listed shows had, but for those of shows that turn out to be others."""
    for number, entry in listed.items():
        if number in before:
            show_id = str(before[number]["id"])
            known = elsewhere.get(show_id)
            if known is None or agree(entry.get("ids", {}), known.ids) is not False:
                yield number, show_id


def _who_goes_by(
    listed: Mapping[object, Listed],
    ids: Mapping[object, str],
    before: Mapping[object, Listed],
    known: Sequence[KnownShow],
) -> Mapping[str, set[object]]:
    """Who goes by each folded title, with and without what stands in brackets behind it."""
    who: list[tuple[str, object]] = [(show.title, show.id) for show in known if not show.by_title]
    for entry in before.values():
        who += [(name, str(entry["id"])) for name in (entry["title"], *entry.get("aliases", ()))]
    who += [(str(entry["title"]), ids.get(number, number)) for number, entry in listed.items()]
    names = defaultdict[str, set[object]](set)
    for title, show in who:
        for name in (title, plain_title(title)):
            names[folded(name)].add(show)
    return names


def _new_ids(
    listed: Mapping[object, Listed],
    ids: Mapping[object, str],
    names: Mapping[str, set[object]],
    taken: set[str],
) -> dict[object, str]:
    new = {number: entry for number, entry in listed.items() if number not in ids}
    possible = {
        number: list(_ids_for(entry, alone=len(names[folded(str(entry["title"]))]) == 1))
        for number, entry in new.items()
    }
    wanted = Counter(each for options in possible.values() for each in set(options))
    given: dict[object, str] = {}
    for number in sorted(new, key=str):
        base = title_slug(str(new[number]["title"]))
        options = [each for each in possible[number] if wanted[each] == 1]
        free = (each for each in chain(options, _numbered_ids(base, number)) if each not in taken)
        given[number] = next(free)
        taken.add(given[number])
    return given


def _ids_for(entry: Listed, *, alone: bool) -> Iterator[str]:
    year, country, network = (entry.get(key) for key in ("year", "country", "network"))
    title = str(entry["title"])
    return possible_ids(title, year=year, country=country, network=network, alone=alone)


def _numbered_ids(base: str, number: object) -> Iterator[str]:
    """Ids of the number at the service, which no other show has."""
    first = plain_slug(f"{base} tvmaze {number}")
    yield first
    yield from (f"{first}-{again}" for again in count(2))
