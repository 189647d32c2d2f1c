"""Schools that lead training, on the map with whom they train: a line a link."""

import numpy as np
import pandas as pd

from hubdata.answers.networks.training_links import PARTNERSHIP, kind_that_trains, training_leads
from hubdata.answers.question import Unanswerable
from hubdata.maps import areas, lines, marks
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
from hubdata.vocabulary import say_share_of

MARKS = (
    (SEA, INK, "Lead school"),
    (FOCUS, FOCUS, "Across a boundary"),
    (ORDINARY, ORDINARY, "Within an authority"),
)


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
        legend=Legend(
            "Training links", (),
            MARKS[:1] if whole else MARKS,
        ),
    )  # fmt: skip


def _map(store: Store, choices: PeopleChoices, known: pd.DataFrame) -> Map:
    seen = bounds(store, choices.place)
    country = choices.place.level == "country"
    ends = [] if country else [_points(store, known[end]) for end in ("lead", "partner")]
    land = geometries(store, "region") if country else in_view(store, "la", seen)
    leads = training_leads(store, choices.place.only).dropna(subset=["easting", "northing"]).drop_duplicates("urn")
    return reach_map.finished(
        store,
        [
            areas.land(land),
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
