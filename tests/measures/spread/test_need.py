"""Need over time, by hand."""

import pandas as pd

from hubdata.measures.spread.need import need

ROWS = pd.DataFrame(
    {
        "year": ["2019/20", "2019/20", "2020/21"],
        "phase": ["Primary", "Secondary", "Primary"],
        "pupils": [100.0, 300.0, 0.0],
        "eligible": [20.0, 30.0, 0.0],
        "pounds": [26_000.0, 28_000.0, 0.0],
    }
)


def test_the_share_is_of_all_pupils_on_roll():
    table = need(ROWS, [])
    assert table[["year", "schools", "pupils", "eligible", "pounds"]].to_numpy().tolist() == [
        ["2019/20", 2, 400.0, 50.0, 54_000.0],
        ["2020/21", 1, 0.0, 0.0, 0.0],
    ]
    assert table["share"].iloc[0] == 0.125
    assert pd.isna(table["share"].iloc[1])


def test_groups_add_up_to_the_whole():
    whole, groups = need(ROWS, []), need(ROWS, ["phase"])
    assert groups.groupby("year")["eligible"].sum().tolist() == whole["eligible"].tolist()
