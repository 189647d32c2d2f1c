"""How new a register is by what stands in it, for registers whose names do not say their day."""

from collections.abc import Sequence
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.building.files.shares import Delivery

# What is said of a file whose name gives a month or a year alone, or no day at all.
UNSURE = ("DATE-02", "DATE-03")
NEVER = date.min


def newness(given: Sequence[Delivery]) -> dict[int, date]:
    """By which day each delivery counts as old or new, by its ``id``.

    That is the day it describes; where the name of one of them is unsure, of all the newest day that has come about in
    them: an open school's opening, a closed school's closing. Days that are merely planned say nothing.
    """
    unsure = any(finding.code in UNSURE for delivery in given for finding in delivery.report.findings)
    days = {id(d): _newest_day(d.tables["schools"]) for d in given if "schools" in d.tables} if unsure else {}
    compared = len(days) == len(given) and NEVER not in days.values()
    return days if compared else {id(delivery): delivery.report.as_at or NEVER for delivery in given}


def _newest_day(schools: pa.Table) -> date:
    found = [
        pc.max(schools[day].filter(pc.fill_null(pc.equal(schools["status"].cast(pa.string()), status), False))).as_py()
        for day, status in (("opened", "Open"), ("closed", "Closed"))
    ]
    return max((day for day in found if day), default=NEVER)
