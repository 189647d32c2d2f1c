"""Lists of hub areas held against each other: which lead of an earlier day still leads where its area went."""

import pandas as pd

SAME, CHANGED = "same", "changed"


def leads_changed(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Each area of an earlier list beside the one of a later list that holds most of its districts.

    Codes differ between lists, so areas are matched by district; of two that hold as many, the one with the same lead,
    then the first by code.

    Args:
        before: area, district, name, urn; a row a district.
        after: the same of a later day.

    Returns:
        area, name, urn, later_area, later_name, later_urn, lead (same or changed; missing where a list does not say who
        leads or no later area holds any of its districts); a row an area of the earlier list, by its code.
    """
    pairs = before.merge(after.add_prefix("later_"), left_on="district", right_on="later_district")
    pairs = pairs.assign(same=pairs["urn"].eq(pairs["later_urn"]) & pairs["urn"].notna())
    keys = ["area", "later_area", "later_name", "later_urn", "same"]
    held = pairs.groupby(keys, dropna=False, observed=True).size().rename("districts").reset_index()
    held = held.sort_values(["districts", "same", "later_area"], ascending=[False, False, True], kind="stable")
    best = held.drop_duplicates("area").drop(columns=["districts"])
    table = before[["area", "name", "urn"]].drop_duplicates("area").merge(best, on="area", how="left")
    told = table["urn"].notna() & table["later_urn"].notna()
    lead = table["same"].map({True: SAME, False: CHANGED}).where(told)
    columns = ["area", "name", "urn", "later_area", "later_name", "later_urn", "lead"]
    return table.assign(lead=lead).sort_values("area", ignore_index=True)[columns]
