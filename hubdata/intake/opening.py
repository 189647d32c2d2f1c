"""A file opened as far as its header or its shapes, through every gate that needs no knowledge of formats."""

from hubdata.intake.biff import open_biff
from hubdata.intake.columnar import open_parquet
from hubdata.intake.decode import to_utf8
from hubdata.intake.delimited import open_text
from hubdata.intake.gates import check_first_bytes, ending
from hubdata.intake.headers import Score
from hubdata.intake.ledger import Ledger
from hubdata.intake.shapes import Shapes, open_geojson
from hubdata.intake.sheet import Page
from hubdata.intake.workbook import open_workbook


def open_file(name: str, body: bytes, score: Score, ledger: Ledger) -> Page | Shapes | None:
    """A page of rows or a set of shapes; None where nothing claims it. Raises ``Refused`` at the first closed gate."""
    check_first_bytes(name, body)
    kind = ending(name)
    if kind == ".csv":
        return open_text(to_utf8(body, ledger), score, ledger)
    if kind == ".xls":
        return open_biff(body, score, ledger)
    if kind == ".xlsx":
        return open_workbook(body, score, ledger)
    if kind == ".parquet":
        return open_parquet(body, score, ledger)
    if kind == ".geojson":
        return open_geojson(to_utf8(body, ledger), ledger)
    return None
