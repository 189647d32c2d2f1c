"""The rural gap and the primary gap: ``gap``, ``interaction``, ``distance_curve`` and ``decomposition``."""

from datetime import date

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.answers.reach.share import (
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
from hubdata.measures.networks.eligibility import has_grade
from hubdata.measures.reach.decomposition import decomposition as measure_decomposition
from hubdata.measures.reach.distance_curve import distance_curve as measure_curve
from hubdata.measures.reach.gap import CONTRASTS
from hubdata.measures.reach.gap import gap as measure_gap
from hubdata.measures.reach.interaction import interaction as measure_interaction
from hubdata.store import Store

CONTRAST = Option("contrast", "rural", "Rural against Urban, or Primary against Secondary", tuple(CONTRASTS))
TO = Option("to", 30.0, "the last distance of the curve, kilometres", kind=float, least=0.5)
STEP = 0.5
FACTORS = {"rural": ["size", "phase", "eligible"], "phase": ["size", "rural", "eligible"]}


def gap(
    store: Store,
    by: tuple[str, ...] = (),
    *,
    only: groups.Only | None = None,
    contrast: str = "rural",
    weight: str = "schools",
    **choices: object,
) -> Answer:
    """Side a of the contrast against side b within each group (columns as ``measures.reach.gap.gap``)."""
    if contrast in by:
        raise Unanswerable(f"gap compares the groups of {contrast}: it cannot be grouped by it too")
    schools, columns = population(store, by, only, choices)
    told = messages(store, only, choices) + without_pupils(schools, weight)
    return Answer(measure_gap(schools, schools["reached"], columns, contrast, weight), told, sources(store, choices))


def interaction(
    store: Store, by: tuple[str, ...] = (), *, only: groups.Only | None = None, **choices: object
) -> Answer:
    """Whether the rural gap is one of primaries (columns as ``measures.reach.interaction.interaction``)."""
    if {"phase", "rural"} & set(by):
        raise Unanswerable("interaction compares phases and places: it cannot be grouped by them too")
    schools, columns = population(store, by, only, choices)
    table = measure_interaction(schools, schools["reached"], columns)
    return Answer(table, messages(store, only, choices), sources(store, choices))


def distance_curve(
    store: Store,
    by: tuple[str, ...] = (),
    *,
    only: groups.Only | None = None,
    to: float = 30.0,
    kind: str | None = None,
    as_at: date | None = None,
) -> Answer:
    """The share of schools within each distance (columns as ``measures.reach.distance_curve.distance_curve``)."""
    if to / STEP > 1000:
        raise Unanswerable("to must be at most 500 kilometres")
    schools = groups.schools_of(store, only, kind, as_at)
    away = schools.assign(km=groups.nearest_of(store, kind, as_at)["km"].loc[schools.index])
    rows, columns = groups.with_groups(store, away, by, kind, as_at)
    found = sources(store, {"kind": kind, "as_at": as_at})
    return Answer(measure_curve(rows, columns, to, STEP), groups.unlocated(schools), found)


def decomposition(
    store: Store,
    by: tuple[str, ...] = (),  # noqa: ARG001 (one signature for all)
    *,
    only: groups.Only | None = None,
    contrast: str = "rural",
    **choices: object,
) -> Answer:
    """What the gap goes with: size, phase (or place), eligibility to lead, and what remains.

    Columns: component, points (a fraction; they add up to the gap), share. Eligible means that the last headline grade
    is Outstanding; a school without a grade is not eligible, one without pupils is of size Not known.
    """
    schools, _ = population(store, (), only, choices)
    schools = schools.loc[schools["reached"].notna()]
    a, b = CONTRASTS[contrast]
    side = schools[contrast].astype("str").map({a: "a", b: "b"})
    kinds = schools.assign(eligible=has_grade(schools["ofsted"], "Outstanding"))
    table = measure_decomposition(kinds, side, FACTORS[contrast])
    return Answer(table, messages(store, only, choices), sources(store, choices))


DIMENSIONS = (*groups.EVERY_DIMENSION, "kind")
WITHOUT_WEIGHT = (DEFINITION, KM, KIND, ROLE)
QUESTIONS = (
    Question(
        "gap", "one side of a contrast against the other: ratio and difference", gap, (*OPTIONS, CONTRAST),
        DIMENSIONS, NEEDS, only=groups.EVERY_DIMENSION,
    ),
    Question(
        "interaction", "whether the rural gap is one of primaries, of secondaries or of both", interaction,
        WITHOUT_WEIGHT, tuple(name for name in DIMENSIONS if name not in CONTRASTS), NEEDS,
        only=groups.EVERY_DIMENSION,
    ),
    Question(
        "distance_curve", "share of schools within every distance of a lead school", distance_curve, (TO, KIND, ROLE),
        DIMENSIONS, NEEDS, only=groups.EVERY_DIMENSION,
    ),
    Question(
        "decomposition", "what the gap goes with: size, phase or place, eligibility, remainder", decomposition,
        (*WITHOUT_WEIGHT, CONTRAST), (), NEEDS, only=groups.EVERY_DIMENSION,
    ),
)  # fmt: skip
