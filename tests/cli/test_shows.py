"""``show``, ``cast`` and ``search``."""

import json
from typing import Any

import pytest

from tests.conftest import Run, Write

NEW = """\
Leila Khan	Sahar Zahid		new	a student at Higgs
Jack Barton	David Nelson		new	Nick's older brother
Bradley Riches	James McEwan		new	a student at Truham
Nima Taleghani	Mr Farouk		new	a teacher at Truham
Thibault de Montalembert	Stephane		new	Nick's father
Bel Priestley	Naomi		new	
Ash Self	Felix		new	
"""


def test_the_newcomers_of_a_season_with_their_characters(run: Run) -> None:
    result = run("cast", "heartstopper:s2", "--new")
    assert (result.code, result.out) == (0, NEW)


def test_who_returns(run: Run) -> None:
    lines = run("cast", "heartstopper", "s2", "--returning").out.splitlines()
    assert len(lines) == 11
    assert lines[0] == "Joe Locke\tCharlie Spring\t\treturning\t"


def test_without_a_season_it_is_the_last_whose_cast_is_known(run: Run) -> None:
    lines = run("cast", "heartstopper").out.splitlines()
    assert lines[0] == "Jonathan Bailey\tJack\t\tnew\t"


def test_on_a_terminal_the_cast_is_a_table_by_role(run: Run, write: Write) -> None:
    write("config/shows.json", {"format": 1, "shows": [CASTS]})
    result = run("cast", "aurora:s2", terminal=True)
    assert result.out.splitlines() == [
        "Aurora: season 2",
        "",
        "Main cast",
        "Person  Character  Status     About",
        "ANN     A          returning  a pilot",
        "Guest cast",
        "Person  Character  Status  About",
        "Cy      C          new     a cat",
    ]


CASTS: dict[str, Any] = {
    "id": "aurora",
    "title": "Aurora",
    "seasons": [
        {"number": 1, "cast": [{"person": "Ann"}, {"person": "Bo", "new": True}]},
        {
            "number": 2,
            "cast": [
                {"person": "ANN", "character": "A", "role": "main", "about": "a pilot"},
                {"person": "Cy", "character": "C", "role": "guest", "about": "a cat"},
            ],
        },
        {"number": 3},
        {"name": "Special", "cast": [{"person": "Ann"}]},
    ],
}


@pytest.mark.parametrize(
    ("season", "status"),
    [("s1", ["", "new"]), ("s2", ["returning", "new"]), ("special", [""])],
)
def test_new_is_what_the_season_says_else_what_earlier_casts_show(
    run: Run, write: Write, season: str, status: list[str]
) -> None:
    write("config/shows.json", {"format": 1, "shows": [CASTS]})
    lines = run("cast", f"aurora:{season}").out.splitlines()
    assert [line.split("\t")[3] for line in lines] == status


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (
            ["heartstopper:s1"],
            1,
            "no cast is known for Heartstopper season 1; season 3 has Jonathan Bailey, "
            "Darragh Hand, Hayley Atwell and 1 more, see: premierectl cast heartstopper:s3",
        ),
        (
            ["stranger-things"],
            1,
            "no cast is known for Stranger Things; "
            "premierectl catalogue refresh stranger-things asks TVmaze",
        ),
        (["heartstopper:s3", "--returning"], 1, "Heartstopper season 3: nobody in the cast is returning"),
        (["heartstopper", "--new", "--returning"], 2, "--new and --returning cannot be used together; choose one"),
        (["pitt:special"], 1, "The Pitt has no special in the catalogue; it has season 1, season 2, season 3"),
    ],
)  # fmt: skip
def test_where_there_is_no_cast_it_is_said(
    run: Run, words: list[str], code: int, error: str
) -> None:
    result = run("cast", *words)
    assert (result.code, result.out, result.err) == (code, "", f"premierectl: {error}\n")


@pytest.mark.parametrize(
    ("season", "told"),
    [
        (
            {"number": 3},
            "Aurora season 3 yet; season 2 has ANN and Cy, see: premierectl cast aurora:s2",
        ),
        (
            {"number": 3, "premiere": "2027-01"},
            "Aurora season 3 yet; season 2 has ANN and Cy, see: premierectl cast aurora:s2",
        ),
        (
            {"number": 3, "premiere": "2026-01"},
            "Aurora season 3; season 2 has ANN and Cy, see: premierectl cast aurora:s2",
        ),
        (
            {"number": 3, "status": "cancelled"},
            "Aurora season 3; season 2 has ANN and Cy, see: premierectl cast aurora:s2",
        ),
    ],
)
def test_of_a_season_without_a_cast_the_one_before_is_told(
    run: Run, write: Write, season: dict[str, object], told: str
) -> None:
    seasons = [*CASTS["seasons"][:2], season, {"number": 4, "cast": [{"person": "Dee"}]}]
    write("config/shows.json", {"format": 1, "shows": [{**CASTS, "seasons": seasons}]})
    result = run("cast", "aurora:s3")
    assert (result.code, result.out) == (1, "")
    assert result.err == f"premierectl: no cast is known for {told}\n"


