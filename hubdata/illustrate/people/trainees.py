"""Made-up trainees, one row each: year, route, phase, where they train and first work. Used to count, never written."""

import numpy as np
import pandas as pd

from hubdata.illustrate.people.figures import figures
from hubdata.illustrate.people.places import Pools, pools
from hubdata.schema import PHASES

FIRST, LAST = 2010, 2023
QUALIFY, EMPLOYED = 0.91, 0.87
DIRECT_FEE, DIRECT_PAID, SCITT = "School Direct (fee)", "School Direct (salaried)", "School-centred"
UNIVERSITY, POTENTIAL, APPRENTICE = "Higher education", "High potential", "Apprenticeship"
# Shares of routes: before School Direct, while it grew, and since.
ROUTES = {
    2010: {UNIVERSITY: 0.79, SCITT: 0.06, POTENTIAL: 0.15},
    2013: {UNIVERSITY: 0.60, SCITT: 0.09, DIRECT_FEE: 0.14, DIRECT_PAID: 0.11, POTENTIAL: 0.06},
    2017: {UNIVERSITY: 0.44, SCITT: 0.13, DIRECT_FEE: 0.27, DIRECT_PAID: 0.09, POTENTIAL: 0.06, APPRENTICE: 0.01},
    2021: {UNIVERSITY: 0.46, SCITT: 0.17, DIRECT_FEE: 0.24, DIRECT_PAID: 0.03, POTENTIAL: 0.05, APPRENTICE: 0.05},
}
# The chance that a network of schools trained somebody, by route.
BY_A_NETWORK = {DIRECT_FEE: 0.85, DIRECT_PAID: 0.9, SCITT: 0.5}
PRIMARY_SHARE = 0.46


def trainees(
    schools: pd.DataFrame,
    networks: pd.DataFrame,
    members: pd.DataFrame,
    regions: dict[str, str],
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Everybody who trained and was due to qualify from 2010 to 2023.

    Returns:
        cohort (year due to qualify), route, phase, network, region, la, rural (of the school where they train and first
        work), qualified, employed, at_home (employed in that authority), in_network, places and applicants (how many
        stand behind the trainee). Those employed are as many as the published entrants of the year, interpolated where
        nobody printed them.
    """
    ground = pools(schools, networks, members, regions)
    entrants = entrants_by_year()
    return pd.concat([_cohort(year, int(entrants[year]), ground, rng) for year in entrants.index], ignore_index=True)


def entrants_by_year() -> pd.Series:
    """New teachers of each year, 2010 to 2023: as published, else on a straight line between published years."""
    told = figures("retention")
    told = told.loc[(told["base"] == "teachers") & told["at_start"].notna()]
    known = told.astype({"cohort": int}).groupby("cohort")["at_start"].last()
    years = np.arange(FIRST, LAST + 1)
    return pd.Series(np.interp(years, known.index, known).round(-1), index=years).where(
        ~pd.Index(years).isin(known.index), known.reindex(years)
    )


def _cohort(year: int, entrants: int, ground: Pools, rng: np.random.Generator) -> pd.DataFrame:
    count = round(entrants / (QUALIFY * EMPLOYED))
    shares = ROUTES[max(start for start in ROUTES if start <= year)]
    route = rng.choice(list(shares), count, p=list(shares.values()))
    phase = np.where(rng.random(count) < PRIMARY_SHARE, PHASES[0], PHASES[1])
    wanted = pd.Series(route).map(BY_A_NETWORK).fillna(0.0).to_numpy()
    placed = ground.place(year - 1, phase, rng.random(count) < wanted, rng)
    luck = rng.random(count) + np.where(route == POTENTIAL, -0.05, 0.0)
    qualified = luck <= np.quantile(luck, QUALIFY)
    employed = _exactly(entrants, qualified, rng)
    return placed.assign(
        cohort=year,
        route=route,
        phase=phase,
        qualified=qualified,
        employed=employed,
        at_home=employed & (rng.random(count) < 0.62),
        in_network=employed & placed["network"].notna().to_numpy() & (rng.random(count) < 0.45),
        places=1 + (rng.random(count) < 0.07),
        applicants=1 + rng.poisson(1.6, count),
    )


def _exactly(count: int, among: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """True for so many of those that may be chosen."""
    chosen = np.zeros(len(among), bool)
    able = np.flatnonzero(among)
    chosen[rng.permutation(able)[:count]] = True
    return chosen
