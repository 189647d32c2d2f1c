"""The register of schools: a GIAS extract of all establishments, CSV or the official zip."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.values import dates, padded, percent, true_where, urns, whole
from hubdata.intake.sheet import Sheet
from hubdata.schema import DEEMED
from hubdata.sources.formats import Context, Format, Tables, empty_to_null
from hubdata.sources.schools.admissions import policies
from hubdata.sources.schools.characters import characters, sexes
from hubdata.sources.schools.gias_checks import check_authorities, check_codes, check_statuses, drop_repeats
from hubdata.sources.schools.gias_columns import COLUMNS
from hubdata.sources.schools.grid import located
from hubdata.sources.schools.rural import classified

ELSEWHERE = ["Welsh establishment", "Offshore schools", "British schools overseas", "Service children's education"]
NOTHING = ["Not applicable", "Not under a federation", "Does not apply", "None", "Not recorded", "-"]


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """The ``schools`` table: every establishment of England, open or not, with what the register says of it.

    Only columns of the allow-list are ever here: no names of heads, no telephone numbers.
    """
    urn = urns(sheet.text("urn"), account)
    la_code = padded(sheet.text("la_code"), 3, account, "LA (code)")
    # By its type alone: a code of Wales or of nowhere beside an English type is a slip, to be seen.
    elsewhere = true_where(pc.is_in(sheet.text("type"), value_set=pa.array(ELSEWHERE)))
    drop_repeats(urn, sheet, account)
    check_codes(sheet, account)
    if context.reference:
        check_authorities(sheet, la_code, ~elsewhere, account, context.reference)
    described = _described(sheet, account)
    check_statuses(sheet.text("status"), described["opened"], described["closed"], account, context.as_at)
    easting, northing = located(
        sheet.text("easting"), sheet.text("northing"), sheet.text("la"), ~elsewhere, account, context.reference
    )
    code, name = _rural_columns(sheet)
    table = empty_to_null(
        {"urn": urn, "name": sheet.text("name"), "la": sheet.text("la"), "la_code": la_code}
        | described
        | {"easting": easting, "northing": northing}
        | classified(code, name, account)
    )
    left_out = "Welsh, overseas, offshore and service establishments are read and left out: the tables are of England"
    account.leave_out("GIAS-TYPE-01", left_out, int((elsewhere & account.kept).sum()))
    chosen = pa.array(account.kept & ~elsewhere)
    neighbourhoods = empty_to_null({"urn": urn, "lsoa": sheet.text("lsoa")})
    return {"schools": table.filter(chosen), "neighbourhoods": neighbourhoods.filter(chosen)}


def _rural_columns(sheet: Sheet) -> tuple[pa.Array, pa.Array]:
    """Class code and name: the columns of 2021 where the file has them filled, else those of 2011."""
    newer = pc.or_(pc.not_equal(sheet.text("ruc_code"), ""), pc.not_equal(sheet.text("ruc"), ""))
    code = pc.if_else(newer, sheet.text("ruc_code"), sheet.text("urban_rural_code"))
    return code, pc.if_else(newer, sheet.text("ruc"), sheet.text("urban_rural"))


def _described(sheet: Sheet, account: Account) -> dict[str, pa.Array]:
    phase = sheet.text("phase")
    printed = pc.unique(phase)
    deemed = pa.array([DEEMED.get(p, p) for p in printed.to_pylist()], pa.string())
    grade = _named(sheet.text("ofsted"))
    inspected = dates(sheet.text("ofsted_at"), account, "OfstedLastInsp")
    return {
        "district": sheet.text("district"),
        "type": sheet.text("type"),
        "type_group": sheet.text("type_group"),
        "status": sheet.text("status"),
        "published_phase": phase,
        "phase": deemed.take(pc.index_in(phase, value_set=printed)),
        "opened": dates(sheet.text("opened"), account, "OpenDate"),
        "closed": dates(sheet.text("closed"), account, "CloseDate"),
        "pupils": whole(sheet.text("pupils"), account, "NumberOfPupils"),
        "fsm": percent(sheet.text("fsm"), account, "PercentageFSM"),
        "trust": sheet.text("trust"),
        "trust_name": sheet.text("trust_name"),
        "federation": _named(sheet.text("federation")),
        "diocese": _named(sheet.text("diocese")),
        "religion": characters(sheet.text("religion")),
        "sex": sexes(sheet.text("sex")),
        "admissions": policies(sheet.text("admissions"), account),
        "town": sheet.text("town"),
        "postcode": sheet.text("postcode"),
        "ofsted": grade,
        "ofsted_at": pc.if_else(pc.not_equal(grade, ""), inspected, pa.scalar(None, pa.date32())),
    }


def _named(text: pa.Array) -> pa.Array:
    return pc.if_else(pc.is_in(text, value_set=pa.array(NOTHING)), "", text)


FORMAT = Format(
    name="gias",
    title="Register of schools (GIAS)",
    publisher="Department for Education",
    fields=COLUMNS,
    read=read,
    address="https://get-information-schools.service.gov.uk/Downloads",
)
