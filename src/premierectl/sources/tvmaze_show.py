"""A show of TVmaze as an entry of a catalogue, and whether it is one that is wanted."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec import Struct

from premierectl.sources.tvmaze_answers import (
    Fields,
    fields,
    given,
    items,
    link,
    name,
    number,
    text,
)

_STATUS: Final = {"running": "running", "ended": "ended"}
_MOST_GENRES: Final = 20


class Choice(Struct, frozen=True):
    """Which shows are kept; an empty list is no limit, and ``watched`` numbers are always kept."""

    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    least_popularity: int = 0
    watched: frozenset[int] = frozenset()


def show_entry(show: Fields) -> dict[str, Any]:
    """The entry of a show that has an id and a name, without its seasons."""
    url = link(show.get("url"))
    year = str(show.get("premiered"))[:4]
    source = given(title="TVmaze", url=url)
    return given(
        title=name(show.get("name")),
        year=number(int(year), 1900, 9999) if year.isascii() and year.isdigit() else None,
        country=next(_country_names(show), None),
        language=name(show.get("language")),
        genres=[each for each in map(name, items(show.get("genres"))[:_MOST_GENRES]) if each],
        network=network_of(show),
        status=_STATUS.get(str(show.get("status")).lower()),
        synopsis=text(show.get("summary")),
        url=url,
        ids=_ids(show),
        sources=[source],
    )


def network_of(described: Fields) -> str | None:
    """Who releases a show or a season: the streaming service where there is one, else the network."""
    channels = (fields(described.get(key)) for key in ("webChannel", "network"))
    return next(filter(None, (name(channel.get("name")) for channel in channels)), None)


def channel_of(described: Fields) -> Fields:
    """The channel on whose clock a show or a season comes."""
    return fields(described.get("webChannel")) or fields(described.get("network"))


def is_chosen(show: Fields, wanted: Choice) -> bool:
    """Whether a show is among those that are wanted; a service of many countries is of each."""
    countries = [*_country_names(show), *_country_codes(show)]
    return (
        _is_in(wanted.languages, [show.get("language")])
        and (not countries or _is_in(wanted.countries, countries))
        and _is_in(wanted.networks, [network_of(show)])
        and _is_in(wanted.types, [show.get("type")])
        and (number(show.get("weight")) or 0) >= wanted.least_popularity
    )


def _is_in(wanted: Sequence[str], said: Sequence[object]) -> bool:
    listed = {each.casefold() for each in wanted}
    return not listed or any(isinstance(each, str) and each.casefold() in listed for each in said)


def _ids(show: Fields) -> dict[str, Any]:
    others = fields(show.get("externals"))
    imdb = name(others.get("imdb"))
    return given(
        tvmaze=number(show.get("id"), 1),
        imdb=imdb if imdb and imdb.startswith("tt") and imdb.isascii() and imdb.isalnum() else None,
        tvdb=number(others.get("thetvdb"), 1),
    )


def _country_names(show: Fields) -> Iterator[str]:
    return _countries(show, "name")


def _country_codes(show: Fields) -> Iterator[str]:
    return _countries(show, "code")


def _countries(show: Fields, key: str) -> Iterator[str]:
    for channel in ("webChannel", "network"):
        said = name(fields(fields(show.get(channel)).get("country")).get(key))
        if said:
            yield said
