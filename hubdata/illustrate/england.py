"""Make the illustrative England: places on real ground, and schools and networks that do not exist."""

from dataclasses import replace
from pathlib import Path

import pandas as pd

from hubdata import snapshot
from hubdata.illustrate.chance import chance
from hubdata.illustrate.credits import MADE_UP, PLACES, credited
from hubdata.illustrate.ground.cells import Cells, cells
from hubdata.illustrate.ground.gazetteer import gazetteer
from hubdata.illustrate.ground.ground import ground
from hubdata.illustrate.ground.outlines import outlines
from hubdata.illustrate.ground.postcodes import postcodes
from hubdata.illustrate.networks.alliances import lead_spells
from hubdata.illustrate.networks.system import system
from hubdata.illustrate.people.tables import people
from hubdata.illustrate.schools.numbering import numbered
from hubdata.illustrate.schools.register import register
from hubdata.inventory import write_inventory
from hubdata.provenance import Source
from hubdata.schema import DISTRICTS, LINKS, PEOPLE, SCHOOLS

PEOPLE_NAMES = {table.name for table in PEOPLE}


def illustrate(to: Path = snapshot.DATA, seed: int = 2011) -> None:
    """Write ``places``, ``illustrative`` and their rows of the inventory under ``to``: the same bytes for a seed.

    Needs the development dependency with the postcodes; takes about half a minute.
    """
    points, places = postcodes(), gazetteer()
    squares = cells(points)
    drawn = {"districts": places[DISTRICTS.names], "outlines": outlines(squares, places)}
    _write(drawn, PLACES, to / "places")
    _write(made_up(points, places, squares, seed), MADE_UP, to / "illustrative")
    write_inventory(to, ("illustrative", "places"))


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
    regions = places.astype({"la": "str", "region": "str"}).set_index("la")["region"].to_dict()
    trained = people(whole.schools, rest["networks"], rest["members"], regions, chance(seed, "people"))
    # What nobody made up (a religious character, say) is left out, as a file that lacks it would.
    made = whole.schools[[name for name in SCHOOLS.names if name in whole.schools]]
    return {"schools": made, "links": whole.links[LINKS.names], **rest, **trained}


def _write(tables: dict[str, pd.DataFrame], source: Source, to: Path) -> None:
    """Write a snapshot and sweep what an earlier one left."""
    sources = {}
    for name, table in tables.items():
        statuses = set(table["status"].unique()) if name in PEOPLE_NAMES else set()
        counted = replace(source, rows_in=len(table), loaded=len(table))
        sources[name] = credited(statuses, counted)
    written = snapshot.write(tables, sources, to, source.status)
    kept = {entry["file"] for entry in written.tables.values()}
    for path in to.glob("*.parquet"):
        if path.name not in kept:
            path.unlink()
