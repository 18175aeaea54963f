"""What there is of each kind of word that a command takes."""

from collections.abc import Callable
from typing import Final
from zoneinfo import available_timezones

from premierectl.app import App
from premierectl.cli.completion.kinds import Kind
from premierectl.cli.completion.offer import Offer
from premierectl.cli.completion.show_offers import followed_offers, show_offers
from premierectl.dates import MONTHS
from premierectl.errors import PremierectlError
from premierectl.months import months_from
from premierectl.tags import known_tags
from premierectl.upcoming.names_begun import begun_names, genres_begun, networks_begun

_MONTHS_AHEAD: Final = 24


def offers_of(kind: Kind, beginning: str, *, has_words: bool = False) -> list[Offer]:
    """The words of this kind with such a beginning; none where a file cannot be read.

    ``has_words`` says whether others of the same argument stand before it.
    """
    try:
        offers = _OFFERS[kind](App.open(), beginning)
        return (
            [*offers, *_tag_offers(App.open(), beginning)]
            if has_words and "tags" in kind
            else offers
        )
    except PremierectlError:
        return []


def _network_offers(world: App, beginning: str) -> list[Offer]:
    return list(map(Offer, networks_begun(beginning, world.catalogue())))


def _genre_offers(world: App, beginning: str) -> list[Offer]:
    return list(map(Offer, genres_begun(beginning, world.catalogue())))


def _tag_offers(world: App, beginning: str) -> list[Offer]:
    return list(map(Offer, begun_names(known_tags(world.watchlist()), beginning)))


def _month_offers(world: App, beginning: str) -> list[Offer]:
    """The week and the day, the next twelve months by name, the next two years as they are written."""
    coming = months_from(None, _MONTHS_AHEAD, world.moment.today)
    names = [Offer(MONTHS[each.earliest.month - 1].lower(), each.words) for each in coming[:12]]
    numbers = [Offer(each.text, each.words) for each in coming]
    near = [Offer("week", "This week"), Offer("today", "Today")]
    wanted = beginning.lower()
    return [each for each in (*near, *names, *numbers) if each.value.startswith(wanted)]


def _zone_offers(_: App, beginning: str) -> list[Offer]:
    """The zones of which a part between slashes begins so."""
    start = f"/{beginning}".lower().replace(" ", "_")
    return [Offer(zone) for zone in sorted(available_timezones()) if start in f"/{zone}".lower()]


_OFFERS: Final[dict[Kind, Callable[[App, str], list[Offer]]]] = {
    "shows": show_offers,
    "followed": followed_offers,
    "followed_and_tags": followed_offers,
    "networks": _network_offers,
    "genres": _genre_offers,
    "tags": _tag_offers,
    "months": _month_offers,
    "zones": _zone_offers,
}
