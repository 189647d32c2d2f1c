"""Boundaries of districts as GeoJSON; wider areas are dissolved from them, so other levels are not needed."""

import pyarrow as pa

from hubdata.intake.account import Account
from hubdata.intake.files.shapes import Shapes
from hubdata.sources.formats import Context, ShapeFormat, Tables

DISTRICT = ("E06", "E07", "E08", "E09")


def code_of(properties: dict[str, str]) -> str:
    """The GSS code of a feature: under ``code`` or a name such as LAD24CD; empty where there is none."""
    named = [v for k, v in properties.items() if k.lower() == "code" or k.lower().endswith("cd")]
    return next((v for v in named if len(v) == 9 and v[0].isalpha() and v[1:].isdigit()), "")


def of_districts(shapes: Shapes) -> bool:
    """Whether the shapes are districts: every English code is one, and there are lower-tier (E07) ones among them."""
    codes = [code_of(p) for p in shapes.properties]
    return any(code.startswith("E07") for code in codes) and all(c.startswith(DISTRICT) for c in codes if c[:1] == "E")


def of_wider_areas(shapes: Shapes) -> bool:
    """Whether the shapes are areas of another level, or of one that holds no lower-tier district."""
    return any(code_of(p) for p in shapes.properties) and not of_districts(shapes)


def read_districts(shapes: Shapes, account: Account, context: Context) -> Tables:
    """``shapes``: one row a district with its full outline (WKB). Areas outside England are left out, counted."""
    del context
    codes = [code_of(p) for p in shapes.properties]
    english = [i for i, code in enumerate(codes) if code.startswith("E")]
    account.leave_out("GEO-09", "areas outside England are read and left out", len(codes) - len(english))
    rows = {"code": [codes[i] for i in english], "geometry": pa.array([shapes.wkb[i] for i in english], pa.binary())}
    return {"shapes": pa.table(rows)}


def read_wider(shapes: Shapes, account: Account, context: Context) -> Tables:
    """Nothing: wider areas are dissolved from districts, so that all levels meet."""
    del shapes, context
    account.leave_out("GEO-10", "areas wider than districts are recognised and left out: they are made from districts")
    return {}


DISTRICTS = ShapeFormat(
    name="district_boundaries",
    title="District boundaries",
    publisher="Office for National Statistics",
    claims=of_districts,
    read=read_districts,
    address="https://geoportal.statistics.gov.uk",
)
WIDER = ShapeFormat(
    name="wider_boundaries",
    title="Boundaries of counties, regions or countries",
    publisher="Office for National Statistics",
    claims=of_wider_areas,
    read=read_wider,
    address="https://geoportal.statistics.gov.uk",
    dated=False,
    several=True,
)
