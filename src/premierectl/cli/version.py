"""Which premierectl this is, for whoever installs or reports it."""

import platform
import sys

from premierectl import __version__
from premierectl.app import App
from premierectl.render.documents import document
from premierectl.render.placed import VersionNow


def version_document() -> str:
    """The versions of the program and of Python, and the system, as a ``--json`` document."""
    now = VersionNow(version=__version__, python=platform.python_version(), system=sys.platform)
    return document("version", App.open().moment, None, [now])
