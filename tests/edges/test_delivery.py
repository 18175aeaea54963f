"""Notices that leave the program: by a program of the user's, to the desktop, to a web hook."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from premierectl.delivery.address import scheme_of, tell_address
from premierectl.delivery.by_apprise import REFUSED, SENT, UNKNOWN, sent_by_apprise
from premierectl.delivery.desktop import tell_desktop
from premierectl.delivery.hook import hook_words, tell_hook
from premierectl.errors import NotDeliveredError, ToldToEndError
from premierectl.notices.event import Message
from tests.conftest import real_environment
from tests.web_hook import web_hook

FIELDS = {
    "kind": "reminder",
    "id": "aurora:s2",
    "title": "-Aurora & <b>Co</b> season 2",
    "body": "Comes out today, on A&E <3",
    "date": "2026-12-08",
    "days": "0",
    "url": "https://aurora.test/",
}
MESSAGE = Message(
    title=FIELDS["title"],
    body=FIELDS["body"],
    fields=FIELDS,
    document=b'{"schema": 1, "kind": "reminder"}\n',
)
LATER = "; it will be tried again next time"


@pytest.fixture
def there() -> dict[str, str]:
    """The environment that a program is called with."""
    return real_environment()


def program(folder: Path, text: str, name: str = "hook") -> Path:
    """A program of this name in a folder."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def refused(*words: str, environment: dict[str, str], seconds: float = 20) -> str:
    """What is said of a program that tells nobody."""
    with pytest.raises(NotDeliveredError) as error:
        tell_hook(list(words), MESSAGE, environment, seconds)
    assert error.value.exit_code == 69
    assert error.value.message.endswith(LATER)
    return error.value.reason


RECORD = """
import json, os, sys
told = {name: value for name, value in os.environ.items() if name.startswith("PREMIERECTL_EVENT_")}
with open(sys.argv[1], "w") as file:
    json.dump([sys.argv[2:], told, sys.stdin.read()], file)
print("not to be seen")
"""


