"""Shares, intervals and totals: the arithmetic that every subject uses."""
