"""The schools of the small England: every oddity of a real register in a few hundred rows."""

import numpy as np
import pandas as pd

SIDE, WIDE, HIGH = 20_000, 4, 3
WEST, SOUTH = 400_000, 200_000


def schools_of(rng: np.random.Generator, count: int) -> pd.DataFrame:
    """Table ``schools`` before typing, ``count`` rows."""
    statuses = ["Open"] * 8 + ["Open, but proposed to close", "Closed"]
    phases = ["Primary"] * 6 + ["Secondary"] * 2 + ["All-through", "Not applicable", "Nursery"]
    phase = rng.choice(phases, count)
    frame = pd.DataFrame(
        {
            "urn": [str(900_001 + i) for i in range(count)],
            "name": [f"School {i}" for i in range(count)],
            "type": "Community school",
            "status": rng.choice(statuses, count),
            "published_phase": phase,
            "phase": phase,
            "pupils": pd.Series(rng.integers(0, 700, count)).astype("Int64").mask(rng.random(count) < 0.05),
            "fsm": np.where(rng.random(count) < 0.05, np.nan, rng.integers(0, 60, count)),
            "town": "Town",
            "postcode": "AB1 2CD",
            "ofsted": rng.choice(["Outstanding", "Good", "Good", "Requires improvement", None], count),
        }
    )
    parts = [frame, _stood(rng, count), _run(rng, count), _settled(rng, count)]
    nobody_says = dict.fromkeys(("opened", "closed", "ofsted_at"), pd.NaT)
    return pd.concat(parts, axis=1).assign(diocese=None, admissions=_admitted(frame["phase"]), **nobody_says)


def _admitted(phase: pd.Series) -> pd.Series:
    """One in five selects, one in seven does not say; some primaries say something that is not counted."""
    number = pd.Series(range(len(phase)))
    said = pd.Series("Non-selective", index=number).mask(number % 5 == 0, "Selective").mask(number % 7 == 0, None)
    return said.where(phase.isin(["Secondary", "All-through"]) | (number % 11 == 0), None)


def _stood(rng: np.random.Generator, count: int) -> pd.DataFrame:
    """Where they stand; a few have no location, a few an authority in Wales."""
    column, row = rng.integers(0, WIDE, count), rng.integers(0, HIGH, count)
    number, lost = row * WIDE + column, rng.random(count) < 0.03
    return pd.DataFrame(
        {
            "la": pd.Series([f"E0600{n:04d}" for n in number]).mask(rng.random(count) < 0.02, "W06000001"),
            "la_code": [f"{201 + n}" for n in number],
            "district": pd.Series([f"E0700{n:04d}" for n in number]).mask(lost),
            "easting": pd.Series(WEST + column * SIDE + rng.integers(0, SIDE, count)).astype(float).mask(lost),
            "northing": pd.Series(SOUTH + row * SIDE + rng.integers(0, SIDE, count)).astype(float).mask(lost),
        }
    )


def _run(rng: np.random.Generator, count: int) -> pd.DataFrame:
    """Who runs them; a tenth of the academies name no trust."""
    groups = ["Local authority maintained schools"] * 4 + ["Academies"] * 4 + ["Free Schools", "Independent schools"]
    group = rng.choice(groups, count)
    academy = np.isin(group, ["Academies", "Free Schools"])
    trust = pd.Series([f"T{n}" for n in rng.integers(0, 60, count)]).where(academy & (rng.random(count) < 0.9))
    federation = pd.Series(np.where(rng.random(count) < 0.1, "Federation", None)).mask(academy)
    return pd.DataFrame({"type_group": group, "trust": trust, "trust_name": trust, "federation": federation})


def _settled(rng: np.random.Generator, count: int) -> pd.DataFrame:
    """Rural or urban; a few not classified."""
    rural = np.where(rng.random(count) < 0.3, "Rural", "Urban")
    rural = pd.Series(np.where(rng.random(count) < 0.03, "Not classified", rural))
    ruc = rural.map({"Rural": "Rural village", "Urban": "Urban city and town"}).fillna("Not classified")
    return pd.DataFrame(
        {"rural": rural, "ruc": ruc, "ruc_vintage": np.where(rural == "Not classified", None, "RUC2011")}
    )
