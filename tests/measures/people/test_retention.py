"""The official in-service rate: as printed, it can rise, editions stay apart, missing years say why."""

import pandas as pd
import pytest

from hubdata.measures.people.editions import chosen_release, newest, split_by, superseded
from hubdata.measures.people.retention import official, rises, with_young
from hubdata.schema.people import ALL, GROUP_NAMES, NOT_YET

KEY = ["base", "cohort", *GROUP_NAMES, "years"]


def rows(*told: tuple, status: str = "published") -> pd.DataFrame:
    """Rows of table ``cohorts`` for England: release, cohort, years, at_start, in_service, rate, mark."""
    table = pd.DataFrame(told, columns=["release", "cohort", "years", "at_start", "in_service", "rate", "mark"])
    counts = {name: table[name].astype("Int64") for name in ("at_start", "in_service")}
    whole = dict.fromkeys(GROUP_NAMES, ALL)
    return table.assign(base="teachers", stayed=pd.NA, status=status, **counts, **whole)


PRINTED = rows(
    ("2015 November", "2010", 1, 24_100, None, 0.870, ""),
    ("2015 November", "2010", 2, 24_100, None, 0.820, ""),
    ("2023 November", "2010", 1, None, None, 0.864, ""),
    ("2022 November", "1996", 13, None, None, 0.557, ""),
    ("2022 November", "1996", 14, None, None, 0.577, ""),
)


def test_a_printed_rate_comes_out_as_printed_with_wilsons_interval():
    table = official(PRINTED.iloc[:2], ["cohort"])
    assert table["rate"].tolist() == [0.870, 0.820]
    assert table.loc[0, "low"] == pytest.approx(0.86570, abs=1e-5)
    assert table["in_service"].isna().all()
    assert table["at_risk"].tolist() == [24_100, 24_100]


def test_without_the_size_of_the_cohort_there_is_no_interval():
    table = official(PRINTED.iloc[2:3], ["cohort"])
    assert table.loc[0, "rate"] == 0.864
    assert table[["low", "high", "at_start"]].isna().all(axis=None)


def test_the_newest_edition_is_shown_and_the_other_said():
    shown = newest(PRINTED, KEY)
    assert shown.loc[(shown["cohort"] == "2010") & (shown["years"] == 1), "rate"].tolist() == [0.864]
    said = superseded(PRINTED, KEY, "rate")
    assert said[["release", "rate", "newer_release", "newer"]].to_numpy().tolist() == [
        ["2015 November", 0.87, "2023 November", 0.864]
    ]


def test_a_rise_is_found_not_smoothed_away():
    table = official(PRINTED.iloc[3:], ["cohort"])
    assert table["rate"].tolist() == [0.557, 0.577]
    assert rises(table, ["cohort"])["years"].tolist() == [14]


def test_years_no_census_has_seen_say_so():
    table = official(with_young(rows(("2023 November", "2021", 1, 100, 88, None, "")), GROUP_NAMES), ["cohort"])
    assert table["years"].tolist() == [1, 3, 4, 5]
    assert table.loc[1:, "status"].tolist() == [NOT_YET] * 3
    assert table.loc[1:, ["rate", "low", "high", "at_risk", "in_service"]].isna().all(axis=None)


def test_a_hidden_number_says_it_is_confidential_and_a_zero_is_a_zero():
    table = official(rows(("r", "2020", 1, 12, None, None, "c"), ("r", "2020", 2, 12, 0, None, "")), ["cohort"])
    assert table.loc[0, "status"] == "confidential"
    assert pd.isna(table.loc[0, "rate"])
    assert table.loc[1, "rate"] == 0.0
    assert table.loc[1, "status"] == "published"


def test_cohorts_pool_year_by_year_and_the_young_are_in_neither_count():
    both = rows(
        ("r", "2020", 1, 100, 80, None, ""),
        ("r", "2020", 2, 100, 70, None, ""),
        ("r", "2021", 1, 300, 270, None, ""),
        ("r", "2021", 2, 300, None, None, NOT_YET),
        ("r", "2022", 1, None, None, 0.5, ""),
    )
    table = official(both, [])
    assert table["at_start"].tolist() == [400, 100]
    assert table["in_service"].tolist() == [350, 70]
    assert table["rate"].tolist() == [0.875, 0.7]


def test_made_up_and_published_rows_are_never_one_series():
    mixed = pd.concat([PRINTED, rows(("2023 November", "2010", 1, 10, 9, None, ""), status="illustrative")])
    assert set(chosen_release(mixed, None)["status"]) == {"illustrative"}
    assert set(chosen_release(mixed, "published")["status"]) == {"published"}
    assert set(chosen_release(mixed, "2015 November")["release"]) == {"2015 November"}


def test_a_split_is_rows_of_that_split_and_no_other():
    table = pd.concat([PRINTED, PRINTED.assign(la="E1"), PRINTED.assign(la="E1", phase="Primary")])
    assert len(split_by(table, GROUP_NAMES, ())) == len(PRINTED)
    assert set(split_by(table, GROUP_NAMES, ("la",))["phase"]) == {ALL}
    assert split_by(table, GROUP_NAMES, ("rural",)).empty
