"""Trusts over cold spots: where schools are in large trusts, and whether that is so where provision is thin."""

from dataclasses import replace

import pandas as pd

from hubdata.answers.networks.trusts import Trusts
from hubdata.maps import areas
from hubdata.maps.classes import percent_classes
from hubdata.maps.layers import Map
from hubdata.maps.legend import Legend
from hubdata.palette import NOT_REACHED, SEA
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.areas import bounds, geometries
from hubdata.views.choices import ReachChoices
from hubdata.views.networks.trusts_said import LARGE, METHOD, definition, said
from hubdata.views.reach import reach_map
from hubdata.views.view import View, proved
from hubdata.vocabulary import counted, say_share

CLASSES = percent_classes(0, 15, 30, 45, 60)


def over_cold_spots(store: Store, choices: ReachChoices) -> View:
    """Authorities shaded by the share of schools in trusts of six or more, with the cold spots of reach outlined."""
    proof = proved(store, "trusts", ("la",), choices.only, Trusts(LARGE))
    england = proved(store, "trusts", (), choices.only, Trusts(LARGE)).table.iloc[0]
    found = proved(store, "cold_spots", ("district",), {}, choices.reach)
    spots, proof = found.table, replace(proof, sources=tuple(dict.fromkeys((*proof.sources, *found.sources))))
    cold = set(spots.loc[spots["spot"] == "cold", "district"].astype("str"))
    return View(
        title=f"{words.capital(choices.schools)} in trusts of {LARGE} or more, and cold spots of reach",
        finding=said(store, choices, england),
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
        method=METHOD,
    )


def trust_map(store: Store, choices: ReachChoices, table: pd.DataFrame, cold: set[str]) -> Map:
    """Authorities shaded by the share in ``table`` (measure trusts), the districts of ``cold`` outlined."""
    says = [
        f"{name}: {say_share(part, whole)}. {counted(trusts, 'trusts')}"
        for name, part, whole, trusts in table[["la_name", "in_trusts", "schools", "trusts"]].itertuples(index=False)
    ]
    value = table["rate"].where(table["mark"] != "u")
    rows = pd.DataFrame({"code": table["la"].astype("str"), "value": value, "say": says})
    districts = geometries(store, "district")
    layers = [
        areas.shaded(geometries(store, "la"), rows, CLASSES),
        areas.land(geometries(store, "region"), name="regions", quiet=True),
        areas.outlined({code: districts[code] for code in sorted(cold) if code in districts}, NOT_REACHED, name="cold"),
        areas.labels(reach_map.region_names()),
    ]
    return reach_map.finished(store, layers, bounds(store, choices.place), reach_map.WIDTH)
