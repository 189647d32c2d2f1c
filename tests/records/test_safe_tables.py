"""What leaves the counting is safe: small numbers hidden in every split, no way back to them, no name, no row."""

import numpy as np
import pandas as pd
import pytest
from records.made_trainees import as_csv, schools, trainees
from scipy.optimize import linprog

from hubdata.measures.disclosure.disclosure import small
from hubdata.measures.disclosure.safe_counts import safe_cube, totals_of
from hubdata.records.stages import safe_rows, safe_stages, with_totals
from hubdata.records.tables import COUNTS, OPEN_MARK, count, people_tables
from hubdata.schema.people import ALL, GROUP_NAMES, NOT_YET

WITHIN = {"E06000001": "North East", "E06000002": "North East", "E09000001": "London"}
KEY = ["cohort", *GROUP_NAMES]


@pytest.fixture(scope="module")
def tables(tmp_path_factory) -> tuple[pd.DataFrame, dict[str, pd.DataFrame]]:
    """The true counts and the tables made of them."""
    found = count(as_csv(trainees(count=260), tmp_path_factory.mktemp("rows")), schools())
    return found.cube, people_tables(found, "A programme", WITHIN)


def test_no_small_number_is_in_a_table(tables):
    _, safe = tables
    for name, columns in (("cohorts", ["at_start", "in_service", "stayed"]), ("pipeline", ["people"])):
        for column in columns:
            shown = safe[name][column].dropna().astype(int)
            assert not small(shown.to_numpy()).any()
            assert (shown % 5 == 0).all()


def test_a_hidden_number_says_so_and_a_year_to_come_is_not_hidden(tables):
    cube, safe = tables
    stages = safe["pipeline"]
    missing = stages["people"].isna()
    assert set(stages.loc[missing, "mark"]) == {"c", NOT_YET}
    assert not stages.loc[~missing, "mark"].astype(bool).any()
    assert (cube["starts"] <= 7).any(), "the made-up programme must have something to hide"


def test_the_same_number_is_never_hidden_in_one_table_and_shown_in_the_other(tables):
    _, safe = tables
    stages = safe["pipeline"].assign(cohort=(safe["pipeline"]["cohort"].str[:4].astype(int) + 1).astype(str))
    employed = stages.loc[stages["stage"] == "Employed"].set_index(KEY)["people"]
    at_start = safe["cohorts"].drop_duplicates(KEY).set_index(KEY)["at_start"]
    pd.testing.assert_series_equal(employed.sort_index(), at_start.sort_index(), check_names=False)


def attack(values: np.ndarray, slack: np.ndarray, ties: list, cell: int) -> tuple[float, float]:
    """The range of a hidden count given its column of the cube, whose totals are known; apart from our own audit."""
    rows = np.zeros((len(ties), len(values)))
    for at, (total, parts) in enumerate(ties):
        rows[at, list(parts)] += 1
        rows[at, total] -= 1
    limits = [(0, 10_000) if np.isnan(v) else (max(0.0, v - s), v + s) for v, s in zip(values, slack, strict=True)]
    aim = np.eye(len(values))[cell]
    ends = [linprog(side * aim, A_eq=rows, b_eq=np.zeros(len(rows)), bounds=limits) for side in (1, -1)]
    assert all(end.success for end in ends)
    return ends[0].fun, -ends[1].fun


@pytest.mark.parametrize("column", ["starts", "qualified", "employed", "stayed_2"])
def test_totals_over_regions_routes_and_networks_do_not_give_a_hidden_count_away(tables, column):
    cube, _ = tables
    true = cube.loc[cube["cohort"] == 2018].sort_values(KEY, ignore_index=True).astype({column: "Int64"})
    safe = safe_cube(
        true, GROUP_NAMES, {k: v for k, v in COUNTS.items() if k in ("starts", "qualified", "employed", column)}, WITHIN
    )
    ties = [(tie.total, tie.parts) for tie in totals_of(true, GROUP_NAMES, WITHIN)]
    values = safe[column].astype("Float64").to_numpy(float, na_value=np.nan)
    told = true[column].to_numpy(float)
    # A total that is the sum of its rounded parts may be further from the truth than 2: as far as it is.
    slack = np.maximum(2.0, np.abs(np.nan_to_num(values - told)))
    hidden = np.flatnonzero(np.isnan(values))
    assert len(hidden)
    for cell in sorted(hidden, key=lambda i: told[i])[:6]:
        low, high = attack(values, slack, ties, cell)
        assert low - 1e-6 <= told[cell] <= high + 1e-6
        assert high - low >= 5 - 1e-6


def test_for_private_use_nothing_is_hidden_and_every_row_says_so(tmp_path):
    found = count(as_csv(trainees(count=120), tmp_path), schools())
    safe = people_tables(found, "A programme", WITHIN, suppressed=False)
    assert set(safe["pipeline"]["mark"]) <= {"", NOT_YET}
    for table in safe.values():
        assert table["source"].str.contains(OPEN_MARK).all()


def stages(*told: tuple) -> pd.DataFrame:
    """Rows of a reader's own list of stages: network, route, stage, people."""
    table = pd.DataFrame(told, columns=["network", "route", "stage", "people"]).astype({"people": "Int64"})
    whole = {name: ALL for name in GROUP_NAMES if name not in table}
    return table.assign(release="Own file", cohort="2018/19", followed=False, mark="", status="unpublished", **whole)


OWN = stages(
    ("h", "A", "Places", 24), ("h", "A", "Starts", 22), ("h", "A", "QTS", 20), ("h", "A", "Employed", 20),
    ("h", "B", "Places", 3), ("h", "B", "Starts", 33), ("h", "B", "QTS", 20), ("m", "A", "Starts", 4),
)  # fmt: skip


def test_a_list_of_stages_is_made_safe_and_added_up():
    safe = safe_stages(OWN).set_index(["network", "route", "stage"])
    assert safe.loc[("h", "A", "Places"), "people"] == 24, "places are no people"
    assert safe.loc[("h", "B", "Places"), "people"] == 3
    assert pd.isna(safe.loc[("h", "A", "QTS"), "people"]), "two of 22 did not qualify"
    assert safe.loc[("h", "A", "QTS"), "mark"] == "c"
    assert pd.isna(safe.loc[("m", "A", "Starts"), "people"])
    assert safe.loc[("h", "B", "QTS"), "people"] == 20
    assert ("h", ALL, "Starts") in safe.index


def test_a_total_is_only_of_stages_that_every_part_has():
    totals = with_totals(OWN).set_index(["network", "route", "stage"])["people"]
    assert totals["h", ALL, "Starts"] == 55
    assert totals["h", ALL, "QTS"] == 40
    assert ("h", ALL, "Employed") not in totals.index, "route B does not say how many are employed"


def test_counts_that_add_up_to_nothing_are_hidden_one_by_one():
    rows = pd.DataFrame({"early_career": [40, 6, 60], "mentors": [33, 5, 50], "with_peer": [38, 3, 31], "mark": ""})
    safe = safe_rows(rows, {"early_career": (), "mentors": (), "with_peer": ("early_career",)})
    assert safe["early_career"].isna().tolist() == [False, True, False]
    assert safe["with_peer"].isna().tolist() == [True, True, False], "two of 40 are without a peer"
    assert safe.loc[2, ["early_career", "with_peer"]].tolist() == [60, 30]
    assert safe["mark"].tolist() == ["c", "c", ""]
