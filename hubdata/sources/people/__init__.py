"""Formats of people: Explore Education Statistics, the workforce model, figures copied from publications."""
