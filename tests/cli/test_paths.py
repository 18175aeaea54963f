"""``paths``: every file and folder of the user's, and which of them to sync."""

import json
from pathlib import Path

from premierectl.paths import Paths, bundled_catalogue
from tests.conftest import Run, Write


def test_every_file_and_folder_is_named_with_whether_to_sync_it(run: Run, home: Path) -> None:
    run("watchlist", "add", "pitt")
    result = run("paths")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        f"watchlist\t{home}/data/watchlist.json\tyes\tyes\n"
        f"own catalogue\t{home}/config/shows.json\tno\tyes\n"
        f"settings\t{home}/config/config.toml\tno\tyes\n"
        f"data folder\t{home}/data\tyes\tyes\n"
        f"config folder\t{home}/config\tno\tyes\n"
        f"live catalogue\t{home}/state/live.sqlite\tno\tnever\n"
        f"what calendars were told\t{home}/state/calendar.json\tno\tnever\n"
        f"what notices were given\t{home}/state/notified.json\tno\tnever\n"
        f"what vdirs hold\t{home}/state/vdirs\tno\tnever\n"
        f"the last look\t{home}/state/last-look.json\tno\tnever\n"
        f"when the dates' age was told\t{home}/state/age-told.json\tno\tnever\n"
        f"what was merged\t{home}/state/merges.json\tno\tnever\n"
        f"earlier versions\t{home}/state/versions\tyes\tnever\n"
        f"drafts\t{home}/state/drafts\tno\tnever\n"
        f"locks\t{home}/state/locks\tyes\tnever\n"
        f"state folder\t{home}/state\tyes\tnever\n"
        f"cache folder\t{home}/cache\tno\tnever\n"
        f"bundled catalogue\t{bundled_catalogue()}\tyes\tnever\n"
    )


def test_a_person_sees_it_in_words(run: Run, write: Write) -> None:
    write("data/watchlist.json", {"format": 1, "shows": []})
    lines = run("paths", terminal=True, COLUMNS="200").out.splitlines()
    heading, watchlist, own = (" ".join(line.split()) for line in lines[:3])
    assert heading == "What Between machines Path"
    assert watchlist.startswith("watchlist sync /")
    assert own.startswith("own catalogue sync not there yet /")
    assert any(line.startswith("state folder  ") and "  never sync  " in line for line in lines)


def test_what_an_earlier_version_left_is_named_where_it_is(run: Run, write: Write) -> None:
    left = write("data/catalogue.json", b"{}"), write("state/changes.json", b"{}")
    items = json.loads(run("paths", "--json").out)["items"]
    assert [item for item in items if item["path"] in map(str, left)] == [
        {
            "name": "live catalogue of an earlier premierectl",
            "path": str(left[0]),
            "exists": True,
            "sync": "never",
        },
        {"name": "its changes", "path": str(left[1]), "exists": True, "sync": "never"},
    ]


def test_no_file_that_has_a_place_is_missing(run: Run, write: Write, home: Path) -> None:
    write("data/catalogue.json", b"{}")
    write("state/changes.json", b"{}")
    paths = Paths(*(home / name for name in ("config", "data", "state", "cache")))
    places = {
        *(getattr(paths, name) for name in Paths.__struct_fields__),
        *(getattr(paths, name) for name, kind in vars(Paths).items() if isinstance(kind, property)),
    }
    listed = {Path(item["path"]) for item in json.loads(run("paths", "--json").out)["items"]}
    assert places <= listed
