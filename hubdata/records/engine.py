"""Where trainee rows are counted: DuckDB inside this process by default, or an engine reached by an address."""

from pathlib import Path

import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

EMBEDDED = "duckdb"
SHARE_A_DISK = ("duckdb", "pyspark")
MEMORY = "1200MB"
THREADS = 2


def connect(address: str = EMBEDDED, scratch: str = "") -> ibis.BaseBackend:
    """A connection to the engine.

    Args:
        address: ``duckdb`` (embedded), ``spark://local[2]`` or another Spark master, or any address that Ibis opens.
        scratch: folder for the embedded engine's working copy, on disk and compressed; its owner deletes it.
    """
    if address == EMBEDDED:
        place = f"{scratch}/rows.duckdb" if scratch else ":memory:"
        engine = ibis.duckdb.connect(place, threads=THREADS, memory_limit=MEMORY, temp_directory=scratch or None)
        engine.raw_sql("SET preserve_insertion_order = false")
        return engine
    if address.startswith("spark://"):
        return _spark(address.removeprefix("spark://"))
    return ibis.connect(address)


def _spark(master: str) -> ibis.BaseBackend:
    from pyspark.sql import SparkSession

    local = master.startswith("local")
    session = (
        SparkSession.builder.master(master if local else f"spark://{master}")
        .appName("hubdata")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", str(THREADS) if local else "200")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.ansi.enabled", "false")
        .getOrCreate()
    )
    return ibis.pyspark.connect(session)


def rows_of(engine: ibis.BaseBackend, path: Path, ending: str = "") -> ir.Table:
    """The file's rows, CSV as text; nothing is read before it is needed, and only the columns that are.

    ``ending`` says what the file is where its own name does not.
    """
    if (ending or path.suffix).lower() == ".parquet":
        return engine.read_parquet(str(path))
    if engine.name == "duckdb":
        # Said, not guessed: a guess takes an open quote for a letter.
        return engine.read_csv(str(path), header=True, all_varchar=True, delim=",", quote='"', escape='"')
    return engine.read_csv(str(path), header=True)


def lookup(engine: ibis.BaseBackend, schools: pd.DataFrame, scratch: str) -> ir.Table:
    """The register (urn, la, region, rural) where the engine can join it; areas that are missing stay so."""
    text = dict.fromkeys(("urn", "la", "region", "rural"), "string")
    plain = schools[list(text)].astype("str").astype("object").where(schools[list(text)].notna(), None)
    if engine.name not in SHARE_A_DISK:
        return ibis.memtable(plain, schema=ibis.schema(text))
    path = f"{scratch}/register.parquet"
    schema = pa.schema([(name, pa.string()) for name in text])
    pq.write_table(pa.Table.from_pandas(plain, schema, preserve_index=False), path)
    return engine.read_parquet(path)


def kept(engine: ibis.BaseBackend, rows: ir.Table, name: str = "rows") -> ir.Table:
    """The rows read, typed and joined once, so that each count need not do it again; the engine decides where."""
    return engine.create_table(name, rows) if engine.name == EMBEDDED else rows.cache()
