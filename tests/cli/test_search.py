"""``search``: everywhere, titles first, with where it matched and what tells namesakes apart."""

from pathlib import Path

import pytest

from tests.conftest import Run, Write
from tests.edges.test_live_store import kept

QUAY = [
    {"id": "told", "title": "Told", "synopsis": "One two three\nfour five Quay, six"},
    {"id": "none", "title": "None", "synopsis": "All quays.", "creators": ["Mc Yquay"]},
    {"id": "lead", "title": "Lead", "cast": [{"person": "Bo", "character": "Quay Jones"}]},
    {"id": "cast", "title": "Cast", "seasons": [{"number": 1, "cast": [{"person": "Ann Quay"}]}]},
    {"id": "pier", "title": "Pier", "aliases": ["Old Quay"]},
    {"id": "quay", "title": "Quay", "creators": ["Ann Quay"]},
]


def test_it_looks_everywhere_titles_first_and_stories_last(run: Run, write: Write) -> None:
    write("config/shows.json", {"format": 1, "shows": QUAY})
    assert run("search", "quay").out == (
        "quay\tQuay\ttitle\tQuay\tno\n"
        "pier\tPier\talias\tOld Quay\tno\n"
        "lead\tLead\tcharacter\tQuay Jones\tno\n"
        "cast\tCast\tperson\tAnn Quay\tno\n"
        "told\tTold\tstory\t… two three four five Quay, six\tno\n"
    )


def test_a_word_of_two_letters_is_looked_for_in_titles_alone(run: Run, write: Write) -> None:
    shows = [{"id": "up", "title": "Down", "cast": [{"person": "Xq"}]}]
    write("config/shows.json", {"format": 1, "shows": shows})
    assert run("search", "xq").code == 1
    assert run("search", "xq", "--in", "cast").out == "up\tDown\tperson\tXq\tno\n"


@pytest.mark.parametrize(
    ("words", "story", "told"),
    [
        ("港町", "一二三四五六七八九十一二三港町の物語一二三四五六七八九十一二三", "… 二三四五六七八九十一二三港町の物語一二三四五六七八九 …"),
        ("quay quay", "A quay – the quay-quay of the very old town", "A quay – the quay-quay of the very old …"),
        ("a quay", "A quay", "A quay"),
    ],
)  # fmt: skip
def test_of_a_story_the_words_around_the_match_are_told(
    run: Run, write: Write, words: str, story: str, told: str
) -> None:
    shows = [{"id": "m", "title": "M", "seasons": [{"number": 1, "synopsis": story}]}]
    write("config/shows.json", {"format": 1, "shows": shows})
    assert run("search", words).out == f"m\tM\tstory\t{told}\tno\n"


NAMESAKES = [
    {"id": "gq-2019", "title": "Gq", "year": 2019, "network": "Qrai", "country": "Italy"},
    {"id": "gq-2021", "title": "Gq", "year": 2021, "network": "Qtv"},
]


@pytest.mark.parametrize(
    ("width", "screen"),
    [
        (40, "Gq (2019)\n  Qrai, Italy · gq-2019\nGq (2021)\n  Qtv · gq-2021 · ★\n"),
        (
            80,
            "Show       From         Id       Followed\n"
            "Gq (2019)  Qrai, Italy  gq-2019\n"
            "Gq (2021)  Qtv          gq-2021  ★\n",
        ),
    ],
)
def test_year_network_and_country_tell_namesakes_apart(
    run: Run, write: Write, width: int, screen: str
) -> None:
    write("config/shows.json", {"format": 1, "shows": NAMESAKES})
    run("watchlist", "add", "gq-2021")
    shown = run("search", "gq", terminal=True, env={"COLUMNS": str(width)}).out
    assert [line.rstrip() for line in shown.splitlines()] == screen.splitlines()


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("qmanor", "X     2019, Qrai, Italy  also called Qmanor  x"),
        ("qrai", "X     2019, Italy  network: Qrai  x"),
        ("qone", "X     2019, Qrai, Italy  character: Qone  x"),
        ("qtwo", "X     2019, Qrai, Italy  cast: Qtwo  x"),
        ("qweaver", "X     2019, Qrai, Italy  created by Qweaver  x"),
        ("qcomedy", "X     2019, Qrai, Italy  genre: Qcomedy  x"),
        ("qstory", "X     2019, Qrai, Italy  story: A qstory.  x"),
    ],
)
def test_a_match_is_said_in_words(run: Run, write: Write, words: str, line: str) -> None:
    show = {
        "id": "x", "title": "X", "year": 2019, "network": "Qrai", "country": "Italy",
        "aliases": ["Qmanor"], "creators": ["Qweaver"], "genres": ["Qcomedy"],
        "cast": [{"person": "Qtwo", "character": "Qone"}], "synopsis": "A qstory.",
    }  # fmt: skip
    write("config/shows.json", {"format": 1, "shows": [show]})
    heading, found = run("search", words, "--limit", "1", terminal=True).out.splitlines()
    assert (heading.split(), found) == (["Show", "From", "Found", "in", "Id"], line)


FAR = [
    {"id": "near", "title": "Near", "ids": {"tvmaze": 1}, "genres": ["Qgenre"]},
    {"id": "far", "title": "Qfar", "ids": {"tvmaze": 2}, "genres": ["Qgenre"]},
]


def test_beyond_titles_it_looks_in_what_is_followed_and_in_all_of_it_where_asked(
    run: Run, home: Path
) -> None:
    kept(home / "state" / "live.sqlite", FAR)
    none = run("search", "qgenre")
    assert (none.code, none.err) == (
        1,
        "premierectl: nothing matches 'qgenre'; --in all looks at the cast and story of every show, "
        "--online asks TVmaze\n",
    )
    run("watchlist", "add", "near")
    assert run("search", "qgenre").out == "near\tNear\tgenre\tQgenre\tyes\n"
    assert run("search", "qgenre", "--in", "all").out.splitlines() == [
        "near\tNear\tgenre\tQgenre\tyes",
        "far\tQfar\tgenre\tQgenre\tno",
    ]
    assert run("search", "qfar").out == "far\tQfar\ttitle\tQfar\tno\n"
