"""A chapter in a real JupyterLab, driven by Chromium as a learner would."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import CHAPTERS, REPOSITORY
from playwright.sync_api import Browser, Page, expect, sync_playwright

CHAPTER = CHAPTERS[-1]
LAB = REPOSITORY / ".venv-lab" / "bin" / "jupyter-lab"


@pytest.fixture(scope="module")
def lab(tmp_path_factory) -> Iterator[str]:
    """A JupyterLab over a copy of the book's text and exercises; returns its address."""
    folder = tmp_path_factory.mktemp("lab")
    for name in ("book", "exercises"):
        shutil.copytree(REPOSITORY / name, folder / name)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = folder / "home"
    home.mkdir()
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("SHARED_FUTURE", "PYTHON", "VIRTUAL_ENV", "JUPYTER"))}
    options = ["--no-browser", f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}", "--allow-root"]
    server = subprocess.Popen([LAB, *options], env=environment | {"HOME": str(home)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)
    address = f"http://127.0.0.1:{port}/"
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"{address}api").close()
                break
            except OSError:
                assert server.poll() is None, "JupyterLab did not start"
                time.sleep(0.5)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def open_notebook(page: Page, lab: str, path: str) -> None:
    """Open a file as the address of a Binder launch does, and wait until its kernel is ready."""
    page.goto(f"{lab}lab/tree/{path}")
    expect(page.locator(".jp-Notebook")).to_be_visible(timeout=60_000)
    expect(page.locator(".jp-NotebookPanel-toolbar .jp-Notebook-ExecutionIndicator[data-status=idle]")).to_be_visible(timeout=60_000)


def run_all(page: Page) -> None:
    """Choose Run, Run All Cells, and wait for the last cell's number."""
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    prompts = page.locator(".jp-CodeCell .jp-InputPrompt")
    expect(prompts.last).to_have_text(re.compile(r"\[\d+\]:"), timeout=120_000)
    expect(page.locator(".jp-NotebookPanel-toolbar .jp-Notebook-ExecutionIndicator[data-status=idle]")).to_be_visible(timeout=60_000)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    asked: list[str] = []

    def gate(route) -> None:
        if route.request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    context.route("**/*", gate)
    yield context.new_page()
    context.close()
    assert asked == [], "requests left this machine"


def test_chapter_runs_and_its_components_work(page, lab):
    open_notebook(page, lab, f"book/{CHAPTER}.md")
    # Off-screen cells are drawn late; a chapter is short enough to draw whole.
    run_all(page)
    assert page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.error'], .jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
