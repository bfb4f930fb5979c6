"""Frames of any library: the same answers as batches give, and nothing of them is lost."""

from dataclasses import replace

import pyarrow as pa
import pytest

from tests.batch.conftest import OPTIONS
from vendorscreen.batch import RESULT_FIELDS, screen_batches, screen_table
from vendorscreen.batch.origin import Origin
from vendorscreen.errors import UsageError
from vendorscreen.screening import Screener

LIST = pa.table(
    {
        "name": ["ZTE Corporation", None, "Unheard of Works"],
        "country": ["CN", "DE", None],
        "amount": pa.array([1.5, None, 3.0]),
    }
)
ADDED = [field.name for field in RESULT_FIELDS]


def _rows(screener: Screener) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = pa.Table.from_batches(
        screen_batches(iter(LIST.to_batches()), screener, OPTIONS)
    ).to_pylist()
    return rows


@pytest.mark.parametrize(
    "form", [LIST, LIST.to_batches()[0], pa.RecordBatchReader.from_batches(LIST.schema, LIST.to_batches())]
)
def test_every_form_of_arrow_gives_what_batches_give(screener: Screener, form: object) -> None:
    assert screen_table(form, OPTIONS, screener).to_pylist() == _rows(screener)  # type: ignore[arg-type]


def test_a_frame_of_pandas_keeps_its_index(screener: Screener) -> None:
    pd = pytest.importorskip("pandas")
    frame = LIST.to_pandas().iloc[[2, 0]]

    back = screen_table(frame, OPTIONS, screener).to_pandas()

    assert list(back.index) == [2, 0]
    assert list(back["screening_vendor"].fillna("")) == ["", "zte"]
    assert isinstance(back, pd.DataFrame)


def test_a_frame_of_polars_comes_back_whole(screener: Screener) -> None:
    pl = pytest.importorskip("polars")
    frame = pl.from_arrow(LIST).with_columns(pl.col("country").cast(pl.Categorical))

    back = pl.from_arrow(screen_table(frame, OPTIONS, screener))

    assert back.columns == [*LIST.schema.names, *ADDED]
    assert back["screening_vendor"].to_list() == ["zte", None, None]


def test_a_relation_of_duckdb_is_a_frame_too(screener: Screener) -> None:
    duckdb = pytest.importorskip("duckdb")
    relation = duckdb.connect().sql("SELECT 'ZTE Corporation' AS name, 'CN' AS country")

    assert screen_table(relation, OPTIONS, screener)["screening_vendor"].to_pylist() == ["zte"]


def test_texts_in_views_come_back_as_ordinary_ones(screener: Screener) -> None:
    names = pa.array(["Hikvision", None], pa.string_view())
    notes = pa.array([["a"], None], pa.list_(pa.string_view()))
    kind = pa.DictionaryArray.from_arrays(pa.array([0, None], pa.uint32()), pa.array(["x"], pa.string_view()))
    table = pa.table({"name": names, "notes": notes, "kind": kind})

    answers = screen_table(table, replace(OPTIONS, all_candidates=True), screener)

    assert answers.select(["name", "notes", "kind"]).slice(answers.num_rows - 1).to_pylist() == table.to_pylist()[1:]
    assert screen_table(table.slice(0, 0), OPTIONS, screener).schema == answers.schema


@pytest.mark.parametrize("own", [["name", "country"], ["x", "y"], ["Name", "Firma", "Vendor name"], []])
def test_empty_in_is_empty_out_with_all_columns(screener: Screener, own: list[str]) -> None:
    empty = screen_table(pa.table({name: pa.array([], pa.float64()) for name in own}), OPTIONS, screener)

    assert (empty.num_rows, empty.schema.names) == (0, [*own, *ADDED])
    assert empty.schema.field("screening_listings") == RESULT_FIELDS[ADDED.index("screening_listings")]
    assert Origin.told_in(empty.schema) is not None


def test_whole_numbers_beside_missing_cells_are_read_as_such(screener: Screener) -> None:
    table = pa.table({"name": ["ZTE Corporation", "x"], "vat": pa.array([123456789.0, None])})

    assert (
        screen_table(table, OPTIONS, screener)["screening_reason"].to_pylist()
        == screen_table(table.set_column(1, "vat", pa.array(["123456789", None])), OPTIONS, screener)[
            "screening_reason"
        ].to_pylist()
    )


def test_numbers_that_are_not_whole_are_no_registered_numbers(screener: Screener) -> None:
    with pytest.raises(UsageError, match="column 'vat' holds double that are not whole, text is needed"):
        screen_table(pa.table({"name": ["ZTE"], "vat": [1.5]}), replace(OPTIONS, columns={"vat": "vat"}), screener)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([{"name": "ZTE"}], r"list is no table: .*Table\.from_pylist\(rows\)"),
        ("list.csv", "str is no table: .*a file: vendorscreen batch"),
        (pa.array(["ZTE"]), "no table of suppliers"),
        (pa.Table.from_arrays([pa.array(["ZTE"])] * 2, ["name", "name"]), "several columns have the same name: name"),
        (pa.table({"x": ["1"]}), "no column holds names of suppliers"),
        (pa.table({"name": ["ZTE"], "screening_vendor": ["zte"]}), "columns of an earlier screening"),
    ],
)
def test_what_is_no_list_of_suppliers_is_refused_with_what_would_be(
    screener: Screener, given: object, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        screen_table(given, OPTIONS, screener)  # type: ignore[arg-type]
