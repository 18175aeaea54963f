"""``notify``: the whole family of commands."""

from premierectl.cli.command import command
from premierectl.cli.notify import notify_app, notify_now
from premierectl.cli.notify_timer import notify_timer

command(notify_app, "now")(notify_now)
command(notify_app, "timer")(notify_timer)
