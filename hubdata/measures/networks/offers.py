"""What networks offer: which of the six areas of work each has, and how many networks have so many."""

import pandas as pd

from hubdata.measures.networks.membership import spans
from hubdata.schema import AREAS_OF_WORK


def offers(networks: pd.DataFrame, roles: pd.DataFrame) -> pd.DataFrame:
    """Whether each network offers each area of work on its day.

    Args:
        networks: network, name and on (the day), one row each.
        roles: network, area_of_work and the days between which it is offered (since, until; open where missing).

    Returns:
        network, network_name, offered (how many of the six), role, offers (1 or 0): six rows a network in the order of
        AREAS_OF_WORK, networks that offer most first, then by their code. A network without roles offers none.
    """
    rows = networks[["network", "name", "on"]].astype({"network": "str", "name": "str"})
    mine = roles.astype({"network": "str", "area_of_work": "str"}).merge(rows[["network", "on"]], on="network")
    current = mine.loc[spans(mine, mine["on"]), ["network", "area_of_work"]].drop_duplicates()
    current = current.rename(columns={"area_of_work": "role"}).assign(offers=1)
    named = rows.rename(columns={"name": "network_name"}).drop(columns="on")
    order = pd.DataFrame({"role": AREAS_OF_WORK, "place": range(len(AREAS_OF_WORK))})
    table = named.merge(order, how="cross").merge(current, on=["network", "role"], how="left")
    table = table.assign(offers=table["offers"].fillna(0).astype("int64"))
    table = table.assign(offered=table.groupby("network")["offers"].transform("sum"))
    table = table.sort_values(["offered", "network", "place"], ascending=[False, True, True], ignore_index=True)
    return table[["network", "network_name", "offered", "role", "offers"]]


def breadth(offered: pd.DataFrame) -> pd.DataFrame:
    """How many networks offer none, one, … all six of the areas of work.

    Args:
        offered: as ``offers``.

    Returns:
        roles (0 to 6), networks (those that offer so many), all, share (0 to 1). Nothing without a network.
    """
    each = offered.drop_duplicates("network")["offered"]
    counts = each.value_counts().reindex(range(len(AREAS_OF_WORK) + 1), fill_value=0)
    table = pd.DataFrame({"roles": counts.index, "networks": counts.to_numpy(), "all": len(each)})
    table = table.astype("int64")
    return table.assign(share=table["networks"] / table["all"].where(table["all"] > 0)).loc[table["all"] > 0]
