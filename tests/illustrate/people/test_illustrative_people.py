"""The illustrative people: calibrated to published figures, coherent across tables, one person in one place."""

import pandas as pd
import pytest

from hubdata.illustrate.people.figures import figures
from hubdata.measures.people.editions import split_by
from hubdata.schema import PEOPLE, TABLES
from hubdata.schema.people import ALL, EMPLOYED_WHERE, GROUP_NAMES, STAGES
from hubdata.store import ILLUSTRATIVE, Store

MADE_UP = "illustrative"
# What moved a target, and entrants and leavers by census, are published for England alone: nothing is made up of them.
REAL_ALONE = {"drivers", "census_flows"}


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open(ILLUSTRATIVE)


def made_up(store: Store, name: str) -> pd.DataFrame:
    table = store.table(name)
    return table.loc[table["status"] == MADE_UP]


def test_every_table_of_people_is_there_but_those_of_the_real_england_alone(store):
    assert {table.name for table in PEOPLE if not store.has(table.name)} == REAL_ALONE


@pytest.mark.parametrize(
    "table", [table for table in PEOPLE if table.name not in REAL_ALONE], ids=lambda table: table.name
)
def test_keys_are_whole_and_single(store, table):
    rows = store.table(table.name)
    assert not rows[list(table.key)].isna().any(axis=None)
    key = [*table.key, "status"] if "status" in rows else list(table.key)
    assert not rows.duplicated(key).any()
    assert set(rows["status"]) <= {MADE_UP, "published"}


def test_england_is_within_a_twentieth_of_a_point_of_every_newest_published_rate(store):
    told = figures("retention")
    told = told.loc[(told["base"] == "teachers") & told["cohort"].between("2010", "2022")]
    told = told.sort_values("release").drop_duplicates(["cohort", "years"], keep="last")
    whole = (
        split_by(made_up(store, "cohorts"), GROUP_NAMES, ()).astype({"cohort": "str"}).set_index(["cohort", "years"])
    )
    assert len(told) > 10
    for row in told.itertuples():
        ours = whole.loc[(row.cohort, row.years)]
        assert ours["in_service"] / ours["at_start"] == pytest.approx(row.percent / 100, abs=0.0005)


def test_cohorts_are_as_large_as_published(store):
    told = figures("retention").dropna(subset=["at_start"])
    told = told.loc[told["base"] == "teachers"].drop_duplicates("cohort", keep="last").set_index("cohort")["at_start"]
    whole = split_by(made_up(store, "cohorts"), GROUP_NAMES, ()).drop_duplicates("cohort")
    ours = whole.astype({"cohort": "str"}).set_index("cohort")["at_start"]
    assert {cohort: int(n) for cohort, n in told.items()}.items() <= ours.astype(int).to_dict().items()


@pytest.mark.parametrize("name", ["region", "la", "phase", "rural", "route"])
def test_every_split_adds_up_to_england(store, name):
    rows = made_up(store, "cohorts").astype({"cohort": "str"})
    counts = ["at_start", "in_service", "stayed"]
    parts = split_by(rows, GROUP_NAMES, (name,)).groupby(["cohort", "years"])[counts].sum()
    whole = split_by(rows, GROUP_NAMES, ()).set_index(["cohort", "years"])[counts]
    assert parts.astype(int).equals(whole.loc[parts.index].astype(int))


def test_nobody_stays_who_is_not_in_service_and_nobody_comes_from_nowhere(store):
    rows = made_up(store, "cohorts")
    assert (rows["stayed"] <= rows["in_service"]).all()
    assert (rows["in_service"] <= rows["at_start"]).all()
    whole = split_by(rows, GROUP_NAMES, ())
    assert (whole["in_service"] > whole["stayed"]).loc[whole["years"] > 1].all(), "some come back"


def test_the_way_in_is_one_cohort_and_never_rises(store):
    rows = made_up(store, "pipeline").astype({"stage": "str"})
    wide = rows.pivot_table(index=["cohort", *GROUP_NAMES], columns="stage", values="people", observed=True)
    chain = wide[list(STAGES[2:])]
    assert (chain.diff(axis=1).fillna(0) <= 0).all(axis=None)
    assert (wide["Places"] >= wide["Starts"]).all()
    for inside in EMPLOYED_WHERE:
        assert (wide[inside] <= wide["Employed"]).all()


