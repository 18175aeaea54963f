"""``notify``: what is due, told once by each way, and again where nobody was told."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from premierectl.storage.settings import NotifySettings, load_settings
from tests.cli.test_json import VALIDATOR
from tests.conftest import Hold, Result, Run, Write, without_coverage
from tests.tvmaze_service import tvmaze_state

SHOWS = {
    "format": 1,
    "shows": [
        {
            "id": "aurora", "title": "Aurora", "network": "Hulu", "url": "https://aurora.test/",
            "seasons": [{"number": 2, "premiere": "2026-12-08"}],
        },
        {"id": "borealis", "title": "Borealis", "seasons": [{"number": 1, "premiere": "2027-03-01"}]},
    ],
}  # fmt: skip
LINE = "Aurora season 2 comes out in 7 days, Tuesday 8 December 2026, on Hulu\n"
MOVED = "Borealis season 1 moved from Monday 1 February 2027 to Monday 1 March 2027, 28 days later"
LATER = "; it will be tried again next time\n"
NOBODY = f"premierectl: false ended with exit code 1{LATER}"


@pytest.fixture(autouse=True)
def followed(request: pytest.FixtureRequest, write: Write) -> None:
    """Two shows of the user's own, both followed for long."""
    if "small_disk" in request.fixturenames:
        request.getfixturevalue("small_disk")
    write("config/shows.json", SHOWS)
    lines = [{"id": name, "added": "2026-01-01T00:00:00Z"} for name in ("aurora", "borealis")]
    write("data/watchlist.json", {"format": 1, "shows": lines})


@pytest.fixture
def moved(write: Write) -> None:
    """A date that moved on the last day of November."""
    when = "2026-11-30T06:00:00Z"
    change = {
        "when": when, "show_id": "borealis", "show": "Borealis", "season": 1, "label": "season 1",
        "kind": "moved", "before": "2027-02-01", "after": "2027-03-01", "days": 28,
    }  # fmt: skip
    write("state/changes.json", {"format": 1, "refreshes": [{"when": when, "changes": [change]}]})


@pytest.fixture
def hook(tmp_path: Path) -> tuple[str, Path]:
    """A command for ``--exec`` that writes down what it is told, and where."""
    out = tmp_path / "told.jsonl"
    return f"tee -a '{out}'", out


def told(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.read_text().splitlines()] if out.exists() else []


def test_what_is_due_is_printed_once_in_lines_also_into_a_pipe(run: Run) -> None:
    nothing = run("notify", "--now", "2026-11-30")
    assert (nothing.code, nothing.out, nothing.err) == (1, "", "")
    result = run("notify", "--now", "2026-12-01")
    assert (result.code, result.out, result.err) == (0, LINE, "")
    again = run("notify", "--now", "2026-12-01T12:00")
    assert (again.code, again.out, again.err) == (1, "", "")
    assert run("notify", "now", "--now", "2026-12-07").out.startswith(
        "Aurora season 2 comes out tomorrow"
    )


def test_what_was_told_is_written_down(run: Run, home: Path) -> None:
    run("notify", "--now", "2026-12-01T09:00Z")
    assert (home / "state" / "notified.json").read_text() == (
        '{\n  "format": 1,\n  "told": [\n'
        '    {"key":"aurora:s2 2026-12-08 7","when":"2026-12-01T09:00:00Z","way":"print"}\n'
        '  ],\n  "ways": [\n    {"way":"print","through":"2026-12-01","since":"2026-12-01T09:00:00Z"}\n  ]\n}\n'
    )


def test_what_a_refresh_sees_move_is_told(run: Run) -> None:
    with tvmaze_state() as service:

        def at(day: str, *words: str) -> Result:
            return run(*words, "--now", day, PREMIERECTL_TVMAZE_URL=service.url)

        service.add(1, "2027-01-05")
        at("2026-11-20", "watchlist", "add", "tvmaze:1")
        at("2026-11-20", "catalogue", "refresh")
        assert at("2026-11-20", "notify").code == 1
        service.add(1, "2027-01-12")
        service.updated = {1: 1_796_000_000}
        at("2026-11-24", "catalogue", "refresh")
        assert at("2026-11-24T12:00", "notify").out == (
            "Show 1 season 1 moved from Tuesday 5 January 2027 to Tuesday 12 January 2027, "
            "7 days later\n"
        )
        assert at("2026-11-24T12:00", "notify").code == 1
        assert "Show 1 season 1 comes out in 7 days, " in at("2027-01-05", "notify").out


