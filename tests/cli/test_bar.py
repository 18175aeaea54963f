"""``bar``: to the letter what each program of a status bar reads."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from premierectl.render.bars.json import bar_schema
from premierectl.render.bars.kinds import BarKind
from tests.conftest import Run, Write
from tests.test_start_up import loaded

KINDS: tuple[str, ...] = BarKind.__args__  # type: ignore[attr-defined]  # a Literal has them
SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "bar.schema.json"
VALIDATOR = jsonschema.Draft202012Validator(
    json.loads(SCHEMA_FILE.read_text(encoding="utf-8")), format_checker=jsonschema.FormatChecker()
)
EMPTY = (
    "the watchlist is empty; follow a show with: premierectl watchlist add SHOW, "
    "or ask the whole catalogue with --all"
)


def shows(*titles: str, **season: Any) -> dict[str, Any]:
    """A catalogue of one's own, checked today, with a season of each of these shows."""
    listed = [
        {"id": f"show-{number}", "title": title, "seasons": [{"number": 1, **season}]}
        for number, title in enumerate(titles, 1)
    ]
    return {"format": 1, "as_of": "2026-11-23", "shows": listed}


def follow(write: Write, *ids: str) -> None:
    write("data/watchlist.json", {"format": 1, "shows": [{"id": each} for each in ids]})


@pytest.fixture
def silo(write: Write) -> None:
    """One followed show, back in four days, with a page of its own."""
    known = shows("Silo", premiere="2026-11-27")
    known["shows"][0] |= {"network": "Apple TV", "official_site": "https://tv.example/silo?a=1"}
    write("config/shows.json", known)
    follow(write, "show-1")


def test_each_kind_of_the_next_release(run: Run, silo: None) -> None:
    expected = {
        "plain": "Silo S1 · 4d\n",
        "waybar": '{"text":"Silo S1 \\u00b7 4d","alt":"soon","tooltip":"Silo season 1: in 4 days",'
        '"class":["soon"],"percentage":96}\n',
        "i3blocks": "Silo S1 · 4d\n4d\n#fce94f\n",
        "i3status": '{"icon":"","state":"Info","text":"Silo S1 \\u00b7 4d","short_text":"4d"}\n',
        "polybar": "Silo S1 · 4d\n",
        "tmux": "Silo S1 · 4d\n",
        "menu": "Silo S1 · 4d | emojize=false ansi=false\n"
        "---\n"
        "Silo season 1: in 4 days | href=https://tv.example/silo?a=1 emojize=false ansi=false\n"
        "---\n"
        "Refresh | refresh=true\n",
        "prometheus": "# HELP premierectl_release_timestamp_seconds When a release comes out.\n"
        "# TYPE premierectl_release_timestamp_seconds gauge\n"
        'premierectl_release_timestamp_seconds{id="show-1:s1",title="Silo",kind="premiere",'
        'precision="day"} 1795737600\n'
        "# HELP premierectl_release_days Calendar days until a release.\n"
        "# TYPE premierectl_release_days gauge\n"
        'premierectl_release_days{id="show-1:s1"} 4\n'
        "# HELP premierectl_catalogue_timestamp_seconds "
        "The day up to which the catalogue was checked.\n"
        "# TYPE premierectl_catalogue_timestamp_seconds gauge\n"
        "premierectl_catalogue_timestamp_seconds 1795392000\n",
    }
    for kind, text in expected.items():
        result = run("bar", kind)
        assert (kind, result.code, result.out, result.err) == (kind, 0, text, "")
    assert set(expected) == {*KINDS} - {"json"}


def test_the_object_has_every_key_and_the_items_of_countdown(run: Run, silo: None) -> None:
    result = run("bar", "json")
    countdown = json.loads(run("countdown", "--json").out)["items"]
    document = json.loads(result.out)
    VALIDATOR.validate(document)
    assert document == {
        "schema": 1,
        "text": "Silo S1 · 4d",
        "short": "S1",
        "wait": "4d",
        "state": "soon",
        "classes": ["soon"],
        "tooltip": "Silo season 1: in 4 days",
        "percentage": 96,
        "id": "show-1:s1",
        "title": "Silo",
        "release": "season 1",
        "date": "2026-11-27",
        "days": 4,
        "instant": None,
        "network": "Apple TV",
        "rows": countdown,
    }
    assert (result.out.count("\n"), result.out.isascii()) == (1, True)


