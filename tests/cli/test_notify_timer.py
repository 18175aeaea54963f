"""``notify timer``: the units as they are put into place, read by the programs that they are for."""

import os
import plistlib
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from premierectl.render.timers import timer_text
from tests.conftest import Run

ODD = ['/opt/my "shows"/100%/pre$mier\'ectl', "notify"]


def test_systemd_gets_two_units() -> None:
    assert (
        timer_text("systemd", ["/usr/bin/premierectl", "notify"])
        == """\
# ~/.config/systemd/user/premierectl-notify.service
[Unit]
Description=Tell what is due of the shows you follow

[Service]
Type=oneshot
ExecStart=/usr/bin/premierectl notify
SuccessExitStatus=1

# ~/.config/systemd/user/premierectl-notify.timer
[Unit]
Description=Tell what is due of the shows you follow, every day

[Timer]
OnCalendar=*-*-* 09:00
Persistent=true

[Install]
WantedBy=timers.target

# Then: systemctl --user daemon-reload
#       systemctl --user enable --now premierectl-notify.timer
"""
    )


def units(folder: Path, words: list[str]) -> list[Path]:
    """The two units in their files."""
    text = timer_text("systemd", words)
    service, _, timer = text.partition("\n# ~/.config/systemd/user/premierectl-notify.timer\n")
    files = {"service": service, "timer": timer}
    for ending, content in files.items():
        (folder / f"premierectl-notify.{ending}").write_text(content)
    return [folder / f"premierectl-notify.{ending}" for ending in files]


@pytest.mark.parametrize("odd", [False, True])
def test_systemd_reads_its_units(tmp_path: Path, odd: bool) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("needs systemd-analyze")
    program = tmp_path / ('my "shows" 100% pre$mier\'ectl \\' if odd else "premierectl")
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--user", *map(str, units(tmp_path, [str(program), "notify"]))],
        capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
    )  # fmt: skip
    if "Failed to" in done.stderr and "premierectl" not in done.stderr:
        pytest.skip(f"systemd-analyze does not run here: {done.stderr.strip()}")
    assert (done.returncode, "premierectl" in done.stderr) == (0, False), done.stderr


def test_launchd_gets_a_property_list() -> None:
    text = timer_text("launchd", ODD)
    assert plistlib.loads(text.encode()) == {
        "Label": "premierectl-notify",
        "ProgramArguments": ODD,
        "StartCalendarInterval": {"Hour": 9, "Minute": 0},
    }
    assert text.splitlines()[:3] == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<!-- ~/Library/LaunchAgents/premierectl-notify.plist",
        "     Then: launchctl load ~/Library/LaunchAgents/premierectl-notify.plist -->",
    ]


def test_cron_gets_a_line() -> None:
    assert timer_text("cron", ["/usr/bin/premierectl", "notify"]) == (
        "# A line for: crontab -e\n0 9 * * * /usr/bin/premierectl notify\n"
    )
    line = timer_text("cron", ODD).splitlines()[1]
    command = line.removeprefix("0 9 * * * ")
    # What cron hands to the shell: %, unless escaped, would end it.
    assert "%" not in command.replace("\\%", "")
    assert shlex.split(command.replace("\\%", "%")) == ODD


@pytest.mark.parametrize("words", [["/usr/bin/premierectl", "notify"], ODD])
def test_crontab_reads_its_line(tmp_path: Path, words: list[str]) -> None:
    if shutil.which("crontab") is None:
        pytest.skip("needs crontab")
    path = tmp_path / "crontab"
    path.write_text(timer_text("cron", words))
    usage = subprocess.run(["crontab", "-h"], capture_output=True, timeout=60, check=False).stderr
    # Debian's and cronie's; others know no such thing, and would take the file for the user's own.
    check = "-n" if b"dry run" in usage else "-T" if b"-T <file>" in usage else None
    if check is None:
        pytest.skip("this crontab checks no files")
    done = subprocess.run(
        ["crontab", check, str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_windows_gets_a_command() -> None:
    words = [r"C:\Program Files\premierectl.exe", "notify"]
    assert timer_text("schtasks", words) == (
        "schtasks /Create /TN premierectl-notify /SC DAILY /ST 09:00 "
        '/TR "\\"C:\\Program Files\\premierectl.exe\\" notify"\n'
    )


def test_the_programs_own_path_stands_in_it(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "premierectl"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    there = f"/usr/bin/env PREMIERECTL_HOME={home} "
    for called in (str(program), "premierectl"):
        monkeypatch.setattr(sys, "argv", [called])
        result = run("notify", "timer", "cron", PATH=str(program.parent))
        assert (result.code, result.err) == (0, "")
        assert result.out.splitlines()[1] == f"0 9 * * * {there}{program} notify"
    monkeypatch.setattr(sys, "argv", ["/usr/lib/premierectl/__main__.py"])
    module = run("notify", "timer", "systemd").out
    assert f"\nExecStart={there}{sys.executable} -m premierectl notify\n" in module
    assert not home.exists()


def test_the_systems_folders_stand_in_it_where_they_are_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["premierectl-not-there"])
    monkeypatch.setattr("premierectl.app.find_paths", lambda _: None)
    named = {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_STATE_HOME": str(tmp_path / "state")}
    ignored = {"XDG_CONFIG_HOME": "rel", "XDG_CACHE_HOME": "~/cache"}
    result = run("notify", "timer", "cron", env={"PREMIERECTL_HOME": "", **named, **ignored})
    there = " ".join(f"{name}={folder}" for name, folder in named.items())
    line = f"0 9 * * * /usr/bin/env {there} {sys.executable} -m premierectl notify"
    assert result.out.splitlines()[1] == line


def test_without_a_home_of_its_own_none_stands_in_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["premierectl-not-there"])
    monkeypatch.setattr("premierectl.app.find_paths", lambda _: None)
    result = run("notify", "timer", "cron", PREMIERECTL_HOME="")
    assert result.out.splitlines()[1] == f"0 9 * * * {sys.executable} -m premierectl notify"


def test_another_kind_is_wrong_usage(run: Run) -> None:
    result = run("notify", "timer", "anacron")
    assert (result.code, result.out) == (2, "")
    assert "'systemd', 'launchd', 'cron', 'schtasks'" in result.err
