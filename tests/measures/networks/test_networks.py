"""Which networks are active on a day, who leads and belongs, and who follows a closed school."""

from datetime import date

import pandas as pd
import pytest

from hubdata.measures.asked import Networks
from hubdata.measures.networks.membership import active, heirs, leads, members


def day(text: str | None) -> pd.Timestamp:
    return pd.Timestamp(text) if text else pd.NaT


@pytest.fixture
def listed() -> pd.DataFrame:
    rows = [
        ("old", "teaching_school_alliance", "2011-09-01", "2015-08-31", "2018-03-12"),
        ("long", "teaching_school_alliance", "2011-09-01", "2021-08-31", "2018-03-12"),
        ("late", "teaching_school_alliance", "2019-09-01", "2021-08-31", "2018-03-12"),
        ("hub", "teaching_school_hub", "2021-09-01", None, "2025-09-30"),
        ("open", "teaching_school_hub", None, None, "2025-09-30"),
    ]
    table = pd.DataFrame(rows, columns=["network", "kind", "since", "until", "listed"])
    for name in ("since", "until", "listed"):
        table[name] = pd.to_datetime(table[name])
    return table.assign(name=table["network"].str.title())


@pytest.mark.parametrize(
    ("kind", "as_at", "found"),
    [
        ("teaching_school_alliance", None, ["long"]),
        ("teaching_school_alliance", "2015-08-31", ["old", "long"]),
        ("teaching_school_alliance", "2015-09-01", ["long"]),
        ("teaching_school_alliance", "2021-08-31", ["long", "late"]),
        ("teaching_school_alliance", "2021-09-01", []),
        ("teaching_school_alliance", "2011-08-31", []),
        ("teaching_school_hub", "2011-08-31", ["open"]),
        ("all", None, ["long", "hub", "open"]),
        ("trust", None, []),
    ],
)
def test_active(listed, kind, as_at, found):
    day = date.fromisoformat(as_at) if as_at else None
    assert active(listed, Networks(kind, as_at=day))["network"].tolist() == found


def test_members_are_those_whose_spell_covers_the_day_of_their_network(listed):
    spells = pd.DataFrame(
        [
            ("long", "1", "lead", day("2011-09-01"), day("2021-08-31")),
            ("long", "2", "supported", day("2011-09-01"), day("2016-08-31")),
            ("long", "3", "supported", day("2018-03-12"), day(None)),
            ("long", "3", "supported", day("2018-03-01"), day("2018-04-01")),
            ("old", "4", "lead", day("2011-09-01"), day(None)),
        ],
        columns=["network", "urn", "role", "since", "until"],
    )
    networks = active(listed, Networks("teaching_school_alliance"))
    found = members(spells, networks, ("lead", "supported"))
    assert found.to_numpy().tolist() == [["long", "1", "lead"], ["long", "3", "supported"]]


def test_a_lead_that_the_register_does_not_know_keeps_its_row(listed):
    spells = pd.DataFrame(
        {"network": ["long", "long"], "urn": ["1", "9"], "role": "lead", "since": day("2011-09-01"), "until": pd.NaT}
    )
    register = pd.DataFrame(
        {"urn": ["1"], "name": ["A"], "status": ["Closed"], "phase": ["Primary"], "la": ["E1"], "easting": [1.0],
         "northing": [2.0]}
    )  # fmt: skip
    found = leads(spells, active(listed, Networks("teaching_school_alliance")), register)
    assert found["urn"].tolist() == ["1", "9"]
    assert found["easting"].isna().tolist() == [False, True]
    assert found["network_name"].tolist() == ["Long", "Long"]


def follow(register: dict[str, str], *pairs: tuple[str, str]) -> dict:
    schools = pd.DataFrame({"urn": list(register), "status": list(register.values())})
    links = pd.DataFrame(list(pairs), columns=["urn", "link_urn"]).assign(relation="successor")
    urns = pd.Series(list(dict.fromkeys([*register, *(urn for pair in pairs for urn in pair)])))
    found = heirs(links, schools).of(urns)
    return {urn: None if pd.isna(heir) else heir for urn, heir in zip(urns, found, strict=True)}


def test_an_open_school_lives_on_in_itself_even_with_successors():
    assert follow({"1": "Open", "2": "Open"}, ("1", "2"))["1"] == "1"


def test_a_chain_is_followed_to_the_first_open_school():
    found = follow({"1": "Closed", "2": "Closed", "3": "Open, but proposed to close", "4": "Open"},
                   ("1", "2"), ("2", "3"), ("3", "4"))  # fmt: skip
    assert found["1"] == found["2"] == "3"


def test_of_several_successors_the_lowest_urn_of_the_nearest_generation():
    found = follow({"1": "Closed", "5": "Open", "3": "Open", "2": "Closed", "0": "Open"},
                   ("1", "5"), ("1", "3"), ("1", "2"), ("2", "0"))  # fmt: skip
    assert found["1"] == "3"


def test_a_loop_and_a_dead_end_have_no_heir():
    found = follow({"1": "Closed", "2": "Closed", "3": "Closed"}, ("1", "2"), ("2", "1"))
    assert found == {"1": None, "2": None, "3": None}


def test_a_link_from_a_school_outside_the_register_is_followed_too():
    assert follow({"2": "Open"}, ("1", "2"))["1"] == "2"


def test_predecessor_links_are_not_followed():
    schools = pd.DataFrame({"urn": ["1", "2"], "status": ["Closed", "Open"]})
    links = pd.DataFrame({"urn": ["1"], "link_urn": ["2"], "relation": ["predecessor"]})
    assert heirs(links, schools).of(pd.Series(["1", "2"])).fillna("").tolist() == ["", "2"]
