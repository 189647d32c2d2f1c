"""Every header style of the retention table gives the same table, and a missing rate keeps its reason."""

import pytest
from people.explore import CENSUS, RATES, START, WIDE_2020, WIDE_2022, WIDE_2025, long_2019, read, table, without

STYLES = {"long 2019": long_2019(), "wide 2020": WIDE_2020, "wide 2022": WIDE_2022, "wide 2025": WIDE_2025}


@pytest.mark.parametrize("style", STYLES)
def test_every_style_loads_to_the_same_table(style):
    ours, first = (read(STYLES[name]).tables["cohorts"] for name in (style, "long 2019"))
    assert without(ours, "at_start") == without(first, "at_start")


def test_the_size_of_a_cohort_is_kept_where_it_is_printed():
    assert {row["at_start"] for row in table(WIDE_2025, "cohorts")} == {1000}
    assert {row["at_start"] for row in table(WIDE_2022, "cohorts")} == {None}


def test_rates_are_fractions_and_each_missing_one_says_why():
    rows = {(row["cohort"], row["years"]): (row["rate"], row["mark"]) for row in table(WIDE_2022, "cohorts")}
    assert rows["2019", 1] == (0.865, None)
    assert rows["2019", 3] == (None, "z"), "the census of 2022 had been taken: not applicable is the publisher's word"
    assert rows["2020", 2] == (None, "low")
    assert rows["2020", 3] == (0.0, None), "a zero that was printed is a zero"
    assert ("2021", 2) not in rows, "no census has seen it: no row of this edition"


def test_an_edition_is_named_by_its_newest_census():
    assert {row["release"] for row in table(WIDE_2022, "cohorts")} == {"2022 November"}


def test_thirty_cohorts_and_twenty_nine_years():
    words = ["one_yr", "two_yrs", "nine_yrs", "nineteen_yrs", "twenty_yrs", "twentynine_yrs"]
    names = [f"{word}_after_qualifying_percent" for word in (*words, "three_yrs")]
    head = ",".join([START, "year_qualified", "headcount_nqts", *names])
    text = f"{head}\n2025,{CENSUS},1996,18096,89.8,84.9,53.1,45.2,44.0,39.9,80.0\n"
    rows = {row["years"]: row["rate"] for row in table(text, "cohorts")}
    assert rows == {1: 0.898, 2: 0.849, 3: 0.8, 9: 0.531, 19: 0.452, 20: 0.44, 29: 0.399}


def test_fractions_are_refused_rather_than_read_a_hundred_times_too_low():
    text = f"{START},year_qualified,years_after_qualifying,retention_rate\n2022,{CENSUS},2019,1 year,0.865\n"
    report = read(text).report
    assert report.verdict == "REJECT"
    assert "RET-02" in {finding.code for finding in report.findings}


def test_a_percentage_over_a_hundred_sets_its_row_aside():
    rows = "".join(f"2022,{CENSUS},{year},1 year,80\n" for year in range(1960, 2020))
    text = f"{START},year_qualified,years_after_qualifying,retention_rate\n{rows}2022,{CENSUS},2020,1 year,180\n"
    parsed = read(text)
    assert (parsed.report.loaded, parsed.report.quarantined) == (60, 1)
    assert parsed.report.balanced


def test_the_same_symbols_in_every_style_are_the_same_reasons():
    assert len(RATES) == 3
    for style in STYLES.values():
        marks = sorted(row["mark"] for row in table(style, "cohorts") if row["mark"])
        assert marks == ["low", "z"]
