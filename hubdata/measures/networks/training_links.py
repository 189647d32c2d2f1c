"""Schools that lead training and whom they train with: by placements, by accreditation, by network."""

import numpy as np
import pandas as pd


def through_sites(leads: pd.DataFrame, sites: pd.DataFrame) -> pd.DataFrame:
    """Each lead school with the other schools where a provider that places trainees with it places trainees too.

    Args:
        leads: urn, a row a lead school.
        sites: rows of table ``training_sites``.

    Returns:
        lead, partner (URNs) and through (the provider), once each pair.
    """
    plain = sites[["provider", "provider_name", "urn"]].astype("str").drop_duplicates()
    here = plain.loc[plain["urn"].isin(leads["urn"])].rename(columns={"urn": "lead"})
    both = here.merge(plain[["provider", "urn"]].rename(columns={"urn": "partner"}), on="provider")
    return _pairs(both.rename(columns={"provider_name": "through"}))


def accredited_by(
    leads: pd.DataFrame, sites: pd.DataFrame, partnerships: pd.DataFrame, universities: pd.DataFrame
) -> pd.DataFrame:
    """Each lead school with the universities that accredit a provider which places trainees with it.

    Args:
        leads: urn, a row a lead school.
        sites: rows of table ``training_sites``.
        partnerships: rows of table ``training_partners``: the accredited provider, and the partner it accredits.
        universities: urn and name from the register; an accredited provider of the same name is that university, any
            other accredited provider has no place on a map and no row.

    Returns:
        As ``through_sites``.
    """
    plain = sites[["provider", "urn"]].astype("str").drop_duplicates()
    here = plain.loc[plain["urn"].isin(leads["urn"])].rename(columns={"urn": "lead", "provider": "partner_code"})
    signed = partnerships[["provider_name", "partner", "partner_name"]].astype("str")
    both = here.merge(signed.rename(columns={"partner": "partner_code"}), on="partner_code")
    known = dict(zip(universities["name"].astype("str").str.casefold(), universities["urn"], strict=True))
    return _pairs(both.assign(partner=both["provider_name"].str.casefold().map(known), through=both["partner_name"]))


def in_networks(leads: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """Each lead school with the strategic partners of its network.

    Args:
        leads: network and urn, a row a lead school and network.
        members: network, urn and role of the same networks.

    Returns:
        As ``through_sites``; ``through`` is the network.
    """
    partners = members.loc[members["role"].astype("str") == "strategic_partner", ["network", "urn"]].astype("str")
    both = leads[["network", "urn"]].astype("str").merge(partners, on="network", suffixes=("_lead", "_partner"))
    return _pairs(both.rename(columns={"urn_lead": "lead", "urn_partner": "partner", "network": "through"}))


def _pairs(both: pd.DataFrame) -> pd.DataFrame:
    """Each pair of different ends once, with the first through which it was found."""
    apart = both.loc[both["partner"].notna() & (both["lead"] != both["partner"])]
    ordered = apart.sort_values(["lead", "partner", "through"])
    return ordered.drop_duplicates(["lead", "partner"])[["lead", "partner", "through"]].reset_index(drop=True)


COLUMNS = ["lead", "lead_name", "lead_la", "partner", "partner_name", "partner_la", "through", "km", "crosses"]
GRID = ["easting", "northing"]


def placed(pairs: pd.DataFrame, register: pd.DataFrame) -> pd.DataFrame:
    """The pairs with names, authorities and the straight line between them.

    Args:
        pairs: lead, partner and through.
        register: urn, name, la, easting, northing (metres).

    Returns:
        ``COLUMNS``, by lead and length. ``km`` and ``crosses`` (another authority) are missing where either end has no
        location, or no authority.
    """
    known = register.astype({"urn": "str", "name": "str", "la": "str"}).drop_duplicates("urn").set_index("urn")
    ends = {end: known.reindex(pairs[end]).set_axis(pairs.index) for end in ("lead", "partner")}
    apart = [ends["lead"][axis].astype(float) - ends["partner"][axis].astype(float) for axis in GRID]
    named = {f"{end}_{name}": ends[end][name] for end in ends for name in ("name", "la")}
    both = ends["lead"]["la"].notna() & ends["partner"]["la"].notna()
    crosses = (ends["lead"]["la"] != ends["partner"]["la"]).astype("boolean").where(both)
    table = pairs.assign(**named, km=np.hypot(*apart) / 1000, crosses=crosses)
    return table[COLUMNS].sort_values(["lead", "km", "partner"], ignore_index=True)
