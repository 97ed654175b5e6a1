"""A real Chromium that reads the built book over HTTP, and notes what a reader must never see."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

WIDE, PHONE, NARROW = (1280, 900), (390, 844), (320, 700)
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests of a process."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "Chromium is missing: install it with your system's package manager (on Debian: apt install chromium)."
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=quiet)
        yield browser
        browser.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder on this machine: returns the address, ending in a slash."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="session")
def address(serve: Callable[[Path], str], site: Path) -> str:
    """Where the built book is served."""
    return serve(site)


@pytest.fixture
def reader(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages as a reader would. At the end, no request may have left this machine and no page may have complained.

    The returned function takes an address and ``size`` (width, height in CSS pixels), ``dark`` and ``javascript``.
    """
    contexts = []
    asked: list[str] = []
    complaints: list[str] = []

    def open_page(url: str, *, size: tuple[int, int] = WIDE, dark: bool = False, javascript: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        contexts.append(context)

        def gate(route) -> None:
            if route.request.url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:")):
                route.continue_()
            else:
                asked.append(route.request.url)
                route.abort()

        context.route("**/*", gate)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}") if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("response", lambda answer: complaints.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert asked == [], "requests left the site"
    assert complaints == [], "the browser complained"


def violations(page: Page, scope: str | None = None) -> list[str]:
    """Return what axe finds wrong on the page (WCAG 2.2 A and AA, and best practices), one line a node.

    Args:
        page: the page as it stands now.
        scope: a CSS selector; the whole document when left out.
    """
    page.evaluate(AXE)
    found = page.evaluate(
        "([scope, tags]) => axe.run(scope || document, {runOnly: tags, resultTypes: ['violations']}).then(r => r.violations)", [scope, AXE_TAGS]
    )
    return [f"{page.url} {rule['id']}: {node['target']} {node['html'][:150]} {node.get('failureSummary', '')[:200]}" for rule in found for node in rule["nodes"]]


def sideways(page: Page) -> int:
    """Return by how many CSS pixels the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
