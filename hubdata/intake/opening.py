"""A file opened as far as its header or its shapes, through every gate that needs no knowledge of formats."""

from collections.abc import Callable

from hubdata.intake.account import Account
from hubdata.intake.filenames import ending
from hubdata.intake.files.biff import open_biff
from hubdata.intake.files.columnar import open_parquet
from hubdata.intake.files.decode import to_utf8
from hubdata.intake.files.delimited import like_ours, open_text
from hubdata.intake.files.geojson import open_json
from hubdata.intake.files.geopackage import open_geopackage
from hubdata.intake.files.shapefile import ZIPPED, open_shapefile
from hubdata.intake.files.shapes import Shapes
from hubdata.intake.files.workbook import open_workbook
from hubdata.intake.gates import check_first_bytes
from hubdata.intake.rows.headers import Score
from hubdata.intake.sheet import Page
from hubdata.intake.verdicts import Refused

# What is said of letters that cannot be read; of no account where the file is of something else.
UNREADABLE = ("TEXT-05", "TEXT-06", "TEXT-07")
Opened = Page | Shapes | None
OPENERS: dict[str, Callable[[bytes, Score, Account], Opened]] = {
    ".csv": lambda body, score, account: _open_csv(body, score, account),
    ".xls": open_biff,
    ".xlsx": open_workbook,
    ".parquet": open_parquet,
    ".geojson": lambda body, _, account: open_json(to_utf8(body, account), account),
    ".topojson": lambda body, _, account: open_json(to_utf8(body, account), account),
    ".json": lambda body, _, account: open_json(to_utf8(body, account), account, surely=False),
    ".gpkg": lambda body, _, account: open_geopackage(body, account),
    ZIPPED: lambda body, _, account: open_shapefile(body, account),
}


def _open_csv(body: bytes, score: Score, account: Account) -> Page | None:
    """A page; None where no format of ours claims the text, even if its letters cannot be read to the end."""
    try:
        text = to_utf8(body, account)
    except Refused as refused:
        if refused.finding.code in UNREADABLE and not like_ours(body, score, account):
            return None
        raise
    return open_text(text, score, account)


def open_file(name: str, body: bytes, score: Score, account: Account) -> Opened:
    """A page of rows or a set of shapes; None where nothing claims it. Raises ``Refused`` at the first closed gate."""
    check_first_bytes(name, body)
    return OPENERS[ending(name)](body, score, account)
