"""What a person sees, drawn with Rich, which this package alone imports."""

from premierectl.render.screen.drawn import drawn
from premierectl.render.screen.look import Look
from premierectl.render.screen.printed import exporter, lines

__all__ = ["Look", "drawn", "exporter", "lines"]
