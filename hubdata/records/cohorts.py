"""One row a trainee to counts of trainees: written once, run by whatever engine holds the rows."""

from collections.abc import Callable, Sequence

import ibis
import ibis.expr.types as ir

from hubdata.schema.people import ALL, GROUP_NAMES

COLUMNS = ("cohort", "route", "phase", "urn", "network", "qualified", "left", "returned", "last_seen")
REQUIRED = ("cohort", "qualified", "last_seen")
YES = ("yes", "y", "true", "1")
NOT_KNOWN = "Not known"
FINE = tuple(name for name in GROUP_NAMES if name != "network")
BREAKDOWNS: tuple[tuple[str, ...], ...] = (
    (), *((name,) for name in GROUP_NAMES), ("phase", "rural"), ("route", "phase"), ("region", "phase"),
)  # fmt: skip


def trainees(rows: ir.Table, schools: ir.Table) -> ir.Table:
    """The trainees as numbers and groups, each once; a column of the template that a file lacks is unknown.

    Args:
        rows: cohort (year due to qualify), qualified (yes or no), last_seen (year of the last November census in which
            they were in service, blank if never); where known route, phase, urn (first school), network, left (first
            census without them) and returned (first census with them again). Anything else is never read.
        schools: urn, la, region, rural, to place them by their first school.

    Returns:
        cohort, the groups (``Not known`` where missing), qualified, left, returned, last_seen.
    """
    named = {name: rows[name].cast("string") if name in rows.columns else ibis.null("string") for name in COLUMNS}
    text = rows.select(**named)
    years = {name: text[name].substr(0, 4).try_cast("int64") for name in ("cohort", "left", "returned", "last_seen")}
    typed = text.mutate(
        **years,
        qualified=_trimmed(text["qualified"]).lower().isin(YES).fill_null(False),
        urn=_trimmed(text["urn"]),
    )
    register = schools.rename(school="urn")
    placed = typed.left_join(register, typed["urn"] == register["school"]).drop("school")
    return placed.mutate(**{name: _known(placed[name]) for name in GROUP_NAMES})


def _trimmed(text: ir.StringValue) -> ir.StringValue:
    # Not strip(): what it becomes on Spark takes the letters v and f away as well.
    return text.re_replace("^ +| +$", "")


def _known(name: ir.StringValue) -> ir.StringValue:
    said = _trimmed(name)
    return ibis.cases((said.isnull() | (said == ""), NOT_KNOWN), else_=said)


def counted(found: ir.Table, horizon: int, years: Sequence[int], by: Sequence[str] = ()) -> ir.Table:
    """How many began, qualified, were in a post, and in each later year were in service or had never left.

    Args:
        found: what ``trainees`` returned; rows without a cohort are left out (``summary`` counts them).
        horizon: the newest census in the file; later cohorts are left out.
        years: years after qualifying to look at.
        by: the groups to split by; every other group is ``All``.

    Returns:
        cohort, the groups, starts, qualified, employed (in service in the census of the year they qualified), and
        ``in_service_<t>`` and ``stayed_<t>`` for each year. Years that the horizon does not reach are 0 here; whoever
        reads them makes them missing.
    """
    people = found.filter(found["cohort"].notnull() & (found["cohort"] <= horizon))
    employed = people["qualified"] & (people["last_seen"] >= people["cohort"]).fill_null(False)
    measures = {"starts": people.count(), "qualified": people["qualified"].sum(), "employed": employed.sum()}
    for year in years:
        census = people["cohort"] + year
        here = employed & (people["last_seen"] >= census)
        away = (people["left"] <= census).fill_null(False)
        back = (people["returned"].fill_null(people["last_seen"]) <= census).fill_null(False)
        measures[f"in_service_{year}"] = (here & (~away | back)).sum()
        measures[f"stayed_{year}"] = (here & ~away).sum()
    totals = people.group_by(["cohort", *by]).aggregate(**measures)
    groups = {name: totals[name] if name in by else ibis.literal(ALL) for name in GROUP_NAMES}
    return totals.select("cohort", **groups, **{name: totals[name].fill_null(0).cast("int64") for name in measures})


def cube(
    found: ir.Table,
    horizon: int,
    years: Sequence[int],
    breakdowns: Sequence[tuple[str, ...]] = BREAKDOWNS,
    keep: Callable[[ir.Table], ir.Table] = lambda rows: rows,
) -> ir.Table:
    """Every breakdown, one above another.

    All but those by network are added up from one finest count: there are few places, phases and routes, but networks
    across them would be nearly as many as people. ``keep`` may hold that count, so that it is made once.
    """
    fine = keep(counted(found, horizon, years, FINE))
    parts = [counted(found, horizon, years, by) if set(by) - set(FINE) else split(fine, by) for by in breakdowns]
    return ibis.union(*parts) if len(parts) > 1 else parts[0]


def split(fine: ir.Table, by: Sequence[str]) -> ir.Table:
    """The finest counts added up to cohort and the groups of ``by``; every other group is ``All``."""
    sums = [name for name in fine.columns if name not in ("cohort", *GROUP_NAMES)]
    totals = fine.group_by(["cohort", *by]).aggregate(**{name: fine[name].sum() for name in sums})
    groups = {name: totals[name] if name in by else ibis.literal(ALL) for name in GROUP_NAMES}
    return totals.select("cohort", **groups, **{name: totals[name].cast("int64") for name in sums})


def summary(found: ir.Table) -> ir.Table:
    """One row: rows, those without a usable cohort, those whose school the register lacks, and the newest census."""
    return found.aggregate(
        rows=found.count(),
        unusable=found["cohort"].isnull().sum(),
        unplaced=((found["urn"].fill_null("") != "") & (found["la"] == NOT_KNOWN)).sum(),
        horizon=found["last_seen"].max(),
    )
