"""What coastal schools are like beside inland ones: phase and last headline grade."""

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.figures.pairs import pairs
from hubdata.measures.make_up import GRADE, PHASE
from hubdata.palette import ORDINARY, SEQUENCE
from hubdata.provenance import say_date
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.reach import LABELS
from hubdata.views.view import View, proved
from hubdata.vocabulary import COASTAL, TOO_FEW, say_share_of

COLOURS = {COASTAL[0]: SEQUENCE[3], COASTAL[1]: ORDINARY}  # those of phases and places mean phases and places
LABELLED = {"characteristic": "What", "value": "Value", "coastal": "Coast", "count": "Schools of this kind"}


def mix(store: Store, choices: ReachChoices) -> View:
    """Coastal and inland schools of the place by phase and by last headline grade."""
    proof = proved(store, "make_up", ("coastal",), {**choices.only, **choices.place.only})
    table = proof.table.loc[proof.table["coastal"].isin(COASTAL[:2])]
    of = table.drop_duplicates("coastal").set_index("coastal")["schools"]
    if any(of.get(side, 0) < TOO_FEW for side in COASTAL[:2]):
        raise Unanswerable(f"{choices.place.within} there are too few coastal or inland schools to compare")
    begins = table["characteristic"].map({PHASE: "", GRADE: "Last grade: "})
    drawn = table.assign(kind=begins + table["value"].astype("str"))
    return View(
        title=f"Coastal and inland {choices.schools} by phase and last grade, {choices.place.name}",
        finding=f"{_said(table, COASTAL[0], choices)} were last graded Outstanding, against "
        f"{_said(table, COASTAL[1], choices)}.",
        definition=f"Coastal: within 5 km of the sea's edge. Grades are frozen, the newest here of {_newest(store)}; "
        "headline grades ended in September 2024. The data hold no admissions policy, so selection is not shown. "
        f"{words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=pairs(drawn, label="kind", group="coastal", colours=COLOURS),
        labels={**LABELS, **LABELLED},
    )


def _newest(store: Store) -> str:
    day = store.table("schools")["ofsted_at"].max()
    return "unknown day" if pd.isna(day) else say_date(day)


def _said(table: pd.DataFrame, side: str, choices: ReachChoices) -> str:
    """The Outstanding schools of the coast or inland, with their number."""
    mine = table.loc[(table["coastal"] == side) & (table["characteristic"] == GRADE)]
    best = mine.loc[mine["value"] == "Outstanding", "count"].sum()
    return say_share_of(best, mine["schools"].iloc[0], f"{side.lower()} {choices.schools}")