@pytest.mark.usefixtures("moved")
def test_a_person_sees_sentences(run: Run) -> None:
    run("notify", "--now", "2026-11-29")
    result = run("notify", "--now", "2026-12-01", terminal=True)
    assert (result.code, result.err) == (0, "")
    assert " ".join(result.out.split()) == f"{LINE.strip()} {MOVED}"
    plain = run("notify", "--now", "2026-12-07", "--plain")
    assert plain.out == "Aurora season 2 comes out tomorrow, Tuesday 8 December 2026, on Hulu.\n"
    nothing = run("notify", "--now", "2026-12-07", terminal=True)
    assert (nothing.code, nothing.out, nothing.err) == (
        1,
        "",
        "premierectl: nothing is due\n",
    )


@pytest.mark.usefixtures("moved")
def test_a_script_reads_fields(run: Run) -> None:
    run("notify", "--now", "2026-11-29")
    result = run("notify", "--now", "2026-12-01", "--tsv")
    assert (result.code, result.out) == (
        0,
        f"reminder\taurora:s2\t2026-12-08\t7\tprint\ttold\t{LINE}"
        f"moved\tborealis:s1\t2027-03-01\t90\tprint\ttold\t{MOVED}\n",
    )


@pytest.mark.usefixtures("moved")
def test_a_document_has_it_all(run: Run) -> None:
    run("notify", "--now", "2026-11-29")
    run("watchlist", "remind", "Rewatch", "2026-12-01")
    result = run("notify", "--now", "2026-12-01", "--json")
    document = json.loads(result.out)
    VALIDATOR.validate(document)
    own, release, change = document["items"]
    assert (document["command"], result.code) == ("notify", 0)
    assert release["countdown"].pop("id") == "aurora:s2"
    assert {name: value for name, value in release.items() if name != "countdown"} == {
        "kind": "reminder", "id": "aurora:s2", "title": "Aurora season 2",
        "body": "Comes out in 7 days, Tuesday 8 December 2026, on Hulu", "message": LINE.strip(),
        "date": "2026-12-08", "days": 7, "url": "https://aurora.test/", "change": None,
        "way": "print", "outcome": "told", "reason": None,
    }  # fmt: skip
    assert (change["kind"], change["countdown"], change["change"]["days"]) == ("moved", None, 28)
    assert (own["id"], own["title"], own["url"], own["countdown"]) == (
        None,
        "Reminder: Rewatch",
        None,
        None,
    )
    nothing = run("notify", "--now", "2026-12-01", "--json")
    assert (nothing.code, json.loads(nothing.out)["items"]) == (1, [])


def test_a_dry_run_says_what_would_be_told_and_remembers_nothing(run: Run, home: Path) -> None:
    for _ in range(2):
        result = run("notify", "--now", "2026-12-01", "--dry-run", "--exec", "false")
        assert (result.code, result.out) == (0, LINE)
        item = json.loads(run("notify", "--now", "2026-12-01", "--dry-run", "--json").out)["items"][
            0
        ]
        assert (item["way"], item["outcome"]) == ("print", "due")
    assert not (home / "state").exists()
    assert run("notify", "--now", "2026-11-01", "--dry-run").code == 1


def test_days_and_changes_are_as_asked(run: Run) -> None:
    assert run("notify", "--days", "30", "--now", "2026-11-10").code == 0
    assert run("notify", "--days", "", "--now", "2026-12-08").code == 1
    assert run("notify", "--days", " 0 , 3,", "--now", "2026-12-08").code == 0


@pytest.mark.usefixtures("moved")
def test_changes_can_be_left_out(run: Run) -> None:
    run("notify", "--now", "2026-11-29")
    assert run("notify", "--now", "2026-11-30T12:00", "--no-changes").code == 1
    assert run("notify", "--now", "2026-11-30T12:00").out == f"{MOVED}\n"


@pytest.mark.parametrize("days", ["soon", "7;1", "-1", "367", "²", "1.5"])
def test_days_that_are_none_are_wrong_usage(run: Run, days: str) -> None:
    result = run("notify", f"--days={days}")
    assert (result.code, result.out, result.err) == (
        2, "", f"premierectl: --days {days!r} is not a list of days up to 366; write 7,1,0\n",
    )  # fmt: skip


