"""A PNG picture of the size that chats and forums preview, drawn by resvg where it is installed."""

from collections.abc import Sequence
from typing import Final

from premierectl.errors import MissingExtraError, NoFontError
from premierectl.render.screen.picture import FONTS

PREVIEW: Final = (1200, 630)
_LETTER: Final = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{}</svg>'
_WRITTEN: Final = f'<text y="16" font-family="{FONTS}">M</text>'


def png_picture(svg: str, fonts: Sequence[str] | None = None) -> bytes:
    """An SVG picture as PNG, in its own size.

    It is written with the ``fonts`` in these files, or with those of the machine. Raises
    :class:`MissingExtraError` where the renderer is not installed, :class:`NoFontError` where there
    is no font to write with.
    """
    try:
        from resvg_py import svg_to_bytes  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError(".png", "png") from None

    def drawn_from(text: str) -> bytes:
        files = [*(fonts or ())]
        alone = fonts is not None
        return bytes(svg_to_bytes(svg_string=text, font_files=files, skip_system_fonts=alone))

    if drawn_from(_LETTER.format("")) == drawn_from(_LETTER.format(_WRITTEN)):
        raise NoFontError
    return drawn_from(svg)
