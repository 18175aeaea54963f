"""What somebody who follows nothing yet can do first."""

from typing import Final

FIRST_STEPS: Final = (
    "Follow a show: premierectl add pitt",
    "Bring your list along: premierectl import FILE",
    "Get today's dates: premierectl catalogue refresh",
)
