"""The bundled catalogue: what it states of who each show is, and what a fan gets from it."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from premierectl.catalogue.catalogue_file import CatalogueFile
from premierectl.folding import folded, without_article
from premierectl.model import Season, Show, Source, read_value
from premierectl.storage.catalogue import problems
from tests.conftest import Run

PATH = Path(__file__).parents[1] / "data" / "shows.json"
SHOWS = msgspec.json.decode(PATH.read_bytes(), type=CatalogueFile, dec_hook=read_value).shows
# The day of the newest look at the facts.
LOOKED = date(2026, 11, 26)

# Of these no source tells it, and it is left out.
NO_YEAR = {
    "a-good-girls-guide-to-murder", "a-man-on-the-inside", "big-brother-us", "high-potential",
    "industry",
}  # fmt: skip
NO_COUNTRY = {
    "a-good-girls-guide-to-murder", "a-man-on-the-inside", "ahsoka", "all-creatures-great-small",
    "crew-girl", "dark-matter", "gen-v", "harry-potter", "heated-rivalry", "high-potential",
    "hijack", "industry", "it-welcome-to-derry", "legends", "margos-got-money-troubles", "monster",
    "neagley", "star-city", "stranger-things-tales-from-85", "the-agency", "the-lincoln-lawyer",
    "tulsa-king", "widows-bay",
}  # fmt: skip
# Doctor Who is two entries everywhere else; which of them will have the special is not known.
NO_NUMBER = {"doctor-who", "legends", "star-city"}

# What TVmaze calls a genre.
GENRES = {
    "Action", "Adult", "Adventure", "Anime", "Children", "Comedy", "Crime", "DIY", "Drama",
    "Espionage", "Family", "Fantasy", "Food", "History", "Horror", "Legal", "Medical", "Music",
    "Mystery", "Nature", "Romance", "Science-Fiction", "Sports", "Supernatural", "Thriller",
    "Travel", "War", "Western",
}  # fmt: skip


def test_it_is_without_problems() -> None:
    assert problems(PATH, lambda _: None) == []


def test_it_stays_small() -> None:
    assert PATH.stat().st_size < 200_000


def test_its_shows_stand_by_id() -> None:
    assert [show.id for show in SHOWS] == sorted({show.id for show in SHOWS})


def test_every_show_states_its_year_and_country_where_a_source_does() -> None:
    assert {show.id for show in SHOWS if show.year is None} == NO_YEAR
    assert {show.id for show in SHOWS if show.country is None} == NO_COUNTRY


def test_every_show_is_told_by_a_number_where_it_is_one() -> None:
    assert {show.id for show in SHOWS if not numbers(show)} == NO_NUMBER


def test_every_number_is_one() -> None:
    for show in SHOWS:
        for service, number in numbers(show):
            if service == "imdb":
                assert re.fullmatch(r"tt\d{7,8}", str(number)), show.id
            else:
                assert isinstance(number, int), show.id
                assert 0 < number < 10_000_000, show.id


def test_a_number_that_one_source_alone_states_is_one_of_the_show_and_said_to_be_unsure() -> None:
    for show in SHOWS:
        assert set(show.unsure) <= {service for service, _ in numbers(show)}, show.id
    unsure = {show.id: show.unsure for show in SHOWS}
    assert unsure["lanterns"] == ("tvmaze", "tmdb")
    assert unsure["slow-horses"] == ("tvmaze", "tvdb")
    assert unsure["one-piece-2023"] == ("tvdb",)
    assert unsure["severance"] == ()


def test_no_two_shows_have_one_number() -> None:
    assert repeated(number for show in SHOWS for number in numbers(show)) == set()


def test_shows_of_one_title_carry_their_year_in_the_id() -> None:
    titles = defaultdict[str, list[Show]](list)
    for show in SHOWS:
        titles[without_article(folded(show.title))].append(show)
    shared = {title: shows for title, shows in titles.items() if len(shows) > 1}
    assert set(shared) == {"one piece"}
    for show in shared["one piece"]:
        assert show.id == f"one-piece-{show.year}"


def test_a_name_leads_to_one_show_unless_it_is_the_title_of_several() -> None:
    names = ({folded(name) for name in (show.title, *show.aliases)} for show in SHOWS)
    assert repeated(name for each in names for name in each) == {"one piece"}


def test_genres_are_in_the_words_of_the_service_that_is_asked() -> None:
    assert {genre for show in SHOWS for genre in show.genres} <= GENRES


def test_every_show_and_season_says_when_its_sources_were_looked_at() -> None:
    for show in SHOWS:
        for sources in (show.sources, *(season.sources for season in show.seasons)):
            days = [source.checked for source in sources]
            assert days, show.id
            assert all(day is not None and day <= LOOKED for day in days), show.id


def test_a_source_is_named_as_the_public_knows_it() -> None:
    private = re.compile(r"^.?$|\bF\d{6,}|\bSpike\b")
    titles = [source.title for show in SHOWS for source in all_sources(show) if source.title]
    assert [title for title in titles if private.search(title)] == []


def test_a_season_before_one_that_has_begun_is_over() -> None:
    for show in SHOWS:
        begun = max((season.number or 0 for season in show.seasons if has_begun(season)), default=0)
        before = [season for season in show.seasons if season.number and season.number < begun]
        assert {season.status for season in before} <= {"ended"}, show.id


def test_what_is_coming(run: Run) -> None:
    rows = run("countdown", "--all", "--now", "2026-11-26").out.splitlines()
    coming = [row.split("\t")[:3] for row in rows]
    assert [row for row in coming if row[2]] == [
        ["Only Murders in the Building", "season 6", "2026-12-08"],
        ["Ghosts (US)", "S6 Christmas double", "2026-12-11"],
        ["Emily in Paris", "season 6", "2026-12-24?"],
        ["Doctor Who", "Christmas special", "2026-12-25?"],
        ["Harry Potter", "season 1", "2026-12-25"],
        ["Percy Jackson and the Olympians", "season 3", "2026?"],
        ["The Pitt", "season 3", "2027-01"],
        ["The White Lotus", "season 4", "2027-H1"],
        ["Big Brother (US)", "season 29", "summer 2027"],
        ["Bridgerton", "season 5", "2027"],
        ["A Good Girl's Guide to Murder", "season 3", "2027"],
        ["A Knight of the Seven Kingdoms", "season 2", "2027"],
        ["The Last of Us", "season 3", "2027"],
        ["Big Brother (US)", "season 30", "summer 2028"],
        ["House of the Dragon", "season 4", "2028"],
    ]


def test_what_is_announced_without_a_date(run: Run) -> None:
    rows = run("countdown", "--all", "--now", "2026-11-26", "--format", "{id}|{date}").out
    assert [row[:-1] for row in rows.splitlines() if row.endswith("|")] == [
        "abbott-elementary:s6",
        "black-mirror:s8",
        "bridgerton:s6",
        "crew-girl:s2",
        "daredevil-born-again:s3",
        "for-all-mankind:s6",
        "foundation:s4",
        "the-four-seasons:s3",
        "from:s5",
        "the-gentlemen:s2",
        "high-potential:s3",
        "industry:s5",
        "invincible:s5",
        "legends:s2",
        "ludwig:s3",
        "a-man-on-the-inside:s3",
        "margos-got-money-troubles:s2",
        "the-morning-show:s5",
        "one-piece-2023:s3",
        "paradise:s3",
        "pluribus:s2",
        "severance:s3",
        "silo:s4",
        "slow-horses:s7",
        "slow-horses:s8",
        "wednesday:s3",
        "your-friends-neighbors:s3",
    ]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("next slow-horses --until finale --now 2026-09-20", "2026-10-21\n"),
        ("next paradise --until finale --now 2026-02-01", "2026-03-30\n"),
        ("next ghosts --timezone America/New_York", "2026-12-10\n"),
        ("next traitors --now 2026-11-01 --timezone America/New_York", "2026-11-19\n"),
        ("next love-is-blind --limit 2 --now 2026-10-22", "2026-10-28\n2026-11-04\n"),
        ("next hotd --vague", "2028\n"),
        ("next one-piece-2023 --now 2026-03-01", "2026-03-10\n"),
        ("next bridgerton:s3p2 --now 2024-06-01", "2024-06-13\n"),
    ],
)
def test_a_script_gets_the_stated_day(run: Run, words: str, answer: str) -> None:
    assert run(*words.split()).out == answer


def test_a_title_that_two_shows_share_is_asked_about(run: Run) -> None:
    asked = run("next", "one piece")
    assert (asked.code, asked.out) == (2, "")
    assert asked.err == (
        "premierectl: 'one piece' could be One Piece (1999) (one-piece-1999), "
        "One Piece (2023) (one-piece-2023); name one of them\n"
    )


def test_who_is_new_is_said_only_where_it_is_known(run: Run) -> None:
    listed = run("cast", "only-murders:s6", "--new")
    assert listed.out == "David Tennant\t\t\tnew\t\nNicola Coughlan\t\t\tnew\t\n"
    unknown = json.loads(run("cast", "house-of-the-dragon:s3", "--json").out)["items"]
    assert {member["status"] for member in unknown} == {None}


def numbers(show: Show) -> list[tuple[str, object]]:
    return [*msgspec.to_builtins(show.ids).items()]


def repeated(values: Iterator[object]) -> set[object]:
    return {value for value, times in Counter(values).items() if times > 1}


def has_begun(season: Season) -> bool:
    if season.status in ("airing", "ended"):
        return True
    known = season.premiere
    return known is not None and known.confirmed and known.latest <= LOOKED


def all_sources(show: Show) -> Iterator[Source]:
    yield from show.sources
    for season in show.seasons:
        yield from season.sources
