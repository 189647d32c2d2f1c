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
    day, exact = from_name(one.file(DAY))
    assert exact == ("day" if one.daily else "month")
    assert day == DAY or not one.daily


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
