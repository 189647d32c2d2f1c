"""Who runs small rural primaries, beside urban ones."""

from hubdata.answers.question import Unanswerable
from hubdata.figures.pairs import pairs
from hubdata.palette import PLACES
from hubdata.schema import LOCALITIES
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.view import View, proved
from hubdata.vocabulary import TOO_FEW, say_share


def governance(store: Store, choices: ReachChoices) -> View:
    """Who runs small rural primaries, beside urban ones."""
    only = {**choices.place.only, "phase": "Primary", "size": "under 110"}
    proof = proved(store, "governance", ("rural",), only)
    drawn = proof.table.loc[proof.table["rural"].isin(LOCALITIES[:2])]
    rural = drawn.loc[drawn["rural"] == "Rural"]
    if rural.empty or rural["schools"].iloc[0] < TOO_FEW:
        raise Unanswerable(f"{choices.place.within} fewer than ten rural primaries have under 110 pupils")
    most = rural.loc[rural["rate"].idxmax()]
    return View(
        title="Who runs primaries with under 110 pupils",
        finding=(
            f"The commonest way to run a small rural primary: {most['governance'].lower()}, "
            f"{say_share(most['count'], most['schools'])}."
        ),
        definition=f"Primaries with under 110 pupils, on the register's day. {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=pairs(drawn, label="governance", group="rural", colours=PLACES),
    )
