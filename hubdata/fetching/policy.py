"""What a download may do: which hosts, how long, how often, how much; and addresses that are never reached."""

import ipaddress
import socket
from dataclasses import dataclass, field
from urllib.parse import urlsplit

HOSTS = frozenset(
    {
        "ea-edubase-api-prod.azurewebsites.net",
        "get-information-schools.service.gov.uk",
        "services1.arcgis.com",
    }
)


class NotFetched(OSError):
    """A download that failed, with a sentence naming the cause. ``again`` says whether another try may help."""

    def __init__(self, cause: str, *, again: bool = False, after: float = 0.0, status: int = 0) -> None:
        """``after`` is how many seconds the server asked to wait; ``status`` its HTTP status, 0 where none came."""
        super().__init__(cause)
        self.again, self.after, self.status = again, after, status


@dataclass(frozen=True)
class Policy:
    """Limits of a download, in seconds and bytes."""

    hosts: frozenset[str] = field(default=HOSTS)
    schemes: tuple[str, ...] = ("https",)
    private: bool = False
    connect: float = 5.0
    stall: float = 15.0
    deadline: float = 120.0
    tries: int = 3
    redirects: int = 5
    largest: int = 200_000_000
    pause: float = 1.0


@dataclass(frozen=True)
class Destination:
    """A vetted address: what to ask for, and the one IP address that was judged."""

    scheme: str
    host: str
    port: int
    ip: str
    path: str


def vetted(address: str, policy: Policy) -> Destination:
    """The destination of an address. Raises ``NotFetched`` for a scheme, host or IP address that is not allowed.

    The name is resolved here and the connection made to that very IP address, so that nothing can change in between.
    """
    parts = urlsplit(address)
    if parts.scheme not in policy.schemes:
        raise NotFetched(f"'{parts.scheme}' addresses are not fetched: only {', '.join(policy.schemes)}")
    host = (parts.hostname or "").lower()
    if host not in policy.hosts or parts.username or parts.password:
        raise NotFetched(f"the host {host or 'of nothing'} is not one that data are fetched from")
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        ip = str(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][4][0])
    except (OSError, ValueError) as error:
        raise NotFetched(f"the host {host} cannot be found", again=True) from error
    if not policy.private and not ipaddress.ip_address(ip).is_global:
        raise NotFetched(f"the host {host} leads to an address inside a network: refused")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Destination(parts.scheme, host, port, ip, path)
