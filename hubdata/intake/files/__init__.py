"""One module a kind of file: opened through its gates, as safe rows or shapes."""
