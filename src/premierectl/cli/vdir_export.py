"""What ``export vdir`` does to a folder, and what it says of it."""

import os
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

from premierectl.cli.calendar_export import vdir_items
from premierectl.cli.exported import Exported, how_many
from premierectl.cli.saying import say
from premierectl.storage.vdir import VdirUpdate, require_place, update_vdir, vdir_memory, vdir_name
from premierectl.upcoming.outlook import Row
from premierectl.watchlist import Reminder

_LABELS: Final = {"displayname": b"Premieres", "color": b"#8250DF"}
_FILES_NAMED: Final = 5


def write_vdir(
    found: Exported,
    folder: Path,
    entries: Sequence[Row | Reminder],
    alarms: Sequence[timedelta],
) -> None:
    """Let the folder hold a file for each of these, and say what became of it."""
    require_place(folder)
    world, place = found.session.world, Path(os.path.realpath(folder))
    memory = vdir_memory(world.paths.vdirs, place)
    told = vdir_memory(world.paths.vdirs, place, "-told")
    with world.locked(memory):
        texts = vdir_items(found, entries, alarms, told)
        items = {vdir_name(uid): text.encode() for uid, text in texts.items()}
        update = update_vdir(folder, items, _LABELS, memory)
    if items or update.removed:
        say(_became(folder, len(items), update))
    if update.theirs:
        say(_left_alone(folder, update.theirs, "delete {0} to have what premierectl writes"))
    if update.changed:
        advice = "premierectl no longer exports {0}; delete {0} to be rid of {0}"
        say(_left_alone(folder, update.changed, advice))


def _became(folder: Path, events: int, update: VdirUpdate) -> str:
    counted = ((update.written, "written"), (update.removed, "removed"))
    changes = ", ".join(f"{number} {verb}" for number, verb in counted if number)
    return f"{how_many(events, 'event')} in {folder}: {changes or 'nothing changed'}"


def _left_alone(folder: Path, names: Sequence[str], advice: str) -> str:
    verb, them = ("is", "it") if len(names) == 1 else ("are", "them")
    more = len(names) - _FILES_NAMED
    named = ", ".join((*names[:_FILES_NAMED], *([f"{more} more"] if more > 0 else [])))
    return (
        f"{how_many(len(names), 'file')} in {folder} {verb} not as premierectl wrote {them} and "
        f"{verb} left alone: {named}; {advice.format(them)}"
    )
