"""Areas as drawn shapes, read by GDAL through geopandas from what a gate has looked at first, in this memory alone.

Only four of GDAL's drivers may answer: others follow names to files and addresses, whatever the file is called.
"""

import os
import warnings
from typing import TYPE_CHECKING, Any

import numpy as np

from hubdata.intake.account import Account
from hubdata.intake.files.collapsed import ISLETS, without_collapsed
from hubdata.intake.files.shapes import BROKEN, Shapes, judged
from hubdata.intake.verdicts import Refused

if TYPE_CHECKING:
    import geopandas

DRIVERS = ("GeoJSON", "TopoJSON", "GPKG", "ESRI Shapefile")
# Every other driver that reads vectors in the GDAL that comes with pyogrio; GDAL reads this list once, as it starts.
OTHERS = (
    "ADBC,AIVector,AVCBin,AVCE00,AmigoCloud,CSV,CSW,Carto,DGN,DXF,EDIGEO,EEDA,ESRIJSON,Elasticsearch,FlatGeobuf,GDALG,"
    "GML,GPSBabel,GPX,GTFS,GeoJSONSeq,GeoRSS,HTTP,Idrisi,JML,JSONFG,KML,LIBKML,LVBAG,MBTiles,MEM,MVT,MapInfo File,"
    "MapML,MiraMonVector,NGW,OAPIF,ODS,OGCAPI,OGR_GMT,OGR_PDS,OGR_VRT,OSM,OpenFileGDB,PCIDSK,PDF,PDS4,PGDUMP,PLSCENES,"
    "PMTiles,S57,SQLite,SXF,Selafin,VDV,VFK,VICAR,WAsP,WFS,XLSX"
)
WGS84, NATIONAL_GRID = 4326, 27700
ELSEWHERE = "the file is not in longitude and latitude: export it as WGS84 (EPSG:4326)"


def only_our_drivers() -> None:
    """Shut every driver but ``DRIVERS``, and the network; to be called before pyogrio is first imported."""
    os.environ |= {"OGR_SKIP": OTHERS, "PROJ_NETWORK": "OFF"}


def read_boundaries(body: bytes, account: Account, *, degrees: bool = False) -> Shapes:
    """The polygons of a file of one layer. National Grid is turned into WGS84; another system is refused.

    ``degrees`` says that the gate found the file to be in longitude and latitude.
    """
    frame = _read(body)
    system = WGS84 if degrees else frame.crs and frame.crs.to_2d().to_epsg()
    if system not in (WGS84, NATIONAL_GRID):
        raise Refused("GEO-07", ELSEWHERE)
    frame = frame.set_geometry(_whole(frame, body, account), crs=system)
    if system == NATIONAL_GRID:
        frame = frame.to_crs(WGS84)
        account.fix("GEO-14", "National Grid metres were turned into longitude and latitude")
    told = frame.drop(columns=frame.geometry.name).astype("str").where(frame.notna(), "")
    return judged(told.to_dict("records"), frame.geometry.to_numpy(), account)


def _read(body: bytes) -> "geopandas.GeoDataFrame":
    only_our_drivers()
    import geopandas

    try:
        with warnings.catch_warnings(action="ignore"):
            return geopandas.read_file(body, engine="pyogrio", on_invalid="ignore")
    except (RuntimeError, ValueError, TypeError, KeyError, AttributeError) as error:
        # Whatever GDAL, pyogrio or geopandas make of a damaged file.
        raise Refused("GEO-13", "the boundaries are damaged or cut short: download the file again") from error


def _whole(frame: "geopandas.GeoDataFrame", body: bytes, account: Account) -> np.ndarray:
    """The shapes without rings that are no more than a point or a line, as simplifying leaves of an islet."""
    import pyogrio.raw
    import shapely

    drawn = np.array(frame.geometry, dtype=object)
    broken = shapely.is_missing(drawn)
    if broken.any():
        with warnings.catch_warnings(action="ignore"):
            drawn[broken] = pyogrio.raw.read(body, columns=[])[2][broken]
    odd = np.flatnonzero(broken | ~shapely.is_valid(np.where(broken, None, drawn)))
    dropped = 0
    for i in odd:
        drawn[i], lost = _mended(drawn[i])
        dropped += lost
    account.fix("GEO-16", ISLETS, dropped)
    return drawn


def _mended(shape: Any) -> tuple[Any, int]:
    import shapely

    wkb = shape if isinstance(shape, bytes) else shapely.to_wkb(shape, flavor="iso")
    try:
        kept, dropped = without_collapsed(wkb)
        return shapely.from_wkb(kept), dropped
    except (shapely.GEOSException, TypeError, ValueError) as error:
        raise Refused("GEO-03", BROKEN) from error
