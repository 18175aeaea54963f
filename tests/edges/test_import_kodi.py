"""Kodi's and Jellyfin's files, as rows."""

import pytest

from premierectl.importers.document import Markup
from premierectl.importers.kodi import KODI
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow
from tests.importing import are_members, markup, read


def show(fields: str) -> Markup:
    return markup("tvshow.nfo", f"<tvshow><title>Night Harbour</title>{fields}</tvshow>")


def test_a_show_comes_with_the_numbers_that_say_whose_they_are() -> None:
    document = show(
        "<premiered>2029-01-05</premiered><status>Continuing</status>"
        '<uniqueid type="imdb">tt90000001</uniqueid><uniqueid type="TMDB">9200001</uniqueid>'
        '<uniqueid type="tvdb" default="true">9000001</uniqueid>'
        "<dateadded>2024-01-02 10:00:00</dateadded>"
    )
    assert read(KODI, document) == [
        ImportedRow(
            title="Night Harbour",
            year=2029,
            ids=ExternalIds(imdb="tt90000001", tvdb=9000001, tmdb=9200001),
            said="Continuing",
            file="tvshow.nfo",
            line=1,
        )
    ]


@pytest.mark.parametrize(
    ("fields", "ids"),
    [
        (
            "<tvdbid>9000001</tvdbid><imdb_id>tt90000001</imdb_id>",
            {"tvdb": 9000001, "imdb": "tt90000001"},
        ),
        (
            "<tmdbid>9200001</tmdbid><tvmazeid>900001</tvmazeid>",
            {"tmdb": 9200001, "tvmaze": 900001},
        ),
        ('<id IMDB="tt90000001" TMDB="9200001">9</id>', {"imdb": "tt90000001", "tmdb": 9200001}),
        ("<id>tt90000001</id>", {"imdb": "tt90000001"}),
        ("<id>9000001</id>", {}),
        ('<uniqueid type="unknown">9000001</uniqueid>', {}),
        ("<uniqueid>9000001</uniqueid>", {}),
        ('<uniqueid type="tvdb"/>', {}),
        ('<uniqueid type="tvdb">0</uniqueid><tvdbid>9000001</tvdbid>', {"tvdb": 9000001}),
        ('<tvdbid>9000002</tvdbid><uniqueid type="tvdb">9000001</uniqueid>', {"tvdb": 9000001}),
    ],
)
def test_a_number_of_nobody_knows_which_service_is_none(fields: str, ids: dict[str, int]) -> None:
    (row,) = read(KODI, show(fields))
    assert row.ids == ExternalIds(**ids)  # type: ignore[arg-type]  # each is of its service


@pytest.mark.parametrize(
    ("status", "state", "is_new_word"),
    [
        ("Returning Series", "following", False),
        ("In Production", "following", False),
        ("", "following", False),
        ("Ended", "ended", False),
        ("Canceled", "ended", False),
        ("Cancelled", "ended", False),
        ("Abgesetzt", "following", True),
    ],
)
def test_a_show_that_ended_is_left_out(status: str, state: str, is_new_word: bool) -> None:
    (row,) = read(KODI, show(f"<status>{status}</status>"))
    assert (row.state, row.said, row.is_new_word) == (state, status, is_new_word)


@pytest.mark.parametrize(
    ("fields", "year"), [("<year>2029</year>", 2029), ("<premiered/><year>0</year>", None)]
)
def test_an_older_file_has_the_year_alone(fields: str, year: int | None) -> None:
    (row,) = read(KODI, show(fields))
    assert row.year == year


def test_a_whole_library_has_each_show_and_what_is_none() -> None:
    document = markup(
        "videodb.xml",
        "<videodb><version>1</version>"
        "<movie><title>Drowned Film</title><uniqueid type='imdb'>tt95000001</uniqueid></movie>"
        "<tvshow><title>Night Harbour</title><tvdbid>9000001</tvdbid>"
        "<episodedetails><title>The Tide</title></episodedetails></tvshow>"
        "<musicvideo><title>Song</title></musicvideo><paths/></videodb>",
    )
    assert read(KODI, document) == [
        ImportedRow(title="Drowned Film", not_a_show="film", file="videodb.xml", line=1),
        ImportedRow(
            title="Night Harbour", ids=ExternalIds(tvdb=9000001), file="videodb.xml", line=2
        ),
        ImportedRow(title="Song", not_a_show="video", file="videodb.xml", line=3),
    ]


@pytest.mark.parametrize(
    ("root", "what"), [("movie", "film"), ("episodedetails", "episode"), ("musicvideo", "video")]
)
def test_the_file_of_a_film_or_an_episode_is_no_show(root: str, what: str) -> None:
    document = markup("x.nfo", f"<{root}><title>X</title><tvdbid>9000001</tvdbid></{root}>")
    assert read(KODI, document) == [ImportedRow(title="X", not_a_show=what, file="x.nfo", line=1)]


def test_a_show_without_a_name_and_a_number_is_told_of() -> None:
    (row,) = read(KODI, markup("tvshow.nfo", "<tvshow/>"))
    assert row.complaint == "it has neither a number nor a title"


def test_other_xml_is_none_of_kodi() -> None:
    assert not any(form.recognises(markup("x", "<opml/>")) for form in KODI)


def test_in_a_folder_the_shows_and_the_library_are_opened() -> None:
    names = ("tvshow.nfo", "videodb.xml", "s01e01.nfo")
    assert are_members(KODI, *names) == [True, True, False]
