"""Deprivation by district of today, from the neighbourhoods that an index names."""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.building.areas.areas import codes, former_districts
from hubdata.building.assembled import Assembled
from hubdata.building.columns import mapped, with_column
from hubdata.building.credit import source_of
from hubdata.building.files.batch import Delivery
from hubdata.sources.areas.area_codes import spoken_by

Used = Mapping[str, list[Delivery]]


def add_deprivation(built: Assembled, used: Used, today: date) -> None:
    """Add ``deprivation`` where an index and a look-up of districts are at hand."""
    for delivery in used.get("deprivation", []):
        if "need_districts" in delivery.tables and "districts" in built.tables:
            table, lost = _by_district(delivery.tables["need_districts"], built.tables["districts"], used)
            message = "neighbourhoods are in no district we know: left out of its deprivation"
            built.flag("NEED-12", f"{delivery.report.file} and {built.files('districts')}", message, lost)
            built.add("deprivation", table, source_of(delivery, today))


def _by_district(found: pa.Table, districts: pa.Table, used: Used) -> tuple[pa.Table, int]:
    """``deprivation`` by district of today, former ones where they went; and the neighbourhoods that go nowhere."""
    forms = spoken_by(codes(districts))
    today = mapped(mapped(found["district"], forms), former_districts(used, forms))
    placed = with_column(found, "district", mapped(today, forms))
    placed = placed.append_column("ranks", pc.multiply(placed["imd_rank"], placed["neighbourhoods"]))
    known = pc.is_in(placed["district"], value_set=districts["district"].unique())
    lost = pc.sum(placed["neighbourhoods"].filter(pc.invert(known))).as_py() or 0
    sums = placed.filter(known).group_by("district", use_threads=False)
    summed = sums.aggregate([(name, "sum") for name in ("neighbourhoods", "worst_tenth", "ranks")]).sort_by("district")
    columns = {
        "district": summed["district"],
        "neighbourhoods": summed["neighbourhoods_sum"],
        "imd_rank": pc.divide(summed["ranks_sum"], summed["neighbourhoods_sum"]),
        "worst_tenth": summed["worst_tenth_sum"],
    }
    return pa.table(columns), lost