def test_the_published_schema_is_that_of_the_program() -> None:
    published = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    assert published == json.loads(json.dumps(bar_schema()))


@pytest.mark.parametrize(
    ("premiere", "text", "state", "percentage", "color", "rust"),
    [
        ("2026-11-23", "Silo S1 · today", "today", 100, "#8ae234", "Good"),
        ("2026-11-24", "Silo S1 · 1d", "soon", 99, "#fce94f", "Info"),
        ("2026-11-30", "Silo S1 · 7d", "soon", 93, "#fce94f", "Info"),
        ("2026-12-01", "Silo S1 · 8d", "later", 92, "", "Idle"),
        ("2027-03-03", "Silo S1 · 100d", "later", 0, "", "Idle"),
        ("2027-11-23", "Silo S1 · 365d", "later", 0, "", "Idle"),
        ("2026-11-30?", "Silo S1 · 7d", "soon", 93, "#fce94f", "Info"),
        ("2027-01", "Silo S1 · Jan 2027", "vague", 0, "", "Idle"),
        ("2026-11", "Silo S1 · Nov 2026", "vague", 0, "", "Idle"),
        ("early 2027", "Silo S1 · early 2027", "vague", 0, "", "Idle"),
        ("2027-Q1", "Silo S1 · Q1 2027", "vague", 0, "", "Idle"),
        (None, "Silo S1 · TBA", "vague", 0, "", "Idle"),
        ("2026-10", "Silo S1 · overdue", "vague", 0, "", "Idle"),
        ("2026-11-20?", "Silo S1 · overdue", "vague", 0, "", "Idle"),
        ("2026-11-22", "", "none", 0, "", "Idle"),
    ],
)
def test_how_near_it_is(
    run: Run,
    write: Write,
    premiere: str | None,
    text: str,
    state: str,
    percentage: int,
    color: str,
    rust: str,
) -> None:
    write("config/shows.json", shows("Silo", **({"premiere": premiere} if premiere else {})))
    follow(write, "show-1")
    waybar = json.loads(run("bar", "waybar").out)
    assert (waybar["text"], waybar["alt"]) == (text, state)
    assert (waybar["class"], waybar["percentage"]) == ([state], percentage)
    wait = text.partition(" · ")[2]
    assert run("bar", "plain").out == f"{text}\n"
    assert run("bar", "i3blocks").out == f"{text}\n{wait}\n{color}\n"
    assert json.loads(run("bar", "i3status").out)["state"] == rust


@pytest.mark.parametrize(
    ("now", "text", "state"),
    [
        ("2026-11-29T20:59Z", "Silo S1 · 1d", "soon"),
        ("2026-11-29T21:01Z", "Silo S1 · 23h", "soon"),
        ("2026-11-30T15:30Z", "Silo S1 · 5h", "today"),
        ("2026-11-30T20:59Z", "Silo S1 · 1h", "today"),
        ("2026-11-30T21:00Z", "Silo S1 · out", "today"),
        ("2026-12-01T20:59Z", "Silo S1 · out", "today"),
        ("2026-12-01T21:00Z", "", "none"),
    ],
)
def test_an_instant_is_told_in_hours_and_stays_for_a_day(
    run: Run, write: Write, now: str, text: str, state: str
) -> None:
    at = {"premiere": "2026-11-30", "time": "21:00", "timezone": "Europe/London"}
    write("config/shows.json", shows("Silo", **at))
    follow(write, "show-1")
    waybar = json.loads(run("bar", "waybar", "--now", now).out)
    assert (waybar["text"], waybar["alt"]) == (text, state)


def test_what_is_out_gives_way_to_what_comes_today_not_to_what_comes_later(
    run: Run, write: Write
) -> None:
    known = shows("Silo", "Andor", "Lanterns", premiere="2026-11-30")
    known["shows"][0]["seasons"][0] |= {"time": "03:00", "timezone": "Europe/London"}
    known["shows"][1]["seasons"][0]["premiere"] = "2026-12-01"
    write("config/shows.json", known)
    at = ("--now", "2026-11-30T12:00Z", "--max-width", "30")
    follow(write, "show-1", "show-2")
    assert run("bar", "plain", *at).out == "Silo S1 · out\n"
    follow(write, "show-1", "show-2", "show-3")
    rows = json.loads(run("bar", "json", *at).out)["rows"]
    assert [row["title"] for row in rows] == ["Lanterns", "Silo", "Andor"]
    assert run("bar", "plain", *at, "show-1", "--within", "3").out == "Silo S1 · out\n"


