"""What a drawing has to fit: a terminal of some width, which can show some signs."""

from msgspec import Struct

from premierectl.moment import Moment


class Look(Struct, frozen=True, kw_only=True):
    """How things are drawn: how wide, seen from when, with more ``signs`` than ASCII.

    A list keeps to the ``height`` in lines, if there is one. ``ticking`` says that it is drawn
    every second; one that ``keeps_height`` is never taller than that, whatever it leaves out.
    """

    width: int
    moment: Moment
    signs: bool = True
    height: int | None = None
    ticking: bool = False
    keeps_height: bool = False
