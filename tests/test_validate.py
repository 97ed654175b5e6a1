"""The check of tables and bibliography: the course's own data pass, and whatever is broken is said in one line, with nothing changed."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from shared_future.authoring.validate import check, update
from shared_future.cli import main
from shared_future.data import root
from shared_future.errors import DataError

Change = Callable[[Path], object]
TABLES = {"events", "concepts", "paragraphs", "chapters", "named_things", "country_groups", "population", "single_figures"}
"""Enough to break: with every table of the course each check would take twice as long."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some tables of the course, with the checksums of the moment, far from the book that cites the sources."""
    folder = shutil.copytree(root("data"), tmp_path_factory.mktemp("sound") / "data", ignore=shutil.ignore_patterns("questions"))
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [table for table in package["resources"] if table["name"] in TABLES]
    (folder / "datapackage.json").write_text(json.dumps(package, ensure_ascii=False, indent=2), encoding="utf-8")
    for file in folder.glob("*.csv"):
        if file.stem not in TABLES:
            file.unlink()
    update(folder)
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    """A copy of the data to break."""
    return shutil.copytree(sound, tmp_path / "data")


def replaced(old: str, new: str, file: str = "events.csv") -> Change:
    """Return what puts ``new`` in the place of the first ``old`` in a file."""

    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def cell(id: str, column: str, value: str, file: str = "events.csv") -> Change:
    """Return what sets one cell of the row that begins with ``id``."""

    def change(folder: Path) -> None:
        with (folder / file).open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
        next(row for row in rows if row[0] == id)[header.index(column)] = value
        with (folder / file).open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines, lineterminator="\n").writerows([header, *rows])

    return change


def encoded(encoding: str) -> Change:
    """Return what writes the table of events in another encoding."""

    def change(folder: Path) -> None:
        text = (folder / "events.csv").read_text(encoding="utf-8")
        (folder / "events.csv").write_text(text, encoding=encoding, errors="replace")

    return change


def row(folder: Path, id: str, file: str = "events.csv") -> int:
    """Return the line of a file, as an editor counts, that begins with ``id``."""
    return next(number for number, line in enumerate((folder / file).read_text(encoding="utf-8").split("\n"), 1) if line.startswith(f"{id},"))


def problems(folder: Path) -> list[str]:
    """Return what is wrong with a folder, after seeing that a refused update leaves every byte as it was."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(DataError) as error:
        update(folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    return str(error.value).splitlines()


def test_the_data_of_the_course_pass():
    check(root("data"))


DATES = "allowed: YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists"
CELLS = [
    ("events.csv", "xi-letter-2017", "date", "2019-13", f'"2019-13" is not a date; {DATES}'),
    ("events.csv", "xi-letter-2018", "date", "2019-02-30", f'"2019-02-30" is not a date; {DATES}'),
    ("events.csv", "xi-letter-2019", "end_date", "19", f'"19" is not a date; {DATES}'),
    ("events.csv", "wuzhen-summit-2014", "end_date", "2014-11-18", '"2014-11-18" is before the beginning, "2014-11-19"; allowed: the same day or later'),
    ("events.csv", "wuzhen-summit-2015", "end_date", "2014", '"2014" is before the beginning, "2015-12-16"; allowed: the same day or later'),
    ("events.csv", "csfm-2013", "date", "", '"" is not allowed; allowed: a date, unless the row is a record or stands only in the article'),
    (
        "events.csv",
        "wuzhen-summit-2016",
        "kind",
        "sumit",
        '"sumit" is not allowed; allowed: meeting, address, statement, initiative, publication, programme, institution, treaty, law, technology, incident, record',
    ),
    ("events.csv", "wuzhen-summit-2017", "kind", "", '"" is not allowed; allowed: anything but an empty cell'),
    ("events.csv", "wuzhen-summit-2018", "themes", "governance;chaos", '"chaos" is not allowed; allowed: sovereignty, security, openness, order'),
    ("events.csv", "wuzhen-summit-2019", "themes", "order;order", '"order;order" names one thing twice; allowed: each only once'),
    ("events.csv", "wuzhen-summit-2021", "series", "wuzhen-sumit", '"wuzhen-sumit" is not allowed; the closest are wuzhen-summit'),
    ("events.csv", "wuzhen-summit-2022", "confidence", "sure", '"sure" is not allowed; allowed: verified, unconfirmed, article-only'),
    ("events.csv", "wuzhen-summit-2023", "paragraphs", "II.9", '"II.9" is no id in paragraphs.csv; allowed: 0.0, 0.1, 0.2, I.1'),
    ("events.csv", "wuzhen-summit-2024", "sources", "", '"" is not allowed; allowed: anything but an empty cell'),
    ("events.csv", "wuzhen-summit-2025", "sources", "xinhua-2015-wuzen-speech", '"xinhua-2015-wuzen-speech" is no key in references.bib; the closest are xinhua-2015-wuzhen-speech'),
    ("events.csv", "xi-video-2016", "same_as", "xi-speach-2015", '"xi-speach-2015" is no id in events.csv; the closest are xi-speech-2015'),
    ("events.csv", "xi-video-2023", "figures", "many guests", '"many guests" is not a figure; allowed: name=12'),
    ("concepts.csv", "principle-1-cyber-sovereignty", "event", "xi-speech-2016", '"xi-speech-2016" is no id in events.csv; the closest are xi-speech-2015'),
    ("concepts.csv", "principle-2-peace-security", "chapter", "principles/peace", '"principles/peace" is no id in chapters.csv; the closest are principles/peace-and-security'),
    ("concepts.csv", "principle-3-openness-cooperation", "group", "rule", '"rule" is not allowed; allowed: principle, proposal, advocacy, mission, agenda'),
    ("concepts.csv", "principle-4-good-order", "number", "four", '"four" is not a whole number'),
    ("named_things.csv", "wuzhen", "events", "wuzhen-summit-2013", '"wuzhen-summit-2013" is no id in events.csv; the closest are'),
    ("country_groups.csv", "CHN", "region", "Asia", '"Asia" is not allowed; allowed: East Asia & Pacific'),
    ("country_groups.csv", "FRA", "followed", "yes", '"yes" is not true or false'),
    ("single_figures.csv", "internet-use-world-2015-itu-2024", "value", "-1", '"-1" is not allowed; allowed: at least 0'),
]


@pytest.fixture(scope="module")
def everything_wrong(sound: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A folder with every wrong cell of `CELLS` in it, and what is said of it."""
    folder = shutil.copytree(sound, tmp_path_factory.mktemp("wrong") / "data")
    for file, id, column, value, _ in CELLS:
        cell(id, column, value, file)(folder)
    return folder, problems(folder)


