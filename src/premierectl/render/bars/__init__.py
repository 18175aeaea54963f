"""What is next for a status bar: one file a program, and for all of them the text that it shows."""
