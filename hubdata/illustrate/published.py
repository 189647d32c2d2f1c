"""Published national figures to calibrate to, from ``data/published``."""

import pandas as pd

from hubdata.snapshot import PUBLISHED


def published(name: str) -> pd.DataFrame:
    """The figures of one file, as text and numbers; ``as_at`` as a date.

    Raises:
        FileNotFoundError: when there is no such file.
    """
    return pd.read_csv(PUBLISHED / f"{name}.csv", parse_dates=["as_at"])


def count_on(day: str, measure: str) -> int:
    """The published count of ``measure`` (teaching_schools, alliances, …) on a day, written 2018-03-12.

    Raises:
        KeyError: when nobody published it.
    """
    figures = published("teaching_schools").set_index(["as_at", "measure"])["value"]
    return int(figures.loc[(pd.Timestamp(day), measure)])
