"""The book's Sphinx extension, seen in a small book that is built with the real configuration."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup, Tag
from conftest import REPOSITORY

import shared_future as sf

sys.path.append(str(REPOSITORY / "book" / "_ext"))

from coursebook import assets, page, running  # noqa: E402

HTML = Path("_build", "html")
TOC = """\
format: jb-book
root: book/index
parts:
- caption: Part
  chapters:
  - file: book/part/chapter
  - file: book/part/prose
- caption: Reference
  chapters:
  - file: book/reference/glossary
  - file: book/reference/sources
"""
HEAD = """\
---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---
"""
EXERCISE = """
```{{exercise-start}} Count {0}
:label: {0}
```
Statement.
```{{exercise-end}}
```
```{{solution-start}} {0}
:class: dropdown
```
The answer is *two*.
```{{solution-end}}
```
"""
PAGES = {
    "_toc.yml": TOC,
    "book/index.md": "# Start\n\nWords {cite}`ren-wic-article` about 网络主权, and [a page](part/prose.md).\n",
    "book/part/chapter.md": HEAD
    + """
# Chapter

## 中文 in a heading

The speech of <span lang="zh-Hans">乌镇</span> said 主权 and `代码`.

```{code-cell} ipython3
import shared_future as sf
sf.timeline(sf.events(series="wuzhen-summit"), "Summits")
```

There are {eval}`len(sf.events(series="wuzhen-summit"))` summits.

```{code-cell} ipython3
:tags: [hide-input]
print("shown")
```

```python
name = "代码"
```

