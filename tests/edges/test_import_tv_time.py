"""TV Time's files: the archive of personal data, its last exports, and the Liberator's."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from premierectl.importers.document import Data, Document, FileFormat, PlainText, Table
from premierectl.importers.tv_time.formats import TV_TIME
from premierectl.model import ExternalIds
from premierectl.moving_in.row import ImportedRow, Standing
from tests.importing import data, rows, table

APRIL = datetime(2023, 4, 24, 18, 30, tzinfo=UTC)
UUID = "00000000-0000-0000-0000-000000000001"


def form(document: Document) -> FileFormat:
    """The format that a document is taken for: the first that recognises it."""
    return next(each for each in TV_TIME if each.recognises(document))


def read(document: Table | Data) -> list[ImportedRow]:
    """What a document says."""
    return rows(form(document), document)


def from_csv(text: str) -> list[ImportedRow]:
    """What a table says; its name says nothing."""
    return read(table("saved.csv", text))


def series(
    tvdb: int | None, title: str | None, line: int, state: Standing = "following", said: str = "",
    added: datetime | None = None, imdb: str | None = None,
) -> ImportedRow:  # fmt: skip
    """A row of a series."""
    return ImportedRow(
        title=title, ids=ExternalIds(tvdb=tvdb, imdb=imdb), state=state, said=said, added=added,
        file="saved.csv", line=line,
    )  # fmt: skip


def film(title: str | None, line: int, year: int | None = None) -> ImportedRow:
    """A row of a film, whose numbers could be those of a series."""
    return ImportedRow(title=title, year=year, not_a_show="film", file="saved.csv", line=line)


# followed_tv_show


def test_who_is_followed_archived_or_followed_no_longer() -> None:
    text = """tv_show_id,active,archived,user_id,tv_show_name,created_at
305288,1,0,0,Stranger Things,2023-04-24 18:30:00
9000004,1,1,0,Mara's Last Ferry,2023-04-24 18:30:00
9000005,0,0,0,Zu späte Ärzte,2023-04-24 18:30:00
9000004,0,1,0,Mara's Last Ferry,2023-04-24 18:30:00
"""
    assert from_csv(text) == [
        series(305288, "Stranger Things", 2, added=APRIL),
        series(9000004, "Mara's Last Ferry", 3, "stopped", "archived", APRIL),
        series(9000005, "Zu späte Ärzte", 4, "unfollowed", "not active", APRIL),
        series(9000004, "Mara's Last Ferry", 5, "stopped", "archived", APRIL),
    ]


def test_columns_stand_in_any_order_and_may_be_missing() -> None:
    text = 'notification_type,archived,tv_show_name,tv_show_id\n2,0,"Quiet, Please",9000008\n'
    assert from_csv(text) == [series(9000008, "Quiet, Please", 2)]


def test_a_series_that_lost_its_name_is_told_by_its_number() -> None:
    assert from_csv("tv_show_id,archived\n9000007,0\n") == [series(9000007, None, 2)]


def test_namesakes_keep_their_own_numbers() -> None:
    text = """tv_show_id,archived,tv_show_name
75340,0,Prison Break
360115,0,Prison Break
"""
    assert from_csv(text) == [series(75340, "Prison Break", 2), series(360115, "Prison Break", 3)]


def test_short_rows_are_read_as_far_as_they_go_and_blank_ones_passed_over() -> None:
    text = "tv_show_id,active,archived,tv_show_name\n9000009,1\n,,,\n9000012,1,0,Late,Murder\n"
    assert from_csv(text) == [series(9000009, None, 2), series(9000012, "Late", 4)]


@pytest.mark.parametrize("number", ["", "0", "-1", "none"])
def test_a_row_without_number_and_name_is_said_to_tell_nothing(number: str) -> None:
    (row,) = from_csv(f"tv_show_id,active,archived\n{number},1,0\n")
    assert (row.ids, row.complaint) == (ExternalIds(), "it has neither a number nor a title")


# user_show_special_status, user_tv_show_data


def test_what_is_kept_for_later_is_followed_and_a_favourite_says_nothing() -> None:
    text = """user_id,tv_show_id,status,created_at,tv_show_name
0,9000009,for_later,2023-04-24 18:30:00,Late Murder
0,9000001,favorite,2023-04-24 18:30:00,Night Harbour
"""
    assert from_csv(text) == [
        series(9000009, "Late Murder", 2, "following", "for_later", APRIL),
        series(9000001, "Night Harbour", 3, "unsaid", "favorite", APRIL),
    ]


def test_the_table_of_counts_says_who_is_followed_and_names_the_others() -> None:
    text = """user_id,tv_show_id,is_followed,is_favorited,nb_episodes_seen,tv_show_name
