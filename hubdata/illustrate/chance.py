"""Chance that is the same on every run: one stream of random numbers a step, from one seed."""

from zlib import crc32

import numpy as np


def chance(seed: int, step: str) -> np.random.Generator:
    """Random numbers for a step, by its name: changing one step leaves the others as they were."""
    return np.random.default_rng([seed, crc32(step.encode())])
