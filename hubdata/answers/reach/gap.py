"""The rural gap and the primary gap: ``gap``, ``interaction``, ``distance_curve`` and ``decomposition``."""

from dataclasses import dataclass

from hubdata.answers import groups, lots
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.answers.reach.share import (
    CHANCE,
    DEFINITION,
    KIND,
    KM,
    NEEDS,
    OPTIONS,
    ROLE,
    messages,
    population,
    sources,
    without_pupils,
)
from hubdata.measures.asked import USUAL, USUAL_REACH, Networks, Reach
from hubdata.measures.networks.eligibility import has_grade
from hubdata.measures.reach import by_lot
from hubdata.measures.reach.decomposition import decomposition as measure_decomposition
from hubdata.measures.reach.distance_curve import distance_curve as measure_curve
from hubdata.measures.reach.gap import CONTRASTS
from hubdata.measures.reach.gap import gap as measure_gap
from hubdata.measures.reach.interaction import interaction as measure_interaction
from hubdata.measures.reach.share import weighed
from hubdata.measures.statistics.design import design_effect
from hubdata.measures.statistics.lots import band
from hubdata.measures.statistics.rates import TOO_FEW
from hubdata.store import Store

CONTRAST = Option("contrast", "Rural against Urban, or Primary against Secondary", tuple(CONTRASTS))
TO = Option("to", "the last distance of the curve, kilometres", kind=float, least=0.5, unsaid=True)
STEP = 0.5
THIN = (
    "too few schools to say what the gap goes with: of a kind that makes up a twentieth or more of {a} or of {b} "
    "schools, fewer than ten are {a} or fewer than ten {b}"
)
FACTORS = {"rural": ["size", "phase", "eligible"], "phase": ["size", "rural", "eligible"]}


@dataclass(frozen=True)
class Gap:
    """A reach, and which two sides of the schools are set against each other."""

    reach: Reach = USUAL_REACH
    contrast: str = "rural"


@dataclass(frozen=True)
class Curve:
    """How far a curve of distances goes, kilometres, and from which networks."""

    to: float = 30.0
    networks: Networks = USUAL


def gap(store: Store, by: tuple[str, ...], asked: Gap, *, only: groups.Only | None = None) -> Answer:
    """Side a of the contrast against side b within each group (columns as ``measures.reach.gap``)."""
    if asked.contrast in by:
        raise Unanswerable(f"gap compares the groups of {asked.contrast}: it cannot be grouped by it too")
    schools, columns = population(store, by, only, asked.reach)
    weight = asked.reach.weight
    told = messages(store, only, asked.reach) + without_pupils(schools, weight)
    table = measure_gap(schools, schools["reached"], columns, asked.contrast, weight, sampled=asked.reach.sampled)
    if not asked.reach.chance:
        return Answer(table, told, sources(store, asked.reach))
    rows, flags = lots.placed_rows(store, schools), lots.flags(store, asked.reach)
    values = by_lot.differences(flags, rows, columns, asked.contrast, weight)
    mine = lots.lots_of(store, asked.reach.networks)
    table = table.join(band(values, table["difference"]))
    return Answer(table, (*told, mine.said), sources(store, asked.reach), {"lots": mine})


def interaction(store: Store, by: tuple[str, ...], asked: Reach, *, only: groups.Only | None = None) -> Answer:
    """Whether the rural gap is one of primaries (columns as ``measures.reach.interaction``).

    Facts: ``alike``, the design effect of authorities on the rate of all the schools asked about.
    """
    if {"phase", "rural"} & set(by):
        raise Unanswerable("interaction compares phases and places: it cannot be grouped by them too")
    schools, columns = population(store, by, only, asked)
    table = measure_interaction(schools, schools["reached"], columns)
    areas = weighed(schools.drop_duplicates("urn"), schools.drop_duplicates("urn")["reached"], ["la"])
    effect = design_effect(areas["reached"], areas["schools"])
    return Answer(table, messages(store, only, asked), sources(store, asked), {"alike": effect})


def distance_curve(store: Store, by: tuple[str, ...], asked: Curve, *, only: groups.Only | None = None) -> Answer:
    """The share of schools within each distance (columns as ``measures.reach.distance_curve``)."""
    if asked.to / STEP > 1000:
        raise Unanswerable("to must be at most 500 kilometres")
    schools = groups.schools_of(store, only, asked.networks)
    away = schools.assign(km=groups.nearest_of(store, asked.networks)["km"].loc[schools.index])
    rows, columns = groups.with_groups(store, away, by, asked.networks)
    found = sources(store, Reach(networks=asked.networks))
    return Answer(measure_curve(rows, columns, asked.to, STEP), groups.unlocated(schools), found)


def decomposition(store: Store, asked: Gap, *, only: groups.Only | None = None) -> Answer:
    """What the gap goes with: size, phase (or place), eligibility to lead, and what remains.

    Columns as ``measures.reach.decomposition``. Eligible means that the last headline grade is Outstanding; a school
    without a grade is not eligible, one without pupils is of size Not known. Refused where a kind of school that makes
    up a twentieth of one side or more has fewer than ten schools on a side.
    """
    schools, _ = population(store, (), only, asked.reach)
    schools = schools.loc[schools["reached"].notna()]
    a, b = CONTRASTS[asked.contrast]
    side = schools[asked.contrast].astype("str").map({a: "a", b: "b"})
    kinds = schools.assign(eligible=has_grade(schools["ofsted"], "Outstanding"))
    table = measure_decomposition(kinds, side, FACTORS[asked.contrast])
    if table["fewest"].min() < TOO_FEW:
        raise Unanswerable(THIN.format(a=a.lower(), b=b.lower()))
    return Answer(table, messages(store, only, asked.reach), sources(store, asked.reach))


DIMENSIONS = (*groups.EVERY_DIMENSION, "kind")
WITHOUT_WEIGHT = (DEFINITION, KM, KIND, ROLE)
QUESTIONS = (
    Question(
        "gap", "one side of a contrast against the other: ratio and difference", gap, (*OPTIONS, CONTRAST, CHANCE),
        DIMENSIONS, NEEDS, only=groups.EVERY_DIMENSION, choices=Gap,
    ),
    Question(
        "interaction", "whether the rural gap is one of primaries, of secondaries or of both", interaction,
        WITHOUT_WEIGHT, tuple(name for name in DIMENSIONS if name not in CONTRASTS), NEEDS,
        only=groups.EVERY_DIMENSION, choices=Reach,
    ),
    Question(
        "distance_curve", "share of schools within every distance of a lead school", distance_curve, (TO, KIND, ROLE),
        DIMENSIONS, NEEDS, only=groups.EVERY_DIMENSION, choices=Curve,
    ),
    Question(
        "decomposition", "what the gap goes with: size, phase or place, eligibility, remainder", decomposition,
        (*WITHOUT_WEIGHT, CONTRAST), (), NEEDS, only=groups.EVERY_DIMENSION, choices=Gap,
    ),
)  # fmt: skip
