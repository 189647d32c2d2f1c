"""Districts of a look-up that does not say all of them: what it lacks is taken from the areas we know."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.values import first_of_each, true_where
from hubdata.intake.sheet import Sheet
from hubdata.sources.areas.area_codes import both_forms
from hubdata.sources.areas.regions import region_coded
from hubdata.sources.reference import Reference

LOWER_TIER, COUNTY = "E07", "E10"
COLUMNS = ("district", "district_name", "la", "la_name", "la_code", "region")
# A list with fewer districts than this is of a part of England.
ALL_OF_ENGLAND = 250


@dataclass(frozen=True)
class _Known:
    """Rows of the areas we know, found by the code of a district or of an authority."""

    rows: list[dict[str, str]]

    def find(self, name: str, code: str) -> dict[str, str]:
        """A row with the code, in either of its forms; empty where there is none."""
        forms = both_forms(code)
        return next((row for row in self.rows if row[name] in forms), {})


def told_areas(sheet: Sheet, account: Account, reference: Reference | None) -> pa.Table:
    """The ``districts`` table of the rows: each English district once, in the order of codes."""
    districts = sheet.text("district")
    english = true_where(pc.starts_with(districts, "E"))
    account.leave_out("AREA-04", "districts outside England are read and left out", int((~english).sum()))
    first = first_of_each(districts)
    known = _Known(reference.districts() if reference else [])
    listed = [_row(sheet, i, known) for i in np.flatnonzero(english & first).tolist()]
    lacking = {row["district"] for row in listed if not (row["la"] and row["region"])}
    aside = true_where(pc.is_in(districts, value_set=pa.array(sorted(lacking), pa.string())))
    said = "neither this list nor the areas we know say in which authority and region the district is"
    account.set_aside(aside & english, "AREA-05", said, "LAD")
    rows = {row["district"]: row for row in listed if row["district"] not in lacking}
    if len(rows) < ALL_OF_ENGLAND:
        rows = {row["district"]: row for row in known.rows} | rows
        account.inform("AREA-06", "the list is of a part of England: its districts stand beside those we know")
    _note_disagreement(sheet, account)
    return pa.table({n: pa.array([row[n] or None for row in rows.values()], pa.string()) for n in COLUMNS}).sort_by(
        "district"
    )


def _row(sheet: Sheet, at: int, known: _Known) -> dict[str, str]:
    """A district as the list has it, and what only we know of it; blank where nobody does."""
    said = {name: sheet.text(name)[at].as_py() for name in COLUMNS}
    before = known.find("district", said["district"])
    if not said["district"].startswith(LOWER_TIER):
        said |= {"la": said["district"], "la_name": said["district_name"]}
    elif not said["la"].startswith(COUNTY):
        said |= {"la": before.get("la", ""), "la_name": before.get("la_name", "")}
    authority = known.find("la", said["la"])
    region = region_coded(said["region"]) or before.get("region", "") or authority.get("region", "")
    return said | {
        "la_name": said["la_name"] or authority.get("la_name", "") or said["district_name"],
        "la_code": authority.get("la_code", ""),
        "region": region,
    }


def _note_disagreement(sheet: Sheet, account: Account) -> None:
    """Say where one district stands in two regions or under two names: the first row counts."""
    names = ("district", "district_name", "region")
    each = set(zip(*(sheet.text(name).to_pylist() for name in names), strict=True))
    twice = [code for code, times in Counter(row[0] for row in each).items() if times > 1 and code.startswith("E")]
    account.flag("AREA-03", "a district stands under two names or in two regions: the first is used", len(twice))
