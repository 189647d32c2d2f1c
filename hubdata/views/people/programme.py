"""Before and after: a programme that the reader names, the early career framework, and a shared project."""

import pandas as pd

from hubdata.answers.people.retaining import Programme
from hubdata.answers.question import Unanswerable
from hubdata.figures.people.before_after import before_after
from hubdata.store import Store
from hubdata.views.people.choices import PeopleChoices, programmes
from hubdata.views.view import Proof, View, proved
from hubdata.vocabulary import TOO_FEW, say_share

FRAMEWORK = 2021  # cohorts that qualified from then on entered it
DESCRIBES = (
    "Describes what happened; it does not show that the programme caused it. Dashed: the trend of the cohorts before, "
    "and the band in which chance alone would leave a cohort."
)


def named(store: Store, choices: PeopleChoices) -> View:
    """A programme and a first cohort of the reader's choice, one year after qualifying."""
    if not choices.since:
        raise Unanswerable("when did the programme begin? Choose its first cohort")
    only = {"network": choices.programme} if choices.programme else choices.place.only
    who = programmes(store).get(choices.programme, choices.place.name)
    proof = proved(store, "before_after", (), only, Programme(choices.since, 1))
    return _view(store, proof, f"Before and after {choices.since}: {who}", str(choices.since))


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
    shown = proof.table.assign(rate=proof.table["rate"].where(proof.table["at_start"] >= TOO_FEW))
    after = shown.loc[(shown["period"] == "after") & shown["rate"].notna()]
    if after.empty or after["expected"].isna().all():
        raise Unanswerable(
            "a trend cannot be drawn there: it needs three cohorts before, and one of ten people or more since"
        )
    return View(
        title=title,
        finding=_finding(after),
        definition=DESCRIBES,
        proof=proof,
        status=store.status,
        drawing=before_after(shown, since=since),
    )  # fmt: skip


def _finding(after: pd.DataFrame) -> str:
    """How many cohorts since lie outside the band of the trend, and the last one in numbers."""
    above = int((after["rate"] > after["expected_high"]).sum())
    below = int((after["rate"] < after["expected_low"]).sum())
    last = after.iloc[-1]
    share = say_share(round(last["rate"] * last["at_start"]), last["at_start"])
    return (
        f"{_said(above, below, len(after))}; of those who qualified in {last['cohort']}, {share} were in service after "
        f"one year, against {last['expected']:.1%} on that trend."
    )


def _said(above: int, below: int, count: int) -> str:
    if not above and not below:
        return "No clear change from the trend before"
    if count == 1:
        return f"The one cohort since lies {'above' if above else 'below'} the trend of those before it"
    sides = [
        f"{number} {'lies' if number == 1 else 'lie'} {side}"
        for number, side in ((above, "above"), (below, "below"))
        if number
    ]
    return f"Of {count} cohorts since, {' and '.join(sides)} the trend of those before"
