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


def test_the_limits_of_chance_are_a_value_that_says_itself(made_up):
    answer = ask(made_up, "funnel_plot", ("la",), limits="widened")
    limits = answer.facts["limits"]
    assert limits.spread.units == len(answer.table)
    assert answer.messages[-len(limits.said) :] == limits.said


def test_each_table_has_the_statuses_of_its_files(made_up):
    statuses = ask(made_up, "datasets").facts["statuses"]
    assert statuses["schools"] == (made_up.status,)


def test_facts_cannot_be_changed(made_up):
    facts = ask(made_up, "project").facts
    with pytest.raises(TypeError):
        facts["project"] = "another"
