"""A made-up England of a few hundred schools with every oddity of the real one, for tests.

Twelve square authorities, twenty kilometres wide, stand in a grid of four by three; three rows are three regions.
"""

from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer
from small_schools import HIGH, SIDE, SOUTH, WEST, WIDE, schools_of

from hubdata import snapshot
from hubdata.provenance import Source, Status
from hubdata.schema import AREAS_OF_WORK, TABLES
from hubdata.store import Store

REGION_NAMES = ("North East", "London", "South West")
STARTS = pd.to_datetime([f"{year}-09-01" for year in range(2011, 2019)])


def typed(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame as a snapshot gives it back."""
    return snapshot.from_arrow(snapshot.to_arrow(frame.reindex(columns=TABLES[name].names), TABLES[name]), TABLES[name])


def tables(seed: int = 1, count: int = 600) -> dict[str, pd.DataFrame]:
    """Every table, typed as the schema says."""
    rng = np.random.default_rng(seed)
    schools = schools_of(rng, count)
    networks = _networks(rng)
    leads = rng.choice(schools["urn"], size=60, replace=False)
    found = {
        "schools": schools,
        "links": _links(rng, schools),
        "networks": networks,
        "members": _members(rng, schools, networks, leads),
        "network_areas": _areas(),
        "districts": _districts(),
        "outlines": _outlines(),
        "roles": _roles(rng, networks),
        "support": _support(rng, schools, networks),
        "funding": _funding(rng, networks),
        "activities": _activities(rng, schools, networks),
    }
    return {name: typed(name, frame) for name, frame in found.items()}


def _links(rng: np.random.Generator, schools: pd.DataFrame) -> pd.DataFrame:
    closed = schools.loc[schools["status"] == "Closed", "urn"].to_numpy()
    heirs = rng.choice(schools["urn"], len(closed))
    frame = pd.DataFrame({"urn": closed, "link_urn": heirs, "relation": "successor", "since": pd.NaT})
    return frame.loc[frame["urn"] != frame["link_urn"]]


def _networks(rng: np.random.Generator) -> pd.DataFrame:
    alliances = pd.DataFrame({"network": [f"alliance-{i:02d}" for i in range(40)]})
    since = pd.Series(rng.choice(STARTS, 40))
    alliances = alliances.assign(
        kind="teaching_school_alliance", name=alliances["network"].str.title(), since=since,
        until=pd.Timestamp("2021-08-31"), listed=pd.Timestamp("2021-03-01"),
    )  # fmt: skip
    alliances.loc[:4, "until"] = pd.Timestamp("2019-08-31")
    hubs = pd.DataFrame({"network": [f"X{i}" for i in range(1, 5)]})
    hubs = hubs.assign(
        kind="teaching_school_hub", name=[f"Hub {i}" for i in (1, 1, 2, 3)], since=pd.Timestamp("2021-09-01"),
        until=pd.NaT, listed=pd.Timestamp("2021-09-01"),
    )  # fmt: skip
    return pd.concat([alliances, hubs], ignore_index=True)


def _members(
    rng: np.random.Generator, schools: pd.DataFrame, networks: pd.DataFrame, leads: np.ndarray
) -> pd.DataFrame:
    rows = []
    for position, row in enumerate(networks.itertuples()):
        chosen = leads[position : position + 1 + position % 3 // 2]
        rows += [(row.network, urn, "lead", row.since, row.until) for urn in chosen]
        if row.kind == "teaching_school_alliance":
            others = rng.choice(schools["urn"], 8, replace=False)
            roles = rng.choice(["strategic_partner", "supported"], 8)
            rows += [(row.network, urn, role, row.since, row.until) for urn, role in zip(others, roles, strict=True)]
    return pd.DataFrame(rows, columns=["network", "urn", "role", "since", "until"])


def _areas() -> pd.DataFrame:
    rows = [(f"X{1 + n // 4}", f"E0700{n:04d}", False, "") for n in range(WIDE * HIGH - 1)]
    rows += [("X4", "E07000000", True, "A North")]
    rows[0] = ("X1", "E07000000", True, "A South")
    return pd.DataFrame(rows, columns=["network", "district", "shared", "part"])


def _districts() -> pd.DataFrame:
    return pd.DataFrame(
        [
            (f"E0700{n:04d}", f"District {n}", f"E0600{n:04d}", f"Authority {n}", f"{201 + n}", REGION_NAMES[n // WIDE])
            for n in range(WIDE * HIGH)
        ],
        columns=["district", "district_name", "la", "la_name", "la_code", "region"],
    )


def _outlines() -> pd.DataFrame:
    to_degrees = Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True)
    squares = {}
    for n in range(WIDE * HIGH):
        west, south = WEST + n % WIDE * SIDE, SOUTH + n // WIDE * SIDE
        square = shapely.box(west, south, west + SIDE, south + SIDE)
        squares[n] = shapely.transform(square, to_degrees.transform, interleaved=False)
    rows = [("la", f"E0600{n:04d}", shape) for n, shape in squares.items()]
    rows += [("district", f"E0700{n:04d}", shape) for n, shape in squares.items()]
    rows += [("country", "E92000001", shapely.union_all(list(squares.values())))]
    return pd.DataFrame([(*row[:2], row[2].wkb) for row in rows], columns=["level", "code", "geometry"])


def _roles(rng: np.random.Generator, networks: pd.DataFrame) -> pd.DataFrame:
    alliances = networks.loc[networks["kind"] == "teaching_school_alliance"]
    rows = [
        (row.network, area, row.since, row.until)
        for row in alliances.itertuples()
        for area in AREAS_OF_WORK[:5]
        if rng.random() < 0.4
    ]
    return pd.DataFrame(rows, columns=["network", "area_of_work", "since", "until"])


def _support(rng: np.random.Generator, schools: pd.DataFrame, networks: pd.DataFrame) -> pd.DataFrame:
    rows = [
        (network, urn, year)
        for network in networks["network"][:30]
        for year in ("2014/15", "2015/16")
        for urn in rng.choice(schools["urn"], 3, replace=False)
    ]
    return pd.DataFrame(rows, columns=["network", "urn", "year"])


def _funding(rng: np.random.Generator, networks: pd.DataFrame) -> pd.DataFrame:
    rows = [
        (network, year, "core", float(rng.integers(20, 80)) * 1000)
        for network in networks["network"][:35]
        for year in ("2014/15", "2015/16", "2016/17")
    ]
    return pd.DataFrame(rows, columns=["network", "year", "fund", "pounds"])


def _activities(rng: np.random.Generator, schools: pd.DataFrame, networks: pd.DataFrame) -> pd.DataFrame:
    rows = [
        (network, f"Twilight {n}", pd.Timestamp("2016-03-01"), "twilight", None,
         urn if n else None, int(rng.integers(1, 40)) if rng.random() < 0.9 else None)
        for network in networks["network"]
        for n, urn in enumerate(rng.choice(schools["urn"], 4, replace=False))
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["network", "activity", "day", "kind", "subject", "urn", "attended"])


def store_in(folder: Path, found: dict[str, pd.DataFrame]) -> Store:
    """Written to the folder and opened again, as a reader's snapshot is."""
    sources = {name: (Source(name, "Nobody", Status.ILLUSTRATIVE),) for name in found}
    snapshot.write(found, sources, folder, Status.ILLUSTRATIVE)
    return Store.open(folder)
