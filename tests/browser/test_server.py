"""What the server says to any browser: its headers, and no for an answer to what nobody should ask."""

import http.client
from urllib.parse import urlsplit

import pytest

from hubdata.app.headers import HEADERS

ASSETS = ["/", "/reach", "/_stcore/health", "/favicon.png", "/nowhere/at/all"]
OUTSIDE = [
    "/../../../../etc/passwd", "/static/../../../../etc/passwd", "/app/static/../config.toml",
    "/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/static/%2e%2e/%2e%2e/dashboard.py", "/..%2f..%2fdashboard.py",
    "/media/../../dashboard.py", "/component/../../dashboard.py", "//etc/passwd", "/.streamlit/config.toml",
    "/hubdata/palette.py", "/data/illustrative/manifest.json",
]  # fmt: skip


def answer(address: str, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    """The status, the headers and the body, for exactly this path: nothing tidied on the way."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.putrequest("GET", path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    found = connection.getresponse()
    body = found.read()
    connection.close()
    return found.status, found.headers, body


@pytest.mark.parametrize("path", ASSETS)
def test_every_answer_has_every_header(illustrative, path):
    _, headers, _ = answer(illustrative, path)
    assert {name: headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_path_leads_out_of_the_app(illustrative, path):
    """A refusal, or the empty page into which the app is drawn: never a file of ours or of the machine."""
    status, headers, body = answer(illustrative, path)
    assert 400 <= status < 500 or (status == 200 and headers.get_content_type() == "text/html")
    for secret in (b"root:", b"REACHED =", b"[server]", b"navigation().run()", b'"sha256"'):
        assert secret not in body


UPGRADE = {
    "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "c2l4dGVlbiBieXRlcyEhIQ==", "Sec-WebSocket-Protocol": "streamlit",
}  # fmt: skip


def handshake(address: str, host: str, origin: str) -> int:
    """The status with which the server takes or refuses the channel that a page is drawn through."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.putrequest("GET", "/_stcore/stream", skip_host=True)
    for name, value in {"Host": host, "Origin": origin, **UPGRADE}.items():
        connection.putheader(name, value)
    connection.endheaders()
    status = connection.getresponse().status
    connection.close()
    return status


def test_our_own_page_may_open_a_channel(illustrative):
    assert handshake(illustrative, urlsplit(illustrative).netloc, illustrative) == 101


def test_another_name_for_this_machine_is_refused(illustrative):
    """A stranger's page cannot reach the app by pointing a name of its own at this machine."""
    assert 400 <= handshake(illustrative, "elsewhere.invalid", "http://elsewhere.invalid") < 500


@pytest.mark.parametrize("origin", ["http://elsewhere.invalid", "http://127.0.0.1:1", "http://localhost", "null"])
def test_another_page_may_not_open_a_channel(illustrative, origin):
    """Another port of this machine is another page, too."""
    assert 400 <= handshake(illustrative, urlsplit(illustrative).netloc, origin) < 500


@pytest.mark.parametrize("path", [*ASSETS, "/static/index.js", "/media/x", "/_stcore/upload_file/a/b"])
def test_a_request_for_another_host_is_refused_on_every_path(illustrative, path):
    status, headers, _ = answer(illustrative, path, Host="elsewhere.invalid")
    assert status == 400
    assert {name: headers[name] for name in HEADERS} == HEADERS
