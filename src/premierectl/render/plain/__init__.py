"""What a person hears of what a command found: sentences, one a line, without a sign or a column."""
