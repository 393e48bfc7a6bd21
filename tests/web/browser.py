"""A real browser at a real server, for the simulator's tests."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.error import URLError

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.npm import npm_package

CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
    "--mute-audio",
)
PATIENCE_SECONDS = 60.0
ME = "me"
"""Who talks on the page, unless another patient is chosen."""


def chromium_path() -> str | None:
    """Return where Chromium is; None when there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextmanager
def local_server(**settings: str) -> Iterator[str]:
    """Run `spine-coach serve --local` with *settings* in its environment, and give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from skill.cli import main; main()", "serve", "--local"]
    environment = {**os.environ, "SPINE_COACH_SECRET": "not a secret at all, for tests only", **settings}
    process = subprocess.Popen(
        [*command, "--port", str(port), "--database", "memory:"], env=environment, stderr=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address)
        yield address
    finally:
        process.terminate()
        process.wait()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(CHROMIUM_OPTIONS))
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Visitor:
    """Somebody at the simulator's page."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    """Errors in the console."""
    requests: list[str] = field(default_factory=list)

    def arrive(self) -> Visitor:
        """Open the page and watch what it does."""
        self.page.set_default_timeout(PATIENCE_SECONDS * 1000)
        self.page.add_init_script("localStorage.setItem('voice', 'off')")
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._see)
        self.page.goto(f"{self.address}/simulator")
        self.page.wait_for_selector("#suggestions button")
        self.page.evaluate("document.getElementById('drawer').open = true")
        return self

    def say(self, text: str) -> None:
        """Type *text* and press Enter."""
        self.page.fill("#utterance", text)
        self.page.press("#utterance", "Enter")

    def microphone(self, state: str) -> None:
        """Wait until the microphone is in *state*: open, closed or speaking."""
        self.page.wait_for_selector(f'#microphone[data-state="{state}"]')

    def ask(self, text: str, then: str = "open") -> None:
        """Say *text* and wait until the reply has been heard."""
        before = self.page.locator("#talk li.coach").count()
        self.say(text)
        self.until(lambda: self.page.locator("#talk li.coach").count() > before, f"an answer to {text!r}")
        self.microphone(then)

    def set_up(self) -> None:
        """Come to the first exercise, quickly: a new patient to whom nothing in the safety questions applies."""
        self.page.click("#set-up")
        self.reads("The questions are answered.")
        self.hurry()
        for utterance in ("nowhere", "yes"):
            self.ask(utterance)

    def forget(self) -> None:
        """Let the server forget the patient, so that the next one is new."""
        self.page.request.post(f"{self.address}/simulator/reset", data={"patient": ME})

    def go(self, speed: int) -> None:
        """Choose the speed of playing; 20 is the fastest on the page, and tests may go faster."""
        self.page.evaluate(
            "(speed) => { const one = document.querySelector('input[name=speed][value=\"20\"]');"
            "one.checked = false; one.value = speed; one.click(); one.value = '20'; }",
            str(speed),
        )

    def hurry(self) -> None:
        """Let everything be said in no time."""
        self.go(2000)

    def reads(self, text: str) -> None:
        """Wait until *text*, in which `...` stands for anything, is in the conversation."""
        pattern = re.compile(".*".join(re.escape(part.strip()) for part in text.split("...")), re.DOTALL)
        self.until(lambda: pattern.search(self.page.text_content("#talk") or "") is not None, f"reads {text!r}")

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until *holds* returns True. (The page's policy forbids Playwright's own way of waiting.)"""
        latest = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            assert time.monotonic() < latest, f"not so after {PATIENCE_SECONDS} s: {what}"
            self.page.wait_for_timeout(20)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _see(self, request: Request) -> None:
        self.requests.append(request.url)


def axe_source() -> str | None:
    """Return axe-core's script; None when npm cannot install it here."""
    package = npm_package("axe-core", "4.14.1")
    return (package / "axe.min.js").read_text(encoding="utf-8") if package else None


def _wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):
                return
        except (URLError, OSError):
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