def test_an_exact_day_goes_before_a_vague_one_however_late_it_is(run: Run, write: Write) -> None:
    known = shows("Silo", "Andor", premiere="2026-12")
    known["shows"][1]["seasons"][0]["premiere"] = "2027-06-01"
    write("config/shows.json", known)
    follow(write, "show-1", "show-2")
    tooltip = json.loads(run("bar", "waybar").out)["tooltip"]
    assert tooltip == ("Andor season 1: in 190 days\nSilo season 1: in 8–38 days (December 2026)")
    assert run("bar", "plain").out == "Andor S1 · 190d\n"


def test_the_next_episode_of_a_running_season_and_the_finale_that_is_asked_for(run: Run) -> None:
    at = ("--now", "2026-09-10")
    assert run("bar", "plain", "lanterns", *at).out == "Lanterns S1E5 · 4d\n"
    assert run("bar", "plain", "lanterns", *at, "--until", "finale").out == (
        "Lanterns S1 finale · 25d\n"
    )
    assert run("bar", "plain", "stranger-things:s5p2", "--now", "2025-12-01").out == (
        "Stranger Things S5 Volume 2 · 25d\n"
    )
    assert run("bar", "plain", "doctor-who").out == "Doctor Who Christmas special · 32d\n"


def test_the_watchlist_alone_is_asked_unless_shows_are_named_or_all(run: Run) -> None:
    run("watchlist", "add", "doctor-who")
    assert run("bar", "plain").out == "Doctor Who Christmas special · 32d\n"
    assert run("bar", "plain", "--all").out == "Only Murders in the Building S6 · 15d\n"
    assert run("bar", "plain", "pitt").out == "The Pitt S3 · Jan 2027\n"
    assert run("bar", "plain", "--all", "--network", "cbs").out == (
        "Ghosts (US) S6 Christmas double · 18d\n"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_watchlist_is_a_bar_in_silence(run: Run, kind: str) -> None:
    result = run("bar", kind)
    assert (result.code, result.err) == (0, "")
    one_line = {"plain", "polybar", "tmux"}
    assert kind not in one_line or result.out == "\n"
    assert kind not in {"waybar", "json", "menu"} or EMPTY in result.out


def test_what_is_old_is_stale_besides(run: Run, write: Write) -> None:
    run("watchlist", "add", "only-murders")
    waybar = json.loads(run("bar", "waybar").out)
    assert (waybar["alt"], waybar["class"]) == ("later", ["later", "stale"])
    assert json.loads(run("bar", "json").out)["classes"] == ["later", "stale"]
    assert json.loads(run("bar", "i3status").out)["state"] == "Warning"
    write("config/config.toml", "stale_days = 100\n")
    assert json.loads(run("bar", "waybar").out)["class"] == ["later"]
    assert json.loads(run("bar", "i3status").out)["state"] == "Idle"


def test_nothing_to_come_says_why_and_is_stale_all_the_same(run: Run) -> None:
    run("watchlist", "add", "heartstopper:s2")
    waybar = json.loads(run("bar", "waybar").out)
    assert waybar == {
        "text": "",
        "alt": "none",
        "tooltip": "Heartstopper has ended; season 2 came out on 3 August 2023. "
        "There is no season 4: the film Heartstopper Forever ends the story",
        "class": ["none", "stale"],
        "percentage": 0,
    }
    assert run("bar", "menu").out.splitlines()[0] == "– | emojize=false ansi=false"


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        ("data/watchlist.json", "{", "watchlist.json"),
        ("data/watchlist.json", b"\xff", "watchlist.json"),
        ("config/shows.json", "[]", "shows.json"),
        ("config/config.toml", "x", "config.toml"),
        ("config/config.toml", "stale_days = 'x'", "config.toml: stale_days"),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_cannot_be_read_is_shown_and_said(
    run: Run, write: Write, kind: str, file: str, content: str | bytes, reason: str
) -> None:
    follow(write, "silo")
    write(file, content)
    result = run("bar", kind)
    assert (result.code, reason in result.err) == (0, True)
    said = result.err.removeprefix("premierectl: ").removesuffix("\n")
    expected = {
        "plain": "premierectl: error\n",
        "i3blocks": "premierectl: error\n\n\n",
        "i3status": '{"icon":"","state":"Critical","text":"premierectl: error","short_text":""}\n',
        "polybar": "premierectl: error\n",
        "tmux": "premierectl: error\n",
        "menu": "premierectl: error | emojize=false ansi=false\n---\n"
        f"{said} | emojize=false ansi=false\n---\nRefresh | refresh=true\n",
        "prometheus": f"# error: {said}\n",
    }
    if kind == "waybar":
        assert json.loads(result.out) == {
            "text": "premierectl: error",
            "alt": "error",
            "tooltip": said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
            "class": ["error"],
            "percentage": 0,
        }
    elif kind == "json":
        document = json.loads(result.out)
        VALIDATOR.validate(document)
        assert (document["state"], document["tooltip"]) == ("error", said)
        assert [document["id"], document["wait"], document["rows"]] == [None, None, []]
    else:
        assert result.out == expected[kind]


def test_a_file_that_is_no_file_is_shown_too(run: Run, home: Path) -> None:
    (home / "data" / "watchlist.json").mkdir(parents=True)
    result = run("bar", "plain")
    assert (result.code, result.out) == (0, "premierectl: error\n")
    assert "watchlist.json" in result.err


def test_a_zone_that_is_none_is_shown_where_the_settings_name_it(run: Run, write: Write) -> None:
    path = write("config/config.toml", 'timezone = "Europe/Berlinn"\n')
    said = f"{path}: timezone: 'Europe/Berlinn' is not a time zone; write one like Europe/Berlin"
    bar = run("bar", "json", PREMIERECTL_TIMEZONE="")
    assert (bar.code, json.loads(bar.out)["tooltip"]) == (0, said)
    for words in (["next"], ["bar", "plain"]):
        assert run(*words, PREMIERECTL_TIMEZONE="").err == f"premierectl: {said}\n"
    assert run("next", PREMIERECTL_TIMEZONE="").code == 65


@pytest.mark.parametrize(
    ("premiere", "told"),
    [
        ("2026-11-23", "today, 21:00"),
        ("2026-11-24", "tomorrow, 21:00"),
        ("2026-11-24?", "tomorrow, 21:00 (unconfirmed)"),
        ("2026-11-26", "in 3 days"),
    ],
)
def test_a_tooltip_says_nothing_that_is_over_within_the_hour(
    run: Run, write: Write, premiere: str, told: str
) -> None:
    season = {"number": 1, "premiere": premiere, "time": "21:00", "timezone": "UTC"}
    show = {"id": "aurora", "title": "Aurora", "seasons": [season]}
    write("config/shows.json", {"format": 1, "shows": [show]})
    bar = json.loads(run("bar", "waybar", "aurora", "--now", "2026-11-23T12:10").out)
    assert bar["tooltip"] == f"Aurora season 1: {told}"


def test_named_shows_do_without_a_watchlist_that_cannot_be_read(run: Run, write: Write) -> None:
    write("data/watchlist.json", "{")
    result = run("bar", "plain", "pitt")
    assert (result.code, result.out) == (0, "The Pitt S3 · Jan 2027\n")
    assert "watchlist.json" in result.err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["hearstoper"], "no show is called 'hearstoper'; did you mean Heartstopper?"),
        (["pitt:s9"], "The Pitt has no season 9 in the catalogue"),
        (["--tag", "nobody"], "no followed show is tagged nobody"),
        (["--network", "qqqq"], "'qqqq'"),
        (["stranger"], "'stranger' could be Stranger Things (stranger-things), "),
        (["--all", "--network", "hb"], "'hb' could be HBO, HBO Max; name one of them"),
    ],
)
def test_a_name_that_nothing_has_is_no_release_and_said(
    run: Run, words: list[str], reason: str
) -> None:
    run("watchlist", "add", "pitt")
    result = run("bar", "waybar", *words)
    waybar = json.loads(result.out)
    assert (result.code, waybar["text"], waybar["alt"]) == (0, "", "none")
    assert reason in result.err
    assert reason in waybar["tooltip"]


