"""The ways out of the program by which a notice reaches somebody, each succeeded or failed."""
