"""A message as a sentence that stands alone."""

import re


def begun_large(message: str) -> str:
    """The message with a capital, unless its first word may be a name or a command.

    A message for a script stands behind the program's name, and begins small.
    """
    first = re.match(r"[a-z]+(?=[ ,;]|: |$)", message)
    named = first is None or first[0] == "premierectl"
    return message if named else message[:1].upper() + message[1:]
