"""Before and after a programme that the reader names, and a project that many schools share."""

import duckdb
import pandas as pd
import pytest
from conftest import ROOT
from reading_views import layers

from hubdata.answers.ask import ask
from hubdata.answers.question import Unanswerable
from hubdata.measures.people.projects import by_stage, pooled
from hubdata.palette import rgba
from hubdata.store import Store
from hubdata.views.areas import all_places
from hubdata.views.people import programme, shared_project
from hubdata.views.people.choices import PeopleChoices, cohort_years, programmes

OWN = ROOT / "data" / "illustrative"


@pytest.fixture(scope="module")
def england() -> Store:
    return Store.open(OWN)


def file(name: str) -> str:
    return next(OWN.glob(f"{name}-*.parquet")).as_posix()


def test_every_stage_has_a_row_and_a_network_counts_at_each_of_its_stages():
    schools = pd.DataFrame({"urn": ["1", "2", "3"], "stage": ["identify", "identify", "evaluate"]})
    members = pd.DataFrame({"network": ["x", "x", "y"], "urn": ["1", "3", "2"]})
    assert by_stage(schools, members).to_numpy().tolist() == [
        ["identify", 2, 2 / 3, 2], ["evaluate", 1, 1 / 3, 1], ["roll out", 0, 0.0, 0],
    ]  # fmt: skip
    assert by_stage(schools.iloc[:0], members)["share"].isna().all()


def test_networks_are_added_up_and_hidden_ones_left_out():
    rows = pd.DataFrame(
        {
            "network": ["x", "y", "z", "w"], "cohort": "2015", "years": 1, "at_start": [20, 30, None, 99],
            "in_service": [10, 25, None, 9], "mark": "", "status": "s", "release": "r",
        }
    )  # fmt: skip
    found = pooled(rows, {"x", "y", "z"})
    assert found[["at_start", "in_service"]].to_numpy().tolist() == [[50, 35]]


def test_schools_at_each_stage_counted_a_second_time(england):
    table = ask(england, "project").table.set_index("stage")
    told = dict(duckdb.sql(f"SELECT stage, count(DISTINCT urn) FROM '{file('projects')}' GROUP BY 1").fetchall())
    assert table["schools"].to_dict() == told
    parts = [ask(england, "project", only={"region": code}).table["schools"] for code in regions(england)]
    assert sum(parts).tolist() == table["schools"].tolist()


def regions(england: Store) -> list[str]:
    return [place.code for place in all_places(england).values() if place.level == "region"]


def test_the_cohorts_of_the_project_counted_a_second_time(england):
    table = ask(england, "project_retention").table.set_index("cohort")
    told = duckdb.sql(f"""
        WITH mine AS (SELECT DISTINCT m.network FROM '{file("members")}' m JOIN '{file("networks")}' n USING (network)
          WHERE m.role = 'lead' AND m.urn IN (SELECT urn FROM '{file("projects")}')
            AND n.kind = 'teaching_school_alliance' AND coalesce(m.until >= n.listed, true) AND m.since <= n.listed
            AND coalesce(n.until >= n.listed, true))
        SELECT cohort, sum(at_start), sum(in_service) FROM '{file("cohorts")}' SEMI JOIN mine USING (network)
        WHERE years = 1 AND base = 'teachers' GROUP BY 1
    """).fetchall()
    assert len(told) == len(table)
    for cohort, start, kept in told:
        assert table.loc[cohort, "at_start"] == start
        assert table.loc[cohort, "rate"] == pytest.approx(kept / start)
    assert set(table.loc[table.index < "2018", "period"]) == {"before"}


def test_a_network_as_programme_and_its_first_cohort_are_the_readers(england):
    code, name = next(iter(programmes(england).items()))
    view = programme.named(england, PeopleChoices(programme=code, since=2017))
    assert name in view.title
    assert view.proof.command[:3] == ("before_after", "--only", f"network={code}")
    assert "2017" in view.proof.command
    assert "does not show" in view.definition


def test_what_the_years_scatter_anyway_is_no_change(england):
    view = programme.named(england, PeopleChoices(since=2018, programme=programme.EVERYBODY))
    after = view.proof.table.query("period == 'after'")
    assert len(after) == 5
    assert (after["rate"] < after["expected_high"]).all(), "the years before scatter as far"
    assert view.finding.startswith("No clear change from the trend before")
    assert "0 of 9 other first cohorts show as much" in view.finding


@pytest.mark.parametrize(("verdicts", "said"), [
    (["within"] * 4, "No clear change from the trend before"),
    (["above", "below", "below", "within", "too few", None],
     "Of 4 cohorts since, 1 lies clearly above and 2 lie clearly below the trend of those before"),
    ([None, "too few", "below"], "The one cohort since lies below the trend of those before it"),
])  # fmt: skip
def test_the_sentence_counts_the_verdicts(verdicts, said):
    assert programme._said(pd.Series(verdicts)) == said


@pytest.mark.parametrize("chosen", [{}, {"since": 2018}, {"programme": programme.EVERYBODY}])
def test_nothing_is_claimed_before_a_programme_and_its_first_cohort_are_named(england, chosen):
    view = programme.named(england, PeopleChoices(**chosen))
    assert view.finding.startswith("Choose a programme and its first cohort: nothing is compared until then.")
    assert "trend" not in view.finding
    assert not any(trace.line.dash and pd.notna(trace.y).any() for trace in view.drawing.data), "no trend is drawn"


def test_under_ten_people_have_no_dot(england):
    for code in list(programmes(england))[:40]:
        try:
            view = programme.named(england, PeopleChoices(programme=code, since=2016))
        except Unanswerable:
            continue
        few = set(view.proof.table.loc[view.proof.table["at_start"] < 10, "cohort"])
        for dots in view.drawing.data[2:]:
            assert not {x for x, y in zip(dots.x, dots.y, strict=True) if y == y} & few


def test_without_a_trend_one_sentence(england):
    with pytest.raises(Unanswerable, match="three cohorts before"):
        programme.named(england, PeopleChoices(since=2011, programme=programme.EVERYBODY))
    assert min(cohort_years(england)) > min(england.table("cohorts")["cohort"].astype("str"))


def test_a_dot_a_school_in_the_colour_of_its_stage(england):
    place = all_places(england)["E12000007"]
    view = shared_project.stages(england, PeopleChoices(place))
    drawn = [tuple(row["f"]) for row in layers(view)["dots"]["data"]]
    for stage, colour in shared_project.COLOURS.items():
        count = view.proof.table.set_index("stage").loc[stage, "schools"]
        assert abs(drawn.count(tuple(rgba(colour))) - count) <= 3, "but for schools without a location"
        assert (colour, stage.capitalize()) in {(fill, said) for fill, _, said in view.legend.marks}
    assert f"{view.proof.table['schools'].sum():,} schools" in view.finding


@pytest.mark.parametrize(("only", "said"), [({"region": "Nowhere"}, "no school"), ({"la": "X"}, "no school")])
def test_a_place_without_the_project_is_said(england, only, said):
    with pytest.raises(Unanswerable, match=said):
        ask(england, "project", only=only)
