"""Other trackers' files: one module a format, each yields rows; none knows the catalogue."""
