"""Files to take away: a view as CSV or PNG, always with where it came from."""
