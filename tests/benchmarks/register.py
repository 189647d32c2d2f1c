"""The data that both sides show: the same schools, as a snapshot for ours and as a CSV for the plain app."""

from pathlib import Path

from pyproj import Transformer

from hubdata.answers.groups import schools_of
from hubdata.store import Store

COLUMNS = ["name", "phase", "rural", "pupils", "lon", "lat"]


def plain_csv(data: str, folder: Path) -> Path:
    """The schools of the population with a location, in the six columns that the plain app shows."""
    schools = schools_of(Store.open(data))
    located = schools.loc[schools["located"]]
    to_degrees = Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True)
    lon, lat = to_degrees.transform(located["easting"].to_numpy(), located["northing"].to_numpy())
    to = folder / "schools.csv"
    located.assign(lon=lon.round(6), lat=lat.round(6))[COLUMNS].to_csv(to, index=False)
    return to
