"""Schools that lead training, on the map with whom they train: a line a link."""

from dataclasses import replace

import numpy as np
import pandas as pd

from hubdata.answers.networks.training_links import PARTNERSHIP, kind_that_trains, training_leads
from hubdata.answers.question import Unanswerable
from hubdata.maps import areas, lines, marks
from hubdata.maps.classes import percent_classes
from hubdata.maps.layers import Map
from hubdata.maps.legend import Legend
from hubdata.palette import FOCUS, INK, ORDINARY, SEA
from hubdata.places import degrees
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.areas import bounds, geometries, in_view
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.reach import reach_map
from hubdata.views.view import View, proved
from hubdata.vocabulary import TOO_FEW, say_share_of

MARKS = (
    (SEA, INK, "Lead school"),
    (FOCUS, FOCUS, "Across a boundary"),
    (ORDINARY, ORDINARY, "Within an authority"),
)

FEW = "Fewer than 10 links, or none"
CLASSES = replace(percent_classes(0, 20, 40, 60, 80), missing=FEW)


def partners(store: Store, choices: PeopleChoices) -> View:
    """The lead schools of the place and a line to each partner that has a location."""
    if choices.place.level not in ("country", "region", "la"):
        raise Unanswerable("lead schools are shown for England, a region or an authority: choose one")
    proof = proved(store, "training_links", (), choices.place.only)
    table = proof.table
    known = table.dropna(subset=["crosses", "km"])
    if known.empty:
        raise Unanswerable(f"{choices.place.within} no lead school of training has a partner with a location")
    whole = choices.place.level == "country"
    school_direct = kind_that_trains(store) == PARTNERSHIP
    called = "School Direct lead schools" if school_direct else "lead schools"
    return View(
        title=f"{words.capital(called)} and their training partners, {choices.place.name}",
        finding=(
            f"{words.capital(choices.place.within)} {known['lead'].nunique():,} {called} have a training "
            f"partner on record: "
            f"{say_share_of(int(known['crosses'].sum()), len(known), 'links')} cross an authority's boundary, and half "
            f"are longer than {known['km'].median():.0f} km."
        ),
        definition=(
            "Straight lines. A link says who trains with whom, not how many: nobody knows. Activity, not effect."
            + (" Links are drawn when a region or an authority is chosen." if whole else "")
        ),
        proof=proof,
        status=store.status,
        drawing=_map(store, choices, known),
        legend=_legend(_crossing(store, known)) if whole else Legend("Training links", (), MARKS),
    )  # fmt: skip


def _crossing(store: Store, known: pd.DataFrame) -> pd.DataFrame:
    """The share of links that cross the boundary of the lead's authority: code, value (missing under ten) and say."""
    la = store.table("schools").astype({"la": "str"}).set_index("urn")["la"]
    links = known.assign(la=known["lead"].astype("str").map(la), crosses=known["crosses"].astype(int))
    sums = links.groupby("la")["crosses"].agg(["sum", "count"])
    names = store.authorities().set_index("la")["la_name"].reindex(sums.index)
    says = [
        f"{name}: {say_share_of(part, count, 'links')} cross its boundary"
        for name, part, count in zip(names, sums["sum"], sums["count"], strict=True)
    ]
    value = (sums["sum"] / sums["count"]).where(sums["count"] >= TOO_FEW)
    return pd.DataFrame({"code": sums.index, "value": value.to_numpy(), "say": says})


def _legend(rows: pd.DataFrame) -> Legend:
    classes = (*CLASSES.of(rows["value"]), -1)  # an authority without a link is grey
    return Legend("Links across a boundary", tuple(CLASSES.legend(pd.Series(classes))), MARKS[:1])


def _map(store: Store, choices: PeopleChoices, known: pd.DataFrame) -> Map:
    seen = bounds(store, choices.place)
    country = choices.place.level == "country"
    ends = [] if country else [_points(store, known[end]) for end in ("lead", "partner")]
    land = geometries(store, "region") if country else in_view(store, "la", seen)
    leads = training_leads(store, choices.place.only).dropna(subset=["easting", "northing"]).drop_duplicates("urn")
    return reach_map.finished(
        store,
        [
            areas.shaded(geometries(store, "la"), _crossing(store, known), CLASSES) if country else areas.land(land),
            *(lines.links(*ends, known["crosses"], _said(known)) if ends else ()),
            marks.leads(degrees(leads["easting"], leads["northing"]), leads["name"].astype("str"), small=country),
        ],
        seen,
        reach_map.WIDTH,
    )


def _points(store: Store, urns: pd.Series) -> np.ndarray:
    register = store.table("schools").set_index("urn")[["easting", "northing"]]
    found = register.loc[urns.astype("str")]
    return degrees(found["easting"], found["northing"])


def _said(known: pd.DataFrame) -> list[str]:
    columns = known[["lead_name", "partner_name", "km"]]
    return [f"{lead} with {partner}, {km:.0f} km" for lead, partner, km in columns.itertuples(index=False)]
