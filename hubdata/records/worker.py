"""The process in which trainee rows are counted: started afresh, held to limits, answering in Parquet and JSON.

Reads one JSON object, a line of standard input (``path``, ``ending``, ``schools``: Parquet; ``to``: folder;
``engine``; ``suppressed``; ``source``; ``most_unusable``: share; ``cells``: most or null; ``memory``; ``seconds``),
and prints one JSON line. No row of a person leaves this process.
"""

import json
from pathlib import Path
from typing import Any

from hubdata.intake.verdicts import Refused
from hubdata.jobs import held

MORE_MEMORY = "counting needs more memory than allowed"


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Count the file and write its tables; the answer gives its rows, or one sentence why it cannot be used."""
    try:
        return _counted(asked)
    except Refused as refused:
        return {"refused": refused.finding.message, "code": refused.finding.code}
    except MemoryError:
        return {"refused": MORE_MEMORY, "code": "CHILD-02"}
    except ValueError as error:
        return {"refused": str(error), "code": "TRN-01"}
    except OSError as error:
        return {"refused": f"cannot be read: {error.strerror or 'the file is damaged'}", "code": "FILE-08"}
    except Exception as error:
        return _of_the_engine(error)


def _counted(asked: dict[str, Any]) -> dict[str, Any]:
    import pandas as pd

    from hubdata.records.gates import readable
    from hubdata.records.tables import count, people_tables

    to = Path(asked["to"])
    path = readable(Path(asked["path"]), asked["ending"], asked["cells"], to)
    schools = pd.read_parquet(asked["schools"])
    found = count(path, schools, asked["engine"], ending=asked["ending"], scratch=to)
    account = {"rows": found.rows, "unusable": found.unusable, "unplaced": found.unplaced, "horizon": found.horizon}
    if found.unusable > asked["most_unusable"] * found.rows:
        return account | {"tables": []}
    within = schools.dropna(subset=["la", "region"]).set_index("la")["region"].to_dict()
    tables = people_tables(found, asked["source"], within, suppressed=asked["suppressed"])
    for name, table in tables.items():
        table.to_parquet(to / f"{name}.parquet", index=False)
    return account | {"tables": sorted(tables)}


def _of_the_engine(error: Exception) -> dict[str, Any]:
    """An engine's own words may hold what stood in a cell or where a file lies: only the row and the kind go on."""
    import re

    said = str(error)
    if type(error).__name__ == "OutOfMemoryException":
        return {"refused": MORE_MEMORY, "code": "CHILD-02"}
    line = re.search(r"Line: (\d+)", said)
    if line or type(error).__name__ == "InvalidInputException":
        which = f"row {int(line[1]):,}" if line else "a row"
        why = f"{which} cannot be read: a quote is left open, or it has more or fewer cells than the header"
        return {"refused": why, "code": "TRN-05"}
    return {"refused": f"the engine cannot read the file ({type(error).__name__}): save it again", "code": "TRN-05"}


def main() -> None:
    """Answer one request."""
    asked = json.loads(held.requested())
    embedded = asked["engine"] == "duckdb"
    if embedded:
        held.hold(asked["memory"], "RLIMIT_DATA")
    import hubdata.records.gates
    import hubdata.records.tables  # noqa: F401 - so that nothing is left to import once the clock runs

    held.say(held.READY)
    if embedded:
        held.begin(asked["seconds"])
    held.say(json.dumps(answer(asked)))


if __name__ == "__main__":
    main()
