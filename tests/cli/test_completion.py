"""What a shell is offered when somebody presses Tab."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import Process, Run, Write, real_environment

MANY = [{"id": f"show-{number:02}", "title": f"Show {number:02}"} for number in range(21)]
HOSTILE = "zz$(touch ran)"
WATCHLIST = {
    "format": 1,
    "shows": [
        {"id": "pitt", "title": "Pitt of Old", "tags": ["weekend"]},
        {"id": "silo", "tags": ["together", "my-own"]},
        {"id": "the-pitt", "season": 3},
    ],
}


def asked(run: Run, shell: str, line: str, breaks: str = " \t\n\"'@><=;|&(:") -> list[str]:
    """The lines that the script of this shell gets, the cursor at the end of the line."""
    result = run(_PREMIERECTL_COMPLETE=shell, _PREMIERECTL_LINE=line, _PREMIERECTL_BREAKS=breaks)
    assert (result.code, result.err) == (0, ""), result.err
    return result.out.splitlines()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("wat", ["watchlist"]),
        ("watchlist un", ["untag", "unmute", "undo"]),
        ("next --wi", ["--within"]),
        ("cast --color al", ["always"]),
        ("--prem", ["--premieres"]),
        ("notify t", ["timer"]),
        ("notify timer sys", ["systemd"]),
        ("notify now --dig", ["--digest"]),
        ("notify --d", ["--days", "--digest", "--desktop", "--dry-run"]),
        ("notify --digest --de", ["--desktop"]),
        ("watchlist --ta", ["--tag"]),
        ("watchlist --he", ["--help"]),
        ("watchlist --timezone new_y", ["America/New_York"]),
        ("config --js", ["--json"]),
        ("notify --genre=thr", ["Thriller"]),
        ("notify --color=n", ["never"]),
        ("--sort=ti", ["title"]),
        ("watchlist --sort=ne", ["next"]),
        ("notify foo ", []),
        ("config foo --j", []),
        ("--vers", ["--version"]),
        ("--he", ["--help"]),
        ("--debug show hear", ["heartstopper"]),
        ("--network hul", ["Hulu"]),
        ("show hear", ["heartstopper"]),
        ("show Mur", ["a-good-girls-guide-to-murder", "murderbot", "only-murders-in-the-building"]),
        ("show omitb", ["only-murders-in-the-building"]),
        ("show 'only mur", ["only-murders-in-the-building"]),
        ("show only\\ mur", ["only-murders-in-the-building"]),
        ("show nothing-of-the-kind", []),
        ("watchlist add the-w", ["the-white-lotus", "the-witcher"]),
        ("countdown --genre sci", ["Science-Fiction"]),
        ("watchlist add pitt --tag x", []),
        ("countdown --network=app", ["Apple\\ TV"]),
        ("countdown --network 'bbc o", ["BBC One"]),
        ("calendar dec", ["december"]),
        ("calendar we", ["week"]),
        ("calendar to", ["today"]),
        ("calendar 2028-1", ["2028-10"]),
        ("show --timezone Europe/Lond", ["Europe/London"]),
        ("show --timezone new_y", ["America/New_York"]),
        ("no-such-command pi", []),
        ("watchlist add pitt --note ", []),
    ],
)
def test_a_shell_is_offered_what_a_command_takes(run: Run, line: str, words: list[str]) -> None:
    assert asked(run, "bash", f"premierectl {line}") == ["words", *words]


def test_seasons_parts_and_episodes_are_offered_behind_a_colon(run: Run) -> None:
    assert asked(run, "bash", "premierectl show pitt:") == ["words", "s3", "s2", "s1"]
    assert asked(run, "bash", "premierectl show 'the pitt:") == [
        "words", "the pitt:s3", "the pitt:s2", "the pitt:s1",
    ]  # fmt: skip
    assert asked(run, "bash", "premierectl show stranger-things:s5p", breaks="") == [
        "words", "stranger-things:s5p1", "stranger-things:s5p2", "stranger-things:s5p3",
    ]  # fmt: skip
    assert asked(run, "bash", "premierectl show pitt:S3") == ["words", "s3"]
    assert asked(run, "bash", "premierectl show nobody-knows:") == ["words"]


def test_episodes_and_the_finale_are_offered_where_one_is_begun(run: Run, write: Write) -> None:
    episodes = [{"number": 1, "date": "2026-12-01"}, {"number": 2}, {"title": "Extra"}]
    season = {"number": 1, "episode_list": episodes}
    special = {"name": "Christmas Special", "premiere": "2026-12-25"}
    show = {"id": "quay", "title": "Quay", "seasons": [season, special]}
    write("config/shows.json", {"format": 1, "shows": [show]})
    assert asked(run, "bash", "premierectl show quay:") == ["words", "s1", "christmas-special"]
    assert asked(run, "bash", "premierectl show quay:s1e") == ["words", "s1e1", "s1e2"]
    assert asked(run, "bash", "premierectl show quay:s1f") == ["words", "s1finale"]
    assert asked(run, "fish", "premierectl show quay:c") == [
        "words", "quay:christmas-special\tChristmas Special · in 32 days",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("remove ", ["pitt", "silo", "the-pitt:s3"]),
        ("watchlist mute old", ["pitt"]),
        ("watchlist unmute the", ["the-pitt:s3"]),
        ("remove sev", []),
        ("watchlist remove silo pi", ["pitt", "the-pitt:s3"]),
        ("watchlist tag to", []),
        ("watchlist tag silo to", ["together"]),
        ("watchlist untag silo own", ["my-own"]),
        ("countdown --tag wee", ["weekend"]),
        ("watchlist add silo --tag my", ["my-own"]),
        ("show ", ["pitt", "silo", "the-pitt:s3"]),
        ("add hear", ["heartstopper"]),
    ],
)
def test_what_is_followed_is_offered_where_that_is_meant(
    run: Run, write: Write, line: str, words: list[str]
) -> None:
    write("data/watchlist.json", WATCHLIST)
    offered = asked(run, "bash", f"premierectl {line}", breaks="")
    assert [word for word in offered if word] == ["words", *words]


def test_each_show_is_described_where_the_shell_shows_it(run: Run) -> None:
    assert asked(run, "zsh", "premierectl show mur") == [
        "menu",
        "a-good-girls-guide-to-murder\ta-good-girls-guide-to-murder  "
        "A Good Girl's Guide to Murder · in 39–403 days",
        "murderbot\tmurderbot                     Murderbot",
        "only-murders-in-the-building\tonly-murders-in-the-building  "
        "Only Murders in the Building · in 15 days",
    ]
    assert asked(run, "fish", "premierectl show pitt:s2") == [
        "words", "pitt:s2\tSeason 2 · came out on 9 January 2026",
    ]  # fmt: skip
    assert asked(run, "zsh", "premierectl show --timezone Europe/Lond") == [
        "words", "Europe/London\tEurope/London",
    ]  # fmt: skip


def test_of_many_shows_only_the_titles_are_told(run: Run, write: Write) -> None:
    season = {"number": 1, "premiere": "2026-12-01"}
    shows = [{**each, "seasons": [season]} for each in MANY]
    write("config/shows.json", {"format": 1, "shows": shows})
    assert asked(run, "fish", "premierectl show show-")[-21] == "show-00\tShow 00"
    assert asked(run, "fish", "premierectl show show-2")[1] == "show-20\tShow 20 · in 8 days"


def test_fish_gets_the_title_where_only_that_holds_what_is_typed(run: Run) -> None:
    told = "\tThe Pitt · in 39–69 days"
    assert asked(run, "fish", 'premierectl show "the pi') == ["words", f"The Pitt{told}"]
    assert asked(run, "fish", "premierectl show the-pi") == ["words", f"the-pitt{told}"]


@pytest.mark.parametrize(
    "line",
    ["import ", "import a.zip b", "show pitt --save ", "export ics -o ", "catalogue check x"],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_files_are_asked_for_where_a_file_is_meant(run: Run, shell: str, line: str) -> None:
    assert asked(run, shell, f"premierectl {line}") == ["files"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_folders_are_asked_for_where_a_folder_is_meant(run: Run, shell: str) -> None:
    assert asked(run, shell, "premierectl export vdir ") == ["folders"]
    assert asked(run, shell, "premierectl export vdir cal pitt:s2")[0] == "words"


def test_bash_keeps_what_is_typed_where_the_words_have_less_in_common(
    run: Run, write: Write
) -> None:
    shows = [{"id": each, "title": each} for each in ("old-harbour", "our-harbour")]
    write("config/shows.json", {"format": 1, "shows": shows})
    assert asked(run, "bash", "premierectl show harb") == [
        "words",
        "",
        "old-harbour",
        "our-harbour",
    ]
    assert asked(run, "bash", "premierectl show o")[1] != ""


HOSTILE_NAMES = {
    "`touch ran`": "\\`touch\\ ran\\`",
    'Q\'uay; $(touch ran) & "x" [a]*!': (
        'Q\\\'uay\\;\\ \\$\\(touch\\ ran\\)\\ \\&\\ \\"x\\"\\ \\[a\\]\\*\\!'
    ),
    "two\nlines": None,
    "a\tb": None,
    "\x1b[31m": None,
    "\u202eevil": None,
}


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_names_are_quoted_and_what_is_unseen_is_not_offered(
    run: Run, write: Write, name: str
) -> None:
    show = {"id": "x", "title": "x", "network": name, "genres": [name], "seasons": []}
    write("config/shows.json", {"format": 1, "shows": [show]})
    word = HOSTILE_NAMES[name]
    for option in ("--network", "--genre"):
        found = asked(run, "bash", f"premierectl countdown {option} ")
        assert [each for each in found if "ran" in each or "evil" in each or "two" in each] == (
            [word] if word else []
        )
        assert all(each.isprintable() for each in found)


def test_what_cannot_stand_in_an_open_quote_is_not_offered_there(run: Run, write: Write) -> None:
    names = ["zz `a` $b", "zz it's", "zz !now"]
    shows = [{"id": f"x{n}", "title": "x", "network": each} for n, each in enumerate(names)]
    write("config/shows.json", {"format": 1, "shows": shows})
    line = "premierectl countdown --network "
    assert asked(run, "bash", f'{line}"zz') == ["words", "zz \\`a\\` \\$b", "zz it's"]
    assert asked(run, "bash", f"{line}'zz") == ["words", "zz `a` $b", "zz !now"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_no_shell_is_offered_what_a_file_calls_an_id(run: Run, write: Write, shell: str) -> None:
    ids = (HOSTILE, "zz;touch ran", "zz-good", "Zz", "zz`x`")
    shows = [{"id": each, "title": "zz"} for each in ids]
    write("config/shows.json", {"format": 1, "shows": shows})
    found = asked(run, shell, "premierectl show zz")
    assert [each.partition("\t")[0] for each in found[1:]] == ["zz-good"]


def test_titles_are_told_on_one_line_without_what_is_unseen(run: Run, write: Write) -> None:
    title = "zz\n$(touch ran)\t`x` \x1b[31m[a]:b" + "y" * 200
    write("config/shows.json", {"format": 1, "shows": [{"id": "zz", "title": title}]})
    told = "zz $(touch ran) `x`  [31m[a]:b"
    assert asked(run, "fish", "premierectl show zz") == [
        "words",
        f"zz\t{told}{'y' * (100 - len(told))}",
    ]


def test_powershell_is_offered_quoted_words(run: Run) -> None:
    def offered(line: str, word: str) -> str:
        return run(
            _PREMIERECTL_COMPLETE="complete_powershell",
            _TYPER_COMPLETE_ARGS=line,
            _TYPER_COMPLETE_WORD_TO_COMPLETE=word,
        ).out

    assert offered("premierectl show the-pit", "the-pit") == "the-pitt:::The Pitt · in 39–69 days\n"
    assert "'BBC One'::: \n" in offered("premierectl next --network", "")


def test_a_script_of_an_earlier_version_is_offered_nothing(run: Run) -> None:
    result = run(_PREMIERECTL_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="premierectl show pi")
    assert (result.code, result.out, result.err) == (0, "", "")


@pytest.mark.parametrize("line", ["show hea", "countdown --tag x", "remove x"])
def test_a_file_that_cannot_be_read_is_nothing_in_silence(
    run: Run, write: Write, line: str
) -> None:
    write("config/shows.json", "{")
    write("data/watchlist.json", "{")
    assert asked(run, "bash", f"premierectl {line}") == ["words"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(run: Run, shell: str) -> None:
    by_name, joined = run("--show-completion", shell), run(f"--show-completion={shell}")
    assert run("--debug", "--show-completion", shell) == by_name
    assert by_name == joined
    assert (by_name.code, by_name.err) == (0, "")
    assert "_PREMIERECTL_COMPLETE" in by_name.out
    assert f"{shell} completion for premierectl" in by_name.out


def test_the_shell_that_asks_is_found_out(environment: Mapping[str, str]) -> None:
    line = f"{sys.executable} -m premierectl --show-completion; :"
    done = subprocess.run(
        ["bash", "-c", line],
        env={**real_environment(), **environment}, check=True, capture_output=True,
    )  # fmt: skip
    assert done.stdout.startswith(b"# bash completion for premierectl\n")


def test_powershell_has_the_script_of_typer(run: Run) -> None:
    assert "Register-ArgumentCompleter" in run("--show-completion", "pwsh").out


def test_a_shell_that_has_no_completion_is_told_which_have(run: Run) -> None:
    for option in ("--show-completion", "--install-completion"):
        result = run(option, "tcsh")
        assert (result.code, result.out, result.err) == (
            2, "", "premierectl: there is no completion for 'tcsh'; there is for bash, zsh, fish\n",
        )  # fmt: skip
        result = run(option, "bash", "zsh")
        assert (result.code, result.err) == (
            2, f"premierectl: name your shell: premierectl {option} bash, zsh or fish\n",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("shell", "place"),
    [
        ("bash", ".bash_completions/premierectl.sh"),
        ("zsh", ".zfunc/_premierectl"),
        ("fish", ".config/fish/completions/premierectl.fish"),
    ],
)
def test_completion_is_installed_where_the_shell_looks(
    process: Process, tmp_path: Path, shell: str, place: str
) -> None:
    done = process("--install-completion", shell, HOME=str(tmp_path))
    path = tmp_path / place
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == (
        f"{shell} completion installed in {path}; open a new terminal to use it\n"
    )
    assert path.read_bytes() == process("--show-completion", shell).stdout


def test_powershell_keeps_what_typer_installs(process: Process, tmp_path: Path) -> None:
    stand_in, profile = tmp_path / "pwsh", tmp_path / "profile.ps1"
    stand_in.write_text(f"#!/bin/sh\necho {profile}\n")
    stand_in.chmod(0o755)
    done = process("--install-completion", "pwsh", PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Register-ArgumentCompleter" in profile.read_text()


def test_a_shell_whose_file_cannot_be_written_is_named(process: Process, tmp_path: Path) -> None:
    (tmp_path / ".bashrc").mkdir()
    done = process("--install-completion", "bash", HOME=str(tmp_path))
    place = tmp_path / ".bashrc"
    assert (done.returncode, done.stdout, done.stderr.decode()) == (
        74, b"", f"premierectl: {place} cannot be written: Is a directory\n",
    )  # fmt: skip
