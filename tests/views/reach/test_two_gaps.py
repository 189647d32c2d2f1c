"""The words on two gaps: direction is never lost, and the two scales speak for themselves."""

import pandas as pd
import pytest

from hubdata.answers.question import Unanswerable
from hubdata.store import ENGLAND, Store
from hubdata.views.areas import all_places
from hubdata.views.choices import ReachChoices
from hubdata.views.reach import remoteness, rural, two_gaps


def row(primary: tuple[int, int], secondary: tuple[int, int], points: str, ratio: str) -> pd.Series:
    """Reached of 100 rural and of 100 urban schools of each phase, and the verdicts."""
    found: dict[str, float | str] = {"verdict": points, "ratio_verdict": ratio}
    for phase, (a, b) in (("primary", primary), ("secondary", secondary)):
        found |= {f"{phase}_reached_a": a, f"{phase}_reached_b": b, f"{phase}_difference": (a - b) / 100}
        found |= {f"{phase}_schools_{side}": 100 for side in "ab"}
    found["difference"] = found["primary_difference"] - found["secondary_difference"]
    return pd.Series({**found, "ratio": (primary[0] / primary[1]) / (secondary[0] / secondary[1])})


def test_both_gaps_are_counted_and_keep_their_direction():
    said = two_gaps.sentence(row((62, 93), (70, 60), "below", "below"), ReachChoices())
    assert (
        "rural primaries are less often within 10 km of a teaching school than urban ones (62.0% against 93.0%" in said
    )
    assert "rural secondaries more often than urban ones (70.0% against 60.0%: 10.0 points)" in said
    assert said.endswith(
        "Rural primaries are further behind urban ones than rural secondaries are, measured in points or as a ratio."
    )


@pytest.mark.parametrize(
    ("primary", "secondary", "points", "ratio", "end"),
    [
        ((60, 90), (61, 90), "within", "within", "are further behind is too close to call."),
        ((15, 30), (45, 90), "above", "within",
         "than rural primaries are in points; as a ratio no difference is sure."),
        ((15, 30), (60, 90), "within", "below",
         "No difference is sure in points; as a ratio rural primaries are further behind urban ones than rural "
         "secondaries are."),
        ((40, 80), (10, 45), "below", "above",
         "in points; as a ratio rural secondaries are further behind urban ones than rural primaries are."),
        ((60, 90), (61, 90), "too few", "too few", "(61.0% against 90.0%: 29.0 points)."),
    ],
)  # fmt: skip
def test_what_is_said_of_the_difference_follows_both_scales(primary, secondary, points, ratio, end):
    assert two_gaps.sentence(row(primary, secondary, points, ratio), ReachChoices()).endswith(end)


@pytest.fixture(scope="module")
def england() -> Store:
    return Store.open(ENGLAND)


def test_the_design_effect_of_england_is_52(england):
    view = rural.gap(england, ReachChoices())
    assert "52 times that of independent schools (design effect)" in " ".join(view.method)
    assert "95%" not in view.finding


def test_a_split_on_a_handful_of_schools_is_refused(england):
    rutland = ReachChoices(place=all_places(england)["E06000017"])
    with pytest.raises(Unanswerable, match="fewer than ten"):
        remoteness.split(england, rutland)


def test_a_split_says_its_ranges_and_schools(england):
    view = remoteness.split(england, ReachChoices())
    assert "-5.3 (-6.8 to -3.8) go with the size of schools" in view.finding
    assert view.definition.startswith("5,261 rural and 14,894 urban schools.")
    assert "Kitagawa" not in view.finding + view.definition