@pytest.mark.parametrize(("file", "id", "column", "value", "said"), CELLS)
def test_a_wrong_cell_is_said_with_file_row_field_value_and_what_is_allowed(everything_wrong: tuple[Path, list[str]], file: str, id: str, column: str, value: str, said: str):
    folder, found = everything_wrong
    name = "iso3" if file == "country_groups.csv" else "id"
    where = f"data/{file}, row {row(folder, id, file)} ({name} {id}), field {column}: "
    assert [problem for problem in found if problem.startswith(where)][0].removeprefix(where).startswith(said)


def test_all_problems_are_said_at_once_and_each_once(everything_wrong: tuple[Path, list[str]]):
    assert len(everything_wrong[1]) == len(CELLS)


def test_an_id_that_occurs_twice_is_said_once_with_both_rows(folder: Path):
    first, second = row(folder, "xi-letter-2018"), row(folder, "xi-letter-2019")
    cell("xi-letter-2019", "id", "xi-letter-2018")(folder)
    twice = [problem for problem in problems(folder) if problem.startswith("data/events.csv")]
    assert twice == [f'data/events.csv, row {second} (id xi-letter-2018), field id: "xi-letter-2018" is already in row {first}; allowed: each only once']


def test_a_torn_row_is_one_problem_and_rows_are_counted_as_an_editor_counts(folder: Path):
    cell("first-host-host-message-arpanet-1969", "note", "one line\nanother line")(folder)
    replaced("\nxi-letter-2018,", "\nxi-letter-2018,,")(folder)
    assert problems(folder) == [f"data/events.csv, row {row(folder, 'xi-letter-2018')} (id xi-letter-2018): the row has 18 cells; allowed: 17, one a column"]


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda folder: (folder / "events.csv").unlink(), ["data/events.csv: the file is missing"]),
        (encoded("utf-16"), ["data/events.csv: the file is not UTF-8"]),
        (encoded("latin-1"), ["data/events.csv: the file is not UTF-8"]),
        (
            replaced("id,date,end_date", "id,dates,end_date"),
            [
                "data/events.csv, row 1, field date: the column is missing; the columns are id, date, end_date, title",
                'data/events.csv, row 1: the column "dates" is not known; the columns are id, date, end_date, title',
            ],
        ),
        (lambda folder: (folder / "references.bib").unlink(), ["data/references.bib: the file is missing"]),
        (lambda folder: (folder / "datapackage.json").unlink(), ["data/datapackage.json: the file is missing"]),
        (lambda folder: (folder / "datapackage.json").write_text("{"), ["data/datapackage.json: the file is broken"]),
        (lambda folder: (folder / "new.csv").write_text("id\n"), ["data/new.csv: the table is not described in datapackage.json"]),
    ],
    ids=["no table", "UTF-16", "Latin-1", "no column", "no bibliography", "no package", "broken package", "stray table"],
)
def test_a_broken_file_is_said_and_no_other_file_is_blamed(folder: Path, break_it: Change, said: list[str]):
    break_it(folder)
    found = problems(folder)
    assert len(found) == len(said)
    assert all(problem.startswith(beginning) for problem, beginning in zip(found, said, strict=True))


