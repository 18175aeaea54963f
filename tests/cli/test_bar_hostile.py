"""Titles that attack a status bar: each program gets them as they are read, and nothing acts."""

import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from premierectl.countdown import countdown
from premierectl.render.bars.kinds import BarKind, drawn_bar
from premierectl.render.bars.text import USUAL_TEXT, BarStyle
from premierectl.render.safe_text import safe
from premierectl.render.template import Template
from premierectl.schedule import premiere
from premierectl.upcoming.bar import bar_of
from tests import make
from tests.cli.test_bar import shows
from tests.conftest import Run, Write

GAP = "\u200b"
ATTACKS = {
    "markup": "<b>Tom & Jerry</b>",
    "tag of polybar": "%{F#f00}red%{F-}",
    "format of tmux": "#S #[fg=red]x#(touch /tmp/x)#",
    "parameter of a menu": "Silo | bash=/bin/rm color=red",
    "submenu": "--Silo",
    "rule": "---",
    "rule behind a space": "  ---",
    "quotes": "\"Silo\" 'n' \\back\\n",
    "lines": "Silo\nS1\r\x1b[31m\x07\tend",
    "bidi": "Silo \u202eolis\u2066",
    "wide": "北極光の物語",
    "emoji": "👩‍💻 Silo 🇬🇧 ♥️",
    "variables": "$USER ${color red} `id` %H :fire: \\u00e9",
    "braces": "{title} {{x}} {",
    "percent": "100%",
}
# The whole line of each kind: the text, as it is written for that program.
WRITTEN = {
    "markup": {"waybar": "&lt;b&gt;Tom &amp; Jerry&lt;/b&gt;"},
    "tag of polybar": {
        "polybar": f"%{GAP}{{F#f00}}red%{GAP}{{F-}}",
        "tmux": "%{F##f00}red%{F-}",
    },
    "format of tmux": {"tmux": "##S ##[fg=red]x##(touch /tmp/x)##"},
    "parameter of a menu": {"menu": "Silo \u2223 bash=/bin/rm color=red"},
    "submenu": {"menu": f"{GAP}--Silo"},
    "rule": {"menu": f"{GAP}---"},
    "rule behind a space": {"menu": f"{GAP}---"},
    "lines": dict.fromkeys(
        ["plain", "waybar", "i3blocks", "i3status", "polybar", "tmux", "menu", "json"],
        r"Silo\x0aS1\x0d\x1b[31m\x07\x09end",
    ),
    "bidi": dict.fromkeys(
        ["plain", "waybar", "i3blocks", "i3status", "polybar", "tmux", "menu", "json"],
        r"Silo \u202eolis\u2066",
    ),
}
FIRST_LINE: dict[str, Callable[[str], str]] = {
    "plain": lambda out: out.splitlines()[0],
    "waybar": lambda out: str(json.loads(out)["text"]),
    "i3blocks": lambda out: out.splitlines()[0],
    "i3status": lambda out: str(json.loads(out)["text"]),
    "polybar": lambda out: out.splitlines()[0],
    "tmux": lambda out: out.splitlines()[0],
    "menu": lambda out: out.splitlines()[0].removesuffix(" | emojize=false ansi=false"),
    "json": lambda out: str(json.loads(out)["text"]),
}


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("kind", FIRST_LINE)
def test_a_title_is_shown_as_it_is(run: Run, write: Write, kind: str, attack: str) -> None:
    write("config/shows.json", shows(ATTACKS[attack], premiere="2026-11-27"))
    out = run("bar", kind, "show-1", "--max-width", "200").out
    title = WRITTEN.get(attack, {}).get(kind, ATTACKS[attack])
    assert FIRST_LINE[kind](out) == f"{title} S1 · 4d"


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_menu_has_no_parameters_but_its_own(run: Run, write: Write, attack: str) -> None:
    write("config/shows.json", shows(ATTACKS[attack], premiere="2026-11-27"))
    text, rule, row, second_rule, refresh = run("bar", "menu", "show-1").out.splitlines()
    assert (rule, second_rule, refresh) == ("---", "---", "Refresh | refresh=true")
    for line in (text, row):
        assert line.partition("|")[2] == " emojize=false ansi=false"
        assert not line.startswith(("-", " "))


