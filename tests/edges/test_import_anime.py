"""What trackers of anime write, as rows: MyAnimeList's XML, and AniList's JSON."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from premierectl.importers.ani_list import ANI_LIST
from premierectl.importers.document import Data, Markup
from premierectl.importers.my_anime_list import MY_ANIME_LIST
from premierectl.moving_in.row import ImportedRow
from tests.importing import are_members, data, markup, read, said_of


def anime_list(*entries: str) -> Markup:
    begin = "<myinfo><user_name>DO-NOT-READ</user_name></myinfo>"
    return markup("animelist.xml", f"<myanimelist>{begin}{''.join(entries)}</myanimelist>")


def anime(title: str, status: str = "Watching", number: str = "960060", more: str = "") -> str:
    return (
        f"<anime><series_animedb_id>{number}</series_animedb_id><series_title>{title}"
        f"</series_title><my_start_date>0000-00-00</my_start_date><my_status>{status}</my_status>"
        f"{more}</anime>"
    )


def test_each_season_of_my_anime_list_is_an_entry_of_its_own() -> None:
    document = anime_list(
        anime("<![CDATA[Paper Ronin]]>", more="<my_comments><![CDATA[good ]]></my_comments>"),
        anime("<![CDATA[Paper Ronin 2nd Season]]>", "Plan to Watch", "960063"),
    )
    assert read(MY_ANIME_LIST, document) == [
        ImportedRow(
            title="Paper Ronin",
            other_ids={"mal": "960060"},
            said="Watching",
            note="good",
            file="animelist.xml",
            line=1,
        ),
        ImportedRow(
            title="Paper Ronin 2nd Season",
            other_ids={"mal": "960063"},
            said="Plan to Watch",
            file="animelist.xml",
            line=2,
        ),
    ]


@pytest.mark.parametrize(
    ("status", "state", "said"),
    [
        ("Watching", "following", "Watching"),
        ("Plan to Watch", "following", "Plan to Watch"),
        ("On-Hold", "on hold", "On-Hold"),
        ("Dropped", "stopped", "Dropped"),
        ("Completed", "completed", "Completed"),
        (" completed\n", "completed", "completed"),
        ("1", "following", "Watching"),
        ("2", "completed", "Completed"),
        ("3", "on hold", "On-Hold"),
        ("4", "stopped", "Dropped"),
        ("6", "following", "Plan to Watch"),
        ("", "following", ""),
    ],
)
def test_my_anime_list_tells_states_by_words_and_by_numbers(
    status: str, state: str, said: str
) -> None:
    (row,) = read(MY_ANIME_LIST, anime_list(anime("Paper Ronin", status)))
    assert (row.state, row.said, row.is_new_word) == (state, said, False)


def test_a_word_that_nobody_knows_is_followed_and_told() -> None:
    (row,) = read(MY_ANIME_LIST, anime_list(anime("Paper Ronin", "5")))
    assert (row.state, row.said, row.is_new_word) == ("following", "5", True)


@pytest.mark.parametrize(
    ("kind", "what"),
    [("TV", None), ("OVA", None), ("Special", None), ("Movie", "film"), ("Music", "video")],
)
def test_a_film_on_my_anime_list_is_no_show(kind: str, what: str | None) -> None:
    entry = anime("Paper Ronin", more=f"<series_type>{kind}</series_type>")
    (row,) = read(MY_ANIME_LIST, anime_list(entry))
    assert (row.not_a_show, bool(row.other_ids)) == (what, what is None)


def test_a_comic_on_my_anime_list_is_no_show() -> None:
    entry = "<manga><manga_mangadb_id>7</manga_mangadb_id><manga_title>Paper Ronin</manga_title></manga>"
    assert read(MY_ANIME_LIST, anime_list(entry)) == [
        ImportedRow(title="Paper Ronin", not_a_show="comic", file="animelist.xml", line=1)
    ]


def test_an_entry_of_my_anime_list_that_says_nothing_is_told_of() -> None:
    found = read(MY_ANIME_LIST, anime_list(anime("", number="0"), "<anime/>", anime("")))
    assert [row.complaint for row in found] == [
        "it has neither a number nor a title",
        "it has neither a number nor a title",
        None,
    ]


def test_an_ampersand_is_read_once_whether_escaped_or_not() -> None:
    document = anime_list(anime("<![CDATA[Old & Done]]>"), anime("<![CDATA[Old &amp; Done]]>"))
    assert [row.title for row in read(MY_ANIME_LIST, document)] == ["Old & Done", "Old & Done"]


def test_other_xml_is_none_of_my_anime_list() -> None:
    assert not any(form.recognises(markup("x", "<anime/>")) for form in MY_ANIME_LIST)


def test_in_a_folder_the_lists_of_my_anime_list_are_opened() -> None:
    names = ("animelist_1700000000_-_1.xml", "animelist.xml.gz", "mangalist_1.xml")
    assert are_members(MY_ANIME_LIST, *names) == [True, True, False]


def collection(*entries: Any) -> Data:
    lists = {"MediaListCollection": {"lists": [{"name": "Watching", "entries": entries}]}}
    return data("anilist.json", json.dumps({"data": lists}))


def medium(**fields: Any) -> dict[str, Any]:
    title = {"romaji": "Kami Rounin", "english": "Paper Ronin"}
    return {"id": 5, "idMal": 960060, "title": title, "type": "ANIME", "format": "TV", **fields}


def test_an_entry_of_ani_list_has_its_english_title_and_two_numbers() -> None:
    entry = {
        "status": "CURRENT",
        "notes": "good",
        "createdAt": 1708819200,
        "media": medium(seasonYear=2027),
    }
    assert read(ANI_LIST, collection(entry)) == [
        ImportedRow(
            title="Paper Ronin",
            year=2027,
            other_ids={"anilist": "5", "mal": "960060"},
            said="CURRENT",
            note="good",
            added=datetime(2024, 2, 25, tzinfo=UTC),
            file="anilist.json",
            line=1,
        )
    ]


@pytest.mark.parametrize(
    ("fields", "title", "year"),
    [
        (
            {"title": {"english": None, "romaji": "Kami Rounin", "native": "紙"}},
            "Kami Rounin",
            None,
        ),
        ({"title": {"native": "紙"}, "startDate": {"year": 2026}}, "紙", 2026),
        ({"title": None, "startDate": None}, None, None),
    ],
)
def test_an_entry_of_ani_list_takes_the_title_there_is(
    fields: dict[str, Any], title: str | None, year: int | None
) -> None:
    (row,) = read(ANI_LIST, collection({"status": "PLANNING", "media": medium(**fields)}))
    assert (row.title, row.year) == (title, year)


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("CURRENT", "following"),
        ("REPEATING", "following"),
        ("PLANNING", "following"),
        ("PAUSED", "on hold"),
        ("DROPPED", "stopped"),
        ("COMPLETED", "completed"),
        (None, "following"),
    ],
)
def test_ani_list_tells_states_by_words(status: str | None, state: str) -> None:
    (row,) = read(ANI_LIST, collection({"status": status, "media": medium()}))
    assert (row.state, row.is_new_word) == (state, False)


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"format": "MOVIE"}, "film"),
        ({"format": "MUSIC"}, "video"),
        ({"format": "NOVEL", "type": "MANGA"}, "book"),
        ({"format": "ONE_SHOT", "type": "MANGA"}, "comic"),
        ({"format": None, "type": "MANGA"}, "comic"),
        ({"format": "OVA"}, None),
    ],
)
def test_a_film_on_ani_list_is_no_show(fields: dict[str, Any], what: str | None) -> None:
    (row,) = read(ANI_LIST, collection({"status": "PLANNING", "media": medium(**fields)}))
    assert (row.not_a_show, bool(row.other_ids)) == (what, what is None)


@pytest.mark.parametrize(
    "wrapped",
    [
        '{"data": {"anime": %s, "manga": {"lists": []}}}',
        '{"MediaListCollection": %s}',
        '{"data": %s}',
        "%s",
    ],
)
def test_lists_of_ani_list_are_found_whatever_the_query_called_them(wrapped: str) -> None:
    lists = {"lists": [{"entries": [{"status": "CURRENT", "media": medium()}, {}]}, {"entries": 0}]}
    found = read(ANI_LIST, data("x.json", wrapped % json.dumps(lists)))
    assert [(row.title, row.line, row.complaint) for row in found] == [
        ("Paper Ronin", 1, None),
        (None, 2, "it has neither a number nor a title"),
    ]


def test_the_download_of_ani_list_has_numbers_alone_and_says_so() -> None:
    lists = [
        {"series_type": 0, "series_id": 5, "status": 0},
        {"series_type": 0, "series_id": 6, "status": 3},
        {"series_type": 0, "series_id": 7, "status": 9},
        {"series_type": 0, "series_id": 8, "status": None},
        {"series_type": 1, "series_id": 9, "status": 1},
    ]
    document = data("gdpr_data.json", json.dumps({"user": {}, "lists": lists}))
    place: dict[str, Any] = {"file": "gdpr_data.json"}
    assert read(ANI_LIST, document) == [
        ImportedRow(other_ids={"anilist": "5"}, said="CURRENT", line=1, **place),
        ImportedRow(other_ids={"anilist": "6"}, state="stopped", said="DROPPED", line=2, **place),
        ImportedRow(other_ids={"anilist": "7"}, said="9", is_new_word=True, line=3, **place),
        ImportedRow(other_ids={"anilist": "8"}, line=4, **place),
        ImportedRow(not_a_show="comic", line=5, **place),
    ]
    assert said_of(ANI_LIST, document) == (
        "AniList's own download has no titles; give a list of titles instead"
    )


@pytest.mark.parametrize(
    "text", ["[]", "{}", '{"lists": {"l": []}}', '{"lists": [{"entries": [{"id": 1}]}]}']
)
def test_other_json_is_none_of_ani_list(text: str) -> None:
    assert not any(form.recognises(data("x.json", text)) for form in ANI_LIST)
