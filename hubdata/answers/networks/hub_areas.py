"""``hub_areas``: each hub area with its schools, size band and distances."""

from dataclasses import dataclass
from datetime import date

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question
from hubdata.answers.reach.share import NEEDS
from hubdata.measures.asked import Networks
from hubdata.measures.networks.hub_areas import hub_areas as measure_hub_areas
from hubdata.schema import NETWORK_KINDS
from hubdata.store import Store

HUB_KIND = Option("kind", "kind of network whose areas are meant", NETWORK_KINDS)


@dataclass(frozen=True)
class HubAreas:
    """Which kind of network's areas are meant, on which day."""

    kind: str = groups.HUBS
    as_at: date | None = None


def hub_areas(store: Store, asked: HubAreas) -> Answer:
    """Each hub area with its schools, size band and distances (columns as ``measures.networks.hub_areas``)."""
    areas, schools = store.table("network_areas"), groups.schools_of(store)
    hubs = Networks(asked.kind, as_at=asked.as_at)
    table = measure_hub_areas(schools, areas, groups.networks_of(store, hubs), groups.leads_of(store, hubs))
    mine = areas.loc[areas["network"].astype("str").isin(table["hub_area"])]
    shared = mine.loc[mine["shared"].astype(bool), "district"].nunique()
    told = (f"{shared} districts are shared by several areas; their schools count in each",) if shared else ()
    left = int((~schools["district"].isin(mine["district"].astype("str"))).sum())
    told += (f"{left:,} of {len(schools):,} schools are in no area, or in no known district",) if left else ()
    return Answer(table, told, (*store.sources("schools"), *groups.lists_of(store, hubs)))


QUESTIONS = (
    Question(
        "hub_areas", "each hub area: schools, size band, distances", hub_areas, (HUB_KIND,),
        (), (*NEEDS, "network_areas"), choices=HubAreas,
    ),
)  # fmt: skip
