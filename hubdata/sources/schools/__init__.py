"""Formats of schools: the register and what other releases say of each school."""
