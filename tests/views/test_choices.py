"""What was chosen, said in words and asked as options."""

from datetime import date

import pytest

from hubdata.measures.asked import Networks, Reach
from hubdata.views.choices import ENGLAND, Place, ReachChoices
from hubdata.views.view import command


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (ENGLAND, "in England"),
        (Place("region", "North East", "North East", "E12000001"), "in the North East"),
        (Place("region", "London", "London", "E12000007"), "in London"),
        (
            Place("region", "Yorkshire and The Humber", "Yorkshire and The Humber", "E12000003"),
            "in Yorkshire and The Humber",
        ),
        (Place("la", "E08000035", "Leeds", "E08000035"), "in Leeds"),
    ],
)
def test_a_place_is_said_as_people_say_it(place, words):
    assert place.within == words


def test_england_narrows_nothing_and_a_place_narrows_to_itself():
    assert ENGLAND.only == {}
    assert Place("region", "London", "London", "E12000007").only == {"region": "London"}


@pytest.mark.parametrize(
    ("made", "phrase"),
    [
        ({}, "within 10 km of a teaching school"),
        ({"km": 2.5, "kind": "teaching_school_hub"}, "within 2.5 km of a hub lead school"),
        ({"kind": "other"}, "within 10 km of an other lead"),
        ({"definition": "lead"}, "themselves teaching schools"),
        ({"definition": "member"}, "members of an alliance"),
        ({"definition": "member", "kind": "trust"}, "members of a network"),
    ],
)
def test_what_reached_means_follows_are(made, phrase):
    assert ReachChoices(**made).phrase == phrase


@pytest.mark.parametrize(
    ("made", "schools"),
    [
        ({}, "schools"),
        ({"phase": "Primary"}, "primary schools"),
        ({"rural": "Rural", "phase": "All-through"}, "rural all-through schools"),
    ],
)
def test_the_schools_counted_are_named(made, schools):
    assert ReachChoices(**made).schools == schools


def test_the_radius_counts_only_where_it_matters():
    assert ReachChoices(km=2.5).reach.km == 2.5
    assert ReachChoices(km=2.5, definition="lead").reach == ReachChoices(km=7.0, definition="lead").reach


def test_choices_go_on_whole_as_values():
    chosen = ReachChoices(kind="trust", role="Research and development", as_at=date(2018, 3, 12))
    assert chosen.reach.networks == chosen.networks == Networks("trust", "Research and development", date(2018, 3, 12))
    assert chosen.every_role == Networks("trust", None, date(2018, 3, 12))
    assert ReachChoices(role="").networks.role is None


def test_the_command_asks_the_same():
    asked = command(
        "reach", ("phase", "rural"), {"region": "North East"}, Reach(km=2.5, networks=Networks(as_at=date(2018, 3, 12)))
    )
    assert asked == (
        "reach", "--by", "phase,rural", "--only", "region=North East", "--definition", "within", "--km", "2.5",
        "--as-at", "2018-03-12",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (None, ()),
        (Reach("lead"), ("--definition", "lead")),
        (Reach("lead", weight="pupils"), ("--definition", "lead", "--weight", "pupils")),
    ],
)
def test_the_command_leaves_out_what_nobody_chose_and_a_radius_that_does_not_count(choices, words):
    assert command("reach", (), {}, choices) == ("reach", *words)
