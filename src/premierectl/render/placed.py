"""Where files and folders are, as people and scripts get it."""

from typing import Literal

from msgspec import Struct


class PathItem(Struct, frozen=True, kw_only=True):
    """A file or folder of this user's, and whether to sync it between machines."""

    name: str
    path: str
    exists: bool
    sync: Literal["yes", "never"]
