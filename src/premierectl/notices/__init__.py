"""What is to be told of followed shows, and what was told already."""
