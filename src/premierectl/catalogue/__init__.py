"""The catalogue: what a show is, how layers become one, how a user's words find a show."""
