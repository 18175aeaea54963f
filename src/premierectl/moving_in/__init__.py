"""Moving in from another tracker: the rows of its files, and what becomes of each."""
