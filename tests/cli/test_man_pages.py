"""The man pages and completion files of an installation."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from premierectl.cli.exit_codes import EXIT_CODES
from premierectl.cli.help_examples import Example
from premierectl.cli.help_page import HelpPage, HelpSection, HelpTerm
from premierectl.cli.man_page import Manual, man_page
from premierectl.cli.shared_files import shared_files
from premierectl.errors import ExitCode
from tests import help_pages
from tests.conftest import Run

# What may stand in a text without being taken for a request, an escape, or another sign.
AWKWARD = r"""
.so /etc/passwd
'tis \fBnot\fR bold \n(yr
a-b 'c' "d" `e` ^f ~g a|b … ï 😀
""".strip().splitlines()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("share")
    texts = {
        path: text for path, text in shared_files(1_700_000_000).items() if path.endswith(".1")
    }
    for path, text in texts.items():
        (folder / Path(path).name).write_text(text, encoding="ascii")
    return sorted(folder.iterdir())


def page_of(text: str) -> HelpPage:
    return HelpPage(
        usage="premierectl try [SHOW]... [OPTIONS]",
        paragraphs=(text,),
        sections=(HelpSection("Options", (HelpTerm("--in <a|b>", text),)),),
        examples=(Example("premierectl try --in 'a'", text),),
        common=HelpSection("Common options", (HelpTerm("-h, --help", "Show this page."),)),
        more=(),
    )


def test_every_command_has_a_page() -> None:
    made = {Path(path).name for path in shared_files(None) if path.startswith("share/man/man1/")}
    assert made == {f"premierectl {each}".strip().replace(" ", "-") + ".1" for each in help_pages.commands()}  # fmt: skip


def test_a_page_is_written_in_the_language_of_man() -> None:
    page = page_of("See premierectl --help; it's short.")
    manual = Manual("premierectl try", "Try it", page, ("premierectl", "premierectl try it"))
    text = man_page(manual, "2027-03-12")
    exit_status = text[text.index(".SH EXIT STATUS\n") : text.index(".SH EXAMPLES\n")]
    assert text.replace(exit_status, "").replace("premierectl 0.1.0", "premierectl VERSION") == (
        r""".nr HY 0
.TH "PREMIERECTL\-TRY" "1" "2027-03-12" "premierectl VERSION" "User Commands"
.ad l
.SH NAME
premierectl\-try \- try it
.SH SYNOPSIS
\fBpremierectl try\fR [\fISHOW\fR]... [\fIOPTIONS\fR]
.SH DESCRIPTION
See premierectl \fB\-\-help\fR; it\(aqs short.
.SH OPTIONS
.TP
\fB\-\-in\fR <a|\:b>
See premierectl \fB\-\-help\fR; it\(aqs short.
.SH COMMON OPTIONS
.TP
\fB\-h\fR, \fB\-\-help\fR
Show this page.
.SH EXAMPLES
See premierectl \fB\-\-help\fR; it\(aqs short.
.RS 4
.EX
premierectl try \-\-in \(aqa\(aq
.EE
.RE
.SH SEE ALSO
\fBpremierectl\fR(1),
\fBpremierectl\-try\-it\fR(1)
"""
    )
    assert exit_status.startswith(".SH EXIT STATUS\n.TP\n\\fB0\\fR\nDone.\n.TP\n\\fB1\\fR\n")


@pytest.mark.parametrize("text", AWKWARD)
def test_a_text_stands_for_itself(text: str) -> None:
    source = man_page(Manual("premierectl try", text, page_of(text)))
    assert source.isascii()
    if not shutil.which("groff"):
        pytest.skip("groff is not installed: nobody reads the pages")
    words = ["groff", "-man", "-ww", "-Tutf8", "-P-c", "-P-b", "-P-u", "-rLL=200n"]
    done = subprocess.run(words, input=source.encode(), capture_output=True, check=True)
    assert done.stderr == b""
    read = done.stdout.decode()
    assert [line.strip() for line in read.splitlines()].count(text) == 3
    assert f"premierectl-try - {text[:1].lower()}{text[1:]}" in read


@pytest.mark.parametrize(
    "words", [["groff", "-man", "-ww", "-z"], ["mandoc", "-Tlint", "-Wwarning"], ["man", "--warnings", "-l"]],
)  # fmt: skip
def test_who_reads_a_page_complains_of_nothing(pages: list[Path], words: list[str]) -> None:
    if not shutil.which(words[0]):
        pytest.skip(f"{words[0]} is not installed: it reads no page")
    environment = {"PATH": os.environ["PATH"], "MANWIDTH": "80", "LC_ALL": "C.UTF-8", "TERM": "dumb"}  # fmt: skip
    told = {}
    for page in pages:
        done = subprocess.run(
            [*words, page], check=False, env=environment, capture_output=True, timeout=60
        )
        told[page.name] = (done.returncode, done.stderr, b"" if words[0] == "man" else done.stdout)
    assert {name: each for name, each in told.items() if each != (0, b"", b"")} == {}


def test_a_page_refers_to_those_above_and_below_it() -> None:
    made = shared_files(None)
    watchlist = made["share/man/man1/premierectl-watchlist.1"].partition(".SH SEE ALSO\n")[2]
    assert watchlist.startswith(
        "\\fBpremierectl\\fR(1),\n\\fBpremierectl\\-watchlist\\-add\\fR(1),"
    )
    assert made["share/man/man1/premierectl-watchlist-add.1"].endswith(
        ".SH SEE ALSO\n\\fBpremierectl\\-watchlist\\fR(1)\n"
    )


def test_the_date_is_that_of_the_build_in_utc() -> None:
    dated = shared_files(1804809599)["share/man/man1/premierectl.1"]
    assert dated.splitlines()[1].startswith('.TH "PREMIERECTL" "1" "2027-03-11" ')
    assert dated.replace('"2027-03-11"', '""') == shared_files(None)["share/man/man1/premierectl.1"]


def test_the_page_of_the_program_names_the_shells() -> None:
    page = shared_files(None)["share/man/man1/premierectl.1"]
    assert (
        ".TP\n\\fB\\-\\-show\\-completion\\fR [\\fISHELL\\fR]\n"
        "Print the completion script of that shell.\n" in page
    )


def test_each_exit_code_is_explained() -> None:
    codes = [str(value) for name, value in vars(ExitCode).items() if name.isupper()]
    assert [term.name for term in EXIT_CODES.terms] == codes


@pytest.mark.parametrize(
    ("shell", "path"),
    [
        ("bash", "share/bash-completion/completions/premierectl"),
        ("zsh", "share/zsh/site-functions/_premierectl"),
        ("fish", "share/fish/vendor_completions.d/premierectl.fish"),
    ],
)
def test_a_package_brings_the_completion_that_is_printed(run: Run, shell: str, path: str) -> None:
    # As Homebrew asks for it, where no shell runs.
    printed = run("--show-completion", shell, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert (printed.code, printed.err) == (0, "")
    assert shared_files(None)[path] == printed.out


def test_other_tools_see_the_commands_by_name(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("from premierectl.cli.program import premierectl_app\napp = premierectl_app()\n")  # fmt: skip
    words = [sys.executable, "-m", "typer", str(program), "utils", "docs", "--name", "premierectl"]
    done = subprocess.run(words, capture_output=True, check=True, timeout=60)
    headings = [line for line in done.stdout.decode().splitlines() if line.startswith("## ")]
    named = [f"## `premierectl {each}`" for each in help_pages.commands() if each and " " not in each]  # fmt: skip
    assert sorted(headings) == sorted(named)