| A | B |
| --- | --- |
| 1 | 2 |
"""
    + EXERCISE.format("one")
    + EXERCISE.format("two"),
    "book/part/prose.md": "# Prose\n\nSee {term}`cyber hegemony` and the {term}`IGF`.\n\n```{note}\n:class: dropdown\nFolded away.\n```\n" + EXERCISE.format("three"),
    "book/reference/glossary.md": "# Glossary\n\n```{data-glossary}\n```\n",
    "book/reference/sources.md": "# Sources\n\n```{bibliography}\n:all:\n```\n",
}


def lay_out(folder: Path) -> Path:
    """Write the small book: its own pages, the real configuration, extension, templates, data and code."""
    for name, text in PAGES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("book/_ext", "book/_templates", "book/assets"):
        (folder / name).symlink_to(REPOSITORY / name)
    shutil.copy(REPOSITORY / "_config.yml", folder)
    shutil.copytree(REPOSITORY / "data", folder / "data")
    (folder / "src").mkdir()
    shutil.copytree(REPOSITORY / "src" / "shared_future", folder / "src" / "shared_future")
    return folder


def start(folder: Path, **environment: str) -> subprocess.Popen[str]:
    """Start a build as ``make book`` does."""
    clean = {name: value for name, value in os.environ.items() if name != page.REPOSITORY_VARIABLE}
    return subprocess.Popen(
        [Path(sys.executable).parent / "jupyter-book", "build", ".", "--warningiserror", "--nitpick", "--keep-going"],
        cwd=folder,
        env={**clean, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@dataclass
class Built:
    """A book as it was when its build ended."""

    folder: Path
    files: dict[Path, bytes]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> list[Built]:
    """The small book, built twice in different folders."""
    folders = [lay_out(tmp_path_factory.mktemp("book")) for _ in range(2)]
    for build in [start(folder) for folder in folders]:
        output, _ = build.communicate(timeout=300)
        assert build.returncode == 0, output
        assert "WARNING" not in output, output
    return [Built(folder, {path.relative_to(folder): path.read_bytes() for path in (folder / HTML).rglob("*") if path.is_file()}) for folder in folders]


@pytest.fixture(scope="module")
def html(books: list[Built]) -> Path:
    """The folder of the built small book."""
    return books[0].folder / HTML


@pytest.fixture(scope="module")
def read(html: Path) -> Callable[[str], BeautifulSoup]:
    """A function that returns a built page, parsed."""
    return cache(lambda name: BeautifulSoup((html / f"{name}.html").read_text(encoding="utf-8"), "html.parser"))


def test_the_same_input_gives_the_same_bytes(books):
    first, second = (book.files for book in books)
    assert first.keys() == second.keys()
    assert [str(name) for name in first if first[name] != second[name]] == []


def test_the_root_leads_to_the_first_page(html, read):
    root = read("index")
    assert root.select_one("meta[http-equiv=refresh]")["content"] == "0; url=book/index.html"
    assert root.select_one("a")["href"] == "book/index.html"
    assert (html / "book" / "index.html").exists()


def test_a_page_loads_one_style_one_script_and_what_its_components_need(read):
    def loaded(name: str) -> list[str]:
        head = read(name).head
        found = [tag["href"] for tag in head.select("link[rel=stylesheet]")] + [tag["src"] for tag in head.select("script[src]")]
        return [re.sub(r".*/|\?v=.*", "", link) for link in found]

    assert loaded("book/part/prose") == ["book.css", "page.js"]
    assert loaded("book/part/chapter") == ["book.css", "page.js", "timeline.js"]
    assert loaded("search")[-1] == "searchindex.js"


@pytest.mark.parametrize(
    ("body", "files"),
    [
        ("<p>a quiz and a timeline</p>", {"book.css", "page.js"}),
        ("<sf-quiz-v1><p>x</p></sf-quiz-v1>", {"book.css", "page.js", "quiz.js"}),
        ('<div class="wide sf-timeline">x</div>', {"book.css", "page.js", "timeline.js"}),
        ('<div class="sd-card">x</div>', {"book.css", "page.js", "sphinx-design.min.css"}),
    ],
)
def test_components_are_found_by_their_markup(body, files):
    styles, scripts = assets.needed(body)
    assert {re.sub(r".*/|\?v=.*", "", link) for link in [*styles, *scripts]} == files


def test_addresses_of_assets_change_with_their_content(html, read):
    for tag in read("book/part/chapter").head.select("script[src]"):
        path, version = tag["src"].split("?v=")
        assert hashlib.sha256((html / "book" / "part" / path).resolve().read_bytes()).hexdigest().startswith(version)


def test_the_site_holds_no_file_of_the_theme_that_no_page_loads(html, read):
    asked = {Path(tag.get("href") or tag.get("src")).name.split("?")[0] for name in ("book/part/chapter", "search") for tag in read(name).select("link, script[src]")}
    optional = {assets.DESIGN, "quiz.js", "compare.js", "practice.js"}  # for pages that this book does not have
    assert {path.name for path in (html / "_static").iterdir()} - optional <= asked


def test_the_policy_allows_the_pages_own_script_and_no_other(read):
    for name in ("book/index", "book/part/chapter", "search"):
        head = read(name).head
        policy = head.select_one("meta[http-equiv=Content-Security-Policy]")["content"]
        inline = [script.string for script in read(name).select("script:not([src])") if script.get("type") is None]
        hashes = ["sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline]
        assert len(hashes) == 1
        assert f"script-src 'self' '{hashes[0]}';" in policy
        assert "default-src 'none'" in policy
        assert "http" not in policy


def test_a_page_describes_itself_in_its_own_words(read):
    description = read("book/index").select_one("meta[name=description]")["content"]
    assert description == "Words about 网络主权, and a page."


def test_chinese_says_that_it_is_chinese_once_and_code_stays_code(read):
    chapter = read("book/part/chapter")
    article = chapter.select_one("article")
    assert [span.get_text() for span in article.select("h2 span[lang=zh-Hans], section > p span[lang=zh-Hans]")] == ["中文", "乌镇", "主权", "代码"]
    assert chapter.select_one("#page-toc span[lang=zh-Hans]").get_text() == "中文"
    assert article.select("pre span[lang]") == []
    assert article.select("span[lang] [lang]") == []


def test_a_run_of_chinese_is_marked_in_the_bibliography_too(read):
    sources = sf.load("sources")
    title = sources[sources.title.str.contains("[一-鿿]")].iloc[0]
    entry = read("book/reference/sources").find(id=f"cite-{title.key}")
    assert entry.select_one("span[lang=zh-Hans]")


def test_numbers_are_computed_and_the_kernel_knows_that_it_works_for_the_book(read):
    article = read("book/part/chapter").select_one("article")
    assert f"There are {len(sf.events(series='wuzhen-summit'))} summits." in article.get_text()
    assert article.select("style, script") == [], "in the book, components bring no style or script of their own"


def test_dropdowns_and_hidden_cells_open_without_script(read):
    prose, chapter = read("book/part/prose"), read("book/part/chapter")
    assert [fold.summary.get_text() for fold in prose.select("details")] == ["Note", "Solution to Exercise 1 (Count three)"]
    assert prose.select_one("details.note p").get_text() == "Folded away."
    assert chapter.select_one("details.hide").summary.get_text() == "Show the code"
    assert chapter.select_one("details.hide pre").get_text().startswith('print("shown")')
    assert not prose.select("details[open]")


def test_exercises_are_numbered_from_one_on_every_page(read):
    def titles(name: str) -> list[str]:
        return [" ".join(title.get_text().split()) for title in read(name).select(".exercise > .admonition-title")]

    assert titles("book/part/chapter") == ["Exercise 1 (Count one)", "Exercise 2 (Count two)"]
    assert titles("book/part/prose") == ["Exercise 1 (Count three)"]


def test_a_citation_leads_to_its_entry_and_both_have_the_same_words(read):
    link = read("book/index").select_one("article a[href*=cite-]")
    assert link["href"] == "reference/sources.html#cite-ren-wic-article"
    entry = read("book/reference/sources").find(id="cite-ren-wic-article")
    assert entry.name == "li"
    assert entry.get_text().startswith(link.get_text() + ". ")
    labels = sf.load("sources").set_index("key").label
    assert link.get_text() == labels["ren-wic-article"]


def test_every_source_has_an_entry_with_a_label_of_its_own(read):
    entries = read("book/reference/sources").select(".sources > li[id^=cite-]")
    labels = {entry["id"].removeprefix("cite-"): entry.strong.get_text() for entry in entries}
    assert labels == sf.load("sources").set_index("key").label.to_dict()
    assert len(set(labels.values())) == len(labels)


def straight(text: str) -> str:
    """Return text with typewriter quotation marks and single spaces, as a table has it."""
    return " ".join(text.translate(str.maketrans("‘’“”", "''\"\"")).split())


def test_a_term_leads_to_its_entry_in_the_glossary(read):
    links = read("book/part/prose").select("article a[href*=glossary]")
    assert [link["href"] for link in links] == ["../reference/glossary.html#term-cyber-hegemony", "../reference/glossary.html#term-IGF"]
    glossary = read("book/reference/glossary")
    assert glossary.find(id="term-cyber-hegemony").get_text() == "cyber hegemony"
    assert glossary.find(id="term-IGF").find_next_sibling("dd") == glossary.find(id="term-Internet-Governance-Forum").find_next_sibling("dd")


def test_the_glossary_shows_every_row_and_marks_what_is_not_confirmed(read):
    terms = read("book/reference/glossary").select("dl.glossary > dt")
    shown: dict[str, Tag] = {term.get_text(): term.find_next_sibling("dd") for term in terms}
    rows = sf.load("glossary").fillna("")
    ordered = rows.sort_values("term", key=lambda terms: terms.str.casefold())
    assert list(shown) == [name for row in ordered.itertuples() for name in (row.term, *row.also)]
    for row in rows.itertuples():
        entry = shown[row.term]
        assert straight(row.definition) in straight(entry.get_text())
        if row.term_zh:
            assert entry.select_one("span[lang=zh-Hans]").get_text() == row.term_zh
            assert entry.select_one("span[lang=zh-Latn]").get_text().replace("’", "'") == row.pinyin
        assert bool(entry.select(".glossary-unconfirmed")) == (bool(row.term_zh) and row.confidence != "verified"), row.term


def test_a_chapter_can_be_downloaded_as_a_notebook_without_outputs(html, read):
    link = read("book/part/chapter").select_one("#downloads a[href$='.ipynb']")["href"]
    notebook = nbformat.read((html / "book" / "part" / link).resolve(), as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(code) == 2
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)
    assert not read("book/part/prose").select("#downloads a[href$='.ipynb']")


def test_the_frame_says_where_the_reader_is(read):
    chapter = read("book/part/chapter")
    assert [link.get_text(strip=True) for link in chapter.select("#book-nav [aria-current=page]")] == ["Chapter"]
    assert [link["href"] for link in chapter.select("a[rel=prev], a[rel=next]")] == ["../index.html", "prose.html"]
    assert len(chapter.select("h1")) == 1


@pytest.mark.parametrize(
    ("repository", "source", "issue", "binder"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/blob/main/book/x.md", "https://github.com/a/b/issues/new", "gh/a/b"),
        ("https://gitlab.com/a/b", "https://gitlab.com/a/b/-/blob/main/book/x.md", "https://gitlab.com/a/b/-/issues/new", "gl/a%2Fb"),
        ("https://code.example/a/b", "https://code.example/a/b/blob/main/book/x.md", "https://code.example/a/b/issues/new", "git/https%3A%2F%2Fcode.example%2Fa%2Fb"),
    ],
)
def test_links_to_the_repository_are_right_for_the_host(repository, source, issue, binder):
    links = dict(page.repository_links(repository, "main", "book/x.md", notebook=True))
    assert links["Source of this page"] == source
    assert links["Report a problem"] == issue
    assert links["Run on Binder"] == f"https://mybinder.org/v2/{binder}/main?urlpath=lab%2Ftree%2Fbook%2Fx.md"
    assert "Run on Binder" not in dict(page.repository_links(repository, "main", "book/x.md", notebook=False))


def test_without_a_repository_no_page_links_to_one(read):
    assert page.repository_links("", "main", "book/x.md", notebook=True) == []
    for name in ("book/index", "book/part/chapter"):
        assert read(name).select("header a[href^=http], header #repository") == []


def test_a_page_depends_on_what_its_cells_may_read():
    questions = REPOSITORY / "data" / "questions"
    mine = questions / "principles" / "cyber-sovereignty.yml"
    chapter = set(running.read_by("book/principles/cyber-sovereignty", REPOSITORY))
    assert {REPOSITORY / "data" / "events.csv", REPOSITORY / "src" / "shared_future" / "timeline.py", mine} <= chapter
    assert {path for path in chapter if questions in path.parents} == {mine}
    assert set(questions.rglob("*.yml")) <= set(running.read_by("book/reference/practice", REPOSITORY))


def test_a_changed_table_runs_chapters_again_and_a_skipped_cell_fails_the_build(books):
    folder = books[1].folder
    os.utime(folder / "data" / "events.csv")
    source = folder / "book" / "part" / "prose.md"
    source.write_text(source.read_text(encoding="utf-8") + "\nA cell tagged remove-cell.\n", encoding="utf-8")
    build = start(folder, SHARED_FUTURE_REPOSITORY="https://github.com/owner/course/")
    output, _ = build.communicate(timeout=300)
    output = re.sub(r"\x1b\[[0-9;]*m", "", output)
    assert "0 added, 2 changed, 0 removed" in output, output
    assert "chapter.md: Executed notebook" in output
    assert build.returncode != 0
    assert "prose.md: WARNING: a cell tagged remove-cell is not run" in output
    chapter = BeautifulSoup((folder / HTML / "book" / "part" / "chapter.html").read_text(encoding="utf-8"), "html.parser")
    assert chapter.select("#repository a")[1]["href"] == "https://github.com/owner/course/blob/main/book/part/chapter.md"
