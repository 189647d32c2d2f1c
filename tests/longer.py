"""What is exhaustive: whole in the longer run (``make long``), a fixed part of it in every other."""

import os
from collections.abc import Iterable, Sequence
from itertools import cycle, islice, product

LONGER = os.environ.get("HUBDATA_LONGER", "") == "yes"


def crossed(*axes: Sequence) -> list[tuple]:
    """Every combination; in part, every value of every axis at least once, paired in turn."""
    if LONGER:
        return list(product(*axes))
    return list(islice(zip(*map(cycle, axes), strict=True), max(map(len, axes))))


def every_other(cases: Iterable, turn: int) -> list:
    """All cases; in part, those at even or at odd places as ``turn`` is even or odd: two turns in a row meet all."""
    return list(cases) if LONGER else list(cases)[turn % 2 :: 2]


def spread(cases: Sequence, count: int) -> list:
    """All cases; in part, ``count`` of them from the first to the last, evenly apart."""
    if LONGER or count >= len(cases):
        return list(cases)
    return [cases[round(place * (len(cases) - 1) / (count - 1))] for place in range(count)]
