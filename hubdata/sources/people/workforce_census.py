"""Entrants and leavers of the School Workforce Census, 2011 to 2017, by subject, sex and age."""

from collections.abc import Callable
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import numbers
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.people.explore import ADDRESS, PUBLISHER, finished
from hubdata.sources.people.explore_recruitment import subject_name

TITLE = "Teacher entrants and leavers (School Workforce Census)"
STAYED = "Stayed"


def _reader(direction: str) -> Callable[[Sheet, Account, Context], Tables]:
    def read(sheet: Sheet, account: Account, context: Context) -> Tables:
        """Table ``census_flows``. "Not a qualified leaver" is the stock that stayed, not a kind of leaver."""
        del context
        kind = sheet.text("kind")
        subject = pa.array([subject_name(name) for name in sheet.text("subject").to_pylist()], pa.string())
        rows = {
            "year": sheet.text("year"),
            "direction": direction,
            "kind": pc.if_else(pc.starts_with(pc.utf8_lower(kind), "not a qualified"), STAYED, kind),
            "subject": subject,
            "sex": sheet.text("sex"),
            "age": sheet.text("age"),
            "people": numbers(sheet.text("people"), account, "StockSize"),
        }
        return {"census_flows": finished("census_flows", rows, account.kept, TITLE, sheet)}

    return read


def _newest_census(sheet: Sheet) -> date | None:
    """The November of the newest census in the file; None where it has no year."""
    years = [year for year in sheet.text("year").to_pylist() if year and year.isdigit()]
    return date(int(max(years)), 11, 1) if years else None


def _format(direction: str, printed: str) -> Format:
    return Format(
        name=f"census_{direction}",
        title=f"{TITLE}: {direction}",
        publisher=PUBLISHER,
        fields=(
            field("year", "CensusYear", required=True),
            field("subject", "Subject", required=True),
            field("sex", "Gender", required=True),
            field("age", "AgeGroup", required=True),
            field("kind", printed, required=True),
            field("people", "StockSize", required=True),
        ),
        read=_reader(direction),
        address=ADDRESS,
        dated=False,
        several=True,
        known_by=("kind",),
        content_date=_newest_census,
    )


FORMATS = (_format("entrants", "QualifiedEntrantType"), _format("leavers", "QualifiedLeaverType"))
