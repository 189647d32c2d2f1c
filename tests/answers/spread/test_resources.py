"""Resources by authority, what makes one advantaged, the sea, and who is like whom."""

import pandas as pd
import pytest
from small_england import typed
from small_store import opened, store_of, world

from hubdata.answers.ask import ask
from hubdata.answers.groups import coast_km, groups_of, schools_of
from hubdata.answers.question import Unanswerable
from hubdata.answers.spread import yearly
from hubdata.measures.asked import USUAL
from hubdata.provenance import Unpublished
from hubdata.store import ILLUSTRATIVE, Store

EVERY = {"network": "All", "phase": "All", "rural": "All", "route": "All", "region": "All"}


@pytest.fixture(scope="module")
def store():
    """A small England with need and places by authority."""
    schools = world(2)["schools"]["urn"]
    context = typed("context", pd.DataFrame({"urn": schools, "imd_rank": range(1, len(schools) + 1)}))
    rows = [
        ("2019", "2017/18", "E06000001", "Places", 10),
        ("2020", "2017/18", "E06000001", "Places", 12),
        ("2020", "2017/18", "E06000002", "Places", 30),
        ("2020", "2017/18", "E06000002", "Starts", 99),
        ("2020", "2017/18", "All", "Places", 42),
        ("2020", "2018/19", "E06000001", "Places", 5),
    ]
    pipeline = pd.DataFrame(rows, columns=["release", "cohort", "la", "stage", "people"]).assign(**EVERY, mark="")
    return opened(world(2) | {"context": context, "pipeline": typed("pipeline", pipeline)})


def test_places_are_those_of_whole_authorities_in_the_newest_release(store):
    found = yearly.resource(store, "places", USUAL)
    assert {year: rows.to_dict() for year, rows in found.items()} == {
        "2017/18": {"E06000001": 12, "E06000002": 30},
        "2018/19": {"E06000001": 5},
    }
    assert ask(store, "concentration", rank="fsm", of="places").table["year"].tolist() == ["2017/18", "2018/19"]


def test_national_places_alone_answer_nothing(store):
    table = store.table("pipeline")
    alone = opened(world(2) | {"pipeline": table.loc[table["la"] == "All"]})
    with pytest.raises(Unpublished):
        yearly.resource(alone, "places", USUAL)


def test_funding_is_shared_among_a_networks_leads_and_adds_up(store):
    money, members = store.table("funding"), store.table("members")
    la = store.table("schools").set_index("urn")["la"].astype("str")
    leads = members.loc[members["role"] == "lead"].groupby("network", observed=True)["urn"].agg(list)
    wanted: dict[tuple[str, str], float] = {}
    for row in money.itertuples():
        for urn in leads[row.network]:
            key = (row.year, la[urn])
            wanted[key] = wanted.get(key, 0) + row.pounds / len(leads[row.network])
    found = {
        (year, code): pounds
        for year, rows in yearly.resource(store, "funding", USUAL).items()
        for code, pounds in rows.items()
    }
    assert found == pytest.approx(wanted)
    assert sum(found.values()) == pytest.approx(money["pounds"].sum())


def test_less_deprived_is_more_advantaged(store):
    found = yearly.advantage(store, "imd", "2015/16", USUAL)
    schools = schools_of(store).merge(store.table("context")[["urn", "imd_rank"]], on="urn").astype({"la": "str"})
    wanted = schools.groupby("la")["imd_rank"].mean().astype(float)
    assert found.to_dict() == pytest.approx(wanted.to_dict())


def test_deprivation_by_place_counts_neighbourhoods_not_schools():
    districts = world(2)["districts"].astype({"la": "str", "district": "str"})
    places = pd.DataFrame(
        {"district": districts["district"], "neighbourhoods": range(1, len(districts) + 1),
         "imd_rank": [100.0 * i for i in range(len(districts))], "worst_tenth": 0}
    )  # fmt: skip
    found = yearly.advantage(opened(world(2) | {"deprivation": typed("deprivation", places)}), "imd", "2015/16", None)
    for la, mine in places.assign(la=districts["la"]).groupby("la"):
        wanted = (mine["imd_rank"] * mine["neighbourhoods"]).sum() / mine["neighbourhoods"].sum()
        assert found[la] == pytest.approx(wanted)


def test_nobody_is_ranked_while_nobody_led(store):
    assert yearly.advantage(store, "prior", "2005/06", USUAL).isna().all()
    assert yearly.advantage(store, "prior", "2018/19", USUAL).sum() > 0


def test_an_authority_is_the_mean_of_its_schools(store):
    schools = schools_of(store)
    mine = schools.loc[schools["la"] == "E06000005"]
    row = yearly.areas(store).loc["E06000005"]
    assert row["schools"] == len(mine)
    assert row["rural"] == pytest.approx((mine["rural"] == "Rural").mean())
    known = mine.dropna(subset=["fsm", "pupils"])
    assert row["fsm"] == pytest.approx((known["fsm"] * known["pupils"]).sum() / known["pupils"].sum())


def test_coastal_groups_every_school(store):
    table = ask(store, "population", ("coastal",)).table
    assert table["coastal"].tolist() == ["Coastal", "Inland", "Not known"]
    assert table["schools"].sum() == len(schools_of(store))
    near = coast_km(store) <= 5
    assert table["schools"].iloc[0] == near.sum() == (groups_of(store, "coastal") == "Coastal").sum()
    assert ask(store, "reach", (), {"coastal": "Coastal"}).table["schools"].iloc[0] == near.sum()


def test_without_the_outline_of_the_country_there_is_no_coast(store):
    outlines = store.table("outlines")
    inland = opened(world(2) | {"outlines": outlines.loc[outlines["level"] == "la"]})
    with pytest.raises(Unanswerable):
        ask(inland, "population", ("coastal",))


def test_schools_alike_are_of_one_phase(store):
    schools = schools_of(store).dropna(subset=["pupils", "fsm"])
    urn = schools.loc[schools["phase"] == "Secondary", "urn"].iloc[0]
    answer = ask(store, "neighbours", like=urn, top=4)
    assert answer.table.columns.tolist() == ["urn", "name", "score", "pupils", "fsm"]
    phase = schools_of(store).set_index("urn")["phase"]
    assert set(phase[answer.table["urn"]]) == {"Secondary"}
    assert answer.table["score"].is_monotonic_increasing
    assert answer.messages == ("compared without eal, sen: the data do not have it here",)


def test_years_without_a_record_of_support_have_no_row():
    table = ask(store_of(2), "history", definition="supported").table
    assert [day.year for day in table["as_at"]] == [2014, 2015]


def test_a_kind_without_records_has_no_rows_and_all_without_say_why(store):
    table = ask(store, "reach", ("kind",), definition="member").table
    assert table["kind"].tolist() == ["teaching_school_alliance"]
    members = store.table("members")
    leads = opened(world(2) | {"members": members.loc[members["role"] == "lead"]})
    with pytest.raises(Unpublished):
        ask(leads, "reach", ("kind",), definition="member")


@pytest.mark.parametrize(("measure", "kind"), [("ledger", "cluster"), ("concentration_curve", "cluster")])
def test_a_kind_without_records_is_refused_in_one_sentence(measure, kind):
    made_up = Store.open(ILLUSTRATIVE)
    with pytest.raises(Unanswerable, match="on record"):
        ask(made_up, measure, kind=kind)