def test_filters_that_nothing_passes_are_told(run: Run) -> None:
    run("watchlist", "add", "only-murders")
    run("watchlist", "tag", "only-murders", "fun")
    assert run("bar", "plain", "--tag", "fun").out == "Only Murders in the Building S6 · 15d\n"
    waybar = json.loads(run("bar", "waybar", "--within", "3").out)
    assert (waybar["alt"], waybar["tooltip"]) == ("none", "nothing upcoming passes these filters")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ([], "KIND is missing; choose from: plain, waybar, "),
        (["plain", "--max-width", "1.5"], "--max-width: '1.5' is not a whole number"),
        (["plain", "--colr"], "there is no option --colr; did you mean --color?"),
        (["polybars"], "'polybars' is not one of 'plain', 'waybar'"),
        (["plain", "--json"], "bar has one form; leave --json out; see premierectl bar --help"),
        (["plain", "--plain"], "bar has one form; leave --plain out"),
        (["plain", "--text", "{titel}"], "--text knows no field {titel}; there are id, show_id"),
        (["plain", "--max-width", "0"], "--max-width: 0 is less than 1"),
        (["plain", "--rows", "-1"], "--rows: -1 is less than 0"),
        (["plain", "--escape", "html"], "'html' is not one of 'auto', 'pango', 'none'"),
        (["plain", "--urgent"], "--urgent only goes with bar i3blocks"),
        (["waybar", "-o", "x"], "--output only goes with bar prometheus"),
        (
            ["plain", "--text", "{"],
            "--text has a { without its other half; write {{ for the sign itself",
        ),
        (["plain", "--text", "a}"], "--text has a } without its other half; write }}"),
        (
            ["plain", "--text", "{title:>50}"],
            "--text cannot read {title:>50}; write {title}, or {title:.20} to cut it to 20 cells",
        ),
        (["plain", "--now", "soon"], "'soon' is not a moment"),
    ],
)
def test_wrong_usage_is_an_error(run: Run, words: list[str], error: str) -> None:
    result = run("bar", *words)
    assert (result.code, result.out) == (2, "")
    assert error.lower() in result.err.lower()


