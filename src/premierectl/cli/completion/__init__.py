"""Completion: what a shell may offer behind the words that stand there, and how each shell asks."""
