"""The shows that a command is about; bad entries are named on stderr."""

from collections.abc import Sequence

from premierectl.cli.saying import notice, notice_skipped
from premierectl.errors import NothingError
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.outlook import Chosen, Outlook


def scope(outlook: Outlook, words: Sequence[str], *, everything: bool = False) -> Sequence[Chosen]:
    """The shows that are named, or everything, or what is followed."""
    if words:
        from premierectl.cli.choose import choose, titles  # noqa: PLC0415 - not for a watchlist

        return [choose(outlook.catalogue, each) for each in titles(outlook.catalogue, words)]
    found = outlook.all_shows() if everything else outlook.followed_shows()
    notice_skipped(found.skipped)
    if not found.chosen and any(line.muted for line in outlook.watchlist.entries):
        notice("what you follow is muted; see: premierectl watchlist list --muted")
    return found.chosen


def with_names(filters: Filters, outlook: Outlook, chosen: Sequence[Chosen] | None) -> Filters:
    """The filters with the networks and genres that are meant, of these shows or, for null, of all.

    Raises :class:`AmbiguousError` for a word that could be several, :class:`NothingError` for one that
    is none.
    """
    if not (filters.networks or filters.genres):
        return filters
    from premierectl.upcoming import filter_names  # noqa: PLC0415 - only with --network or --genre

    if chosen is None:
        return filter_names.with_known_names_meant(filters, outlook.catalogue)
    return filter_names.with_names_meant(filters, chosen)


def refuse_empty_watchlist(
    outlook: Outlook, *, with_reminders: bool = True, verb: str = "ask"
) -> None:
    """Raise :class:`NothingError` where nothing is followed and, if they count, there is no reminder."""
    watchlist = outlook.watchlist
    if not (watchlist.entries or (with_reminders and watchlist.reminders)):
        raise NothingError(empty_words(verb))


def empty_words(verb: str = "ask") -> str:
    """That nothing is followed, and what to do about it."""
    return (
        "the watchlist is empty; follow a show with: premierectl watchlist add SHOW, "
        f"or {verb} the whole catalogue with --all"
    )
