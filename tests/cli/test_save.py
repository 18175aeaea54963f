"""``--save``: what a terminal shows, as a file to share."""

import re
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from premierectl.errors import NoFontError
from premierectl.render.screen.png import png_picture
from tests.conftest import Run, can_mount, real_environment

SVG = "{http://www.w3.org/2000/svg}"


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
        f"premierectl: {name!r} ends with none of .svg, .png, .html and .txt; choose one of them\n"
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
        subprocess.run(["umount", str(folder)], check=True)


def test_nothing_to_show_saves_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "panel.svg"
    assert run("countdown", "pitt", "--within", "0", "--save", str(path)).code == 1
    assert not path.exists()


def test_a_picture_and_a_document_at_once_are_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "panel.svg"
    result = run("countdown", "--all", "--json", "--save", str(path))
    assert (result.code, result.out) == (2, "")
    assert result.err == "premierectl: --save and --json cannot be used together; choose one\n"
    assert not path.exists()


def test_blocks_of_a_colour_are_one_shape_and_text_stands_where_the_terminal_has_it(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "card.svg"
    run("countdown", "pitt", "--save", str(path))
    tree = ElementTree.parse(path)  # noqa: S314 - our own
    shapes = [(each.get("fill-opacity"), each.get("d")) for each in tree.iter(f"{SVG}path")]
    assert [opacity for opacity, _ in shapes] == ["1.0", "0.2", "0.45"]
    assert all(re.fullmatch(r"(M\d+ \d+h\d+v\d+h-\d+z)+", str(path)) for _, path in shapes)
    texts = {each.text: each.get("x") for each in tree.iter(f"{SVG}text")}
    assert not set("█▀▄░▒") & set("".join(map(str, texts)))
    assert (texts["The Pitt"], texts["days"], texts["day 320 of 359–389"]) == ("20", "760", "310")


def test_a_png_has_the_size_of_a_preview_and_is_the_same_each_time(
    run: Run, tmp_path: Path
) -> None:
    pictures = []
    for name in ("one.png", "two.PNG"):
        path = tmp_path / name
        result = run("countdown", "pitt", "--save", str(path))
        assert (result.code, result.err) == (0, f"premierectl: saved in {path}\n")
        pictures.append(path.read_bytes())
    assert pictures[0][:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", pictures[0][16:24]) == (1200, 630)
    assert pictures[0] == pictures[1]


def test_any_list_can_be_a_png(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cast.png"
    assert run("cast", "heartstopper:s2", "--save", str(path)).code == 0
    assert struct.unpack(">II", path.read_bytes()[16:24]) == (1200, 630)


HIDDEN = """
import sys
sys.modules["resvg_py"] = None
from premierectl.cli import main
main()
"""


def test_without_the_extra_it_says_how_to_get_it_and_writes_nothing(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    script, path = tmp_path / "hidden.py", tmp_path / "card.png"
    script.write_text(HIDDEN)
    done = subprocess.run(
        [sys.executable, str(script), "countdown", "pitt", "--save", str(path)],
        env={**real_environment(), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, path.exists()) == (69, "", False)
    assert done.stderr == (
        "premierectl: a .png needs one more package; install it with: "
        "pip install 'premierectl[png]', or save an .svg\n"
    )


def test_without_any_font_it_says_so() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">M</text></svg>'
    with pytest.raises(NoFontError) as raised:
        png_picture(svg, fonts=[])
    assert (raised.value.exit_code, raised.value.message) == (
        69,
        "a .png needs a font and none was found; install one such as DejaVu Sans Mono, "
        "or save an .svg",
    )
