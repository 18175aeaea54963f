"""A folder with a file for each event (vdir), which khal reads and vdirsyncer takes to a server.

The format: https://vdirsyncer.pimutils.org/en/stable/vdir.html. Others keep files there, too, and may
change ours; so what we wrote is remembered, and a file that holds anything else is not touched.
"""

import contextlib
import os
import re
import stat
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from premierectl.errors import BadFileError, CannotCreateError
from premierectl.storage import files
from premierectl.storage.cache_file import load_cached, save
from premierectl.storage.output_file import refuse_planted, sweep_abandoned

_DOMAIN: Final = "@premierectl"
_ENDING: Final = ".ics"
_DRAFT_ENDING: Final = ".tmp"  # what readers of a vdir pass over
_LONGEST_UID: Final = 200  # a draft's name is longer, and no name has more than 255 bytes
_UID: Final = re.compile(rb"(?m)^UID:[^\r\n]*@premierectl\r?$")

Digests = tuple[str, ...]


class VdirMemory(Struct, frozen=True):
    """By name, what we wrote into each file of a folder or were about to; whether we labelled it."""

    files: dict[str, Digests] = {}
    is_labelled: bool = False


class VdirUpdate(Struct, frozen=True):
    """What became of a folder: how many files were written and removed, and which are left alone.

    ``theirs`` stand in the place of an event, ``changed`` were ours and have an event no more.
    """

    written: int
    removed: int
    theirs: Sequence[str]
    changed: Sequence[str]


class _FolderPlan(Struct, frozen=True):
    """The names of files to be written and removed, and of those that are left as they are."""

    write: frozenset[str]
    remove: frozenset[str]
    theirs: frozenset[str]
    changed: frozenset[str]


def vdir_name(uid: str) -> str:
    """The name of an event's file: its UID, as far as that can be a name."""
    is_name = re.fullmatch(rf"[a-z0-9-]{{1,{_LONGEST_UID}}}{_DOMAIN}", uid)
    return f"{uid if is_name else sha256(uid.encode()).hexdigest() + _DOMAIN}{_ENDING}"


def vdir_memory(vdirs: Path, folder: Path, what: str = "") -> Path:
    """Where is remembered what this folder holds, and ``what`` else of it; a name of its own for a lock."""
    return vdirs / f"vdir-{sha256(os.fsencode(folder)).hexdigest()[:16]}{what}.json"


def require_place(folder: Path) -> None:
    """Raise where no folder can be or be made: what is above it may be on a disk to be mounted."""
    refuse_planted(folder)
    there, above = files.status(folder), files.status(folder.parent)
    if there is not None and not stat.S_ISDIR(there.st_mode):
        raise CannotCreateError(f"{folder} is not a folder; name one")
    if there is None and not (above is not None and stat.S_ISDIR(above.st_mode)):
        raise CannotCreateError(
            f"{folder} cannot be made: there is no folder {folder.parent}; make that first"
        )


def update_vdir(
    folder: Path, items: Mapping[str, bytes], labels: Mapping[str, bytes], memory: Path
) -> VdirUpdate:
    """Let the folder hold just these items of ours, by name; what is right already is not touched.

    The first time, ``labels`` are put beside them where there are none. The caller holds the lock of
    the ``memory``, which is written before the folder is and after: killed in between, the next call
    goes on. Raises :class:`CannotCreateError` or :class:`FileAccessError`, which say how far it came.
    """
    known = load_cached(memory, VdirMemory) or VdirMemory()
    digests = {name: _digest_of_event(data) for name, data in items.items()}
    plan = _plan_for(folder, digests, known.files)
    missing = labels if items and not (known.is_labelled and files.status(folder)) else {}
    noted, late = known, frozenset[str]()
    if plan.write or plan.remove or missing:
        noted = _note(memory, known, {name: digests[name] for name in plan.write})
        files.make_folder(folder)
        late = _carry_out(folder, plan, {**items, **missing}, known.files, tuple(missing))
        sweep_abandoned(folder, _is_draft)
    theirs, changed = (
        plan.theirs | (late & {*items}),
        plan.changed | (late & {*known.files} - {*items}),
    )
    held = {name: each for name, each in known.files.items() if name in theirs | changed}
    ours = {name: (each,) for name, each in digests.items() if name not in theirs}
    after = VdirMemory(held | ours, known.is_labelled or bool(missing))
    if after != noted:
        save(memory, after)
    written, removed = len(plan.write - theirs), len(plan.remove - changed)
    return VdirUpdate(written, removed, sorted(theirs), sorted(changed))


