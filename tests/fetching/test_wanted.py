"""What may be fetched, by which name and of which day."""

from datetime import date
from urllib.parse import urlsplit

import pytest
from commanded import commanded
from misbehaving import BODY, misbehaving

from hubdata.fetching import wanted
from hubdata.fetching.policy import HOSTS, NotFetched, Policy
from hubdata.intake.rows.dating import from_name

DAY = date(2024, 3, 5)
HERE = Policy(hosts=frozenset({"127.0.0.1"}), schemes=("http",), private=True, pause=0.01)


@pytest.mark.parametrize("name", wanted.WANTED)
def test_every_address_is_of_a_named_host_and_every_name_carries_its_date(name):
    one = wanted.WANTED[name]
    address = urlsplit(one.address(DAY))
    assert address.scheme == "https"
    assert address.hostname in HOSTS
    said = from_name(one.file(DAY))
    assert said.exact == ("day" if one.daily else "month")
    assert said.days == (DAY,) or not one.daily


@pytest.fixture
def server(monkeypatch):
    """A server on this machine in the place of the register's."""
    with misbehaving() as running:
        monkeypatch.setattr(wanted, "REGISTER", f"http://127.0.0.1:{running.server_port}")
        yield running


def test_a_day_without_a_register_takes_the_day_before(server, tmp_path):
    fetched = wanted.fetch("gias", tmp_path, DAY, HERE)
    assert (fetched.path.name, fetched.path.read_bytes()) == ("edubasealldata20240303.csv", BODY)
    assert len(server.asked) == 3


def test_a_week_without_a_register_is_said(server, tmp_path):
    with pytest.raises(NotFetched, match="nothing was published from 2024-02-28 to 2024-03-05"):
        wanted.fetch("links", tmp_path, DAY, HERE)
    assert len(server.asked) == 7


def test_an_unknown_name_is_refused_with_the_known_ones(tmp_path):
    done = commanded("fetch", "--to", str(tmp_path), "--what", "everything")
    assert done.returncode == 2
    assert "gias" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_groups_and_the_academies_lie_beside_the_register():
    for name in ("allgroupsdata", "academiesmatmembership"):
        assert wanted.WANTED[name].address(DAY) == f"{wanted.REGISTER}/{name}20240305.csv"


NUMBER = "0f1ae4d3-9c0b-4a5c-8d0e-1b2c3d4e5f60"


def test_a_data_set_comes_from_the_statistics_service_alone(tmp_path, monkeypatch):
    asked = {}
    monkeypatch.setattr(wanted, "download", lambda address, to, policy: asked.update(a=address, to=to, p=policy))
    wanted.fetch_data_set(NUMBER, tmp_path, Policy())
    host = "explore-education-statistics.service.gov.uk"
    assert asked["a"] == f"https://{host}/data-catalogue/data-set/{NUMBER}/csv"
    assert asked["to"] == tmp_path / f"data-set-{NUMBER}.csv"
    assert asked["p"].hosts == {host}


@pytest.mark.parametrize("number", ["", "../x", f"{NUMBER}/csv?x=1", NUMBER[:-1], f"{NUMBER}@elsewhere"])
def test_what_is_no_id_is_not_asked_for(number, tmp_path):
    done = commanded("fetch", "--to", str(tmp_path), "--data-set", number)
    assert done.returncode == 1
    assert "is not the id of a data set" in done.stderr
    assert list(tmp_path.iterdir()) == []
