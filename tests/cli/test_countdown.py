"""``countdown``: rows, the panel, filters, and what is said beside them."""

import json

import pytest

from tests.conftest import Run, Write, age

SHOWS = ("only-murders", "doctor-who", "pitt", "knight", "slow-horses")
ROWS = """\
Only Murders in the Building	season 6	2026-12-08	15	Hulu	no	
Doctor Who	Christmas special	2026-12-25?	32	BBC One	no	
The Pitt	season 3	2027-01	39-69	HBO Max	yes	
A Knight of the Seven Kingdoms	season 2	2027	39-403	HBO	no	
Slow Horses	season 7			Apple TV	no	
Slow Horses	season 8			Apple TV	no	
"""


def test_into_a_pipe_every_season_ahead_is_one_line(run: Run) -> None:
    run("watchlist", "add", "pitt")
    result = run("countdown", *SHOWS)
    assert (result.code, result.out, result.err) == (0, ROWS, "")
    assert set(ROWS.splitlines()) <= set(run("countdown", "--all").out.splitlines())


def test_on_a_terminal_the_same_rows_stand_under_headings(run: Run) -> None:
    run("watchlist", "add", "pitt")
    result = run("countdown", *SHOWS, terminal=True, COLUMNS="112")
    assert result.out.splitlines() == [
        "December",
        "● Only Murders in the Building    Season 6           Tue 8 Dec    Hulu        15 days",
        "● Doctor Who                      Christmas special  Fri 25 Dec?  BBC One     32 days",
        "",
        "January 2027",
        "● The Pitt                        Season 3           January      HBO Max  39–69 days ★",
        "",
        "Later",
        "● A Knight of the Seven Kingdoms  Season 2           2027         HBO",
        "★ followed",
        "",
        "Without a date (1): Slow Horses",
    ]


def test_at_40_columns_each_row_is_two_short_lines(run: Run) -> None:
    result = run("countdown", *SHOWS, "--limit", "3", terminal=True, COLUMNS="40")
    assert result.out == (
        "December\n"
        "● Only Murders in the Building\n"
        "  Season 6 · Tue 8 Dec · 15 days · Hulu\n"
        "● Doctor Who\n"
        "  Christmas special · 25 Dec? · 32 days\n"
        "\n"
        "January 2027\n"
        "● The Pitt\n"
        "  Season 3 · January · 39–69 days\n"
        "\n"
        "1 more until 2027\n"
        "Without a date (1): Slow Horses\n"
    )


def test_without_a_command_it_is_the_countdown_of_the_watchlist(run: Run) -> None:
    run("watchlist", "add", "pitt", "heartstopper")
    result = run()
    assert result.out == "The Pitt\tseason 3\t2027-01\t39-69\tHBO Max\tyes\t\n"
    assert run("--json").out == run("countdown", "--json").out


def test_a_watched_show_without_a_row_is_named_on_a_terminal(run: Run) -> None:
    run("watchlist", "add", "pitt", "ted lasso")
    result = run(terminal=True)
    assert result.out.splitlines()[-1] == "Without a date (1): Ted Lasso"
    assert result.err == age()


def test_a_show_that_is_over_is_not_named_either(run: Run) -> None:
    run("watchlist", "add", "pitt", "heartstopper")
    assert "Heartstopper" not in run(terminal=True).out


def test_while_the_watchlist_is_empty_a_terminal_shows_the_nearest_of_the_catalogue(
    run: Run,
) -> None:
    nearest = run("countdown", "--all", "--limit", "10", terminal=True)
    result = run(terminal=True, LINES="50")
    assert result.out.startswith(nearest.out)
    assert (result.code, result.err) == (0, age())


@pytest.mark.parametrize("words", [(), ("--json",), ("--tsv",), ("--format", "{title}")])
@pytest.mark.parametrize("terminal", [False, True])
def test_a_script_with_an_empty_watchlist_gets_an_error(
    run: Run, words: tuple[str, ...], terminal: bool
) -> None:
    if terminal and not words:
        return
    result = run("countdown", *words, terminal=terminal)
    assert (result.code, result.out, result.err) == (
        1,
        "",
        "premierectl: the watchlist is empty; follow a show with: premierectl watchlist add SHOW, "
        "or ask the whole catalogue with --all\n",
    )


def test_a_script_whose_user_only_has_a_reminder_gets_that_alone(run: Run) -> None:
    run("watchlist", "remind", "Rewatch Silo", "2026-12-01")
    for command in (["countdown"], ["calendar", "dec"]):
        document = json.loads(run(*command, "--json").out)
        assert (document["items"], len(document["reminders"])) == ([], 1)


def test_scripts_get_the_order_that_is_asked_for(run: Run) -> None:
    def titles(*words: str) -> list[str]:
        lines = run("countdown", "pitt", "doctor-who", "slow-horses:s7", *words).out.splitlines()
        return [line.split("\t")[0] for line in lines]

    assert titles() == ["Doctor Who", "The Pitt", "Slow Horses"]
    assert titles("--sort", "title") == ["Doctor Who", "The Pitt", "Slow Horses"]
    assert titles("--sort", "network") == ["Slow Horses", "Doctor Who", "The Pitt"]
    assert titles("--full", "--undated") == titles("--sort", "date")


