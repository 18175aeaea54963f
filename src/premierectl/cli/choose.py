"""From the words of a command line to shows and pieces of them; menus where several are meant."""

from collections.abc import Container, Sequence

from msgspec.structs import replace

from premierectl.catalogue.catalogue import Catalogue, Name
from premierectl.catalogue.namesakes import distinct_titles, labels
from premierectl.cli.saying import notice_skipped, report
from premierectl.cli.streams import agrees, ask, can_ask, is_watched
from premierectl.errors import (
    AmbiguousError,
    NothingError,
    UnknownSeasonError,
    UnknownShowError,
)
from premierectl.folding import title_order
from premierectl.schedule import releases
from premierectl.selector import Piece
from premierectl.upcoming.meaning import meaning, titles_in
from premierectl.upcoming.outlook import Chosen, scope_of


def choose(
    catalogue: Catalogue,
    words: str,
    among: Container[str | None] = (),
    *,
    whole: bool = False,
    may_ask: bool = True,
) -> Chosen:
    """The show and the piece that these words mean; on a terminal, a choice of several is offered.

    Of several candidates, those ``among`` these ids come first. Where the ``whole`` name is asked for,
    the beginning of one means nothing; the nearest of a name that is none is offered if we ``may_ask``. Raises :class:`UnknownShowError`, :class:`UnknownSeasonError`
    or :class:`AmbiguousError`.
    """
    name, piece = chosen_show(catalogue, words, among, whole=whole, may_ask=may_ask)
    found = scope_of(catalogue, [(name.id, piece)])
    notice_skipped(found.skipped)
    chosen = next(iter(found.chosen), None)
    if chosen is None:
        raise NothingError(
            f"the catalogue's entry for {name.title} is bad; see: premierectl catalogue check"
        )
    _refuse_unknown(chosen)
    return _by_key(chosen)


def chosen_show(
    catalogue: Catalogue,
    words: str,
    among: Container[str | None] = (),
    *,
    whole: bool = False,
    may_ask: bool = True,
) -> tuple[Name, Piece]:
    """The same, whether or not its entry can be read, and whether or not it has such a piece.

    Raises :class:`UnknownShowError` or :class:`AmbiguousError`.
    """
    meant = meaning(words, catalogue, whole=whole)
    if not meant.shows:
        unknown = _unknown(words, meant.words, catalogue)
        return _offered_nearest(unknown, catalogue, may_ask=may_ask), meant.piece
    preferred = sorted(
        [name for name in meant.shows if name.id in among] or meant.shows,
        key=lambda name: title_order(name.title),
    )
    name = preferred[0] if len(preferred) == 1 else _pick(words, preferred)
    return name, meant.piece


def titles(
    catalogue: Catalogue, words: Sequence[str], *, whole: bool = False, may_ask: bool = True
) -> Sequence[str]:
    """These words as the titles that they are: one of all of them, else one each.

    Raises :class:`UnknownShowError` for the whole where none is the whole name of a show, or not
    each is a show and the whole is like the name of one, unless the user agrees to that one. Words
    with spaces were one to whoever wrote them.
    """
    if len(words) == 1:
        return words
    found = titles_in(words, catalogue, whole=whole)
    if len(found) == 1 or any(" " in each.strip() for each in words):
        return found
    if not all(meaning(each, catalogue, whole=whole).shows for each in found):
        unknown = _unknown(" ".join(words), " ".join(words), catalogue)
        if unknown.suggestions or not any(meaning(e, catalogue, whole=True).shows for e in found):
            return [_offered_nearest(unknown, catalogue, may_ask=may_ask).id]
    return found


def menu(listed: Sequence[str], hint: str = "") -> int | None:
    """Offer these by number on the terminal; the place of the one that was chosen, null for none."""
    report(f"{number}  {label}" for number, label in enumerate(listed, 1))
    answer = ask(f"which one, 1 to {len(listed)}? {hint}")
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(listed):
        return int(answer) - 1
    return None


def _unknown(words: str, title: str, catalogue: Catalogue) -> UnknownShowError:
    from premierectl.catalogue.suggest import suggestions  # noqa: PLC0415 - only after a miss

    near = suggestions(title, catalogue)
    titles_of = distinct_titles(map(catalogue.name, near))
    return UnknownShowError(words, near, [titles_of[each] for each in near])


def _offered_nearest(unknown: UnknownShowError, catalogue: Catalogue, *, may_ask: bool) -> Name:
    """The show that is called nearly so, if somebody at a terminal says that it is meant."""
    near = [catalogue.name(show_id) for show_id in unknown.suggestions]
    if not (near and may_ask and can_ask() and is_watched()):
        raise unknown
    said = f"No show is called {unknown.words!r}."
    if len(near) == 1:
        place = 0 if agrees(f"{said} Did you mean {near[0].title}?") else None
    else:
        report([f"{said} Did you mean one of these?"])
        place = menu(labels(near))
    if place is None:
        raise UnknownShowError(unknown.words)
    return near[place]


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
    listed = labels(found)
    if not can_ask():
        raise AmbiguousError(words, listed)
    place = menu(listed)
    if place is None:
        raise AmbiguousError(words, listed)
    return found[place]
