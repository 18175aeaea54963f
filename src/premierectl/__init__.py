"""premierectl: how long until it is back."""

__version__ = "0.1.0"
