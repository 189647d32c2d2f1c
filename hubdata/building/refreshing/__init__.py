"""A snapshot replaced: what the refresh altered, what it may not lose, and the log of it."""
