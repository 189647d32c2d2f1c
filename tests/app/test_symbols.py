"""Case 49: a blank, a 0 and a z are three results, on the screen and in what a reader takes away."""

import pytest
from bringing import put
from people.explore import WIDE_2025
from streamlit.testing.v1 import AppTest
from visiting import Files, enter, rows, turn_to


@pytest.fixture
def retention(illustrative, files: Files) -> AppTest:
    """The Retention page of a reader who brought a published table with a zero, a z, a low and an empty cell."""
    app = turn_to(enter(), "data")
    put(app, ("retention.csv", WIDE_2025.encode()))
    turn_to(app, "retention")
    for toggle in app.toggle:
        toggle.set_value(True)
    return app.run()


def cell(table, cohort: str, years: int):
    row = table.loc[(table["cohort"].astype("str") == cohort) & (table["years"] == years)]
    return row[["rate", "status"]].iloc[0].tolist()


def test_on_the_screen(retention):
    assert not retention.exception
    (table,) = [frame.value for frame in retention.dataframe if {"cohort", "status"} <= set(frame.value)][:1]
    assert cell(table, "2020", 3)[0] == 0
    assert "not applicable" in cell(table, "2019", 3)[1]
    assert "0 when rounded" in cell(table, "2020", 2)[1] or "rounds to 0" in cell(table, "2020", 2)[1]


def test_in_the_file(retention, files: Files):
    buttons = [b.proto for b in retention.get("download_button") if b.proto.label == "CSV"]
    bodies = [files[b.deferred_file_id][1]().decode("utf-8-sig") for b in buttons]
    body = next(body for body in bodies if "at_start" in body.splitlines()[0] and "cohort" in body.splitlines()[0])
    header, *lines = rows(body)
    found = {
        (r["cohort"], r["years"]): (r["rate"], r["status"])
        for r in (dict(zip(header, line, strict=True)) for line in lines)
    }
    assert float(found["2020", "3"][0]) == 0
    assert found["2019", "3"][0] == ""
    assert "not applicable" in found["2019", "3"][1]
