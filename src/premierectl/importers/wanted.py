"""Which files of an archive are opened, told by their names, and what is said where none is."""

import re
from collections.abc import Sequence
from typing import Final

from premierectl.importers.content import Content
from premierectl.importers.document import FileFormat
from premierectl.importers.recognition import UnknownFormatError

_MOST_MEMBERS_NAMED: Final = 5
_LONGEST_MEMBER_NAME: Final = 60


def is_wanted(member: Content, form: FileFormat) -> bool:
    """Whether a file of an archive may be one of this format."""
    return form.members is not None and bool(re.fullmatch(form.members, member.name.lower()))


def no_export(
    place: str, members: Sequence[Content], formats: Sequence[FileFormat]
) -> UnknownFormatError:
    """What is said of an archive without a file that is wanted: what is in it, and what was sought."""
    if not members:
        return UnknownFormatError(place, "holds no files")
    names = [each.name[:_LONGEST_MEMBER_NAME] for each in members[:_MOST_MEMBERS_NAMED]]
    more = len(members) - len(names)
    names += [f"{more:,} more"] if more else []
    trackers = list(dict.fromkeys(each.tracker for each in formats if each.members))
    sought = _in_words(trackers, "or") or "any tracker"
    return UnknownFormatError(place, f"holds {_in_words(names, 'and')}, and no export of {sought}")


def _in_words(words: Sequence[str], conjunction: str) -> str:
    """The words as a sentence lists them: ``a, b and c``."""
    before, last = words[:-1], words[-1:]
    return f" {conjunction} ".join(filter(None, (", ".join(before), *last)))
