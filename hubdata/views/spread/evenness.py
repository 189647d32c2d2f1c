"""How evenly lead schools are spread over authorities, beside what placing them by lot gives."""

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.answers.spread.equity import Spread
from hubdata.figures.spread.lorenz import lorenz
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ENGLAND, ReachChoices
from hubdata.views.reach import chance
from hubdata.views.view import View, proved


def spread(store: Store, choices: ReachChoices) -> View:
    """How evenly lead schools are spread over authorities, a region's or all, and what placing them by lot would do."""
    place = choices.place if choices.place.level == "region" else ENGLAND
    proof = proved(store, "lorenz", ("la",), place.only, choices.networks)
    found = proved(store, "inequality", ("la",), place.only, Spread(choices.networks, chance=True)).table
    if proof.table["provision"].isna().any() or found.empty:
        raise Unanswerable(f"{place.within} there are no {choices.lead[1]}")
    whole = found.iloc[0]
    half = float(pd.Series(proof.table["provision"]).where(proof.table["schools"] <= 0.5).max())
    return View(
        title=f"{words.capital(choices.lead[1])} over local authorities, fewest for their size first, {place.name}",
        finding=(
            f"{words.capital(place.within)}, {choices.lead[1]} {choices.are} spread {_beside_lots(whole)}: the "
            f"half of schools in authorities with fewest for their size {_had(choices)} {half:.0%} of the "
            f"{whole['provision']:,.0f}."
        ),
        definition=(
            f"Lead schools of the population per school ({whole['provision']:,.0f} over {whole['schools']:,.0f} "
            f"schools in {whole['areas']:,.0f} authorities). {words.dated(proof.sources)}"
        ),
        proof=proof,
        status=store.status,
        method=_method(whole),
        drawing=lorenz(
            proof.table,
            x="schools",
            y="provision",
            along="Share of schools, authorities with fewest for their size first",
            up=f"Share of {'them' if choices.role else choices.lead[1]}",
            said=f"half of the schools: {half:.0%}",
            beside=("by_lot", "picked at random"),
        ),
    )


def _had(choices: ReachChoices) -> str:
    return "had" if choices.closed else "have"


def _beside_lots(whole: pd.Series) -> str:
    """Whether the spread is less even than placing the leads by lot makes it: few over many areas are never even."""
    if whole["gini"] > whole["lot_high"]:
        return "less evenly than a random pick"
    if whole["gini"] < whole["lot_low"]:
        return "more evenly than a random pick"
    return "about as evenly as a random pick"


def _method(whole: pd.Series) -> tuple[str, ...]:
    """The coefficients beside what lots give them."""
    between = whole["theil_between"] / whole["theil"] if whole["theil"] else float("nan")
    return (
        f"Lorenz curve, Gini coefficient {whole['gini']:.2f}, lots {whole['lot_low']:.2f} to {whole['lot_high']:.2f}.",
        f"Theil's T {whole['theil']:.3f}, lots {whole['theil_lot_low']:.3f} to {whole['theil_lot_high']:.3f}; "
        f"{between:.0%} of it between regions: {whole['theil_between']:.3f}, lots that keep no region's count "
        f"{whole['theil_between_lot_low']:.3f} to {whole['theil_between_lot_high']:.3f}.",
        chance.METHOD[0],
    )
