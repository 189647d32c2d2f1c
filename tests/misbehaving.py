"""A server on this machine that misbehaves in the way its path says."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

BODY = b"URN,EstablishmentName\r\n" + b"100000,Invented School\r\n" * 4000
ETAG = '"one"'


class Misbehaving(BaseHTTPRequestHandler):
    """Each path is a way to go wrong; requests are counted by path on the server."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Do what the path says."""
        path = self.path.split("?")[0].strip("/").removesuffix(".csv")
        self.server.asked.append((path, dict(self.headers)))
        getattr(self, f"go_{path}", self.go_missing)()

    def say(self, status: int, body: bytes = b"", length: int | None = None, **headers: str) -> None:
        """Send a whole reply; a wrong length where one is given."""
        self.send_response(status)
        for name, value in {"Content-Type": "text/csv", "ETag": ETAG, **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def times(self) -> int:
        """How often this path was asked."""
        return sum(path == self.path.strip("/").removesuffix(".csv") for path, _ in self.server.asked)

    def go_sound(self) -> None:
        """A good file, or no news of it."""
        if self.headers.get("If-None-Match") == ETAG:
            self.say(304)
        else:
            self.say(200, BODY)

    def go_edubasealldata20240303(self) -> None:
        """The register of the one day on which one was published."""
        self.say(200, BODY)

    def go_missing(self) -> None:
        """No such file."""
        self.say(404, b"gone")

    def go_forbidden(self) -> None:
        """Not for us."""
        self.say(403)

    def go_busy(self) -> None:
        """Too many requests, then fine."""
        self.say(429, Retry_After="7") if self.times() == 1 else self.say(200, BODY)

    def go_failing(self) -> None:
        """Always broken."""
        self.say(503)

    def go_login(self) -> None:
        """A web page in place of the file."""
        self.say(200, b"<html>log in</html>", Content_Type="text/html; charset=utf-8")

    def go_disguised(self) -> None:
        """A web page that says it is a CSV."""
        self.say(200, b"<!doctype html><p>error</p>")

    def go_loop(self) -> None:
        """Redirects for ever."""
        self.say(302, Location=self.path)

    def go_away(self) -> None:
        """Redirects to where the query says."""
        self.say(302, Location=self.path.partition("?to=")[2])

    def go_packed(self) -> None:
        """Something packed that nobody asked for."""
        self.say(200, b"\x1f\x8b" * 99, Content_Encoding="gzip")

    def go_huge(self) -> None:
        """Says it is larger than allowed."""
        self.say(200, b"x", length=10**12)

    def go_endless(self) -> None:
        """Never stops, and never said how long."""
        self.send_response(200)
        self.send_header("Content-Type", "text/csv")
        self.end_headers()
        self.close_connection = True
        try:
            for _ in range(400):
                self.wfile.write(b"x" * 65_536)
        except OSError:
            return

    def go_cut(self) -> None:
        """Breaks off in the middle the first time; then carries on from where it is asked to."""
        if self.times() == 1:
            self.say(200, BODY[:50_000], length=len(BODY))
            return
        begin = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        self.say(206, BODY[begin:], Content_Range=f"bytes {begin}-{len(BODY) - 1}/{len(BODY)}")

    def go_changed(self) -> None:
        """Breaks off the first time; then has another file, sent whole."""
        if self.times() == 1:
            self.say(200, BODY[:50_000], length=len(BODY))
        else:
            self.say(200, BODY.replace(b"School", b"Place"), ETag='"two"')

    def go_chunks(self) -> None:
        """Breaks off between chunks, always."""
        self.send_response(200)
        self.send_header("Content-Type", "text/csv")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"A\r\n0123456789\r\n")
        self.close_connection = True

    def go_stall(self) -> None:
        """Begins and says no more."""
        self.send_response(200)
        self.send_header("Content-Length", "100")
        self.end_headers()
        self.wfile.write(b"URN")
        self.wfile.flush()
        time.sleep(1.5)
        self.close_connection = True

    def go_slow(self) -> None:
        """A drop at a time, for longer than anybody waits."""
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        try:
            for _ in range(60):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *said: Any) -> None:
        """Say nothing."""


@contextmanager
def misbehaving() -> Iterator[ThreadingHTTPServer]:
    """The server, on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Misbehaving)
    server.daemon_threads = True
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
