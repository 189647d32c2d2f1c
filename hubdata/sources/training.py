"""Who trains teachers where: School Direct lead schools, providers' placement sites, and training partnerships."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.headers import field
from hubdata.intake.ledger import Ledger
from hubdata.intake.sheet import Sheet
from hubdata.intake.values import dates, filled, first_of_each, true_where, urns
from hubdata.sources.formats import Context, Format, Tables, empty_to_null
from hubdata.sources.repeats import settle_repeats
from hubdata.sources.teaching_schools import leads

KIND = "training_partnership"
# School Direct began with the training year 2012/13.
BEGAN = date(2012, 9, 1)

LEAD_FIELDS = (
    field("urn", required=True),
    field("name", required=True),
    field("lead_school", required=True),
    field("town"),
    field("postcode"),
    field("open_date"),
    field("close_date"),
)
SITE_FIELDS = (
    field("provider", "provider_code", required=True),
    field("provider_name", "provider_name", required=True),
    field("site", "site_code", required=True),
    field("site_name"),
    field("urn", "establishment_urn", required=True),
)
PARTNER_FIELDS = (
    field("provider", "partnership__accredited_provider_provider_code", required=True),
    field("provider_name", "partnership__accredited_provider_name", required=True),
    field("partner", "partnership__training_partner_provider_code", required=True),
    field("partner_name", "partnership__training_partner_name", required=True),
    field("since", "partnership__start_date", required=True),
    field("until", "partnership__end_date"),
)


def read_lead_schools(sheet: Sheet, ledger: Ledger, context: Context) -> Tables:
    """``networks`` and ``members``: each school that leads School Direct training is a partnership of its own."""
    urn = urns(sheet.text("urn"), ledger)
    leading = true_where(pc.is_in(pc.utf8_lower(sheet.text("lead_school")), value_set=pa.array(["true", "yes", "1"])))
    settle_repeats([urn], [sheet.text("name"), sheet.text("lead_school")], ledger, "ITT-01")
    ledger.inform("ITT-02", "schools that lead no training are read and left out", int((ledger.kept & ~leading).sum()))
    chosen = pa.array(ledger.kept & leading)
    schools, names = urn.filter(chosen).to_pylist(), sheet.text("name").filter(chosen).to_pylist()
    ids = [f"school-direct-{school}" for school in schools]
    since = context.as_at or BEGAN
    count = len(ids)
    networks = {
        "network": pa.array(ids, pa.string()),
        "kind": pa.array([KIND] * count, pa.string()),
        "name": pa.array([f"School Direct: {name}" for name in names], pa.string()),
        "since": pa.array([since] * count, pa.date32()),
        "until": pa.nulls(count, pa.date32()),
        "listed": pa.array([context.as_at] * count, pa.date32()),
    }
    return {"networks": pa.table(networks).sort_by("network"), "members": leads(ids, schools, since, None)}


def read_sites(sheet: Sheet, ledger: Ledger, context: Context) -> Tables:
    """``training_sites``: which schools take a provider's trainees. A placement is not a membership."""
    del context
    urn = urns(sheet.text("urn"), ledger, "establishment_urn")
    names = ("provider", "provider_name", "site")
    settle_repeats([sheet.text("provider"), urn, sheet.text("site")], [sheet.text("provider_name")], ledger, "ITT-03")
    table = empty_to_null({name: sheet.text(name) for name in names} | {"urn": urn})
    table = table.select(["provider", "provider_name", "urn", "site"])
    return {"training_sites": table.filter(pa.array(ledger.kept))}


def read_partners(sheet: Sheet, ledger: Ledger, context: Context) -> Tables:
    """``training_partners``: accredited providers and their partners, with the days of the partnership."""
    del context
    days = {name: dates(sheet.text(name), ledger, name) for name in ("since", "until")}
    ledger.set_aside(true_where(pc.is_null(days["since"])), "ITT-04", "a partnership has no start", "start_date")
    backwards = true_where(pc.less(days["until"], days["since"]))
    ledger.set_aside(backwards, "SPELL-01", "the end is before the start", "start_date, end_date")
    for name in ("provider", "partner"):
        ledger.set_aside_keyless(~filled(sheet.text(name)), "ITT-05", "a provider has no code", name)
    names = ("provider", "provider_name", "partner", "partner_name")
    table = empty_to_null({name: sheet.text(name) for name in names} | days).filter(pa.array(ledger.kept))
    first = first_of_each(table["provider"], table["partner"], table["since"].cast(pa.string()))
    return {"training_partners": table.filter(pa.array(first))}


PUBLISHER = "Department for Education"
FORMATS = (
    Format(
        name="school_direct_leads",
        title="School Direct lead schools",
        publisher=PUBLISHER,
        fields=LEAD_FIELDS,
        read=read_lead_schools,
    ),
    Format(
        name="training_sites",
        title="Training providers and their placement sites",
        publisher=PUBLISHER,
        fields=SITE_FIELDS,
        read=read_sites,
    ),
    Format(
        name="training_partners",
        title="Training partnerships",
        publisher=PUBLISHER,
        fields=PARTNER_FIELDS,
        read=read_partners,
        dated=False,
    ),
)