def test_where_no_cast_at_all_is_known_its_creators_are_told(run: Run, write: Write) -> None:
    show = {
        "id": "aurora",
        "title": "Aurora",
        "creators": ["Ann", "Bo"],
        "seasons": [{"number": 1}],
    }
    write("config/shows.json", {"format": 1, "shows": [show]})
    result = run("cast", "aurora:s1", "--json")
    assert (result.code, json.loads(result.out)["items"]) == (1, [])
    assert result.err == (
        "premierectl: no cast is known for Aurora season 1 yet, created by Ann and Bo; "
        "premierectl catalogue refresh aurora asks TVmaze\n"
    )


def test_a_show_page_tells_all_that_is_known(run: Run) -> None:
    run("watchlist", "add", "heartstopper")
    result = run("show", "heartstopper:s2", terminal=True)
    assert result.out == PAGE


PAGE = """\
Heartstopper
Netflix · 2022 · United Kingdom · Drama · ended · followed

There is no season 4: the film Heartstopper Forever ends the story. It was announced on 22 April
2025 and came out on 17 July 2026, directed by Wash Westmoreland and written by Alice Oseman.

Season 2  Thu 3 Aug 2023  1208 days ago
  Release: all at once, 8 episodes
  Announced: 24 April 2023
  Cast: 18 people, see: premierectl cast heartstopper:s2
  Nick and Charlie find their way as a new couple, Tara and Darcy meet troubles of their own, and
  Tao and Elle wonder whether friends is all they can be. All that between exams, a school trip to
  Paris and prom.

Language: English
Created by: Alice Oseman
Based on: the comics by Alice Oseman
Usual release: 00:00 America/Los_Angeles

Id: heartstopper
Ids: imdb tt10638036, tmdb 124834
From: bundled catalogue
Source: attitude.co.uk, 2025, checked on 21 September 2026
Source: bleedingcool.com, 2025, checked on 21 September 2026
Source: Heartstopper Season 2 BTS Video Reveals August 3rd Premiere Date, 2023-04-24, checked on 21
September 2026
Source: movieplayer.it, checked on 21 September 2026
Source: Den of Geek, 2023-08-03, checked on 21 September 2026
Checked on 24 September 2026
"""


FULL = {
    "id": "aurora",
    "title": "Aurora",
    "aliases": ["AU"],
    "year": 2020,
    "genres": ["Drama", "Legal"],
    "url": "https://aurora.example/",
    "ids": {"tvmaze": 7, "imdb": "tt7"},
    "synopsis": "One line.\nAnother.",
    "seasons": [
        {
            "number": 1,
            "premiere": "2027?",
            "time": "21:00",
            "timezone": "America/New_York",
            "network": "Hulu",
            "release": "parts",
            "episodes": 1,
            "finale": "2027-06-01?",
            "parts": [
                {"label": "Part 1", "date": "2027-05-01", "episodes": 1},
                {"label": "Part 2"},
            ],
            "history": [{"when": "2026-10-01", "from": None, "to": "2027"}],
            "cast": [{"person": "Ann"}],
            "note": "A note.",
            "sources": [{"url": "https://aurora.example/news"}, {}],
        },
        {"number": 2, "release": "weekly", "first_day": 2, "status": "cancelled"},
    ],
}