@pytest.mark.parametrize(
    ("premiere", "words", "code"),
    [
        ("2026-11-23", ["i3blocks", "--urgent"], 33),
        ("2026-11-23", ["i3blocks"], 0),
        ("2026-11-24", ["i3blocks", "--urgent"], 0),
        ("2026-11-22", ["i3blocks", "--urgent"], 0),
    ],
)
def test_a_block_is_urgent_on_the_day_where_that_is_wanted(
    run: Run, write: Write, premiere: str, words: list[str], code: int
) -> None:
    write("config/shows.json", shows("Silo", premiere=premiere))
    assert run("bar", *words, "show-1").code == code


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{wait}", "4d"),
        ("{title:.3}|{short}|{days}|{network}", "Sil|S1|4|Apple TV"),
        ("{wait:.1}", "4"),
        (r"{{{title}}}\n\t{date}", "{Silo}  2026-11-27"),
        ("\x1b[31m{title}", r"\x1b[31mSilo"),
        ("nothing", "nothing"),
        ("", ""),
    ],
)
def test_the_text_is_what_a_template_says_on_one_line(
    run: Run, silo: None, template: str, text: str
) -> None:
    assert run("bar", "plain", "--text", template).out == f"{text}\n"


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ("37", "Only Murders in the Building S6 · 15d"),
        ("36", "Only Murders in the Buildi… S6 · 15d"),
        ("15", "Only… S6 · 15d"),
        ("14", "Only Murders…"),
        ("4", "Onl…"),
        ("1", "…"),
    ],
)
def test_a_narrow_bar_cuts_the_title_and_keeps_the_wait(run: Run, cells: str, text: str) -> None:
    assert run("bar", "plain", "only-murders", "--max-width", cells).out == f"{text}\n"


def test_tmux_has_38_cells_unless_it_is_told(run: Run, write: Write) -> None:
    write("config/shows.json", shows("Stranger Things and Other Tales of Hawkins", premiere="2026-12-08"))  # fmt: skip
    assert run("bar", "tmux", "show-1").out == "Stranger Things and Other Ta… S1 · 15d\n"
    told = run("bar", "tmux", "show-1", "--max-width", "60").out
    assert told == "Stranger Things and Other Tales of Hawkins S1 · 15d\n"


