"""The one door: what it refuses and how, the order of rows, narrowing, kinds and networks."""

from datetime import date

import pandas as pd
import pytest
from small_store import opened, store_of, world

from hubdata.answers.allowed import unanswered
from hubdata.answers.ask import QUESTIONS, ask
from hubdata.answers.question import Unanswerable
from hubdata.provenance import Unpublished


@pytest.fixture(scope="module")
def store():
    return store_of(1)


@pytest.fixture(scope="module")
def as_listed():
    """Leads alone, all of one day, without roles, support or funding: as the lists are published."""
    members = world(1)["members"]
    day = pd.Timestamp("2018-03-12")
    found = {name: world(1)[name] for name in ("schools", "links", "districts", "outlines", "network_areas")}
    networks = world(1)["networks"].assign(since=day, listed=day)
    return opened(found | {"networks": networks, "members": members.loc[members["role"] == "lead"].assign(since=day)})


@pytest.mark.parametrize(
    ("measure", "by", "only", "choices", "sentence"),
    [
        ("reech", (), {}, {}, "unknown measure 'reech'"),
        ("reach", ("colour",), {}, {}, "reach cannot be grouped by 'colour'"),
        ("reach", ("la", "la"), {}, {}, "'la' is given twice"),
        ("reach", (), {"colour": "red"}, {}, "reach cannot be narrowed by 'colour'"),
        ("reach", (), {"la": "E99"}, {}, "no school is in local authority 'E99'"),
        ("reach", (), {"la": "E06000001,E99"}, {}, "no school is in local authority 'E99'"),
        ("reach", (), {}, {"miles": 3}, "reach has no option 'miles'"),
        ("reach", (), {}, {"definition": "near"}, "definition 'near' is not known"),
        ("reach", (), {}, {"km": -1.0}, "km must be at least 0, not -1"),
        ("reach", (), {}, {"km": float("nan")}, "km must be a number, not nan"),
        ("overlap", (), {}, {"km": 5000.0}, "km must be at most 100"),
        ("distance_curve", (), {}, {"to": 9e9}, "to must be at most 500"),
        ("pairs", (), {}, {"top": 0}, "top must be at least 1, not 0"),
        ("reach", (), {}, {"kind": "trust"}, "no network of kind trust is active"),
        ("reach", (), {}, {"as_at": date(1990, 1, 1)}, "no network of kind teaching_school_alliance is"),
        ("reach", (), {}, {"definition": "supported", "as_at": date(1990, 1, 1)}, "no support is recorded in 1989/90"),
        ("designations", (), {}, {"as_at": date(2018, 1, 1)}, "designations is not of one day"),
        ("gap", ("rural",), {}, {}, "gap compares the groups of rural"),
        ("funnel_plot", ("la", "region"), {}, {}, "funnel_plot compares areas of one kind"),
        ("inequality", ("region",), {}, {}, "inequality cannot be grouped by 'region'"),
        ("neighbours", (), {}, {"like": "nowhere"}, "--like 'nowhere' is no local authority"),
        ("concentration_curve", (), {}, {"rank": "fsm", "year": "1990/91"}, "no leads began in 1990/91"),
    ],
)  # fmt: skip
def test_a_wrong_choice_is_refused_in_one_sentence(store, measure, by, only, choices, sentence):
    with pytest.raises(Unanswerable) as refusal:
        ask(store, measure, by, only, **choices)
    assert str(refusal.value).startswith(sentence)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("measure", "choices", "table"),
    [
        ("reach", {"definition": "member"}, "members"),
        ("reach", {"definition": "supported"}, "support"),
        ("funnel_plot", {"by": ("network",)}, "members"),
        ("population", {"only": {"network": "alliance-01"}}, "members"),
        ("roles", {}, "roles"),
        ("history", {}, "networks"),
        ("growth", {}, "networks"),
        ("concentration", {}, "networks"),
        ("concentration", {"rank": "imd"}, "context"),
        ("concentration", {"rank": "fsm", "of": "funding"}, "funding"),
        ("concentration", {"rank": "fsm", "of": "places"}, "pipeline"),
    ],
)
def test_what_nobody_publishes_is_said_and_named(as_listed, measure, choices, table):
    with pytest.raises(Unpublished) as reason:
        ask(as_listed, measure, **choices)
    assert reason.value.table == table
    assert "load" in str(reason.value) or "bring" in str(reason.value)


