"""One network as a place: its address opens every page on its member schools, and a strange name opens England."""

import pytest
from visiting import arrive

from hubdata.store import ILLUSTRATIVE, Store


@pytest.fixture(scope="module")
def alliance() -> tuple[str, str]:
    networks = Store.open(ILLUSTRATIVE).table("networks")
    row = networks.loc[networks["kind"] == "teaching_school_alliance"].iloc[0]
    return str(row["network"]), str(row["name"])


@pytest.fixture(autouse=True)
def made_up(monkeypatch) -> None:
    monkeypatch.setenv("HUBDATA", str(ILLUSTRATIVE))


@pytest.mark.parametrize("stem", ["reach", "overview", "retention"])
def test_a_network_opens_on_its_members(alliance, stem):
    app = arrive(stem, network=alliance[0])
    assert not app.exception
    assert alliance[1].split()[0] in app.title[0].value


def test_a_network_nobody_knows_opens_on_england(alliance):
    app = arrive("reach", network=f"{alliance[0]}-of-nowhere")
    assert not app.exception
    assert alliance[1].split()[0] not in app.title[0].value