def test_a_column_that_is_cut_away_is_said(folder: Path):
    with (folder / "events.csv").open(encoding="utf-8", newline="") as lines:
        rows = [cells[:5] + cells[6:] for cells in csv.reader(lines)]
    with (folder / "events.csv").open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows(rows)
    (problem,) = problems(folder)
    assert problem.startswith("data/events.csv, row 1, field kind: the column is missing; the columns are id, date")


def test_the_package_itself_is_checked(folder: Path):
    replaced('"meaning": "A technical milestone."', '"meaning": ""', "datapackage.json")(folder)
    replaced('"key": "world-bank-2026-population"', '"key": "world-bank-2025-population"', "datapackage.json")(folder)
    assert problems(folder)[0] == 'data/datapackage.json, vocabulary kind: "technology" has no label or no meaning'
    assert problems(folder)[1].startswith('data/datapackage.json, table population, sources: "world-bank-2025-population" is no key in references.bib; the closest are world-bank-2026-population')


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ("@misc new-key, title = {B},\n}", ["data/references.bib: syntax error in line"]),
        ("@misc{ren-wic-article,\n  author = {{A}},\n  title = {B},\n}", ["data/references.bib: repeated bibliography entry: ren-wic-article"]),
        (
            "@misc{NewKey,\n  author = {{A}},\n  title = {B},\n  month = {Sept.},\n}\n\n@misc{new-key,\n  title = {\\emph{B}},\n  url = {https://tass.com/economy/1398177},\n}",
            [
                'data/references.bib, entry NewKey: "NewKey" is not allowed as a key; allowed: lower-case ASCII words',
                'data/references.bib, entry NewKey, field month: "Sept." is not allowed; allowed: December or 16 December',
                "data/references.bib, entry new-key: author or title is missing",
                "data/references.bib, entry new-key: a TeX command is not allowed",
                'data/references.bib, entry tass-2022-china-russia-statement, field url: "https://tass.com/economy/1398177" is already in entry new-key; allowed: one entry for one address',
            ],
        ),
    ],
    ids=["syntax", "key twice", "fields"],
)
def test_the_bibliography_is_checked(folder: Path, entries: str, said: list[str]):
    replaced("@misc{", f"{entries}\n\n@misc{{", "references.bib")(folder)
    found = problems(folder)
    assert len(found) == len(said)
    assert all(problem.startswith(beginning) for problem, beginning in zip(found, said, strict=True))


def test_a_source_that_nothing_cites_is_said_unless_it_is_marked(folder: Path):
    book = folder.parent / "book"
    book.mkdir()
    shutil.copy(folder / "references.bib", book / "index.md")  # a page that names every key
    replaced("@misc{", "@misc{new-key,\n  author = {{A}},\n  title = {B},\n}\n\n@misc{", "references.bib")(folder)
    assert problems(folder) == ["data/references.bib, entry new-key: nothing cites it; cite it, delete it, or mark it with keywords = {background}"]
    replaced("title = {B}", "title = {B},\n  keywords = {background}", "references.bib")(folder)
    check(folder)


def test_a_changed_table_is_noticed_until_its_checksum_is_renewed(folder: Path):
    replaced("Reduced pandemic edition.", "Small pandemic edition.")(folder)
    with pytest.raises(DataError) as error:
        check(folder)
    assert str(error.value) == "data/events.csv: the file is not the one whose checksum is in datapackage.json; if the change is wanted, run: make data"
    update(folder)
    check(folder)


def test_the_command_says_what_is_wrong_and_fails(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["validate", "--data", str(folder)]) == 0
    cell("csfm-2013", "kind", "talk")(folder)
    for arguments in ([], ["--update"]):
        assert main(["validate", "--data", str(folder), *arguments]) == 1
        assert 'field kind: "talk" is not allowed' in capsys.readouterr().err
