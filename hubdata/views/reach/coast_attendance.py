"""Where people came to what networks put on, along the coast: a map of attendance. Activity, not effect."""

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.maps import areas
from hubdata.maps.classes import Classes
from hubdata.maps.layers import Map
from hubdata.maps.legend import Legend
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.areas import bounds, geometries
from hubdata.views.choices import ReachChoices
from hubdata.views.reach import reach_map
from hubdata.views.view import Proof, View, proved
from hubdata.vocabulary import COASTAL, counted, say_share_of

EDGES = (0, 50, 100, 200, 400)
WORDS = ("Under 50", "50 to under 100", "100 to under 200", "200 to under 400", "400 or more")
CLASSES = Classes(EDGES, WORDS, missing="No coastal schools, or fewer than 10")


def attended(store: Store, choices: ReachChoices) -> View:
    """Authorities with coastal schools, shaded by the people who came for every hundred of those schools."""
    only = {**choices.only, **choices.place.only}
    proof = proved(store, "attendance", ("la",), {**only, "coastal": COASTAL[0]}, choices.of_all_days)
    sides = proved(store, "attendance", ("coastal",), only, choices.of_all_days).table.set_index("coastal")
    if proof.table.empty:
        raise Unanswerable(f"{choices.place.within} no school is within 5 km of the sea")
    value = proof.table["per_100_schools"].where(proof.table["schools"] >= 10)
    return View(
        title=f"People who came to activities in coastal {choices.schools}, {choices.place.name}",
        finding=_finding(sides, choices),
        definition="People for every 100 coastal schools, once for each activity they came to; coastal: within 5 km of "
        f"the sea's edge. Activity, not effect. {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=_map(store, choices, proof, value),
        legend=Legend("People per 100 coastal schools", tuple(CLASSES.legend(pd.Series([-1, *CLASSES.of(value)])))),
    )


def _finding(sides: pd.DataFrame, choices: ReachChoices) -> str:
    coast, every = sides.loc[COASTAL[0]], sides[["schools", "activities", "attended"]].sum()
    if not every["attended"]:
        held = counted(every["activities"], "activities")
        return f"{words.capital(choices.place.within)} nobody is recorded at any of {held}."
    came = say_share_of(coast["attended"], every["attended"], "people counted at activities in schools")
    return (
        f"{words.capital(choices.place.within)} {came} came to coastal ones, which are "
        f"{say_share_of(coast['schools'], every['schools'], choices.schools)}."
    )


def _map(store: Store, choices: ReachChoices, proof: Proof, value: pd.Series) -> Map:
    says = [
        f"{row.la_name}: {counted(row.attended, 'people')} at {counted(row.activities, 'activities')}, "
        f"{counted(row.schools, 'coastal schools')}"
        for row in proof.table.itertuples()
    ]
    rows = pd.DataFrame({"code": proof.table["la"].astype("str"), "value": value, "say": says})
    layers = [
        areas.shaded(geometries(store, "la"), rows, CLASSES),
        areas.land(geometries(store, "region"), name="regions", quiet=True),
        areas.labels(reach_map.region_names()),
    ]
    return reach_map.finished(store, layers, bounds(store, choices.place), reach_map.WIDTH)
