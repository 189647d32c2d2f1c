"""Where new resources go: ``concentration``, ``concentration_curve`` and ``growth``."""

from collections.abc import Hashable
from dataclasses import dataclass, replace

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.answers.reach.share import KIND, NEEDS
from hubdata.answers.spread import yearly
from hubdata.measures.asked import USUAL, Networks
from hubdata.measures.spread.concentration import band, concentration_index
from hubdata.measures.spread.concentration import concentration_curve as measure_curve
from hubdata.measures.spread.growth import slope
from hubdata.provenance import Source
from hubdata.store import Store

INDEX = ("index", "low", "high")
UNRANKED = (float("nan"),) * len(INDEX)
RANKS = ("outstanding", "prior", "fsm", "imd")
KINDS = ("leads", "places", "funding")
RANK = Option("rank", "what makes an authority advantaged", RANKS)
OF = Option("of", "the new resource", KINDS, needs={"funding": "funding"})
YEAR = Option("year", "academic year, as 2015/16 (the newest with a resource)")


@dataclass(frozen=True)
class Concentration:
    """What makes an authority advantaged, which new resource is looked at, and of which networks."""

    rank: str = "prior"
    of: str = "leads"
    networks: Networks = USUAL


@dataclass(frozen=True)
class ConcentrationCurve:
    """The same, in one academic year; None is the newest with a resource."""

    among: Concentration = Concentration()
    year: str | None = None


def concentration(store: Store, asked: Concentration) -> Answer:
    """The concentration index of new resources over authorities, year by year, with its bootstrap band.

    Columns: year (academic, of the resource), n (authorities ranked), index (above 0: the advantaged get more), low
    and high (95% bootstrap over authorities), and the same among schools that could lead (eligible_index, eligible_low,
    eligible_high; missing of what is not leads). A year without any of the resource, or that nothing ranks, has no row.
    """
    areas = yearly.areas(store)
    able = yearly.eligible_leads(store, asked.networks) if asked.of == "leads" else {}
    rows = []
    for year, resource in yearly.resource(store, asked.of, asked.networks).items():
        advantage = yearly.advantage(store, asked.rank, year, asked.networks).reindex(areas.index)
        parts = (areas["schools"], resource.reindex(areas.index, fill_value=0), advantage)
        key = ("concentration", replace(asked, networks=groups.usual(store, asked.networks)), year)
        low, high = store.kept(key, lambda parts=parts: band(*parts))
        beside = _among_eligible(store, able[year], advantage, key) if year in able else UNRANKED
        rows.append((year, int(advantage.notna().sum()), concentration_index(*parts), low, high, *beside))
    table = pd.DataFrame(rows, columns=["year", "n", *INDEX, *(f"eligible_{name}" for name in INDEX)])
    table = table.loc[table["index"].notna()].reset_index(drop=True)
    return Answer(table, (), _sources(store, asked.of, asked.rank))


def _among_eligible(
    store: Store, leads: pd.Series, advantage: pd.Series, key: tuple[Hashable, ...]
) -> tuple[float, float, float]:
    """The index among schools that could lead, and its band."""
    parts = (yearly.eligible(store), leads.reindex(advantage.index, fill_value=0), advantage)
    low, high = store.kept((*key, "eligible"), lambda: band(*parts))
    return concentration_index(*parts), low, high


def concentration_curve(store: Store, asked: ConcentrationCurve) -> Answer:
    """The curve behind one year's index: schools and resource, cumulative shares from the least advantaged up.

    Columns: schools, resource, and of leads also eligible and eligible_resource, the same of schools that could lead.
    """
    among, areas = asked.among, yearly.areas(store)
    resources = yearly.resource(store, among.of, among.networks)
    if not resources:
        raise Unanswerable(f"no {among.of} of such networks are on record")
    chosen = asked.year or max(resources)
    if chosen not in resources:
        raise Unanswerable(f"no {among.of} began in {chosen}: choose from {', '.join(sorted(resources))}")
    advantage = yearly.advantage(store, among.rank, chosen, among.networks).reindex(areas.index)
    table = measure_curve(areas["schools"], resources[chosen].reindex(areas.index, fill_value=0), advantage)
    if among.of == "leads":
        able = yearly.eligible_leads(store, among.networks).get(chosen, pd.Series(dtype=float))
        for name, counts in (("eligible", yearly.eligible(store)), ("eligible_resource", able)):
            given = counts.reindex(areas.index, fill_value=0)
            table[name] = measure_curve(areas["schools"], given, advantage)["resource"]
    return Answer(table, (f"year {chosen}",), _sources(store, among.of, among.rank), {"year": chosen})


def growth(store: Store, networks: Networks) -> Answer:
    """Whether provision grew where it already was: the slope of new leads on leads before, year by year.

    Both are lead schools per 100 schools of an authority: those in the role on the day before the academic year, and
    those whose role began in it. Columns: year, n (authorities), slope, low, high (95%), as
    ``measures.spread.growth.slope``.
    A year before which nobody led has no row.
    """
    areas = yearly.areas(store)
    rows = []
    for year, began in yearly.resource(store, "leads", networks).items():
        before = yearly.advantage(store, "prior", year, networks)
        grown = 100 * began.reindex(areas.index, fill_value=0) / areas["schools"]
        rows.append((year, *slope(100 * before.reindex(areas.index), grown)))
    table = pd.DataFrame(rows, columns=["year", "n", "slope", "low", "high"])
    return Answer(table.loc[table["slope"].notna()].reset_index(drop=True), (), _sources(store, "leads"))


def _sources(store: Store, of: str, rank: str = "") -> tuple[Source, ...]:
    table = {"leads": "members", "places": "pipeline"}.get(of, of)
    need = ("deprivation" if store.has("deprivation") else "context",) if rank == "imd" else ()
    return store.sources("schools", "districts", "networks", table, *need)


QUESTIONS = (
    Question(
        "concentration", "whether new resources go to authorities that already have", concentration,
        (RANK, OF, KIND), (), NEEDS, choices=Concentration, dated=False,
    ),
    Question(
        "concentration_curve", "the curve behind a year's concentration index", concentration_curve,
        (RANK, OF, YEAR, KIND), (), NEEDS, choices=ConcentrationCurve, dated=False,
    ),
    Question(
        "growth", "whether provision grew where it already was", growth, (KIND,), (), NEEDS,
        choices=Networks, dated=False,
    ),
)  # fmt: skip
