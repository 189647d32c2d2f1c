"""Recruits and targets of initial teacher training: the training census (wide, long, by route) and the targets."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import filled, true_where, whole
from hubdata.intake.sheet import Sheet
from hubdata.schema.people import ALL
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.people.explore import ADDRESS, PUBLISHER, finished, first_mark, newest_period, periods, shares

PRIMARY, SECONDARY = "Primary", "Secondary"
EVERYTHING = {"total", "all", "all subjects", "total (primary & secondary)", "total (primary and secondary)", ""}
EVERY_SECONDARY = {"secondary", "all secondary", "secondary total", "total secondary", "secondary (total)"}
EVERY_PRIMARY = {"primary", "all primary", "primary total", "total primary", "general primary", "primary (total)"}
CENSUS = "Initial Teacher Training Census"
# Percentages of target go far beyond a hundred (classics 245, physical education 213).
MOST = 1000.0


def subjects(text: pa.Array, phase: pa.Array | None = None) -> dict[str, pa.Array]:
    """Columns phase and subject from a printed subject: totals become ``All``, a subject is secondary by nature.

    ``phase`` is the phase where the file prints one.
    """
    said = text.to_pylist()
    printed = phase.to_pylist() if phase is not None else [""] * len(said)
    pairs = [_subject(name.strip(), told.strip()) for name, told in zip(said, printed, strict=True)]
    return {
        "phase": pa.array([pair[0] for pair in pairs], pa.string()),
        "subject": pa.array([pair[1] for pair in pairs], pa.string()),
    }


def _subject(name: str, phase: str) -> tuple[str, str]:
    low = name.casefold()
    if low in EVERYTHING:
        return (phase if phase in (PRIMARY, SECONDARY) else ALL), ALL
    if low in EVERY_SECONDARY:
        return SECONDARY, ALL
    if low in EVERY_PRIMARY or phase == PRIMARY:
        return PRIMARY, ALL
    return SECONDARY, subject_name(name)


def subject_name(printed: str) -> str:
    """A subject spelt one way whoever prints it: "Art & Design" and "Art and design" are one; initials stay."""
    name = " ".join(printed.replace("&", " and ").split())
    return name if name.isupper() else name[:1].upper() + name[1:].casefold()


def read_census(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``recruitment`` from the wide census: a row a year and subject, recruits, target and percentage."""
    del context
    rows = _shared(sheet) | subjects(sheet.text("subject"), sheet.text("phase"))
    rows |= {
        "route": ALL,
        "recruits": whole(sheet.text("recruits"), account, "total_postgraduates"),
        "target": whole(sheet.text("target"), account, "itt_recruitment_target"),
        "of_target": shares(sheet.text("of_target"), account, "percentage of target", MOST),
        "mark": first_mark(sheet.text("recruits")),
    }
    return {"recruitment": _finished(rows, sheet, account, CENSUS)}


