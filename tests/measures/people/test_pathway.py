"""Steps of the career, per hundred teachers; and posts vacant."""

import pandas as pd
import pytest

from hubdata.measures.people.pathway import missing_rungs, pathway, step_of, steps
from hubdata.measures.people.vacancies import supply, vacancies


@pytest.mark.parametrize(
    ("scheme", "group", "step"),
    [
        ("NPQ", "NPQ for Senior Leadership (NPQSL)", "NPQSL"),
        ("NPQ", "NPQ Executive Leadership (NPQEL)", "NPQEL"),
        ("NPQ", "NPQ Headship (NPQH)", "NPQH"),
        ("NPQ", "Early Headship Coaching Offer", ""),
        ("NPQ", "NPQ Leading Literacy (NPQLL)", "Specialist NPQ"),
        ("NPQ", "NPQ for SENCOs", "Specialist NPQ"),
        ("NPQ", "NPQ Early Years Leadership (NPQEYL)", "Specialist NPQ"),
        ("NPQ", "NPQML", "NPQML"),
        ("NPQ", "Total", ""),
        ("NPQ", "Female", ""),
        ("ECF", "Total", "Early career, year 1"),
        ("ECF", "Year 2", "Early career, year 2"),
        ("ECF", "Provider-led", ""),
        ("Headship", "Headship", "Headship"),
    ],
)
def test_a_published_name_is_a_step(scheme, group, step):
    assert step_of(scheme, group) == step


def test_people_of_several_qualifications_of_one_step_are_added_up():
    table = pathway(
        pd.DataFrame(
            {
                "la": ["E1", "E1", "E1", "E2"],
                "step": ["Specialist NPQ", "Specialist NPQ", "NPQH", "NPQH"],
                "people": [30, 20, None, 0],
                "teachers": [2_000, 2_000, 2_000, 0],
            }
        ),
        ["la"],
    )
    assert table["step"].tolist() == ["Specialist NPQ", "NPQH", "NPQH"]
    assert table.loc[0, ["people", "per_100_teachers"]].tolist() == [50, 2.5]
    assert pd.isna(table.loc[1, "people"])
    assert table.loc[2, "people"] == 0
    assert pd.isna(table.loc[2, "per_100_teachers"]), "no teachers, no rate"


def test_a_missing_rung_is_one_that_others_have():
    table = pd.DataFrame(
        {"la": ["E1", "E1", "E2"], "step": ["NPQSL", "NPQH", "NPQSL"], "people": pd.array([5, 0, 9], "Int64")}
    )
    more = pd.concat([table, pd.DataFrame({"la": ["E3"], "step": ["NPQH"], "people": pd.array([None], "Int64")})])
    assert missing_rungs(more, ["la"]).to_numpy().tolist() == [["E3", "NPQSL"]]
    with_head = pd.concat([table, pd.DataFrame({"la": ["E4"], "step": ["NPQH"], "people": pd.array([1], "Int64")})])
    assert ["E2", "NPQH"] in missing_rungs(with_head, ["la"]).to_numpy().tolist()
    assert ["E1", "NPQH"] in missing_rungs(with_head, ["la"]).to_numpy().tolist()


def test_totals_are_no_step():
    rows = pd.DataFrame({"scheme": ["NPQ", "NPQ"], "group": ["Total", "NPQH"], "people": [9, 1]})
    assert steps(rows)["people"].tolist() == [1]


def test_an_unknown_school_is_never_one_without_vacancies():
    schools = pd.DataFrame(
        {"la": ["A", "A", "A", "B"], "vacancies": [2.0, 0.0, None, None], "temporary": [1.0, 0, None, None]}
    )
    table = vacancies(schools, ["la"]).set_index("la")
    assert table.loc["A", ["schools", "known", "vacancies", "with_vacancy"]].tolist() == [3, 2, 2, 1]
    assert table.loc["A", "rate"] == 0.5
    assert table.loc["A", "per_100_schools"] == 100.0
    assert table.loc["B", ["per_100_schools", "rate", "low", "high"]].isna().all()


def test_supply_is_for_the_schools_of_the_area():
    people = pd.DataFrame({"la": ["A", "B"], "people": pd.array([30, None], "Int64")})
    schools = pd.DataFrame({"la": ["A"] * 20 + ["B"] * 5 + ["C"]})
    table = supply(people, schools, ["la"]).set_index("la")
    assert table.loc["A", "per_100_schools"] == 150.0
    assert table.loc[["B", "C"], "per_100_schools"].isna().all()
