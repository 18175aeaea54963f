"""Files: read without writing, written whole or not at all."""
