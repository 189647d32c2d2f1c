"""A reader's own files beside the data that were loaded: one set of tables for their session, nobody else's."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hubdata.building.assembled import Sources
from hubdata.building.build import Built
from hubdata.provenance import Status
from hubdata.schema import TABLES
from hubdata.snapshot import from_arrow, to_arrow
from hubdata.sources.own_templates import TEMPLATES
from hubdata.store import Store

# Rows of these stand beside one another; any other table that a file brings replaces the one before.
SHARED = {template.table.name for template in TEMPLATES}


def together(built: Built, base: Store) -> tuple[dict[str, pd.DataFrame], Sources, Status]:
    """Tables, sources and status of a session: what was loaded, with the reader's files added.

    Official lists replace networks of their kind; own lists stand beside them. Illustrative data stay only beside
    files that are all the reader's own: official and illustrative are never mixed.
    """
    added = {name: from_arrow(to_arrow(table, TABLES[name]), TABLES[name]) for name, table in built.tables.items()}
    statuses = {source.status for name in added for source in built.sources.get(name, ()) if name not in _areas(built)}
    kept = base.status is not Status.ILLUSTRATIVE or statuses <= {Status.UNPUBLISHED}
    before = {name: base.table(name) for name in base.names if kept}
    replaced = _replaced(before, built.assembled.kinds)
    tables = before | {name: _joined(name, before, added, replaced) for name in added}
    sources = {name: base.sources(name) for name in before} | {
        name: tuple(dict.fromkeys((*(base.sources(name) if name in before and name in SHARED else ()), *given)))
        for name, given in built.sources.items()
    }
    return tables, sources, _status(statuses, base.status if kept else Status.OFFICIAL)


def _areas(built: Built) -> set[str]:
    """Areas came with the product unless a file brought them; they say nothing of what a reader loaded."""
    return {name for name in ("districts", "outlines") if not any(s.file for s in built.sources.get(name, ()))}


def _status(statuses: set[Status], before: Status) -> Status:
    return Status.UNPUBLISHED if Status.UNPUBLISHED in statuses else before


def _joined(
    name: str, before: Mapping[str, pd.DataFrame], added: Mapping[str, pd.DataFrame], replaced: set[str]
) -> pd.DataFrame:
    new = added[name]
    if name not in before or name not in SHARED:
        return new
    old = before[name]
    if "network" in old.columns:
        old = old.loc[~old["network"].astype("str").isin(replaced)]
    whole = pd.concat([_plain(old), _plain(new)], ignore_index=True)
    whole = whole.drop_duplicates(list(TABLES[name].key), ignore_index=True)
    return from_arrow(to_arrow(whole, TABLES[name]), TABLES[name])


def _replaced(before: Mapping[str, pd.DataFrame], kinds: set[str]) -> set[str]:
    """Networks of the kinds that an official list brings anew."""
    if "networks" not in before:
        return set()
    old = before["networks"]
    return set(old.loc[old["kind"].astype("str").isin(kinds), "network"].astype("str"))


def _plain(frame: pd.DataFrame) -> Any:
    codes = [name for name in frame.columns if isinstance(frame[name].dtype, pd.CategoricalDtype)]
    return frame.astype(dict.fromkeys(codes, "str")) if codes else frame
