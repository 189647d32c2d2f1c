"""Every table of a snapshot, opened once, read-only, shared by all sessions."""

import os
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import pandas as pd

from hubdata import snapshot
from hubdata.catalogue import DATASETS
from hubdata.provenance import Source, Unpublished

Kept = TypeVar("Kept")
ENGLAND = snapshot.DATA / "england"
ILLUSTRATIVE = snapshot.DATA / "illustrative"
SHIPPED = {"england": ENGLAND, "illustrative": ILLUSTRATIVE}


def location(asked: str | Path | None = None) -> str:
    """Where a snapshot is: the one asked for, else the one that ``HUBDATA`` names, else the real England.

    The words ``england`` and ``illustrative`` name the two that the project comes with.
    """
    named = str(asked or os.environ.get("HUBDATA") or ENGLAND)
    return str(SHIPPED.get(named, named))


class Store:
    """Tables by name, with their sources. Nobody changes a table of a store; measures return new ones.

    ``location`` is where its snapshot is; empty for one that stands nowhere, as a reader's own does. Areas and outlines
    that a snapshot does not bring come from ``data/places``.
    """

    def __init__(
        self, manifest: snapshot.Manifest, tables: Mapping[str, pd.DataFrame], packed: Mapping[str, bytes] | None = None
    ) -> None:
        """Hold what was read: tables, and files of tables that are ``packed`` until asked for. Use ``Store.open``."""
        self.hash = manifest.hash
        self.status = manifest.status
        self.location = ""
        self._tables = dict(tables)
        self._packed = dict(packed or {})
        self._rows = {name: len(table) for name, table in self._tables.items()} | _rows(manifest, self._packed)
        self._sources = dict(manifest.sources)
        self._checksums = {name: entry["sha256"] for name, entry in manifest.tables.items()}
        self._kept: dict[Hashable, Any] = {}
        self._lock = Lock()

    @classmethod
    def open(cls, named: str | Path) -> "Store":
        """The store of a snapshot: one of the two words of ``location``, a folder, a ``.zip`` or what fsspec opens.

        Every file is checked now; a table is made of it when somebody first asks, so that no page waits for others'.
        """
        at = location(named)
        manifest, packed = snapshot.read_packed(at)
        store = cls(manifest, {}, packed)
        store.location = at
        if not {"districts", "outlines"} <= set(packed):
            places, shapes = snapshot.read_packed(str(snapshot.PLACES))
            store._packed = shapes | store._packed
            store._rows = _rows(places, shapes) | store._rows
            store._checksums = {name: entry["sha256"] for name, entry in places.tables.items()} | store._checksums
            store._sources = dict(places.sources) | store._sources
        return store

    @property
    def names(self) -> list[str]:
        """Tables that hold at least one row."""
        return sorted(name for name, rows in self._rows.items() if rows)

    def has(self, name: str) -> bool:
        """Whether the table is loaded and not empty."""
        return self._rows.get(name, 0) > 0

    def table(self, name: str) -> pd.DataFrame:
        """The table, shared: copy before changing. Raises ``Unpublished`` with the reader's sentence when absent."""
        if not self.has(name):
            raise Unpublished(name, DATASETS[name].absent)
        with self._lock:
            if name in self._packed:
                self._tables[name] = snapshot.unpacked(name, self._packed.pop(name))
            return self._tables[name]

    def authorities(self) -> pd.DataFrame:
        """Every local authority of the look-up, once each, as text: la (GSS code), la_name, region."""
        names = ["la", "la_name", "region"]
        return self.kept(
            "look-up of authorities", lambda: self.table("districts")[names].astype("str").drop_duplicates("la")
        )

    def network_names(self) -> pd.Series:
        """The name of every network, indexed by its identifier, both as text."""
        names = ["network", "name"]
        return self.kept(
            "names of networks", lambda: self.table("networks")[names].astype("str").set_index("network")["name"]
        )

    def checksum(self, name: str) -> str:
        """The SHA-256 of a table as its snapshot stores it; empty where it stands in no snapshot (a reader's own)."""
        return self._checksums.get(name, "")

    def sources(self, *names: str) -> tuple[Source, ...]:
        """Where the tables came from, each source once, in the order of the names."""
        found = [source for name in names for source in self._sources.get(name, ())]
        return tuple(dict.fromkeys(found))

    def kept(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """What ``make`` returns, worked out once for this store and shared from then on: nobody changes it."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def figures(self, name: str) -> pd.DataFrame:
        """Published national figures, ``data/published/<name>.csv``: one row a figure, each with its source.

        The same beside any data; ``as_at`` is a date.
        """
        return self.kept(
            ("figures", name), lambda: pd.read_csv(snapshot.PUBLISHED / f"{name}.csv", parse_dates=["as_at"])
        )


def _rows(manifest: snapshot.Manifest, packed: Mapping[str, bytes]) -> dict[str, int]:
    return {name: manifest.tables[name]["rows"] for name in packed}
