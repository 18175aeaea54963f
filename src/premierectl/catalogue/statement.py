"""What is stated of a show, as an entry of the own catalogue."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from premierectl.catalogue.catalogue import Catalogue
from premierectl.catalogue.edit import with_history
from premierectl.catalogue.merge import Fields
from premierectl.catalogue.own_part import entry_id, own_ids
from premierectl.catalogue.subject import Subject
from premierectl.catalogue.validation.document import problems_of
from premierectl.errors import UsageError
from premierectl.model import FORMAT, Show
from premierectl.season_key import key_of


def statement(
    show: Subject, fields: Fields, catalogue: Catalogue, today: date
) -> dict[str, Any] | None:
    """The entry that states these fields of a show; null where nothing new is said of one.

    A premiere that moves by it is kept in the season's history as noticed ``today`` (UTC). Raises
    :class:`UsageError` for what a catalogue cannot hold.
    """
    said = {**({"title": show.title} if show.is_new else {}), **_said_year(show), **fields}
    if not said:
        return None
    _refuse_bad({"id": show.id, **said})
    if show.is_new:
        return {"id": show.id, **said}
    known = catalogue.get(show.id).show
    seasons = [_remembering(each, known, today) for each in said.get("seasons", ())]
    entry = {"id": entry_id(show.id, own_ids(catalogue, show.id)), **said}
    return {**entry, "seasons": seasons} if seasons else entry


def _said_year(show: Subject) -> dict[str, Any]:
    return {} if show.year is None else {"year": show.year}


def _remembering(stated: Fields, show: Show | None, today: date) -> Fields:
    """The stated season with the move of its premiere, if that moves."""
    for season in show.seasons if show else ():
        if season.key == key_of(stated):
            return with_history(stated, season, today)
    return stated


def _refuse_bad(entry: Mapping[str, Any]) -> None:
    problem = next(problems_of({"format": FORMAT, "shows": [entry]}, lambda _: {}), None)
    if problem is not None:
        field = problem.path.rpartition(".")[2]
        raise UsageError(f"{field}: {problem.message}; nothing was changed")
