"""Which networks are active on a day, and which schools lead or belong to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from hubdata import schema
from hubdata.measures.asked import Networks


def active(networks: pd.DataFrame, asked: Networks) -> pd.DataFrame:
    """The networks of a kind (``all``: of every kind) that are active on a day, with that day in column ``on``.

    What they offer is not looked at here (see ``offering``).

    Without ``as_at`` each kind is taken as its newest list stands, so a programme that has ended still shows the
    networks of its last list. An end day counts as active; a missing end means it goes on.
    """
    mine = networks if asked.kind == "all" else networks.loc[networks["kind"] == asked.kind]
    on = pd.Timestamp(asked.as_at) if asked.as_at else mine.groupby("kind", observed=True)["listed"].transform("max")
    mine = mine.assign(on=on)
    return mine.loc[spans(mine, mine["on"])]


def offering(networks: pd.DataFrame, roles: pd.DataFrame, role: str) -> pd.DataFrame:
    """The networks, as ``active`` returned them, that offer a role on the day on which each is looked at.

    ``roles`` has network, area_of_work and the spell (since, until) in which it is offered.
    """
    if networks.empty:
        return networks
    days = networks.astype({"network": "str"}).set_index("network")["on"]
    mine = roles.loc[roles["area_of_work"] == role].astype({"network": "str"})
    mine = mine.loc[mine["network"].isin(days.index)]
    offered = mine.loc[spans(mine, mine["network"].map(days)), "network"]
    return networks.loc[networks["network"].astype("str").isin(offered)]


def spans(spells: pd.DataFrame, on: pd.Series | pd.Timestamp) -> pd.Series:
    """Whether each spell (since, until) covers the day; a missing start or end is open."""
    return ~(spells["since"] > on) & ~(spells["until"] < on)


def members(members_table: pd.DataFrame, networks: pd.DataFrame, roles: tuple[str, ...]) -> pd.DataFrame:
    """The spells in one of the roles that cover the day on which their network is looked at.

    ``networks`` is what ``active`` returned. Returns network, urn, role, once each, in the order of network and URN.
    """
    mine = members_table.loc[members_table["role"].isin(roles)].astype({"network": "str"})
    days = networks.astype({"network": "str"}).set_index("network")["on"]
    mine = mine.loc[mine["network"].isin(days.index)]
    mine = mine.loc[spans(mine, mine["network"].map(days))]
    return mine[["network", "urn", "role"]].drop_duplicates().sort_values(["network", "urn"], ignore_index=True)


def leads(members_table: pd.DataFrame, networks: pd.DataFrame, schools: pd.DataFrame) -> pd.DataFrame:
    """Every lead school of the networks, of any type or phase, open or closed, where the register has it.

    Returns:
        network, network_name, kind, urn, name, status, phase, la, easting, northing: one row a network and lead.
        A lead that the register does not know keeps its row, without a name or a location.
    """
    found = members(members_table, networks, ("lead",))
    named = networks.astype({"network": "str"})[["network", "name", "kind"]].rename(columns={"name": "network_name"})
    register = schools[["urn", "name", "status", "phase", "la", "easting", "northing"]]
    return found.drop(columns="role").merge(named, on="network").merge(register, on="urn", how="left")


@dataclass(frozen=True)
class Heirs:
    """Which open school an establishment lives on in: the open ones by URN, and each one's successors."""

    open: frozenset[str]
    after: Mapping[str, list[str]]

    def of(self, urns: pd.Series) -> pd.Series:
        """The open school that each URN lives on in, as ``urns``.

        An open one lives on in itself, a closed one in its nearest open successor along the links. Missing where no
        chain of successors ends in an open school. Chains are followed generation by generation, so a loop in the links
        ends the search; of several open successors in one generation the lowest URN is taken.
        """
        wanted = urns.to_numpy(object)
        found = {urn: self._heir(urn) for urn in {*wanted} if isinstance(urn, str)}
        return pd.Series([found.get(urn) for urn in wanted], index=urns.index, dtype="str", name=urns.name)

    def _heir(self, urn: str) -> str | None:
        generation, seen = {urn}, set()
        while generation:
            living = self.open & generation
            if living:
                return min(living)
            seen |= generation
            generation = {heir for one in generation for heir in self.after.get(one, ())} - seen
        return None


def heirs(links: pd.DataFrame, schools: pd.DataFrame) -> Heirs:
    """Who lives on in whom, from tables ``links`` and ``schools``."""
    # As plain objects: one by one out of a column of text takes ten times as long.
    is_open = schools["urn"].to_numpy(object)[schools["status"].isin(schema.OPEN).to_numpy(bool)]
    follows = links.loc[links["relation"] == "successor", ["urn", "link_urn"]].astype(object)
    after: dict[str, list[str]] = {}
    for urn, heir in zip(follows["urn"], follows["link_urn"], strict=True):
        after.setdefault(urn, []).append(heir)
    return Heirs(frozenset(is_open), after)


def academic_year(day: date) -> str:
    """The academic year that a day falls in, as ``2015/16``."""
    start = day.year if day.month >= 9 else day.year - 1
    return f"{start}/{(start + 1) % 100:02d}"
