"""Values to strings and Rich renderables; nothing here prints, reads files or knows the clock."""
