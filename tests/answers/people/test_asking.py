"""The questions about people, asked as the command line does, of the illustrative England."""

import pandas as pd
import pytest

from hubdata.answers.ask import QUESTIONS, ask
from hubdata.answers.people.career import rungs
from hubdata.answers.question import Unanswerable
from hubdata.measures.statistics.verdicts import VERDICTS
from hubdata.provenance import Unpublished
from hubdata.schema import REGIONS
from hubdata.store import ILLUSTRATIVE, Store

RETENTION = ["years", "at_start", "at_risk", "in_service", "rate", "low", "high", "status", "release"]
PIPELINE = ["stage", "people", "of_previous", "of_first", "low", "high", "mark"]
RECRUITMENT = ["target", "recruits", "of_target", "status", "release"]
PATHWAY = ["step", "people", "per_100_teachers", "teachers"]


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open(ILLUSTRATIVE)


@pytest.mark.parametrize(
    ("measure", "by", "columns"),
    [
        ("retention", (), RETENTION),
        ("retention", ("cohort",), ["cohort", *RETENTION]),
        ("retention", ("la",), ["la", "la_name", *RETENTION]),
        ("retention", ("phase", "rural"), ["phase", "rural", *RETENTION]),
        ("pipeline", (), PIPELINE),
        ("pipeline", ("cohort", "route"), ["cohort", "route", *PIPELINE]),
        ("pipeline", ("la",), ["la", "la_name", *PIPELINE]),
        ("recruitment", ("year", "phase"), ["year", "phase", *RECRUITMENT]),
        ("recruitment", ("subject",), ["subject", *RECRUITMENT]),
        ("recruitment", ("route",), ["route", *RECRUITMENT]),
        ("pathway", (), PATHWAY),
        ("pathway", ("year",), ["year", *PATHWAY]),
        ("pathway", ("la",), ["la", "la_name", *PATHWAY]),
    ],
    ids=str,
)
def test_columns_are_as_the_command_line_promises(store, measure, by, columns):
    table = ask(store, measure, by).table
    assert list(table.columns) == columns
    assert len(table)


def test_made_up_rows_stand_alone_and_published_ones_are_asked_for(store):
    assert set(ask(store, "retention", ("cohort",)).table["status"]) <= {"illustrative", "not yet observable"}
    published = ask(store, "retention", ("cohort",), release="published").table
    assert set(published["status"]) <= {"published", "not yet observable"}
    assert set(ask(store, "recruitment", ("subject",), release="published").table["status"]) == {
        "published",
        "not available",
    }


def test_a_young_cohort_is_not_yet_observable_never_zero(store):
    table = ask(store, "retention", ("cohort",), only={"cohort": "2021"}).table.set_index("years")
    assert table.loc[[3, 4, 5], "status"].tolist() == ["not yet observable"] * 3
    assert table.loc[[3, 4, 5], ["rate", "in_service"]].isna().all(axis=None)
    stages = ask(store, "pipeline", ("cohort",), only={"cohort": "2020/21"}).table.set_index("stage")
    assert stages.loc["Year 5", "mark"] == "not yet observable"
    assert pd.isna(stages.loc["Year 5", "people"])


def test_regions_stand_in_their_order_and_narrowing_keeps_one(store):
    table = ask(store, "retention", ("region",)).table
    assert list(dict.fromkeys(table["region"].astype(str))) == list(REGIONS)
    london = ask(store, "retention", only={"region": "London"}).table
    pd.testing.assert_frame_equal(
        london, table.loc[table["region"] == "London"].drop(columns="region").reset_index(drop=True)
    )


def test_official_and_survival_are_two_readings(store):
    official = ask(store, "retention").table.set_index("years")
    survival = ask(store, "retention", method="survival").table.set_index("years")
    assert survival.loc[1, "rate"] == official.loc[1, "rate"]
    assert (survival.loc[2:, "rate"] < official.loc[2:, "rate"]).all(), "some come back"
    assert (survival["at_risk"].iloc[1:] < official["at_risk"].iloc[1:]).all()


