"""Is a difference in retention real or small-number noise: groups against everybody else, and one against another."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from hubdata.measures.people.retention import number
from hubdata.measures.statistics.intervals import less
from hubdata.measures.statistics.overdispersion import angle, chance, errors, tau_squared
from hubdata.measures.statistics.rates import TOO_FEW, Z95, wilson
from hubdata.measures.statistics.verdicts import judged

COUNTS = ("at_start", "in_service", "stayed")


def contrast(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """The difference of two rates, row by row, and what each row by itself allows one to say of the first.

    Args:
        first: at_start, rate, low and high of independent groups (any method: Wilson bands give Newcombe's interval).
        second: the same, on the same index.

    Returns:
        difference, low, high (by squaring and adding the arms: Zou and Donner, 2008) and verdict, one of
        ``statistics.verdicts.VERDICTS``: each row is a comparison of its own, and lies below or above where the
        interval leaves out nought. Too few where either has under ten people, missing where a number is.
    """
    told = _gaps(first, second)
    gap = told["difference"]
    # The p value of an interval: its arm towards nought is 1.96 standard errors (Altman and Bland, 2011).
    arm = (gap - told["low"]).where(gap > 0, told["high"] - gap)
    return told.assign(verdict=_each(chance(gap, arm.where(arm > 0) / Z95, 0.0), gap > 0, fewest(first, second)))


def _gaps(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    gap, low, high = less(*((side["rate"], side["low"], side["high"]) for side in (first, second)))
    return pd.DataFrame({"difference": gap, "low": low, "high": high}, index=first.index)


def _each(p: pd.Series, above: pd.Series, n: pd.Series) -> pd.Series:
    """The verdict on each row as the only one that is shown."""
    rows = (slice(0, 0), *(slice(at, at + 1) for at in range(len(p))))
    return pd.concat([judged(p.iloc[row], above.iloc[row], n.iloc[row]) for row in rows])


def fewest(first: pd.DataFrame, second: pd.DataFrame) -> pd.Series:
    """The smaller of the two numbers of people at the start, row by row."""
    return np.minimum(number(first["at_start"]), number(second["at_start"]))


def against_the_rest(first: pd.DataFrame, second: pd.DataFrame) -> tuple[pd.DataFrame, float]:
    """Groups shown together, each against everybody else: the differences of ``contrast``, judged together.

    Args:
        first: at_start, rate, low, high and size (the people that the rate rests on) of each group.
        second: the same of everybody else, on the same index.

    Returns:
        The columns of ``contrast``, and the variance between groups that is added to chance (``tau_squared``, of the
        rates' angles). A group's own interval tells only of its people; the verdict also allows for how far groups
        differ anyway, and holds false finds to 5% over all of them.
    """
    gap = angle(first["rate"]) - angle(second["rate"])
    error = np.hypot(errors(first["size"]), errors(second["size"]))
    enough = fewest(first, second) >= TOO_FEW
    between = tau_squared(gap.where(enough), error)
    verdict = judged(chance(gap, error, between), gap > 0, fewest(first, second))
    return _gaps(first, second).assign(verdict=verdict), between


def counts(part: pd.Series, whole: pd.Series) -> pd.DataFrame:
    """A side of a comparison from counts: at_start and size (the whole), rate, low and high (95% Wilson)."""
    low, high = wilson(part, whole)
    rate = part / whole.where(whole > 0)
    return pd.DataFrame({"at_start": whole, "size": whole, "rate": rate, "low": low, "high": high})


def rest_of(whole: pd.DataFrame, parts: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Everybody outside each part: the rows of table ``cohorts`` for the whole less those of each part.

    Args:
        whole: rows of the whole, one a cohort and years.
        parts: rows of the parts, with the columns of ``by``.
        by: what names a part, ``cohort`` apart.

    Returns:
        A row for each of ``parts`` in its order, with at_start, in_service and stayed of the rest; missing where a
        count is missing on either side. A part and its rest are independent, a part and its whole are not.
    """
    named = [*(name for name in by if name != "cohort"), "cohort", "years", *COUNTS]
    both = parts[named].merge(whole[["cohort", "years", *COUNTS]], on=["cohort", "years"], suffixes=("", "_whole"))
    left = {name: number(both[f"{name}_whole"]) - number(both[name]) for name in COUNTS}
    told = {name: whole[name].iloc[0] if len(whole) else "" for name in ("status", "release")}
    return both[[name for name in named if name not in COUNTS]].assign(**left, **told, rate=np.nan, mark="")
