"""Amazon's own renderer of APL, npm's apl-viewhost-web, in Chromium: what it draws, and what a press sends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route

Json = dict[str, Any]
VERSION = "1.4.0"
"""Later ones on npm lack the engine."""
HOST = "http://viewhost.test/"
SCRIPT = "viewhost.js"


@dataclass(frozen=True, slots=True)
class Viewport:
    """The size and shape of a screen."""

    width: int
    height: int
    is_round: bool = False
    mode: str = "HUB"


VIEWPORTS = {
    "hub-small": Viewport(960, 480),
    "hub-large": Viewport(1280, 800),
    "hub-round": Viewport(480, 480, is_round=True),
    "tv": Viewport(960, 540, mode="TV"),
    "hub-portrait": Viewport(800, 1280),
}

_PAGE = """<!doctype html><meta charset="utf-8"><style>html, body {{ margin: 0 }}
#view {{ position: relative; width: {width}px; height: {height}px }}</style>
<div id="view"></div><script src="/viewhost.js"></script><script>window.engine = AplRenderer.initEngine()</script>"""
_RENDER = """async ([document_, sources, shape, mode]) => {
  await window.engine
  window.sent = []
  const content = AplRenderer.Content.create(JSON.stringify(document_))
  for (const name of Object.keys(sources)) content.addData(name, JSON.stringify(sources[name]))
  if (content.isError() || !content.isReady()) return "the document cannot be read"
  const renderer = AplRenderer.default.create({
    content, mode, theme: "dark", view: document.getElementById("view"),
    environment: { agentName: "tests", agentVersion: "1", allowOpenUrl: false, animationQuality: 2 },
    viewport: { ...shape, dpi: 160 }, utcTime: Date.now(), localTimeAdjustment: 0,
    developerToolOptions: { mappingKey: "id", writeKeys: ["id"] },
    onSendEvent: (event) => window.sent.push(event.arguments),
  })
  await renderer.init()
  return ""
}"""
_RING = """() => [...document.querySelectorAll("#view path[stroke-dasharray]")]
  .map((path) => parseFloat(path.getAttribute("stroke-dasharray"))).find((length) => !isNaN(length)) ?? null"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A document as it is drawn."""

    page: Page

    @property
    def text(self) -> str:
        """Return everything that can be read."""
        return str(self.page.locator("#view").inner_text())

    def lines(self) -> list[str]:
        """Return what can be read, line by line."""
        return [line.strip() for line in self.text.splitlines() if line.strip()]

    def ring(self) -> float | None:
        """Return how long the full part of the ring is."""
        return self.page.evaluate(_RING)

    def press(self, label: str) -> list[Any]:
        """Press what has *label*, and return what is sent."""
        self.page.get_by_text(label, exact=True).first.click()
        self.page.wait_for_function("window.sent.length")
        return list(self.page.evaluate("window.sent.at(-1)"))

    def outside(self) -> list[str]:
        """Return the texts that are cut off by the edge of the screen."""
        return list(self.page.evaluate(_OUTSIDE))


_OUTSIDE = """() => { const view = document.getElementById("view").getBoundingClientRect()
  return [...document.querySelectorAll("#view span")].filter((one) => {
    const box = one.getBoundingClientRect()
    const scrolled = one.closest("[style*='overflow']") && box.top > view.bottom
    return box.width && !scrolled && (box.left < view.left - 1 || box.right > view.right + 1 || box.top < view.top - 1)
  }).map((one) => one.textContent) }"""


@contextmanager
def rendered(browser: Browser, package: Path, directive: Json, viewport: Viewport) -> Iterator[Picture]:
    """Draw a RenderDocument *directive* on a screen. Raise `AssertionError` when it cannot be drawn."""
    page = browser.new_page(viewport={"width": viewport.width, "height": viewport.height})
    html = _PAGE.format(width=viewport.width, height=viewport.height)

    def answer(route: Route) -> None:
        if route.request.url == HOST:
            route.fulfill(body=html, content_type="text/html")
        elif route.request.url.endswith(SCRIPT):
            route.fulfill(path=package / "index.js", content_type="text/javascript; charset=utf-8")
        else:
            route.abort()

    page.route("**/*", answer)
    try:
        page.goto(HOST)
        shape = {
            "width": viewport.width,
            "height": viewport.height,
            "isRound": viewport.is_round,
            "shape": "ROUND" if viewport.is_round else "RECTANGLE",
        }
        wrong = page.evaluate(_RENDER, [directive["document"], directive["datasources"], shape, viewport.mode])
        assert not wrong, wrong
        yield Picture(page)
    finally:
        page.close()