def test_employed_trainees_are_the_cohort_that_is_followed(store):
    stages = split_by(made_up(store, "pipeline"), GROUP_NAMES, ()).astype({"stage": "str", "cohort": "str"})
    employed = stages.loc[stages["stage"] == "Employed"].set_index("cohort")["people"]
    cohorts = split_by(made_up(store, "cohorts"), GROUP_NAMES, ()).drop_duplicates("cohort").astype({"cohort": "str"})
    for row in cohorts.itertuples():
        assert employed[f"{int(row.cohort) - 1}/{row.cohort[-2:]}"] == row.at_start


def test_networks_and_authorities_are_those_of_the_register(store):
    networks, las = set(store.table("networks")["network"]), set(store.table("districts")["la"])
    for name in ("cohorts", "pipeline"):
        assert set(store.table(name)["network"]) - {ALL} <= networks
        assert set(store.table(name)["la"]) - {ALL} <= las
    assert set(store.table("mentors")["network"]) <= networks
    schools = set(store.table("schools")["urn"])
    for name in ("vacancies", "projects", "providers"):
        assert set(store.table(name)["urn"].dropna()) <= schools


def test_recruits_give_the_published_percentages(store):
    told = figures("recruitment").dropna(subset=["percent"])
    told = told.loc[~told["release"].str.contains("2023/24")]
    ours = made_up(store, "recruitment").astype(dict.fromkeys(("year", "phase", "subject", "route"), "str"))
    ours = ours.loc[ours["route"] == ALL].set_index(["year", "phase", "subject"])
    for row in told.itertuples():
        found = ours.loc[(row.year, row.phase, row.subject)]
        assert round(100 * found["recruits"] / found["target"]) == round(row.percent), row
    secondary = ours.loc[("2023/24", "Secondary", ALL)]
    assert round(100 * secondary["recruits"] / secondary["target"]) == 48
    every = ours.loc[("2023/24", ALL, ALL)]
    assert round(100 * every["recruits"] / every["target"]) == 60


def test_routes_add_up_to_all_recruits(store):
    rows = made_up(store, "recruitment").astype({"route": "str", "subject": "str"})
    split = rows.loc[rows["route"] != ALL].groupby(["year", "phase"], observed=True)["recruits"].sum()
    whole = rows.loc[(rows["route"] == ALL) & (rows["subject"] == ALL)].set_index(["year", "phase"])["recruits"]
    assert split.astype(int).equals(whole.loc[split.index].astype(int))


def test_participants_of_england_are_as_published_and_areas_add_up(store):
    rows = made_up(store, "participants").astype({"region": "str", "la": "str", "group": "str", "scheme": "str"})
    key = ["year", "scheme", "group"]
    whole = rows.loc[(rows["region"] == ALL) & (rows["la"] == ALL)].set_index(key)[["starts", "people", "teachers"]]
    for area in ("region", "la"):
        parts = rows.loc[rows[area] != ALL].groupby(key, observed=True)[["starts", "people", "teachers"]].sum()
        assert parts.astype(int).equals(whole.loc[parts.index].astype(int))
    told = figures("participants")
    for row in told.loc[(told["region"] == ALL) & (told["funding"] == "Overall")].itertuples():
        assert whole.loc[(row.year, row.scheme, "Total"), "people"] == row.people


def test_posts_providers_and_mentors_are_as_many_as_published(store):
    posts = store.table("vacancies").groupby("year", observed=True)["vacancies"].sum().to_dict()
    assert posts == figures("vacancies").set_index("year")["posts"].to_dict()
    providers = store.table("providers")
    assert (providers["provider"].nunique(), providers["participants"].sum()) == (107, 4_500)
    early = store.table("mentors").groupby("year", observed=True)["early_career"].sum()
    assert early.to_dict() == {"2021/22": 28_887, "2022/23": 27_901, "2023/24": 24_953, "2024/25": 22_536}
    assert (store.table("mentors")["with_peer"] <= store.table("mentors")["early_career"]).all()


def test_published_rows_are_the_published_files(store):
    printed = store.table("cohorts")
    printed = printed.loc[printed["status"] == "published"]
    told = figures("retention")
    assert len(printed) == len(told)
    assert sorted((printed["rate"] * 100).round(6)) == sorted(told["percent"].round(6))
    assert set(TABLES) >= {table.name for table in PEOPLE}
