"""Schools near the sea against the rest."""

from hubdata.figures.interval_dots import interval_dots
from hubdata.store import Store
from hubdata.views.choices import ReachChoices
from hubdata.views.view import View, proved
from hubdata.vocabulary import say_share_of


def coast(store: Store, choices: ReachChoices) -> View:
    """Schools near the sea against the rest."""
    proof = proved(store, "reach", ("coastal",), choices.place.only, choices.reach)
    drawn = proof.table.assign(group=proof.table["coastal"].astype("str"))
    said = [say_share_of(row.reached, row.schools, f"{row.group.lower()} schools") for row in drawn.itertuples()]
    return View(
        title=f"{choices.counted}, coastal and inland",
        finding=f"{' and '.join(said)} {choices.are} {choices.phrase}.",
        definition="Coastal: within 5 km of the sea's edge, drawn from the boundaries.",
        proof=proof,
        status=store.status,
        drawing=interval_dots(drawn, label="group"),
    )
