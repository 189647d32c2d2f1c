"""The names of England's districts, authorities and regions, and where they lie."""

from pathlib import Path

import pandas as pd

GAZETTEER = Path(__file__).with_name("gazetteer.csv")


def gazetteer() -> pd.DataFrame:
    """One row a district of 2025: district, district_name, la, la_name, la_code, region, conurbation.

    ``conurbation`` is major, minor or empty: whether the district's towns belong to a large built-up area.
    """
    return pd.read_csv(GAZETTEER, dtype=str, keep_default_na=False)
