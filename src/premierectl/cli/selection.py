"""From the words of a command line to shows and pieces of them."""

from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from premierectl.catalogue.find import find, folded, spoken
from premierectl.catalogue.merge import Catalogue, Name
from premierectl.cli.output import ask, can_ask, say, say_skipped
from premierectl.errors import (
    AmbiguousShowError,
    NothingError,
    UnknownSeasonError,
    UnknownShowError,
)
from premierectl.schedule import releases
from premierectl.selector import WHOLE, Piece, Selector, read
from premierectl.upcoming.outlook import Chosen, Outlook, Scope, scope_of


def choose(catalogue: Catalogue, words: str, among: Collection[str | None] = ()) -> Chosen:
    """The show and the piece that these words mean; on a terminal, a choice of several is offered.

    Of several candidates, those ``among`` these ids come first. Raises :class:`UnknownShowError`,
    :class:`UnknownSeasonError` or :class:`AmbiguousShowError`.
    """
    asked, found = Selector(words), find(words, catalogue)
    if not found:
        asked = read(words)
        found = find(asked.words, catalogue) if asked.piece != WHOLE else ()
        if not found:
            raise UnknownShowError(words, suggestions(asked.words, catalogue))
    preferred = sorted(
        [name for name in found if name.id in among] or found, key=lambda name: folded(name.title)
    )
    name = preferred[0] if len(preferred) == 1 else _pick(words, preferred)
    chosen = next(iter(_said(scope_of(catalogue, [(name.id, asked.piece)]))), None)
    if chosen is None:
        raise NothingError(
            f"the catalogue's entry for {name.title} is bad; see: premierectl catalogue check"
        )
    _refuse_unknown(chosen)
    return _by_key(chosen)


def suggestions(words: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The ids of the shows that look most like these words."""
    from premierectl.catalogue.near import nearest  # noqa: PLC0415 - only after a miss

    known = spoken(catalogue)
    return tuple(dict.fromkeys(known[text] for text in nearest(folded(words), known)))


def scope(outlook: Outlook, words: Iterable[str], *, everything: bool) -> Sequence[Chosen]:
    """The shows that a command is about: those named, or everything, or what is followed.

    Bad entries are named on stderr.
    """
    named = [choose(outlook.catalogue, each) for each in words]
    if named:
        return named
    found = outlook.all_shows() if everything else outlook.followed_shows()
    return _said(found)


def every_show(catalogue: Catalogue) -> Sequence[Chosen]:
    """Every show that is not hidden; bad entries are named on stderr."""
    return _said(scope_of(catalogue, ((show_id, WHOLE) for show_id in catalogue.ids())))


def _said(scope: Scope) -> Sequence[Chosen]:
    say_skipped(scope.skipped)
    return scope.chosen


def _by_key(chosen: Chosen) -> Chosen:
    """The same, with the one special that is meant by its own key."""
    seasons = chosen.seasons()
    if chosen.piece.season is None or len(seasons) != 1:
        return chosen
    return replace(chosen, piece=replace(chosen.piece, season=seasons[0].key))


def _refuse_unknown(chosen: Chosen) -> None:
    """Say what there is instead of a season, a part or an episode that the catalogue has not."""
    piece, title = chosen.piece, chosen.show.title
    seasons = chosen.seasons()
    if piece.season is not None and not seasons:
        known = [season.label for season in chosen.show.seasons]
        raise UnknownSeasonError(title, Piece(piece.season).words, known)
    if piece.unit in ("part", "episode") and not any(chosen.releases()):
        known = [
            release.numbers if piece.unit == "episode" else release.label
            for season in seasons
            for release in releases(chosen.show, season)
            if (release.episodes if piece.unit == "episode" else release.part)
        ]
        raise UnknownSeasonError(title, piece.words, known)


def _pick(words: str, found: Sequence[Name]) -> Name:
    labels = [f"{name.title} ({name.id})" for name in found]
    if not can_ask():
        raise AmbiguousShowError(words, labels)
    for number, label in enumerate(labels, 1):
        say(f"{number}  {label}")
    answer = ask(f"which one, 1 to {len(found)}? ")
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(found):
        return found[int(answer) - 1]
    raise AmbiguousShowError(words, labels)
