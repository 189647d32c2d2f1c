"""Is the rural gap a primary-school gap? The gap of primaries against the gap of secondaries."""

import numpy as np
import pandas as pd

from hubdata.measures.reach.gap import gap
from hubdata.measures.statistics.intervals import less, log_variance
from hubdata.measures.statistics.rates import Z95

VERDICTS = (
    "primary only",
    "secondary only",
    "wider in primary",
    "wider in secondary",
    "alike",
    "none",
    "not clear",
)
PHASES = {"primary": "Primary", "secondary": "Secondary"}


def interaction(population: pd.DataFrame, reached: pd.Series, by: list[str]) -> pd.DataFrame:
    """The rural gap in reach among primaries, among secondaries, and the one less the other.

    Args:
        population: the schools, one row each, with phase, rural, pupils and the columns of ``by``.
        reached: true, false, or missing where nobody can say; those are left out.
        by: columns to group by; none gives one row.

    Returns:
        The columns of ``by``; for primary and secondary the counts of each side (a rural, b urban) and the difference
        with its Newcombe interval; difference, low, high: the primary gap less the secondary gap; ratio, ratio_low,
        ratio_high: the primary ratio over the secondary ratio (log method); and verdict (see ``verdict``).
        Only groups that have schools of both phases.
    """
    one, other = (_of_phase(population, reached, by, phase) for phase in PHASES)
    both = one.merge(other, on=by) if by else one.join(other, how="inner")
    found = [tuple(both[f"{phase}_difference{end}"] for end in ("", "_low", "_high")) for phase in PHASES]
    differs = dict(zip(("difference", "low", "high"), less(*found), strict=True))
    table = both.assign(**differs, **_ratio_of_ratios(both))
    return table.assign(verdict=verdict(table))


def _of_phase(population: pd.DataFrame, reached: pd.Series, by: list[str], phase: str) -> pd.DataFrame:
    mine = (population["phase"] == PHASES[phase]).fillna(False).to_numpy(dtype=bool)
    table = gap(population.loc[mine], reached.loc[mine], by, "rural")
    return table.rename(columns={name: f"{phase}_{name}" for name in table.columns if name not in by})


def _ratio_of_ratios(both: pd.DataFrame) -> dict[str, pd.Series]:
    found = both["primary_ratio"] / both["secondary_ratio"].where(both["secondary_ratio"] > 0)
    arms = [
        log_variance(both[f"{phase}_reached_{side}"], both[f"{phase}_schools_{side}"])
        for phase in PHASES
        for side in "ab"
    ]
    spread = np.sqrt(arms[0] + arms[1] + arms[2] + arms[3])
    spread = spread.where(spread > 0)
    return {"ratio": found, "ratio_low": found * np.exp(-Z95 * spread), "ratio_high": found * np.exp(Z95 * spread)}


def verdict(table: pd.DataFrame) -> pd.Series:
    """What the intervals allow to be said of a rural gap, one of VERDICTS; missing where an interval is.

    A gap is there when the interval of the rural less the urban rate lies below zero; two gaps differ when the
    interval of their difference leaves zero out. ``primary only`` needs a gap among primaries, none that is clear
    among secondaries, *and* a difference between the two: a clear gap beside an unclear one is not yet a difference.
    """
    primary, secondary = table["primary_difference_high"] < 0, table["secondary_difference_high"] < 0
    worse, better = table["high"] < 0, table["low"] > 0
    cases = [
        (primary & ~secondary & worse, "primary only"),
        (secondary & ~primary & better, "secondary only"),
        (primary & secondary & worse, "wider in primary"),
        (primary & secondary & better, "wider in secondary"),
        (primary & secondary, "alike"),
        (~primary & ~secondary, "none"),
    ]
    words = np.select([case for case, _ in cases], [word for _, word in cases], "not clear")
    return pd.Series(words, index=table.index).where(table["low"].notna() & table["high"].notna())