def test_a_program_gets_the_notice_in_its_environment_and_as_json(
    tmp_path: Path, there: dict[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    hook, out = program(tmp_path, RECORD), tmp_path / "out"
    tell_hook(hook_words(f"'{hook}' '{out}' \"two words\" '$HOME;*'"), MESSAGE, there)
    words, told, stdin = json.loads(out.read_text())
    assert words == ["two words", "$HOME;*"]
    assert told == {f"PREMIERECTL_EVENT_{name.upper()}": FIELDS[name] for name in FIELDS}
    assert stdin == MESSAGE.document.decode()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("command", ["", "  ", "notify 'me"])
def test_a_command_that_is_none_has_no_words(command: str) -> None:
    assert hook_words(command) == []


def test_a_program_that_fails_told_nobody_and_its_error_is_seen(
    there: dict[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    shell = ("/bin/sh", "-c")
    assert refused(*shell, "echo why >&2; exit 3", environment=there) == "sh ended with exit code 3"
    assert capfd.readouterr().err == "why\n"
    assert refused(*shell, "kill -SEGV $$", environment=there) == "sh was ended by signal 11"


def test_a_program_that_cannot_be_run_is_named(tmp_path: Path, there: dict[str, str]) -> None:
    gone, closed = tmp_path / "gone", program(tmp_path, "")
    closed.chmod(0o600)
    assert refused(str(gone), environment=there) == "gone cannot be run: no such file or directory"
    assert refused(str(closed), environment=there) == "hook cannot be run: permission denied"
    assert refused("a\0b", environment=there) == "a\0b cannot be run: embedded null byte"


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[Path, Callable[[], bytes]]]:
    """A pipe that a program holds open, and what waits until nothing does any more."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    def rest() -> bytes:
        os.set_blocking(reader, True)
        return b"".join(iter(lambda: os.read(reader, 100), b""))

    yield pipe, rest
    os.close(reader)


def test_a_program_that_takes_too_long_is_ended_with_all_it_started(
    running: tuple[Path, Callable[[], bytes]], there: dict[str, str]
) -> None:
    pipe, rest = running
    script = f"exec 9>'{pipe}'; echo begun >&9; sleep 60 & wait"
    said = refused("/bin/sh", "-c", script, environment=there, seconds=1)
    assert said == "sh took longer than 1 s"
    assert rest() == b"begun\n"


def test_a_program_that_reads_nothing_is_told_all_the_same(there: dict[str, str]) -> None:
    large = Message(title="", body="", fields={}, document=b"x" * 1_000_000)
    tell_hook(["/bin/sh", "-c", "exec <&-; exit 0"], large, there)


def test_what_a_program_leaves_running_is_not_waited_for(there: dict[str, str]) -> None:
    tell_hook(["/bin/sh", "-c", "sleep 20 & exit 0"], MESSAGE, there, 10)


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (signal.SIGINT, KeyboardInterrupt),
        (signal.SIGTERM, ToldToEndError),
        (signal.SIGHUP, ToldToEndError),
    ],
)
def test_an_interrupt_ends_the_program(
    tmp_path: Path,
    running: tuple[Path, Callable[[], bytes]],
    there: dict[str, str],
    sent: signal.Signals,
    error: type[BaseException],
) -> None:
    (pipe, rest), begun = running, tmp_path / "begun"
    os.mkfifo(begun)

    def interrupt() -> None:
        begun.read_text()  # waits until the program has begun
        os.kill(os.getpid(), sent)

    waiter = threading.Thread(target=interrupt)
    waiter.start()
    with pytest.raises(error):
        tell_hook(["/bin/sh", "-c", f"exec 9>'{pipe}'; :>'{begun}'; sleep 60"], MESSAGE, there)
    waiter.join()
    assert rest() == b""


def test_a_signal_before_the_program_is_known_ends_it_too(
    running: tuple[Path, Callable[[], bytes]],
    there: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (pipe, rest), really = running, subprocess.Popen

    def started(*words: Any, **how: Any) -> "subprocess.Popen[bytes]":
        process = really(*words, **how)
        signal.raise_signal(signal.SIGTERM)
        return process

    monkeypatch.setattr(subprocess, "Popen", started)
    with pytest.raises(ToldToEndError):
        tell_hook(["/bin/sh", "-c", f"exec 9>'{pipe}'; sleep 60"], MESSAGE, there)
    assert rest() == b""


def test_letters_that_the_system_cannot_carry_are_escaped(
    tmp_path: Path, there: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsencode", lambda text: text.encode("ascii"))
    monkeypatch.setattr(sys, "getfilesystemencoding", lambda: "ascii")
    hook, out = program(tmp_path, RECORD), tmp_path / "out"
    told = Message(title="Ärger", body="", fields={"title": "Ärger"}, document=b"")
    tell_hook([str(hook), str(out), "Ä"], told, there)
    words, variables, _ = json.loads(out.read_text())
    assert (words, variables) == (["\\xc4"], {"PREMIERECTL_EVENT_TITLE": "\\xc4rger"})


def desktop(
    folder: Path, name: str, there: dict[str, str], code: int = 0
) -> tuple[Path, dict[str, str]]:
    """A stand-in for a system's own program, which writes down what it is called with."""
    out = folder / "out"
    program(folder / "bin", f"import json, sys\nopen({str(out)!r}, 'w').write(json.dumps(sys.argv[1:]))\nsys.exit({code})", name)  # fmt: skip
    return out, {**there, "PATH": str(folder / "bin")}


def test_on_linux_the_body_is_escaped_and_the_title_is_not(
    tmp_path: Path, there: dict[str, str]
) -> None:
    out, environment = desktop(tmp_path, "notify-send", there)
    tell_desktop("linux", MESSAGE, environment)
    assert json.loads(out.read_text()) == [
        "-a", "premierectl", "--", "-Aurora & <b>Co</b> season 2",
        "Comes out today, on A&amp;E &lt;3",
    ]  # fmt: skip


def test_on_macos_the_words_are_arguments_and_never_code(
    tmp_path: Path, there: dict[str, str]
) -> None:
    out, environment = desktop(tmp_path, "osascript", there)
    tell_desktop("darwin", MESSAGE, environment)
    assert json.loads(out.read_text()) == [
        "-e", "on run argv",
        "-e", "display notification (item 2 of argv) with title (item 1 of argv)",
        "-e", "end run",
        "--", "-Aurora & <b>Co</b> season 2", "Comes out today, on A&E <3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("platform", "said"),
    [
        ("linux", "--desktop needs notify-send; on Debian and Ubuntu: apt install libnotify-bin"),
        ("darwin", "--desktop needs osascript"),
        ("win32", "--desktop knows Linux, BSD and macOS; here use --exec, or --to windows://"),
    ],
)
def test_where_there_is_no_desktop_that_is_said(tmp_path: Path, platform: str, said: str) -> None:
    with pytest.raises(NotDeliveredError) as error:
        tell_desktop(platform, MESSAGE, {"PATH": str(tmp_path)})
    assert error.value.reason == said


def test_a_desktop_that_takes_no_notice_told_nobody(tmp_path: Path, there: dict[str, str]) -> None:
    _, environment = desktop(tmp_path, "notify-send", there, code=1)
    with pytest.raises(NotDeliveredError, match="notify-send ended with exit code 1"):
        tell_desktop("linux", MESSAGE, environment)


@pytest.fixture
def hook() -> Iterator[Any]:
    with web_hook() as server:
        yield server


def test_a_web_hook_gets_title_and_body_as_they_are(hook: Any, there: dict[str, str]) -> None:
    pytest.importorskip("apprise")
    tell_address(hook.url, MESSAGE, there)
    (told,) = hook.told
    assert (told["title"], told["message"]) == (FIELDS["title"], FIELDS["body"])


@pytest.mark.parametrize("answer", [500, 404])
def test_a_web_hook_that_answers_otherwise_told_nobody(
    hook: Any, there: dict[str, str], answer: int, capfd: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("apprise")
    hook.answer = answer
    with pytest.raises(NotDeliveredError) as error:
        tell_address(hook.url, MESSAGE, there)
    assert error.value.reason == "--to json:// did not take it"
    assert len(hook.told) == 1
    assert capfd.readouterr() == ("", "")


def test_a_web_hook_that_never_answers_is_given_up(hook: Any, there: dict[str, str]) -> None:
    pytest.importorskip("apprise")
    hook.answer = "never"
    with pytest.raises(NotDeliveredError) as error:
        tell_address(f"{hook.url}?rto=60", MESSAGE, there, 5)
    assert error.value.reason == "--to json:// took longer than 5 s"


def test_an_address_that_nobody_listens_at_told_nobody(there: dict[str, str]) -> None:
    pytest.importorskip("apprise")
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        url = f"json://127.0.0.1:{bound.getsockname()[1]}/"
        with pytest.raises(NotDeliveredError, match=r"^--to json:// did not take it"):
            tell_address(url, MESSAGE, there)


@pytest.mark.parametrize(
    ("url", "scheme"),
    [
        ("ntfys://s3cret@ntfy.sh/topic", "ntfys://"),
        (" JSON://h/s3cret", "json://"),
        ("s3cret", ""),
        ("s3cret.s3cret://x", ""),
        ("nonsense://s3cret", "nonsense://"),
    ],
)
def test_of_an_address_the_scheme_alone_is_said(
    there: dict[str, str], url: str, scheme: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert scheme_of(url) == scheme
    if url.startswith("nonsense"):
        pytest.importorskip("apprise")
        with pytest.raises(NotDeliveredError) as error:
            tell_address(url, MESSAGE, there)
        assert error.value.reason == "--to nonsense:// is not an address that apprise knows"
        assert capfd.readouterr() == ("", "")


# On Python 3.11 and 3.12 apprise uses a module that later ones do not have.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_sending_says_what_became_of_it(hook: Any) -> None:
    pytest.importorskip("apprise")
    assert sent_by_apprise(hook.url, "Aurora", "Today") == SENT
    hook.answer = 500
    assert sent_by_apprise(hook.url, "Aurora", "Today") == REFUSED
    assert sent_by_apprise("nonsense://x", "Aurora", "Today") == UNKNOWN


def test_without_apprise_it_is_said_how_to_get_it(
    there: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    with pytest.raises(NotDeliveredError) as error:
        tell_address("json://127.0.0.1", MESSAGE, there)
    assert error.value.message == (
        "--to needs one more package; install it with: pip install 'premierectl[notify]'"
        "; it will be tried again next time"
    )
