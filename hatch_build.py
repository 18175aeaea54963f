"""What is built holds tracked files only: nothing that merely lies about in a checkout."""

import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TrackedFiles(BuildHookInterface):
    """Leave out what git does not track; in an unpacked sdist, all there is was tracked."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the interface
        """Exclude the untracked files of a checkout from this target."""
        if not (Path(self.root) / ".git").exists():
            return
        words = ["git", "ls-files", "--others", "--directory", "--exclude-standard", "-z"]
        listed = subprocess.run(words, cwd=self.root, check=True, capture_output=True).stdout  # noqa: S603
        untracked = [f"/{path}" for path in listed.decode().split("\0") if path]
        self.build_config.target_config.setdefault("exclude", []).extend(untracked)
