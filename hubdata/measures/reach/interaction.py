"""Is the rural gap a primary-school gap? The gap of primaries against the gap of secondaries."""

import numpy as np
import pandas as pd

from hubdata.measures.reach.gap import gap
from hubdata.measures.reach.two_gaps import by_authority, varied
from hubdata.measures.statistics.verdicts import judged

PHASES = {"primary": "Primary", "secondary": "Secondary"}
COUNTED = [f"{phase}_schools_{side}" for phase in PHASES for side in "ab"]


def interaction(population: pd.DataFrame, reached: pd.Series, by: list[str]) -> pd.DataFrame:
    """The rural gap in reach among primaries, among secondaries, and the one less the other.

    The gaps are counted. The intervals say how far the difference between them would vary had other authorities like
    these been drawn: schools of one authority are alike, so authorities are drawn whole (``statistics.clusters``).

    Args:
        population: the schools, one row each, with la, phase, rural, pupils and the columns of ``by``.
        reached: true, false, or missing where nobody can say; those are left out.
        by: columns to group by; none gives one row.

    Returns:
        The columns of ``by``; for primary and secondary the columns of ``gap`` (a rural, b urban); authorities (that
        have such schools); difference, low, high: the primary gap less the secondary gap; ratio, ratio_low,
        ratio_high: the primary ratio over the secondary ratio (its logarithm is what varies); and verdict and
        ratio_verdict, one of ``statistics.verdicts.VERDICTS`` each: whether the difference lies below or above 0, the
        ratio below or above 1. Only groups that have schools of both phases.
    """
    one, other = (_of_phase(population, reached, by, phase) for phase in PHASES)
    both = one.merge(other, on=by) if by else one.join(other, how="inner")
    found = both.assign(
        difference=both["primary_difference"] - both["secondary_difference"],
        ratio=both["primary_ratio"] / both["secondary_ratio"].where(both["secondary_ratio"] > 0),
    )
    moved = varied(by_authority(population, reached, by), found, by)
    least = found[COUNTED].min(axis=1).clip(upper=moved["authorities"])
    return found.assign(
        authorities=moved["authorities"].astype("int64"), low=moved["low"], high=moved["high"],
        ratio_low=np.exp(moved["ratio_low"]), ratio_high=np.exp(moved["ratio_high"]),
        verdict=judged(moved["p"], found["difference"] > 0, least),
        ratio_verdict=judged(moved["ratio_p"], found["ratio"] > 1, least),
    )[[*both.columns, "authorities", "difference", "low", "high", "ratio", "ratio_low", "ratio_high", "verdict",
       "ratio_verdict"]]  # fmt: skip


def _of_phase(population: pd.DataFrame, reached: pd.Series, by: list[str], phase: str) -> pd.DataFrame:
    mine = (population["phase"] == PHASES[phase]).fillna(False).to_numpy(dtype=bool)
    table = gap(population.loc[mine], reached.loc[mine], by, "rural", sampled=True)
    return table.rename(columns={name: f"{phase}_{name}" for name in table.columns if name not in by})
