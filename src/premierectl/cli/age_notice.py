"""How old the dates are that the countdown shows: said once a day."""

from datetime import date

from premierectl.app import App
from premierectl.cli.saying import notice
from premierectl.cli.streams import is_heard
from premierectl.storage.cache_file import load_cached
from premierectl.upcoming.age import AgeTold, age_words


def notice_age(world: App, shown: date, today: date) -> None:
    """Say behind the answer that what is ``shown`` was checked so long ago.

    Where the user named the moment, or nobody sits at the terminal, it is said each time and not
    remembered.
    """
    path = world.paths.age_told
    if world.told[0] is None and is_heard():
        if load_cached(path, AgeTold) == AgeTold(today):
            return
        world.remembered(path, AgeTold, lambda _: AgeTold(today))
    notice(age_words(shown, today))
