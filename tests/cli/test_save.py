"""``--save``: what a terminal shows, as a file to share."""

from pathlib import Path

import pytest

from tests.conftest import Run, can_mount


def test_a_text_file_holds_what_the_terminal_shows(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "card.txt"
    result = run("countdown", "heartstopper:s2", "--now", "2023-06-20", "--save", str(path))
    assert (result.code, result.out) == (0, "")
    assert result.err == f"premierectl: saved in {path}\n"
    shown = run(
        "countdown",
        "heartstopper:s2",
        "--now",
        "2023-06-20",
        terminal=True,
        COLUMNS="100",
        LINES="40",
    )
    assert path.read_text() == shown.out


@pytest.mark.parametrize("ending", ["svg", "html", "SVG"])
def test_a_picture_holds_the_words_and_loads_nothing_from_elsewhere(
    run: Run, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"cast.{ending}"
    assert run("cast", "heartstopper:s2", "--save", str(path)).code == 0
    text = path.read_text()
    assert "Olivia" in text
    assert "Spring" in text
    assert "@font-face" not in text
    assert "src=" not in text


@pytest.mark.parametrize("name", ["panel.pdf", "panel", "svg."])
def test_another_ending_is_refused_with_those_there_are(
    run: Run, tmp_path: Path, name: str
) -> None:
    result = run("countdown", "--all", "--save", str(tmp_path / name))
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"premierectl: {name!r} ends with none of .svg, .html and .txt; choose one of them\n"
    )


def test_a_folder_or_a_device_is_never_replaced(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "x.svg"
    folder.mkdir()
    result = run("countdown", "--all", "--save", str(folder))
    assert (result.code, result.err) == (74, f"premierectl: {folder} is a folder\n")
    link = tmp_path / "device.svg"
    link.symlink_to("/dev/null")
    result = run("countdown", "--all", "--save", str(link))
    assert (result.code, result.err) == (0, f"premierectl: saved in {link}\n")
    assert Path("/dev/null").is_char_device()


def test_a_name_that_no_file_can_have_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 300}.svg"
    result = run("countdown", "--all", "--save", str(path))
    assert result.code == 74
    assert result.err == (
        f"premierectl: {path} cannot be written: file name too long; nothing was changed\n"
    )


def test_on_a_full_disk_the_old_picture_stays(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    if not can_mount("-t", "tmpfs", "-o", "size=8k", "tmpfs", str(folder)):
        pytest.skip("only root may mount a small disk; injected faults cover the same lines")
    try:
        path = folder / "panel.svg"
        path.write_text("old")
        result = run("countdown", "--all", "--save", str(path))
        assert result.code == 74
        assert "no space left on device; nothing was changed" in result.err
        assert path.read_text() == "old"
    finally:
        import subprocess

        subprocess.run(["umount", str(folder)], check=True)


def test_nothing_to_show_saves_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "panel.svg"
    assert run("countdown", "pitt", "--within", "0", "--save", str(path)).code == 1
    assert not path.exists()


def test_a_picture_and_a_document_at_once_are_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "panel.svg"
    result = run("countdown", "--all", "--json", "--save", str(path))
    assert (result.code, result.out) == (2, "")
    assert result.err == "premierectl: --save and --json exclude each other; choose one\n"
    assert not path.exists()
