"""A visitor with a real browser: a server of ours, a page of it, and everything the browser said or asked for."""

import io
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from conftest import ROOT
from PIL import Image
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WITHOUT = "needs Chromium: apt-get install chromium (or set CHROMIUM to its path)"
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
FINDING = '[data-testid="stHeading"] h1'
ALL_THERE = '() => !document.querySelector(\'[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]\')'
CHART = '[data-testid="stPlotlyChart"]'
MAP = '[data-testid="stDeckGlJsonChart"]'
# A deep link makes Streamlit's front end look for its server below the page's own address first.
KNOWN_404 = ("/_stcore/health", "/_stcore/host-config")


def chromium() -> str | None:
    """Where Chromium is, or nothing."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def serving(data: str, logs: Path) -> Iterator[str]:
    """The app as a reader starts it, on a free port, with ``HUBDATA`` set; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    with logs.open("wb") as log:
        server = subprocess.Popen(words, cwd=ROOT, env=os.environ | {"HUBDATA": data}, stdout=log, stderr=log)
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", server, logs)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=10)


def _wait_for(address: str, server: subprocess.Popen, logs: Path) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"the server did not start:\n{logs.read_text(errors='replace')[-2000:]}")


@dataclass
class Visit:
    """A page with what the browser complained of and what it asked for since it was opened."""

    page: Page
    errors: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def open(self, address: str) -> "Visit":
        """Go there and wait until the page has its finding and stands still."""
        self.page.goto(address)
        self.page.wait_for_selector(FINDING, timeout=30_000)
        return self.settle()

    def settle(self) -> "Visit":
        """Wait until the script rests and everything it asked for is there: charts and maps come after it."""
        for pause in (300, 0):
            self.page.wait_for_selector(IDLE, timeout=30_000)
            self.page.wait_for_function(ALL_THERE, timeout=30_000)
            self.page.wait_for_timeout(pause)
        return self

    def open_tables(self) -> "Visit":
        """Turn on the table of every panel."""
        switches = self.page.locator('[data-testid="stCheckbox"]').filter(has_text="Table")
        for place in range(switches.count()):
            if not switches.nth(place).locator("input").is_checked():
                switches.nth(place).locator("label").click()
                self.settle()
        return self

    def strangers(self) -> list[str]:
        """Requests that left the machine, or went to another server on it."""
        home = urlsplit(self.page.url).netloc
        return [one for one in self.asked if one.startswith(("http", "ws")) and urlsplit(one).netloc != home]

    def _complain(self, message: ConsoleMessage) -> None:
        address = message.location.get("url", "") if message.location else ""
        if message.type == "error" and not ("404" in message.text and address.endswith(KNOWN_404)):
            self.errors.append(f"{message.text} ({address})")


def visit(browser: Browser, width: int, height: int) -> Visit:
    """A fresh visitor: nothing remembered, everything noted."""
    page = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB").new_page()
    here = Visit(page)
    page.on("console", here._complain)
    page.on("pageerror", lambda error: here.errors.append(str(error)))
    page.on("request", lambda request: here.asked.append(request.url))
    page.on("websocket", lambda channel: here.asked.append(channel.url))
    return here


def picture(element: Locator) -> np.ndarray:
    """The element as it is painted: rows, columns, red-green-blue."""
    return np.asarray(Image.open(io.BytesIO(element.screenshot())).convert("RGB"))


def colours(painted: np.ndarray) -> int:
    """How many different colours there are."""
    return len(np.unique(painted.reshape(-1, 3), axis=0))


def coloured(painted: np.ndarray) -> float:
    """The share of the picture that is neither white nor grey."""
    spread = painted.max(axis=2).astype(int) - painted.min(axis=2)
    return float((spread > 12).mean())
