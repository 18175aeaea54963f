"""A show, or a season of it, as the own catalogue states it over the layers below."""

from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from typing import Any, Final

from msgspec import Struct

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.merge import Fields, are_seasons, merged, with_names_below
from premierectl.catalogue.provenance import Said, provenance, season_path
from premierectl.season_key import SeasonKey, key_of

OWN: Final = "own"


class OwnPart(Struct, frozen=True):
    """What a document of the own catalogue states of a show, or of one ``season`` of it.

    ``ids`` are those of its entries of the show, ``below`` is what each layer below states, the
    lowest first, all as plain JSON.
    """

    document: Fields
    show_id: str
    season: SeasonKey | None
    ids: Sequence[str]
    below: Sequence[tuple[str, Fields]]

    @property
    def stated(self) -> Fields:
        """Its fields in the own catalogue, of all entries of the show; empty where there are none."""
        pieces = [piece for entry in self._entries() for piece in self._pieces(entry)]
        return reduce(lambda under, over: {**under, **over}, pieces, dict[str, Any]())

    @property
    def layers_below(self) -> Sequence[str]:
        """The layers below that state it, the lowest first."""
        return [layer for layer, entry in self.below if self._pieces(entry)]

    @property
    def entry_id(self) -> str:
        """The id of its entry, to state something in."""
        return entry_id(self.show_id, self.ids)

    @property
    def key_fields(self) -> dict[str, Any]:
        """What tells the season within an entry: its number, or its name in the lowest layer."""
        if isinstance(self.season, int):
            return {"number": self.season}
        pieces = [self.stated, *(piece for _, each in self.below for piece in self._pieces(each))]
        return {"name": next((piece["name"] for piece in pieces if piece.get("name")), None)}

    def said(self, field: str) -> Said | None:
        """What is said of this field in the whole catalogue, and the layer that says it."""
        own = reduce(merged, self._entries(), dict[str, Any]())
        return self._said(field, [*self.below, (OWN, own)])

    def said_below(self, field: str) -> Said | None:
        """What the layers below say of this field, and the highest that does."""
        return self._said(field, self.below)

    def changed(self, change: Callable[[Fields], Fields | None]) -> dict[str, Any]:
        """The document with this part changed wherever it is stated; null takes it out.

        An entry of which nothing but the id is left goes, too.
        """
        shows = [
            self._changed(each, change) if each.get("id") in self.ids else each
            for each in self.document["shows"]
        ]
        return {**self.document, "shows": [each for each in shows if each is not None]}

    def _entries(self) -> Iterator[Fields]:
        return (each for each in self.document["shows"] if each.get("id") in self.ids)

    def _pieces(self, entry: Fields) -> Sequence[Fields]:
        """The entry, or its season that is meant."""
        if self.season is None:
            return [entry]
        return [season for key, season in self._seasons(entry) if key == self.season]

    def _seasons(self, entry: Fields) -> Iterator[tuple[SeasonKey, Fields]]:
        """Each season of an entry with its key; a special goes by the name that it has below."""
        whole = reduce(merged, (stated for _, stated in self.below), dict[str, Any]())
        under, seasons = whole.get("seasons"), entry.get("seasons")
        if are_seasons(seasons):
            named = with_names_below(under if are_seasons(under) else [], seasons)
            yield from zip(map(key_of, named), seasons, strict=True)

    def _changed(self, entry: Fields, change: Callable[[Fields], Fields | None]) -> Fields | None:
        if not self._pieces(entry):
            return entry
        after = change(entry) if self.season is None else self._with_season(entry, change)
        return after if after is not None and set(after) != {"id"} else None

    def _with_season(
        self, entry: Fields, change: Callable[[Fields], Fields | None]
    ) -> dict[str, Any]:
        seasons = [
            change(season) if key == self.season else season for key, season in self._seasons(entry)
        ]
        kept = [season for season in seasons if season is not None]
        rest = {key: value for key, value in entry.items() if key != "seasons"}
        return {**entry, "seasons": kept} if kept else rest

    def _said(self, field: str, stated: Sequence[tuple[str, Fields]]) -> Said | None:
        path = field if self.season is None else f"{season_path(self.season)}{field}"
        # The numbers of a show are a field each, by service.
        found = [
            each
            for each in provenance(self.show_id, stated)
            if each.field == path or each.field.startswith(f"{path}.")
        ]
        told = [each for each in found if not is_nothing(each.value)]
        return Said(told[-1].layer, told[-1].value) if told else None


def season_labels(stated: Sequence[tuple[str, Fields]]) -> dict[SeasonKey, str]:
    """The seasons that layers state of a show, by their keys, as people name them."""
    readable = [entry for _, entry in stated if are_seasons(entry.get("seasons"))]
    seasons: Sequence[Fields] = reduce(merged, readable, dict[str, Any]()).get("seasons", ())
    keyed = {key_of(each): each for each in seasons}
    return {
        key: f"season {key}" if isinstance(key, int) else str(season.get("name") or key)
        for key, season in keyed.items()
    }


def own_ids(catalogue: Catalogue, show_id: str) -> Sequence[str]:
    """The ids under which the own catalogue has the show with this canonical id.

    Raises :class:`BadFileError` for an entry that is no UTF-8.
    """
    return [entry["id"] for layer, entry in catalogue.stated(show_id) if layer == OWN]


def entry_id(show_id: str, ids: Sequence[str]) -> str:
    """The id of the entry to state something of a show in: of several the last has the last word."""
    return next(reversed(ids), show_id)


def is_nothing(value: object) -> bool:
    """Whether this value of a field says that there is none."""
    return value in (None, [], False, {})