0,9000001,1,1,8,Night Harbour
0,9000011,0,1,3,Once Upon a Pier
"""
    assert from_csv(text) == [
        series(9000001, "Night Harbour", 2, "once followed"),
        series(9000011, "Once Upon a Pier", 3, "unsaid"),
    ]


# tracking-prod-records-v2

SECOND = "created_at,key,uuid,is_archived,is_followed,s_id,is_for_later,followed_at,ep_id,movie_name,series_name\n"


def second(*lines: str) -> list[ImportedRow]:
    """What lines of the second log say."""
    return from_csv(SECOND + "\n".join(lines) + "\n")


def test_a_followed_series_of_the_log_counts_from_the_day_it_was_followed() -> None:
    followed = datetime(2022, 7, 8, 10, 11, 29, tzinfo=UTC)
    assert second(
        f"2023-04-24 18:30:00,user-series-{UUID},,false,true,9000001,false,,,,Night Harbour",
        f"2023-04-24 18:30:00,user-series-{UUID},,false,true,9000009,false,1657275089640223,,,Late",
    ) == [
        series(9000001, "Night Harbour", 2, added=APRIL),
        series(9000009, "Late", 3, added=followed),
    ]


@pytest.mark.parametrize(
    ("archived", "followed", "later", "state", "said"),
    [
        ("true", "true", "true", "stopped", "archived"),
        ("false", "false", "true", "following", "for later"),
        ("false", "false", "false", "unfollowed", "not followed"),
        ("TRUE", "FALSE", "FALSE", "stopped", "archived"),
        ("", "", "", "following", ""),
    ],
)
def test_archived_wins_and_for_later_is_a_wish(
    archived: str, followed: str, later: str, state: Standing, said: str
) -> None:
    line = f",user-series-{UUID},,{archived},{followed},9000004,{later},,,,Mara"
    assert second(line) == [series(9000004, "Mara", 2, state, said)]


def test_a_log_may_lack_every_column_that_its_account_never_used() -> None:
    text = f"key,s_id\nuser-series-{UUID},9000010\nwatch-episode-{UUID},9000011\n"
    assert from_csv(text) == [series(9000010, None, 2), series(9000011, None, 3, "watched")]


def test_a_series_is_watched_once_however_many_episodes_were() -> None:
    episode = f"2019-05-01 20:00:00,watch-episode-{UUID}-{UUID},,,,9000011,,,9400002,,Pier"
    assert second(episode, episode, episode.replace("watch", "rewatch", 1)) == [
        series(9000011, "Pier", 2, "watched")
    ]


def test_an_episode_watched_again_was_watched() -> None:
    line = f",rewatch-episode-{UUID}-1,,,,9000011,,,9400002,,Pier"
    assert second(line) == [series(9000011, "Pier", 2, "watched")]


def test_the_episodes_of_a_series_that_the_log_follows_say_nothing_new() -> None:
    assert second(
        f",user-series-{UUID},,,true,9000001,,,,,Night Harbour",
        f",watch-episode-{UUID},,,,9000001,,,9400001,,Night Harbour",
    ) == [series(9000001, "Night Harbour", 2)]


def test_an_episode_lends_its_series_the_name_that_the_log_lost() -> None:
    assert second(
        f",user-series-{UUID},,,true,9000010,,,,,",
        f",watch-episode-{UUID},,,,9000010,,,9400003,,Evening Bulletin",
        f",watch-episode-{UUID},,,,9000010,,,9400004,,Evening Bulletin",
    ) == [series(9000010, None, 2), series(9000010, "Evening Bulletin", 3, "watched")]


def test_an_episode_of_a_series_without_number_and_name_is_passed_over() -> None:
    assert second(f",watch-episode-{UUID},,,,,,,9400003,,") == []


def test_totals_are_no_series() -> None:
    assert (
        second(
            "2021-11-12 17:11:33,tracking-stats,,,,,,,,,",
            ",count-watch-episode,,,,9000001,,,,,Night Harbour",
            ",last-episode-watched,,,,9000001,,,,,Night Harbour",
        )
        == []
    )


def test_a_film_of_the_second_log_is_counted_once() -> None:
    line = f",watch-movie-{UUID},,,,,,,,Drowned Film,"
    assert second(line, line) == [film("Drowned Film", 2)]


def test_a_log_is_read_as_far_as_its_rows_are_asked_for() -> None:
    def endless() -> Iterator[tuple[int, Mapping[str, str]]]:
        line = 1
        while True:
            line += 1
            yield line, {"key": f"user-series-{UUID}", "s id": str(line)}

    log = Table("saved.csv", ["key", "s id"], endless())
    found = iter(form(log).rows(log))
    assert [next(found), next(found)] == [series(2, None, 2), series(3, None, 3)]


# tracking-prod-records

FIRST = "type-uuid-n,type,entity_type,created_at,series_id,series_name,movie_name,release_date,watches\n"


def first(*lines: str) -> list[ImportedRow]:
    """What lines of the first log say."""
    return from_csv(FIRST + "\n".join(lines) + "\n")


def test_the_first_log_mixes_series_episodes_and_films() -> None:
    assert first(
        ",follow,series,2023-04-24 18:30:00,9000001,Night Harbour,,,",
        ",towatch,,2023-04-24 18:30:00,9000009,Late Murder,,,",
        ",watch,episode,2018-02-01 10:00:00,9000011,Once Upon a Pier,,,",
        ",rewatch,episode,2018-02-01 10:00:00,9000011,Once Upon a Pier,,,",
        ',watch,movie,2019-02-01 10:00:00,,,"A Film, With Comma",2018-06-01 00:00:00,',
        ",towatch,movie,2019-03-01 10:00:00,,,Undated Film,0001-01-01 00:00:00,",
        ",rewatch,movie,2019-03-01 10:00:00,,,Undated Film,0001-01-01 00:00:00,",
    ) == [
        series(9000001, "Night Harbour", 2, "once followed", "follow", added=APRIL),
        series(9000009, "Late Murder", 3, "once followed", "towatch", added=APRIL),
        series(9000011, "Once Upon a Pier", 4, "watched"),
        film("A Film, With Comma", 6, 2018),
        film("Undated Film", 7),
    ]


def test_totals_of_the_first_log_are_passed_over() -> None:
    total = f",count-watch-movie,movie,2019-03-01 10:00:00,,,,,[{' '.join([UUID] * 300)}]"
    assert first(total, ",rewatch_count,series,,9000001,Night Harbour,,,") == []


def test_an_episode_to_be_watched_is_no_wish_to_follow_its_series() -> None:
    assert first(",towatch,episode,,9000001,Night Harbour,,,") == []


def test_without_a_column_for_it_the_key_says_what_was_done() -> None:
    text = f"type-uuid-n,series_id,series_name\nfollow-{UUID}-0,9000001,Night Harbour\n"
    assert from_csv(text) == [series(9000001, "Night Harbour", 2, "once followed", "follow")]


def test_the_first_log_is_told_by_its_entities_too() -> None:
    text = "entity_type,type,series_id\nseries,follow,9000001\n"
    assert from_csv(text) == [series(9000001, None, 2, "once followed", "follow")]


# Lists


def test_a_series_on_a_list_is_not_followed_and_a_film_is_none() -> None:
    printed = (
        "[map[created_at:1.707766149e+09 id:9.000001e+06 type:series]"
        " map[created_at:1.707766174e+09 id:9500001 type:movie]"
        f" map[created_at:1.707766174e+09 type:movie uuid:{UUID}]]"
    )
    text = f"s_key,name,type,user_id,objects,lists\n{UUID},Rainy days,list,0,{printed},\n"
    assert from_csv(text) == [
        series(9000001, None, 2, "listed", "Rainy days"),
        film(None, 2),
        film(None, 2),
    ]


def test_the_favourites_are_a_list_without_a_name() -> None:
    text = "s_key,objects\nfavorite-series,[map[id:9000001 type:series]]\nfavorite-movies,[]\n"
    assert from_csv(text) == [series(9000001, None, 2, "listed", "favorite-series")]


def test_the_exported_lists_have_a_row_for_each_thing() -> None:
    text = f"""list_id,list_name,item_type,tvdb_id,uuid,name,custom_order
