"""Teachers of every age who left, year by year."""

from hubdata.answers.people.workforce import Flow
from hubdata.figures.curves import curves
from hubdata.palette import PHASES
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.view import View, proved

LEAVERS = "Total leaver rate"


def leavers(store: Store, choices: PeopleChoices) -> View:  # noqa: ARG001 (national figures only)
    """Leaver rates of all teachers by year, primary and secondary: a stock, never beside a cohort."""
    proof = proved(store, "leavers", ("year", "phase"), choices=Flow(LEAVERS))
    drawn = proof.table.loc[proof.table["standing"] == "Historic"].rename(columns={"value": "rate"})
    drawn = drawn.assign(low=drawn["rate"], high=drawn["rate"], group=drawn["phase"].astype("str"))
    last = drawn.groupby("group", observed=True).last()
    said = [f"{phase.lower()} {row.rate:.1%}" for phase, row in last.iterrows()]
    return View(
        title="Teachers who left in the year, of all in service",
        finding=f"In {drawn['year'].max()} the share of all teachers who left: {words.listed(said)}.",
        definition="Teachers of every age, full-time equivalent: not comparable with the retention of a cohort.",
        proof=proof,
        status=store.status,
        drawing=curves(drawn, x="year", group="group", title="", colours=PHASES),
    )
