"""``--plain``: sentences for a voice or a Braille display, and when a person gets them."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from premierectl.render.plain.said import plain_lines
from tests import make
from tests.cli.test_changes import REFRESHES
from tests.cli.test_hostile import COMMANDS, hostile
from tests.cli.test_output import on_terminal
from tests.conftest import Run, Write

# What draws, points or moves a cursor, and what is read as one number where it is two.
DRAWN = re.compile(r"[\x1b\u2190-\u21ff\u2500-\u25ff\u2605\u2606\u2700-\u27bf\u2b00-\u2bff]")
SHORT = re.compile(r"\d–\d|\bS\d+ ?E\d|\d+d\b")
ONLY_MURDERS = "Only Murders in the Building, season 6: in 15 days, Tuesday 8 December 2026, on Hulu, followed."


def plainly(run: Run, *words: str) -> list[str]:
    """The lines that somebody hears of a command."""
    return run(*words, "--plain").out.splitlines()


def test_the_list_is_a_sentence_a_row(run: Run) -> None:
    run("add", "pitt", "only-murders", "severance", "lanterns")
    run("watchlist", "remind", "Rewatch Silo", "2026-12-01")
    assert plainly(run) == [
        "Reminder, Rewatch Silo: in 8 days, Tuesday 1 December 2026.",
        ONLY_MURDERS,
        "The Pitt, season 3: in 39 to 69 days, January 2027, on HBO Max, followed.",
        "Without a date: Severance and Lanterns.",
    ]


def test_with_undated_each_show_is_a_sentence(run: Run) -> None:
    run("add", "severance", "lanterns")
    assert plainly(run, "countdown", "--undated") == [
        "Severance, season 3: no date yet, on Apple TV, followed.",
        "Nothing announced: Lanterns.",
    ]


def test_what_happened_since_the_last_look_stands_first(run: Run, write: Write) -> None:
    run("add", "only-murders")
    write("state/last-look.json", {"at": "2026-12-07T10:00:00Z"})
    said = plainly(run, "countdown", "--now", "2026-12-16")
    assert said[0] == (
        "Since 7 December: Only Murders in the Building season 6 and 1 more episode are out."
    )
    assert said[1].startswith("Only Murders in the Building, season 6, episode 3: in 6 days")


def test_a_new_user_hears_what_is_coming_and_how_to_go_on(run: Run) -> None:
    said = run(terminal=True, PREMIERECTL_PLAIN="1").out.splitlines()
    assert len(said) == 13
    assert said[-3:] == [
        "Follow a show: premierectl add pitt",
        "Bring your list along: premierectl import FILE",
        "Get today's dates: premierectl catalogue refresh",
    ]


def test_a_move_is_told_in_words(run: Run, write: Write) -> None:
    moved = {"when": "2026-11-20", "from": "2026-12-01", "to": "2026-12-22"}
    season = {"number": 1, "premiere": "2026-12-22", "history": [moved]}
    shows = [{"id": "aurora", "title": "Aurora", "seasons": [season]}]
    write("config/shows.json", {"format": 1, "shows": shows})
    assert plainly(run, "countdown", "aurora") == [
        "Aurora, season 1: in 29 days, Tuesday 22 December 2026, "
        "was 1 December 2026, moved 21 days later."
    ]


def test_what_a_limit_leaves_out_is_said(run: Run) -> None:
    run("add", "pitt", "only-murders", "white-lotus")
    assert plainly(run, "countdown", "--limit", "1") == [
        ONLY_MURDERS,
        "2 more until the first half of 2027.",
    ]


def test_a_long_list_is_not_cut_to_the_terminal(run: Run) -> None:
    whole = run("countdown", "--all", "--plain").out
    assert run("countdown", "--all", "--plain", terminal=True, LINES="8").out == whole
    assert len(whole.splitlines()) > 8


def test_a_card_is_several_sentences(run: Run) -> None:
    run("add", "only-murders", "--note", "with Sam", "--tag", "crime")
    assert plainly(run, "countdown", "only-murders") == [
        ONLY_MURDERS,
        "How it comes out: weekly, 10 episodes.",
        "Season 5 finale came out on Tuesday 28 October 2025, 391 days ago.",
        "Then season 6, episode 2: in 22 days, Tuesday 15 December 2026.",
        "Then season 6, episode 3: in 29 days, Tuesday 22 December 2026.",
        "Then season 6, episode 4: in 36 days, Tuesday 29 December 2026.",
        "And 6 more: premierectl show only-murders-in-the-building --episodes",
        "New in the cast: David Tennant and Nicola Coughlan.",
        "This time the story is set in London.",
        "Your note: with Sam.",
        "Your tags: crime.",
        "Checked 8 October 2026, 46 days ago.",
    ]


def test_a_card_tells_the_clock_times_and_the_names(run: Run, write: Write) -> None:
    season = {
        "number": 1, "name": "Dawn", "announced": "2026-11-22", "time": "20:00",
        "timezone": "America/New_York", "premiere": "2026-12-01",
        "episode_list": [
            {"number": 1, "date": "2026-12-01", "title": "First Light"},
            {"number": 2, "date": "2026-12-08", "title": "Noon"},
        ],
    }  # fmt: skip
    shows = [{"id": "aurora", "title": "Aurora", "seasons": [season]}]
    write("config/shows.json", {"format": 1, "shows": shows})
    assert plainly(run, "countdown", "aurora") == [
        "Aurora, season 1: in 9 days, Wednesday 2 December 2026, at 01:00 your time.",
        "There it is 1 December 2026, 20:00 in New York.",
        "Season: Dawn.",
        "Episode: First Light.",
        "Announced on Sunday 22 November 2026, yesterday.",
        "Then season 1, episode 2, “Noon”: in 16 days, Wednesday 9 December 2026, at 01:00 your time.",
    ]
    later = plainly(run, "countdown", "aurora", "--now", "2026-12-03T12:00Z")
    assert later[-2:] == [
        "So far: 1 episode is out.",
        "Season 1 came out on Wednesday 2 December 2026, yesterday.",
    ]


def test_what_is_out_says_when_its_network_usually_releases(run: Run) -> None:
    assert plainly(run, "countdown", "heartstopper:s2")[:3] == [
        "Heartstopper, season 2: came out on Thursday 3 August 2023, 1208 days ago, on Netflix.",
        "Usually at 08:00 your time.",
        "How it comes out: all at once, 8 episodes.",
    ]


def test_a_month_is_a_line_an_entry_by_day(run: Run) -> None:
    run("add", "only-murders", "pitt", "percy-jackson")
    run("watchlist", "remind", "Rewatch Silo", "2026-12-09")
    run("watchlist", "remind", "Film festival", "2026-12")
    assert plainly(run, "calendar", "2026-12")[:3] == [
        ONLY_MURDERS,
        "Reminder, Rewatch Silo: in 16 days, Wednesday 9 December 2026.",
        "Only Murders in the Building, season 6, episode 2: in 22 days, "
        "Tuesday 15 December 2026, on Hulu, followed.",
    ]
    assert plainly(run, "calendar", "2026-12")[-2:] == [
        "Percy Jackson and the Olympians, season 3: any day until 31 December 2026, "
        "unconfirmed, on Disney+, followed.",
        "Reminder, Film festival: in 8 to 38 days, December 2026.",
    ]


def test_what_came_out_lately(run: Run) -> None:
    assert plainly(run, "recent", "--all", "--limit", "1") == [
        "Yellowjackets, season 4: came out on Sunday 22 November 2026, unconfirmed, yesterday, "
        "on Paramount+ with Showtime."
    ]


def test_a_show_is_a_sentence_a_fact(run: Run) -> None:
    said = plainly(run, "show", "only-murders")
    assert said[:3] == ["Only Murders in the Building.", "Id: only-murders-in-the-building.", "Also called: OMITB, Only Murders."]  # fmt: skip
    assert "Season 6: in 15 days, Tuesday 8 December 2026." in said
    assert "Season 6, release: weekly, 10 episodes." in said
    assert "This time the story is set in London." in said


def test_a_season_without_a_premiere_is_told_by_what_is_known_of_it(run: Run, write: Write) -> None:
    episodes = [{"number": 4, "date": "2026-12-01"}, {"number": 5, "date": "2026-12-08"}]
    season = {"number": 2, "episode_list": episodes, "note": "From its middle on."}
    shows = [
        {"id": "aurora", "title": "Aurora", "url": "https://aurora.example", "seasons": [season]}
    ]
    write("config/shows.json", {"format": 1, "shows": shows})
    assert plainly(run, "show", "aurora") == [
        "Aurora.",
        "Id: aurora.",
        "Link: https://aurora.example",
        "Followed: no.",
        "From: own catalogue.",
        "Season 2, next: season 2, episode 4, in 8 days.",
        "Season 2, when: Tuesday, 1 December 2026.",
        "From its middle on.",
    ]


def test_episodes_stand_under_their_show(run: Run) -> None:
    assert plainly(run, "show", "lanterns", "--episodes")[::8] == [
        "Lanterns.",
        "Season 1, finale, episode 8: came out on Monday 5 October 2026, at 02:00 your time, "
        "49 days ago.",
    ]


def test_a_cast_is_a_sentence_a_person(run: Run) -> None:
    said = plainly(run, "cast", "pitt")
    assert said[0] == "The Pitt, season 2."
    assert said[-1] == "Sepideh Moafi as Dr. Al-Hashimi, new."
    assert 'Noah Wyle as Dr. Michael "Robby" Robinavitch, main cast.' in said


def test_a_search_says_what_matched_and_what_is_followed(run: Run) -> None:
    run("add", "pitt")
    assert plainly(run, "search", "pitt") == ["The Pitt, id the-pitt, followed."]
    assert plainly(run, "search", "hedge knight") == [
        "A Knight of the Seven Kingdoms, id a-knight-of-the-seven-kingdoms, also called The Hedge Knight."
    ]


def test_the_watchlist_tells_since_when_and_how(run: Run, write: Write) -> None:
    run("add", "heartstopper", "--note", "with Sam", "--tag", "love")
    run("add", "severance", "pitt:s3")
    run("watchlist", "mute", "severance", "--until", "dated")
    run("watchlist", "mute", "pitt:s3")
    run("add", "silo")
    run("watchlist", "mute", "silo")
    run("watchlist", "remind", "Film", "2026-12-01")
    assert plainly(run, "list") == [
        "Reminder, Film: in 8 days, Tuesday 1 December 2026.",
        "The Pitt, season 3: in 39 to 69 days, January 2027, on HBO Max, "
        "followed since 23 November 2026, muted: season 3.",
        "Severance, season 3: no date yet, on Apple TV, followed since 23 November 2026, "
        "muted until it has a date.",
        "Silo, season 4: no date yet, on Apple TV, followed since 23 November 2026, muted.",
        "Heartstopper, season 3: came out on Thursday 3 October 2024, 781 days ago, "
        "the show has ended, on Netflix, followed since 23 November 2026, tagged love, your note: with Sam.",
    ]


def test_what_the_catalogue_has_not_is_said_to_be_missing(run: Run, write: Write) -> None:
    lines = [{"id": "gone"}, {"id": "lost", "season": 2}, {"id": "pitt", "season": "special"}]
    write("data/watchlist.json", {"format": 1, "shows": [*lines, {"id": "odd", "season": "x"}]})
    assert plainly(run, "list")[:2] == ["gone: not in the catalogue.", "lost, season 2: not in the catalogue."]  # fmt: skip
    assert "odd, x: not in the catalogue." in plainly(run, "list")


def test_versions_are_told_with_what_changed(run: Run, home: Path) -> None:
    run("add", "pitt")
    run("add", "silo")
    said = [
        re.sub(r"written on .*?, with", "written, with", line)
        for line in plainly(run, "undo", "--list")
    ]
    assert said == [
        "Version 3, the one now, written, with 2 entries, added: Silo.",
        "Version 2, written, with 1 entry, added: The Pitt.",
        "Version 1, written, with 0 entries, the oldest that is kept.",
    ]


def test_changes_are_told_with_their_day(run: Run, write: Write) -> None:
    write("state/changes.json", {"format": 1, "refreshes": REFRESHES})
    run("add", "pitt", "silo", "severance")
    said = plainly(run, "changes", "--all", "--since", "2026-11-01")
    assert "Seen on 20 November 2026: Silo season 4: dated, January 2027." in said


def test_files_are_told_with_a_path_that_can_be_copied(run: Run, home: Path) -> None:
    assert plainly(run, "paths")[0] == (
        f"Watchlist, sync it, not there yet: {home / 'data' / 'watchlist.json'}"
    )
    run("add", "pitt")
    assert plainly(run, "paths")[0] == f"Watchlist, sync it: {home / 'data' / 'watchlist.json'}"
    assert f"State folder, never sync it: {home / 'state'}" in plainly(run, "paths")


def test_layers_are_told_with_what_they_hold(run: Run, write: Write, home: Path) -> None:
    own = write("config/shows.json", {"format": 1, "shows": [{"id": "a", "title": "A"}]})
    bundled, live, mine = plainly(run, "catalogue", "path")
    assert re.match(r"Bundled, \d+ shows, as of 21 September 2026: /", bundled)
    assert live == f"Live, not there yet: {home / 'state' / 'live.sqlite'}"
    assert mine == f"Own, 1 show: {own}"
    broken = write("state/live.sqlite", "no database")
    assert plainly(run, "catalogue", "path")[1] == f"Live, cannot be read: {broken}"


def test_who_says_what_of_a_show_is_told_field_by_field(run: Run, write: Write) -> None:
    shows = [{"id": "the-pitt", "network": "Max"}]
    write("config/shows.json", {"format": 1, "shows": shows})
    said = plainly(run, "show", "pitt", "--layers")
    assert said[0] == "The Pitt."
    assert "network: Max, from the own catalogue, bundled said HBO Max." in said


def test_problems_are_told_with_their_place(run: Run, write: Write) -> None:
    path = write("config/shows.json", '{"format": 1, "shows": [{"id": "a"}]}')
    result = run("catalogue", "check", "--plain")
    assert result.code == 65
    assert result.out.startswith(f"{path}, line 1: shows[0]")
    missing = write("bad.json", "")
    assert run("catalogue", "check", str(missing), "--plain").code == 65


def test_an_import_tells_what_needs_a_look(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "titles.txt"
    path.write_text("The Pitt\nNo Such Show At All\n", encoding="utf-8")
    assert plainly(run, "import", str(path), "--dry-run") == [
        "No Such Show At All: unknown, no show has that title.",
    ]


def test_what_a_command_did_is_said_as_ever(run: Run) -> None:
    assert plainly(run, "add", "pitt") == ["The Pitt is followed now"]
    assert plainly(run, "catalogue", "remove", "silo", "--hide") == [
        "Silo is hidden; to have it back: premierectl catalogue remove silo --field hidden"
    ]
    assert plainly(run, "catalogue", "add", "Polar Light") == [
        "Polar Light is in your catalogue; its id is polar-light"
    ]
    assert plainly(run, "catalogue")[0].endswith(" shows, 1 of your own.")


def test_help_is_one_thing_a_line(run: Run) -> None:
    said = run("paths", "--help", "--plain", COLUMNS="40").out.splitlines()
    assert said[:2] == [
        "Usage: premierectl paths [OPTIONS]",
        "List where your files are, and which to sync between machines.",
    ]
    assert "Examples:" in said
    assert "premierectl paths" in said
    assert "--now WHEN: A date or date-time to take for now. [env: PREMIERECTL_NOW]" in said
    assert run("paths", "--help", terminal=True, PREMIERECTL_PLAIN="1").out.splitlines() == said
    drawn = run("paths", "--help", "--no-plain", terminal=True, PREMIERECTL_PLAIN="1")
    assert drawn.out == run("paths", "--help", terminal=True).out
    family = run("watchlist", "--help", terminal=True, PREMIERECTL_PLAIN="1").out.splitlines()
    assert "Commands:" in family
    assert family[-2:] == [
        "Help on one of them: premierectl watchlist COMMAND --help",
        "Read more: man premierectl-watchlist",
    ]


# -- who gets it ------------------------------------------------------------------------------


def test_the_variable_and_the_setting_change_a_terminal_and_no_pipe(run: Run, write: Write) -> None:
    run("add", "only-murders")
    drawn, piped = run(terminal=True).out, run("countdown").out
    assert run(terminal=True, PREMIERECTL_PLAIN="1").out == f"{ONLY_MURDERS}\n"
    assert run("countdown", PREMIERECTL_PLAIN="1").out == piped
    write("config/config.toml", "plain = true\n")
    assert run(terminal=True).out == f"{ONLY_MURDERS}\n"
    assert run("countdown").out == piped
    assert run("--no-plain", terminal=True).out == drawn
    for no in ("0", "no", "OFF", "false"):
        assert run(terminal=True, PREMIERECTL_PLAIN=no).out == drawn
    assert run("--no-plain", terminal=True, PREMIERECTL_PLAIN="1").out == drawn


def test_the_option_prints_sentences_into_a_pipe_too(run: Run) -> None:
    run("add", "only-murders")
    assert run("countdown", "--plain").out == f"{ONLY_MURDERS}\n"
    assert run("next", "--plain").out == f"{ONLY_MURDERS}\n"


def test_a_line_for_a_script_stays_one_on_a_terminal_that_is_plain(run: Run) -> None:
    run("add", "only-murders")
    assert run("next", terminal=True, PREMIERECTL_PLAIN="1").out == "2026-12-08\n"


def test_json_and_lines_win_over_the_variable(run: Run) -> None:
    run("add", "only-murders")
    for form in ("--json", "--tsv"):
        said = run("countdown", form, terminal=True, PREMIERECTL_PLAIN="1").out
        assert said == run("countdown", form).out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("countdown --json --plain", "--json and --plain cannot be used together; choose one"),
        ("countdown --tsv --plain", "--tsv and --plain cannot be used together; choose one"),
        (
            "countdown --json --tsv --plain",
            "--json and --tsv and --plain cannot be used together; choose one",
        ),
        (
            "countdown --plain --format {title}",
            "--format cannot be used with --json, --tsv or --plain; choose one",
        ),
        (
            "export ics --plain",
            "export ics has one form; leave --plain out; see premierectl export ics --help",
        ),
    ],
)
def test_two_forms_at_once_are_an_error(run: Run, words: str, why: str) -> None:
    result = run(*words.split())
    assert (result.code, result.out, result.err) == (2, "", f"premierectl: {why}\n")


def test_settings_that_cannot_be_read_do_not_stop_a_command_that_needs_none(
    run: Run, write: Write
) -> None:
    write("config/config.toml", "plain = 7\n")
    assert run("paths", terminal=True).code == 0
    assert "plain is 7; write true or false" in run("countdown", "--all", terminal=True).err


def test_a_text_is_saved_in_sentences_and_a_picture_as_a_picture(run: Run, tmp_path: Path) -> None:
    text, picture = tmp_path / "list.TXT", tmp_path / "list.svg"
    run("add", "only-murders")
    run("countdown", "--plain", "--save", str(text))
    run("countdown", "--plain", "--save", str(picture))
    assert text.read_text(encoding="utf-8") == f"{ONLY_MURDERS}\n"
    assert picture.read_text(encoding="utf-8").startswith("<svg ")


def test_on_a_real_terminal_no_control_and_no_colour_is_sent(
    environment: Mapping[str, str],
) -> None:
    code, shown = on_terminal(environment, "countdown", "pitt", "--plain", TERM="xterm-256color")
    assert code == 0
    assert "\x1b" not in shown


# -- whatever a title holds -------------------------------------------------------------------


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_answer_has_a_sign_of_drawing_or_a_short_form(
    run: Run, write: Write, words: list[str]
) -> None:
    text = "★ ─│█▀ → ⭐ ◆ \x1b[2J ✔ E"
    write("config/shows.json", hostile(text))
    write("data/watchlist.json", {"format": 1, "shows": [{"id": "hostile", "note": text}]})
    result = run(
        *[word for word in words if word not in ("--format",) and "{" not in word], "--plain"
    )
    assert DRAWN.findall(result.out) == []
    assert SHORT.findall(result.out) == []


@pytest.mark.parametrize(
    "words", [[], ["countdown"], ["calendar", "dec"], ["recent"], ["search", "the"]]
)
def test_nothing_of_the_bundled_catalogue_is_told_in_short_forms(
    run: Run, words: list[str]
) -> None:
    everything = [] if not words or words[0] == "search" else ["--all"]
    said = run(*words, *everything, "--plain").out
    assert said
    assert (DRAWN.findall(said), SHORT.findall(said)) == ([], [])


@given(
    title=st.text(min_size=1), premiere=st.sampled_from(["2026-12-01", "2027-01?", "2026", None])
)
def test_any_title_is_one_line_without_a_sign_of_drawing(title: str, premiere: str | None) -> None:
    item = make.counted(premiere)
    row = make.row(item)
    (line,) = plain_lines([replace(row, title=title)], make.moment())
    assert DRAWN.findall(line) == []
    assert line.splitlines() == [line]


def test_a_sign_in_a_title_is_told_by_its_name(run: Run, write: Write) -> None:
    shows = [{"id": "a", "title": "A ★ is → born", "seasons": [{"number": 1, "premiere": "2027"}]}]
    write("config/shows.json", {"format": 1, "shows": shows})
    assert plainly(run, "countdown", "id:a") == [
        "A (black star) is (rightwards arrow) born, season 1: some time in 2027."
    ]


def test_nothing_at_all_is_no_line() -> None:
    assert plain_lines([], make.moment()) == []


@pytest.mark.parametrize("words", ["", "watchlist", "notify", "notify timer", "export ics", "next"])
def test_every_page_is_there_in_sentences(run: Run, words: str) -> None:
    said = run(*words.split(), "--help", "--plain", terminal=True, COLUMNS="40")
    assert (said.code, said.err) == (0, "")
    assert said.out == run(*words.split(), "--plain", "--help", terminal=True).out
    assert said.out != run(*words.split(), "--help", terminal=True, COLUMNS="40").out
