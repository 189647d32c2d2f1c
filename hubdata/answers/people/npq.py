"""National qualifications begun, by area: ``npq_starts``."""

import pandas as pd

from hubdata.answers.people.career import KEY, WHOLE
from hubdata.answers.people.cube import Edition, Only, in_words, rows_of
from hubdata.answers.people.retaining import RELEASE
from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.measures.people.editions import chosen_release, newest
from hubdata.measures.people.npq import levels
from hubdata.measures.people.npq import starts as measure_starts
from hubdata.store import Store

AREAS = ("region", "la")
ACTIVITY = "activity, not effect"


def npq_starts(store: Store, by: tuple[str, ...], edition: Edition, *, only: Only | None = None) -> Answer:
    """Qualifications begun by level, per hundred teachers (columns as ``measures.people.npq.starts``).

    Without ``year`` the newest year whose teachers are known; ``only`` a region keeps its authorities. Facts: year
    (None where ``by`` has it), funding (which places alone are counted, where the rows do not say all of them).
    """
    narrowed = dict(only or {})
    year = narrowed.pop("year", None)
    rows = newest(chosen_release(store.table("participants"), edition.release), KEY).astype({"year": "str"})
    area = [name for name in by if name in AREAS]
    found = within(store, rows_of(rows, area, direct(area, narrowed), AREAS, "participants"), area, narrowed)
    found = levels(found)
    whole = found.loc[found["funding"].isin(WHOLE)]
    funding = () if len(whole) else tuple(sorted(found["funding"].astype("str").unique()))
    told = (f"{', '.join(funding).lower()} places only",) if funding else ()
    found = whole if len(whole) else found
    known = found.loc[found["starts"].notna() & found["teachers"].notna()]
    if known.empty:
        raise Unanswerable("qualifications begun and teachers are not both known there")
    chosen = year or (None if "year" in by else known["year"].max())
    if chosen:
        found = found.loc[found["year"] == chosen]
        told = (f"year {chosen}", *told)
    table = measure_starts(found, list(by))
    facts = {"year": chosen, "funding": funding}
    return Answer(in_words(store, table, by), (*told, ACTIVITY), store.sources("participants"), facts)


def direct(area: list[str], narrowed: Only) -> Only:
    """The narrowing that the rows can do themselves: rows of authorities do not say their region."""
    return {name: code for name, code in narrowed.items() if not ("la" in area and name == "region")}


def within(store: Store, rows: pd.DataFrame, area: list[str], narrowed: Only) -> pd.DataFrame:
    """The rows of authorities in the region of ``narrowed``, where both are asked for."""
    if "la" not in area or "region" not in narrowed:
        return rows
    inside = store.authorities().query("region == @narrowed['region']")["la"]
    kept = rows.loc[rows["la"].astype("str").isin(inside)]
    if kept.empty:
        raise Unanswerable(f"no authority is in region {narrowed['region']!r}")
    return kept


QUESTIONS = (
    Question(
        "npq_starts", "national qualifications begun by level, per hundred teachers", npq_starts, (RELEASE,),
        ("year", *AREAS), ("participants", "districts"), ("region",), ("year", *AREAS), Edition,
    ),
)  # fmt: skip