def test_a_difference_is_against_everybody_else(store):
    table = ask(store, "retention_difference", ("rural",)).table.set_index("rural")
    assert table.loc["Rural", "rest"] == pytest.approx(table.loc["Urban", "rate"])
    assert table.loc["Rural", "difference"] == pytest.approx(-table.loc["Urban", "difference"])
    many = ask(store, "retention_difference", ("network",))
    assert any("99.8%" in said for said in many.messages)
    assert set(many.table["verdict"]) <= set(VERDICTS)


def test_before_and_after_needs_its_year_and_claims_nothing(store):
    with pytest.raises(Unanswerable, match="--since"):
        ask(store, "before_after", only={"region": "London"})
    answer = ask(store, "before_after", only={"region": "London"}, since=2017)
    assert any("does not show that the programme caused it" in said for said in answer.messages)


def test_pooled_stages_are_of_cohorts_that_got_to_the_end(store):
    answer = ask(store, "pipeline")
    assert "2017/18: those whose every stage is known" in answer.messages[0]
    assert answer.table["people"].notna().all()


def test_the_change_in_recruitment_is_split_exactly(store):
    table = ask(store, "recruitment_change", ("phase",)).table
    assert (table["from_recruits"] + table["from_target"]).to_numpy() == pytest.approx(table["change"].to_numpy())
    assert {"Primary", "Secondary"} == set(table["phase"])


def test_a_year_of_people_is_no_cohort_and_rungs_can_be_missing(store):
    assert any("one step is no share of another" in said for said in ask(store, "pathway").messages)
    assert set(rungs(store, ("region",)).columns) == {"region", "step"}


def test_posts_supply_mentors_providers_and_leavers(store):
    assert ask(store, "vacancies", census="2020").table["vacancies"].tolist() == [1_100]
    assert ask(store, "vacancies", ("region",)).table["vacancies"].sum() == 2_800
    supply = ask(store, "supply", ("region",)).table
    assert supply["schools"].sum() == ask(store, "population").table["schools"].iloc[0]
    mentors = ask(store, "mentoring").table
    assert (mentors["per_mentor"] > 0).all()
    assert "42.06" in ask(store, "npq_providers").messages[0]
    assert set(ask(store, "leavers", flow="Total leaver rate").table["unit"]) == {"rate"}


@pytest.mark.parametrize(
    ("measure", "by", "choices", "error", "words"),
    [
        ("retention", (), {"only": {"la": "E99"}}, Unanswerable, "no row is of local authority 'E99'"),
        ("retention", ("la", "phase"), {}, Unpublished, "by local authority and phase is not loaded"),
        ("retention", (), {"release": "1066"}, Unanswerable, "no edition is called '1066'"),
        ("retention", (), {"base": "trainees"}, Unpublished, "retention of trainees is not loaded"),
        ("recruitment", (), {"only": {"subject": "Alchemy"}}, Unanswerable, "Alchemy"),
        ("vacancies", (), {"census": "1999"}, Unanswerable, "no census of '1999'"),
        ("supply", ("region", "la"), {}, Unanswerable, "--by region or la"),
        ("leavers", (), {"flow": "Rate of change"}, Unanswerable, "no flow"),
        ("retention", ("shoe_size",), {}, Unanswerable, "cannot be grouped by"),
        ("retention", (), {"method": "magic"}, Unanswerable, "choose from"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_one_sentence(store, measure, by, choices, error, words):
    with pytest.raises(error, match=words):
        ask(store, measure, by, **choices)


def test_every_question_says_what_it_needs(store):
    people = ["recruitment", "recruitment_change", "pipeline", "retention", "retention_difference", "before_after",
              "pathway", "mentoring", "npq_providers", "vacancies", "supply", "leavers"]  # fmt: skip
    for name in people:
        assert all(store.has(table) for table in QUESTIONS[name].needs)
