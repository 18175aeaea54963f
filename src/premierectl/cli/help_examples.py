"""What one can call, for each help page: every line is run by a test."""

from typing import Final

from msgspec import Struct


class Example(Struct, frozen=True):
    """A command line, and what it does where that is not plain."""

    line: str
    meaning: str = ""


def _examples(*pairs: tuple[str, str]) -> tuple[Example, ...]:
    return tuple(Example(f"premierectl {words}".rstrip(), meaning) for words, meaning in pairs)


EXAMPLES: Final = {
    "": _examples(
        ("", "What is next for the shows you follow."),
        ("add pitt silo", "Follow two shows."),
        ("countdown pitt", "How long until that one?"),
    ),
    "countdown": _examples(
        ("countdown pitt", "One show, as a card."),
        ("countdown --within 3m --premieres", "What begins in the next three months."),
        ("countdown --all --network netflix", "Everything known of one network."),
    ),
    "next": _examples(
        ("next pitt --vague", "What is known of the date: 2027-01."),
        ("next --count --all --within 1y", "How many releases there are in a year."),
        ("next --all --limit 3 --format '{date} {title}'", "The next three dates, with titles."),
    ),
    "days": _examples(
        ("days pitt --vague", "The days as they are known: 36-66."),
        ("days --all --premieres", "Until anything new begins."),
    ),
    "bar": _examples(
        ("bar waybar", "What is next of your watchlist, for waybar."),
        ("bar tmux pitt silo --max-width 30", "Of two shows, for a status line of tmux."),
        ("bar plain --all --premieres --text '{title}: {wait}'", "Of everything, in your words."),
    ),
    "calendar": _examples(
        ("calendar 2027-01", "January 2027."),
        ("calendar december --all", "The next December, of everything known."),
        ("calendar 2026-W52 --all", "A week, day by day."),
    ),
    "show": _examples(
        ("show pitt", "All there is to know."),
        ("show pitt:s2 --episodes", "Every release of a season."),
    ),
    "cast": _examples(
        ("cast heartstopper:s2", "Who was in season 2."),
        ("cast heartstopper:s2 --new", "Only who was new in it."),
    ),
    "search": _examples(
        ("search murder", "Shows with that word, titles first."),
        ("search oseman --in creator", "Only who made them."),
    ),
    "recent": _examples(
        ("recent", "The last seven days."),
        ("recent --all --since 2026-09-01 --premieres", "All that began since then."),
    ),
    "changes": _examples(
        ("changes", "What the last refresh changed."),
        ("changes --all --since 7d", "Of everything, in the last seven days."),
    ),
    "import": _examples(
        ("import followed.csv", "What kind of file it is, it finds out."),
        ("import followed.csv --dry-run", "Only say what it would do."),
    ),
    "add": _examples(
        ("add pitt", "All of a show."),
        ("add stranger-things:s5 --note 'with Sam'", "One season, with a note."),
        ("add 'Night Harbour' --anyway", "A show that nobody knows yet."),
    ),
    "remove": _examples(("remove pitt", "All you follow of it."), ("remove slow-horses:s7", "One season.")),
    "list": _examples(
        ("list", "What you follow, the nearest first."),
        ("list --sort title --tag family", "The shows that are tagged so, by title."),
    ),
    "undo": _examples(
        ("undo", "Take the last change back."), ("undo --list", "What there is to go back to.")
    ),
    "redo": _examples(("redo", "Take the undo back.")),
    "config": _examples(("config check", "")),
    "config check": _examples(("config check", ""), ("config check --json", "For programs.")),
    "paths": _examples(("paths", ""), ("paths --json", "For programs.")),
    "watchlist": _examples(
        ("watchlist", "What you follow."),
        ("watchlist mute silo --until dated", "Nothing of it until there is a date."),
    ),
    "watchlist tag": _examples(("watchlist tag pitt silo family", "Tag two shows.")),
    "watchlist untag": _examples(("watchlist untag pitt family", "")),
    "watchlist mute": _examples(
        ("watchlist mute silo", "Until you unmute it."),
        ("watchlist mute silo --until 2027-03-01", "Until that day."),
    ),
    "watchlist unmute": _examples(("watchlist unmute silo", "")),
    "watchlist remind": _examples(
        ("watchlist remind 'Rewatch Silo' 2027-01-10", "A day of your own in the countdown.")
    ),
    "watchlist merge": _examples(
        ("watchlist merge copy.json", "Unite your list with that of another machine.")
    ),
    "notify": _examples(
        ("notify --dry-run", "What would be told now."),
        ("notify --dry-run --premieres", "The same, without weekly episodes."),
        ("notify --days 14,1,0 --no-changes", "Two weeks and a day before, and on the day."),
        ("notify timer systemd", "A timer for every day."),
    ),
    "notify now": _examples(
        ("notify --dry-run", "What would be told now."),
        ("notify --exec 'tee -a told.jsonl'", "Hand each notice to a program."),
    ),
    "notify timer": _examples(
        ("notify timer systemd", "For Linux: two units."), ("notify timer cron", "For any Unix: a line.")
    ),
    "catalogue": _examples(
        ("catalogue", "Where it stands."),
        ("catalogue refresh", "Get today's dates."),
        ("catalogue add 'Night Harbour' --season 2 --premiere 2027-03", "A show of your own."),
    ),
    "catalogue status": _examples(("catalogue status", "")),
    "catalogue path": _examples(("catalogue path", "")),
    "catalogue check": _examples(("catalogue check bundled", "The one that comes with premierectl.")),
    "catalogue schema": _examples(("catalogue schema", "")),
    "catalogue refresh": _examples(
        ("catalogue refresh", "What is coming, and the shows you follow."),
        ("catalogue refresh pitt", "Only that show."),
    ),
    "catalogue add": _examples(
        ("catalogue add 'Night Harbour' --season 2 --premiere 2027-03", "March 2027, day unknown."),
        ("catalogue add pitt --season 3 --premiere 2027-01-07 --follow", "Correct a date, and follow."),
    ),
    "catalogue remove": _examples(
        ("catalogue remove silo --hide", "Never show it again."),
        ("catalogue remove pitt:s3 --field premiere", "Withdraw a date."),
    ),
    "catalogue undo": _examples(("catalogue undo", "")),
    "catalogue redo": _examples(("catalogue redo", "")),
    "catalogue edit": _examples(("catalogue edit", "")),
    "export": _examples(("export ics pitt --include-vague", "A calendar, on standard output.")),
    "export ics": _examples(
        ("export ics --include-vague -o premieres.ics", "What you follow, vague dates too."),
        ("export ics --all --premieres", "Everything that begins, on standard output."),
    ),
    "export vdir": _examples(
        ("export vdir premieres --include-vague", "What you follow, for khal and vdirsyncer."),
        ("export vdir premieres --all --premieres", "Everything that begins instead."),
    ),
    "export json": _examples(("export json --all", "")),
    "export csv": _examples(("export csv --all -o releases.csv", "")),
}  # fmt: skip
