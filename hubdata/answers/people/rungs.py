"""The rungs of the career that an area lacks: ``missing_rungs``."""

import pandas as pd

from hubdata.answers.people.career import pathway
from hubdata.answers.people.cube import Edition, Only, in_words
from hubdata.answers.people.npq import AREAS, direct, within
from hubdata.answers.people.retaining import RELEASE
from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.measures.people.rungs import lacking
from hubdata.schema.people import STEPS
from hubdata.store import Store


def missing_rungs(store: Store, by: tuple[str, ...], edition: Edition, *, only: Only | None = None) -> Answer:
    """The rungs of the career that an area lacks, and why (columns as ``measures.people.rungs.lacking``)."""
    if len(by) != 1:
        raise Unanswerable("rungs are missing in areas: give --by region or la")
    told = pathway(store, by, edition, only=direct(list(by), dict(only or {})))
    table = within(store, told.table, list(by), dict(only or {})).astype({by[0]: "str"})
    if table.empty:
        raise Unanswerable("no step of the career has figures there")
    offered = _offered(store, by[0])
    notes = () if offered is not None else ("who offers which qualification is not published by area",)
    return Answer(
        in_words(store, lacking(table, by[0], offered), by), notes,
        (*told.sources, *(store.sources("providers") if offered is not None else ())),
    )  # fmt: skip


def _offered(store: Store, by: str) -> pd.DataFrame | None:
    """Area and rung of every qualification that somebody took with a provider of the area; None without a list."""
    if not store.has("providers"):
        return None
    table = store.table("providers").astype({"urn": "str", "programme": "str"})
    at = store.table("schools").astype({"urn": "str", "la": "str"}).set_index("urn")["la"]
    regions = store.authorities().set_index("la")["region"]
    taken = table.loc[table["participants"].astype("Float64").fillna(1) > 0]
    found = taken.assign(la=taken["urn"].map(at), step=taken["programme"])
    found = found.assign(region=found["la"].map(regions))
    return found.loc[found[by].notna() & found["step"].isin(STEPS), [by, "step"]].drop_duplicates()


QUESTIONS = (
    Question(
        "missing_rungs", "rungs of the career that an area lacks: nobody on them, no figure, or no provider",
        missing_rungs, (RELEASE,), AREAS, ("participants", "districts"), ("la",), AREAS, Edition,
    ),
)  # fmt: skip