def _plan_for(folder: Path, wanted: Mapping[str, str], known: Mapping[str, Digests]) -> _FolderPlan:
    """What is to be done with each file, by the digests of what is wanted and of what we wrote."""
    write, remove, theirs, changed = set[str](), set[str](), set[str](), set[str]()
    for name in {**wanted, **known}:
        there, ours = _event_there(folder / name), known.get(name, ())
        if name in wanted:
            if there is None or (there in ours and there != wanted[name]):
                write.add(name)
            elif there != wanted[name]:
                theirs.add(name)
        elif there in ours:
            remove.add(name)
        elif there is not None:
            changed.add(name)
    return _FolderPlan(*map(frozenset, (write, remove, theirs, changed)))


def _event_there(path: Path) -> str | None:
    """The digest of an event of ours by this name; null for nothing, empty for anything else."""
    status = files.link_status(path)
    if status is None:
        return None
    if not stat.S_ISREG(status.st_mode):
        return ""
    try:
        data = files.read(path)
    except BadFileError:
        return ""
    if data is None:  # gone meanwhile
        return None
    return _digest_of_event(data) if _UID.search(data.replace(b"\r\n ", b"")) else ""


def _digest_of_event(data: bytes) -> str:
    return sha256(data).hexdigest()


def _note(memory: Path, known: VdirMemory, coming: Mapping[str, str]) -> VdirMemory:
    """Remember, before anything is done, what is about to be written besides what was."""
    with_coming = {
        name: tuple(dict.fromkeys((*known.files.get(name, ()), digest)))
        for name, digest in coming.items()
    }
    noted = VdirMemory({**known.files, **with_coming}, known.is_labelled)
    if noted != known:
        files.replace(memory, msgspec.json.encode(noted))
    return noted


def _carry_out(
    folder: Path,
    plan: _FolderPlan,
    texts: Mapping[str, bytes],
    known: Mapping[str, Digests],
    labels: Sequence[str],
) -> frozenset[str]:
    """Write and remove; return the names of which somebody else was quicker."""
    steps: list[tuple[str, str, Callable[[], bool]]] = [
        (name, "written", partial(_put_event, folder / name, texts[name], known.get(name, ())))
        for name in (*sorted(plan.write), *labels)
    ]
    steps += [
        (name, "removed", partial(_remove, folder / name, known[name]))
        for name in sorted(plan.remove)
    ]
    late = set[str]()
    for number, (name, verb, step) in enumerate(steps):
        try:
            if not step():
                late.add(name)
        except OSError as error:
            raise files.refused(
                f"{folder / name} cannot be {verb}: {files.reason(error)}; {number} of "
                f"{len(steps)} changes were made, export again when that is mended",
                error,
            ) from error
    files.sync_folder(folder)
    return frozenset(late)


def _put_event(path: Path, data: bytes, ours: Digests) -> bool:
    """Put a whole file in the place of nothing, or of a file of ours; whether it could be done."""
    draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}{_DRAFT_ENDING}")
    try:
        files.write_new(draft, data, files.link_status(path) or files.status(path.parent))
        there = _event_there(path)
        if there is None:
            return _move_to_nothing(draft, path)
        if there in ours:
            draft.replace(path)
        return there in ours
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _move_to_nothing(draft: Path, path: Path) -> bool:
    """Give a draft its name, if that is free until the last moment; whether it was."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return False
    except OSError:  # a disk without hard links
        if files.link_status(path) is not None:
            return False
        draft.replace(path)
    return True


def _remove(path: Path, ours: Digests) -> bool:
    there = _event_there(path)
    if there in ours:
        path.unlink(missing_ok=True)
    return there is None or there in ours


def _is_draft(path: Path) -> bool:
    return (
        re.fullmatch(rf"\..+{_DOMAIN}{_ENDING}\.[0-9a-f]{{8}}{_DRAFT_ENDING}", path.name)
        is not None
    )