def read_long_census(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``recruitment`` from the long census: rows split by a topic, of which totals and routes are kept."""
    del context
    topic, group = (pc.utf8_lower(sheet.text(name)) for name in ("breakdown_topic", "breakdown"))
    is_route = pc.match_substring(topic, "route")
    is_total = pc.and_(pc.starts_with(topic, "total"), pc.or_(pc.equal(group, "total"), pc.equal(group, "")))
    wanted = true_where(pc.or_(is_total, is_route))
    account.leave_out("ITT-01", "rows split by sex, age and the like are read and left out", int((~wanted).sum()))
    total = pc.or_(is_total, pc.equal(group, "total"))
    rows = _shared(sheet) | subjects(sheet.text("subject"), sheet.text("phase"))
    rows |= {
        "route": pc.if_else(total, ALL, sheet.text("breakdown")),
        "recruits": whole(sheet.text("recruits"), account, "trainee_number"),
        "mark": first_mark(sheet.text("recruits")),
    }
    repeated = wanted & true_where(pc.and_(is_route, total))
    return {"recruitment": _finished(rows, sheet, account, CENSUS, wanted & ~repeated)}


def read_routes(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``recruitment`` by route, from the census table by subject and route."""
    del context
    route = sheet.text("route")
    total = pc.is_in(pc.utf8_lower(route), value_set=pa.array(["total", "all routes", "all", ""]))
    rows = _shared(sheet) | subjects(sheet.text("subject"), sheet.text("phase"))
    rows |= {
        "route": pc.if_else(total, ALL, route),
        "recruits": whole(sheet.text("recruits"), account, "trainees"),
        "mark": first_mark(sheet.text("recruits")),
    }
    if not sheet.has("recruits"):
        account.flag("ITT-02", "no column counts the trainees of a route: the rows are kept without a number")
    return {"recruitment": _finished(rows, sheet, account, CENSUS)}


def read_targets(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Table ``recruitment`` with targets alone: postgraduate trainees wanted by subject."""
    del context
    rows = _shared(sheet) | subjects(sheet.text("subject"), sheet.text("phase"))
    target = whole(sheet.text("target"), account, "target")
    rows |= {"route": ALL, "target": target, "mark": first_mark(sheet.text("target"))}
    return {"recruitment": _finished(rows, sheet, account, "Postgraduate initial teacher training targets")}


def _shared(sheet: Sheet) -> dict[str, object]:
    year = periods(sheet.text("time_period"))
    last = pc.max(year).as_py()
    # The newest year of a census is provisional until the next one; the years before have been revised.
    return {"year": year, "standing": pc.if_else(pc.equal(year, last or ""), "provisional", "revised")}


def _finished(rows: dict[str, object], sheet: Sheet, account: Account, title: str, wanted: object = True) -> pa.Table:
    account.set_aside(~filled(sheet.text("time_period")), "ITT-03", "the row has no year", "time_period")
    rows["release"] = newest_period(sheet)
    return finished("recruitment", rows, account.kept & wanted, f"{title}, {newest_period(sheet)}", sheet)


TIME = (field("time_period", required=True), field("phase", "education_phase", "phase"))
CENSUS_SUBJECT = field("subject", "itt_subject", required=True)
RECRUITS = ("total_postgraduates", "total_trainees", "trainee_number", "total", "postgraduates", "number_of_trainees")
WIDE = Format(
    name="itt_census_targets",
    title=f"{CENSUS}: entrants and targets",
    publisher=PUBLISHER,
    fields=(
        *TIME,
        CENSUS_SUBJECT,
        field("recruits", "total_postgraduates", "postgraduate_entrants"),
        field("target", "itt_recruitment_target", "pgitt_target", required=True),
        field("of_target", "itt_recruitment_target_performance_percentage", "percentage_of_target"),
    ),
    read=read_census,
    address=ADDRESS,
    dated=False,
    several=True,
    known_by=("subject", "target", "of_target"),
)
LONG = Format(
    name="itt_census_long",
    title=f"{CENSUS}: trainees by characteristic",
    publisher=PUBLISHER,
    fields=(
        *TIME,
        CENSUS_SUBJECT,
        field("breakdown_topic", required=True),
        field("breakdown", required=True),
        field("recruits", "trainee_number", required=True),
    ),
    read=read_long_census,
    address=ADDRESS,
    dated=False,
    several=True,
    known_by=("subject", "breakdown_topic", "breakdown", "recruits"),
)
ROUTES = Format(
    name="itt_census_routes",
    title=f"{CENSUS}: by route",
    publisher=PUBLISHER,
    fields=(*TIME, CENSUS_SUBJECT, field("route", "itt_route", required=True), field("recruits", *RECRUITS)),
    read=read_routes,
    address=ADDRESS,
    dated=False,
    several=True,
    known_by=("subject", "route"),
)
TARGETS = Format(
    name="itt_targets",
    title="Postgraduate initial teacher training targets",
    publisher=PUBLISHER,
    fields=(
        *TIME,
        field("subject", required=True),
        field("target", "pgitt_trainee_target", "pgitt_trainee_need_count", required=True),
        field("change", "difference_to_previous_year", "difference_to_previous_year_count"),
    ),
    read=read_targets,
    address=ADDRESS,
    dated=False,
    several=True,
    known_by=("subject", "target", "change"),
)
FORMATS = (WIDE, LONG, ROUTES, TARGETS)
