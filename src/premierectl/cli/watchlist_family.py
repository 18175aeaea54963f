"""``watchlist``: the whole family of commands."""

from premierectl.cli import followed_list, muting, reminders, removing, tags, undoing
from premierectl.cli.command import command
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
