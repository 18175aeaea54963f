"""Where files and folders are, and which program this is, as people and scripts get it."""

from typing import Literal

from msgspec import Struct


class PathItem(Struct, frozen=True, kw_only=True):
    """A file or folder of this user's, and whether to sync it between machines."""

    name: str
    path: str
    exists: bool
    sync: Literal["yes", "never"]


class VersionNow(Struct, frozen=True, kw_only=True):
    """The program that runs, the Python that runs it (``3.11.7``), and the system (``linux``)."""

    version: str
    python: str
    system: str
