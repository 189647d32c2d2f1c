"""The process in which files are parsed: started afresh, held to limits, answering in Parquet and JSON.

Reads one JSON object, a line of standard input (``jobs``: path, name, declared date; ``to``: folder; ``limits``;
``places``; ``told``), and prints one JSON line a job. Nothing it meets in a file can reach the process that asked.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from hubdata.intake.limits import Limits
from hubdata.intake.verdicts import Refused, Report
from hubdata.jobs import held


def answer(number: int, job: dict[str, Any], to: Path, limits: Limits, reference: Any) -> dict[str, Any]:
    """Read one file; its tables go to Parquet in ``to``, and the answer names them beside the report."""
    try:
        said = _parsed(number, job, to, limits, reference)
    except MemoryError:
        said = _refused(job["name"], "CHILD-02", "needs more memory than allowed: send fewer rows or columns")
    except OSError as error:
        said = _refused(job["name"], "FILE-08", f"cannot be read: {error.strerror or 'the file is damaged'}")
    except RecursionError:
        said = _refused(job["name"], "CHILD-03", "is nested deeper than can be read: save it again as .csv")
    except Exception as error:
        why = f"is not what it seems to be ({type(error).__name__}): save it again or as .csv"
        said = _refused(job["name"], "CHILD-03", why)
    return {"job": number, "parsed": said}


def _parsed(number: int, job: dict[str, Any], to: Path, limits: Limits, reference: Any) -> list[dict[str, Any]]:
    from hubdata.sources.reading import read_file  # long since imported by ``main``

    declared = date.fromisoformat(job["as_at"]) if job["as_at"] else None
    said = []
    body = Path(job["path"]).read_bytes()
    for part, parsed in enumerate(read_file(job["name"], body, declared, limits, reference, job["replies"])):
        tables = dict(parsed.tables) | ({"quarantine": parsed.quarantine} if parsed.quarantine else {})
        files = {name: _written(table, to / f"{number}-{part}-{name}.parquet") for name, table in tables.items()}
        said.append({"report": parsed.report.to_json(), "tables": files})
    return said


def _written(table: Any, path: Path) -> str:
    import pyarrow.parquet as pq

    pq.write_table(table, path, compression="none", write_statistics=False)
    return path.name


def _refused(name: str, code: str, message: str) -> list[dict[str, Any]]:
    return [{"report": Report(name, findings=(Refused(code, message).finding,)).to_json(), "tables": {}}]


def main() -> None:
    """Answer every job in turn."""
    asked = json.loads(held.requested())
    limits = Limits(**asked["limits"])
    held.hold(limits.child_bytes)
    from hubdata.intake.without_pandas import begin_without_pandas

    begin_without_pandas()
    import hubdata.sources.reading  # noqa: F401 - so that nothing is left to import once the clock runs
    from hubdata.sources.reference import Reference

    told = tuple(tuple(known) for known in asked["told"])
    reference = Reference(Path(asked["places"]), told) if asked["places"] else None
    held.say(held.READY)
    for number, job in asked["jobs"]:
        held.begin(limits.child_seconds)
        held.say(json.dumps(answer(number, job, Path(asked["to"]), limits, reference)))


def request(
    jobs: list[tuple[int, dict[str, Any]]],
    to: Path,
    limits: Limits,
    places: Path | None,
    told: Sequence[tuple[str, ...]] = (),
) -> str:
    """What to send to standard input. ``places`` is a snapshot of areas to judge files by, ``told`` adds to it."""
    asked = {"jobs": jobs, "to": str(to), "limits": asdict(limits), "places": str(places or "")}
    return json.dumps(asked | {"told": list(told)})


if __name__ == "__main__":
    main()
