"""Outlines of areas: which touch, and how they become tiles of one size."""
