"""The dictionary holds every column that a measure prints on the made-up England, in its order, and no other."""

import pandas as pd
import pytest
from conftest import ROOT
from small_england import typed

from hubdata import snapshot
from hubdata.answers.ask import QUESTIONS, ask
from hubdata.dictionary import everyday
from hubdata.dictionary.column import SHARE, Column
from hubdata.dictionary.everyday import ADDED, GROUPS
from hubdata.dictionary.measures import GLOSSARY, MEASURES, column, described
from hubdata.store import Store
from hubdata.vocabulary import DIMENSIONS

# What a measure must be told before it answers; of an authority and of a school it prints other columns.
TOLD = {
    "neighbours": ({"like": "E06000007"}, {"like": "905001"}),
    "before_after": ({"since": 2016},),
    "my_school": ({"urn": "900002"},),
    **dict.fromkeys(("reach", "gap", "inequality"), ({"chance": True},)),
}
REAL = "100008"  # a primary school of the real England


@pytest.fixture(scope="module")
def england() -> Store:
    return Store.open(ROOT / "data" / "illustrative")


@pytest.fixture(scope="module")
def shipped() -> Store:
    """The real England, with a list of flags as a reader would bring it."""
    manifest, tables = snapshot.read(str(ROOT / "data" / "england"))
    urns = tables["schools"]["urn"].head(2000)
    return Store(manifest, tables | {"flags": typed("flags", pd.DataFrame({"urn": urns, "flag": "Marked"}))})


def printed(store: Store, measure: str) -> list[str]:
    """The columns of the measure itself, without those of the groups that it was asked for."""
    question = QUESTIONS[measure]
    tables = [ask(store, measure, **choices).table for choices in TOLD.get(measure, ({},))]
    groups = {name for one in question.default_by for name in DIMENSIONS[one].columns}
    groups -= {one.name for one in MEASURES[measure]}
    assert all(len(table) for table in tables)
    return [name for table in tables for name in table.columns if name not in groups]


@pytest.mark.parametrize("measure", QUESTIONS)
def test_a_measure_prints_its_columns_of_the_dictionary_and_no_other(england, shipped, measure):
    able = all(england.has(table) for table in QUESTIONS[measure].needs)
    names = [one.name for one in MEASURES[measure]]
    assert len(set(names)) == len(names)
    found = printed(england if able else shipped, measure)
    if measure == "neighbours":
        # First language and special needs are of the real England alone.
        real = ask(shipped, measure, like=REAL).table.columns
        assert {*found, *real} == set(names)
    else:
        assert found == names


def test_no_measure_of_the_dictionary_is_unknown():
    assert set(MEASURES) == set(QUESTIONS)


def test_every_group_that_a_table_can_have_is_in_the_dictionary_and_no_other():
    assert set(GROUPS) == {name for dimension in DIMENSIONS.values() for name in dimension.columns}


@pytest.mark.parametrize("dimension", QUESTIONS["reach"].by)
def test_a_grouped_table_has_only_columns_of_the_dictionary(england, dimension):
    table = ask(england, "reach", (dimension,)).table
    assert [column("reach", name).name for name in table.columns] == list(table.columns)


def test_an_everyday_column_is_used_somewhere():
    used = [*GROUPS.values(), *ADDED, *(one for columns in MEASURES.values() for one in columns)]
    held = {name: one for name, one in vars(everyday).items() if isinstance(one, Column)}
    unused = [name for name, one in held.items() if one not in used and not _varied(one, used)]
    assert held
    assert not unused


def _varied(one: Column, used: list[Column]) -> bool:
    """Whether a measure says it in words of its own."""
    return any((other.name, other.written) == (one.name, one.written) for other in used)


@pytest.mark.parametrize("measure", MEASURES)
def test_an_entry_is_whole(measure):
    for one in MEASURES[measure]:
        assert one.label
        assert one.meaning == one.meaning.strip().rstrip(".")
        assert "\n" not in one.meaning
        assert one.written is not SHARE or one.unit_in_files == "fraction, 0 to 1"


def test_a_column_that_means_something_of_its_own_in_a_measure_says_so_there():
    assert column("reach", "rate").meaning != column("vacancies", "rate").meaning
    assert column("offers", "network").label == "Code"
    assert column("reach", "network").label == "Network"


def test_a_column_that_nobody_prints_has_no_entry():
    with pytest.raises(KeyError):
        column("reach", "nonsense")


@pytest.mark.parametrize(
    ("measure", "name", "value", "said"),
    [
        ("reach", "rate", 0.5904, "59.0%"),
        ("gap", "difference", -0.333, "-33.3%"),
        ("distance", "median_km", 3.346, "3.3 km"),
        ("population", "schools", 20160, "20,160"),
        ("concentration", "index", 0.0905, "+0.09"),
        ("reach", "rate", 0.0, "0.0%"),
        ("reach", "rate", pd.NA, "–"),
    ],
)
def test_a_value_is_said_as_its_column_has_it(measure, name, value, said):
    assert column(measure, name).say(value) == said


def test_which_way_is_better_is_said_where_one_is():
    assert column("reach", "rate").sentence.endswith("of the group. More is better.")
    assert column("population", "schools").sentence.endswith(").")
    rows = {row["column"]: row["better"] for row in described(MEASURES["isolation"])}
    assert rows == {
        "schools": "",
        "alone": "less",
        "rate": "less",
        "low": "",
        "high": "",
        "mean_peers": "",
        "median_km": "",
    }


def test_the_glossary_says_a_term_once():
    every = [one.term for columns in MEASURES.values() for one in columns if one.term]
    assert {one.meaning for columns in MEASURES.values() for one in columns if one.term} == {
        one.meaning for one in GLOSSARY.values()
    }
    assert set(GLOSSARY) == set(every)
