"""Authorities and schools like this one: ``neighbours``."""

from dataclasses import dataclass

import pandas as pd

from hubdata.answers.groups import schools_of
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.answers.spread import yearly
from hubdata.measures.spread.similarity import AREA_WEIGHTS, SCHOOL_WEIGHTS, similar
from hubdata.store import Store

LIKE = Option("like", "local authority, GSS code, or a school's URN")
TOP = Option("top", "how many", kind=int, least=1)


@dataclass(frozen=True)
class Alike:
    """To which authority or school others are likened, and how many of them are listed."""

    like: str | None = None
    top: int = 10


def neighbours(store: Store, asked: Alike) -> Answer:
    """The authorities, or the schools of its phase, most like one (components as ``measures.spread.similarity``).

    Columns: la and la_name, or urn and name; score (0 alike to 1); a column a component, its part of the squared score.
    """
    like, top = asked.like or "", asked.top
    if like in yearly.areas(store).index:
        table = similar(yearly.areas(store), like, AREA_WEIGHTS, top)
        return _named(store, table, AREA_WEIGHTS, ("la", "la_name"))
    schools = _described(store).set_index("urn")
    if like not in schools.index:
        raise Unanswerable(f"--like {like!r} is no local authority or school of the population")
    peers = schools.loc[schools["phase"] == schools.loc[like, "phase"], [*SCHOOL_WEIGHTS]].astype("Float64")
    return _named(store, similar(peers, like, SCHOOL_WEIGHTS, top), SCHOOL_WEIGHTS, ("urn", "name"))


def _described(store: Store) -> pd.DataFrame:
    """The population with each school's first language and special needs; missing where no census of them is loaded."""
    names = ["eal", "sen"]
    known = store.table("context")[["urn", *names]] if store.has("context") else pd.DataFrame(columns=["urn", *names])
    return schools_of(store).merge(known, on="urn", how="left")


def _named(store: Store, table: pd.DataFrame, weights: dict[str, float], columns: tuple[str, str]) -> Answer:
    code, name = columns
    names = schools_of(store).drop_duplicates(code).astype({code: "str", name: "str"}).set_index(code)[name]
    table = table.rename(columns={"id": code})
    table.insert(1, name, table[code].map(names))
    lacking = [component for component in weights if component not in table]
    told = (f"compared without {', '.join(lacking)}: the data do not have it here",) if lacking else ()
    return Answer(table, told, store.sources("schools", "districts", "context"))


QUESTIONS = (Question("neighbours", "authorities or schools most like one", neighbours, (LIKE, TOP), choices=Alike),)
