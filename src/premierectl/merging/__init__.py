"""Watchlists that became of one, merged: what either side added, changed or removed."""
