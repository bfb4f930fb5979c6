"""The name of an output decides its format; a name that stands for none is refused before anything is read."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vendorscreen.cli.format import ReportFormat, report_format
from vendorscreen.errors import UsageError

TENDER = '{"vendorscreen": 1, "title": "Chairs", "buyer": {"name": "B"}, "suppliers": ["Acme GmbH"]}'


@pytest.mark.parametrize(
    ("asked", "name", "meant"),
    [
        (None, None, "text"),
        (None, "report", "text"),
        ("summary", "report", "summary"),
        (None, "report.TXT", "text"),
        ("summary", "report.txt", "summary"),
        (None, "report.Json", "json"),
        ("json", "reports.ndjson", "json"),
        ("json", "/dev/null", "json"),
    ],
)
def test_the_name_of_the_output_decides_unless_a_format_is_asked_for(
    asked: str | None, name: str | None, meant: str
) -> None:
    assert report_format(asked and ReportFormat(asked), name and Path(name)) == meant  # type: ignore[arg-type]


def test_a_name_that_says_something_else_than_the_option_is_refused() -> None:
    with pytest.raises(UsageError, match=r"r\.json: a file of this name holds json, not text; leave --format out"):
        report_format(ReportFormat.TEXT, Path("r.json"))


@pytest.mark.parametrize(
    ("command", "option", "known"),
    [
        (("check", "t.json"), "-o", ".txt, .json, .jsonl, .ndjson"),
        (("convert", "t.json"), "-o", ".yaml, .yml"),
        (("batch", "list.csv"), "-o", ".csv, .jsonl, .ndjson, .parquet, .xlsx"),
        (("batch", "list.csv", "-o", "out.csv"), "--summary", ".json"),
    ],
)
@pytest.mark.parametrize("name", ["x.html", "x.json.bak"])
def test_an_ending_that_is_not_known_is_refused_and_nothing_written(
    run: Run, tmp_path: Path, command: tuple[str, ...], option: str, known: str, name: str
) -> None:
    (tmp_path / "t.json").write_text(TENDER, encoding="utf-8")
    (tmp_path / "list.csv").write_text("name\nAcme GmbH\n", encoding="utf-8")
    before = set(tmp_path.iterdir())
    done = run(*command, option, name)
    assert done.returncode == 2
    assert done.stderr == f"{name}: no format of results, the name must end in {known}\n"
    assert set(tmp_path.iterdir()) == before


def test_one_report_in_a_file_of_json_lines_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.json").write_text(TENDER, encoding="utf-8")
    run("check", "t.json", "-o", "r.jsonl")
    run("check", "t.json", "-o", "r.json")
    line, whole = (tmp_path / f"r.{ending}" for ending in ("jsonl", "json"))
    assert len(line.read_text(encoding="utf-8").splitlines()) == 1
    assert json.loads(line.read_bytes()) == json.loads(whole.read_bytes())
