"""Answers in files: every format holds the same rows, and none that a spreadsheet would run."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests.batch.conftest import OPTIONS
from vendorscreen.batch import screen_batches
from vendorscreen.batch.origin import Origin
from vendorscreen.batch.writing import ENDINGS, WorkbookWriter, is_workbook, writer_for
from vendorscreen.batch.writing.cell_text import harmless_parts
from vendorscreen.batch.writing.delimited_output import CsvWriter
from vendorscreen.errors import UsageError
from vendorscreen.screening import Screener

HOSTILE = [
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\x00=1", "\u00a0=1", "＝1", "＋1", "－1", "＠x",
    "-5", "'=1",
]  # fmt: skip
HARMLESS = ["A=1", "a-b", "x@y.z", "007", "1+1", "", "  plain", "Ünïcödé 株式会社"]


@pytest.fixture(scope="session")
def answers(screener: Screener) -> pa.RecordBatch:
    cells = [*HOSTILE, *HARMLESS, None]
    names = ["Hangzhou Hikvision Digital Technology Co., Ltd", *["Siemens AG"] * (len(cells) - 1)]
    batch = pa.RecordBatch.from_pydict({"name": names, "=note": pa.array(cells, pa.string())})
    return next(iter(screen_batches(iter([batch]), screener, OPTIONS)))


def _written(answers: pa.RecordBatch, path: Path) -> Path:
    with path.open("wb") as file, writer_for(path, file, answers.schema) as writer:
        writer.write(answers)
    return path


def _spreadsheet_rows(path: Path) -> Iterator[list[str]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.reader(file, strict=True)
    else:
        sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("screening")
        yield from ([str(cell) for cell in row] for row in sheet.to_python())


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_no_cell_of_a_spreadsheet_can_be_taken_for_a_formula(
    ending: str, answers: pa.RecordBatch, tmp_path: Path
) -> None:
    header, *rows = _spreadsheet_rows(_written(answers, tmp_path / f"x{ending}"))

    place = header.index("'=note")
    notes = [row[place] for row in rows]
    quoted = [f"'{cell}" for cell in HOSTILE]
    if ending == ".csv":  # whose cells another program may cut at a tab or a line end, and which can be taken back
        quoted = [text.replace("\t=", "\t'=").replace("\r=", "\r'=").replace("\n=", "\n'=") for text in quoted]
    else:
        quoted[-1] = HOSTILE[-1]
    assert [_as_stored(note) for note in notes[: len(HOSTILE)]] == quoted
    assert notes[len(HOSTILE) :] == [*HARMLESS, ""]


PIECES = ["a", "=", "+", "-", "@", ",", ";", "|", "\t", "\r", "\n", '"', "'", " ", "\x00", "\u00a0", "=1", ";=", "\r\n"]


@given(cells=st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), min_size=2, max_size=2))
def test_no_delimiter_of_another_program_makes_a_cell_that_it_might_run(cells: list[str]) -> None:
    schema = pa.schema([("a", pa.string()), ("number", pa.int64()), ("b", pa.string())])
    row = pa.RecordBatch.from_pydict({"a": cells[:1], "number": [7], "b": cells[1:]}, schema)
    for written in ",;|":
        file = io.BytesIO()
        with CsvWriter(file, schema, written) as writer:
            writer.write(row)
        for read in ",;|\t":
            lines = io.StringIO(file.getvalue().decode(), newline="")
            found = [cell for one in csv.reader(lines, delimiter=read) for cell in one]
            assert not [cell for cell in found if cell.startswith(("=", "+", "-", "@", "\t", "\r"))], (written, read)


@given(cell=st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_a_neutralised_cell_can_be_taken_back(cell: str) -> None:
    before = "[\x00-\x08\x0b\x0c\x0e-\x20\u00a0\ufeff\"']*"
    text = harmless_parts(pa.array([cell]))[0].as_py()
    for pattern in (
        rf"([,;|])'({before}\r(?:[^\n]|\Z))",
        rf"(\A)'({before}[\t\r\n])",
        rf"([,;|\r\n])'({before}\t)",
        rf"(\A|[,;|\t\r\n])'({before}[=+\-@])",
    ):
        text = re.sub(pattern, r"\1\2", text)

    assert text == cell


def _as_stored(note: str) -> str:
    return note.replace("_x0000_", "\x00").replace("_x000D_", "\r")


def test_a_workbook_holds_no_formula_element(answers: pa.RecordBatch, tmp_path: Path) -> None:
    path = _written(answers, tmp_path / "x.xlsx")

    with zipfile.ZipFile(path) as archive:
        sheet = "".join(archive.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2))
    assert "<f>" not in sheet


def test_a_workbook_is_made_for_people(answers: pa.RecordBatch, tmp_path: Path) -> None:
    path = _written(answers, tmp_path / "x.xlsx")

    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
        links = archive.read("xl/worksheets/_rels/sheet2.xml.rels").decode()
    assert 'state="frozen"' in sheet
    assert "<autoFilter ref=" in sheet
    assert "<cols>" in sheet
    assert 'Target="https://' in links


def test_parquet_holds_the_very_answers(answers: pa.RecordBatch, tmp_path: Path) -> None:
    path = _written(answers, tmp_path / "x.parquet")

    assert pq.read_table(path).equals(pa.Table.from_batches([answers]))


def test_json_lines_hold_the_very_answers_without_empty_ones(answers: pa.RecordBatch, tmp_path: Path) -> None:
    path = _written(answers, tmp_path / "x.jsonl")

    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    assert lines == [{name: value for name, value in row.items() if value is not None} for row in answers.to_pylist()]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_answers_give_the_same_bytes(ending: str, answers: pa.RecordBatch, tmp_path: Path) -> None:
    first = _written(answers, tmp_path / f"first{ending}")
    second = _written(answers, tmp_path / f"second{ending}")

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_columns_of_any_type_have_a_text(ending: str, answers: pa.RecordBatch, tmp_path: Path) -> None:
    odd = {
        "decimal": pa.array(["1.50"]).cast(pa.decimal128(5, 2)),
        "day": pa.array([19000], pa.date32()),
        "map": pa.array([[("a", 1)]], pa.map_(pa.string(), pa.int32())),
        "lists": pa.array([["x", None]]),
        "struct": pa.array([{"a": 1}]),
        "bytes": pa.array([b"x"]),
        "number": pa.array([2**60]),
        "nan": pa.array([float("nan")]),
        "flag": pa.array([True]),
        "duration": pa.array([5], pa.duration("s")),
        "null": pa.nulls(1),
        "category": pa.array([1]).dictionary_encode(),
    }
    first = answers.slice(0, 1)
    names = [*odd, *first.schema.names]
    batch = pa.RecordBatch.from_arrays([*odd.values(), *first.columns], names=names)

    header, row = _spreadsheet_rows(_written(batch, tmp_path / f"x{ending}"))

    told = dict(zip(header, row, strict=True))
    assert {name: told[name] for name in ("decimal", "day", "lists", "struct", "number", "flag", "category")} == {
        "decimal": "1.50", "day": "2022-01-08", "lists": '["x",null]', "struct": '{"a":1}', "number": "1152921504606846976",
        "flag": "true", "category": "1",
    }  # fmt: skip


def test_a_long_cell_of_a_workbook_is_cut_and_says_so(answers: pa.RecordBatch, tmp_path: Path) -> None:
    place = answers.schema.get_field_index("=note")
    long = answers.slice(0, 1).set_column(place, "note", pa.array(["x" * 40_000]))

    _, row = _spreadsheet_rows(_written(long, tmp_path / "x.xlsx"))

    assert len(row[place]) == 32_767
    assert row[place].endswith("x… (cut)")


def test_another_ending_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"x\.txt: no format of results, the name must end in \.csv, \.jsonl"):
        is_workbook(Path("x.txt"))


def test_parquet_names_the_lists_that_were_not_screened(answers: pa.RecordBatch, tmp_path: Path) -> None:
    path = _written(answers, tmp_path / "x.parquet")

    origin = Origin.told_in(pq.read_schema(path))

    assert origin is not None
    assert [(one.list, one.possible) for one in origin.not_screened] == [("eu-fsf", "prohibits")]


def test_a_workbook_names_the_lists_that_were_not_screened_in_its_properties(
    answers: pa.RecordBatch, tmp_path: Path
) -> None:
    path = _written(answers, tmp_path / "x.xlsx")

    with zipfile.ZipFile(path) as archive:
        properties = archive.read("docProps/core.xml").decode()
    assert "Install it: vendorscreen watchlist update eu-fsf" in properties


def test_parts_of_a_list_split_back_whatever_they_hold(tmp_path: Path) -> None:
    parts = [["15 CFR 744; see 746", "a | b", "c\\", "d"], None, ["x"]]
    batch = pa.RecordBatch.from_pydict({"row": ["1", "2", "3"], "parts": pa.array(parts, pa.list_(pa.string()))})

    _, *rows = _spreadsheet_rows(_written(batch, tmp_path / "x.csv"))

    assert [cell.split(" | ") for _, cell in rows] == [["15 CFR 744; see 746", "a \\| b", "c\\\\", "d"], [""], ["x"]]


def test_delimited_text_has_the_delimiter_and_mark_asked_for(tmp_path: Path) -> None:
    batch = pa.RecordBatch.from_pydict({"name": ["Ä"], "country": ["DE"]})
    path = tmp_path / "x.csv"
    with path.open("wb") as file, writer_for(path, file, batch.schema, ";", marked=True) as writer:
        writer.write(batch)

    assert path.read_bytes().decode("utf-8") == '\ufeff"name";"country"\n"Ä";"DE"\n'


def test_a_workbook_opens_on_an_overview(answers: pa.RecordBatch, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with path.open("wb") as file:
        writer = writer_for(path, file, answers.schema)
        assert isinstance(writer, WorkbookWriter)
        with writer:
            writer.write(answers)
            writer.tell([("Result",), ("=rows", 3)])

    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    assert (sheet.name, sheet.to_python()) == ("overview", [["Result", ""], ["'=rows", 3.0]])


_ODD = {
    "fixed": pa.array([b"\xff\x00"], pa.binary(2)),
    "large": pa.array([b"\xff"], pa.large_binary()),
    "uuid": pa.ExtensionArray.from_storage(pa.uuid(), pa.array([b"\x00" * 16], pa.binary(16))),
    "nanosecond": pa.array([1], pa.timestamp("ns")),
    "times": pa.array([[10**18 + 1]], pa.list_(pa.timestamp("ns"))),
    "time": pa.array([1], pa.time64("ns")),
    "duration": pa.array([1], pa.duration("ns")),
    "late": pa.array([2932897], pa.date32()),
    "never": pa.array([2**62], pa.timestamp("us")),
    "zone": pa.array([1], pa.timestamp("us", "Mars/Olympus")),
    "struct": pa.array([{"a": 2**62}], pa.struct([("a", pa.timestamp("us"))])),
    "map": pa.array([[("a", 1)]], pa.map_(pa.string(), pa.timestamp("ns"))),
}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("kind", _ODD)
def test_a_cell_that_python_cannot_hold_is_written_all_the_same(
    kind: str, ending: str, answers: pa.RecordBatch, tmp_path: Path
) -> None:
    first = answers.slice(0, 1)
    batch = pa.RecordBatch.from_arrays([_ODD[kind], *first.columns], names=[kind, *first.schema.names])

    assert _written(batch, tmp_path / f"x{ending}").stat().st_size > 0


def test_times_that_python_cannot_hold_are_written_as_text(tmp_path: Path) -> None:
    batch = pa.RecordBatch.from_pydict({name: _ODD[name] for name in ("nanosecond", "times", "late", "uuid")})

    assert json.loads(_written(batch, tmp_path / "x.jsonl").read_text(encoding="utf-8")) == {
        "nanosecond": "1970-01-01 00:00:00.000000001",
        "times": ["2001-09-09 01:46:40.000000001"],
        "late": "10000-01-01",
        "uuid": "00000000-0000-0000-0000-000000000000",
    }
