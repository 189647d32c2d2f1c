"""Year five, cohort by cohort: who was still there, and which cohorts are too young to tell."""

import pandas as pd

from hubdata.answers.people.retaining import Retention
from hubdata.answers.question import Unanswerable
from hubdata.figures.people.cohort_dots import cohort_dots
from hubdata.schema.people import NOT_YET
from hubdata.store import Store
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.counted import FIFTH, MEANINGS, METHODS, STAYED, large_enough, said_share
from hubdata.views.view import View, proved

SAME_RECORD = "2010"  # the first cohort that the School Workforce Census follows

SMALL = "Cohorts of fewer than ten people have no dot; the table counts them."


def by_cohort(store: Store, choices: PeopleChoices) -> View:
    """The share of each cohort in service five years on; cohorts that nobody has seen so long are hatched."""
    proof = proved(store, "retention", ("cohort",), choices.place.only, Retention(choices.method))
    rows = proof.table.loc[proof.table["years"] == FIFTH]
    known = rows.loc[rows["rate"].notna()]
    young = rows.loc[rows["status"].astype("str") == NOT_YET]
    if known.empty:
        raise Unanswerable(f"{choices.place.within} no cohort is followed for five years")
    shown = rows.loc[rows.index.isin([*known.index, *young.index])].assign(cohort=rows["cohort"].astype("str"))
    small = shown["rate"].notna() & large_enough(shown)["rate"].isna()
    older = (shown["cohort"] < SAME_RECORD).any()
    return View(
        title=f"{METHODS[choices.method]} after five years, by cohort, {choices.place.name}",
        finding=_finding(known.iloc[-1], young, choices),
        definition=f"{MEANINGS[choices.method]} Hatched: {NOT_YET} in the newest release that holds the cohort."
        + (" [b] Before 2010 another record counted, in which part-timers are missing more often." if older else "")
        + (f" {SMALL}" if small.any() else ""),
        proof=proof,
        status=store.status,
        drawing=cohort_dots(
            shown.loc[~small], why=NOT_YET, break_before=SAME_RECORD, broken="[b] counted otherwise before 2010"
        ),
    )


def _finding(last: pd.Series, young: pd.DataFrame, choices: PeopleChoices) -> str:
    """The newest cohort that has had its five years, and how many have not."""
    start = (
        f"Of those who qualified in {last['cohort']}, {said_share(last, choices.method)} {STAYED[choices.method]} in "
        "the fifth year"
    )
    if young.empty:
        return f"{start}."
    many = "one younger cohort" if len(young) == 1 else f"{len(young)} younger cohorts"
    return f"{start}; that of {many} is {NOT_YET}."
