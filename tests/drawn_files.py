"""Boundary files of two made-up districts, as GDAL and the ONS portal write them, to be read or to be broken."""

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas
import numpy as np
import pyogrio.raw
import shapely
from bad.maps import NEXT, SQUARE
from read_here import Parsed, rows

CODES = ("E07000110", "E07000111")
STEM = "LAD_DEC_2023_UK_BUC"
VRT = """<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>{}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"""
SPECK = [[0.55, 51.4], [0.55, 51.4]]


def districts() -> geopandas.GeoDataFrame:
    """Two squares side by side, in longitude and latitude."""
    names = {"LAD23CD": CODES, "LAD23NM": ("Älpha", 'Beta, "the" second')}
    return geopandas.GeoDataFrame(names, geometry=[shapely.Polygon(SQUARE), shapely.Polygon(NEXT)], crs=4326)


def geopackage(frame: geopandas.GeoDataFrame) -> bytes:
    """The frame as a GeoPackage."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.gpkg"
        frame.to_file(path, layer=STEM)
        return path.read_bytes()


def parts(frame: geopandas.GeoDataFrame) -> dict[str, bytes]:
    """The parts of a Shapefile, by file name."""
    with TemporaryDirectory() as folder:
        frame.to_file(Path(folder) / f"{STEM}.shp")
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def zipped(files: dict[str, bytes], folder: str = "") -> bytes:
    """Files in a zip."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(folder + name, content)
    return body.getvalue()


def with_speck(ending: str, driver: str) -> bytes:
    """The two districts, the first with an islet shrunk to one point, as a file of GDAL's; a Shapefile zipped."""
    shapes = [_multipolygon(SQUARE, SPECK), _multipolygon(NEXT)]
    with TemporaryDirectory() as folder:
        pyogrio.raw.write(
            f"{folder}/{STEM}.{ending}",
            np.array(shapes, dtype=object),
            [np.array(CODES, dtype=object)],
            ["LAD23CD"],
            geometry_type="MultiPolygon",
            crs="EPSG:4326",
            driver=driver,
        )
        written = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
    return zipped(written) if ending == "shp" else written[f"{STEM}.{ending}"]


def _multipolygon(*rings: list[list[float]]) -> bytes:
    """WKB put together by hand: no library makes a ring of two points."""
    count = np.array([len(rings)], "<u4").tobytes()
    polygons = [
        b"\x01" + np.array([3, 1, len(ring)], "<u4").tobytes() + np.array(ring, "<f8").tobytes() for ring in rings
    ]
    return b"\x01" + np.array([6], "<u4").tobytes() + count + b"".join(polygons)


def drawn(parsed: Parsed) -> dict[str, shapely.Geometry]:
    """The shapes it gave, by code."""
    return {row["code"]: shapely.from_wkb(row["geometry"]) for row in rows(parsed, "shapes")}


def assert_the_two_squares(parsed: Parsed) -> None:
    """It gave the two districts, whatever file they came in."""
    assert parsed.report.recognised_as == "district_boundaries"
    for code, ring in zip(CODES, (SQUARE, NEXT), strict=True):
        assert shapely.hausdorff_distance(drawn(parsed)[code], shapely.Polygon(ring)) < 1e-4
