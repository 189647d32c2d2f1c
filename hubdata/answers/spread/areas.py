"""Areas against chance and against their like: ``funnel_plot``, ``cold_spots``, ``neighbours`` and ``tiles``."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from hubdata.answers import groups, lots
from hubdata.answers.question import Answer, Question, Unanswerable
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
from hubdata.measures.asked import Reach
from hubdata.measures.reach import by_lot
from hubdata.measures.reach.share import share, weighed
from hubdata.measures.spread.cold_spots import bordered
from hubdata.measures.spread.cold_spots import cold_spots as measure_cold_spots
from hubdata.measures.spread.funnel import against_events, against_lots
from hubdata.measures.spread.together import Together, together
from hubdata.measures.statistics.fitted import of_lots
from hubdata.measures.statistics.rates import effective
from hubdata.measures.statistics.verdicts import Judged, counted
from hubdata.store import Store

UNITS = ("la", "district", "hub_area", "network", "region")


def funnel_plot(store: Store, by: tuple[str, ...], asked: Reach, *, only: groups.Only | None = None) -> Answer:
    """The rate of each area against what chance gives it.

    Who is near a lead follows from where the leads stand: chance is then the leads placed again by lot. Records of
    support, and of members, are of what could have gone otherwise: chance is then the binomial about the overall rate.

    Columns: those of the area, reached, schools, rate, low95, high95, low998, high998, verdict. Schools in no area
    count in no area's rate. Facts: ``judged`` (``statistics.verdicts.Judged``), and ``lots`` where there are any.
    """
    if len(by) != 1:
        raise Unanswerable("funnel_plot compares areas of one kind: give --by one dimension")
    schools, columns = population(store, by, only, asked)
    schools = schools.loc[schools[columns[0]].notna()]
    areas = weighed(schools, schools["reached"], columns, asked.weight)
    areas = areas.assign(rate=areas["reached"] / areas["schools"])
    table, facts = (
        _by_lot(store, schools, columns, areas, asked)
        if asked.definition in lots.FLAGS
        else _by_event(schools, areas, asked)
    )
    facts["judged"] = counted(table["verdict"])
    told = (*messages(store, only, asked), *without_pupils(schools, asked.weight), *_said(facts))
    return Answer(table, told, sources(store, asked), facts)


def _by_lot(
    store: Store, schools: pd.DataFrame, columns: list[str], areas: pd.DataFrame, asked: Reach
) -> tuple[pd.DataFrame, dict[str, Any]]:
    values = by_lot.rates(lots.flags(store, asked), lots.placed_rows(store, schools), columns, asked.weight)
    units = effective(areas["schools"], areas["squares"]).to_numpy()
    middle = pd.Series(np.median(values, axis=1), index=areas.index)
    table = against_lots(areas.drop(columns="squares"), of_lots(values, units), middle)
    return table, {"lots": lots.lots_of(store, asked.networks)}


def _by_event(schools: pd.DataFrame, areas: pd.DataFrame, asked: Reach) -> tuple[pd.DataFrame, dict[str, Any]]:
    once = schools.drop_duplicates("urn")
    whole = share(once, once["reached"], [], asked.weight)
    overall = float(whole["rate"].iloc[0]) if len(whole) else float("nan")
    trials = effective(areas["schools"], areas["squares"])
    return against_events(areas.drop(columns="squares").assign(trials=trials), overall), {"overall": overall}


def _said(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """What chance is here, and how many of the areas it would put beyond the 95% limits."""
    chance: Judged = facts["judged"]
    expected = f"of {chance.areas} areas judged, chance puts up to {chance.outside:.1f} beyond the 95% limits"
    if "lots" in facts:
        return (facts["lots"].said, expected)
    return (f"limits about the overall rate of {facts['overall']:.6f}; {expected}",)


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
        "funnel_plot", "areas against what chance gives them", funnel_plot, OPTIONS, UNITS, NEEDS,
        ("la",), groups.EVERY_DIMENSION, Reach,
    ),
    Question(
        "cold_spots", "areas with low rates among neighbours with low rates", cold_spots,
        (DEFINITION, KM, KIND, ROLE),
        BORDERED, (*NEEDS, "outlines"), ("la",), groups.EVERY_DIMENSION, Reach,
    ),
    Question("tiles", "a hexagon for each local authority", tiles, (), (), ("outlines", "districts")),
)  # fmt: skip
