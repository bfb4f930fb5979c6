"""Any odd value at any place of a file that people write is answered, or refused in words: never a traceback."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from vendorscreen.document import parse_document
from vendorscreen.errors import VendorscreenError
from vendorscreen.lists.own_list import read_map
from vendorscreen.lists.readers import ListFile
from vendorscreen.lists.table_reading import read_table
from vendorscreen.rule import read_rules
from vendorscreen.rule.country_group import read_group
from vendorscreen.rule.lexicon import read_lexicon
from vendorscreen.rule.rule_folders import RuleReader
from vendorscreen.tender import native_text, parse_tender
from vendorscreen.watchlist.vendor_folders import read_vendor_folders

EVERY = int(os.environ.get("VENDORSCREEN_EVERY_ODD_VALUE", "101"))
"""One of so many odd values is tried; 1 tries all, in a quarter of an hour."""

ODD_VALUES = [
    *("[]", "{}", "null", "[[]]", '{"a": 1}', '[{"a": [null]}]', "1e999", "-1", "0.1", "true", "NaN", "1" + "0" * 5000),
    *('""', '" "', r'"\u0000"', r'"\ud800"', r'"\u202e\u2028"', r'"a\nb"', '"2026-01-01"', '"2026-99-99"', '"0000"'),
    *('"' + "x" * 100_000 + '"', '"{}"', '"{buyer.x[0]}"', '"*"', '"﹖"', "2026", "99999"),
]
ODD_YAML = ["~", ".nan", ".inf", "2026-01-01", "0x1F", "1_000", "no", "!!binary aGk=", "&a x", "*a", "'", "? x", "<<"]
ODD_KEYS = ['""', '" "', r'"\u0000"', r'"\ud800"', r'"\u2028"', '"<<"', '"a.b"', '"a[0]"', '"' + "k" * 100_000 + '"']
ODD_YAML_KEYS = ["null", "~", "1", "1.5", ".nan", "true", "2026-01-01", "<<", "? [a]", "? {a: b}", "*a", "&a x"]

Path_ = tuple[str | int, ...]


def places(value: object, at: Path_ = ()) -> Iterator[Path_]:
    yield at
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in parts:
        yield from places(part, (*at, step))


def written(value: object, at: Path_ | None, odd: str, *, key: bool = False) -> str:
    """Return a value as JSON, odd text at one place or for its key."""
    if at == () and not key:
        return odd

    def part(step: str | int, one: object) -> str:
        here = at is not None and at[:1] == (step,)
        is_key = here and key and at is not None and len(at) == 1
        text = written(one, at[1:] if here and at and not is_key else None, odd, key=key)
        return f"{odd if is_key else json.dumps(step)}: {text}" if isinstance(value, dict) else text

    if isinstance(value, dict):
        return "{" + ", ".join(part(step, one) for step, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(part(step, one) for step, one in enumerate(value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def mutants(value: object) -> Iterator[str]:
    every = list(places(value))
    for at in every:
        yield from (written(value, at, odd) for odd in ODD_VALUES)
        yield from (f"---\n{written(value, at, odd)}\n" for odd in (*ODD_VALUES, *ODD_YAML))
        if at and isinstance(at[-1], str):
            yield from (written(value, at, odd, key=True) for odd in ODD_KEYS)
            yield from (f"---\n{written(value, at, odd, key=True)}\n" for odd in (*ODD_KEYS, *ODD_YAML_KEYS))


def read_value(path: Path) -> dict[str, object]:
    value = parse_document(path.read_bytes(), path.name).value
    assert isinstance(value, dict)
    return value


ACME = {
    "id": "acme",
    "name": "Acme Radar Ltd",
    "country": "CN",
    "what": "Maker of radars.",
    "cpv": ["32250000"],
    "aliases": ["Acme Radar Company"],
    "previous_names": [{"name": "Old Acme", "start_date": "2001", "end_date": "2002-03"}],
    "brands": [{"name": "Acmeo", "products": "radars", "cpv": ["3225"], "evidence": "primary"}],
    "identifiers": [
        {"scheme": "LEI", "id": "5493001KJTIIGC8Y1R12", "evidence": "primary", "sources": [{"title": "t"}]}
    ],
    "affiliates": [{"id": "acme-b", "name": "Acme B", "kind": "subsidiary", "share": 0.5, "evidence": "primary"}],
    "listings": [
        {
            "id": "l1",
            "kind": "export_control",
            "programme": "P-1",
            "listed_name": "Acme Radar",
            "authority": "BIS",
            "jurisdiction": "US",
            "start_date": "2020-01-01",
            "published": "2020",
            "summary": "Listed.",
            "buyer": {"name": "B", "country": "FR"},
            "evidence": "primary",
            "sources": [{"title": "FR", "url": "https://example.org", "date": "2020-01"}],
            "responses": [{"text": "No.", "date": "2021"}],
            "proceedings": [{"date": "2021-01-01", "body": "Court", "outcome": "Open."}],
        }
    ],
    "not_listed": [{"programme": "P-1", "as_of": "2021-01-01"}],
    "not_to_be_confused_with": [{"name": "Acme Bakery", "what": "bakery", "country": "GB"}],
}
PROGRAMMES = {
    "programmes": [
        {
            "id": "P-1",
            "name": "Entity List",
            "authority": "BIS",
            "jurisdiction": "US",
            "kind": "export_control",
            "legal_basis": "EAR",
            "meaning": "Information.",
            "reach": [{"kind": "owned", "at_least": 0.5, "aggregated": True, "start_date": "2025-01-01"}],
            "url": "https://example.org",
            "evidence": "primary",
            "sources": [{"title": "t"}],
        }
    ]
}
LISTS = {
    "edition": "2026-11-21",
    "lists": [
        {
            "id": "l-1",
            "title": "List",
            "publisher": "P",
            "jurisdiction": "EU",
            "url": "https://example.org",
            "max_age_days": 7,
            "programmes": ["P-1"],
            "contained_in": {"list": "l-1", "sources": ["EL"]},
            "required": [
                {
                    "countries": ["US"],
                    "levels": ["eu"],
                    "basis": "b",
                    "evidence": "primary",
                    "sources": [{"title": "t"}],
                }
            ],
        }
    ],
}
MAP = {
    "id": "mine",
    "title": "Mine",
    "publisher": "Me",
    "jurisdiction": "GB",
    "kind": "debarment",
    "delimiter": ",",
    "encoding": "utf-8",
    "where": {"column": "state", "is": ["in force"]},
    "columns": {
        "name": "name",
        "id": "no",
        "names": [{"column": "other", "kind": "alias", "separator": ";"}],
        "country": "country",
        "identifiers": [{"column": "no", "scheme": "LEI"}],
        "subject_type": {"column": "type", "person": ["p"]},
        "start_date": {"column": "from", "form": "iso"},
    },
}
TABLE = ListFile.of("t.csv", b"name,no,other,country,type,from,state\nAcme,1,A;B,GB,p,2020-01-01,in force\n")


def read_folder(folder: Path, name: str, text: str) -> None:
    for other, value in (("acme.yaml", ACME), ("programmes.yaml", PROGRAMMES)):
        (folder / other).write_text(json.dumps(value))
    (folder / name).write_text(text, encoding="utf-8")
    read_vendor_folders([folder])


def read_own_list(text: str) -> None:
    file_map = read_map(text.encode(), "map.yaml")
    read_table([TABLE], file_map.id, file_map.id, [file_map])


def read_one_tender(text: str) -> None:
    again = native_text(parse_tender(text.encode(), "t.yaml"))
    parse_tender(again.encode(), "again.yaml")


def odd_cases(name: str, root: Path, folder: Path) -> tuple[object, Callable[[str], object]]:
    """Return a valid example of a kind of file, and what reads its text."""
    if name in ("acme.yaml", "programmes.yaml", "lists.yaml"):
        example = {"acme.yaml": ACME, "programmes.yaml": PROGRAMMES, "lists.yaml": LISTS}[name]
        return example, lambda text: read_folder(folder, name, text)
    if name == "map":
        return MAP, read_own_list
    if name == "tender":
        return read_value(root / "examples/lithuanian-airports.tender.yaml"), read_one_tender
    if name == "group":
        return read_value(root / "rules/groups/prc.yaml"), lambda text: read_group(parse_document(text.encode(), "g"))
    if name == "lexicon":
        entry = {"common": ["a", "b", "c"], "phrases": ["face *"], "terms": {"x": ["y"], "z": ["w"]}}
        entry |= {"together": [{"within": 3, "all_of": ["x", "z"]}], "found": ["a face is"], "not_found": ["no"]}
        lexicon = {"id": "l", "title": "L", "languages": {"en": entry}}
        return lexicon, lambda text: read_lexicon(parse_document(text.encode(), "l"))
    vocabulary = read_rules(root / "rules", tests=False).vocabulary
    return (
        read_value(root / "rules/european-union/eu-833-5k.yaml"),
        lambda text: RuleReader(parse_document(text.encode(), "eu-833-5k.yaml"), vocabulary).rule(),
    )


@pytest.mark.parametrize(
    "name", ["acme.yaml", "programmes.yaml", "lists.yaml", "map", "tender", "group", "lexicon", "rule"]
)
def test_an_odd_value_is_answered_or_refused_in_words(name: str, root: Path, tmp_path: Path) -> None:
    example, read = odd_cases(name, root, tmp_path)
    read(json.dumps(example, ensure_ascii=False)) if name != "lists.yaml" else None
    for number, text in enumerate(mutants(example)):
        if number % EVERY:
            continue
        try:
            read(text)
        except VendorscreenError as error:
            told = str(error)
            assert told, text
            assert len(told.encode()) < 200_000, text
        except Exception as error:
            raise AssertionError(f"{type(error).__name__}: {error}, for: {text[:2000]}") from error