def test_a_label_keeps_its_quotes(run: Run, write: Write) -> None:
    write("config/shows.json", shows('a "b" \\c\n|{}', premiere="2026-11-27"))
    assert 'title="a \\"b\\" \\\\c\\\\x0a|{}",kind' in run("bar", "prometheus", "show-1").out


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["waybar", "--escape", "none"], "<b>&</b> S1 · 4d"),
        (["waybar", "--escape", "pango"], "&lt;b&gt;&amp;&lt;/b&gt; S1 · 4d"),
        (["waybar", "--text", "<i>{title}</i>"], "<i>&lt;b&gt;&amp;&lt;/b&gt;</i>"),
        (["i3blocks", "--escape", "pango"], "&lt;b&gt;&amp;&lt;/b&gt; S1 · 4d"),
        (["i3status", "--escape", "pango"], "&lt;b&gt;&amp;&lt;/b&gt; S1 · 4d"),
        (["plain", "--escape", "pango"], "&lt;b&gt;&amp;&lt;/b&gt; S1 · 4d"),
        (["tmux", "--text", "#[bold]{title}#[default]"], "#[bold]<b>&</b>#[default]"),
        (["polybar", "--text", "%{{F#f00}}{title}%{{F-}}"], "%{F#f00}<b>&</b>%{F-}"),
    ],
)
def test_markup_is_escaped_where_it_is_read_and_the_users_own_stays(
    run: Run, write: Write, words: list[str], text: str
) -> None:
    write("config/shows.json", shows("<b>&</b>", premiere="2026-11-27"))
    assert FIRST_LINE[words[0]](run("bar", words[0], "show-1", *words[1:]).out) == text


@pytest.mark.parametrize("escape", ["auto", "pango", "none"])
@pytest.mark.parametrize(
    ("kind", "template", "title", "line"),
    [
        ("tmux", "#{title}", "S(id)", "##S(id)"),
        ("tmux", "##{title}", "S(id)", "##S(id)"),
        ("tmux", "#{note}", "S", "#"),
        ("tmux", "{title}", "#S", "##S"),
        ("polybar", "%{title}", "{F#f00}x", f"%{GAP}{{F#f00}}x"),
        ("polybar", "{title}{{F#f00}}", "100%", f"100%{GAP}{{F#f00}}"),
        ("polybar", "%{note}{title}", "{F#f00}x", f"%{GAP}{{F#f00}}x"),
        ("polybar", "{title}", "%{F#f00}x", f"%{GAP}{{F#f00}}x"),
        ("menu", "{title} | color=red", "a|b", "a\u2223b \u2223 color=red"),
        ("menu", "{note}", "x", "–"),
    ],
)
def test_no_title_goes_on_what_the_template_begins_whatever_is_escaped(
    run: Run, write: Write, kind: str, template: str, title: str, line: str, escape: str
) -> None:
    write("config/shows.json", shows(title, premiere="2026-11-27"))
    result = run("bar", kind, "show-1", "--text", template, "--escape", escape)
    assert FIRST_LINE[kind](result.out) == line


def test_a_title_without_end_is_whole_and_in_an_object_as_long_as_may_be(
    run: Run, write: Write
) -> None:
    title = "Aurora " * 71 + "end"
    write("config/shows.json", shows(title, premiere="2026-11-27"))
    assert run("bar", "plain", "show-1").out == f"{title} S1 · 4d\n"
    text = json.loads(run("bar", "json", "show-1").out)["text"]
    assert (len(text), text) == (255, title[:254] + "…")
    assert run("bar", "tmux", "show-1").out == "Aurora Aurora Aurora Aurora A… S1 · 4d\n"


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (20, "北極光の物語 S1 · 4d"),
        (19, "北極光の物… S1 · 4d"),
        (18, "北極光の… S1 · 4d"),
        (15, "北極光… S1 · 4d"),
        (13, "北極光の物語…"),
        (12, "北極光の物…"),
    ],
)
def test_wide_letters_take_two_cells(run: Run, write: Write, cells: int, text: str) -> None:
    write("config/shows.json", shows("北極光の物語", premiere="2026-11-27"))
    line = run("bar", "plain", "show-1", "--max-width", str(cells)).out
    assert line == f"{text}\n"
    assert cell_len(text) <= cells


