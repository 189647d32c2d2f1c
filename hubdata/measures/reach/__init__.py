"""Measures of reach: which schools have a network near, how far it is, and how wide the gaps are."""
