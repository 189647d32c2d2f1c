"""The pictures that a reader can choose between on a page, by the name that stands in addresses."""

from collections.abc import Mapping
from dataclasses import replace

from hubdata.store import Store
from hubdata.views import picture
from hubdata.views.choices import ReachChoices
from hubdata.views.networks import role_matrix, role_offers, trusts
from hubdata.views.picture import DAYS, Draw, Missing, Picture, answered, lacking
from hubdata.views.reach import alongside, coast, coast_attendance, coast_mix, governance, page, remoteness, settlement
from hubdata.views.spread import areas, concentration_curve, equity, ledger, newcomers
from hubdata.views.view import View

REACH: Mapping[str, Picture] = {
    "rate": Picture("The map", page.by_area),
    "tiles": Picture("Every authority the same size", areas.as_tiles),
    "chance": Picture("Areas against chance", areas.against_chance),
    "cold": Picture("Cold spots", areas.cold_spots),
    "alike": Picture("Beside areas like it", alongside.beside_alike),
    "grew": Picture(
        "Year by year",
        alongside.grew,
        "the share of schools reached on 1 September of each year, rural and urban",
        (DAYS,),
    ),
    "matrix": Picture(
        "Six roles by area",
        role_matrix.matrix,
        "in how many schools of each area each of the six roles was offered nearby",
        ("roles",),
    ),
    "trusts": Picture("Trusts and cold spots", trusts.over_cold_spots),
    "alliances": Picture(
        "Roles of each alliance", role_offers.alliances, "which of the six roles each alliance offered", ("roles",)
    ),
}
RURAL: Mapping[str, Picture] = {
    "distance": Picture("By distance", remoteness.by_distance),
    "split": Picture("What it goes with", remoteness.split),
    "classes": Picture("All classes", remoteness.classes),
    "small": Picture("Small schools", settlement.small),
    "alone": Picture("Lone schools", settlement.isolation),
    "crowding": Picture("Schools near by", settlement.crowding),
    "coast": Picture("Coast", coast.coast),
    "coast_mix": Picture("Coastal schools", coast_mix.mix),
    "coast_came": Picture(
        "Who came, on the coast",
        coast_attendance.attended,
        "who came to what the networks offered, from coastal and inland schools",
        ("activities",),
    ),
    "governance": Picture("Who runs them", governance.governance),
}
EQUITY: Mapping[str, Picture] = {
    "tiers": Picture("Two tiers", equity.tiers),
    "prior": Picture(
        "New to those who have",
        newcomers.concentration,
        "whether new lead schools went to areas that had some already",
        (DAYS,),
    ),
    "curve": Picture("As a curve", concentration_curve.curve),
    "outstanding": Picture("By Outstanding schools", newcomers.to_outstanding),
    "meals": Picture("By free school meals", newcomers.to_better_off),
    "growth": Picture(
        "Growth on baseline",
        newcomers.growth,
        "how fast each area gained lead schools, beside how many it had at first",
        (DAYS,),
    ),
    "funding": Picture(
        "Funding", newcomers.funding, "whether funding went to areas that had lead schools already", ("funding",)
    ),
    "ledger": Picture(
        "Money by region",
        ledger.ledger,
        "what each region's networks received, beside its schools and pupils",
        ("funding",),
    ),
    "eligible": Picture("Who may lead", equity.eligibility),
    "roles": Picture("Six roles", equity.roles, "how near schools are to each of the six roles", ("roles",)),
}


# What reached can mean beyond a distance: the table it needs, and what it would show.
RECORDED: Mapping[str, tuple[str, str]] = {
    "member": ("members", "which schools belong to a network and which to none"),
    "supported": ("support", "which schools were given support in the year and which were not"),
}


def draw(pictures: Mapping[str, Picture], code: str, store: Store, choices: ReachChoices) -> View:
    """The picture that the reader chose. Raises ``Missing``, of what reached means where that is what is missing."""
    try:
        return picture.draw(pictures, code, store, choices)
    except Missing as absent:
        if choices.definition not in _undefined(store):
            raise
        raise Missing(absent, "This reading", RECORDED[choices.definition][1], absent.table) from absent


def reading(first: Draw, store: Store, choices: ReachChoices) -> View:
    """A page's own first picture, of what the reader lets reached mean. Raises ``Missing``."""
    return draw({"": Picture("This picture", first)}, "", store, choices)


def opening(pictures: Mapping[str, Picture], store: Store, choices: ReachChoices) -> View:
    """The picture whose sentence opens the page: the one chosen or, where the data cannot answer it, the map."""
    try:
        return draw(pictures, choices.picture, store, choices)
    except Missing:
        return answered(page.by_area, store, able(store, choices))


def beside(store: Store, choices: ReachChoices) -> View:
    """What stands beside the Reach page's picture: the true map beside the tiles, else the comparison by group."""
    return answered(page.by_area if choices.picture == "tiles" else page.by_group, store, choices)


def undefined(store: Store) -> dict[str, list[str]]:
    """What reached can mean that the data cannot answer, under the name of its group."""
    found: dict[str, list[str]] = {}
    for definition, (table, _) in RECORDED.items():
        group = lacking(store, table)
        if group:
            found.setdefault(group, []).append(definition)
    return found


def _undefined(store: Store) -> set[str]:
    return {definition for several in undefined(store).values() for definition in several}


def able(store: Store, choices: ReachChoices) -> ReachChoices:
    """The choices for the rest of a page whose first picture is missing: the distance, beside no picture."""
    if choices.definition in _undefined(store):
        return replace(choices, definition="within", picture="")
    missing = {code for several in picture.holes(store, "picture", REACH, choices).values() for code in several}
    return replace(choices, picture="") if choices.picture in missing else choices


def names(pictures: Mapping[str, Picture]) -> dict[str, str]:
    """Address name to label, for a control."""
    return {code: picture.label for code, picture in pictures.items()}
