"""The pipeline: a funnel where the same people are followed, and where it leaks."""

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.figures.cohort_funnel import cohort_funnel
from hubdata.figures.curves import curves
from hubdata.palette import PLACES
from hubdata.schema import LOCALITIES
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.view import View, proved

NOT_PEOPLE = ("Places", "Applicants")
LABELS = {
    "stage": "Stage", "people": "People", "of_previous": "Of previous", "of_first": "Of first", "low": "Low",
    "high": "High", "mark": "Mark", "rural": "Place", "cohort": "Cohort",
}  # fmt: skip


def followed(table: pd.DataFrame) -> pd.DataFrame:
    """The stages of the same people, from the start of training; places and applicants are other things."""
    return table.loc[~table["stage"].isin(NOT_PEOPLE)]


def funnel(store: Store, choices: PeopleChoices) -> View:
    """From start of training to fifth year, the same people throughout."""
    proof = proved(store, "pipeline", (), choices.place.only)
    same = followed(proof.table)
    if same.empty:
        raise Unanswerable(f"{choices.place.within} no cohort is known at every stage")
    leak = same.iloc[1:].assign(lost=same["people"].shift(1).iloc[1:] - same["people"].iloc[1:])
    worst = leak.loc[leak["lost"].astype(float).idxmax()]
    before = same["stage"].iloc[same.index.get_loc(worst.name) - 1]
    last = same.iloc[-1]
    applicants = proof.table.set_index("stage")["people"]
    return View(
        title=f"From training to the fifth year, {choices.place.name}",
        finding=(
            f"{last['of_first']:.0%} of those who start training teach in their fifth year; the widest leak is from "
            f"{_lower(before)} to {_lower(worst['stage'])}: {worst['lost']:,.0f} people."
        ),
        definition=(
            f"{proof.notes[0] if proof.notes else ''}. {applicants.get('Applicants', 0):,.0f} applicants and "
            f"{applicants.get('Places', 0):,.0f} places came before; applicants apply to several, so they are not part "
            "of the funnel. Leaving the state-funded record is not leaving teaching."
        ),
        proof=proof,
        status=store.status,
        drawing=cohort_funnel(same),
        labels=LABELS,
    )


def _lower(stage: str) -> str:
    return stage if stage == "QTS" else stage.lower()


def compared(store: Store, choices: PeopleChoices) -> View:
    """The same stages for rural and for urban schools."""
    proof = proved(store, "pipeline", ("rural",), choices.place.only)
    same = followed(proof.table)
    drawn = same.loc[same["rural"].isin(LOCALITIES[:2])]
    if drawn.empty:
        raise Unanswerable(f"{choices.place.within} no cohort is known at every stage")
    ends = drawn.groupby("rural", observed=True).last()["of_first"]
    said = [f"{place.lower()} {ends[place]:.1%}" for place in LOCALITIES[:2] if place in ends.index]
    shown = drawn.assign(
        rate=drawn["of_first"],
        low=drawn["of_first"],
        high=drawn["of_first"],
        group=drawn["rural"].astype("str"),
    )
    return View(
        title=f"Share of those who started, rural and urban, {choices.place.name}",
        finding=f"Teaching in the fifth year, of those who started: {words.listed(said)}.",
        definition="By the place of the school that employed them.",
        proof=proof,
        status=store.status,
        drawing=curves(shown, x="stage", group="group", title="", colours=PLACES),
        labels=LABELS,
    )