def test_into_a_pipe_a_show_is_names_and_values_with_the_season_between(
    run: Run, write: Write
) -> None:
    write("config/shows.json", {"format": 1, "shows": [FULL]})
    assert run("show", "aurora").out == (
        "title\t\tAurora\n"
        "id\t\taurora\n"
        "also called\t\tAU\n"
        "year\t\t2020\n"
        "genres\t\tDrama, Legal\n"
        "link\t\thttps://aurora.example/\n"
        "ids\t\ttvmaze 7, imdb tt7\n"
        "followed\t\tno\n"
        "from\t\town catalogue\n"
        "synopsis\t\tOne line.\\x0aAnother.\n"
        "date\tseason 1\t2027-05-02\n"
        "countdown\tseason 1\tin 160 days\n"
        "when\tseason 1\tSunday, 2 May 2027, 02:00 your time, in 5 months and 9 days; "
        "1 May 2027, 21:00 in New York\n"
        "release\tseason 1\tin parts, 1 episode\n"
        "finale\tseason 1\t2 June 2027, unconfirmed\n"
        "parts\tseason 1\tPart 1, 2 May 2027 (1 episode); Part 2, no date yet\n"
        "time\tseason 1\t21:00 America/New_York\n"
        "network\tseason 1\tHulu\n"
        "cast\tseason 1\t1 person, see: premierectl cast aurora:s1\n"
        "moved\tseason 1\tfrom no date to 2027, seen 2026-10-01\n"
        "note\tseason 1\tA note.\n"
        "source\tseason 1\thttps://aurora.example/news\n"
        "date\tseason 2\t\n"
        "countdown\tseason 2\tcancelled\n"
        "release\tseason 2\tweekly (2 on the first day)\n"
        "status\tseason 2\tcancelled\n"
    )


def test_a_page_has_what_is_next_first_and_what_is_aside_last(run: Run, write: Write) -> None:
    write("config/shows.json", {"format": 1, "shows": [FULL]})
    for width, page in FULL_PAGES.items():
        shown = run("show", "aurora", terminal=True, COLUMNS=str(width)).out
        assert shown.splitlines() == page.splitlines()


@pytest.mark.parametrize(
    ("season", "lines"),
    [
        ({"number": 2, "premiere": "2025", "status": "ended"}, ["What comes next is not known yet.", "", "Season 2  2025  out"]),
        ({"number": 2, "premiere": "2026-11-22"}, ["What comes next is not known yet.", "", "Season 2  Sun 22 Nov 2026  yesterday"]),
        ({"number": 2, "premiere": "2026-10"}, ["Next: Season 2 · was expected in October 2026", "", "Id: aurora"]),
        ({"number": 2, "premiere": "2026-11?"}, ["Next: Season 2 · any day until 30 November 2026 (unconfirmed)", "", "Id: aurora"]),
        ({"number": 2, "status": "renewed"}, ["Next: Season 2 · no date yet", "", "Season 2", "  Status: renewed"]),
        ({"number": 2, "premiere": "2027?", "status": "renewed"}, ["Next: Season 2 · in 39–403 days (unconfirmed) · 2027", "", "Id: aurora"]),
    ],
)  # fmt: skip
def test_the_next_release_stands_first_with_its_wait_and_nothing_twice(
    run: Run, write: Write, season: dict[str, object], lines: list[str]
) -> None:
    shows = [{"id": "aurora", "title": "Aurora", "seasons": [season]}]
    write("config/shows.json", {"format": 1, "shows": shows})
    assert run("show", "aurora", terminal=True).out.splitlines()[1 : len(lines) + 1] == lines


def test_an_episode_list_has_no_day_where_none_is_known(run: Run, write: Write) -> None:
    aurora = {"id": "aurora", "title": "Aurora", "seasons": [{"number": 1}]}
    write("config/shows.json", {"format": 1, "shows": [aurora]})
    lines = run("show", "aurora:s1", "--episodes", terminal=True).out.splitlines()
    assert [line.split() for line in lines if "–" in line] == [
        ["premiere", "–", "no", "date", "yet"]
    ]


def test_seasons_stand_the_newest_first_and_specials_last(run: Run, write: Write) -> None:
    seasons = [
        {"name": "Special", "premiere": "2026-01-01"},
        *({"number": number, "premiere": f"{2020 + number}-01-01"} for number in (1, 3, 2)),
    ]
    write(
        "config/shows.json", {"format": 1, "shows": [{"id": "a", "title": "A", "seasons": seasons}]}
    )
    lines = run("show", "a", terminal=True).out.splitlines()
    heads = [line.partition("  ")[0] for line in lines if " Jan " in line]
    assert heads == ["Season 3", "Season 2", "Season 1", "Special"]


def test_a_source_stands_once_and_of_nameless_looks_the_last(run: Run, write: Write) -> None:
    paper = {"title": "A paper", "checked": "2026-09-02"}
    looks = [{"checked": "2026-09-01"}, {"checked": "2026-09-03"}]
    season = {"number": 1, "premiere": "2025-01-01", "sources": [paper, looks[1]]}
    show = {"id": "a", "title": "A", "sources": [looks[0], paper], "seasons": [season]}
    write("config/shows.json", {"format": 1, "shows": [show]})
    assert run("show", "a", terminal=True).out.splitlines()[-2:] == [
        "Source: A paper, checked on 2 September 2026",
        "Checked on 3 September 2026",
    ]


