"""What is built holds tracked files, man pages and completion; nothing that merely lies about."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuiltFiles(BuildHookInterface):
    """Leave out what git does not track, and add to a wheel what belongs under ``share/``.

    In an unpacked sdist, all there is was tracked.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Exclude the untracked files of a checkout; make the man pages of a wheel to be given away."""
        if (Path(self.root) / ".git").exists():
            self.build_config.target_config.setdefault("exclude", []).extend(self._untracked())
        if self.target_name == "wheel" and version == "standard":
            build_data["shared_data"].update(self._shared_files())

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - the interface
        """Throw away what was made for this wheel."""
        if hasattr(self, "_made"):
            self._made.cleanup()

    def _untracked(self) -> list[str]:
        words = ["git", "ls-files", "--others", "--directory", "--exclude-standard", "-z"]
        listed = subprocess.run(words, cwd=self.root, check=True, capture_output=True).stdout  # noqa: S603
        return [f"/{path}" for path in listed.decode().split("\0") if path]

    def _shared_files(self) -> dict[str, str]:
        """The files under ``share/``, each with its place in the installation."""
        self._made = tempfile.TemporaryDirectory()
        sys.dont_write_bytecode = True
        sys.path.insert(0, str(Path(self.root) / "src"))
        from premierectl.cli.shared_files import shared_files  # noqa: PLC0415 - only for a wheel

        built_at = os.environ.get("SOURCE_DATE_EPOCH")
        places = {}
        for place, text in shared_files(int(built_at) if built_at else None).items():
            path = Path(self._made.name) / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            places[str(path)] = place
        return places
