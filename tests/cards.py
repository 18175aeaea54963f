"""Cards of single shows as a terminal of 24 lines shows them, 40, 80 and 120 columns wide: ``make cards``."""

import json
import shlex
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import pexpect

FOLDER: Final = Path(__file__).parent / "cards"
WIDTHS: Final = (40, 80, 120)
HEIGHT: Final = 24

STORY: Final = (
    "Far out on the ice the keeper of the last lighthouse hears a voice that nobody has heard for "
    "thirty years. What it asks of her she cannot tell anybody, least of all her brother, who has "
    "come to close the station for good. A storm is on its way, the boat is gone, and the lamp will "
    "not go out. Then the second voice begins, and it knows her name."
)
SOURCE: Final = {"title": "Hulu Press: the winter slate", "checked": "2026-11-01"}
NEW_YORK: Final[Any] = {"time": "21:00", "timezone": "America/New_York"}
VOLUMES: Final = [
    {"label": "Volume 1", "date": "2026-11-10", "episodes": 4},
    {"label": "Volume 2", "date": "2026-12-25", "episodes": 3},
    {"label": "The Finale", "date": "2026-12-31", "episodes": 1},
]


class CardCase(NamedTuple):
    """A show of the catalogue, the words behind ``countdown``, and the exit code."""

    show: Mapping[str, Any]
    words: str = "ours"
    code: int = 0


def one(
    title: str = "Silver Harbour", *, whole: Mapping[str, Any] | None = None, **season: Any
) -> Any:
    """A show of one season, and what is known of the ``whole`` of it."""
    known = {"id": "ours", "title": title, "network": "Hulu", **(whole or {})}
    return known | {"seasons": [{"number": 1, **season}]}


WEEKLY: Final = one(premiere="2026-11-12", release="weekly", episodes=8, synopsis=STORY, **NEW_YORK)
CASES: Final = {
    "far ahead": CardCase(
        one(
            premiere="2027-04-14", announced="2026-09-01", release="weekly", episodes=8,
            synopsis=STORY, sources=[SOURCE],
            cast=[{"person": name, "new": True} for name in ("Ada Winter", "Noor Haddad", "Sam Lee", "Jo Park")],
        )
    ),
    "tomorrow": CardCase(
        one(premiere="2026-11-24", announced="2026-09-01", sources=[SOURCE], **NEW_YORK),
        "ours --now 2026-11-23T22:15+00:00",
    ),
    "within the hour": CardCase(
        one(premiere="2026-11-24", **NEW_YORK), "ours --now 2026-11-25T01:18+00:00"
    ),
    "today": CardCase(one(premiere="2026-11-23", sources=[SOURCE])),
    "out now": CardCase(WEEKLY, "ours:s1e2 --now 2026-11-20T04:00+00:00"),
    "out for long": CardCase(one(premiere="2024-10-03", status="ended"), "ours:s1"),
    "a month": CardCase(one(premiere="2027-03", announced="2026-10-01", sources=[SOURCE])),
    "a year": CardCase(one(premiere="2027?", announced="2026-10-01")),
    "any day": CardCase(one(premiere="2026-11?")),
    "late": CardCase(one(premiere="2026-10")),
    "moved": CardCase(
        one(
            premiere="2027-02-12", announced="2026-09-01",
            history=[{"when": "2026-10-01", "from": "2026-12-13", "to": "2027-02-12"}],
        )
    ),
    "renewed": CardCase(one(status="renewed", sources=[SOURCE])),
    "without a date": CardCase(one()),
    "ended": CardCase(
        one(
            whole={"status": "ended", "synopsis": STORY, "note": "There is no season 2: a film ends the story. Later."},
            premiere="2024-10-03", network="Disney+", sources=[SOURCE],
        ),
        code=1,
    ),
    "cancelled": CardCase(one(whole={"status": "cancelled"}, premiere="2024", status="ended"), code=1),
    "between seasons": CardCase(one(whole={"status": "running"}, premiere="2026-08-12", status="ended"), code=1),
    "nothing announced": CardCase(one(premiere="2026-11-01", status="ended"), code=1),
    "in a break": CardCase(
        one(
            episodes=8, status="airing",
            episode_list=[{"number": n, "date": f"2026-11-{n:02}"} for n in range(1, 5)],
        ),
        code=1,
    ),
    "weekly": CardCase(WEEKLY),
    "in parts": CardCase(one(premiere="2026-11-10", release="parts", episodes=8, parts=VOLUMES, announced="2026-05-01")),
    "wide title": CardCase(
        one("深夜食堂 東京の小さな店で起こる物語", premiere="2026-12-24", synopsis="深夜食堂" * 60, network="日本テレビ")
    ),
}  # fmt: skip


def path(name: str) -> Path:
    """Where the cards of a case are kept, one for each width."""
    return FOLDER / f"{name.replace(' ', '-')}.txt"


def main() -> None:
    """Write them all anew; where one cannot be shown, those that are kept stay as they are."""
    made = {
        path(name): "\f\n".join(_shown(case, width) for width in WIDTHS)
        for name, case in CASES.items()
    }
    FOLDER.mkdir(exist_ok=True)
    for old in {*FOLDER.glob("*.txt")} - {*made}:
        old.unlink()
    for file, cards in made.items():
        file.write_text(cards, encoding="utf-8")


def _shown(case: CardCase, width: int) -> str:
    with tempfile.TemporaryDirectory() as home:
        catalogue = Path(home) / "config" / "shows.json"
        catalogue.parent.mkdir()
        catalogue.write_text(json.dumps({"format": 1, "shows": [case.show]}), encoding="utf-8")
        program = f"{shlex.quote(sys.executable)} -m premierectl countdown {case.words} 2>/dev/null"
        shown = pexpect.run(
            shlex.join(["sh", "-c", program]),
            dimensions=(HEIGHT, width),
            encoding="utf-8",
            env={
                "PREMIERECTL_HOME": home,
                "PREMIERECTL_NOW": "2026-11-23",
                "PREMIERECTL_TIMEZONE": "Europe/London",
                "LC_ALL": "C.UTF-8",
                "NO_COLOR": "1",
                "PATH": "/usr/bin:/bin",
            },
        )
    return str(shown).replace("\r\n", "\n")


if __name__ == "__main__":
    main()
