"""Year five by cohort: what is known, what is too young, and where the record changed."""

import pandas as pd
import pytest

from hubdata.figures.people.cohort_dots import cohort_dots
from hubdata.store import ILLUSTRATIVE, Store
from hubdata.views.people import fifth
from hubdata.views.people.choices import PeopleChoices


def figure(cohorts: list[str], rates: list[float | None]):
    table = pd.DataFrame({"cohort": cohorts, "rate": rates}).astype({"rate": float})
    table = table.assign(low=table["rate"] - 0.01, high=table["rate"] + 0.02)
    return cohort_dots(table, why="not yet", break_before="2010", broken="[b] <b>changed</b>")


def test_a_cohort_too_young_is_hatched_and_never_a_zero():
    drawn = figure(["2016", "2017", "2020"], [0.7, 0.69, None])
    bars, dots = drawn.data
    assert list(bars.x) == ["2020"]
    assert bars.marker.pattern.shape == "/"
    assert list(dots.x) == ["2016", "2017"]
    assert list(dots.y) == [0.7, 0.69]
    assert list(dots.error_y.array) == pytest.approx([0.02, 0.02])


def test_the_break_stands_before_the_first_cohort_of_the_record_and_its_words_are_text():
    drawn = figure(["2008", "2009", "2010", "2011"], [0.7, 0.7, 0.7, 0.7])
    assert drawn.layout.shapes[0].x0 == 1.5
    assert "<b>" not in drawn.layout.annotations[0].text


@pytest.mark.parametrize("cohorts", [["2011", "2012"], ["2007", "2008"]])
def test_cohorts_of_one_record_have_no_break(cohorts):
    assert not figure(cohorts, [0.7, 0.7]).layout.shapes


def test_the_sentence_counts_what_is_known_and_what_is_too_young():
    view = fifth.by_cohort(Store.open(ILLUSTRATIVE), PeopleChoices())
    table = view.proof.table
    year = table.loc[table["years"] == 5]
    last = year.loc[year["rate"].notna()].iloc[-1]
    young = (year["status"] == "not yet observable").sum()
    assert f"{last['rate']:.1%} ({last['in_service']:,.0f} of {last['at_start']:,.0f})" in view.finding
    assert f"that of {young} younger cohorts is not yet observable" in view.finding
    assert len(view.drawing.data[0].x) == young
