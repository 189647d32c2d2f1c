"""Areas against chance and against their like: ``funnel_plot``, ``cold_spots``, ``neighbours`` and ``tiles``."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

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
from hubdata.answers.recent import recent
from hubdata.answers.spread import shapes
from hubdata.measures.asked import USUAL_REACH, Reach
from hubdata.measures.reach.share import share, weighed
from hubdata.measures.spread.cold_spots import bordered
from hubdata.measures.spread.cold_spots import cold_spots as measure_cold_spots
from hubdata.measures.spread.funnel import Dispersion, dispersion, funnel
from hubdata.measures.spread.together import Together, together
from hubdata.measures.statistics.rates import effective
from hubdata.store import Store

LIMITS = Option(
    "limits", "exact binomial, or widened by the spread of the areas where that is more than chance",
    ("exact", "widened"),
)  # fmt: skip
NOT_WIDENED = "the limits are not widened (--limits widened)"
UNITS = ("la", "district", "hub_area", "network", "region")


@dataclass(frozen=True)
class Funnel:
    """A reach, and whether the limits of chance are widened where areas spread by more."""

    reach: Reach = USUAL_REACH
    limits: str = "exact"


def funnel_plot(store: Store, by: tuple[str, ...], asked: Funnel, *, only: groups.Only | None = None) -> Answer:
    """The rate of each area against what chance allows about the overall rate of the schools asked about.

    Columns: those of the area, reached, schools, rate, low95, high95, low998, high998, verdict. Schools in no area
    count in the overall rate alone. Facts: ``limits`` (a ``Chance``), where there are areas.
    """
    if len(by) != 1:
        raise Unanswerable("funnel_plot compares areas of one kind: give --by one dimension")
    reach, weight = asked.reach, asked.reach.weight
    schools, columns = population(store, by, only, reach)
    areas = weighed(schools, schools["reached"], columns, weight)
    areas = areas.loc[areas[columns[0]].notna()].reset_index(drop=True)
    whole = share(*_once(schools), [], weight)
    if areas.empty:
        return Answer(funnel(areas.drop(columns="squares"), 0.0), (), sources(store, reach))
    overall = float(whole["rate"].iloc[0])
    areas["trials"] = areas["schools"] if weight == "schools" else effective(areas["schools"], areas["squares"])
    rates = areas["reached"] / areas["schools"]
    spread = dispersion(rates * areas["trials"], areas["trials"], overall)
    widened = float(np.sqrt(spread.phi)) if asked.limits == "widened" and spread.over else 1.0
    limits = Chance(spread, overall, widened)
    told = (*messages(store, only, reach), *without_pupils(schools, weight), *limits.said)
    table = funnel(areas.drop(columns="squares"), overall, widened)
    return Answer(table, told, sources(store, reach), {"limits": limits})


def _once(schools: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Each school once, though it falls in several areas."""
    once = schools.drop_duplicates("urn")
    return once, once["reached"]


@dataclass(frozen=True)
class Chance:
    """The limits of chance: the spread of the areas, the rate they lie about, and by how much they were widened."""

    spread: Dispersion
    overall: float
    widened: float

    @property
    def said(self) -> tuple[str, ...]:
        """The limits in words, and where areas spread by more than chance what was done about it."""
        spread = self.spread
        expected = f"{spread.outside95:.1f} areas outside 95% and {spread.outside998:.1f} outside 99.8%"
        about = f"limits about the overall rate of {self.overall:.6f}; of {spread.units} areas chance puts about"
        if not spread.over:
            return (f"{about} {expected}",)
        done = f"limits are widened by {self.widened:.2f}" if self.widened > 1 else NOT_WIDENED
        times = f"{spread.phi:.2f} times as much as chance alone would have it, {spread.limit:.2f} being the limit"
        beyond = f"areas spread by more than chance ({times}): {done}"
        return (f"{about} {expected}", beyond)


def cold_spots(store: Store, by: tuple[str, ...], asked: Reach, *, only: groups.Only | None = None) -> Answer:
    """Areas with low rates among neighbours with low rates, beyond chance (``measures.spread.cold_spots``).

    Columns: those of the area, reached, schools, rate, local_moran, p, spot. Facts: ``together``, the global test.
    """
    if len(by) != 1:
        raise Unanswerable("cold_spots compares areas of one kind: give --by one dimension")

    def found() -> tuple[pd.DataFrame, Together]:
        schools, columns = population(store, by, only, asked)
        areas = share(schools, schools["reached"], columns)
        areas = areas.loc[areas[columns[0]].notna(), [*columns, "reached", "schools", "rate"]]
        coded = areas.assign(code=areas[columns[0]].astype("str"))
        near = shapes.bordering(store, by[0])
        spots = measure_cold_spots(coded, near)
        return coded.merge(spots, on="code", how="left").drop(columns="code"), together(*bordered(coded, near))

    key = (by, tuple(sorted((only or {}).items())), asked)
    table, whole = recent(store, "cold spots", key, found, room=32)
    outlined = (*sources(store, asked), *store.sources("outlines"))
    return Answer(table, messages(store, only, asked), outlined, {"together": whole})


def tiles(store: Store) -> Answer:
    """A hexagon for each local authority: la, la_name, region, column, row, x, y."""
    table = shapes.tile_map(store).astype({"la": "str"}).merge(store.authorities(), on="la", how="left")
    return Answer(
        table[["la", "la_name", "region", "column", "row", "x", "y"]], (), store.sources("outlines", "districts")
    )


BORDERED = ("la", "district")
QUESTIONS = (
    Question(
        "funnel_plot", "areas against what chance allows", funnel_plot, (*OPTIONS, LIMITS), UNITS, NEEDS,
        ("la",), groups.EVERY_DIMENSION, Funnel,
    ),
    Question(
        "cold_spots", "areas with low rates among neighbours with low rates", cold_spots,
        (DEFINITION, KM, KIND, ROLE),
        BORDERED, (*NEEDS, "outlines"), ("la",), groups.EVERY_DIMENSION, Reach,
    ),
    Question("tiles", "a hexagon for each local authority", tiles, (), (), ("outlines", "districts")),
)  # fmt: skip
