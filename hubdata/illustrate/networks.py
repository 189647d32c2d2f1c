"""Alliances and their leads as tables: names, identifiers, and a closed lead's spell under its old number."""

import re

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.numbering import Register
from hubdata.illustrate.words import words

LISTED = pd.Timestamp("2021-03-01")
KIND = "teaching_school_alliance"
UNCHANGED = 0.2  # of leads that became academies, how many stay on the list under the old number


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


def lead_members(spells: pd.DataFrame, named: pd.DataFrame, register: Register, seed: int) -> pd.DataFrame:
    """Leads as ``members``: the school that led that day, under the number it had.

    A lead that became an academy passes its spell on to the new number, or keeps it under the old one, as lists do.
    """
    luck = chance(seed, "old numbers")
    network = named.set_index("alliance")["network"]
    found = spells.assign(network=spells["alliance"].map(network), role="lead")
    found["urn"], found["old"] = register.urn[found["row"]], register.old_urn[found["row"]]
    ends = register.schools.set_index("urn")["closed"]
    found["closed"] = found["old"].map(ends)
    before = found["old"].notna() & (found["closed"] >= found["since"])
    kept = before & ((luck.random(len(found)) < UNCHANGED) | (found["closed"] >= found["until"]))
    split = before & ~kept
    old = found[before].assign(urn=found["old"])
    old["until"] = old["until"].where(kept[before], old["closed"])
    new = found[~kept].copy()
    new["since"] = new["since"].mask(split[~kept], new["closed"] + pd.Timedelta(days=1))
    every = pd.concat([old, new])[["network", "urn", "role", "since", "until"]]
    return every.sort_values(["network", "since", "urn"], ignore_index=True)