1,Favs,series,9000001,{UUID},Night Harbour,0
1,Favs,movie,9000001,{UUID},Drowned Film,1
1,Favs,episode,9000001,{UUID},Pilot,2
"""
    assert from_csv(text) == [
        series(9000001, "Night Harbour", 2, "listed", "Favs"),
        film("Drowned Film", 3),
        ImportedRow(title="Pilot", not_a_show="episode", file="saved.csv", line=4),
    ]


# "Export my data"


def test_the_exported_series_are_followed_unless_they_were_stopped() -> None:
    text = f"""uuid,tvdb_id,imdb_id,title,status,created_at
{UUID},9000001,,Night Harbour,continuing,2023-04-24T18:30:00Z
{UUID},9000009,-1,Late Murder,not_started_yet,2023-04-24T18:30:00.067614Z
{UUID},9000012,tt90000012,Evening Bulletin,up_to_date,2023-04-24T18:30:00Z
{UUID},9000004,,Mara's Last Ferry,stopped,
{UUID},9000015,,Mah-e Nou,unknown,
{UUID},9000016,,Nothing Said,,
"""
    assert from_csv(text) == [
        series(9000001, "Night Harbour", 2, said="continuing", added=APRIL),
        series(9000009, "Late Murder", 3, said="not_started_yet", added=APRIL),
        series(9000012, "Evening Bulletin", 4, "following", "up_to_date", APRIL, "tt90000012"),
        series(9000004, "Mara's Last Ferry", 5, "stopped", "stopped"),
        series(9000015, "Mah-e Nou", 6, said="unknown"),
        series(9000016, "Nothing Said", 7),
    ]


def test_a_status_that_nobody_knows_is_followed_and_told() -> None:
    (row,) = from_csv("uuid,tvdb_id,title,status\n,9000013,Weekly Thing,brand_new_state\n")
    assert (row.state, row.said, row.is_new_word) == ("following", "brand_new_state", True)


def test_a_status_is_known_however_it_is_written() -> None:
    (row,) = from_csv("uuid,tvdb_id,title,status\n,9000013,Weekly Thing,Up to date\n")
    assert (row.state, row.said, row.is_new_word) == ("following", "Up to date", False)


def exported(*entries: object) -> Data:
    """A list of JSON as the export writes it."""
    return data("saved.csv", json.dumps(entries))


def test_the_same_series_are_read_from_json_and_their_entities_decoded_once() -> None:
    episodes = [{"id": {"tvdb": 9400001}, "number": 1, "is_watched": True}]
    document = exported(
        {
            "id": {"tvdb": 9000014, "imdb": None},
            "created_at": "2023-04-24T18:30:00Z",
            "title": "Songbirds &amp;amp; Snow",
            "status": "continuing",
            "seasons": [{"number": 1386, "episodes": episodes}],
        },
        {"id": {"tvdb": "9000004", "imdb": "-1"}, "title": "Mara", "status": "stopped"},
        {"id": {"tvdb": 9000016, "imdb": "tt90000016"}, "title": "No Status", "seasons": []},
    )
    assert read(document) == [
        series(9000014, "Songbirds &amp; Snow", 1, said="continuing", added=APRIL),
        series(9000004, "Mara", 2, "stopped", "stopped"),
        series(9000016, "No Status", 3, imdb="tt90000016"),
    ]


@pytest.mark.parametrize("entry", [None, 7, "x", [], {}, {"id": None}, {"id": {"tvdb": None}}])
def test_an_entry_that_is_no_series_is_said_to_tell_nothing(entry: object) -> None:
    good = {"id": {"tvdb": 9000001}, "title": "Night Harbour", "status": "continuing"}
    second_row = read(exported(good, entry))[1]
    assert (second_row.line, second_row.complaint) == (2, "it has neither a number nor a title")


def test_episodes_tell_what_was_seen_by_the_number_of_the_series() -> None:
    text = f"""series_tvdb_id,series_imdb_id,series_uuid,title,season,episode,tvdb_id,is_watched
