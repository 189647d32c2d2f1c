"""Lists of hub areas of several days: the newest says who serves whom, every one is kept as on its day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pyarrow as pa

from hubdata.building.files.batch import Delivery

HUB_LISTS = ("hub_areas", "dated_hub_areas")
Used = Mapping[str, list[Delivery]]


def newest_serves(used: Used) -> dict[str, list[Delivery]]:
    """The files used, with networks and their leads in the newest hub list alone: an older one is only a record."""
    listed = [delivery for form in HUB_LISTS for delivery in used.get(form, [])]
    newest = max(listed, key=lambda d: d.report.as_at or date.min, default=None)
    return {
        form: [_record(d) if form in HUB_LISTS and d is not newest else d for d in deliveries]
        for form, deliveries in used.items()
    }


def _record(delivery: Delivery) -> Delivery:
    return replace(delivery, tables={"listed_areas": delivery.tables["listed_areas"]})


def dated(areas: pa.Table, delivery: Delivery) -> pa.Table:
    """``hub_lists`` of one file from its ``network_areas``: each district with the area's name and lead that day."""
    listed = delivery.tables["listed_areas"].select(["network", "name", "urn"])
    said = {row["network"]: row for row in listed.to_pylist()}
    codes = areas["network"].to_pylist()
    columns = {
        "listed": pa.array([delivery.report.as_at] * len(areas), pa.date32()),
        "area": areas["network"],
        "district": areas["district"],
        "name": pa.array([said[code]["name"] for code in codes], pa.string()),
        "urn": pa.array([said[code]["urn"] or None for code in codes], pa.string()),
    }
    return pa.table(columns)
