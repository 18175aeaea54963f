"""Made-up exports of another tracker, as large as a heavy user's."""

import sys
import zipfile
from pathlib import Path
from typing import Final

# TheTVDB's numbers from here on are of no show.
_FIRST: Final = 9_000_000
_FOLLOWED: Final = "tv_show_id,active,archived,tv_show_name,created_at\n"
_LOG: Final = "key,s_id,is_followed,is_archived,is_for_later,series_name,ep_no,created_at\n"


def write_table(path: Path, shows: int) -> Path:
    """A table of so many followed shows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_followed(shows), encoding="utf-8")
    return path


def write_archive(path: Path, rows: int) -> Path:
    """An archive with a log of so many watched episodes, of 400 shows, and who is followed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    episodes = (
        f"watch-episode-{place:036},{_FIRST + place % 400},,,,Tale {place % 400},{place},"
        "2023-04-24 18:30:00\n"
        for place in range(rows)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("followed_tv_show.csv", _followed(400))
        archive.writestr("tracking-prod-records-v2.csv", _LOG + "".join(episodes))
    return path


def main(folder: Path) -> None:
    """Write both into this folder."""
    write_table(folder / "followed.csv", 10_000)
    write_archive(folder / "archive.zip", 100_000)


def _followed(shows: int) -> str:
    rows = (f"{_FIRST + place},1,0,Tale {place},2023-04-24 18:30:00\n" for place in range(shows))
    return _FOLLOWED + "".join(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
