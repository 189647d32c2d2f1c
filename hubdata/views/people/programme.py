"""Before and after: a programme that the reader names, the early career framework, and a shared project."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hubdata.answers.people.programmes import Programme
from hubdata.answers.question import Unanswerable
from hubdata.figures.people.before_after import before_after
from hubdata.measures.people.placebo import Placebo
from hubdata.measures.statistics.verdicts import ABOVE, BELOW, counted
from hubdata.store import Store
from hubdata.views.people.choices import PeopleChoices, programmes
from hubdata.views.people.counted import said_share
from hubdata.views.people.worked_out import TREND
from hubdata.views.view import Proof, View, proved
from hubdata.views.words import capital
from hubdata.vocabulary import TOO_FEW, say_share

NAN = float("nan")
UNNAMED = "Choose a programme and its first cohort: nothing is compared until then."
FRAMEWORK = 2021  # cohorts that qualified from then on entered it
DESCRIBES = (
    "Describes what happened; it does not show that the programme caused it. Dashed: the trend of the cohorts before, "
    "and the band in which one more cohort would lie as the years scatter; with few cohorts before it is wide. "
)
EVERYBODY = "everybody"  # the teachers of the place, where the programme was for all of them


def named(store: Store, choices: PeopleChoices) -> View:
    """A programme and a first cohort of the reader's choice, one year after qualifying; nothing is claimed before."""
    if not choices.programme or not choices.since:
        return _unnamed(store, choices)
    everybody = choices.programme == EVERYBODY
    only = choices.place.only if everybody else {"network": choices.programme}
    who = choices.place.name if everybody else programmes(store).get(choices.programme, choices.programme)
    proof = proved(store, "before_after", (), only, Programme(choices.since, 1))
    return _view(store, proof, f"Before and after {choices.since}: {who}", str(choices.since))


def _unnamed(store: Store, choices: PeopleChoices) -> View:
    """The cohorts of the place as they are, until the reader has said which programme began when."""
    proof = proved(store, "retention", ("cohort",), choices.place.only)
    first = proof.table.loc[(proof.table["years"] == 1) & (proof.table["at_start"] >= TOO_FEW).fillna(False)]
    shown = first.loc[first["rate"].notna()].assign(period="before", expected=NAN, expected_low=NAN, expected_high=NAN)
    if shown.empty:
        raise Unanswerable(f"{choices.place.within} no cohort of ten people or more is followed")
    last = shown.iloc[-1]
    return View(
        title=f"Before and after a programme, {choices.place.name}",
        finding=(
            f"{UNNAMED} Of those who qualified in {last['cohort']}, {said_share(last, 'official')} were in service "
            "after one year."
        ),
        definition="The share of each cohort in service after one year, with its 95% interval.",
        proof=proof,
        status=store.status,
        drawing=before_after(shown, since=""),
    )


def framework(store: Store, choices: PeopleChoices) -> View:
    """First-year retention before and after the early career framework began, against the trend before it."""
    proof = proved(store, "before_after", (), choices.place.only, Programme(FRAMEWORK, 1))
    title = f"First-year retention and the early career framework, {choices.place.name}"
    return _view(store, proof, title, "early career framework")


def project(store: Store, choices: PeopleChoices) -> View:  # noqa: ARG001 (the project's networks, wherever they are)
    """Those whom the networks of the shared project trained, before and after it began."""
    proof = proved(store, "project_retention")
    return _view(store, proof, "The shared project: first-year retention of those its networks trained", "project")


def _view(store: Store, proof: Proof, title: str, since: str) -> View:
    # A cohort of under ten people is in the trend by its weight and in the table, but has no dot and no say.
    rate = proof.table["rate"].where(proof.table["at_start"] >= TOO_FEW)
    shown = proof.table.assign(rate=rate, verdict=proof.facts["verdicts"])
    after = shown.loc[(shown["period"] == "after") & shown["rate"].notna()]
    if after.empty or after["expected"].isna().all():
        raise Unanswerable(
            "a trend cannot be drawn there: it needs three cohorts before, and one of ten people or more since"
        )
    return View(
        title=title,
        finding=_finding(after, proof.facts),
        definition=f"{DESCRIBES}{_chance(after['verdict'])}",
        proof=proof,
        status=store.status,
        drawing=before_after(shown, since=since),
        method=TREND,
    )  # fmt: skip


def _finding(after: pd.DataFrame, facts: Mapping[str, Any]) -> str:
    """How many cohorts since differ from the trend, the last one in numbers, and what other years would show."""
    last = after.iloc[-1]
    share = say_share(round(last["rate"] * last["at_start"]), last["at_start"])
    return (
        f"{_said(after['verdict'])}; of those who qualified in {last['cohort']}, {share} were in service after one "
        f"year, against {last['expected']:.1%} on that trend{_placebo(facts['placebo'])}."
    )


def _said(verdicts: pd.Series) -> str:
    """The verdicts on the cohorts since; those too few to judge are not among them."""
    above, below = (int((verdicts == side).sum()) for side in (ABOVE, BELOW))
    judged = counted(verdicts).areas
    if not above and not below:
        return "No clear change from the trend before"
    if judged == 1:
        return f"The one cohort since lies {'above' if above else 'below'} the trend of those before it"
    sides = [
        f"{number} {'lies' if number == 1 else 'lie'} clearly {side}"
        for number, side in ((above, "above"), (below, "below"))
        if number
    ]
    return f"Of {judged} cohorts since, {' and '.join(sides)} the trend of those before"


def _placebo(others: Placebo) -> str:
    """What the same test says of first cohorts in which nothing began."""
    if not others.tried:
        return ""
    if others.tried == 1:
        return f"; as if begun in another year, it {'shows' if others.outside else 'does not show'} as much"
    return f"; as if begun in another year, {others.outside} of {others.tried} other first cohorts show as much"


def _chance(verdicts: pd.Series) -> str:
    judged = counted(verdicts)
    many = "one cohort is" if judged.areas == 1 else f"{judged.areas} cohorts are"
    return f"{capital(many)} judged, of which chance alone would put about {judged.outside:.1f} outside the band."
