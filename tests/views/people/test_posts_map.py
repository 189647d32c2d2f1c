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


def test_how_many_differ_is_counted_from_the_verdicts_and_chance_is_printed(england):
    view = vacancy_map(england, PeopleChoices())
    verdicts = pd.Series(view.proof.facts["verdicts"])
    judged = verdicts.isin(["below", "within", "above"])
    apart = verdicts.isin(["below", "above"]).sum()
    assert f"{apart or 'none'} of {judged.sum()} authorities" in view.finding
    assert f"about {0.05 * judged.sum():.1f} outside" in view.definition
    assert (verdicts == "too few").sum() == (view.proof.table["known"] < 10).sum()


def test_an_authority_has_one_verdict_whichever_map_shows_it(england):
    whole = vacancy_map(england, PeopleChoices()).proof.facts["verdicts"]
    part = vacancy_map(england, PeopleChoices(all_places(england)["E12000007"])).proof
    assert {code: whole[code] for code in part.table["la"]} == {
        code: part.facts["verdicts"][code] for code in part.table["la"]
    }


def test_the_classes_stay_the_same_everywhere(england):
    legends = [vacancy_map(england, PeopleChoices(all_places(england)[gss])).legend for gss in ("england", "E12000001")]
    assert legends[0].areas[:5] == legends[1].areas[:5]
    assert CLASSES.of(pd.Series([0.0, 0.05, 0.2, None])).tolist() == [0, 1, 4, -1]
