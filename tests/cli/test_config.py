"""``config check``: every mistake in the settings and the variables, and what there is is documented."""

import json
import re
from pathlib import Path

import msgspec
import pytest

from premierectl.cli.config import VARIABLES
from premierectl.storage.settings import NotifySettings, Settings
from tests.conftest import Run, Write

ROOT = Path(__file__).parents[2]


def test_nothing_wrong_is_said_to_people_alone(run: Run, write: Write, home: Path) -> None:
    path = home / "config" / "config.toml"
    assert run("config", "check", terminal=True, COLUMNS="200").out == f"there is no {path}\n"
    write("config/config.toml", 'timezone = "Asia/Tokyo"\nplain = false\n')
    assert run("config", "check", terminal=True).out == f"no problems in {path}\n"
    for words in (["config", "check"], ["config"]):
        result = run(*words)
        assert (result.code, result.out, result.err) == (0, "", "")


def test_every_mistake_is_named(run: Run, write: Write) -> None:
    path = write(
        "config/config.toml",
        'timezon = "Asia/Tokyo"\nplain = "yes"\nstale_days = 0\nxyz = 1\n'
        "[notify]\nday = [1]\nchanges = 1\n",
    )
    result = run("config", "check", PREMIERECTL_TIMEZON="x", PREMIERECTL_EVENT_ID="a program's")
    assert (result.code, result.err) == (65, "")
    assert result.out == (
        f"{path}\t0\ttimezon\tno setting is called 'timezon'; did you mean timezone?\n"
        f"{path}\t0\txyz\tno setting is called 'xyz'; there are {', '.join(Settings.__struct_fields__)}\n"
        f"{path}\t0\tnotify.day\tno setting is called 'notify.day'; did you mean days?\n"
        f"{path}\t0\tplain\tis 'yes'; write true or false\n"
        f"{path}\t0\tstale_days\tis 0; write a whole number of days from 1 on\n"
        f"{path}\t0\tnotify.changes\tis 1; write true or false\n"
        "environment\t0\tPREMIERECTL_TIMEZON\t"
        "there is no such variable; did you mean PREMIERECTL_TIMEZONE?\n"
    )
    document = json.loads(run("config", "check", "--json").out)
    assert [item["path"] for item in document["items"]] == [
        "timezon", "xyz", "notify.day", "plain", "stale_days", "notify.changes",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("notify = 5", "\t0\tnotify\tis 5; write [notify] with its settings below it\n"),
        ("timezone = ", "\t0\t\tis not TOML: invalid value (at end of document)\n"),
        ('timezone = "Mars/Olympus"', "\t0\ttimezone\t'Mars/Olympus' is not a time zone\n"),
    ],
)
def test_what_cannot_be_used_is_named_on_a_terminal_too(
    run: Run, write: Write, content: str, message: str
) -> None:
    path = write("config/config.toml", content)
    unset = {"PREMIERECTL_TIMEZONE": ""}
    result = run("config", "check", env=unset)
    assert (result.code, result.out, result.err) == (65, f"{path}{message}", "")
    shown = run("config", "check", env=unset, terminal=True, COLUMNS="200")
    words = ": ".join(filter(None, message.strip().split("\t")[1:]))
    assert (shown.code, shown.out) == (65, f"{path}: {words}\n")


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("PREMIERECTL_TIMEZONE", "Mars", "'Mars' is not a time zone"),
        (
            "PREMIERECTL_NOW",
            "soonish",
            "'soonish' is not a moment; write 2027-03-12, 2027-03-12T20:00 or 2027-03-12T20:00+01:00",
        ),
        ("PREMIERECTL_LOCK_SECONDS", "x", "'x' is not a number of seconds"),
        ("PREMIERECTL_LOCK_SECONDS", "-1", "'-1' is not a time to wait"),
        ("PREMIERECTL_LOCK_SECONDS", "nan", "'nan' is not a time to wait"),
        (
            "PREMIERECTL_NOTIFY_TO",
            "ntfy://a s3cret",
            "has an address without a scheme; write one such as ntfy://TOPIC",
        ),
        ("EDITOR", "'vi", 'the editor "\'vi" has an open quote; mend VISUAL or EDITOR'),
        (
            "PREMIERECTL_TVMAZE_URL",
            "http://x.test",
            "'http://x.test' cannot be fetched; write an address that begins with https://",
        ),
        (
            f"PREMIERECTL_{'Q' * 40}",
            "1",
            "there is no such variable; docs/settings.md lists those there are",
        ),
    ],
)
def test_a_variable_is_checked(run: Run, name: str, value: str, message: str) -> None:
    result = run("config", "check", env={name: value})
    assert (result.code, result.out) == (65, f"environment\t0\t{name}\t{message}\n")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PREMIERECTL_LOCK_SECONDS", "0.5"),
        ("PREMIERECTL_NOTIFY_TO", "ntfy://a  json://b"),
        ("EDITOR", "code --wait"),
        ("PREMIERECTL_TVMAZE_URL", "http://127.0.0.1:1"),
    ],
)
def test_a_variable_may_be_right(run: Run, name: str, value: str) -> None:
    assert run("config", "check", env={name: value}).code == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [("", 65), ("stale_days = 3", 65), ("timezone = 'Asia/Tokyo'", 0), ("timezone = ", 65)],
)
def test_the_systems_zone_is_checked_where_nobody_names_another(
    run: Run, write: Write, content: str, code: int
) -> None:
    write("config/config.toml", f"{content}\n")
    result = run("config", "check", env={"PREMIERECTL_TIMEZONE": "", "TZ": "Bar"})
    assert result.code == code
    said = "environment\t0\tTZ\tTZ='Bar' is not a time zone; taking UTC"
    assert (said in result.out) == (code == 65)


