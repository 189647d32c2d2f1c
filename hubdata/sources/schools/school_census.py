"""The school census by school: what kind of school it is, and its pupils' meals and first language."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import dates, percent, true_where, urns
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables, empty_to_null
from hubdata.sources.own.repeats import settle_repeats
from hubdata.sources.schools.admissions import policies
from hubdata.sources.schools.characters import characters, sexes

MEALS = "% of pupils known to be eligible for free school meals"
LANGUAGE = "% of pupils whose first language is known or believed to be other than English"
FIELDS = (
    field("urn", "urn", "school_urn", required=True),
    field("period", "time_period", required=True),
    field("trust_name", "trust"),
    field("opened", "opendate"),
    field("sex", "sex_of_school_description"),
    field("religion", "denomination"),
    field("admissions", "admissions_policy"),
    field("fsm", MEALS, required=True),
    field("eal", LANGUAGE, required=True),
)


def taken(sheet: Sheet) -> date | None:
    """The January of the newest academic year in the file, when the census is taken."""
    years = [int(p[:4]) + 1 for p in pc.unique(sheet.text("period")).to_pylist() if p[:4].isdigit() and len(p) == 6]
    return date(max(years), 1, 1) if years else None


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``census_schools``: urn, fsm and eal (per cent), and what the register may be silent about, one row a school."""
    del context
    urn = urns(sheet.text("urn"), account)
    newest = true_where(pc.equal(sheet.text("period"), pc.max(sheet.text("period"))))
    account.inform("CENSUS-01", "rows of earlier years are read and left out", int((account.kept & ~newest).sum()))
    shares = {name: percent(sheet.text(name), account, name) for name in ("fsm", "eal")}
    said = {
        "opened": dates(sheet.text("opened"), account, "opendate"),
        "trust_name": sheet.text("trust_name"),
        "religion": characters(sheet.text("religion")),
        "sex": sexes(sheet.text("sex")),
        "admissions": policies(_known(sheet.text("admissions")), account),
    }
    settle_repeats(
        [urn, sheet.text("period")], [sheet.text(name) for name in ("fsm", "eal", "religion")], account, "CENSUS-02"
    )
    table = empty_to_null({"urn": urn} | shares | said)
    return {"census_schools": table.filter(pa.array(account.kept & newest))}


def _known(policy: pa.Array) -> pa.Array:
    return pc.if_else(pc.equal(pc.utf8_lower(policy), "unknown"), "", policy)


FORMAT = Format(
    name="school_census",
    title="Schools, pupils and their characteristics: by school",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    address="https://explore-education-statistics.service.gov.uk/find-statistics/school-pupils-and-their-characteristics",
    known_by=("urn", "period", "fsm", "eal"),
    content_date=taken,
    alike=1.0,
)
