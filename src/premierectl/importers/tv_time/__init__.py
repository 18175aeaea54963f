"""The files in which TV Time, closed in July 2026, left its users' shows."""
