"""The numbers under which other services know a show, as a user writes them."""

from typing import Final

_WHOLE_NUMBERS: Final = ("tvmaze", "tvdb", "tmdb", "trakt")


def external_number(words: str) -> tuple[str, int | str] | None:
    """The service and the number of ``tvmaze:1``, ``tvdb:1`` or ``imdb:tt1``; null for other words."""
    service, _, number = words.strip().lower().partition(":")
    digits = number.removeprefix("tt") if service == "imdb" else number
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 12:  # noqa: PLR2004 - no service has more
        return None
    if service == "imdb":
        return service, f"tt{digits}"
    return (service, int(digits)) if service in _WHOLE_NUMBERS else None
