"""Ten million made-up trainees counted in their own process: seconds and memory against a minute and two gigabytes."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.servers import ROOT

ROWS, SECONDS, BYTES = 10_000_000, 60, 2 * 1024**3
MAKE = """COPY (
  SELECT 2010 + (random() * 13)::int AS cohort,
    ['School Direct', 'School-centred', 'Higher education', 'Other'][1 + (random() * 3.99)::int] AS route,
    ['Primary', 'Secondary'][1 + (random() * 1.99)::int] AS phase,
    (900000 + (random() * 20000)::int)::varchar AS urn, 'n' || (random() * 600)::int AS network,
    CASE WHEN random() < 0.91 THEN 'yes' ELSE 'no' END AS qualified, 'Person ' || i AS name,
    2010 + (random() * 13)::int AS last_seen
  FROM range({rows}) AS made(i)) TO '{path}'"""
SCHOOLS = """COPY (
  SELECT (900000 + i)::varchar AS urn, 'E06' || lpad((i % 153)::varchar, 6, '0') AS la,
    ['North East', 'London', 'South West'][1 + (i % 153) % 3] AS region, ['Rural', 'Urban'][1 + i % 2] AS rural
  FROM range(20001) AS made(i)) TO '{path}' (FORMAT parquet)"""


def measure(rows: int = ROWS) -> list[str]:
    """A line for each kind of file: seconds and the most memory held, and whether both targets are met."""
    import duckdb

    lines = []
    with tempfile.TemporaryDirectory() as folder:
        schools = Path(folder) / "schools.parquet"
        duckdb.sql(SCHOOLS.format(path=schools))
        for ending in (".parquet", ".csv"):
            path = Path(folder) / f"trainees{ending}"
            duckdb.sql(MAKE.format(rows=rows, path=path) + (" (FORMAT parquet)" if ending == ".parquet" else ""))
            lines.append(_counted(path, schools, Path(folder)))
            path.unlink()
    return lines


def _counted(path: Path, schools: Path, folder: Path) -> str:
    asked = {
        "path": str(path), "ending": path.suffix, "schools": str(schools), "to": str(folder), "engine": "duckdb",
        "suppressed": True, "source": "benchmark", "most_unusable": 0.02, "cells": None, "memory": BYTES,
        "seconds": 600,
    }  # fmt: skip
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "hubdata.records.worker"]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, cwd=ROOT, check=True)
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work, most = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss * 1024
    met = seconds <= SECONDS and most <= BYTES
    told = json.loads(done.stdout.splitlines()[-1])  # after the line that says it is ready
    if "refused" in told:
        return f"trainees from {path.suffix[1:]}: refused, {told['refused']}"
    rows = told["rows"]
    said = f"{rows:,} trainees from {path.suffix[1:]}: {seconds:.1f} s ({work:.0f} s of work), {most / 1024**3:.2f} GB"
    return f"{said}  at most {SECONDS} s and 2 GB {'met' if met else 'NOT MET'}"
