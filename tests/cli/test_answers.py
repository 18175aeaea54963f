"""The answers that were promised, with nothing but the bundled catalogue."""

import pytest

from premierectl.render.fields import FIELDS
from tests.conftest import Run, Write


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("days heartstopper --now 2023-04-24", "101\n"),
        ("next heartstopper --now 2023-04-24", "2023-08-03\n"),
        ("days only-murders --now 2026-11-23", "15\n"),
        ("days pitt --vague --now 2026-11-23", "39-69\n"),
        ("next pitt --vague --now 2026-11-23", "2027-01\n"),
        ("next doctor-who --vague --now 2026-11-23", "2026-12-25?\n"),
        ("days heartstopper --now 2023-08-02", "1\n"),
        ("days heartstopper --now 2023-08-03", "0\n"),
        ("days pitt --vague --now 2027-01-19", "0-12\n"),
        ("days pitt --vague --now 2027-01-31", "0\n"),
        ("next --all --limit 2", "2026-12-08\n2026-12-11\n"),
        ("next --all --network netflix --now 2023-06-20", "2023-06-29\n"),
        ("next pitt only-murders", "2026-12-08\n"),
    ],
)
def test_a_script_gets_one_plain_answer(run: Run, words: str, answer: str) -> None:
    result = run(*words.split())
    assert (result.code, result.out) == (0, answer)


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (
            "next heartstopper",
            1,
            "Heartstopper has ended; season 3 came out on 3 October 2024. There is no season 4: the film Heartstopper Forever ends the story",
        ),
        (
            "days heartstopper:s2",
            1,
            "Heartstopper has ended; season 2 came out on 3 August 2023. There is no season 4: the film Heartstopper Forever ends the story",
        ),
        (
            "days pitt",
            1,
            "The Pitt season 3: only January 2027 is known, 39–69 days; --vague prints it",
        ),
        (
            "days pitt --now 2027-01-19",
            1,
            "The Pitt season 3: only January 2027 is known, any day until 31 January 2027; "
            "--vague prints it",
        ),
        (
            "next pitt --now 2027-02-01 --vague",
            1,
            "The Pitt: nothing upcoming with a date, season 3 was expected in January 2027",
        ),
        ("days severance", 1, "Severance: nothing upcoming with a date, season 3 has no date yet"),
        ("days hearstoper", 1, "no show is called 'hearstoper'; did you mean Heartstopper?"),
        ("days qqqqqq", 1, "no show is called 'qqqqqq'"),
        (
            "days stranger",
            2,
            "'stranger' could be Stranger Things (stranger-things), "
            "Stranger Things: Tales from '85 (stranger-things-tales-from-85); name one of them",
        ),
        (
            "days pitt:s9",
            1,
            "The Pitt has no season 9 in the catalogue; it has season 1, season 2, season 3",
        ),
        (
            "next",
            1,
            "the watchlist is empty; follow a show with: premierectl watchlist add SHOW, "
            "or ask the whole catalogue with --all",
        ),
        ("next --all --within 3 --network hulu", 1, "nothing upcoming passes these filters"),
        ("next --all --network netflix --within 0", 1, "nothing upcoming passes these filters"),
    ],
)
def test_where_there_is_no_answer_stdout_is_empty_and_stderr_says_why(
    run: Run, words: str, code: int, error: str
) -> None:
    result = run(*words.split())
    assert (result.code, result.out, result.err) == (code, "", f"premierectl: {error}\n")


def test_an_unconfirmed_day_is_given_and_called_unconfirmed(run: Run) -> None:
    result = run("next", "doctor-who")
    assert (result.code, result.out) == (0, "2026-12-25\n")
    assert (
        result.err == "premierectl: Doctor Who Christmas special: 25 December 2026 is unconfirmed\n"
    )


def test_a_vague_release_that_may_come_before_the_answer_is_named(run: Run) -> None:
    run("catalogue", "add", "Aurora", "--season", "1", "--premiere", "2026-12")
    result = run("next", "aurora", "only-murders")
    assert result.out == "2026-12-08\n"
    assert result.err == "premierectl: Aurora season 1 may come earlier: December 2026\n"


def test_scripts_ask_the_watchlist_alone(run: Run) -> None:
    run("watchlist", "add", "doctor-who")
    assert run("next").out == "2026-12-25\n"
    assert run("next", "--all").out == "2026-12-08\n"


def test_a_format_names_its_fields(run: Run) -> None:
    template = r"{title}|{release}|{date}|{days}|{network}|{state}|{id}|{{}}\t{phrase}"
    result = run("next", "only-murders", "--format", template)
    assert result.out == (
        "Only Murders in the Building|season 6|2026-12-08|15|Hulu|upcoming|"
        "only-murders-in-the-building:s6|{}\tin 15 days\n"
    )