def test_a_list_of_one_day_still_has_its_one_year(as_listed):
    assert ask(as_listed, "concentration", rank="fsm").table["year"].tolist() == ["2017/18"]


def test_the_listing_says_what_a_snapshot_cannot_answer(store, as_listed):
    assert unanswered(store, QUESTIONS["reach"]) == []
    told = unanswered(as_listed, QUESTIONS["reach"])
    assert [sentence.split(":")[0] for sentence in told] == ["definition member", "definition supported"]
    assert unanswered(as_listed, QUESTIONS["roles"]) == [
        "the roles an alliance offers are not published: load a roles file"
    ]


def test_rows_stand_in_the_order_of_the_vocabulary(store):
    table = ask(store, "population", ("rural", "phase")).table
    assert table["rural"].astype("str").unique().tolist() == ["Rural", "Urban", "Not classified"]
    assert table["phase"].astype("str").tolist()[:3] == ["Primary", "Secondary", "All-through"]
    assert ask(store, "population", ("la",)).table["la"].astype("str").is_monotonic_increasing
    assert ask(store, "population", ("region",)).table["region"].tolist() == ["North East", "London", "South West"]


def test_narrowing_is_the_row_of_the_group(store):
    whole = ask(store, "reach", ("region", "phase")).table
    for row in whole.itertuples():
        one = ask(store, "reach", (), {"region": row.region, "phase": row.phase}).table.iloc[0]
        assert (one["reached"], one["schools"], one["rate"]) == (row.reached, row.schools, row.rate)


def test_narrowing_to_several_is_their_sum(store):
    several = ask(store, "reach", (), {"region": "London,South West"}).table.iloc[0]
    rows = ask(store, "reach", ("region",)).table.set_index("region").loc[["London", "South West"]]
    assert several[["reached", "schools"]].tolist() == rows[["reached", "schools"]].sum().tolist()


def test_nobody_left_is_no_row_not_an_error(store):
    for measure in ("reach", "population", "gap", "overlap", "tiers", "eligibility", "distance", "funnel_plot",
                    "inequality", "isolation", "decomposition", "distance_curve", "roles", "unreached"):  # fmt: skip
        assert ask(store, measure, (), {"trust_size": "21 and over"}).table.empty, measure


def test_a_shared_district_counts_in_each_hub_area_and_once_in_england(store):
    areas = ask(store, "population", ("hub_area",)).table
    shared = ask(store, "population", (), {"district": "E07000000"}).table["schools"].iloc[0]
    assert areas["schools"].sum() - shared == ask(store, "population").table["schools"].iloc[0]
    assert ask(store, "population", (), {"hub_area": "X4"}).table["schools"].iloc[0] == shared


def test_by_kind_asks_of_each_kind_in_turn(store):
    both = ask(store, "reach", ("rural", "kind")).table
    assert both.columns.tolist()[:2] == ["rural", "kind"]
    for kind in ("teaching_school_alliance", "teaching_school_hub"):
        alone = ask(store, "reach", ("rural",), kind=kind).table
        mine = both.loc[both["kind"] == kind]
        assert mine["reached"].tolist() == alone["reached"].tolist()
    assert ask(store, "reach", ("kind",), kind="teaching_school_hub").table["kind"].tolist() == ["teaching_school_hub"]


def test_a_school_of_two_networks_counts_in_both(store):
    table = ask(store, "reach", ("network",), definition="member").table
    members = table.loc[table["network"].notna()]
    assert (members["rate"] == 1).all()
    assert members["schools"].sum() >= ask(store, "reach", (), definition="member").table["reached"].iloc[0]


def test_messages_count_what_is_left_out(store):
    told = ask(store, "reach").messages
    assert any(message.startswith("unlocated: ") for message in told)
    assert ask(store, "reach", definition="lead").messages == ()
    assert any("no published headcount" in message for message in ask(store, "population").messages)
    assert any("weigh nothing" in message for message in ask(store, "reach", weight="pupils").messages)
    assert ask(store, "reach", definition="supported").messages == ("support recorded in 2015/16",)


def test_asking_changes_nothing_in_the_store():
    kept = {name: table.copy() for name, table in world(5).items()}
    for measure, question in QUESTIONS.items():
        if set(question.needs) <= set(kept):
            try:
                ask(store_of(5), measure)
            except (Unanswerable, Unpublished):
                continue
    for name, table in world(5).items():
        pd.testing.assert_frame_equal(table, kept[name])