FULL_PAGES = {
    40: """\
Aurora
2020 · Drama, Legal
Next: S1 Part 1 · in 160 days · Sunday,
2 May 2027, 02:00 your time (Saturday,
21:00 in New York)

One line.
Another.

Season 2  cancelled
  Release: weekly (2 on the first day)

Season 1
  Release: in parts, 1 episode
  Finale: 2 June 2027, unconfirmed
  Parts: Part 1, 2 May 2027 (1 episode);
  Part 2, no date yet
  Time: 21:00 America/New_York
  Network: Hulu
  Cast: 1 person, see: premierectl cast
  aurora:s1
  Moved: from no date to 2027, seen on 1
  October 2026
  A note.

Also called: AU
Link: https://aurora.example/

Id: aurora
Ids: tvmaze 7, imdb tt7
From: own catalogue
Source: https://aurora.example/news
""",
    80: """\
Aurora
2020 · Drama, Legal
Next: S1 Part 1 · in 160 days · Sunday, 2 May 2027, 02:00 your time (Saturday,
21:00 in New York)

One line.
Another.

Season 2  cancelled
  Release: weekly (2 on the first day)

Season 1
  Release: in parts, 1 episode
  Finale: 2 June 2027, unconfirmed
  Parts: Part 1, 2 May 2027 (1 episode); Part 2, no date yet
  Time: 21:00 America/New_York
  Network: Hulu
  Cast: 1 person, see: premierectl cast aurora:s1
  Moved: from no date to 2027, seen on 1 October 2026
  A note.

Also called: AU
Link: https://aurora.example/

Id: aurora
Ids: tvmaze 7, imdb tt7
From: own catalogue
Source: https://aurora.example/news
""",
}


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["be"], [
            "beef", "the-bear", "frieren-beyond-journeys-end", "avatar-the-last-airbender",
        ]),
        (["ILO"], ["silo"]),
        (["locke", "--in", "cast"], ["heartstopper"]),
        (["charlie", "spring", "--in", "character"], ["heartstopper"]),
        (["oseman", "--in", "creator"], ["heartstopper"]),
        (["paramount+", "--in", "network", "--limit", "2"], ["the-agency", "dexter-resurrection"]),
        (["legal", "--in", "genre"], ["aurora"]),
        (["au", "--in", "alias"], ["aurora"]),
        (["au", "--in", "title"], ["aurora"]),
        (["farouk", "--in", "all"], ["heartstopper"]),
        (["pitt", "--in", "network", "--in", "title"], ["the-pitt"]),
    ],
)  # fmt: skip
def test_search_ranks_whole_start_word_inside(
    run: Run, write: Write, words: list[str], ids: list[str]
) -> None:
    write("config/shows.json", {"format": 1, "shows": [FULL]})
    result = run("search", *words)
    assert [line.split("\t")[0] for line in result.out.splitlines()] == ids


def test_search_tells_where_it_matched_and_what_is_watched(run: Run) -> None:
    run("watchlist", "add", "heartstopper")
    assert run("search", "locke", "--in", "cast").out == (
        "heartstopper\tHeartstopper\tperson\tJoe Locke\tyes\n"
    )
    assert run("search", "locke", "--in", "cast", terminal=True).out == (
        "Show          From                           Found in         Id            Followed\n"
        "Heartstopper  2022, Netflix, United Kingdom  cast: Joe Locke  heartstopper  ★\n"
    )


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (
            ["qqqqqq"],
            1,
            "nothing matches 'qqqqqq'; --online asks TVmaze",
        ),
        (["qqqqqq", "--in", "all"], 1, "nothing matches 'qqqqqq'; --online asks TVmaze"),
        (["heartstoper"], 1, "nothing matches 'heartstoper'; did you mean heartstopper?"),
        (
            ["qqqqqq", "--in", "genre"],
            1,
            "nothing matches 'qqqqqq'; without --in it is looked for everywhere, "
            "--online asks TVmaze",
        ),
        ([""], 1, "nothing matches ''; --online asks TVmaze"),
    ],
)
def test_where_nothing_matches_it_is_said(
    run: Run, words: list[str], code: int, error: str
) -> None:
    result = run("search", *words)
    assert (result.code, result.out, result.err) == (code, "", f"premierectl: {error}\n")
