"""The check of tables and bibliography: the course's own data pass, and whatever is broken is said in one line, with nothing changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from shared_future.authoring.validate import check, update
from shared_future.cli import main
from shared_future.data import root
from shared_future.errors import DataError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the course's data, with the checksums of the moment, far from the book that cites them."""
    copy = tmp_path / "data"
    shutil.copytree(root("data"), copy)
    update(copy)
    return copy


def replaced(old: str, new: str, file: str = "events.csv") -> Callable[[Path], None]:
    """Return what puts ``new`` in the place of the first ``old`` in a file."""

    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def cell(id: str, column: str, value: str, file: str = "events.csv") -> Callable[[Path], None]:
    """Return what sets one cell of the row that begins with ``id``."""
    import csv

    def change(folder: Path) -> None:
        with (folder / file).open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
        next(row for row in rows if row[0] == id)[header.index(column)] = value
        with (folder / file).open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines, lineterminator="\n").writerows([header, *rows])

    return change


def row(folder: Path, id: str, file: str = "events.csv") -> int:
    """Return the line of a file, as an editor counts, that begins with ``id``."""
    return next(number for number, line in enumerate((folder / file).read_text(encoding="utf-8").split("\n"), 1) if line.startswith(f"{id},"))


def problems(folder: Path) -> list[str]:
    """Return what ``check`` says, after seeing that neither it nor ``update`` changed a byte."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(DataError) as checked:
        check(folder)
    with pytest.raises(DataError) as updated:
        update(folder)
    assert str(updated.value) == str(checked.value)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    return str(checked.value).splitlines()


def test_the_data_of_the_course_pass():
    check(root("data"))


KINDS = "meeting, address, statement, initiative, publication, programme, institution, treaty, law, technology, incident, record"
DATES = "allowed: YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists"


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("date", "2019-13", f'"2019-13" is not a date; {DATES}'),
        ("date", "2019-02-30", f'"2019-02-30" is not a date; {DATES}'),
        ("end_date", "19", f'"19" is not a date; {DATES}'),
        ("end_date", "2014-11-18", '"2014-11-18" is before the beginning, "2014-11-19"; allowed: the same day or later'),
        ("end_date", "2014-10", '"2014-10" is before the beginning, "2014-11-19"; allowed: the same day or later'),
        ("kind", "sumit", f'"sumit" is not allowed; allowed: {KINDS}'),
        ("kind", "", '"" is not allowed; allowed: anything but an empty cell'),
        ("themes", "governance;chaos", '"chaos" is not allowed; allowed: sovereignty, security, openness, order'),
        ("themes", "order;order", '"order;order" names one thing twice; allowed: each only once'),
        ("series", "wuzhen-sumit", '"wuzhen-sumit" is not allowed; the closest are wuzhen-summit'),
        ("confidence", "sure", '"sure" is not allowed; allowed: verified, unconfirmed, article-only'),
        ("paragraphs", "II.9", '"II.9" is no id in paragraphs.csv; allowed: 0.0, 0.1, 0.2, I.1'),
        ("sources", "", '"" is not allowed; allowed: anything but an empty cell'),
        ("sources", "xinhua-2015-wuzen-speech", '"xinhua-2015-wuzen-speech" is no key in references.bib; the closest are xinhua-2015-wuzhen-speech'),
        ("same_as", "xi-speach-2015", '"xi-speach-2015" is no id in events.csv; the closest are xi-speech-2015'),
        ("figures", "many guests", '"many guests" is not a figure; allowed: name=12'),
    ],
)
def test_a_wrong_cell_is_said_with_file_row_field_value_and_what_is_allowed(folder: Path, column: str, value: str, said: str):
    cell("wuzhen-summit-2014", column, value)(folder)
    (problem,) = problems(folder)
    number = row(folder, "wuzhen-summit-2014")
    assert problem.startswith(f"data/events.csv, row {number} (id wuzhen-summit-2014), field {column}: {said}")


@pytest.mark.parametrize(
    ("file", "id", "column", "value", "said"),
    [
        ("concepts.csv", "principle-4-good-order", "event", "xi-speech-2016", '"xi-speech-2016" is no id in events.csv; the closest are xi-speech-2015'),
        ("concepts.csv", "principle-4-good-order", "chapter", "principles/good", '"principles/good" is no id in chapters.csv; the closest are principles/good-order'),
        ("concepts.csv", "principle-4-good-order", "group", "rule", '"rule" is not allowed; allowed: principle, proposal, advocacy, mission, agenda'),
        ("concepts.csv", "principle-4-good-order", "number", "four", '"four" is not a whole number'),
        ("named_things.csv", "wuzhen", "events", "wuzhen-summit-2013", '"wuzhen-summit-2013" is no id in events.csv; the closest are'),
        ("country_groups.csv", "CHN", "iso3", "CN", '"CN" is not allowed; allowed: the pattern [A-Z]{3}'),
        ("single_figures.csv", "internet-use-world-2015-itu-2024", "value", "-1", '"-1" is not allowed; allowed: at least 0'),
    ],
)
def test_other_tables_are_checked_against_their_own_rules(folder: Path, file: str, id: str, column: str, value: str, said: str):
    number = row(folder, id, file)
    cell(id, column, value, file)(folder)
    assert any(line.startswith(f"data/{file}, row {number} (") and f", field {column}: {said}" in line for line in problems(folder))


def test_an_id_that_occurs_twice_is_said_once_with_both_rows(folder: Path):
    first, second = row(folder, "xi-letter-2018"), row(folder, "xi-letter-2019")
    cell("xi-letter-2019", "id", "xi-letter-2018")(folder)
    twice = [problem for problem in problems(folder) if problem.startswith("data/events.csv")]
    assert twice == [f'data/events.csv, row {second} (id xi-letter-2018), field id: "xi-letter-2018" is already in row {first}; allowed: each only once']


def test_an_event_has_a_date_unless_it_is_a_record_or_stands_only_in_the_article(folder: Path):
    cell("csfm-2013", "date", "")(folder)
    (problem,) = problems(folder)
    assert problem.endswith('field date: "" is not allowed; allowed: a date, unless the row is a record or stands only in the article')


def test_a_row_with_a_cell_too_many_is_one_problem(folder: Path):
    number = row(folder, "xi-letter-2018")
    replaced("\nxi-letter-2018,", "\nxi-letter-2018,,")(folder)
    assert problems(folder) == [f"data/events.csv, row {number} (id xi-letter-2018): the row has 18 cells; allowed: 17, one a column"]


def test_rows_are_counted_as_an_editor_counts_lines(folder: Path):
    cell("first-host-host-message-arpanet-1969", "note", "one line\nanother line")(folder)
    cell("xi-letter-2018", "kind", "note")(folder)
    (problem,) = problems(folder)
    assert f"row {row(folder, 'xi-letter-2018')} (id xi-letter-2018)" in problem


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda folder: (folder / "events.csv").unlink(), "data/events.csv: the file is missing"),
        (lambda folder: (folder / "events.csv").write_text((folder / "events.csv").read_text(encoding="utf-8"), encoding="utf-16"), "data/events.csv: the file is not UTF-8"),
        (lambda folder: (folder / "events.csv").write_bytes((folder / "events.csv").read_bytes().replace("é".encode(), b"\xe9")), "data/events.csv: the file is not UTF-8"),
        (replaced("id,date,end_date", "id,dates,end_date"), "data/events.csv, row 1, field date: the column is missing; the columns are id, date, end_date, title"),
        (lambda folder: (folder / "references.bib").unlink(), "data/references.bib: the file is missing"),
        (lambda folder: (folder / "new.csv").write_text("id\n"), "data/new.csv: the table is not described in datapackage.json"),
        (lambda folder: (folder / "datapackage.json").write_text("{"), "data/datapackage.json: the file is broken"),
        (lambda folder: (folder / "datapackage.json").unlink(), "data/datapackage.json: the file is missing"),
        (replaced('"meaning": "A technical milestone."', '"meaning": ""', "datapackage.json"), 'data/datapackage.json, vocabulary kind: "technology" has no label or no meaning'),
        (replaced('"key": "world-bank-2026-population"', '"key": "world-bank-2025-population"', "datapackage.json"), 'data/datapackage.json, table population, sources: "world-bank-2025-population" is no key in references.bib; the closest are world-bank-2026-population'),
    ],
)
def test_a_broken_file_is_one_problem_and_no_other_table_is_blamed(folder: Path, break_it: Callable[[Path], None], said: str):
    break_it(folder)
    found = problems(folder)
    assert found[0].startswith(said)
    assert len(found) == 1 or (said.startswith("data/events.csv, row 1") and found[1:] == [found[1]] and 'the column "dates" is not known' in found[1])


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (replaced("@misc{pbs-nd-internet-timeline,", "@misc pbs-nd-internet-timeline,", "references.bib"), "data/references.bib: syntax error in line"),
        (replaced("@misc{", "@misc{ren-wic-article,\n  author = {{A}},\n  title = {B},\n}\n\n@misc{", "references.bib"), "data/references.bib: repeated bibliography entry: ren-wic-article"),
        (replaced("@misc{", "@misc{NewKey,\n  author = {{A}},\n  title = {B},\n}\n\n@misc{", "references.bib"), 'data/references.bib, entry NewKey: "NewKey" is not allowed as a key'),
        (replaced("@misc{", "@misc{new-key,\n  title = {B},\n}\n\n@misc{", "references.bib"), "data/references.bib, entry new-key: author or title is missing"),
        (replaced("month = {September}", "month = {Sept.}", "references.bib"), 'field month: "Sept." is not allowed; allowed: December or 16 December'),
        (replaced("  title = {{", "  title = {{\\emph", "references.bib"), "a TeX command is not allowed"),
        (replaced("url = {http://gov.cn", "url = {http://gov.cn", "references.bib") if False else replaced("@misc{", "@misc{new-key,\n  author = {{A}},\n  title = {B},\n  url = {https://intgovforum.org/en/content/igf-2016-day-2-room-8-of27-freedom-online-coalition},\n}\n\n@misc{", "references.bib"), "is already in entry"),
    ],
)
def test_the_bibliography_is_checked(folder: Path, break_it: Callable[[Path], None], said: str):
    break_it(folder)
    assert any(said in problem for problem in problems(folder))


def test_a_source_that_nothing_cites_is_said_unless_it_is_marked(folder: Path):
    (folder.parent / "book").mkdir()
    (folder.parent / "book" / "index.md").write_text(" ".join((root("data") / "references.bib").read_text(encoding="utf-8").split("{")), encoding="utf-8")
    check(folder)
    entry = "@misc{new-key,\n  author = {{A}},\n  title = {B},\n}\n\n"
    replaced("@misc{", entry + "@misc{", "references.bib")(folder)
    assert problems(folder) == ["data/references.bib, entry new-key: nothing cites it; cite it, delete it, or mark it with keywords = {background}"]
    replaced("title = {B}", "title = {B},\n  keywords = {background}", "references.bib")(folder)
    check(folder)


def test_a_changed_table_is_noticed_until_its_checksum_is_renewed(folder: Path):
    before = (folder / "datapackage.json").read_bytes()
    replaced("Reduced pandemic edition.", "Small pandemic edition.")(folder)
    with pytest.raises(DataError) as error:
        check(folder)
    assert str(error.value) == "data/events.csv: the file is not the one whose checksum is in datapackage.json; if the change is wanted, run: make data"
    update(folder)
    check(folder)
    assert (folder / "datapackage.json").read_bytes() != before


def test_all_problems_are_said_at_once(folder: Path):
    cell("csfm-2013", "date", "2013-14")(folder)
    cell("csfm-2013", "kind", "talk")(folder)
    cell("principle-4-good-order", "number", "four", "concepts.csv")(folder)
    (folder / "people.csv").unlink()
    found = problems(folder)
    assert len(found) == 4
    assert [problem.split(":")[0].split(",")[0] for problem in found] == ["data/events.csv", "data/events.csv", "data/concepts.csv", "data/people.csv"]


def test_the_command_says_what_is_wrong_and_fails(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["validate", "--data", str(folder)]) == 0
    cell("csfm-2013", "kind", "talk")(folder)
    for arguments in ([], ["--update"]):
        assert main(["validate", "--data", str(folder), *arguments]) == 1
        captured = capsys.readouterr()
        assert 'field kind: "talk" is not allowed' in captured.err
