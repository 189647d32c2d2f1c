"""The process in which trainee rows are counted: started afresh, held to limits, answering in Parquet and JSON.

Reads one JSON object from standard input (``path``, ``ending``, ``schools``: Parquet; ``to``: folder; ``engine``;
``suppressed``; ``source``; ``most_unusable``: share; ``memory``; ``seconds``; ``ready``: the line to say once
everything is imported) and prints one JSON line. No row of a
person leaves this process.
"""

import json
import sys
from pathlib import Path
from typing import Any


def hold(memory: int, seconds: int) -> None:
    """Cap this process's memory and time where the system can; an engine elsewhere (Spark) is not held."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Count the file and write its tables; the answer gives its rows, or one sentence why it cannot be used."""
    import pandas as pd

    from hubdata.records.tables import count, people_tables

    schools = pd.read_parquet(asked["schools"])
    try:
        found = count(Path(asked["path"]), schools, asked["engine"], ending=asked["ending"])
    except ValueError as error:
        return {"refused": str(error)}
    account = {"rows": found.rows, "unusable": found.unusable, "unplaced": found.unplaced, "horizon": found.horizon}
    if found.unusable > asked["most_unusable"] * found.rows:
        return account | {"tables": []}
    within = schools.dropna(subset=["la", "region"]).set_index("la")["region"].to_dict()
    tables = people_tables(found, asked["source"], within, suppressed=asked["suppressed"])
    for name, table in tables.items():
        table.to_parquet(Path(asked["to"]) / f"{name}.parquet", index=False)
    return account | {"tables": sorted(tables)}


def main() -> None:
    """Answer one request."""
    asked = json.load(sys.stdin)
    if asked["engine"] == "duckdb":
        hold(asked["memory"], asked["seconds"])
    import hubdata.records.tables  # noqa: F401 - so that nothing is left to import once the clock runs

    sys.stdout.write(asked["ready"] + "\n")
    sys.stdout.flush()
    try:
        said = answer(asked)
    except MemoryError:
        said = {"refused": "counting needs more memory than allowed: name an engine that has it"}
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
