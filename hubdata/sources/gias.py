"""The register of schools: a GIAS extract of all establishments, CSV or the official zip."""

from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.ledger import REPEATED, Ledger
from hubdata.intake.sheet import Sheet
from hubdata.intake.values import dates, padded, percent, true_where, urns, whole
from hubdata.schema import DEEMED
from hubdata.sources.formats import Context, Format, Tables, empty_to_null
from hubdata.sources.gias_columns import COLUMNS
from hubdata.sources.grid import located
from hubdata.sources.rural import classified

ELSEWHERE = ["Welsh establishment", "Offshore schools", "British schools overseas", "Service children's education"]
# DfE codes that are no English authority: 000 (overseas), 660-681 (Wales), 701-708 (Crown dependencies, forces).
NOT_ENGLISH = r"^(000|6[678]\d|70\d)$"
NOTHING = ["Not applicable", "Not under a federation", "Does not apply", "None", "Not recorded", "-"]


def read(sheet: Sheet, ledger: Ledger, context: Context) -> Tables:
    """The ``schools`` table: every establishment of England, open or not, with what the register says of it."""
    del context
    urn = urns(sheet.text("urn"), ledger)
    la_code = padded(sheet.text("la_code"), 3, ledger, "LA (code)")
    drop_repeats(urn, sheet, ledger)
    easting, northing = located(sheet.text("easting"), sheet.text("northing"), ledger)
    typed = {
        "la": sheet.text("la"),
        "la_code": la_code,
        **_described(sheet, ledger),
        "easting": easting,
        "northing": northing,
        **classified(sheet.text("ruc_code"), sheet.text("ruc"), ledger),
    }
    elsewhere = _elsewhere(sheet.text("type"), la_code)
    ledger.inform(
        "GIAS-TYPE-01",
        "Welsh, overseas, offshore and service establishments are read and left out: the tables are of England",
        int((elsewhere & ledger.kept).sum()),
    )
    table = empty_to_null({"urn": urn, "name": sheet.text("name"), **typed})
    return {"schools": table.filter(pa.array(ledger.kept & ~elsewhere))}


def _described(sheet: Sheet, ledger: Ledger) -> dict[str, pa.Array]:
    phase = sheet.text("phase")
    printed = pc.unique(phase)
    deemed = pa.array([DEEMED.get(p, p) for p in printed.to_pylist()], pa.string())
    grade = _named(sheet.text("ofsted"))
    inspected = dates(sheet.text("ofsted_at"), ledger, "OfstedLastInsp")
    return {
        "district": sheet.text("district"),
        "type": sheet.text("type"),
        "type_group": sheet.text("type_group"),
        "status": sheet.text("status"),
        "published_phase": phase,
        "phase": deemed.take(pc.index_in(phase, value_set=printed)),
        "opened": dates(sheet.text("opened"), ledger, "OpenDate"),
        "closed": dates(sheet.text("closed"), ledger, "CloseDate"),
        "pupils": whole(sheet.text("pupils"), ledger, "NumberOfPupils"),
        "fsm": percent(sheet.text("fsm"), ledger, "PercentageFSM"),
        "trust": sheet.text("trust"),
        "trust_name": sheet.text("trust_name"),
        "federation": _named(sheet.text("federation")),
        "diocese": _named(sheet.text("diocese")),
        "town": sheet.text("town"),
        "postcode": sheet.text("postcode"),
        "ofsted": grade,
        "ofsted_at": pc.if_else(pc.not_equal(grade, ""), inspected, pa.scalar(None, pa.date32())),
    }


def drop_repeats(urn: pa.Array, sheet: Sheet, ledger: Ledger) -> None:
    """Drop rows that repeat another exactly; set aside all rows of a number that stands for different things."""
    counts = pc.value_counts(urn)
    twice = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
    if not len(twice):
        return
    seen: dict[str, tuple[int, tuple[str, ...]]] = {}
    again, clash = np.zeros(len(sheet), bool), np.zeros(len(sheet), bool)
    for i in np.flatnonzero(true_where(pc.is_in(urn, value_set=twice)) & ledger.kept).tolist():
        row = tuple(sheet.columns.slice(i, 1).to_pylist()[0].values())
        first, before = seen.setdefault(urn[i].as_py(), (i, row))
        again[i] = first != i and before == row
        clash[[first, i]] |= before != row
    differing = pc.is_in(urn, value_set=urn.filter(pa.array(clash)))
    ledger.set_aside(true_where(differing) & ledger.kept, "URN-05", "one URN stands for different schools", "URN")
    ledger.set_aside(again, "URN-04", "rows that repeat another exactly were dropped", "URN", REPEATED)


def _elsewhere(kind: pa.Array, la_code: pa.Array) -> np.ndarray:
    by_type = true_where(pc.is_in(kind, value_set=pa.array(ELSEWHERE)))
    return by_type | true_where(pc.match_substring_regex(la_code, NOT_ENGLISH))


def _named(text: pa.Array) -> pa.Array:
    return pc.if_else(pc.is_in(text, value_set=pa.array(NOTHING)), "", text)


def content_date(sheet: Sheet) -> date | None:
    """The register prints no date of its own: only the file's name knows it."""
    del sheet
    return None


FORMAT = Format(
    name="gias",
    title="Register of schools (GIAS)",
    publisher="Department for Education",
    fields=COLUMNS,
    read=read,
    address="https://get-information-schools.service.gov.uk/Downloads",
)