def test_one_mistake_hides_no_other(run: Run, write: Write) -> None:
    path = write(
        "config/config.toml",
        "timezone = 'Mars'\nplain = 'x'\n"
        "[notify]\ndays = [1, -1]\nexec = ' '\nto = ['json://h', 's3cret']\n",
    )
    result = run("config", "check", PREMIERECTL_TIMEZONE="")
    assert result.out == (
        f"{path}\t0\tplain\tis 'x'; write true or false\n"
        f"{path}\t0\tnotify.days[1]\tis -1; write a whole number of days from 0 to 366\n"
        f"{path}\t0\ttimezone\t'Mars' is not a time zone\n"
        f"{path}\t0\tnotify.exec\tis not a command; write a program with its arguments, in quotes\n"
        f"{path}\t0\tnotify.to\thas an address without a scheme; write one such as ntfy://TOPIC\n"
    )


def test_every_setting_and_variable_is_documented_and_none_besides() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    tables = [
        re.findall(r"^\| `([A-Za-z_]+)` \|", part, re.MULTILINE) for part in text.split("## ")
    ]
    settings = [name for name in Settings.__struct_fields__ if name != "notify"]
    assert sorted(tables[1]) == sorted([*settings, *NotifySettings.__struct_fields__])
    assert tables[2] == list(VARIABLES)
    usual = dict(re.findall(r"^\| `([a-z_]+)` \|.*\| `(.*)` \|$", tables_of(text), re.MULTILINE))
    defaults = json.loads(msgspec.json.encode(Settings()))
    defaults |= defaults["notify"]
    told = {name: json.loads(value) for name, value in usual.items() if name != "week_start"}
    assert told == {name: defaults[name] for name in told}


def tables_of(text: str) -> str:
    """The part of the page that is about the settings file."""
    return text.partition("## The settings file")[2].partition("\n## ")[0]


def test_the_program_reads_no_other_variable() -> None:
    sources = (ROOT / "src").rglob("*.py")
    named = {
        name
        for source in sources
        for name in re.findall(
            r"(?<![A-Z_])PREMIERECTL_[A-Z_]+[A-Z]", source.read_text(encoding="utf-8")
        )
    }
    assert named - {"PREMIERECTL_EVENT"} == set(VARIABLES)