def test_a_program_is_told_and_nothing_is_printed_into_a_pipe(
    run: Run, hook: tuple[str, Path]
) -> None:
    command, out = hook
    result = run("notify", "--now", "2026-12-01", "--exec", command)
    assert (result.code, result.out, result.err) == (0, "", "")
    (event,) = told(out)
    assert (event["schema"], event["kind"], event["id"]) == (1, "reminder", "aurora:s2")
    assert event["countdown"]["days"] == 7
    assert run("notify", "--now", "2026-12-01", "--exec", command).code == 1
    assert len(told(out)) == 1


def test_somebody_at_a_terminal_sees_what_was_told(run: Run, hook: tuple[str, Path]) -> None:
    words = ("notify", "--now", "2026-12-01", "--exec", hook[0])
    assert " ".join(run(*words, terminal=True).out.split()) == LINE.strip()
    assert run(*words, "--tsv").code == 1


def test_a_way_that_tells_is_named_in_a_document(run: Run, hook: tuple[str, Path]) -> None:
    result = run("notify", "--now", "2026-12-01", "--exec", hook[0], "--json")
    (item,) = json.loads(result.out)["items"]
    assert (item["way"], item["outcome"]) == ("exec", "told")


def test_where_nobody_was_told_it_is_told_the_next_time(run: Run, hook: tuple[str, Path]) -> None:
    result = run("notify", "--now", "2026-12-01", "--exec", "false")
    assert (result.code, result.out, result.err) == (69, "", NOBODY)
    late = run("notify", "--now", "2026-12-09", "--exec", "false", "--json")
    (item,) = json.loads(late.out)["items"]
    assert (late.code, late.err) == (69, NOBODY)
    assert (item["outcome"], item["reason"]) == ("failed", "false ended with exit code 1")
    assert item["body"] == "Came out yesterday, on Hulu"
    assert run("notify", "--now", "2026-12-10", "--exec", "false", terminal=True).out == ""


def test_each_way_is_told_by_its_own_record(run: Run, hook: tuple[str, Path], write: Write) -> None:
    command, out = hook
    settings = f'[notify]\nexec = "{command}"\n'
    write("config/config.toml", settings + "desktop = true\n")
    no_bus = {"DBUS_SESSION_BUS_ADDRESS": "", "DISPLAY": "", "PATH": "/usr/bin:/bin"}
    result = run("notify", "--now", "2026-12-01", env=no_bus)
    assert result.code == 69
    assert len(told(out)) == 1
    assert run("notify", "--now", "2026-12-01", env=no_bus).code == 69
    assert run("notify", "--now", "2026-12-01", "--no-desktop").code == 1
    assert len(told(out)) == 1
    assert run("notify", "--now", "2026-12-01", "--no-desktop", "--exec", "").out == LINE


def test_several_that_tell_nobody_are_said_in_a_line_each(run: Run) -> None:
    run("watchlist", "remind", "Rewatch", "2026-12-01")
    words = ("notify", "--now", "2026-12-01", "--exec", "/nonexistent/bell", "--desktop")
    result = run(*words, PATH="/nonexistent")
    assert (result.code, result.out, result.err) == (
        69,
        "",
        f"premierectl: --desktop needs notify-send; on Debian and Ubuntu: apt install libnotify-bin{LATER}"
        f"premierectl: bell cannot be run: no such file or directory{LATER}",
    )


@pytest.mark.parametrize("words", [("--digest",), ()])
def test_one_notice_tells_all_where_that_is_wanted_or_there_are_many(
    run: Run, hook: tuple[str, Path], words: tuple[str, ...]
) -> None:
    command, out = hook
    for number in range(1 if words else 3):
        run("watchlist", "remind", f"Rewatch {number}", "2026-12-01")
    assert run("notify", "--now", "2026-12-01", "--exec", command, *words).code == 0
    (digest,) = told(out)
    count = 2 if words else 4
    assert (digest["kind"], digest["title"]) == ("digest", f"Your shows: {count} notices")
    assert digest["body"].splitlines()[-1] == LINE.strip()
    assert digest["body"].splitlines()[0] == "Reminder: Rewatch 0, today"
    assert [item["kind"] for item in digest["items"]] == ["reminder"] * count
    assert run("notify", "--now", "2026-12-01", "--exec", command).code == 1


