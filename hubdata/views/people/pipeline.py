"""The pipeline: a funnel where the same people are followed, and where it leaks."""

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.figures.people.cohort_funnel import cohort_funnel
from hubdata.measures.people.retention import number
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.counted import ENDS, why_missing
from hubdata.views.view import View, proved
from hubdata.vocabulary import TOO_FEW, say_share

NOT_PEOPLE = ("Places", "Applicants")


def followed(table: pd.DataFrame) -> pd.DataFrame:
    """The stages of the same people, from the start of training; places and applicants are other things."""
    return table.loc[~table["stage"].isin(NOT_PEOPLE)]


def funnel(store: Store, choices: PeopleChoices) -> View:
    """From start of training to fifth year: one cohort, the same people throughout."""
    cohort = choices.cohort or _newest(store, choices)
    proof = proved(store, "pipeline", (), choices.place.only | {"cohort": cohort})
    same = followed(proof.table)
    known = same.loc[same["of_first"].notna()]
    if len(known) < 2:
        raise Unanswerable(f"{choices.place.within} no cohort is known, and large enough to show, at two stages")
    applicants = proof.table.set_index("stage")["people"]
    return View(
        title=f"From training in {cohort} to the fifth year, {choices.place.name}",
        finding=_finding(same, known, cohort),
        definition=(
            f"Those who began training in {cohort}, the same people at every stage: a year counts those in service in "
            f"every year so far, so who comes back is not in it. {_before(applicants)}Leaving the state-funded record "
            "is not leaving teaching."
        ),
        proof=proof,
        status=store.status,
        drawing=cohort_funnel(_large_enough(same).assign(mark=why_missing(same["mark"]))),
    )


def _newest(store: Store, choices: PeopleChoices) -> str:
    """The newest cohort that is known at every stage."""
    cohorts = proved(store, "pipeline", (), choices.place.only).facts["cohorts"]
    if not cohorts:
        raise Unanswerable(f"{choices.place.within} no cohort is known at every stage")
    return cohorts[-1]


def _large_enough(same: pd.DataFrame) -> pd.DataFrame:
    """The stages without a share of fewer than ten people."""
    people = number(same["people"])
    first, before = people.iloc[0] < TOO_FEW, people.shift() < TOO_FEW
    return same.assign(
        of_first=same["of_first"].mask(people.notna() & first), of_previous=same["of_previous"].mask(before)
    )


def _finding(same: pd.DataFrame, known: pd.DataFrame, cohort: str) -> str:
    """How many of those who started are left at the last known stage, and where most were lost."""
    first, last = known.iloc[0], known.iloc[-1]
    said = f"{say_share(last['people'], first['people'])} of those who began training in {cohort} {ENDS[last['stage']]}"
    lost = -same["people"].astype("Float64").diff().astype(float)
    if not lost.max() > 0:
        return f"{said}."
    at = same.index.get_loc(lost.idxmax())
    before, worst = (_lower(same["stage"].iloc[place]) for place in (at - 1, at))
    return f"{said}; most are lost between {before} and {worst}: {say_people(lost.max())}."


def say_people(count: float) -> str:
    """``1 person``, ``1,200 people``."""
    return "1 person" if count == 1 else f"{count:,.0f} people"


def _before(people: pd.Series) -> str:
    """What came before the start of training, where it is known: it is not part of the funnel."""
    told = [f"{people[name]:,.0f} {name.lower()}" for name in NOT_PEOPLE[::-1] if pd.notna(people.get(name))]
    if not told:
        return ""
    return f"{words.listed(told)} came before; one person may apply for several, so they are not in the funnel. "


def _lower(stage: str) -> str:
    return stage if stage == "QTS" else {"Starts": "the start of training", "Employed": "a first post"}.get(
        stage, stage.lower()
    )  # fmt: skip
