"""``notify --to``: addresses are secrets, wherever they come from, and each has its own record."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Result, Run, Write
from tests.web_hook import web_hook

WORDS = ("notify", "--now", "2026-12-01")
LATER = "; it will be tried again next time\n"


@pytest.fixture(autouse=True)
def followed(write: Write) -> None:
    shows = [
        {"id": "aurora", "title": "Aurora", "seasons": [{"number": 1, "premiere": "2026-12-01"}]}
    ]
    write("config/shows.json", {"format": 1, "shows": shows})
    write("data/watchlist.json", {"format": 1, "shows": [{"id": "aurora"}]})


@pytest.fixture
def hook() -> Iterator[Any]:
    pytest.importorskip("apprise")
    with web_hook() as server:
        yield server


def shows_no_secret(home: Path, *results: Result) -> bool:
    """Whether nothing of an address was printed or written down."""
    told = "".join(result.out + result.err for result in results)
    written = "".join(path.read_text() for path in (home / "state").rglob("*.json"))
    return not any(secret in told + written for secret in ("s3cret", "127.0.0.1", "user"))


def test_an_address_of_the_environment_is_told_once(run: Run, home: Path, hook: Any) -> None:
    environment = {"PREMIERECTL_NOTIFY_TO": hook.url}
    result = run(*WORDS, "--json", env=environment)
    (item,) = json.loads(result.out)["items"]
    assert (result.code, result.err, item["way"]) == (0, "", "to json://")
    assert [(told["title"], told["message"]) for told in hook.told] == [
        ("Aurora season 1", "Comes out today")
    ]
    again = run(*WORDS, env=environment)
    assert (again.code, len(hook.told)) == (1, 1)
    assert shows_no_secret(home, result, again)


def test_an_address_of_the_options_goes_before_the_environment_and_the_settings(
    run: Run, write: Write, hook: Any
) -> None:
    write("config/config.toml", "[notify]\nto = ['json://127.0.0.1:1/settings']\n")
    elsewhere = {"PREMIERECTL_NOTIFY_TO": "json://127.0.0.1:1/environment"}
    assert run(*WORDS, "--to", hook.url, "--to", hook.url, env=elsewhere).code == 0
    assert len(hook.told) == 1
    assert run(*WORDS, env={"PREMIERECTL_NOTIFY_TO": f" {hook.url}x\n{hook.url} "}).code == 0
    assert len(hook.told) == 2


@pytest.mark.parametrize(
    ("mode", "warned"), [(0o600, False), (0o640, True), (0o604, True), (0o644, True)]
)
def test_settings_with_an_address_that_others_can_read_are_warned_of(
    run: Run, home: Path, write: Write, hook: Any, mode: int, warned: bool
) -> None:
    path = write("config/config.toml", f"[notify]\nto = ['{hook.url}']\n")
    path.chmod(mode)
    result = run(*WORDS)
    line = (
        f"premierectl: {path} holds addresses of --to and can be read by others; see: chmod 600\n"
    )
    assert (result.code, result.err) == (0, line if warned else "")
    assert shows_no_secret(home, result)
    assert run(*WORDS, "--to", hook.url).err == ""
    nowhere = run(*WORDS, "--to", "")
    assert (nowhere.out, nowhere.err) == ("Aurora season 1 comes out today\n", "")


def test_settings_without_an_address_may_be_read_by_anybody(run: Run, write: Write) -> None:
    write("config/config.toml", "[notify]\ndays = [1, 0]\n").chmod(0o644)
    assert run(*WORDS).err == ""


def test_a_hook_that_answers_500_is_told_the_next_time(run: Run, home: Path, hook: Any) -> None:
    hook.answer = 500
    first = run(*WORDS, "--to", hook.url)
    assert (first.code, first.out, first.err) == (
        69, "", f"premierectl: --to json:// did not take it{LATER}",
    )  # fmt: skip
    hook.answer = 200
    second = run(*WORDS, "--to", hook.url)
    assert (second.code, second.err, len(hook.told)) == (0, "", 2)
    assert shows_no_secret(home, first, second)


def test_a_hook_that_never_answers_is_told_the_next_time(run: Run, home: Path, hook: Any) -> None:
    hook.answer = "never"
    result = run(*WORDS, "--to", f"{hook.url}?rto=0.5")
    assert (result.code, result.err) == (69, f"premierectl: --to json:// did not take it{LATER}")
    assert shows_no_secret(home, result)


@pytest.mark.parametrize(
    ("url", "reason"),
    [("nonsense://s3cret", "--to nonsense:// is not an address that apprise knows")],
)
def test_an_address_that_is_none_is_said_without_it(
    run: Run, home: Path, url: str, reason: str
) -> None:
    pytest.importorskip("apprise")
    result = run(*WORDS, "--to", url)
    assert (result.code, result.err) == (69, f"premierectl: {reason}{LATER}")
    assert shows_no_secret(home, result)


@pytest.mark.parametrize("letter", ["\udcff", "\0"])
def test_an_address_that_is_no_text_is_wrong_usage(run: Run, letter: str) -> None:
    result = run(*WORDS, "--to", f"json://s3cret{letter}")
    assert (result.code, result.err) == (2, "premierectl: an address of --to is not UTF-8 text\n")


def test_a_program_gets_no_address(run: Run, hook: Any, tmp_path: Path) -> None:
    out = tmp_path / "environment"
    environment = {"PREMIERECTL_NOTIFY_TO": hook.url}
    assert run(*WORDS, "--exec", f"sh -c 'env > {out}'", env=environment).code == 0
    assert "PREMIERECTL_EVENT_TITLE=Aurora season 1" in out.read_text()
    assert "s3cret" not in out.read_text()


def test_without_apprise_it_is_said_how_to_get_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    result = run(*WORDS, "--to", "json://127.0.0.1")
    assert (result.code, result.out) == (69, "")
    assert "install it with: pip install 'premierectl[notify]'" in result.err


def test_a_traceback_shows_no_address(process: Any, write: Write) -> None:
    write("state/notified.json", "{")
    done = process(*WORDS, "--to", "json://s3cret@127.0.0.1/", PREMIERECTL_DEBUG="1")
    assert done.returncode != 0
    assert b"Traceback" in done.stderr
    assert b"s3cret" not in done.stderr


@pytest.mark.parametrize("way", ["--to", "PREMIERECTL_NOTIFY_TO", "config.toml"])
def test_an_address_without_a_scheme_is_a_mistake_at_once(
    run: Run, home: Path, write: Write, way: str
) -> None:
    words, env, said, code = ["notify", "--now", "2026-11-01"], {}, way, 2
    if way == "--to":
        words += ["--to", "s3cret"]
    elif way == "config.toml":
        path = write("config/config.toml", "[notify]\nto = ['s3cret']\n")
        path.chmod(0o600)
        said, code = f"{path}: notify.to", 65
    else:
        env = {way: "json://h s3cret"}
    result = run(*words, env=env)
    why = "has an address without a scheme; write one such as ntfy://TOPIC"
    assert (result.code, result.out, result.err) == (code, "", f"premierectl: {said} {why}\n")
