"""Equity: how evenly lead schools are spread, and whether new resources go to those who already have."""

from dataclasses import replace

from hubdata.answers.networks.eligibility import Pool
from hubdata.answers.networks.overlap import Near
from hubdata.answers.question import Unanswerable
from hubdata.figures.interval_dots import interval_dots
from hubdata.palette import PHASES, PLACES
from hubdata.schema import LOCALITIES
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.reach.alongside import beside_alike
from hubdata.views.spread.evenness import spread
from hubdata.views.view import View, proved
from hubdata.vocabulary import say_share, say_share_of

SEVERAL = {"Primary": "primaries", "Secondary": "secondaries"}


def opening(store: Store, choices: ReachChoices) -> View:
    """An authority's share of schools that lead, beside the authorities most like it; else the spread over them all."""
    if choices.place.level == "la":
        return beside_alike(store, replace(choices, definition="lead"))
    return spread(store, choices)


def tiers(store: Store, choices: ReachChoices) -> View:
    """How far apart the well and the badly provided stand, and how many have none."""
    proof = proved(store, "tiers", ("rural",), choices.place.only, Near(choices.km, choices.networks))
    drawn = proof.table.loc[proof.table["rural"].isin(LOCALITIES[:2])].rename(
        columns={"none": "reached", "none_rate": "rate"}
    )
    said = [say_share_of(row.reached, row.schools, f"{str(row.rural).lower()} schools") for row in drawn.itertuples()]
    return View(
        title=f"Schools with no {choices.lead[0]} within {choices.km:g} km, {choices.place.name}",
        finding=(
            f"{' and '.join(said)} {'had' if choices.closed else 'have'} no {choices.lead[0]} within {choices.km:g} km."
        ),
        definition="; ".join(
            f"{row.rural}: a tenth have {f'{row.p10:.0f} or fewer' if round(row.p10) else 'none'}, half "
            f"{row.median:.0f}, a tenth {row.p90:.0f} or more"
            for row in drawn.itertuples()
        )
        + f". {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=interval_dots(drawn.assign(group=drawn["rural"].astype("str"), mark=""), label="group", colours=PLACES),
    )


def eligibility(store: Store, choices: ReachChoices) -> View:
    """The pool that may lead, and how much of it does, by phase."""
    proof = proved(store, "eligibility", ("phase",), choices.place.only, Pool(networks=choices.networks))
    drawn = proof.table.rename(columns={"designated": "reached", "eligible": "schools", "conversion": "rate"})
    drawn = drawn.assign(group=drawn["phase"].astype("str"), mark=["u" if n < 10 else "" for n in drawn["schools"]])
    if not drawn["schools"].sum():
        raise Unanswerable(f"{choices.place.within} no school was last graded Outstanding")
    rows = {
        row.group: say_share_of(row.reached, row.schools, f"Outstanding {SEVERAL.get(row.group, 'schools')}")
        for row in drawn.itertuples()
    }
    return View(
        title=f"Outstanding schools that {choices.are} {choices.lead[1]}, {choices.place.name}",
        finding=(
            f"{rows.get('Primary', 'No Outstanding primaries')} {'led' if choices.closed else 'lead'}, against "
            f"{rows.get('Secondary', 'no Outstanding secondaries')}."
        ),
        definition=f"Grades are frozen: headline grades ended in September 2024. {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=interval_dots(drawn, label="group", colours=PHASES),
    )


def roles(store: Store, choices: ReachChoices) -> View:
    """Which of the six key areas schools can turn to an alliance for, within the radius."""
    proof = proved(store, "roles", (), choices.place.only, Near(choices.km, choices.every_role))
    drawn = proof.table.rename(columns={"with_provider": "reached"}).assign(group=proof.table["role"].astype("str"))
    least = drawn.loc[drawn["rate"].idxmin()]
    return View(
        title=f"Schools with a provider of each role within {choices.km:g} km, {choices.place.name}",
        finding=(
            f"{least['group']} is the role that fewest schools have near: "
            f"{say_share(least['reached'], least['schools'])} within {choices.km:g} km."
        ),
        definition=(
            f"A provider: an active alliance that offers the role. Activity, not effect. {words.dated(proof.sources)}"
        ),
        proof=proof,
        status=store.status,
        drawing=interval_dots(drawn, label="group"),
    )
