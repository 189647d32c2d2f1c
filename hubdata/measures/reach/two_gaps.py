"""Two gaps by authority: how the one less the other moves when authorities are drawn again."""

import numpy as np
import pandas as pd

from hubdata.measures.statistics.clusters import drawn, spread
from hubdata.measures.statistics.rates import TOO_FEW

CELLS = [(phase, place) for phase in ("Primary", "Secondary") for place in ("Rural", "Urban")]
ENDS = ["low", "high", "p", "ratio_low", "ratio_high", "ratio_p", "authorities"]


def by_authority(population: pd.DataFrame, reached: pd.Series, by: list[str]) -> pd.DataFrame:
    """A row an authority of each group: reached and schools of the four cells, in the order of CELLS."""
    known = reached.notna().to_numpy()
    rows = population.loc[known, list(dict.fromkeys([*by, "la"]))].astype({"la": "str"})
    hit = reached.to_numpy(dtype=float, na_value=0.0)[known].astype("int64")
    columns = {}
    for number, (phase, place) in enumerate(CELLS):
        own = (population.loc[known, "phase"] == phase) & (population.loc[known, "rural"] == place)
        mine = own.fillna(False).to_numpy(dtype="int64")
        columns |= {f"reached_{number}": mine * hit, f"schools_{number}": mine}
    rows = rows.assign(authority=rows["la"], **columns)
    sums = rows.groupby([*by, "authority"], observed=True, dropna=False)[list(columns)].sum().reset_index()
    return sums.loc[sums[[name for name in columns if name.startswith("schools")]].sum(axis=1) > 0]


def varied(authorities: pd.DataFrame, found: pd.DataFrame, by: list[str]) -> pd.DataFrame:
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
