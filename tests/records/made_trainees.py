"""Made-up trainees, one row each, and the plain count that every engine must agree with."""

from pathlib import Path

import numpy as np
import pandas as pd

LAS = {"E06000001": "North East", "E06000002": "North East", "E09000001": "London"}
CANARY = "Canary McPerson"


def schools(seed: int = 1, count: int = 40) -> pd.DataFrame:
    """The register that places them: urn, la, region, rural."""
    rng = np.random.default_rng(seed)
    la = rng.choice(list(LAS), count)
    places = {"urn": [str(900_001 + i) for i in range(count)], "la": la, "region": pd.Series(la).map(LAS)}
    return pd.DataFrame({**places, "rural": rng.choice(["Rural", "Urban"], count)})


def trainees(seed: int = 1, count: int = 800) -> pd.DataFrame:
    """The template's columns and a name that must never be read; some break off and come back, some are never seen."""
    rng = np.random.default_rng(seed)
    cohort = rng.integers(2016, 2023, count)
    last = np.minimum(cohort + rng.geometric(0.15, count) - 1, 2023)
    qualified = rng.random(count) < 0.9
    seen = qualified & (rng.random(count) < 0.95)
    away = seen & (last - cohort >= 3) & (rng.random(count) < 0.4)
    back = away & (rng.random(count) < 0.7)
    years = {"last_seen": (last, seen), "left": (cohort + 1, away), "returned": (cohort + 2, back)}
    text = {name: np.where(told, year.astype(str), "") for name, (year, told) in years.items()}
    return pd.DataFrame(
        {
            "name": CANARY,
            "cohort": cohort.astype(str),
            "route": rng.choice(["School Direct", "University", ""], count, p=[0.4, 0.5, 0.1]),
            "phase": rng.choice(["Primary", "Secondary"], count),
            "urn": rng.choice([*schools()["urn"], "123456"], count),
            "network": rng.choice(["harbour", "moor", "vale"], count),
            "qualified": np.where(qualified, rng.choice(["yes", "Y", "1"], count), "no"),
            **text,
        }
    )


def recount(rows: pd.DataFrame, by: list[str], horizon: int) -> dict[tuple, tuple]:
    """For each cohort and group: starts, qualified, employed, then in service and stayed after 1 to 5 years.

    Written person by person, from the words of the template alone.
    """
    found: dict[tuple, np.ndarray] = {}
    for one in rows.to_dict("records"):
        begun = int(one["cohort"])
        last = int(one["last_seen"] or 0)
        left = int(one["left"] or 9_999)
        back = int(one["returned"] or 0) or last
        qualified = one["qualified"].lower() in ("yes", "y", "1")
        employed = qualified and last >= begun
        there = [employed and y <= last and (y < left or y >= back) for y in range(begun + 1, begun + 6)]
        never = [employed and y <= last and y < left for y in range(begun + 1, begun + 6)]
        counts = np.array([1, qualified, employed, *there, *never], int)
        key = (begun, *(one[name] or "Not known" for name in by))
        found[key] = found.get(key, 0) + counts
    seen = {}
    for key, counts in found.items():
        late = [key[0] + year > horizon for year in range(1, 6)]
        blank = [False] * 3 + late + late
        seen[key] = tuple(0 if hide else int(n) for n, hide in zip(counts, blank, strict=True))
    return seen


def as_csv(rows: pd.DataFrame, folder: Path) -> Path:
    """The rows as a file."""
    path = folder / "trainees.csv"
    rows.to_csv(path, index=False)
    return path


def as_parquet(rows: pd.DataFrame, folder: Path) -> Path:
    """The rows as a typed file: years are numbers, blanks missing."""
    path = folder / "trainees.parquet"
    years = ("cohort", "last_seen", "left", "returned")
    typed = rows.assign(**{name: pd.to_numeric(rows[name], errors="coerce").astype("Int64") for name in years})
    typed.to_parquet(path, index=False)
    return path
