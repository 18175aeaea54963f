"""``add``, ``remove``, ``list``, ``undo`` and ``redo``: what is done most with a watchlist, in one word."""

from premierectl.cli import followed_list, removing, undoing, watchlist
from premierectl.cli.command import command, family
from premierectl.cli.conflict_notice import notice_copies

add_app = family("Follow shows: premierectl watchlist add.")
remove_app = family("Follow shows no longer: premierectl watchlist remove.")
list_app = family("What you follow: premierectl watchlist list.")
undo_app = family("The previous watchlist again: premierectl watchlist undo.")
redo_app = family("Take an undo back: premierectl watchlist redo.")

command(add_app, "add")(watchlist.add)
command(remove_app, "remove")(removing.remove)
command(list_app, "list")(followed_list.list_followed)
command(undo_app, "undo")(undoing.undo)
command(redo_app, "redo")(undoing.redo)

notice_copies(add_app, remove_app, list_app, undo_app, redo_app)
