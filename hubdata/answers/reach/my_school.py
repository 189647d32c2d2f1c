"""What a head asks of one school: which hub serves it, the nearest leads then and now, its trust, schools like it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from hubdata.answers import groups
from hubdata.answers.networks.kinds import ALLIANCES, HUBS
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.measures.asked import Networks
from hubdata.measures.population import ACADEMIES
from hubdata.measures.reach.distance import METRES
from hubdata.measures.spread.similarity import SCHOOL_WEIGHTS, similar
from hubdata.store import Store

URN = Option("urn", "the school's reference number")
COLUMNS = ["asked", "id", "name", "lead", "km", "schools"]
ALIKE = 3


@dataclass(frozen=True)
class School:
    """The school asked about, by its URN."""

    urn: str = ""


def my_school(store: Store, asked: School) -> Answer:
    """The answers to a head's questions, a row each.

    Columns: asked (serves: a hub area that serves the school, two rows where its district is shared; then: its nearest
    teaching school of the newest list; now: the nearest lead school of any hub; trust; alike: schools of its phase
    most like it, the first three), id (hub area, network, trust or URN), name, lead (the lead school), km (straight
    line from the school), schools (of the trust, in the population). What is not known has no row.
    """
    urn = asked.urn
    schools = groups.schools_of(store)
    mine = schools.loc[schools["urn"] == urn]
    if mine.empty:
        raise Unanswerable(f"--urn {urn!r} is no open, state-funded, mainstream school of the register")
    school = mine.iloc[0]
    rows = [*_serving(store, school), *_nearest(store, school), *_trust(store, schools, school), *_alike(store, school)]
    table = pd.DataFrame(rows, columns=COLUMNS).astype({"km": "Float64", "schools": "Int64"})
    return Answer(table, (), store.sources("schools", "districts", "networks"))


def _serving(store: Store, school: pd.Series) -> list[dict[str, object]]:
    """The hub areas of the school's district: both where two share it, for the list does not say which serves whom."""
    if not store.has("network_areas"):
        return []
    areas = store.table("network_areas").astype({"network": "str", "district": "str"})
    mine = areas.loc[areas["district"] == str(school["district"]), "network"]
    leads = groups.leads_of(store, Networks(HUBS)).astype({"network": "str"})
    return [
        {"asked": "serves", "id": lead.network, "name": lead.network_name, "lead": lead.name, "km": _away(school, lead)}
        for lead in leads.loc[leads["network"].isin(mine)].sort_values(["network", "urn"]).itertuples(index=False)
    ]


def _nearest(store: Store, school: pd.Series) -> list[dict[str, object]]:
    rows = []
    for asked, kind in (("then", ALLIANCES), ("now", HUBS)):
        near = groups.nearest_of(store, Networks(kind)).loc[school.name] if _has(store, kind) else None
        if near is not None and pd.notna(near["km"]):
            rows.append({"asked": asked, "id": near["network"], "lead": near["lead_name"], "km": near["km"]})
    return rows


def _has(store: Store, kind: str) -> bool:
    return store.has("networks") and (store.table("networks")["kind"] == kind).any()


def _trust(store: Store, schools: pd.DataFrame, school: pd.Series) -> list[dict[str, object]]:
    """The trust that runs the school, with how many schools of the population it runs."""
    register = store.table("schools").set_index("urn")
    mine = register.loc[school["urn"]]
    if pd.isna(mine["trust"]) or mine["type_group"] not in ACADEMIES:
        return []
    run = int((schools["urn"].map(register["trust"].astype("str")) == str(mine["trust"])).sum())
    return [{"asked": "trust", "id": mine["trust"], "name": mine["trust_name"], "schools": run}]


def _alike(store: Store, school: pd.Series) -> list[dict[str, object]]:
    schools = groups.schools_of(store).set_index("urn")
    peers = schools.loc[schools["phase"] == school["phase"], [*SCHOOL_WEIGHTS.keys() & set(schools)]].astype("Float64")
    found = similar(peers, school["urn"], SCHOOL_WEIGHTS, ALIKE)["id"]
    return [
        {"asked": "alike", "id": urn, "name": schools.loc[urn, "name"], "km": _away(school, schools.loc[urn])}
        for urn in found
    ]


def _away(school: pd.Series, other: object) -> float:
    """Kilometres in a straight line; missing where either has no location."""
    east, north = (float(getattr(other, name)) - float(school[name]) for name in ("easting", "northing"))
    return float(np.hypot(east, north) / METRES)


MEANING = "one school: the hub that serves it, the nearest leads, its trust, schools like it"
NEEDS = ("schools", "districts", "networks", "members")
QUESTIONS = (Question("my_school", MEANING, my_school, (URN,), (), NEEDS, choices=School),)
