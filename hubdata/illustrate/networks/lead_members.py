"""Leads as members: the school that led, under the number it had that day."""

import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.schools.numbering import Register

UNCHANGED = 0.2  # of leads that became academies, how many stay on the list under the old number


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
