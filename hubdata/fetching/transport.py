"""One request, followed through redirects that are vetted like the first address, read no longer than allowed."""

import http.client
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from hubdata.fetching.policy import Destination, NotFetched, Policy, vetted

CHUNK = 1 << 16
REDIRECTS = (301, 302, 303, 307, 308)
TRY_AGAIN = (429, 500, 502, 503, 504)
AGENT = "hubdata (school-led system dashboard; one file at a person's command)"


@dataclass
class Reply:
    """A reply whose head has come and whose body has not: its status, headers, and the body as it arrives."""

    status: int
    headers: Mapping[str, str]
    body: Iterator[bytes]


class _Pinned(http.client.HTTPConnection):
    """A connection to the IP address that was vetted, whatever the name says by now."""

    def __init__(self, to: Destination, policy: Policy, tls: ssl.SSLContext | None) -> None:
        super().__init__(to.host, to.port, timeout=policy.connect)
        self._to, self._policy, self._tls = to, policy, tls

    def connect(self) -> None:
        """Connect, within the time to connect; from then on each wait may be as long as a stall."""
        plain = socket.create_connection((self._to.ip, self._to.port), timeout=self._policy.connect)
        self.sock = self._tls.wrap_socket(plain, server_hostname=self._to.host) if self._tls else plain
        self.sock.settimeout(self._policy.stall)


def ask(address: str, headers: Mapping[str, str], policy: Policy, until: float) -> Reply:
    """The reply to a GET. ``until`` is the monotonic time by which the whole download must have ended.

    Raises ``NotFetched`` with the cause: not found, refused, stalled, too many redirects, …
    """
    for _ in range(policy.redirects + 1):
        to = vetted(address, policy)
        connection, reply = _one(to, headers, policy)
        if reply.status in REDIRECTS:
            connection.close()
            address = urljoin(address, reply.getheader("Location") or "")
            continue
        given = {name.lower(): value for name, value in reply.getheaders()}
        _judge(reply.status, given, policy)
        return Reply(reply.status, given, _body(connection, reply, policy, until))
    raise NotFetched(f"more than {policy.redirects} redirects: the address leads nowhere")


def _one(
    to: Destination, headers: Mapping[str, str], policy: Policy
) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    connection = _Pinned(to, policy, ssl.create_default_context() if to.scheme == "https" else None)
    try:
        connection.request("GET", to.path, headers={"User-Agent": AGENT, "Accept-Encoding": "identity", **headers})
        return connection, connection.getresponse()
    except ssl.SSLError as error:
        connection.close()
        raise NotFetched(f"{to.host} does not prove who it is: its certificate is refused") from error
    except TimeoutError as error:
        connection.close()
        raise NotFetched(f"{to.host} does not answer in time", again=True) from error
    except (OSError, http.client.HTTPException) as error:
        connection.close()
        raise NotFetched(f"{to.host} refuses or drops the connection", again=True) from error


def _judge(status: int, headers: Mapping[str, str], policy: Policy) -> None:
    if status in TRY_AGAIN:
        raise NotFetched(f"the server says {status}: try later", again=True, after=_wait(headers), status=status)
    if status not in (200, 206, 304):
        said = {404: "there is no such file (404)", 403: "the server forbids it (403)"}
        raise NotFetched(said.get(status, f"the server says {status}"), status=status)
    if headers.get("content-encoding", "identity") != "identity":
        raise NotFetched("the server sends the file packed, which was not asked for")
    if int(headers.get("content-length") or 0) > policy.largest:
        raise NotFetched(f"the file is larger than {policy.largest / 1e6:,.0f} MB")


def _wait(headers: Mapping[str, str]) -> float:
    asked = headers.get("retry-after", "")
    return float(asked) if asked.isdigit() else 0.0


def _body(
    connection: http.client.HTTPConnection, reply: http.client.HTTPResponse, policy: Policy, until: float
) -> Iterator[bytes]:
    """The body in pieces; ends early only by raising."""
    try:
        while piece := reply.read1(CHUNK):
            yield piece
            if time.monotonic() > until:
                raise NotFetched(f"the download takes longer than {policy.deadline:g} seconds")
        if reply.length:
            raise NotFetched("the download was cut short", again=True)
    except TimeoutError as error:
        raise NotFetched("the download stalls", again=True) from error
    except (OSError, http.client.HTTPException) as error:
        if isinstance(error, NotFetched):
            raise
        raise NotFetched("the download was cut short", again=True) from error
    finally:
        connection.close()
