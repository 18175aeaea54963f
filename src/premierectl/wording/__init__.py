"""Every English phrase that is made of a date, a wait, a move, a change."""
