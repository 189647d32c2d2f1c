"""What coastal schools are like beside inland ones: phase, whether they select, and last headline grade."""

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.figures.paired_dots import paired_dots
from hubdata.measures.reach.make_up import GRADE, PHASE, POLICY
from hubdata.palette import ORDINARY, SEQUENCE
from hubdata.provenance import say_date
from hubdata.schema import ADMISSIONS
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.view import View, proved
from hubdata.vocabulary import COASTAL, TOO_FEW, say_share, say_share_of

COLOURS = {COASTAL[0]: SEQUENCE[3], COASTAL[1]: ORDINARY}  # those of phases and places mean phases and places
ORDER = {PHASE: 0, POLICY: 1, GRADE: 2}


def mix(store: Store, choices: ReachChoices) -> View:
    """Coastal and inland schools of the place by phase, by admissions policy and by last headline grade."""
    proof = proved(store, "make_up", ("coastal",), {**choices.only, **choices.place.only})
    table = proof.table.loc[proof.table["coastal"].isin(COASTAL[:2])]
    of = table.drop_duplicates("coastal").set_index("coastal")["schools"]
    if any(of.get(side, 0) < TOO_FEW for side in COASTAL[:2]):
        raise Unanswerable(f"{choices.place.within} there are too few coastal or inland schools to compare")
    selective = table.loc[(table["characteristic"] == POLICY) & (table["value"] == ADMISSIONS[0])]
    kinds = "phase and last grade" if selective.empty else "phase, selection and last grade"
    return View(
        title=f"Coastal and inland {choices.schools} by {kinds}, {choices.place.name}",
        finding=f"{_said(table, COASTAL[0], choices)} were last graded Outstanding, against "
        f"{_said(table, COASTAL[1], choices)}.",
        definition=f"Coastal: within 5 km of the sea's edge. {_selection(store, selective)}"
        f"Grades are frozen, the newest here of {_newest(store)}; headline grades ended in September 2024. "
        f"{words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=paired_dots(_drawn(table), label="value", group="coastal", colours=COLOURS),
    )


def _drawn(table: pd.DataFrame) -> pd.DataFrame:
    """The rows to draw: phases, then selection, then grades; no share of fewer than ten schools.

    Of the two policies Selective alone is drawn, the other being all the rest; religious characters stand in the table.
    """
    shown = table["characteristic"].isin(ORDER) & (table["value"] != ADMISSIONS[1])
    kept = table.loc[(table["mark"] != "u") & shown]
    return kept.loc[kept["characteristic"].map(ORDER).sort_values(kind="stable").index]


def _selection(store: Store, selective: pd.DataFrame) -> str:
    """The selective schools of each side and what they are a share of, or that the register does not say."""
    if store.table("schools")["admissions"].isna().all():
        return "The register loaded says of no school whether it selects by ability, so selection is not shown. "
    said = [f"{row.coastal.lower()} {say_share(row.count, row.schools)}" for row in selective.itertuples()]
    of = "Selective, of secondary and all-through schools whose policy is known"
    return f"{of}: {', '.join(said)}. " if said else ""


def _newest(store: Store) -> str:
    day = store.table("schools")["ofsted_at"].max()
    return "unknown day" if pd.isna(day) else say_date(day)


def _said(table: pd.DataFrame, side: str, choices: ReachChoices) -> str:
    """The Outstanding schools of the coast or inland, with their number."""
    mine = table.loc[(table["coastal"] == side) & (table["characteristic"] == GRADE)]
    best = mine.loc[mine["value"] == "Outstanding", "count"].sum()
    return say_share_of(best, mine["schools"].iloc[0], f"{side.lower()} {choices.schools}")
