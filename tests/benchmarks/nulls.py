"""Two hundred made-up Englands in which nothing differs: how often each test behind a verdict says that something does.

Schools of one authority are alike, and those of one place in it still more; phase, advantage and area have no effect.
At 5% a test should err in 3 to 7 of a hundred. Beside each stands the interval that it replaced.
"""

import numpy as np
import pandas as pd

from hubdata.answers.groups import schools_of
from hubdata.measures.reach.interaction import interaction
from hubdata.measures.spread.concentration import band
from hubdata.measures.statistics.intervals import difference, less
from hubdata.measures.statistics.overdispersion import angle, chance, errors, tau_squared
from hubdata.measures.statistics.verdicts import judged
from hubdata.store import Store

ENGLANDS, SEED, RATE = 200, 2026, 0.85
AUTHORITY, PLACE = 0.2, 0.2  # intraclass correlation of schools of one authority, and of one place within it
TOLD = 0.05
RETAINED, APART = 0.67, 0.12  # five years on, and how far authorities differ anyway (standard deviation of the logit)


def measure(data: str) -> list[str]:
    """A line a test: how often it errs, its standard error, and how often the interval used until now does."""
    schools = schools_of(Store.open(data))[["la", "phase", "rural", "pupils"]].astype({"la": "str"})
    rng = np.random.default_rng(SEED)
    found = [_phases(schools, rng) | _advantage(schools, rng) | _people(rng) for _ in range(ENGLANDS)]
    return [_said(name, pd.DataFrame(found)) for name in TESTS]


# What is tested: how often the test errs, and the interval used until now.
TESTS = {
    "two gaps differ, in points": ("points", "points before", "independent schools (Newcombe)"),
    "two gaps differ, by division": ("ratio", "ratio before", "independent schools (log method)"),
    "rural and urban differ, were it estimated so": ("", "gap before", "independent schools (Newcombe)"),
    "leads stand with advantage, of all schools": ("index", "", ""),
    "an authority's people differ": ("person", "person before", "exact chance alone, nothing added"),
    "any of 153 authorities' people differ (verdict)": ("any", "any before", "each against 99.8% limits"),
}


def _said(name: str, found: pd.DataFrame) -> str:
    new, old, was = TESTS[name]
    error = found[new].std(ddof=1) / np.sqrt(len(found)) if new else 0
    mine = f"{found[new].mean():.1%} (± {1.96 * error:.1%})" if new else "not claimed"
    before = f"until now {found[old].mean():.1%}, {was}" if old else "until now the same"
    return f"{name}: errs {mine}; {before}"


def _levels(count: int, rng: np.random.Generator) -> np.ndarray:
    """The chance of each authority, and of its two places (columns), to have a school reached."""
    spread = 1 / AUTHORITY - 1
    level = rng.beta(RATE * spread, (1 - RATE) * spread, count).clip(1e-3, 1 - 1e-3)[:, None]
    spread = 1 / PLACE - 1
    return rng.beta(level * spread, (1 - level) * spread, (count, 2))


def _phases(schools: pd.DataFrame, rng: np.random.Generator) -> dict[str, float]:
    """Whether the two gaps are told apart though phase does nothing."""
    la, names = pd.factorize(schools["la"])
    chances = _levels(len(names), rng)[la, (schools["rural"] == "Urban").fillna(False).astype(int)]
    reached = pd.Series(rng.random(len(schools)) < chances, index=schools.index, dtype="boolean")
    row = interaction(schools, reached, []).iloc[0]
    cells = {
        (phase, side): tuple(pd.Series([row[f"{phase}_{what}_{side}"]]) for what in ("reached", "schools"))
        for phase in ("primary", "secondary")
        for side in "ab"
    }
    gaps = [difference(*cells[phase, "a"], *cells[phase, "b"]) for phase in ("primary", "secondary")]
    _, low, high = (float(end.iloc[0]) for end in less(*gaps))
    logs = np.sqrt(sum(float((1 / x - 1 / n).iloc[0]) for x, n in cells.values()))
    return {
        "points": not row["low"] <= 0 <= row["high"],
        "ratio": not row["ratio_low"] <= 1 <= row["ratio_high"],
        "points before": not low <= 0 <= high,
        "ratio before": abs(np.log(row["ratio"])) > 1.96 * logs,
        "gap before": not float(gaps[0][1].iloc[0]) <= 0 <= float(gaps[0][2].iloc[0]),
    }


def _advantage(schools: pd.DataFrame, rng: np.random.Generator) -> dict[str, float]:
    """Whether leads are told to stand with advantage though advantage is drawn by lot."""
    whole = schools["la"].value_counts().sort_index()
    level = rng.gamma(4, 1 / 4, len(whole))
    leads = pd.Series(rng.poisson(0.033 * whole.to_numpy() * level), index=whole.index)
    advantage = pd.Series(rng.random(len(whole)), index=whole.index)
    low, high = band(whole, leads, advantage)
    return {"index": not low <= 0 <= high}


def _people(rng: np.random.Generator) -> dict[str, float]:
    """How many of 153 authorities are told apart though they differ by no more than authorities do anyway."""
    from scipy.stats import binom

    size = pd.Series(np.exp(rng.normal(4.8, 0.7, 153)).round().clip(12))
    logit = np.log(RETAINED / (1 - RETAINED)) + rng.normal(0, APART, 153)
    kept = pd.Series(rng.binomial(size.astype(int), 1 / (1 + np.exp(-logit))))
    target = kept.sum() / size.sum()
    gap, error = angle(kept / size) - np.arcsin(np.sqrt(target)), errors(size)
    p = chance(gap, error, tau_squared(gap, error))
    tail = {
        at: (kept < binom.ppf(at, size, target)) | (kept > binom.ppf(1 - at, size, target)) for at in (0.025, 0.001)
    }
    return {
        "person": float((p < TOLD).mean()),
        "any": bool(judged(p, gap > 0, size).isin(("below", "above")).any()),
        "person before": float(tail[0.025].mean()),
        "any before": bool(tail[0.001].any()),
    }
