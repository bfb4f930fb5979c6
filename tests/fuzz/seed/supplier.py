"""Lists of suppliers, in every format."""

from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq

from tests.fuzz.mutation import Files
from tests.fuzz.seed.form import delimited, json_bytes, workbook

__all__ = ["suppliers_csv", "suppliers_jsonl", "suppliers_parquet", "suppliers_xlsx"]

_SUPPLIERS = [
    ["Supplier", "Country", "VAT", "LEI", "City", "Spend"],
    ["Nuctech Warsaw Company Limited Sp. z o.o.", "PL", "PL5252344078", "", "Warszawa", "12.50"],
    ["Hangzhou Hikvision Digital Technology Co., Ltd.", "China", "", "529900T8BM49AURSDO55", "Hangzhou", "7"],
    ["Müller & Söhne GmbH (ex Acme)", "DE", "DE129273398", "", "Köln", ""],
    ["ООО Ромашка", "RU", "", "", "Москва", "-1"],
    ["Huawei Technologies Coöperatief U.A.", "NL", "", "", "Amsterdam", "1e6"],
]


def _records() -> list[dict[str, object]]:
    return [dict(zip(_SUPPLIERS[0], row, strict=True)) for row in _SUPPLIERS[1:]]


def suppliers_jsonl() -> list[Files]:
    nested = [
        {"supplier": {"name": row["Supplier"], "ids": [row["VAT"], row["LEI"]]}, "n": place}
        for place, row in enumerate(_records())
    ]
    return [{"suppliers.jsonl": b"".join(json_bytes(row) + b"\n" for row in rows)} for rows in (_records(), nested)]


def suppliers_parquet() -> list[Files]:
    columns = {name: [row[name] for row in _records()] for name in _SUPPLIERS[0]}
    count = len(_SUPPLIERS) - 1
    further = {
        "n": pa.array(range(count), pa.int32()),
        "day": pa.array([date(2026, 1, 1)] * count),
        "at": pa.array([datetime(2026, 1, 1)] * count, pa.timestamp("ns")),  # noqa: DTZ001 - a column without a zone
        "tags": pa.array([["a", None]] * count),
        "inner": pa.array([{"name": "x", "b": b"y"}] * count),
        "days": pa.array([[datetime(2026, 1, 1)]] * count, pa.list_(pa.timestamp("us"))),  # noqa: DTZ001
        "raw": pa.array([b"\xff"] * count, pa.binary(1)),
        "large": pa.array([b"\xff", None, b"", b"x", b"y"], pa.large_binary()),
        "uuid": pa.array([bytes(16)] * count, pa.uuid()),
        "kind": pa.array(["a", "b", "a", "b", None]).dictionary_encode(),
    }
    return [
        {"suppliers.parquet": _parquet(pa.table(columns), compression="none")},
        {"suppliers.parquet": _parquet(pa.table({**columns, **further}), compression="snappy")},
    ]


def _parquet(table: pa.Table, compression: str) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression=compression)
    return sink.getvalue().to_pybytes()


def suppliers_csv() -> list[Files]:
    return [{"suppliers.csv": delimited(_SUPPLIERS, sign)} for sign in ",;\t"]


def suppliers_xlsx() -> list[Files]:
    return [{"suppliers.xlsx": workbook(_SUPPLIERS)}]