9000001,tt90000001,{UUID},Night Harbour,1,1,9400001,true
9000001,tt90000001,{UUID},Night Harbour,0,1,9400009,false
9000015,,{UUID},Mah-e Nou,1386,1,9400010,true
"""
    assert from_csv(text) == [
        series(9000001, "Night Harbour", 2, "watched", imdb="tt90000001"),
        series(9000015, "Mah-e Nou", 4, "watched"),
    ]


def test_series_of_episodes_without_a_number_are_told_apart_by_title() -> None:
    text = "series_tvdb_id,title\n,Late Murder\n,Night Harbour\n,Late Murder\n"
    assert from_csv(text) == [
        series(None, "Late Murder", 2, "watched"),
        series(None, "Night Harbour", 3, "watched"),
    ]


def test_a_table_of_films_has_no_series() -> None:
    text = f"""uuid,tvdb_id,imdb_id,title,year,created_at,watched_at,is_watched,rewatch_count
{UUID},9000001,tt95000001,Drowned Film,2020,2022-03-18T00:03:26Z,2022-03-18T00:03:26Z,true,0
"""
    assert from_csv(text) == [film("Drowned Film", 2, 2020)]


def test_films_in_json_are_no_series() -> None:
    drowned = {"id": {"tvdb": 9000001}, "title": "Drowned Film", "year": 2020, "is_watched": True}
    assert read(exported(drowned, None)) == [film("Drowned Film", 1, 2020), film(None, 2)]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["id", "tvdb", "imdb", "title", "status"]), inner)
    ),
    max_leaves=8,
)


@given(st.lists(JSON, max_size=4))
def test_whatever_stands_in_the_list_each_entry_has_its_row(others: list[object]) -> None:
    good = {"id": {"tvdb": 9000001}, "title": "Night Harbour", "status": "continuing"}
    found = read(exported(good, *others))
    assert [row.line for row in found] == list(range(1, len(others) + 2))
    assert all(row.title or row.ids != ExternalIds() or row.complaint for row in found)


# The Liberator


def test_only_the_shows_of_an_activity_history_are_taken() -> None:
    text = """imdb_id,tvdb_id,type,title,season,episode,is_special,is_watched,status,is_watchlisted
