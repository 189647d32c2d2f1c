"""Two pipelines against each other: shares of starters, the rest of England, and what a difference allows."""

import duckdb
import pandas as pd
import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from hubdata.answers.ask import ask
from hubdata.answers.question import Unanswerable
from hubdata.figures.people.two_pipelines import two_pipelines
from hubdata.measures.people.among_areas import among_areas
from hubdata.measures.people.pipeline import pipeline
from hubdata.measures.people.two_pipelines import rest_of, side_by_side
from hubdata.provenance import Unpublished
from hubdata.schema.people import NOT_YET
from hubdata.store import Store
from hubdata.views.choices import ENGLAND, Place
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.two_pipelines import compared

OWN = ROOT / "data" / "illustrative"
LONDON = Place("region", "London", "London", "E12000007")


@pytest.fixture(scope="module")
def england() -> Store:
    return Store.open(OWN)


def rows(*people: int | None, cohort: str = "2010/11", mark: str = NOT_YET) -> pd.DataFrame:
    """One cohort at Starts, QTS, Employed, Year 1 and so on."""
    stages = ("Starts", "QTS", "Employed", "Year 1", "Year 2")
    told = [
        (cohort, stage, n, stage != "Starts", "" if n is not None else mark)
        for stage, n in zip(stages, people, strict=False)
    ]
    table = pd.DataFrame(told, columns=["cohort", "stage", "people", "followed", "mark"])
    return table.astype({"people": "Int64"})