def test_a_tooltip_and_a_menu_have_as_many_rows_as_are_wanted(run: Run) -> None:
    def rows(*words: str) -> int:
        return len(json.loads(run("bar", "json", "--all", *words).out)["rows"])

    assert (rows(), rows("--rows", "2"), rows("--rows", "0")) == (8, 2, 0)
    assert json.loads(run("bar", "waybar", "--all", "--rows", "0").out)["tooltip"] == ""
    menu = run("bar", "menu", "--all", "--rows", "3").out.splitlines()
    assert [line == "---" for line in menu] == [False, True, False, False, False, True, False]


@pytest.mark.parametrize(
    ("variables", "more"),
    [
        ({"ARGOS_VERSION": "2"}, " useMarkup=false unescape=false"),
        ({"SWIFTBAR": "1"}, " symbolize=false"),
        ({"SWIFTBAR": ""}, ""),
    ],
)
def test_a_menu_tells_its_host_what_not_to_read_into_a_title(
    run: Run, silo: None, variables: Mapping[str, str], more: str
) -> None:
    lines = run("bar", "menu", env=variables).out.splitlines()
    assert lines[0] == f"Silo S1 · 4d | emojize=false ansi=false{more}"
    assert lines[2].endswith(f"href=https://tv.example/silo?a=1 emojize=false ansi=false{more}")
    assert lines[4] == "Refresh | refresh=true"


def test_an_address_cannot_begin_a_parameter(run: Run, write: Write) -> None:
    known = shows("Silo", premiere="2026-11-27")
    known["shows"][0]["url"] = "https://tv.example/é|x='y'&b=1"
    write("config/shows.json", known)
    line = run("bar", "menu", "show-1").out.splitlines()[2]
    assert line.partition(" | ")[2] == (
        "href=https://tv.example/%C3%A9%7Cx=%27y%27&b=1 emojize=false ansi=false"
    )


def test_metrics_of_every_exact_day_instants_too(run: Run, write: Write) -> None:
    known = shows("Silo", "Andor", "Lanterns", premiere="2026-11-30")
    known["shows"][0]["seasons"][0] |= {"time": "21:00", "timezone": "America/New_York"}
    known["shows"][1]["seasons"][0]["premiere"] = "2027-01"
    write("config/shows.json", known)
    follow(write, "show-1", "show-2", "show-3")
    lines = run("bar", "prometheus", "--rows", "1").out.splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        'premierectl_release_timestamp_seconds{id="show-3:s1",title="Lanterns",kind="premiere",precision="day"} 1795996800',
        'premierectl_release_timestamp_seconds{id="show-1:s1",title="Silo",kind="premiere",precision="instant"} 1796090400',
        'premierectl_release_days{id="show-3:s1"} 7',
        'premierectl_release_days{id="show-1:s1"} 8',
        "premierectl_catalogue_timestamp_seconds 1795392000",
    ]
    assert len([line for line in lines if line.startswith("#")]) == 6


def test_metrics_are_written_whole_into_a_file_in_silence(
    run: Run, silo: None, tmp_path: Path
) -> None:
    file = tmp_path / "premierectl.prom"
    printed = run("bar", "prometheus", "-o", "-").out
    result = run("bar", "prometheus", "-o", str(file))
    assert (result.code, result.out, result.err) == (0, "", "")
    assert file.read_text(encoding="utf-8") == printed
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [file.name]
    refused = run("bar", "prometheus", "-o", str(tmp_path / "home"))
    assert (refused.code, "is a folder" in refused.err) == (74, True)


@pytest.mark.parametrize("kind", ["plain", "waybar", "i3blocks", "i3status", "polybar", "tmux", "menu", "prometheus"])  # fmt: skip
def test_a_bar_loads_nothing_heavy_and_no_other_kind(
    environment: Mapping[str, str], silo: None, kind: str
) -> None:
    others = [f"premierectl.render.bars.{each}" for each in KINDS if each != kind]
    assert loaded(environment, "bar", kind, also=others) == "0"


def test_the_first_day_of_the_calendar_has_a_first_moment() -> None:
    from datetime import timedelta, timezone

    from premierectl.render.bars.prometheus import first_moment

    zone = timezone(timedelta(hours=14))
    assert first_moment(date.min, zone) == -62135596800 - 14 * 3600
