"""Files with one row a trainee told from all others by their header, before anything else looks at them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hubdata.building.files.shares import Given
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


def apart(given: Sequence[Given]) -> tuple[list[Given], list[Given]]:
    """The files that hold trainees, by their header alone, and all others. No row is looked at."""
    found = [one for one in given if _holds_trainees(one)]
    return found, [one for one in given if one not in found]


def _holds_trainees(given: Given) -> bool:
    ending = Path(given.name).suffix.lower()
    if ending not in (".csv", ".parquet") or not given.path.is_file():
        return False
    with given.path.open("rb") as file:
        if ending == ".csv":
            header = file.read(HEAD).splitlines()[:1]
            names = (
                {plain(name.strip('" ')) for name in header[0].decode("utf-8-sig", "replace").split(",")}
                if header
                else set()
            )
            return {name.decode() for name in TELLING} <= names
        file.seek(max(0, given.path.stat().st_size - FOOT))
        foot = file.read()
    return foot.endswith(b"PAR1") and all(name in foot for name in TELLING)
