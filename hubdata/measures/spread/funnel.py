"""Areas against chance, without ranking them: limits for each, and the verdict on all of them together."""

import numpy as np
import pandas as pd

from hubdata.measures.statistics.fitted import Lots
from hubdata.measures.statistics.funnel_limits import limits as funnel_limits
from hubdata.measures.statistics.overdispersion import angle, chance, errors, tau_squared
from hubdata.measures.statistics.verdicts import judged

LIMITS = ["low95", "high95", "low998", "high998"]


def against_lots(areas: pd.DataFrame, lots: Lots, middle: pd.Series) -> pd.DataFrame:
    """The areas against what placing the leads again by lot gives each of them.

    Args:
        areas: a row an area with reached, schools and rate.
        lots: what every lot gives them, in the same order.
        middle: what the lots give each of them in the middle.

    Returns:
        The areas with low95, high95, low998, high998 and verdict.
    """
    limits = lots.limits().set_index(areas.index)
    p = pd.Series(lots.p(areas["rate"].to_numpy(float)), index=areas.index)
    return areas.assign(**limits[LIMITS], verdict=judged(p, areas["rate"] > middle, areas["schools"]))


def against_events(areas: pd.DataFrame, overall: float) -> pd.DataFrame:
    """The areas against the overall rate of what could have gone otherwise, such as support that was asked for.

    How far areas differ anyway is added to the chance of their own schools (``statistics.overdispersion``).

    Args:
        areas: a row an area with reached, schools, rate and trials (its independent schools).
        overall: the rate that the limits stand about.

    Returns:
        As ``against_lots``; without trials.
    """
    error = errors(areas["trials"])
    gap = angle(areas["rate"]) - np.arcsin(np.sqrt(overall))
    between = tau_squared(gap, error)
    limits = {}
    for name, tail in (("95", 0.025), ("998", 0.001)):
        limits[f"low{name}"], limits[f"high{name}"] = funnel_limits(areas["trials"], overall, between, tail)
    verdict = judged(chance(gap, error, between), areas["rate"] > overall, areas["schools"])
    return areas.drop(columns="trials").assign(**{name: limits[name] for name in LIMITS}, verdict=verdict)