# What any title may be made of, and what the programs act on.
_SIGNS = st.sampled_from("<>&%{}#[]()|-\\\"' \n👩‍💻🏽é北…")
TITLES = st.text(st.characters(exclude_categories=["Cs"]) | _SIGNS, min_size=1)


def written(kind: BarKind, title: str, **style: Any) -> str:
    """What a program gets of a show with this title, that comes out in four days."""
    show = make.show(title=title, seasons=[{"number": 1, "premiere": "2026-11-27"}])
    row = make.row(countdown(premiere(show, show.seasons[0]), make.moment()))
    bar = bar_of([row], "", None, old=False)
    return drawn_bar(kind, bar, BarStyle(template=Template.read(USUAL_TEXT), **style))


def markup_says(text: str) -> str | None:
    """What a reader of markup shows of it."""
    return ElementTree.fromstring(f"<markup>{text}</markup>").text  # noqa: S314 - our own output


@given(TITLES)
@example("&<>\x1b\u2028")
def test_waybar_gets_valid_json_of_ascii_with_valid_markup_in_it(title: str) -> None:
    line = written("waybar", title)
    assert (line.isascii(), line[:-1].isprintable(), line[-1]) == (True, True, "\n")
    waybar = json.loads(line)
    assert markup_says(waybar["text"]) == f"{safe(title)} S1 · 4d"
    assert markup_says(waybar["tooltip"]) == f"{safe(title)} season 1: in 4 days"


@given(TITLES)
def test_lines_for_programs_have_nothing_unseen_in_them_but_what_keeps_signs_apart(
    title: str,
) -> None:
    for kind in ("plain", "polybar", "tmux", "i3blocks", "menu"):
        for line in written(kind, title).split("\n"):
            assert safe(line.replace(GAP, "")) == line.replace(GAP, "")


@given(TITLES)
def test_tmux_has_every_number_sign_doubled(title: str) -> None:
    line = written("tmux", title, cells=500)
    assert all(len(run) % 2 == 0 for run in re.findall("#+", line))


@given(TITLES)
def test_polybar_sees_no_tag(title: str) -> None:
    assert "%{" not in written("polybar", title)


@given(TITLES)
def test_a_line_of_a_menu_has_one_bar_and_is_no_rule(title: str) -> None:
    lines = written("menu", title).splitlines()
    assert [line for line in lines if line.startswith("-")] == ["---", "---"]
    assert [line.count("|") for line in lines] == [1, 0, 1, 0, 1]
    assert lines[0].endswith(" | emojize=false ansi=false")


@given(TITLES, st.integers(1, 60))
def test_no_text_is_wider_than_it_may_be(title: str, cells: int) -> None:
    for kind in ("plain", "i3blocks", "tmux"):
        line = written(kind, title, cells=cells).split("\n")[0]
        assert cell_len(line.replace("##", "#") if kind == "tmux" else line) <= cells
    text = json.loads(written("i3status", title, cells=cells))["text"]
    assert cell_len(text) <= cells


@given(TITLES)
def test_the_text_of_an_object_is_at_most_255_characters(title: str) -> None:
    assert len(json.loads(written("json", title * 9))["text"]) <= 255


_SAMPLE = re.compile(r'([a-z_]+)(?:\{((?:[a-z_]+="(?:[^"\\\n]|\\\\|\\"|\\n)*",?)*)\})? (-?[0-9]+)')
_LABEL = re.compile(r'([a-z_]+)="((?:[^"\\]|\\.)*)"')


@given(TITLES)
def test_prometheus_reads_each_line_and_the_title_in_it(title: str) -> None:
    lines = written("prometheus", title).removesuffix("\n").split("\n")
    samples = [_SAMPLE.fullmatch(line) for line in lines if not line.startswith("#")]
    assert len(samples) == 2
    assert samples[0] is not None
    labels = dict(_LABEL.findall(samples[0][2]))
    read = re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], labels["title"])
    assert read == safe(title)
