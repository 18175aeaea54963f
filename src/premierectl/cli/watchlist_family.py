"""``watchlist``: the whole family of commands."""

from premierectl.cli import followed_list, merging, muting, reminders, removing, tags, undoing
from premierectl.cli.command import command
from premierectl.cli.conflict_notice import notice_copies
from premierectl.cli.watchlist import watchlist_app

command(watchlist_app, "remove")(removing.remove)
command(watchlist_app, "list")(followed_list.list_followed)
command(watchlist_app, "tag")(tags.tag)
command(watchlist_app, "untag")(tags.untag)
command(watchlist_app, "mute")(muting.mute)
command(watchlist_app, "unmute")(muting.unmute)
command(watchlist_app, "remind")(reminders.remind)
command(watchlist_app, "undo")(undoing.undo)
command(watchlist_app, "redo")(undoing.redo)

notice_copies(watchlist_app)

command(watchlist_app, "merge")(merging.merge)
