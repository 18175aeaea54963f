"""TVmaze: what it can be asked, and what its answers mean."""
