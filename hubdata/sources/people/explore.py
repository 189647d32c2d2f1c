"""What every Explore Education Statistics file shares: periods, areas, and numbers with the reason one is missing."""

from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.values import SYMBOLS, numbers, true_where
from hubdata.intake.sheet import Sheet
from hubdata.provenance import Status
from hubdata.schema import NOT_KNOWN, REGIONS, TABLES
from hubdata.schema.people import ALL
from hubdata.sources.formats import empty_to_null

PUBLISHER = "Department for Education"
ADDRESS = "https://explore-education-statistics.service.gov.uk"
CODES = {"confidential": "c", "not applicable": "z", "not available": "x", "rounds to 0": "low", "low reliability": "u"}
MARK_OF = {symbol: CODES[meaning] for symbol, meaning in SYMBOLS.items()} | {"k": "k", "": "blank"}
SPLIT_LONDON = ("Inner London", "Outer London")
REGION_OF = {name.casefold(): name for name in REGIONS} | {"east": "East of England"}
ARROW = {"whole": pa.int64(), "number": pa.float64(), "flag": pa.bool_(), "date": pa.date32()}


def periods(text: pa.Array) -> pa.Array:
    """Time periods as people write them: 202122 is 2021/22, a year of four digits (a November census) stays."""
    return pc.replace_substring_regex(text, r"^(\d{4})(\d{2})$", r"\1/\2")


def newest_period(sheet: Sheet) -> str:
    """The newest period in the file, as its edition; ``2023 November`` for a census year."""
    last = max(filter(None, periods(sheet.text("time_period")).to_pylist()), default="")
    return f"{last} November" if len(last) == 4 else last


def period_end(sheet: Sheet) -> date | None:
    """The day the newest period describes: the census of its November, or the end of the school year; None without."""
    last = newest_period(sheet)
    if not last[:4].isdigit():
        return None
    year = int(last[:4])
    return date(year, 11, 1) if last.endswith("November") else date(year + 1, 7, 31)


def marks(text: pa.Array) -> pa.Array:
    """Why each number is missing, one of ``MARKS``; empty where it is a number."""
    low = pc.utf8_lower(text)
    known = pa.array(list(MARK_OF))
    place = pc.index_in(low, value_set=known)
    return pc.fill_null(pa.array(list(MARK_OF.values())).take(place), "")


def shares(text: pa.Array, account: Account, column: str, most: float = 100.0) -> pa.Array:
    """Percentages as fractions of 1; outside 0 to ``most`` per cent sets the row aside."""
    value = numbers(pc.replace_substring_regex(text, r"\s*%$", ""), account, column)
    wrong = pc.or_(pc.less(value, 0), pc.greater(value, most))
    account.set_aside(true_where(wrong), "NUM-05", f"a percentage is not between 0 and {most:g}", column)
    fraction = np.round(value.to_numpy(zero_copy_only=False) / 100, 12)
    return pa.array(fraction, pa.float64(), from_pandas=True)


def first_mark(*columns: pa.Array) -> pa.Array:
    """The first reason among the columns of a row; empty where every number is there."""
    found = marks(columns[0])
    for text in columns[1:]:
        found = pc.if_else(pc.equal(found, ""), marks(text), found)
    return found


def areas(sheet: Sheet, account: Account) -> dict[str, pa.Array]:
    """Columns region and la of each row: ``All`` for England, the region's name, or the authority's GSS code.

    Inner and outer London stay apart here (see ``one_london``); a region that is none of ours sets its row aside.
    """
    level = pc.utf8_lower(sheet.text("geographic_level"))
    regional, local = pc.equal(level, "regional"), pc.equal(level, "local authority")
    named = [_region(name) for name in sheet.text("region_name").to_pylist()]
    region = pc.if_else(regional, pa.array(named, pa.string()), ALL)
    strange = true_where(pc.equal(region, ""))
    account.set_aside(strange, "AREA-20", "the region is none of England's nine", "region_name")
    code = sheet.text("la")
    known = pc.match_substring_regex(code, r"^E\d{8}$")
    return {"region": region, "la": pc.if_else(local, pc.if_else(known, code, NOT_KNOWN), ALL)}


def _region(name: str) -> str:
    return name if name in SPLIT_LONDON else REGION_OF.get(name.casefold(), "")


def one_london(table: pa.Table, counts: list[str]) -> pa.Table:
    """Inner and outer London added up to London, unless the file prints London too; shares of the sum are missing."""
    split = pc.is_in(table["region"], value_set=pa.array(SPLIT_LONDON))
    if not pc.any(split).as_py():
        return table
    whole = table.filter(pc.invert(split))
    if pc.any(pc.equal(whole["region"], "London")).as_py():
        return whole
    text = [n for n in table.column_names if pa.types.is_string(table[n].type)]
    key = [n for n in text if n not in ("region", "mark")]
    adding = [(n, "sum", pc.ScalarAggregateOptions(skip_nulls=False)) for n in counts]
    sums = table.filter(split).group_by(key).aggregate([*adding, ("mark", "max")])
    found = {n: sums[n] for n in key} | {n: sums[f"{n}_sum"] for n in counts} | {"mark": sums["mark_max"]}
    found["region"] = pa.array(["London"] * len(sums), pa.string())
    columns = {n: found.get(n, pa.nulls(len(sums), table[n].type)) for n in table.column_names}
    return pa.concat_tables([whole, pa.table(columns).cast(whole.schema)])


def finished(name: str, columns: dict[str, object], kept: np.ndarray, source: str, sheet: Sheet) -> pa.Table:
    """The rows kept, as the table of that name: one value stands for a whole column, an absent column is missing.

    Rows are official and come from ``source``; where the sheet has a ``source`` column somebody copied the figures, and
    each row keeps what is written there, as published.
    """
    copied = sheet.has("source")
    told = {"source": sheet.text("source") if copied else source}
    given = columns | told | {"status": str(Status.PUBLISHED if copied else Status.OFFICIAL)}
    arrays = {}
    for column in TABLES[name].columns:
        kind = ARROW.get(column.kind, pa.string())
        value = given.get(column.name)
        arrays[column.name] = value if isinstance(value, pa.Array) else pa.array([value] * len(kept), kind)
    return empty_to_null(arrays).filter(pa.array(kept))
