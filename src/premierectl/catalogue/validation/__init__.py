"""What is wrong with a catalogue document, every place of it."""
