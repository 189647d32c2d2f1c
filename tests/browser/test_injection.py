"""Names written by strangers, in a real browser: nothing runs, and a server that listens hears nothing."""

import socketserver
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from drawn_england import drawn_tables
from payloads import HOST, PAYLOADS
from small_england import store_in
from watching import serving, visit

from hubdata.app.site import PAGES

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def canary() -> Iterator[tuple[str, list[str]]]:
    """A server of a stranger on this machine: its address, and every path that was ever asked of it."""
    heard: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}", heard
        server.shutdown()


@pytest.fixture(scope="module")
def hostile(canary, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on the small England whose every school, network, authority and district has such a name."""
    folder = tmp_path_factory.mktemp("hostile")
    names = [text.replace(HOST, canary[0]).replace("\x00", "") for text in PAYLOADS]
    found = drawn_tables()
    for table, column in (("schools", "name"), ("networks", "name"), ("districts", "la_name")):
        found[table][column] = [names[place % len(names)] for place in range(len(found[table]))]
    store_in(folder, found)
    with serving(str(folder), tmp_path_factory.mktemp("log") / "hostile.txt") as address:
        yield address


@pytest.mark.parametrize("address", [*(page.stem for page in PAGES), "reach?la=E06000000&urn=900001"])
def test_nothing_in_a_name_comes_alive(browser, hostile, canary, address):
    here = visit(browser, 1366, 768)
    here.page.on("dialog", lambda box: (here.errors.append(f"dialog: {box.message}"), box.dismiss()))
    here.open(f"{hostile}/{address}")
    here.open_tables()
    for button in here.page.get_by_role("button", name="Find my school").all():
        button.click()
        here.page.get_by_label("Name, town, URN or postcode").fill("img")
        here.page.keyboard.press("Enter")
        here.settle()
    assert here.errors == []
    assert here.strangers() == []
    assert canary[1] == []
    assert here.page.locator(f'[href*="{canary[0]}"], [src*="{canary[0]}"]').count() == 0
    here.page.context.close()


def test_the_listening_server_would_have_heard(browser, canary):
    """A canary that cannot sing proves nothing."""
    page = browser.new_context().new_page()
    page.set_content(f'<img src="http://{canary[0]}/alive.png">')
    page.wait_for_timeout(500)
    page.context.close()
    assert canary[1] == ["/alive.png"]
    canary[1].clear()
