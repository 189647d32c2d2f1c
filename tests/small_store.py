"""The small England as a store in memory, and what its answers print."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from hubdata.answers.ask import ask
from hubdata.exports.rows import written
from hubdata.provenance import Source, Status
from hubdata.snapshot import Manifest
from hubdata.store import Store

SOURCE = Source("Made up", "Nobody", Status.ILLUSTRATIVE, date(2021, 9, 1))


def opened(tables: Mapping[str, pd.DataFrame]) -> Store:
    """A store of these tables."""
    return Store(Manifest(Status.ILLUSTRATIVE, {}, dict.fromkeys(tables, (SOURCE,)), "made up"), tables)


def printed(
    store: Store, measure: str, by: tuple[str, ...] = (), only: Mapping[str, str] | None = None, **choices
) -> str:
    """The CSV that the command line prints."""
    return written(ask(store, measure, by, only, **choices).table).to_csv(index=False, lineterminator="\n")
