"""What a refresh altered: tables that came or went, rows by key, codes, and totals, before and after."""

from collections.abc import Iterator, Mapping

import pandas as pd

from hubdata.schema import TABLES, Table

COLUMNS = ["table", "what", "name", "before", "after"]
# A column with more values than this holds names of things, not a list of codes to compare.
CODES_AT_MOST = 500


def changes(old: Mapping[str, pd.DataFrame], new: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a difference between two snapshots; none where they hold the same.

    Returns:
        table; what (rows, added, removed, altered, code, total, column); name (of the code or column); before and
        after as numbers of rows or as sums, missing where the table or code is not on that side.
    """
    found = [row for name in sorted(old.keys() | new.keys()) for row in _of_table(name, old.get(name), new.get(name))]
    return pd.DataFrame(found, columns=COLUMNS).astype({"before": "float64", "after": "float64"})


def _of_table(name: str, old: pd.DataFrame | None, new: pd.DataFrame | None) -> Iterator[tuple[object, ...]]:
    if old is None or new is None:
        yield name, "rows", "", None if old is None else len(old), None if new is None else len(new)
        return
    if len(old) != len(new):
        yield name, "rows", "", len(old), len(new)
    table = TABLES[name]
    yield from _rows(table, old, new)
    for column in table.columns:
        if column.kind == "code" and column.name not in table.key:
            yield from _codes(name, column.name, old, new)
        elif column.kind == "whole" and column.name not in table.key:
            yield from _totals(name, column.name, old, new)


def _rows(table: Table, old: pd.DataFrame, new: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    before, after = _keyed(table, old), _keyed(table, new)
    both = before.index.intersection(after.index)
    counts = {
        "added": len(after.index.difference(before.index)),
        "removed": len(before.index.difference(after.index)),
        "altered": int((before.loc[both] != after.loc[both]).sum()),
    }
    for what, count in counts.items():
        if count:
            yield table.name, what, " and ".join(table.key), None, count


def _keyed(table: Table, frame: pd.DataFrame) -> pd.Series:
    """A number that stands for all of a row, by its key; of rows with one key the first."""
    keys = pd.MultiIndex.from_frame(frame[list(table.key)].astype("str"))
    plain = frame.astype({name: "str" for name in frame if isinstance(frame[name].dtype, pd.CategoricalDtype)})
    hashed = pd.Series(pd.util.hash_pandas_object(plain, index=False).to_numpy(), index=keys)
    return hashed[~hashed.index.duplicated()]


def _codes(name: str, column: str, old: pd.DataFrame, new: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    before, after = (frame[column].astype("str").value_counts() for frame in (old, new))
    if max(len(before), len(after)) > CODES_AT_MOST:
        return
    for code in sorted(before.index.symmetric_difference(after.index)):
        yield name, "code", f"{column} {code}", before.get(code), after.get(code)


def _totals(name: str, column: str, old: pd.DataFrame, new: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    before, after = (float(frame[column].sum()) for frame in (old, new))
    if abs(before - after) > 1e-9 * max(abs(before), abs(after)):
        yield name, "total", column, before, after
