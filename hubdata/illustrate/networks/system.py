"""The school-led system as tables: networks, members, areas, roles, support and money."""

import numpy as np
import pandas as pd

from hubdata.illustrate.ground.cells import Cells
from hubdata.illustrate.networks.activities import activities
from hubdata.illustrate.networks.hub_areas import hub_areas
from hubdata.illustrate.networks.hubs import hubs
from hubdata.illustrate.networks.lead_members import lead_members
from hubdata.illustrate.networks.membership import supported
from hubdata.illustrate.networks.networks import alliances
from hubdata.illustrate.networks.offers import funding, roles
from hubdata.illustrate.networks.partners import partners
from hubdata.illustrate.networks.support import support
from hubdata.illustrate.schools.numbering import Register
from hubdata.schema import MEMBERS, NETWORK_AREAS, NETWORKS


def system(
    schools: pd.DataFrame, register: Register, spells: pd.DataFrame, ground: tuple[pd.DataFrame, Cells], seed: int
) -> dict[str, pd.DataFrame]:
    """The tables networks, members, activities, network_areas, roles, support and funding.

    Args:
        schools: open establishments by row.
        register: the numbers of those rows.
        spells: the spells of alliances' leads: row, alliance, since, until.
        ground: the gazetteer, and the squares of England.
        seed: of the whole England.
    """
    named = alliances(spells, schools, seed)
    named["founder"] = named["alliance"].map(spells.groupby("alliance")["row"].first())
    helpers = partners(named, spells, schools, seed)
    helped = supported(named, schools, np.union1d(spells["row"], helpers["row"]), seed)
    areas = hub_areas(schools, *ground, seed)
    last = spells.loc[spells["until"] == spells["until"].max(), "row"].unique()
    held = hubs(areas, schools, last, seed)
    networks = pd.concat([named[NETWORKS.names], held[NETWORKS.names]]).sort_values("network", ignore_index=True)
    members = [
        lead_members(spells, named, register, seed),
        _members(helpers, register.urn, "strategic_partner"),
        _members(helped, register.urn, "supported"),
        _members(held, register.urn, "lead"),
    ]
    belong = pd.concat(members).sort_values(list(MEMBERS.key), ignore_index=True)
    return {
        "networks": networks,
        "members": belong,
        "activities": activities(belong, networks, seed),
        "network_areas": areas[NETWORK_AREAS.names],
        "roles": roles(networks, seed),
        "support": support(helped, schools, register.urn, seed),
        "funding": funding(networks, seed),
    }


def _members(spells: pd.DataFrame, urn: np.ndarray, role: str) -> pd.DataFrame:
    return spells.assign(urn=urn[spells["row"]], role=role)[MEMBERS.names]
