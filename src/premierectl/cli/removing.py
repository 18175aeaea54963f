"""``watchlist remove``: what is followed no longer, and reminders that are done with."""

from collections.abc import Sequence

from premierectl.cli.followed_wishes import listed_words, wishes_of_followed
from premierectl.cli.line_changes import Lines, followed_with_more, of_lines, with_refusals
from premierectl.cli.session import View
from premierectl.cli.watchlist import Words
from premierectl.cli.watchlist_change import change_as_wished
from premierectl.cli.wishes import Wish, asked_for
from premierectl.reminders import without_reminder
from premierectl.render.found import Outcome
from premierectl.united_lines import one_line_a_show
from premierectl.watchlist import Watchlist


def remove(shows: Words, view: View) -> None:
    """Stop following shows or seasons.

    Without a season, it is everything you follow of the show. The exact text of a reminder removes
    that.
    """
    session = view.open()
    catalogue = session.catalogue()
    watchlist = one_line_a_show(session.world.watchlist(), catalogue)
    listed = listed_words(catalogue, watchlist)
    texts = {reminder.text for reminder in watchlist.reminders}

    def forget(lines: Lines, wish: Wish) -> tuple[Lines, Outcome, str]:
        if any(line.covers(wish.piece) and not line.is_within(wish.piece) for line in lines):
            raise followed_with_more(catalogue, lines, wish)
        kept = tuple(line for line in lines if not line.is_within(wish.piece))
        return kept, "removed", f"{wish.title} is followed no longer"

    forget_show = of_lines(catalogue, forget)

    def change(before: Watchlist, wish: Wish) -> tuple[Watchlist, Outcome, str]:
        if wish.is_reminder:
            return (
                without_reminder(before, wish.title),
                "removed",
                f"the reminder {wish.title} is gone",
            )
        return forget_show(before, wish)

    named, others = _named_reminders(shows, texts)
    words, together = asked_for(others, catalogue, listed) if others else ((), True)
    named += [each for each in words if each in texts]
    of_shows = [each for each in words if each not in texts]
    wishes = [
        *(Wish(each, title=each, is_reminder=True) for each in named),
        *wishes_of_followed(catalogue, of_shows, watchlist),
    ]
    wishes = with_refusals(wishes, change, watchlist)
    change_as_wished(session, catalogue, "watchlist remove", wishes, change, together=together)


def _named_reminders(words: Sequence[str], texts: set[str]) -> tuple[list[str], list[str]]:
    """The texts of reminders among the words, and the others; words without quotes are one, too."""
    joined = " ".join(" ".join(words).split())
    if joined in texts:
        return [joined], []
    return [each for each in words if each in texts], [each for each in words if each not in texts]
