"""Is the rural gap a primary-school gap? The gap of primaries against the gap of secondaries."""

import numpy as np
import pandas as pd

from hubdata.measures.reach.gap import gap
from hubdata.measures.statistics.clusters import drawn, spread
from hubdata.measures.statistics.rates import TOO_FEW
from hubdata.measures.statistics.verdicts import judged

PHASES = {"primary": "Primary", "secondary": "Secondary"}
SIDES = {"a": "Rural", "b": "Urban"}
CELLS = [(phase, side) for phase in PHASES for side in SIDES]
ENDS = ["low", "high", "p", "ratio_low", "ratio_high", "ratio_p", "authorities"]
COUNTED = [f"{phase}_schools_{side}" for phase, side in CELLS]


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
    varied = _varied(_authorities(population, reached, by), found, by)
    least = found[COUNTED].min(axis=1).clip(upper=varied["authorities"])
    return found.assign(
        authorities=varied["authorities"].astype("int64"), low=varied["low"], high=varied["high"],
        ratio_low=np.exp(varied["ratio_low"]), ratio_high=np.exp(varied["ratio_high"]),
        verdict=judged(varied["p"], found["difference"] > 0, least),
        ratio_verdict=judged(varied["ratio_p"], found["ratio"] > 1, least),
    )[[*both.columns, "authorities", "difference", "low", "high", "ratio", "ratio_low", "ratio_high", "verdict",
       "ratio_verdict"]]  # fmt: skip


def _of_phase(population: pd.DataFrame, reached: pd.Series, by: list[str], phase: str) -> pd.DataFrame:
    mine = (population["phase"] == PHASES[phase]).fillna(False).to_numpy(dtype=bool)
    table = gap(population.loc[mine], reached.loc[mine], by, "rural")
    return table.rename(columns={name: f"{phase}_{name}" for name in table.columns if name not in by})


def _authorities(population: pd.DataFrame, reached: pd.Series, by: list[str]) -> pd.DataFrame:
    """A row an authority of each group: reached and schools of the four cells, in the order of CELLS."""
    known = reached.notna().to_numpy()
    rows = population.loc[known, list(dict.fromkeys([*by, "la"]))].astype({"la": "str"})
    hit = reached.to_numpy(dtype=float, na_value=0.0)[known].astype("int64")
    columns = {}
    for number, (phase, side) in enumerate(CELLS):
        own = (population.loc[known, "phase"] == PHASES[phase]) & (population.loc[known, "rural"] == SIDES[side])
        mine = own.fillna(False).to_numpy(dtype="int64")
        columns |= {f"reached_{number}": mine * hit, f"schools_{number}": mine}
    rows = rows.assign(authority=rows["la"], **columns)
    sums = rows.groupby([*by, "authority"], observed=True, dropna=False)[list(columns)].sum().reset_index()
    return sums.loc[sums[[name for name in columns if name.startswith("schools")]].sum(axis=1) > 0]


def _varied(authorities: pd.DataFrame, found: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """ENDS of each row of ``found``, those of the ratio as logarithms."""
    groups = dict(list(authorities.groupby(by, observed=True, dropna=False))) if by else {(): authorities}
    rows = [
        _of_group(groups[key], row)
        for key, (_, row) in zip(found[by].itertuples(index=False, name=None), found.iterrows(), strict=True)
    ]
    return pd.DataFrame(rows, columns=ENDS, index=found.index, dtype=float)


def _of_group(authorities: pd.DataFrame, row: pd.Series) -> list[float]:
    reached, schools = (
        authorities[[f"{what}_{number}" for number in range(len(CELLS))]].to_numpy(float)
        for what in ("reached", "schools")
    )
    if len(authorities) < TOO_FEW:
        return [np.nan] * (len(ENDS) - 1) + [len(authorities)]
    again = drawn(np.hstack([reached, schools]))
    with np.errstate(divide="ignore", invalid="ignore"):
        rates = again[:, : len(CELLS)] / again[:, len(CELLS) :]
        logs = np.log(rates)
        points = spread(row["difference"], _of_cells(rates), len(authorities))
        ratio = spread(float(np.log(row["ratio"])), _of_cells(logs), len(authorities))
    return [points.low, points.high, points.p, ratio.low, ratio.high, ratio.p, len(authorities)]


def _of_cells(values: np.ndarray) -> np.ndarray:
    """Primary rural less urban, less the same of secondaries: of rates a difference, of logarithms a ratio."""
    return (values[:, 0] - values[:, 1]) - (values[:, 2] - values[:, 3])
