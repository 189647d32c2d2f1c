"""The process in which files are parsed: started afresh, held to limits, answering in Parquet and JSON.

Reads one JSON object from standard input (``jobs``: path, name, declared date; ``to``: folder; ``limits``; ``places``)
and prints one JSON line a job. Nothing it meets in a file can reach the process that asked.
"""

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from hubdata.intake.child import READY
from hubdata.intake.limits import Limits
from hubdata.intake.verdicts import Refused, Report


def hold(limits: Limits, jobs: int) -> None:
    """Cap this process's memory and time where the system can; elsewhere the asker's clock and poll must do."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.child_bytes, limits.child_bytes))
    seconds = limits.child_seconds * max(1, jobs)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class WithoutPandas:
    """Says that pandas is not installed. Arrow looks for it at its first array, which costs a quarter of a second."""

    def find_spec(self, name: str, *_: object) -> None:
        """Refuse pandas, know nothing of any other module."""
        if name == "pandas":
            raise ModuleNotFoundError("files are parsed without pandas", name=name)


def answer(number: int, job: dict[str, Any], to: Path, limits: Limits, reference: Any) -> dict[str, Any]:
    """Read one file; its tables go to Parquet in ``to``, and the answer names them beside the report."""
    from hubdata.sources.reading import read_file  # long since imported by ``main``

    declared = date.fromisoformat(job["as_at"]) if job["as_at"] else None
    said = []
    try:
        body = Path(job["path"]).read_bytes()
        for part, parsed in enumerate(read_file(job["name"], body, declared, limits, reference, job["replies"])):
            tables = dict(parsed.tables) | ({"quarantine": parsed.quarantine} if parsed.quarantine else {})
            files = {name: _written(table, to / f"{number}-{part}-{name}.parquet") for name, table in tables.items()}
            said.append({"report": parsed.report.to_json(), "tables": files})
    except MemoryError:
        said = [{"report": _refused(job["name"], "CHILD-02", "the file needs more memory than allowed"), "tables": {}}]
    except OSError as error:
        said = [{"report": _refused(job["name"], "FILE-08", f"cannot be read: {error.strerror}"), "tables": {}}]
    return {"job": number, "parsed": said}


def _written(table: Any, path: Path) -> str:
    import pyarrow.parquet as pq

    pq.write_table(table, path, compression="none", write_statistics=False)
    return path.name


def _refused(name: str, code: str, message: str) -> dict[str, Any]:
    return Report(name, findings=(Refused(code, message).finding,)).to_json()


def main() -> None:
    """Answer every job in turn."""
    asked = json.load(sys.stdin)
    limits = Limits(**asked["limits"])
    hold(limits, len(asked["jobs"]))
    sys.meta_path.insert(0, WithoutPandas())
    import hubdata.sources.reading  # noqa: F401 - so that nothing is left to import once the clock runs
    from hubdata.sources.reference import Reference

    reference = Reference(Path(asked["places"])) if asked["places"] else None
    sys.stdout.write(READY + "\n")
    sys.stdout.flush()
    for number, job in asked["jobs"]:
        sys.stdout.write(json.dumps(answer(number, job, Path(asked["to"]), limits, reference)) + "\n")
        sys.stdout.flush()


def request(jobs: list[tuple[int, dict[str, Any]]], to: Path, limits: Limits, places: Path | None) -> str:
    """What to send to standard input. ``places`` is a snapshot of areas to judge files by."""
    return json.dumps({"jobs": jobs, "to": str(to), "limits": asdict(limits), "places": str(places or "")})


if __name__ == "__main__":
    main()
