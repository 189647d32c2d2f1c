"""Long work: a child process with limits, a place of its own, a turn among others; it ends when nobody waits for it."""