@pytest.fixture
def weekly(write: Write) -> None:
    """A show of which two episodes come in the week after 23 November 2026, followed as a tag says."""
    listed = [{"number": number, "date": f"2026-11-{23 + number}"} for number in (1, 2)]
    season = {"number": 2, "premiere": "2026-11-24", "episode_list": listed}
    show = {
        "id": "aurora",
        "title": "Aurora",
        "network": "Hulu",
        "genres": ["Drama"],
        "seasons": [season],
    }
    write("config/shows.json", {"format": 1, "shows": [show]})
    write("data/watchlist.json", {"format": 1, "shows": [{"id": "aurora", "tags": ["kids"]}]})


@pytest.mark.parametrize(
    ("words", "settings", "count"),
    [
        ((), "", 2),
        (("--premieres",), "", 1),
        ((), "premieres = true", 1),
        (("--no-premieres",), "premieres = true", 2),
        (("--network", "hul"), "", 2),
        (("--genre", "dram", "--tag", "kids"), "", 2),
    ],
)
@pytest.mark.usefixtures("weekly")
def test_some_of_it_can_be_selected(
    run: Run, write: Write, words: tuple[str, ...], settings: str, count: int
) -> None:
    write("config/config.toml", f"[notify]\n{settings}\n")
    result = run("notify", *words, "--now", "2026-11-23")
    assert (result.code, len(result.out.splitlines()), result.err) == (0, count, "")
    assert run("notify", *words, "--now", "2026-11-23").code == 1


@pytest.mark.usefixtures("weekly")
def test_selections_tell_nothing_twice_and_lose_nothing(run: Run, home: Path) -> None:
    def told(day: str, *words: str) -> list[str]:
        out = run("notify", "--days", "0", *words, "--now", f"2026-11-{day}").out
        return [line.partition(" c")[0] for line in out.splitlines()]

    assert told("23", "--premieres") == told("23", "--tag", "kids") == []
    assert told("24", "--premieres") == ["Aurora season 2"]
    assert told("25", "--tag", "kids") == ["Aurora S2 E2"]
    assert told("26", "--tag", "kids") == told("26", "--premieres") == told("26") == []
    ways = json.loads((home / "state/notified.json").read_text())["ways"]
    assert [(each["way"], each.get("releases"), each["days"]) for each in ways] == [
        ("print", None, "--days 0"),
        ("print", "--premieres", "--days 0"),
        ("print", "--tag kids", "--days 0"),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--tag", "work"), "no followed show is tagged work; tags: kids"),
        (("--network", "nobody"), "no show here is on 'nobody'; choose from Hulu"),
    ],
)
@pytest.mark.usefixtures("weekly")
def test_a_selection_that_is_of_nothing_is_said(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    result = run("notify", *words, "--now", "2026-11-23")
    assert (result.code, result.out, result.err) == (1, "", f"premierectl: {said}\n")


def test_a_digest_may_be_of_one(run: Run, hook: tuple[str, Path], write: Write) -> None:
    write("config/config.toml", "[notify]\ndigest = true\ndays = [7]\nchanges = false\n")
    run("notify", "--now", "2026-12-01", "--exec", hook[0])
    assert told(hook[1])[0]["title"] == "Your shows: 1 notice"
    words = ("notify", "--now", "2026-12-07", "--days", "1", "--no-digest", "--exec", hook[0])
    assert run(*words).code == 0
    assert told(hook[1])[1]["title"] == "Aurora season 2"


def test_a_title_is_safe_wherever_it_is_told(run: Run, hook: tuple[str, Path]) -> None:
    run("watchlist", "remind", "a\x1b[31m\u202e$(touch x)`\\", "2026-11-23")
    printed = run("notify").out
    assert printed == "Reminder: a\\x1b[31m\\u202e$(touch x)`\\, today\n"
    run("notify", "--exec", hook[0])
    assert told(hook[1])[0]["title"] == "Reminder: a\\x1b[31m\\u202e$(touch x)`\\"


def test_while_another_one_runs_nothing_is_told(run: Run, home: Path, hold: Hold, hook: tuple[str, Path]) -> None:  # fmt: skip
    hold(home / "state" / "locks" / "notified.lock")
    result = run("notify", "--now", "2026-12-01", "--exec", hook[0], PREMIERECTL_LOCK_SECONDS="0.1")
    assert (result.code, result.out, told(hook[1])) == (75, "", [])
    assert run("notify", "--now", "2026-12-01", "--dry-run").code == 0


@pytest.mark.parametrize("content", ["{", '{"format": 1}', '{"format": 2, "told": []}'])
def test_what_was_told_is_never_taken_for_nothing(
    run: Run, write: Write, hook: tuple[str, Path], content: str
) -> None:
    path = write("state/notified.json", content)
    result = run("notify", "--now", "2026-12-01", "--exec", hook[0])
    assert (result.code, result.err.startswith(f"premierectl: {path}")) == (65, True)
    assert (path.read_text(), told(hook[1])) == (content, [])


def test_where_nothing_can_be_remembered_nothing_is_told(
    run: Run, small_disk: Path, hook: tuple[str, Path]
) -> None:
    run("notify", "--now", "2026-11-29", "--exec", hook[0])
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    result = run("notify", "--now", "2026-12-01", "--exec", hook[0])
    assert (result.code, told(hook[1])) == (73, [])


def test_what_could_not_be_printed_is_printed_the_next_time(
    run: Run, environment: Mapping[str, str]
) -> None:
    words = [sys.executable, "-m", "premierectl", "notify", "--now", "2026-12-01"]
    reader, writer = os.pipe()
    os.close(reader)
    env = {**without_coverage(), **environment}
    done = subprocess.run(
        words, env=env, stdout=writer, stderr=subprocess.PIPE, timeout=60, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")
    assert run("notify", "--now", "2026-12-01").out == LINE


def test_a_broken_entry_is_said_and_the_rest_is_told(run: Run, write: Write) -> None:
    path = write("config/shows.json", {"format": 1, "shows": [*SHOWS["shows"], {"id": "the-pitt", "year": "x"}]})  # type: ignore[misc]  # fmt: skip
    write("data/watchlist.json", {"format": 1, "shows": [{"id": "aurora"}, {"id": "the-pitt"}]})
    result = run("notify", "--now", "2026-12-01")
    assert result.out == LINE
    assert result.err.startswith(f"premierectl: {path}: ")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("days = [7, -1]", "notify.days[1] is -1; write a whole number of days from 0 to 366"),
        ("days = 7", "notify.days is 7; write a list in [ ]"),
        ("exec = ['a']", "notify.exec is a list; write text"),
    ],
)
def test_settings_of_a_wrong_kind_are_said(
    run: Run, write: Write, settings: str, words: str
) -> None:
    path = write("config/config.toml", f"[notify]\n{settings}\n")
    result = run("notify")
    assert (result.code, result.out, result.err) == (65, "", f"premierectl: {path}: {words}\n")


