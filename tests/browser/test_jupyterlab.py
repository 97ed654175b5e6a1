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

import pytest
from conftest import CHAPTERS, REPOSITORY
from playwright.sync_api import Browser, Page, expect

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
    # JupyterLab takes cells out of the page while they are out of sight; the tests want to see the whole notebook.
    settings = home / ".jupyter" / "lab" / "user-settings" / "@jupyterlab" / "notebook-extension"
    settings.mkdir(parents=True)
    (settings / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}')
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
    page.goto(f"{lab}lab/tree/{path}?reset")
    expect(page.locator(".jp-Notebook")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=60_000)


def run_all(page: Page) -> None:
    """Choose Run, Run All Cells, and wait for the last cell's number."""
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    prompts = page.locator(".jp-CodeCell .jp-InputPrompt")
    expect(prompts.last).to_have_text(re.compile(r"\[\d+\]:"), timeout=60_000)
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=60_000)


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
    run_all(page)
    assert page.locator("[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']").count() == 0

    timeline = page.locator("sf-timeline-v1").first
    count = timeline.get_by_role("status").first
    before = count.inner_text()
    timeline.get_by_role("searchbox").first.fill("no event has these words")
    expect(count).not_to_have_text(before)
    event = timeline.locator("details").first
    timeline.get_by_role("button", name="Reset").first.click()
    event.locator("summary").first.press("Enter")
    expect(event).to_have_attribute("open", "")

    # In command mode these keys insert, cut and delete cells, unless the quiz keeps them to itself.
    cells = page.locator(".jp-Cell").count()
    quiz = page.locator("sf-quiz-v1").first
    option = quiz.get_by_role("radio").first
    option.focus()
    for key in ("a", "b", "x", "d", "d", "ArrowDown", "Space"):
        page.keyboard.press(key)
    expect(quiz.get_by_role("radio", checked=True)).to_have_count(1)
    field = quiz.get_by_role("textbox").first
    field.focus()
    page.keyboard.type("abdd")
    expect(field).to_have_value("abdd")
    assert page.locator(".jp-Cell").count() == cells
    quiz.get_by_role("button", name="Check answer").first.press("Enter")
    expect(quiz.get_by_role("status").filter(has_text=re.compile(r"\w")).first).to_be_visible()


def test_explorer_drives_the_selection(page, lab):
    open_notebook(page, lab, "book/reference/timeline.md")
    run_all(page)
    listed = page.locator(".sf-tl-explorer ol > li")
    expect(listed.first).to_be_visible()
    everything = listed.count()
    page.get_by_role("combobox", name="Kind").fill("Incident")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="The code that gives this selection")).to_have_value(re.compile(r'sf\.events\(kind="incident"\)'))
    expect(listed).not_to_have_count(everything)
    assert 0 < listed.count() < everything


def test_learner_gets_told_what_is_wrong(page, lab):
    open_notebook(page, lab, f"exercises/{CHAPTER}/exercises.ipynb")
    run_all(page)
    expect(page.locator(".jp-OutputArea").filter(has_text="Not written yet").first).to_be_visible()
    assert page.locator("[data-mime-type='application/vnd.jupyter.error']").count() == 0