@pytest.mark.parametrize("template", ["{titel}", "{}", "{title!r}", "{title.__class__}", "{:.3}"])
def test_a_format_with_another_field_lists_those_there_are(run: Run, template: str) -> None:
    result = run("next", "heartstopper", "--format", template)
    assert (result.code, result.out) == (2, "")
    fields = ", ".join(FIELDS)
    assert result.err == f"premierectl: --format knows no field {template}; there are {fields}\n"


@pytest.mark.parametrize(
    ("template", "why"),
    [
        (
            "{title:20}",
            "cannot read {title:20}; write {title}, or {title:.20} to cut it to 20 cells",
        ),
        ("{title", "has a { without its other half; write {{ for the sign itself"),
        ("title}", "has a } without its other half; write }} for the sign itself"),
    ],
)
def test_a_format_that_cannot_be_read_says_where(run: Run, template: str, why: str) -> None:
    result = run("next", "heartstopper", "--format", template)
    assert (result.code, result.out, result.err) == (2, "", f"premierectl: --format {why}\n")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("countdown pitt only-murders", "S6 15d no\nS3 39–69d no\n"),
        ("next only-murders --limit 2", "S6 15d no\nS6E2 22d no\n"),
        ("days only-murders", "S6 15d no\n"),
        ("calendar 2026-12 --all --network BBC-One", "Christmas special 32d no\n"),
        ("show lanterns:s1e7 --now 2026-09-20", "S1 out no\nS1E7 8d no\n"),
        ("countdown severance", "S3 TBA no\n"),
        ("countdown silo --now 2027-08-01", "S4 TBA no\n"),
        ("next only-murders --now 2026-12-08", "S6 today no\n"),
        ("countdown stranger-things:s5p2 --now 2025-12-25T20:00Z", "S5 Volume 2 5h no\n"),
        ("countdown stranger-things:s5finale --now 2025-12-26", "S5 Finale 6d no\n"),
        ("countdown pitt --now 2026-06-01", "S3 Jan 2027 no\n"),
        ("countdown pitt --now 2026-01-01", "S2 8d no\nS3 Jan 2027 no\n"),
        ("countdown doctor-who --now 2027-01-05", "Christmas special overdue no\n"),
    ],
)
def test_a_format_prints_each_row_of_any_command(run: Run, words: str, answer: str) -> None:
    result = run(*words.split(), "--format", "{short} {wait} {followed}", terminal=True)
    assert result.out == answer


def test_the_watchlist_is_printed_by_a_format_as_far_as_the_catalogue_has_it(run: Run) -> None:
    run("watchlist", "add", "pitt:s3", "tvmaze:999", "silo")
    listed = run("watchlist", "list", "--format", "{title}|{id}|{episodes}|{layers}|{part}")
    assert listed.out == "The Pitt|the-pitt:s3||bundled|\nSilo|silo:s4||bundled|\n"


def test_what_is_no_row_has_no_line(run: Run) -> None:
    run("watchlist", "add", "tvmaze:999")
    assert run("watchlist", "list", "--format", "{title}").out == ""


@pytest.mark.parametrize(
    ("title", "template", "line"),
    [
        ("Aurora Borealis", "{title:.6}|", "Aurora|"),
        ("Aurora", "{title:.20}|", "Aurora|"),
        ("北極光の物語", "{title:.5}|", "北極 |"),
        ("Aurora", "{title:.0}|", "|"),
    ],
)
def test_a_field_is_cut_at_cells_of_a_terminal(
    run: Run, write: Write, title: str, template: str, line: str
) -> None:
    season = {"number": 1, "premiere": "2026-12-01"}
    write(
        "config/shows.json",
        {"format": 1, "shows": [{"id": "a", "title": title, "seasons": [season]}]},
    )
    assert run("next", "a", "--format", template).out == f"{line}\n"


@pytest.mark.parametrize("form", ["--json", "--tsv"])
def test_a_format_is_a_form_of_its_own(run: Run, form: str) -> None:
    result = run("countdown", "pitt", form, "--format", "{title}")
    words = "premierectl: --format cannot be used with --json, --tsv or --plain; choose one\n"
    assert (result.code, result.out, result.err) == (2, "", words)


def test_today_is_the_day_of_the_viewers_zone(run: Run) -> None:
    at = "2026-12-07T12:00Z"
    assert run("days", "only-murders", "--now", at, "--timezone", "Pacific/Auckland").out == "0\n"
    assert run("days", "only-murders", "--now", at, "--timezone", "Pacific/Honolulu").out == "1\n"


@pytest.mark.parametrize(
    "words", ["next aurora", "days aurora", "countdown aurora", "export csv aurora"]
)
def test_a_show_without_a_season_is_named(run: Run, write: Write, words: str) -> None:
    write("config/shows.json", {"format": 1, "shows": [{"id": "aurora", "title": "Aurora"}]})
    result = run(*words.split())
    message = "premierectl: Aurora: the catalogue knows no season of it\n"
    assert (result.code, result.out, result.err) == (1, "", message)