def test_a_setting_that_is_none_is_said_and_the_others_hold(run: Run, write: Write) -> None:
    path = write("config/config.toml", "[notify]\ndayz = [3]\ndays = [14]\n")
    result = run("notify", "--now", "2026-11-24")
    assert (result.code, result.out.count("in 14 days")) == (0, 1)
    assert result.err == (
        f"premierectl: {path}: no setting is called 'notify.dayz'; did you mean days?\n"
    )


def test_notify_that_is_no_table_is_said(run: Run, write: Write) -> None:
    path = write("config/config.toml", "notify = true\n")
    result = run("notify")
    assert (result.code, result.err) == (
        65, f"premierectl: {path}: notify is true or false; write [notify] with its settings below it\n",
    )  # fmt: skip


def test_a_command_that_is_none_is_a_bad_setting_where_it_stands_there(
    run: Run, write: Write
) -> None:
    path = write("config/config.toml", "[notify]\nexec = ' '\n")
    result = run("notify")
    assert (result.code, result.out) == (65, "")
    why = "notify.exec is not a command; write a program with its arguments, in quotes"
    assert result.err == f"premierectl: {path}: {why}\n"


def test_a_command_that_is_none_is_wrong_usage(run: Run) -> None:
    result = run("notify", "--exec", "tee 'a")
    assert (result.code, result.out, result.err) == (
        2, "", "premierectl: --exec is not a command; write a program with its arguments, in quotes\n",
    )  # fmt: skip


def test_the_schema_refuses_another_outcome(run: Run) -> None:
    document = json.loads(run("notify", "--now", "2026-12-01", "--json").out)
    document["items"][0]["outcome"] = "lost"
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(document)


def test_the_settings_in_the_docs_are_settings(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "docs" / "notify.md").read_text(encoding="utf-8")
    path = tmp_path / "config.toml"
    path.write_text(text.partition("```toml\n")[2].partition("```")[0])
    loaded = load_settings(path)
    assert loaded.complaints == ()
    assert {
        name for name in NotifySettings.__struct_fields__ if f"\n{name} = " in path.read_text()
    } == set(NotifySettings.__struct_fields__)
    assert loaded.settings.notify.days == NotifySettings().days
