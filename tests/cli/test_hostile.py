"""Hostile text in every field: nothing of it reaches a terminal or a pipe as it is."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from premierectl.countdown import countdown
from premierectl.render.safe_text import link, safe
from premierectl.render.screen import Look, exporter
from premierectl.schedule import releases
from premierectl.upcoming.one_show import up_close
from tests import make
from tests.cli.test_output import on_terminal
from tests.conftest import Process, Run, Write

ATTACKS = {
    "ESC": "\x1b[2J\x1b[31m",
    "OSC 8": "\x1b]8;;https://evil.example\x07here\x1b]8;;\x07",
    "OSC 52": "\x1b]52;c;ZXZpbA==\x07",
    "C1": "\x9b31m\x9d52;c;x\x9c",
    "bidi": "\u202etxt.exe\u2066\u2069\u200f\u061c",
    "zero width": "a\u200b\u200c\u200d\u2060\ufeff\xadb\u034f\u3164",
    "lines": "a\r\nb\tc\x0b\x0c\x85\u2028\u2029d",
    "nul and bell": "\x00\x07\x08\x7f",
    "music": "\U0001d173x\U0001d17a",
    "noncharacters": "a\ufdd0b\ufdefc\ufffed\uffff\U0001fffe\U0010ffff",
    "joiners": "a\u200db \u200d\u200c x\u200cy",
    "tags": "\U000e0041\U000e007f",
    "markup": "[red]x[/] [/] [link=https://evil.example]y[/link] :fire: [us]",
}
# What is written besides visible characters: the ends of lines, tabs between fields, and colours.
UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Co", "Cs"}
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def hostile(text: str) -> dict[str, Any]:
    """A catalogue with this text in every text field there is."""
    season = {
        "name": text,
        "premiere": "2026-12-01",
        "network": text,
        "timezone": text,
        "time": "21:00",
        "synopsis": text,
        "note": text,
        "parts": [{"label": text}],
        "episode_list": [{"title": text}],
        "cast": [{"person": text, "character": text, "about": text, "new": True}],
        "sources": [{"title": text, "url": f"https://x.example/{text}"}],
    }
    show = {
        "id": "hostile",
        "title": f"Hostile {text}",
        "aliases": [text],
        "country": text,
        "language": text,
        "genres": [text],
        "network": text,
        "creators": [text],
        "based_on": text,
        "synopsis": text,
        "note": text,
        "url": f"https://x.example/{text}",
        "ids": {"imdb": text},
        "sources": [{"title": text, "url": text}],
        "seasons": [{**season, "number": 1}, season],
    }
    networks = [{"name": text, "timezone": text, "sources": [{"title": text}]}]
    bad = {"id": "bad", "title": text, "seasons": [{"number": 1, "premiere": text}], text: text}
    return {"format": 1, "networks": networks, "shows": [show, bad], text: text}


COMMANDS = [
    [],
    ["countdown", "--all"],
    ["countdown", "hostile"],
    ["countdown", "hostile:special"],
    ["next", "hostile", "--format", "{title} {season} {network}"],
    ["show", "hostile"],
    ["show", "hostile", "--episodes"],
    ["show", "hostile", "--layers"],
    ["calendar", "dec", "--all"],
    ["cast", "hostile"],
    ["search", "hostile", "--in", "all"],
    ["watchlist", "list"],
    ["watchlist", "add", "hostile:s1"],
    ["catalogue", "check"],
    ["catalogue", "path"],
    ["days", "hosti"],
    ["days", "bad"],
]


def unseen(written: str) -> set[str]:
    """The characters of an output that a reader would not see as characters."""
    return {
        char
        for char in COLOUR.sub("", written).replace("\n", "").replace("\t", "")
        if unicodedata.category(char) in UNSEEN or char in "\u034f\u115f\u1160\u3164\uffa0"
    }


@pytest.fixture
def world(write: Write) -> "Write":
    def make(name: str, content: Any) -> Any:
        watched = [{"id": "hostile", "note": content}, {"id": f"gone {content}"}]
        write("data/watchlist.json", {"format": 1, "shows": watched})
        return write(name, hostile(content))

    return make


@pytest.mark.parametrize("attack", ATTACKS)
def test_into_a_pipe_nothing_unseen_is_written(run: Run, world: Write, attack: str) -> None:
    world("config/shows.json", ATTACKS[attack])
    for words in COMMANDS:
        result = run(*words)
        assert result.code != 70
        assert unseen(result.out) == unseen(result.err) == set(), words
        coloured = run(*words, "--color", "always").out
        assert unseen(coloured) == set(), words


@pytest.mark.parametrize("words", [["next", "{}"], ["watchlist", "add", "{}"], ["search", "{}"]])
@pytest.mark.parametrize("attack", ATTACKS)
def test_what_the_user_typed_comes_back_visible(run: Run, words: list[str], attack: str) -> None:
    result = run(*(word.format(ATTACKS[attack]) for word in words))
    assert result.code == 1
    assert unseen(result.out + result.err) == set()


def test_on_a_real_terminal_nothing_but_colours_is_sent(
    environment: Mapping[str, str], world: Write
) -> None:
    world("config/shows.json", "".join(ATTACKS.values()))
    for words in COMMANDS:
        _, written = on_terminal(environment, *words, TERM="xterm-256color")
        assert unseen(written) == set(), words


def test_in_a_real_pipe_nothing_unseen_arrives(process: Process, world: Write) -> None:
    world("config/shows.json", "".join(ATTACKS.values()))
    done = process("countdown", "--all")
    assert unseen((done.stdout + done.stderr).decode()) == set()


def test_markup_is_text(run: Run, world: Write) -> None:
    world("config/shows.json", ATTACKS["markup"])
    shown = run("countdown", "--all", "--limit", "1", terminal=True, COLUMNS="300").out
    assert "Hostile [red]x[/] [/] [link=https://evil.example]y[/link] :fire: [us]" in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – Élan 日本 👩", "plain – Élan 日本 👩"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\x9b", "\\x9b"),
        ("\u202e", "\\u202e"),
        ("\U000e0041", "\\U000e0041"),
        ("a\nb\tc", "a\\x0ab\\x09c"),
    ],
)
def test_the_unseen_becomes_a_visible_escape(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/x?y#z", "https://a.example/x?y#z"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("javascript:alert(1)", ""),
        ("https://", ""),
        ("https://user@evil.example", ""),
        ("https://a.example/a b", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_a_link_is_http_with_a_host_or_none(url: str, shown: str) -> None:
    assert link(url) == shown


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d🚀 and 👨🏽\u200d🦱 and 🏳\ufe0f\u200d🌈",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "क्\u200dष",
        "\u06d5\u200c\u06a9",
        "\u0710\u200d\u0712",
        "ශ්\u200dරී ලංකා",
    ],
)
def test_joiners_pass_where_a_script_or_an_emoji_needs_them(
    run: Run, write: Write, text: str
) -> None:
    assert safe(text) == text
    season = {"number": 1, "premiere": "2026-12-01"}
    write(
        "config/shows.json",
        {"format": 1, "shows": [{"id": "a", "title": text, "seasons": [season]}]},
    )
    assert run("next", "a", "--format", "{title}").out == f"{text}\n"


@pytest.mark.parametrize(
    "text",
    [
        "\u2200\u200d\u2200",
        "\u2500\u200d\u2500",
        "a\ufe0f\u200d\U0001f680",
        "\U0001f680\u200d\ufe0f",
        "\U0001f1e9\u200d\U0001f1ea",
        "\u0661\u200c\u0662",
        "\u0964\u200d\u0964",
        "\u0645\u200c",
    ],
)
def test_elsewhere_a_joiner_is_made_visible(text: str) -> None:
    assert not unseen(safe(text))


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "L", "So", "Mn"])))
def test_of_any_text_nothing_unseen_is_left_but_joiners(text: str) -> None:
    assert unseen(safe(text)) <= {"\u200c", "\u200d"}
    assert safe(safe(text)) == safe(text)


ANY = st.text(st.characters(exclude_categories=[])).filter(str.strip)


@given(ANY)
@settings(max_examples=60, deadline=None)
def test_a_picture_is_always_xml(text: str) -> None:
    season = {"number": 1, "premiere": "2026-12-01", "synopsis": text, "network": text}
    show = make.show(title=text, seasons=[season])
    item = countdown(next(releases(show, show.seasons[0])), make.moment("2026-11-23"))
    look = Look(width=60, moment=item.moment)
    for found in ([make.row(item)], up_close(make.row(item), [])):
        picture = exporter("x.svg")(found, look, text)
        assert ElementTree.fromstring(picture).tag.endswith("svg")  # noqa: S314 - our own


@pytest.mark.parametrize(
    "text", ["line\n" * 500_000, "\x1b" * 1_000_000, "\u202e" * 1_000_000, "x" * 1_000_000]
)
@pytest.mark.parametrize("words", [["show", "a"], ["countdown", "a"], ["countdown", "--all"]])
def test_a_text_that_nobody_reads_is_cut_before_it_is_laid_out(
    run: Run, write: Write, text: str, words: list[str]
) -> None:
    season = {"number": 1, "premiere": "2026-12-01", "synopsis": text, "note": text}
    show = {"id": "a", "title": f"A {text[:200_000]}", "synopsis": text, "seasons": [season]}
    write("config/shows.json", {"format": 1, "shows": [show]})
    result = run(*words, terminal=True)
    assert result.code == 0
    assert len(result.out) < 500_000
    assert "…" in result.out
