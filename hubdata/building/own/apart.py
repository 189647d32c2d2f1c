"""Files with one row a trainee told from all others by their header, before anything else looks at them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hubdata.building.files.shares import Job
from hubdata.intake.rows.headers import plain

EMBEDDED = "duckdb"
TELLING = (b"cohort", b"qualified", b"last_seen")
HEAD, FOOT = 8_192, 262_144


@dataclass(frozen=True)
class Counting:
    """How trainees are counted: by which engine, and whether small numbers are hidden (False: for private use only)."""

    engine: str = EMBEDDED
    suppressed: bool = True


USUAL = Counting()


def apart(jobs: Sequence[Job], most: int | None = None) -> tuple[list[Job], list[Job]]:
    """The files that hold trainees, by their header alone, and all others. No row is looked at.

    Files of more than ``most`` bytes stay with the others, whose gates refuse them.
    """
    able = [job for job in jobs if most is None or not job.path.is_file() or job.path.stat().st_size <= most]
    found = [job for job in able if _holds_trainees(job)]
    return found, [job for job in jobs if job not in found]


def _holds_trainees(job: Job) -> bool:
    ending = Path(job.name).suffix.lower()
    if ending not in (".csv", ".parquet") or not job.path.is_file():
        return False
    with job.path.open("rb") as file:
        if ending == ".csv":
            header = file.read(HEAD).splitlines()[:1]
            names = (
                {plain(name.strip('" ')) for name in header[0].decode("utf-8-sig", "replace").split(",")}
                if header
                else set()
            )
            return {name.decode() for name in TELLING} <= names
        file.seek(max(0, job.path.stat().st_size - FOOT))
        foot = file.read()
    return foot.endswith(b"PAR1") and all(name in foot for name in TELLING)
