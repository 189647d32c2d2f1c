"""A register read again where a look-up that came with it knows authorities that the product does not know yet."""

from collections.abc import Sequence
from pathlib import Path

from hubdata.building.files.batch import Delivery, Given, Reading
from hubdata.intake.limits import Limits
from hubdata.jobs.job import Room
from hubdata.sources.reference import Known, Reference

# What is said of an authority that nobody knows, or whose code is not the one known.
UNKNOWN = ("GIAS-LA-01", "GIAS-LA-02")


def read_again(
    deliveries: Sequence[Delivery], given: Sequence[Given], limits: Limits, places: Path | None, room: Room
) -> list[Delivery]:
    """The deliveries, those of registers read anew with what the look-ups say where that may let rows in."""
    doubtful = [d for d in deliveries if any(f.code in UNKNOWN for f in d.report.findings)]
    told = _told(deliveries, places) if doubtful else ()
    again = [one for one in given if told and any(_of(delivery, one) for delivery in doubtful)]
    if not again:
        return list(deliveries)
    anew = Reading(again, limits, 1, places, room, told).deliveries()
    first = {one.name: next(i for i, d in enumerate(deliveries) if _of(d, one)) for one in again}
    together: list[Delivery] = []
    for i, delivery in enumerate(deliveries):
        mine = next((one for one in again if _of(delivery, one)), None)
        if mine is None:
            together.append(delivery)
        elif first[mine.name] == i:
            together += [d for d in anew if _of(d, mine)]
    return together


def _of(delivery: Delivery, given: Given) -> bool:
    return delivery.report.file == given.name or delivery.report.file.startswith(f"{given.name}/")


def _told(deliveries: Sequence[Delivery], places: Path | None) -> tuple[Known, ...]:
    """Authorities of the look-ups brought that our own areas do not have: code, GSS code, name, region."""
    ours = Reference(places).authorities if places else {}
    rows = {
        (row["la_code"] or "", row["la"], row["la_name"], row["region"])
        for delivery in deliveries
        if delivery.report.taken and "districts" in delivery.tables
        for row in delivery.tables["districts"].to_pylist()
    }
    return tuple(sorted(row for row in rows if row[0] not in ours or row[1] not in ours[row[0]].codes))
