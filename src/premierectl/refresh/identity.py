"""Ids and titles for what a service lists: those of shows that are known, else new ones."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Self

import msgspec
from msgspec import Struct

from premierectl.folding import folded
from premierectl.model import Show
from premierectl.season_key import SeasonKey, plain_slug

Listed = Mapping[str, Any]
Placed = dict[str, Any]


class KnownShow(Struct, frozen=True):
    """A show that the bundled or the own layer has: what tells whether a listed one is the same."""

    id: str
    title: str
    year: int | None = None
    network: str | None = None
    ids: Mapping[str, object] = {}
    with_cast: frozenset[SeasonKey] = frozenset()

    @classmethod
    def of(cls, show: Show) -> Self:
        """What is known of a show; of a season it tells which have a cast of their own."""
        networks = [season.network for season in show.seasons if season.network]
        return cls(
            id=show.id,
            title=show.title,
            year=show.year,
            network=show.network or next(iter(networks), None),
            ids=msgspec.to_builtins(show.ids),
            with_cast=frozenset(season.key for season in show.seasons if season.cast),
        )


def named(
    listed: Mapping[object, Listed], before: Mapping[object, Listed], known: Sequence[KnownShow]
) -> dict[object, str]:
    """An id for each listed show: the one it had, that of the same show elsewhere, or a new one."""
    same = _same_shows(listed, known)
    ids = {
        number: str(before[number]["id"]) if number in before else same[number]
        for number in listed
        if number in before or number in same
    }
    taken = {*ids.values(), *(show.id for show in known)}
    taken.update(str(entry["id"]) for entry in before.values())
    for number, entry in listed.items():
        if number not in ids:
            ids[number] = next(name for name in _possible_ids(number, entry) if name not in taken)
            taken.add(ids[number])
    return ids


def _possible_ids(number: object, entry: Listed) -> Iterator[str]:
    title = str(entry["title"])
    for behind in ("", entry.get("year"), entry.get("network")):
        name = plain_slug(f"{title} {behind or ''}")
        if name and plain_slug(title):
            yield name
    base = plain_slug(f"{title} tvmaze {number}")
    yield base
    yield from (f"{base}-{again}" for again in count(2))


def _same_shows(listed: Mapping[object, Listed], known: Sequence[KnownShow]) -> dict[object, str]:
    """The listed shows that another layer has: by any external id, else by title, year and network.

    Where several listed shows could be the one, none is taken for it.
    """
    numbers = {pair: show.id for show in known for pair in show.ids.items()}
    same: dict[object, str] = {}
    alike: dict[str, list[object]] = {}
    by_title: dict[str, list[KnownShow]] = {}
    for show in known:
        by_title.setdefault(folded(show.title), []).append(show)
    for number, entry in listed.items():
        ids = (numbers[pair] for pair in entry.get("ids", {}).items() if pair in numbers)
        found = next(ids, None)
        if found is not None:
            same[number] = found
            continue
        for show in by_title.get(folded(str(entry["title"])), ()):
            if is_alike(entry, show):
                alike.setdefault(show.id, []).append(number)
    single = {found[0]: show_id for show_id, found in alike.items() if len(found) == 1}
    return {**{n: show for n, show in single.items() if show not in same.values()}, **same}


def is_alike(entry: Listed, show: KnownShow) -> bool:
    """Whether a listed show of the same title is this one: year or network agree, neither differs."""
    if folded(str(entry["title"])) != folded(show.title):
        return False
    if any(entry.get("ids", {}).get(key, number) != number for key, number in show.ids.items()):
        return False
    pairs = [
        (entry.get("year"), show.year),
        (folded(entry.get("network") or "") or None, folded(show.network or "") or None),
    ]
    stated = [one == other for one, other in pairs if one is not None and other is not None]
    return bool(stated) and all(stated)


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
    for show in known:
        names.setdefault(folded(show.title), set()).add(show.id)
    for entry in before.values():
        for name in (entry["title"], *entry.get("aliases", ())):
            names.setdefault(folded(name), set()).add(str(entry["id"]))
    for number, entry in listed.items():
        names.setdefault(folded(str(entry["title"])), set()).add(ids[number])
    elsewhere = {show.id for show in known}
    told: dict[object, Placed] = {}
    for number, entry in listed.items():
        title = str(entry["title"])
        alone = len(names[folded(title)]) == 1 or ids[number] in elsewhere
        behind = entry.get("year") or entry.get("network")
        apart = {"title": f"{title} ({behind})", "aliases": [title]}
        told[number] = {} if alone or not behind else apart
    return told
