"""Retention cohort by cohort: where only rates are published, and whether the newest are kept better."""

import pandas as pd

from hubdata.answers.people.retaining import Retention
from hubdata.answers.question import Unanswerable
from hubdata.figures.curves import curves
from hubdata.figures.interval_dots import interval_dots
from hubdata.measures.statistics.verdicts import ABOVE, FEW, WITHIN
from hubdata.palette import SERIES
from hubdata.store import Store
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.counted import FIFTH, MEANINGS, METHODS, MOST_LINES, STAYED, said_share
from hubdata.views.view import View, proved
from hubdata.vocabulary import TOO_FEW


def published(store: Store, choices: PeopleChoices) -> View:
    """Where only rates are published: the cohorts that are followed longest, each its own line."""
    proof = proved(store, "retention", ("cohort",), {}, Retention(choices.method))
    known = proof.table.dropna(subset=["rate"])
    followed = known.groupby("cohort", observed=True)["years"].agg(["count", "max"]).query("count > 1")
    chosen = followed.sort_values("count").tail(MOST_LINES).index
    drawn = known.loc[known["cohort"].isin(chosen)].assign(group=known["cohort"].astype("str"))
    if drawn.empty:
        raise Unanswerable("no cohort is followed for more than one year")
    fifth = drawn.loc[drawn["years"] == FIFTH]
    row = (fifth if len(fifth) else drawn).iloc[-1]
    return View(
        title=f"{METHODS[choices.method]}, by years since qualifying, cohort by cohort",
        finding=(
            f"Of those who qualified in {row['cohort']}, {said_share(row, choices.method)} were in service after "
            f"{row['years']} years."
        ),
        definition=(
            f"{MEANINGS[choices.method]} Published rates, as far as there are any; a year that nobody published is "
            "a gap, and where the size of the cohort is not printed with the rate there is no band."
        ),
        proof=proof,
        status=store.status,
        drawing=curves(
            drawn,
            x="years",
            group="group",
            title="Years after qualifying",
            colours=dict(zip(map(str, chosen), SERIES, strict=False)),
            mark=FIFTH,
        ),
    )


def cohorts(store: Store, choices: PeopleChoices) -> View:
    """Each cohort at its first year: is the newest kept better than the last?"""
    proof = proved(store, "retention", ("cohort",), choices.place.only, Retention(choices.method))
    first = proof.table.loc[(proof.table["years"] == 1) & proof.table["low"].notna()]
    if len(first) < 2:
        raise Unanswerable(f"{choices.place.within} fewer than two cohorts are followed")
    drawn = first.assign(
        group=first["cohort"].astype("str"),
        schools=first["at_start"].astype(float),
        reached=(first["rate"] * first["at_start"].astype(float)).round(),
        mark=["u" if few else "" for few in first["at_start"].astype(float) < TOO_FEW],
    )
    last, before = first.iloc[-1], first.iloc[-2]
    said = (said_share(row, choices.method) for row in (last, before))
    return View(
        title=f"{METHODS[choices.method]} after one year, by cohort, {choices.place.name}",
        finding=_newest(last["cohort"], before["cohort"], *said, proof.facts["newest"], STAYED[choices.method]),
        definition="One row a year of qualifying; counts are rates times the cohort where only rates are published.",
        proof=proof,
        status=store.status,
        drawing=interval_dots(drawn.tail(8), label="group"),
    )


def _newest(last: str, before: str, share: str, share_before: str, verdict: str, stayed: str) -> str:
    """The two newest cohorts, and only as much of their difference as the verdict allows."""
    both = f"after one year {share} of the {last} cohort {stayed}"
    if verdict == FEW or pd.isna(verdict):
        return f"Too few to compare: {both}, and {share_before} of {before}."
    if verdict == WITHIN:
        return f"No clear difference between the two newest: {both}, and {share_before} of {before}."
    return f"A{both[1:]}, {'more' if verdict == ABOVE else 'fewer'} than the {share_before} of {before}."
