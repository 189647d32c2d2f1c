"""The pictures that a reader can choose between on a page, by the name that stands in addresses."""

from collections.abc import Callable, Mapping

from hubdata.store import Store
from hubdata.views.choices import ReachChoices
from hubdata.views.networks import role_matrix, role_offers, trusts
from hubdata.views.reach import alongside, coast_attendance, coast_mix, newcomers, page, remoteness, settlement
from hubdata.views.spread import areas, concentration_curve, equity
from hubdata.views.view import View

Draw = Callable[[Store, ReachChoices], View]

REACH: Mapping[str, tuple[str, Draw]] = {
    "rate": ("The map", page.by_area),
    "tiles": ("Every authority the same size", areas.as_tiles),
    "chance": ("Areas against chance", areas.against_chance),
    "cold": ("Cold spots", areas.cold_spots),
    "alike": ("Beside areas like it", alongside.beside_alike),
    "grew": ("Year by year", alongside.grew),
    "matrix": ("Six roles by area", role_matrix.matrix),
    "trusts": ("Trusts and cold spots", trusts.over_cold_spots),
    "alliances": ("Roles of each alliance", role_offers.alliances),
}
RURAL: Mapping[str, tuple[str, Draw]] = {
    "distance": ("By distance", remoteness.by_distance),
    "split": ("What it goes with", remoteness.split),
    "classes": ("All classes", remoteness.classes),
    "small": ("Small schools", settlement.small),
    "alone": ("Lone schools", settlement.isolation),
    "crowding": ("Schools near by", settlement.crowding),
    "coast": ("Coast", remoteness.coast),
    "coast_mix": ("Coastal schools", coast_mix.mix),
    "coast_came": ("Who came, on the coast", coast_attendance.attended),
    "governance": ("Who runs them", settlement.governance),
}
EQUITY: Mapping[str, tuple[str, Draw]] = {
    "tiers": ("Two tiers", equity.tiers),
    "prior": ("New to those who have", newcomers.concentration),
    "curve": ("New ones as a curve", concentration_curve.curve),
    "outstanding": ("To Outstanding areas", newcomers.to_outstanding),
    "meals": ("To better-off areas", newcomers.to_better_off),
    "growth": ("Growth on baseline", newcomers.growth),
    "funding": ("Funding", newcomers.funding),
    "ledger": ("Money by region", newcomers.ledger),
    "eligible": ("Who may lead", equity.eligibility),
    "roles": ("Six roles", equity.roles),
}


def beside(store: Store, choices: ReachChoices) -> View:
    """What stands beside the Reach page's picture: the true map beside the tiles, else the comparison by group."""
    return (page.by_area if choices.picture == "tiles" else page.by_group)(store, choices)


def names(pictures: Mapping[str, tuple[str, Draw]]) -> dict[str, str]:
    """Address name to label, for a control."""
    return {code: label for code, (label, _) in pictures.items()}


def draw(pictures: Mapping[str, tuple[str, Draw]], picture: str, store: Store, choices: ReachChoices) -> View:
    """The picture that the reader chose."""
    return pictures[picture][1](store, choices)
