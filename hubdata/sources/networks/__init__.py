"""Formats of networks: lists of teaching schools, hub areas, training sites and partners."""
