"""One file with a row a trainee, counted in a child: its gates, its report and the tables that come back."""

import hashlib
import json
import math
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from hubdata.building.files.batch import Delivery, Given, why_not
from hubdata.building.own.apart import EMBEDDED, Counting
from hubdata.intake.limits import MEGABYTE, Limits
from hubdata.intake.verdicts import Finding, Refused, Report, Verdict
from hubdata.jobs.allowance import Allowance, Ending
from hubdata.jobs.child import Child
from hubdata.jobs.job import Progress, Room
from hubdata.schema import TABLES, Table

WORKER, KIND = "hubdata.records.worker", "trainees"
UNUSABLE_SHARE = 0.02
# Seconds in which an engine elsewhere may say nothing.
ELSEWHERE = 3600
USE_BUILD = "more than a page counts, use `python -m hubdata build`"
TITLE = "Trainees of a programme (a reader's own file)"


@dataclass(frozen=True)
class CountingChild:
    """Counting files one after another, each in a child of its own."""

    schools: Path
    how: Counting
    limits: Limits
    room: Room

    def delivery(self, number: int, given: Given) -> Delivery:
        """The report and the tables of one file."""
        self.room.tell(Progress(0.5, f"Counting {given.name}, one row a person"))
        report = Report(given.name, recognised_as=KIND)
        try:
            check_people(given.path.stat().st_size, self.limits)
            report = replace(report, sha256=_sha(given.path))
            folder = self.room.folder / f"people-{number}"
            folder.mkdir()
            told = self._told(given, folder)
        except Refused as refused:
            return Delivery(report.with_findings(refused.finding))
        done = replace(
            report, rows_in=told["rows"], loaded=told["rows"] - told["unusable"], quarantined=told["unusable"],
            findings=_findings(told, self.how), as_at=date(told["horizon"], 11, 1) if told["horizon"] else None,
        )  # fmt: skip
        return Delivery(
            done, {name: _typed(pq.read_table(folder / f"{name}.parquet"), TABLES[name]) for name in told["tables"]}
        )

    def _told(self, given: Given, folder: Path) -> dict[str, Any]:
        """What the child says of the file. Raises ``Refused`` with its reason, or with why it was ended."""
        asked = {
            "path": str(given.path), "ending": Path(given.name).suffix.lower(), "schools": str(self.schools),
            "to": str(folder), "engine": self.how.engine, "suppressed": self.how.suppressed, "source": TITLE,
            "most_unusable": UNUSABLE_SHARE, "cells": self.limits.people_cells,
            "memory": self.limits.child_bytes, "seconds": self.limits.people_seconds,
        }  # fmt: skip
        child = Child(WORKER, json.dumps(asked), self._allowance(), self.room.turn)
        self.room.ends_with(child.stop)
        said = [json.loads(line) for line in child.lines()]
        if not said:
            raise self._why_not(child.ending)
        told = said[0]
        if "refused" in told:
            more = f": {USE_BUILD}" if told["code"] == "CHILD-02" and self.limits.people_bytes else ""
            raise Refused(told["code"], told["refused"] + more)
        if told["unusable"] > UNUSABLE_SHARE * told["rows"]:
            message = f"{told['unusable']:,} of {told['rows']:,} rows have no year as their cohort"
            raise Refused("TRN-02", message, "cohort", told["unusable"])
        return told

    def _allowance(self) -> Allowance:
        """An engine elsewhere works where nobody here can watch it."""
        if self.how.engine != EMBEDDED:
            return Allowance(math.inf, sys.maxsize, idle=ELSEWHERE)
        return Allowance(self.limits.people_seconds, self.limits.child_bytes)

    def _why_not(self, ending: Ending) -> Refused:
        return why_not(ending, self.limits.people_seconds, USE_BUILD if self.limits.people_bytes else "")


def check_people(size: int, limits: Limits) -> None:
    """Refuse a file of more bytes than may be counted here."""
    if limits.people_bytes is not None and size > limits.people_bytes:
        raise Refused("FILE-02", f"{size / MEGABYTE:,.0f} MB is {USE_BUILD}")


def _typed(table: pa.Table, held: Table) -> pa.Table:
    """The table in the types that files of other formats give."""
    types = {"whole": pa.int64(), "number": pa.float64(), "flag": pa.bool_()}
    fields = [pa.field(column.name, types.get(column.kind, pa.string())) for column in held.columns]
    return table.select(held.names).cast(pa.schema(fields))


def _findings(told: dict[str, int], how: Counting) -> tuple[Finding, ...]:
    noticed = (
        ("TRN-02", Verdict.QUARANTINE, "cohort", "no year is given as the cohort", told["unusable"]),
        (
            "TRN-03",
            Verdict.FLAG,
            "urn",
            "the first school is not in the register: counted in no area",
            told["unplaced"],
        ),
        (
            "TRN-04",
            Verdict.FLAG,
            "",
            "small numbers are NOT hidden: for private use, do not share",
            int(not how.suppressed),
        ),
    )
    return tuple(Finding(code, grave, where, said, count) for code, grave, where, said, count in noticed if count)


def _sha(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
