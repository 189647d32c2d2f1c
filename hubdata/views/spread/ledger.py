"""Money by region: what networks were awarded, for every school and every pupil."""

from hubdata.figures.people.ladder import ladder
from hubdata.store import Store
from hubdata.views.choices import ReachChoices
from hubdata.views.view import View, proved


def ledger(store: Store, choices: ReachChoices) -> View:
    """What networks were awarded, for every school and pupil, by region."""
    proof = proved(store, "ledger", ("region",), {}, choices.of_all_days)
    drawn = proof.table.sort_values("per_school", ascending=False)
    high, low = drawn.iloc[0], drawn.iloc[-1]
    return View(
        title="Funding of networks for every school, by region",
        finding=(
            f"From £{low['per_school']:,.0f} a school in {low['region']} to £{high['per_school']:,.0f} in "
            f"{high['region']}, all years together."
        ),
        definition=(
            f"{proof.facts['first']} to {proof.facts['last']}, all funds together; money by the authority of the lead "
            "school. Activity, not effect."
        ),
        proof=proof,
        status=store.status,
        drawing=ladder(
            drawn,
            label="region",
            value="per_school",
            says=[f"£{r.per_school:,.0f} a school, £{r.per_pupil:,.2f} a pupil" for r in drawn.itertuples()],
        ),
    )
