"""What a shell's script is answered when somebody presses Tab.

The script names its shell in ``_PREMIERECTL_COMPLETE`` and hands over the line up to the cursor in
``_PREMIERECTL_LINE``; that of PowerShell is Typer's. The first line of the answer says what comes: ``files`` for the names of
files, ``folders`` for those of folders, ``words`` for the lines behind it, ``menu`` for words that
have less in common than was typed.
"""

from collections.abc import Mapping
from typing import Any, Final

import typer
from msgspec.structs import replace
from typer._click.core import Command, Parameter
from typer._click.shell_completion import _resolve_context, _resolve_incomplete
from typer.core import TyperGroup

from premierectl.cli.completion.kinds import takes_files, takes_folder, word_kind
from premierectl.cli.completion.offer import Offer, Offered
from premierectl.cli.completion.offers import offers_of
from premierectl.cli.completion.shell_forms import FORMS
from premierectl.cli.completion.typed_line import TypedLine, read_typed_line
from premierectl.errors import PremierectlError

# What options without a command belong to.
_DEFAULT: Final = "countdown"


def completion_answer(program: Command, environment: Mapping[str, str]) -> str:
    """The lines for the shell that asks; none for the script of an earlier version."""
    form = FORMS.get(environment["_PREMIERECTL_COMPLETE"])
    if form is None:
        return ""
    line = read_typed_line(_typed_text(environment))
    breaks = environment.get("_PREMIERECTL_BREAKS", "")
    return "".join(text + "\n" for text in form(line, _offered(program, line), breaks))


def _typed_text(environment: Mapping[str, str]) -> str:
    """The line up to the cursor; PowerShell leaves the space before an empty word out."""
    text = environment.get("_PREMIERECTL_LINE")
    if text is not None:
        return text
    space = "" if environment.get("_TYPER_COMPLETE_WORD_TO_COMPLETE") else " "
    return environment.get("_TYPER_COMPLETE_ARGS", "") + space


def _offered(program: Command, line: TypedLine) -> Offered:
    """What may stand at the cursor; nothing behind words that are wrong already."""
    words = [word for word in line.words[1:] if word != "--debug"]
    named = [word for word in words[:1] if not word.startswith("-")]
    try:
        usual = _usual(program, named)
        if usual and words != named and words[len(named)].startswith("-"):
            return _asked_for_word(program, [*named, usual, *words[len(named) :]], line.current)
        if usual and words == named and "=" in line.current:
            return _asked_for_word(program, [*named, usual], line.current)
        if usual and words == named and line.current.startswith("-"):
            own, more = (
                _asked_for_word(program, [*named, *each], line.current) for each in ([], [usual])
            )
            return Offered((*own.offers, *(each for each in more.offers if each not in own.offers)))
        if _is_no_command(program, words):
            return Offered()
        return _asked_for_word(program, words, line.current)
    except (PremierectlError, typer.TyperException):
        return Offered()


def _is_no_command(program: Command, words: list[str]) -> bool:
    """Whether a family is named and, behind it, nothing that is in it."""
    first, *rest = words or [""]
    if not rest:
        return False
    context = _resolve_context(program, {}, "premierectl", [first])
    family: Any = context.command
    return isinstance(family, TyperGroup) and rest[0] not in family.list_commands(context)


def _usual(program: Command, named: list[str]) -> str | None:
    """What options belong to that stand where a command of the program, or of the named family, may."""
    if not named:
        return _DEFAULT
    usual: str | None = getattr(
        _resolve_context(program, {}, "premierectl", named).command, "usual", None
    )
    return usual


def _asked_for_word(program: Command, words: list[str], current: str) -> Offered:
    context = _resolve_context(program, {}, "premierectl", words)
    asked, beginning = _resolve_incomplete(context, words, current)
    if isinstance(asked, Parameter) and takes_files(asked):
        return Offered(names="folders" if takes_folder(asked) else "files")
    kind = word_kind(asked, context.command.name) if isinstance(asked, Parameter) else None
    if kind:
        offers = offers_of(kind, beginning, has_words=bool(context.params.get(asked.name or "")))
    else:
        items = asked.shell_complete(context, beginning)
        offers = [Offer(item.value, item.help) for item in items]
    before = current.removesuffix(beginning)
    written = (replace(each, value=before + each.value) for each in offers)
    return Offered(tuple(each for each in written if _is_word(each.value)))


def _is_word(value: str) -> bool:
    """Whether it is a word on one line without anything unseen; no shell has to carry another."""
    return value != "" and value.isprintable()