-1,9500001,movie,Drowned Film,,,false,true,,false
-1,9400001,episode,Night Harbour,1,1,false,true,continuing,false
tt90000001,9000001,show,Night Harbour,,,,,continuing,false
-1,9000004,show,Mara's Last Ferry,,,,,stopped,true
"""
    assert from_csv(text) == [
        film("Drowned Film", 2),
        series(9000001, "Night Harbour", 4, said="continuing", imdb="tt90000001"),
        series(9000004, "Mara's Last Ferry", 5, "stopped", "stopped"),
    ]


def test_an_older_activity_history_names_its_numbers_the_other_way_round() -> None:
    text = "id_imdb,id_tvdb,type,title,is_watched,status\n-1,9000001,show,Night Harbour,,\n"
    assert from_csv(text) == [series(9000001, "Night Harbour", 2)]


# Which files


@pytest.mark.parametrize(
    "document",
    [
        PlainText("a", "tv_show_id,archived"),
        table("a", "title,status,tvdb_id\n"),
        table("a", "name,status,entity_type,created_at,uuid\n"),
        table("a", "user_id,token\n"),
        data("a", "[]"),
        data("a", '{"id": {"tvdb": 1}, "status": "x"}'),
        data("a", '[{"id": 1, "status": "ended", "tvdb_id": 2, "seasons": []}]'),
        data("a", '[{"id": {"tvdb": 1}}]'),
    ],
)
def test_what_is_another_trackers_is_left_to_it(document: Document) -> None:
    assert not any(each.recognises(document) for each in TV_TIME)


def opened(name: str) -> bool:
    """Whether a file of this name is opened in an archive."""
    return any(re.fullmatch(each.members or "", name) for each in TV_TIME)


@pytest.mark.parametrize(
    "name",
    [
        "followed_tv_show.csv",
        "tracking-prod-records.csv",
        "tracking-prod-records-v2.csv",
        "user_show_special_status.csv",
        "user_tv_show_data.csv",
        "lists-prod-lists.csv",
        "tvtime-series.csv",
        "tvtime-series-2026-07-05.csv",
        "tvtime-series-2026-07-05 (1).json",
        "tvtime-series-episodes-2026-07-05.csv",
        "tvtime-movies-2026-07-05.json",
        "tvtime-lists-2026-07-05.csv",
        "activity_history.csv",
        "shows.json",
        "movies.json",
    ],
)
def test_the_tables_that_count_are_opened_in_an_archive(name: str) -> None:
    assert opened(name)


@pytest.mark.parametrize(
    "name",
    [
        "access_token.csv",
        "refresh_token.csv",
        "auth-prod-login.csv",
        "ip_address.csv",
        "user.csv",
        "user_personal_data.csv",
        "user_session.csv",
        "device_token.csv",
        "facebook_user.csv",
        "friend.csv",
        "webhook_data.csv",
        "comments-prod-comments.csv",
        "favorites.json",
        "tvtime-summary-2026-07-05.html",
        "old-followed_tv_show.csv",
    ],
)
def test_what_is_private_or_says_nothing_is_never_opened(name: str) -> None:
    assert not opened(name)
