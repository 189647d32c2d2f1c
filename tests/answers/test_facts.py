"""What an answer says in its messages it also carries as values, so that nobody has to read a sentence back."""

import pytest

from hubdata.answers.ask import ask
from hubdata.store import ILLUSTRATIVE, Store


@pytest.fixture(scope="module")
def made_up() -> Store:
    return Store.open(str(ILLUSTRATIVE))


def test_the_year_and_the_places_counted_stand_beside_the_starts(made_up):
    answer = ask(made_up, "npq_starts", ("region",))
    assert answer.messages[0] == f"year {answer.facts['year']}"
    assert answer.facts["funding"] == ()


def test_a_year_that_the_rows_name_is_no_fact_of_the_whole(made_up):
    assert ask(made_up, "npq_starts", ("year",)).facts["year"] is None
    assert ask(made_up, "pathway", ("year",)).facts["year"] is None


def test_a_project_is_named_with_its_schools_and_networks(made_up):
    answer = ask(made_up, "project")
    facts = answer.facts
    assert facts["schools"] == answer.table["schools"].sum()
    assert answer.messages[0] == (
        f"project {facts['project']}: {facts['schools']:,} schools of {facts['networks']:,} networks"
    )


def test_what_chance_is_here_is_a_value_that_says_itself(made_up):
    answer = ask(made_up, "funnel_plot", ("la",))
    judged, lots = answer.facts["judged"], answer.facts["lots"]
    assert judged.areas == (answer.table["verdict"] != "too few").sum()
    assert lots.said in answer.messages
    assert f"of {judged.areas} areas judged" in answer.messages[-1]
    assert ask(made_up, "funnel_plot", ("la",), definition="supported").facts["overall"] < 1


def test_each_table_has_the_statuses_of_its_files(made_up):
    statuses = ask(made_up, "datasets").facts["statuses"]
    assert statuses["schools"] == (made_up.status,)


def test_facts_cannot_be_changed(made_up):
    facts = ask(made_up, "project").facts
    with pytest.raises(TypeError):
        facts["project"] = "another"
