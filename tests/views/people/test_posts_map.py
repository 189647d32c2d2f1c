"""Vacancies on the map: the same rates as the table, grey where too few schools are known, chance said."""

import pandas as pd
import pytest
from conftest import ROOT
from reading_views import fills, hovers

from hubdata.palette import MISSING, SEQUENCE, rgba
from hubdata.store import Store
from hubdata.views.areas import all_places
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.posts_map import CLASSES, vacancy_map


@pytest.fixture(scope="module")
def england() -> Store:
    return Store.open(ROOT / "data" / "illustrative")


@pytest.mark.parametrize("gss", ["england", "E12000007", "E06000001"])
def test_every_area_has_the_colour_of_its_rate(england, gss):
    view = vacancy_map(england, PeopleChoices(all_places(england)[gss]))
    column = "la" if "la" in view.proof.table else "district"
    table = view.proof.table.set_index(column)
    for code, fill in fills(view).items():
        row = table.loc[code]
        wanted = MISSING if row["known"] < 10 else SEQUENCE[sum(row["rate"] >= edge for edge in CLASSES.edges) - 1]
        assert fill == rgba(wanted), code
        assert f"{row['with_vacancy']:,} of {row['known']:,}" in hovers(view)[code]


def test_how_many_differ_is_counted_from_the_intervals(england):
    view = vacancy_map(england, PeopleChoices())
    table = view.proof.table.query("known >= 10")
    rate = table["with_vacancy"].sum() / table["known"].sum()
    whole = view.proof.table["with_vacancy"].sum() / view.proof.table["known"].sum()
    assert rate == pytest.approx(whole, abs=0.001)
    apart = ((table["low"] > whole) | (table["high"] < whole)).sum()
    assert f"{apart} of {len(table)} authorities" in view.finding
    assert "by chance" in view.finding or "chance alone" in view.finding


def test_the_classes_stay_the_same_everywhere(england):
    legends = [vacancy_map(england, PeopleChoices(all_places(england)[gss])).legend for gss in ("england", "E12000001")]
    assert legends[0].areas[:5] == legends[1].areas[:5]
    assert CLASSES.of(pd.Series([0.0, 0.05, 0.2, None])).tolist() == [0, 1, 4, -1]
