"""Formats of areas: look-ups, codes and names of every year, boundaries."""
