"""Small counts of people hidden so that nobody can work them out, and the audit that proves it."""
