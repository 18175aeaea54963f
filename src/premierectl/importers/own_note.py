"""What people wrote themselves beside a show."""


def own_note(said: object) -> str | None:
    """A note as one line of text; null for none."""
    return (" ".join(said.split()) or None) if isinstance(said, str) else None
