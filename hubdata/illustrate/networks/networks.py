"""Alliances as a table: a name for each, and an identifier safe in an address."""

import re

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.schools.words import words

LISTED = pd.Timestamp("2021-03-01")
KIND = "teaching_school_alliance"


def alliances(spells: pd.DataFrame, schools: pd.DataFrame, seed: int) -> pd.DataFrame:
    """The alliances as ``networks``, with ``alliance``, their number in ``spells``.

    Args:
        spells: columns row, alliance, since, until; the first row of an alliance is its founder.
        schools: open establishments by row, with town.
        seed: of the whole England.
    """
    luck = chance(seed, "alliance names")
    found = spells.groupby("alliance").agg(row=("row", "first"), since=("since", "min"), until=("until", "max"))
    endings, features = words("alliance"), words("feature")
    marks = [features[number] for number in luck.integers(0, len(features), len(found))]
    towns = schools["town"].to_numpy(str)[found["row"]]
    names = distinct([f"{town} {luck.choice(endings)}" for town in towns], marks, towns)
    found = found.reset_index().assign(network=[slug(name) for name in names], kind=KIND, name=names, listed=LISTED)
    return found.drop(columns="row")


def distinct(names: list[str], marks: list[str], towns: np.ndarray) -> list[str]:
    """The names, with a mark after the town (or a number at the end) where one has been used."""
    used: set[str] = set()
    found = []
    for plain, mark, town in zip(names, marks, towns, strict=True):
        marked = plain.replace(town, f"{town} {mark}", 1)
        choices = [plain, marked, *(f"{marked} {number}" for number in range(2, 50))]
        name = next(choice for choice in choices if choice not in used)
        used.add(name)
        found.append(name)
    return found


def slug(name: str) -> str:
    """A name made safe for an address: lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
