"""Whatever a catalogue or a watchlist holds, every command ends with an answer or an error."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from premierectl.cli.program import run as run_words

anything = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.text(max_size=5)
    | st.sampled_from(["2027", "2027-13", "2027-03-12?", "UTC", "9999-12-31", "0001-01-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)  # fmt: skip
FIELDS: dict[str, list[str]] = {
    "season": [
        "number", "name", "premiere", "time", "timezone", "network", "release", "episodes",
        "first_day", "skipped_weeks", "finale", "parts", "episode_list", "announced", "status",
        "synopsis", "note", "cast", "history", "sources",
    ],
    "show": [
        "title", "aliases", "year", "genres", "network", "creators", "status", "synopsis", "url",
        "ids", "hidden", "sources",
    ],
}  # fmt: skip
good = {
    "number": st.integers(-3, 10**6), "premiere": st.sampled_from(["2027", "0001", "9999-12-31"]),
    "title": st.text(min_size=1, max_size=5), "aliases": st.lists(st.text(max_size=3), max_size=2),
    "status": st.sampled_from(["cancelled", "ended", "airing"]),
    "announced": st.sampled_from(["2020-01-01", "9999"]), "cast": st.just([{"person": "x"}]),
}  # fmt: skip


def some(kind: str, **required: Any) -> st.SearchStrategy[dict[str, Any]]:
    optional = {key: good.get(key, anything) | anything for key in FIELDS[kind]}
    return st.fixed_dictionaries(required, optional=optional)


shows = some(
    "show",
    id=st.sampled_from(["a", "the-pitt", "heartstopper", "A b"]) | anything,
    seasons=st.lists(some("season"), max_size=3) | anything,
)
catalogues = st.fixed_dictionaries(
    {"format": st.sampled_from([1, 1, 1, 2, None]), "shows": st.lists(shows, max_size=3) | anything}
)
watchlists = st.fixed_dictionaries(
    {
        "format": st.sampled_from([1, 1, 1, 2]),
        "shows": st.lists(
            st.fixed_dictionaries({"id": st.sampled_from(["a", "the-pitt", "x"]) | anything}),
            max_size=3,
        ),
    }
)
COMMANDS = [
    "", "--all", "--all --json", "countdown a", "countdown a --color always", "next --all --vague",
    "days a", "days a --until finale", "next a:s1p1", "show a --episodes", "show a --layers", "show a --layers --color always", "calendar --all --months 3",
    "export ics --all --include-vague --past", "export csv --all", "show a", "show a --color always", "cast a", "search a --in all", "watchlist list",
    "watchlist add a", "watchlist remove a", "watchlist undo", "catalogue check", "catalogue path",
    "catalogue add a --season 1 --premiere 2027",
]  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(catalogues, catalogues, watchlists)
def test_no_content_is_an_internal_error(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    environment: Mapping[str, str],
    home: Path,
    catalogue: dict[str, Any],
    live: dict[str, Any],
    watchlist: dict[str, Any],
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    contents = (
        ("config", "shows", catalogue),
        ("data", "catalogue", live),
        ("data", "watchlist", watchlist),
    )
    for folder, name, content in contents:
        path = home / folder / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content))
    for command in COMMANDS:
        code = run_words(command.split())
        assert (command, capsys.readouterr().err if code == 70 else "") == (command, "")
