"""Made-up recruits that give the published percentages of the published targets."""

import numpy as np
import pandas as pd

from hubdata.illustrate.people.trainees import ROUTES
from hubdata.schema.people import ALL

YEARS = ("2021/22", "2022/23", "2023/24", "2024/25", "2025/26")
PHASES = ("Primary", "Secondary")
# Percentages that nobody printed in our sources: made up to fall and rise again, as recruitment did.
MADE_UP = {
    ("2021/22", "Primary"): 1.29, ("2021/22", "Secondary"): 0.80, ("2022/23", "Primary"): 0.92,
    ("2022/23", "Secondary"): 0.57, ("2023/24", "Primary"): 0.945,
}  # fmt: skip
TRUST = {"release": "2025/26", "status": "illustrative", "source": "Illustrative England", "standing": ""}


def recruits(printed: pd.DataFrame) -> pd.DataFrame:
    """Recruits by year, phase, subject and route.

    Args:
        printed: the published rows of table ``recruitment``.

    Returns:
        Rows of that table. Recruits of a phase are the printed number, else the printed or made-up percentage of the
        target; of a subject the printed percentage of its target, where it is printed; of a route a share of its phase.
    """
    target, share, count = (_known(printed, name) for name in ("target", "of_target", "recruits"))
    by_phase = {
        (year, phase): count.get((year, phase, ALL))
        or round(target[year, phase, ALL] * (share.get((year, phase, ALL)) or MADE_UP[year, phase]))
        for year in YEARS
        for phase in PHASES
    }
    rows = [(year, phase, ALL, ALL, target[year, phase, ALL], people) for (year, phase), people in by_phase.items()]
    for year in YEARS:
        both = sum(by_phase[year, phase] for phase in PHASES)
        rows.append((year, ALL, ALL, ALL, sum(target[year, phase, ALL] for phase in PHASES), both))
    rows += [
        (year, phase, subject, ALL, wanted, round(wanted * share[year, phase, subject]))
        for (year, phase, subject), wanted in target.items()
        if subject != ALL and (year, phase, subject) in share and year in YEARS
    ]
    table = pd.DataFrame(rows, columns=["year", "phase", "subject", "route", "target", "recruits"])
    return pd.concat([table, _by_route(by_phase)]).assign(**TRUST).astype({"target": "Int64", "recruits": "Int64"})


def _known(printed: pd.DataFrame, name: str) -> dict[tuple[str, str, str], float]:
    told = printed.loc[printed[name].notna()].set_index(["year", "phase", "subject"])[name]
    return told.to_dict()


def _by_route(by_phase: dict[tuple[str, str], int]) -> pd.DataFrame:
    """Each phase's recruits shared out over the routes of its year, to the last person, and both phases together."""
    rows = []
    for (year, phase), people in by_phase.items():
        shares = ROUTES[max(start for start in ROUTES if start <= int(year[:4]))]
        ends = np.round(np.cumsum(list(shares.values())) * people).astype(int)
        rows += [(year, phase, ALL, route, n) for route, n in zip(shares, np.diff(ends, prepend=0), strict=True)]
    split = pd.DataFrame(rows, columns=["year", "phase", "subject", "route", "recruits"])
    both = split.groupby(["year", "subject", "route"], sort=False)["recruits"].sum().reset_index().assign(phase=ALL)
    return pd.concat([split, both])
