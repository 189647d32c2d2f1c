"""Two lists of hub areas: matched by district, the lead the same or not."""

import pandas as pd

from hubdata.measures.networks.hub_lists import leads_changed


def listed(*rows: tuple[str, str, str | None]) -> pd.DataFrame:
    return pd.DataFrame(
        [{"area": area, "district": district, "name": f"Hub {area}", "urn": urn} for area, district, urn in rows]
    )


def test_areas_meet_where_most_of_their_districts_went():
    before = listed(("A", "1", "10"), ("A", "2", "10"), ("A", "3", "10"), ("B", "4", "20"))
    after = listed(("X", "1", "10"), ("Y", "2", "30"), ("Y", "3", "30"), ("Z", "4", "20"))
    table = leads_changed(before, after)
    assert table[["area", "later_area", "lead"]].to_numpy().tolist() == [["A", "Y", "changed"], ["B", "Z", "same"]]


def test_of_equals_the_one_with_the_same_lead():
    before = listed(("A", "1", "10"), ("B", "1", "20"))
    after = listed(("X", "1", "20"), ("Y", "1", "10"))
    assert leads_changed(before, after)["later_area"].tolist() == ["Y", "X"]


def test_nobody_said_or_nowhere_to_go_is_not_a_change():
    table = leads_changed(listed(("A", "1", None), ("B", "9", "20")), listed(("X", "1", "10")))
    assert table["lead"].isna().all()
    assert table["later_area"].fillna("").tolist() == ["X", ""]