def test_an_order_that_there_is_not_is_an_error(run: Run) -> None:
    result = run("countdown", "--all", "--sort", "genre")
    assert (result.code, result.out, result.err) == (
        2,
        "",
        "premierectl: --sort: 'genre' is not one of "
        "'date', 'title', 'network', 'added'; see premierectl countdown --help\n",
    )


def test_a_watched_show_that_no_catalogue_has_is_named(run: Run, write: Write) -> None:
    write("data/watchlist.json", {"format": 1, "shows": [{"id": "gone"}, {"id": "the-pitt"}]})
    result = run()
    assert result.err == "premierectl: followed but not in the catalogue: gone\n"


def test_only_the_watched_season_counts(run: Run) -> None:
    run("watchlist", "add", "slow-horses:s8")
    assert run().out == "Slow Horses\tseason 8\t\t\tApple TV\tyes\t\n"


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        (["--network", "bbc one"], ["Doctor Who", "Ludwig"]),
        (["--within", "15"], ["Only Murders in the Building", "Percy Jackson and the Olympians"]),
        (["--within", "38", "--network", "HBO Max"], []),
        (["--within", "39", "--network", "HBO Max"], ["The Pitt"]),
        (["--limit", "1"], ["Only Murders in the Building"]),
        (["--genre", "legal"], ["Aurora"]),
        (["--genre", "leg", "--genre", "legal"], ["Aurora"]),
        (
            ["--network", "bbc", "--network", "hulu", "--limit", "2"],
            ["Only Murders in the Building", "Doctor Who"],
        ),
        (["--within", "2w", "--network", "disney"], ["Percy Jackson and the Olympians"]),
    ],
)
def test_filters_choose_the_rows(run: Run, words: list[str], shows: list[str]) -> None:
    run("catalogue", "add", "Aurora", "--season", "1", "--genre", "Legal")
    result = run("countdown", "--all", *words)
    assert [line.split("\t")[0] for line in result.out.splitlines()] == shows


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (
            ["heartstopper", "--within", "9"],
            "Heartstopper has ended; season 3 came out on 3 October 2024. There is no season 4: the film Heartstopper Forever ends the story",
        ),
        (["heartstopper", "the-diplomat"], "nothing upcoming with a date"),
        (["--all", "--network", "hulu", "--within", "0"], "nothing upcoming passes these filters"),
    ],
)
def test_where_nothing_is_ahead_it_is_said(run: Run, words: list[str], error: str) -> None:
    for terminal in (False, True):
        result = run("countdown", *words, terminal=terminal)
        said = (age() if terminal else "") + f"premierectl: {error}\n"
        assert (result.code, result.out, result.err) == (1, "", said)


def test_several_shows_are_rows_in_the_order_of_their_dates(run: Run) -> None:
    result = run("countdown", "pitt", "doctor-who", "pitt")
    assert [line.split("\t")[0] for line in result.out.splitlines()] == ["Doctor Who", "The Pitt"]


def test_among_several_candidates_a_terminal_offers_the_choice(run: Run) -> None:
    result = run("countdown", "the w", terminal=True, stdin="1\n")
    assert (result.code, "  The White Lotus\n  Season 4 ·" in result.out) == (0, True)
    assert result.err == (
        "1  The White Lotus (the-white-lotus)\n"
        "2  The Witcher (the-witcher)\n"
        "which one, 1 to 2? These dates are 46 days old (8 October 2026); "
        "get today's: premierectl catalogue refresh\n"
    )


@pytest.mark.parametrize("answer", ["", "0\n", "3\n", "x\n"])
def test_no_choice_is_no_guess(run: Run, answer: str) -> None:
    result = run("countdown", "the w", terminal=True, stdin=answer)
    assert (result.code, result.out) == (2, "")


def test_a_bad_entry_is_left_out_and_named_and_the_others_go_on(run: Run, write: Write) -> None:
    shows = [
        {"id": "bad", "title": "Bad", "seasons": [{"number": 1, "premiere": "2027-13"}]},
        {"id": "good", "title": "Good", "seasons": [{"number": 1, "premiere": "2026-12-01"}]},
        {"title": "Nameless"},
    ]
    path = write("config/shows.json", {"format": 1, "shows": shows})
    result = run("countdown", "--all", "--limit", "1")
    assert (result.code, result.out) == (0, "Good\tseason 1\t2026-12-01\t8\t\tno\t\n")
    end = "; left out, see: premierectl catalogue check"
    assert result.err.splitlines() == [
        f"premierectl: {path}: shows[2]: Object missing required field `id`{end}",
        f"premierectl: {path}: shows[0].seasons[0].premiere: "
        f"'2027-13' is not a date: no calendar has that day{end}",
    ]
    assert run("countdown", "bad").code == 1
    assert "shows[2]" in run("days", "good").err
