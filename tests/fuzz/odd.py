"""Values that readers seldom see."""

__all__ = ["BYTES", "NUMBERS", "TEXTS", "VALUES"]

TEXTS = [
    "", " ", "\n", "-", "0", "-1", "1e999", "NaN", "null", "true", "NO", "US", "cn", "EU", "XX", "٣", "½", "\x00", "\x1b[2J",
    "\ufeff", "\u202e", "\u2028", "\x85", "\ufffd", "\udc80", "\U0010ffff", "İ", "ﬃ", "e\u0301" * 40, "公司", "ООО Ромашка",
    "=1+1", "a,b;c|d\te", '"', "'", "*", "%s {0} {x}", "../../x", "http://", "https://x.example/é", "mailto:x",
    "2026-02-30", "2026-13", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2026-03-02T25:61:00Z", "20260302",
    "01/02/26", "31.12.2999", "2026-03-02+14:00", "Huawei Technologies", "Nuctech", "ZTE Corporation", "Acme Optics GmbH",
    "529900T8BM49AURSDO55", "732829320", "0712", "3251", "38581000-8", "CN-USCC", "LOT-0001", "TPA-1", "A1:XFD1048576",
    "XFD1048576", "a1048577", "1048576", "x" * 1_001, "A B " * 600, "(" * 300, "漢" * 5_000,
]  # fmt: skip
"""Texts: signs, dates, numbers, names and ids that mean something somewhere, long ones."""

NUMBERS = [
    0,
    1,
    -1,
    2,
    100,
    10**9,
    2**31,
    2**32 - 1,
    2**53 + 1,
    2**63,
    2**64,
    -(2**63) - 1,
    10**40,
    0.5,
    -0.0,
    1e308,
    1e-320,
    20260302,
]


def _deep(levels: int) -> object:
    value: object = []
    for level in range(levels):
        value = [value] if level % 2 else {"a": value}
    return value


VALUES = [
    None, True, False, [], {}, [[]], [None], {"": None}, ["US"], {"US": 1}, [1, "1", 1.0], {"name": "x"}, [{"id": "A"}],
    {"id": [], "name": {}}, ["x"] * 300, _deep(20), _deep(62), _deep(70), *NUMBERS, *TEXTS,
]  # fmt: skip
"""Values of JSON and YAML: of every type, empty, nested, many."""

BYTES = [b"\x00", b"\xff", b"\x80", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\x1a", b"\xc0\xaf", b"\xed\xa0\x80", b"<!DOCTYPE a>", b"&#0;",
         b"<![CDATA[", b"]]>", b"&x;", b"%", b"*a", b"&a ", b"!!python/object:os ", b"<<: ", b"---\n", b"\t", b'""', b"\\u0000", b"\\ud800",
         *(text.encode("utf-8", "surrogatepass") for text in TEXTS[:-4])]  # fmt: skip
"""Bytes that mean something in some form."""
