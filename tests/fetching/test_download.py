"""Downloads from a server that misbehaves: the cause is named, what was there stays, and no half file counts."""

import hashlib
import socket
from dataclasses import replace

import pytest
from misbehaving import BODY, ETAG, misbehaving

from hubdata.fetching.download import download
from hubdata.fetching.policy import NotFetched, Policy

POLICY = Policy(
    hosts=frozenset({"127.0.0.1"}), schemes=("http",), private=True, connect=0.5, stall=0.4, deadline=1.2, pause=0.01,
    largest=1_000_000,
)  # fmt: skip


@pytest.fixture
def server():
    with misbehaving() as running:
        yield running


def address(server, path: str) -> str:
    return f"http://127.0.0.1:{server.server_port}/{path}"


def asked(server, path: str) -> list[dict]:
    return [headers for name, headers in server.asked if name == path]


def test_a_sound_file_arrives_whole_and_is_not_fetched_twice(server, tmp_path):
    to = tmp_path / "register.csv"
    first = download(address(server, "sound.csv"), to, POLICY)
    assert (to.read_bytes(), first.new) == (BODY, True)
    assert first.sha256 == hashlib.sha256(BODY).hexdigest()
    again = download(address(server, "sound.csv"), to, POLICY)
    assert (again.new, again.sha256) == (False, first.sha256)
    assert asked(server, "sound")[1]["If-None-Match"] == ETAG
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".part")] == []


@pytest.mark.parametrize(
    ("path", "cause", "times"),
    [
        ("missing", "no such file", 1),
        ("forbidden", "forbids", 1),
        ("failing", "503", 3),
        ("login", "log-in page", 1),
        ("disguised", "web page", 1),
        ("loop", "redirects", 6),
        ("packed", "packed", 1),
        ("huge", "larger than", 1),
        ("endless", "larger than", 1),
        ("chunks", "cut short", 3),
        ("stall", "stalls|does not answer in time", None),
        ("slow", "longer than", 1),
    ],
)
def test_a_failure_names_its_cause_and_leaves_the_old_file(server, tmp_path, path, cause, times):
    to = tmp_path / "register.csv"
    to.write_bytes(b"the file of yesterday")
    with pytest.raises(NotFetched, match=cause):
        download(address(server, f"{path}.csv"), to, POLICY)
    assert to.read_bytes() == b"the file of yesterday"
    assert times is None or len(asked(server, path)) == times


@pytest.mark.parametrize(
    ("target", "cause"),
    [
        ("http://169.254.169.254/latest/meta-data", "not one that data are fetched from"),
        ("http://localhost/", "not one that data are fetched from"),
        ("file:///etc/passwd", "addresses are not fetched"),
        ("https://127.0.0.1/", "addresses are not fetched"),
        ("http://user:word@127.0.0.1/", "not one that data are fetched from"),
    ],
)
def test_a_redirect_is_vetted_like_the_first_address(server, tmp_path, target, cause):
    with pytest.raises(NotFetched, match=cause):
        download(address(server, f"away?to={target}"), tmp_path / "register.csv", POLICY)
    assert not (tmp_path / "register.csv").exists()


def test_a_busy_server_is_given_the_time_it_asks_for(server, tmp_path):
    waited: list[float] = []
    patient = replace(POLICY, deadline=60)
    download(address(server, "busy.csv"), tmp_path / "register.csv", patient, sleep=waited.append)
    assert waited == [7.0]


def test_a_download_goes_on_where_it_stopped(server, tmp_path):
    download(address(server, "cut.csv"), tmp_path / "register.csv", POLICY)
    assert (tmp_path / "register.csv").read_bytes() == BODY
    assert asked(server, "cut")[1]["Range"] == "bytes=50000-"


def test_a_part_left_by_an_earlier_run_is_used(server, tmp_path):
    once = replace(POLICY, tries=1)
    with pytest.raises(NotFetched, match="cut short"):
        download(address(server, "cut.csv"), tmp_path / "register.csv", once)
    assert not (tmp_path / "register.csv").exists()
    download(address(server, "cut.csv"), tmp_path / "register.csv", once)
    assert (tmp_path / "register.csv").read_bytes() == BODY


def test_two_files_are_never_stitched_together(server, tmp_path):
    download(address(server, "changed.csv"), tmp_path / "register.csv", POLICY)
    assert (tmp_path / "register.csv").read_bytes() == BODY.replace(b"School", b"Place")


def test_another_checksum_than_published_is_refused(server, tmp_path):
    with pytest.raises(NotFetched, match="checksum"):
        download(address(server, "sound.csv"), tmp_path / "register.csv", POLICY, sha256="0" * 64)
    assert list(tmp_path.iterdir()) == []


def test_nobody_at_home(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(NotFetched, match="refuses or drops"):
        download(f"http://127.0.0.1:{port}/a.csv", tmp_path / "a.csv", POLICY)


@pytest.mark.parametrize(
    ("where", "cause"),
    [
        ("http://127.0.0.1/a.csv", "addresses are not fetched"),
        ("https://example.org/a.csv", "not one that data are fetched from"),
        ("https://get-information-schools.service.gov.uk.example.org/", "not one that data are fetched from"),
    ],
)
def test_only_named_hosts_over_https(tmp_path, where, cause):
    with pytest.raises(NotFetched, match=cause):
        download(where, tmp_path / "a.csv", Policy())


def test_a_named_host_that_leads_inside_a_network_is_refused(tmp_path):
    inside = replace(Policy(), hosts=frozenset({"localhost"}))
    with pytest.raises(NotFetched, match="inside a network"):
        download("https://localhost/a.csv", tmp_path / "a.csv", inside)


def test_a_host_that_cannot_prove_itself_is_refused(server, tmp_path):
    plain = replace(POLICY, schemes=("https",))
    with pytest.raises(NotFetched, match="certificate"):
        download(f"https://127.0.0.1:{server.server_port}/sound.csv", tmp_path / "a.csv", plain)