def both(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    return side_by_side(pipeline(first, []), pipeline(second, [])).set_index("stage")


def test_a_clear_and_an_unclear_difference():
    table = both(rows(1000, 900, 850, 800), rows(1000, 900, 850, 600))
    assert table.loc["Year 1", "difference"] == pytest.approx(0.2)
    assert table["verdict"].to_dict() == {
        "Starts": "", "QTS": "within", "Employed": "within", "Year 1": "above",
    }  # fmt: skip
    assert pd.isna(table.loc["Starts", "low_a"]), "everybody who starts has started"


def test_too_few_and_not_yet_are_not_the_same():
    table = both(rows(9, 8, 7, None), rows(1000, 900, 850, 600))
    assert table.loc["QTS", "verdict"] == "too few"
    assert table.loc["Year 1", ["verdict", "mark"]].tolist() == ["", NOT_YET]


def test_the_rest_is_everybody_else_or_nobody_knows():
    rest = rest_of(rows(100, 90, 80, 70), rows(40, 30, 30, None, mark="c")).set_index("stage")
    assert rest.loc[["Starts", "QTS", "Employed"], "people"].tolist() == [60, 60, 50]
    assert rest.loc["Year 1", "mark"] == "c", "what was hidden of a part is not had from the whole"
    assert pd.isna(rest.loc["Year 1", "people"])


def test_a_rest_that_rounding_makes_impossible_is_not_known():
    rest = rest_of(rows(45, 45, 40), rows(30, 25, 25)).set_index("stage")
    assert rest["people"].isna().tolist() == [False, True, False]
    assert rest.loc["QTS", "mark"] == "u"


@given(st.lists(st.integers(0, 400), min_size=4, max_size=4), st.lists(st.integers(0, 400), min_size=4, max_size=4))
def test_the_other_way_round_is_the_mirror(one, other):
    first, second = (rows(*sorted(people, reverse=True)) for people in (one, other))
    there, back = both(first, second), both(second, first)
    pd.testing.assert_series_equal(there["difference"], -back["difference"], check_names=False)
    pd.testing.assert_series_equal(there["difference_low"], -back["difference_high"], check_names=False)
    swapped = {"above": "below", "below": "above"}
    assert back["verdict"].map(lambda said: swapped.get(said, said)).tolist() == there["verdict"].tolist()


@pytest.mark.parametrize(("against", "column", "sides"), [
    ("rural", "rural", ("Rural", "Urban")), ("phase", "phase", ("Primary", "Secondary")),
])  # fmt: skip
def test_counted_a_second_time_from_the_file(england, against, column, sides):
    table = ask(england, "pipeline_difference", against=against).table.set_index("stage")
    file = next(OWN.glob("pipeline-*.parquet")).as_posix()
    rest = [name for name in ("region", "la", "network", "phase", "rural", "route") if name != column]
    alone = " AND ".join(f"\"{name}\" = 'All'" for name in rest)
    told = duckdb.sql(f"""
        WITH kept AS (SELECT cohort FROM '{file}' WHERE {alone} AND "{column}" = 'All' AND stage = 'Year 5'
                      AND people IS NOT NULL)
        SELECT "{column}" AS side, stage, sum(people) AS people FROM '{file}' SEMI JOIN kept USING (cohort)
        WHERE {alone} AND "{column}" <> 'All' GROUP BY ALL
    """).fetchall()
    people = {(side, stage): int(count) for side, stage, count in told}
    for stage, row in table.iterrows():
        for name, side in zip("ab", sides, strict=True):
            assert row[f"people_{name}"] == people[side, stage]
            assert row[f"of_first_{name}"] == pytest.approx(people[side, stage] / people[side, "Starts"])


def test_a_place_and_the_rest_make_england(england):
    one = ask(england, "pipeline_difference", only={"region": "London"}, against="england").table.set_index("stage")
    whole = ask(england, "pipeline").table.set_index("stage")["people"]
    assert (one["people_a"] + one["people_b"] == whole.reindex(one.index)).all()
    assert ask(england, "pipeline_difference", against="London").table.equals(one.reset_index())


@pytest.mark.parametrize(("against", "only", "said"), [
    ("england", {}, "against what"), ("London", {"region": "London"}, "against itself"),
    ("nowhere", {}, "not known"), ("London", {"la": "E06000001"}, "own kind"),
    ("rural", {"rural": "Rural"}, "only one is kept"),
])  # fmt: skip
def test_what_cannot_be_compared_is_said(england, against, only, said):
    with pytest.raises(Unanswerable, match=said):
        ask(england, "pipeline_difference", only=only, against=against)


def test_a_split_that_nobody_holds_is_said(england):
    with pytest.raises(Unpublished, match="is not loaded"):
        ask(england, "pipeline_difference", only={"la": "E06000001"}, against="rural")


def test_the_view_says_the_verdict_and_hatches_what_cannot_be_seen(england):
    view = compared(england, PeopleChoices(ENGLAND, against="rural"))
    row = view.proof.table.iloc[-1]
    assert row["verdict"] == "above"
    assert "clearly more" in view.finding
    assert f"{row['people_a']:,.0f} of" in view.finding
    young = compared(england, PeopleChoices(LONDON, against="North East", cohort="2020/21"))
    assert "second" in young.finding
    assert young.drawing.data[0].x[-1] == 1.0
    assert young.drawing.data[0].x[0] == 0.0
    assert NOT_YET in " ".join(note.text for note in young.drawing.layout.annotations)


def test_a_name_is_text_in_the_picture(england):
    table = compared(england, PeopleChoices()).proof.table.assign(a="<b>x</b>")
    assert "&lt;b&gt;x" in two_pipelines(table).layout.annotations[-1].text


def test_an_area_is_judged_as_one_of_its_kind_as_on_its_own_page(england):
    table = ask(england, "pipeline_difference", only={"la": "E06000046"}, against="england").table
    last = table.iloc[-1]
    assert last["difference_low"] > 0, "by its own people's chance it lies above"
    assert last["verdict"] == "within", "no further than authorities differ anyway"
    page = ask(england, "retention_difference", ("la",), only={"la": "E06000046"}, method="survival").table
    assert page["verdict"].tolist() == ["within"]
    said = compared(england, PeopleChoices(Place("la", "E06000046", "Isle of Wight", "E06000046"), against="england"))
    assert "no more than areas differ anyway" in said.finding
    assert "clearly" not in said.finding


def test_two_areas_allow_for_how_far_areas_differ_in_both():
    shares = [0.5, 0.9, *([0.6, 0.8] * 20)]
    told = [
        (str(at), stage, n) for at, share in enumerate(shares) for stage, n in (("Starts", 400), ("QTS", 400 * share))
    ]
    areas = pd.DataFrame(told, columns=["area", "stage", "people"])
    whole = areas.groupby("stage", as_index=False)["people"].sum()
    assert among_areas(areas, whole, "0", "1").to_dict() == {"QTS": "below"}
    assert among_areas(areas, whole, "2", "3").to_dict() == {"QTS": "within"}
    assert among_areas(areas, whole, "2", None).to_dict() == {"QTS": "within"}
