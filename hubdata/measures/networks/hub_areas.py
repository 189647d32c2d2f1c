"""Hub areas: how many schools each serves, how far they are from its lead, and whether it is of the size wanted."""

import numpy as np
import pandas as pd

BAND = (200, 300)
METRES = 1000.0


def band(schools: pd.Series) -> pd.Series:
    """Whether a number of schools is below, within or above the band of 200 to 300."""
    low, high = BAND
    words = np.select([schools < low, schools > high], ["below", "above"], "within")
    return pd.Series(words, index=schools.index, name="band")


def hub_areas(
    population: pd.DataFrame, areas: pd.DataFrame, networks: pd.DataFrame, leads: pd.DataFrame
) -> pd.DataFrame:
    """Schools and distances of each hub area.

    Args:
        population: urn, district, easting, northing.
        areas: table ``network_areas``; a district that several areas share counts in each of them.
        networks: the hub areas to report (network, name), even those without a school.
        leads: network, easting, northing; an area without a located lead has no distance.

    Returns:
        hub_area, hub_name, schools, shared (schools in shared districts), band, mean_km and max_km (straight line from
        a school to the nearest lead of its area), in the order of the code.
    """
    named = networks.astype({"network": "str"})[["network", "name"]].sort_values("network")
    mine = areas.astype({"network": "str", "district": "str"})
    served = population.astype({"district": "str"}).merge(mine, on="district")
    served = served.assign(km=_km_to_own_lead(served, leads))
    grouped = served.groupby("network")
    table = pd.DataFrame(
        {
            "hub_area": named["network"].to_numpy(),
            "hub_name": named["name"].to_numpy(),
            "schools": grouped.size().reindex(named["network"], fill_value=0).to_numpy(),
            "shared": grouped["shared"].sum().reindex(named["network"], fill_value=0).astype(int).to_numpy(),
        }
    )
    km = grouped["km"].agg(["mean", "max"]).reindex(named["network"])
    return table.assign(band=band(table["schools"]), mean_km=km["mean"].to_numpy(), max_km=km["max"].to_numpy())


def _km_to_own_lead(served: pd.DataFrame, leads: pd.DataFrame) -> pd.Series:
    """Kilometres from each row's school to the nearest located lead of the row's own network."""
    places = leads.dropna(subset=["easting", "northing"])[["network", "easting", "northing"]]
    row = served.reset_index(drop=True).reset_index(names="row")
    pairs = row[["row", "network", "easting", "northing"]].merge(places, on="network", suffixes=("", "_lead"))
    metres = np.hypot(pairs["easting"] - pairs["easting_lead"], pairs["northing"] - pairs["northing_lead"])
    nearest = (metres / METRES).groupby(pairs["row"]).min()
    return pd.Series(nearest.reindex(range(len(served))).to_numpy(), index=served.index)
