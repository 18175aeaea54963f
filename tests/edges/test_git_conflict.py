"""The sides of a conflict that git left in a text."""

import pytest

from premierectl.storage.git_conflict import ConflictSides, conflict_sides

PLAIN = """{
<<<<<<< HEAD
ours
=======
theirs
>>>>>>> branch 'main' of ../other
}
"""
WITH_BASE = """one
<<<<<<< HEAD
ours
||||||| 1a2b3c4
base
=======
theirs
>>>>>>> other
two
<<<<<<< HEAD
||||||| 1a2b3c4
=======
more
>>>>>>> other
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_side_is_what_stands_outside_with_its_own(end: str) -> None:
    sides = conflict_sides(PLAIN.replace("\n", end))
    texts = [f"{{\n{side}\n}}\n".replace("\n", end) for side in ("ours", "theirs")]
    assert sides == ConflictSides(texts[0], texts[1], None)


def test_where_the_marks_tell_it_there_is_an_ancestor() -> None:
    assert conflict_sides(WITH_BASE) == ConflictSides(
        ours="one\nours\ntwo\n", theirs="one\ntheirs\ntwo\nmore\n", base="one\nbase\ntwo\n"
    )


@pytest.mark.parametrize("text", ["", "{}\n", "=======\n", " <<<<<<< HEAD\n", "<<<<<<<< x\n", "a <<<<<<< HEAD\n"])  # fmt: skip
def test_without_a_mark_at_the_beginning_of_a_line_there_is_no_conflict(text: str) -> None:
    assert conflict_sides(text) is None


def test_lines_that_only_look_like_marks_are_lines() -> None:
    sides = conflict_sides("=======\n>>>>>>> x\n<<<<<<<\na\n========\n=======\nb\n>>>>>>>\n")
    assert sides == ConflictSides(
        "=======\n>>>>>>> x\na\n========\n", "=======\n>>>>>>> x\nb\n", None
    )
