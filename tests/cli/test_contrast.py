"""What is read is read on any background: contrast of 4.5 (WCAG 2.2, 1.4.3) on black and on white."""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from premierectl.render.screen.styles import ON_A_DARK_PICTURE, ON_ANY_BACKGROUND
from tests.conftest import Run

DRAWINGS = Path(__file__).parents[2] / "src" / "premierectl" / "render" / "screen"
LEAST = 4.5

# The sixteen colours, from black to bright white, as each palette has them.
PALETTES = {
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "Tango": "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf "
    "555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec",
    "Solarized": "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 "
    "002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3",
}
# Black and white, and what stands for them where Tango and Solarized are used as they are meant.
BACKGROUNDS = {
    "xterm": "000000 ffffff",
    "Tango": "000000 ffffff 2e3436 eeeeec",
    "Solarized": "000000 ffffff 002b36 fdf6e3",
}
SCREENS = [
    ("countdown", "--all"),
    ("countdown", "pitt"),
    ("countdown", "only-murders"),
    ("calendar", "2026-12", "--all"),
    ("show", "pitt"),
    ("show", "stranger-things", "--episodes"),
    ("cast", "pitt"),
    ("search", "the"),
    ("watchlist", "list"),
    ("recent", "--since", "2026-01-01"),
    ("undo", "--list"),
    ("paths",),
    ("catalogue", "path"),
    ("show", "pitt", "--layers"),
]


def luminance(colour: str) -> float:
    """The relative luminance of ``rrggbb`` (WCAG 2.2, section 5)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, other: str) -> float:
    dark, light = sorted((luminance(colour), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lowest_contrast(number: int) -> float:
    """The least contrast of a colour, by its number, in any palette on any of its backgrounds."""
    return min(
        contrast(colours.split()[number], background)
        for name, colours in PALETTES.items()
        for background in BACKGROUNDS[name].split()
    )


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("ffffff", "767676") == pytest.approx(4.54, abs=0.01)


def test_none_of_the_sixteen_colours_is_read_on_every_background() -> None:
    assert [number for number in range(16) if lowest_contrast(number) >= LEAST] == []


@pytest.mark.parametrize("words", SCREENS, ids=" ".join)
def test_a_terminal_gets_no_colour_that_is_not_read_on_every_background(
    run: Run, words: tuple[str, ...]
) -> None:
    run("add", "pitt", "only-murders", "stranger-things", "severance")
    run("watchlist", "tag", "pitt", "--tag", "hospital")
    out = run(*words, "--color", "always", "--now", "2026-12-03").out
    codes = [int(code) for said in re.findall(r"\x1b\[([0-9;]*)m", out) for code in said.split(";")]
    # Weight, faintness, italics, a line below, reverse, and the end of all of these.
    assert out
    assert set(codes) <= {0, 1, 2, 3, 4, 7}


@pytest.mark.parametrize("words", [("countdown", "only-murders"), ("countdown",)], ids=" ".join)
def test_a_picture_is_read_on_its_own_background(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    run("add", "pitt", "only-murders", "stranger-things", "severance", "percy-jackson")
    picture = tmp_path / "picture.svg"
    run(*words, "--save", str(picture), "--now", "2026-12-03")
    tree = ElementTree.fromstring(picture.read_text(encoding="utf-8"))  # noqa: S314 - our own
    spot = "{http://www.w3.org/2000/svg}"
    (back,) = [each.get("fill", "") for each in tree.iter(f"{spot}rect")]
    letters = {each.get("fill", "") for each in tree.iter(f"{spot}text")}
    assert len(letters) > 1
    assert {each for each in letters if contrast(each[1:], back[1:]) < LEAST} == set()


def test_both_sets_of_styles_know_the_same_meanings() -> None:
    assert ON_ANY_BACKGROUND.styles.keys() == ON_A_DARK_PICTURE.styles.keys()


def test_no_drawing_names_a_style_of_its_own() -> None:
    looks = r"(bold|dim|italic|underline|reverse|red|green|yellow|blue|magenta|cyan|white|black)"
    named = [
        (path.name, node.value)
        for path in DRAWINGS.glob("*.py")
        if path.name != "styles.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.fullmatch(f"{looks}( {looks})*", node.value)
    ]
    assert named == []
