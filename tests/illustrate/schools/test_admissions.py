"""The made-up schools that select by ability: as many as England has, clustered as they are."""

import numpy as np
import pandas as pd
import pytest

from hubdata.illustrate.schools.admissions import AUTHORITIES, GRAMMARS, MOST, NEVER, admitted


@pytest.fixture(scope="module")
def secondaries(population) -> pd.DataFrame:
    return population[population["phase"] == "Secondary"]


def test_as_many_select_as_in_england_and_few_do_not_say(population, secondaries):
    assert (population["admissions"] == "Selective").sum() == (secondaries["admissions"] == "Selective").sum() == 163
    assert population.loc[population["phase"] == "Primary", "admissions"].isna().all()
    assert 0 < secondaries["admissions"].isna().mean() < 0.03


def test_most_are_in_a_few_authorities_and_nowhere_are_they_all(secondaries):
    selective = secondaries["admissions"] == "Selective"
    by_authority = selective.groupby(secondaries["la"]).agg(["sum", "mean"])
    counts = by_authority["sum"].sort_values(ascending=False)
    assert (counts > 0).sum() == AUTHORITIES == 36
    assert counts.iloc[:9].sum() > GRAMMARS / 2
    assert by_authority["mean"].max() < 0.5


def test_they_have_fewer_free_meals_better_grades_and_are_no_new_kinds_of_school(secondaries):
    selective, others = (secondaries[secondaries["admissions"] == said] for said in ("Selective", "Non-selective"))
    assert selective["fsm"].mean() < others["fsm"].mean() - 3
    assert (selective["ofsted"] == "Outstanding").mean() > 2 * (others["ofsted"] == "Outstanding").mean()
    assert not selective["type"].isin(NEVER).any()
    assert set(selective["published_phase"]) == {"Secondary"}


def test_another_seed_places_as_many_elsewhere():
    there = pd.DataFrame(
        {
            "la": np.repeat([f"E{n:02d}" for n in range(60)], 20),
            "phase": "Secondary",
            "published_phase": "Secondary",
            "type": "Academy converter",
            "fsm": np.tile(np.arange(20.0), 60),
            "ofsted": None,
        }
    )
    one, again, other = (admitted(there, seed) == "Selective" for seed in (1, 1, 2))
    assert one.sum() == other.sum() == GRAMMARS
    assert (one == again).all()
    assert (one != other).any()
    assert pd.Series(one).groupby(there["la"]).mean().max() <= MOST
