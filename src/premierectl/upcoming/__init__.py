"""The questions people ask, answered with values: what is next, what is followed, why nothing is."""
