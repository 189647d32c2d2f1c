"""The schools of a shared project on the map, by how far they have come."""

from hubdata.answers.people.projects import FIRST, project_schools
from hubdata.answers.question import Unanswerable
from hubdata.maps import areas, marks
from hubdata.maps.layers import Map
from hubdata.maps.legend import Legend
from hubdata.palette import SEA, SERIES
from hubdata.places import degrees
from hubdata.schema.people import PROJECT_STAGES
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.areas import bounds, geometries, in_view
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.reach import reach_map
from hubdata.views.view import View, proved
from hubdata.vocabulary import say_share_of

COLOURS = dict(zip(PROJECT_STAGES, (SERIES[0], SERIES[1], SERIES[3]), strict=True))
SAID = {"identify": "finding the problem", "evaluate": "trying it out", "roll out": "rolling it out"}


def stages(store: Store, choices: PeopleChoices) -> View:
    """Schools of the project, one dot each in the colour of its stage."""
    if choices.place.level == "hub_area":
        raise Unanswerable("a project is shown for England, a region, an authority or a network: choose one of them")
    proof = proved(store, "project", (), choices.place.only)
    table = proof.table.set_index("stage")
    whole = int(table["schools"].sum())
    last = PROJECT_STAGES[-1]
    name = proof.facts["project"]
    return View(
        title=f"The {name.lower()} project by stage, {choices.place.name}",
        finding=(
            f"{words.capital(choices.place.within)} {whole:,} schools take part in the {name.lower()} project: "
            f"{say_share_of(int(table.loc[last, 'schools']), whole, 'them')} are {SAID[last]}."
        ),
        definition=f"Stages: {words.listed([f'{stage} ({said})' for stage, said in SAID.items()])}. No effect shown.",
        proof=proof,
        status=store.status,
        drawing=_map(store, choices),
        legend=Legend("Stage", (), tuple((COLOURS[stage], SEA, stage.capitalize()) for stage in PROJECT_STAGES)),
    )


def _map(store: Store, choices: PeopleChoices) -> Map:
    seen = bounds(store, choices.place)
    country = choices.place.level == "country"
    land = geometries(store, "region") if country else in_view(store, "la", seen)
    schools = project_schools(store, FIRST, choices.place.only).dropna(subset=["easting", "northing"])
    points = degrees(schools["easting"], schools["northing"])
    says = [f"{name}: {stage}" for name, stage in zip(schools["name"], schools["stage"], strict=True)]
    dots = marks.dots(points, says, schools["stage"].map(COLOURS), small=country)
    return reach_map.finished(store, [areas.land(land), dots], seen, reach_map.WIDTH)
