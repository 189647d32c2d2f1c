"""Trusts over cold spots: where schools are in large trusts, and whether that is so where provision is thin."""

from dataclasses import replace

from hubdata.maps.legend import Legend
from hubdata.palette import NOT_REACHED, SEA
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.reach import LABELS
from hubdata.views.trust_map import CLASSES, trust_map
from hubdata.views.trust_words import LARGE, definition, finding
from hubdata.views.view import View, proved

MORE = {
    "in_trusts": f"In trusts of {LARGE} or more", "not_known": "Trust not named", "trusts": "Trusts here",
    "median_schools": "Schools per trust (median)", "median_pupils": "Pupils per trust (median)",
}  # fmt: skip


def over_cold_spots(store: Store, choices: ReachChoices) -> View:
    """Authorities shaded by the share of schools in trusts of six or more, with the cold spots of reach outlined."""
    proof = proved(store, "trusts", ("la",), choices.only, k=LARGE)
    england = proved(store, "trusts", (), choices.only, k=LARGE).table.iloc[0]
    found = proved(store, "cold_spots", ("district",), **choices.options)
    spots, proof = found.table, replace(proof, sources=tuple(dict.fromkeys((*proof.sources, *found.sources))))
    cold = set(spots.loc[spots["spot"] == "cold", "district"].astype("str"))
    return View(
        title=f"{words.capital(choices.schools)} in trusts of {LARGE} or more, and cold spots of reach",
        finding=finding(store, choices, england),
        definition=definition(choices, england) + words.dated(proof.sources),
        proof=proof,
        status=store.status,
        drawing=trust_map(store, choices, proof.table, cold),
        legend=Legend(
            f"In trusts of {LARGE} or more",
            tuple(CLASSES.legend(CLASSES.of(proof.table["rate"].where(proof.table["mark"] != "u")))),
            ((SEA, NOT_REACHED, "Cold spot"),) if cold else (),
        ),
        picks="la",
        labels={**LABELS, **MORE},
    )
