"""Documents changed as what they are: values and keys, elements and attributes, cells, rows and columns."""

import csv
import io
import json
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from functools import lru_cache
from random import Random
from typing import Any

import yaml
from lxml import etree

from tests.fuzz.odd import TEXTS, VALUES
from vendorscreen.document import parse_document

__all__ = ["changed_json", "changed_lines", "changed_table", "changed_xml", "changed_yaml"]

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def changed_json(content: bytes, random: Random, other: bytes) -> bytes:
    """Return a JSON document with one to three values changed."""
    return _json(_changed(content, random, other), random).encode("utf-8", "surrogatepass")


def changed_yaml(content: bytes, random: Random, other: bytes) -> bytes:
    """Return a YAML document with one to three values changed, mostly written in one line."""
    value = _changed(content, random, other)
    if random.random() < 0.2:
        with suppress(UnicodeEncodeError):  # half a surrogate pair can be written in JSON alone
            return yaml.dump(
                value, Dumper=_Dumper, allow_unicode=random.random() < 0.5, sort_keys=False, encoding="utf-8"
            )
    return b"--- " + _json(value, random).encode("utf-8", "surrogatepass")


def changed_lines(content: bytes, random: Random, other: bytes) -> bytes:
    """Return JSON Lines with the values of a line changed, or lines repeated, left out or put among each other."""
    lines = content.splitlines() or [b"{}"]
    place = random.randrange(len(lines))
    line = changed_json(lines[place], random, random.choice(other.splitlines() or [b"{}"]))
    lines[place : place + 1] = random.choice(([line], [line], [line], [line, lines[0]], [b"", line], [line] * 40, []))
    return random.choice((b"\n", b"\n", b"\r\n")).join(lines) + random.choice((b"\n", b""))


@lru_cache
def _value(content: bytes) -> str:
    return json.dumps(parse_document(content, "seed").value)


def _json(value: object, random: Random) -> str:
    return json.dumps(value, ensure_ascii=random.random() < 0.5, indent=random.choice((None, None, 1)))


def _changed(content: bytes, random: Random, other: bytes) -> object:
    value, others = json.loads(_value(content)), json.loads(_value(other))
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        value = _within(value, random, others)
    return value


def _within(value: Any, random: Random, others: Any) -> Any:
    """Return a value with something in it changed, further down more often than at its top."""
    if not isinstance(value, dict | list) or not value or random.random() < 0.02:
        return _instead(value, random, others)
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    key = random.choice(keys)
    if random.random() < 0.8:
        value[key] = _within(value[key], random, others)
    elif isinstance(value, dict):
        _change_mapping(value, key, random, others)
    else:
        _change_list(value, key, random, others)
    return value


def _change_mapping(value: dict[str, Any], key: str, random: Random, others: Any) -> None:
    kind = random.randrange(4)
    if kind == 0:
        del value[key]
    elif kind == 1:
        value[random.choice(TEXTS)] = deepcopy(value[key])
    elif kind == 2:
        value[key] = deepcopy(value[random.choice(list(value))])
    else:
        found = _somewhere(others, random)
        value.update(found if isinstance(found, dict) else {key: found})


def _change_list(value: list[Any], place: int, random: Random, others: Any) -> None:
    kind = random.randrange(5)
    if kind == 0:
        del value[place]
    elif kind == 1:
        value.insert(place, deepcopy(value[place]))
    elif kind == 2:
        value += [deepcopy(value[place]) for _ in range(random.choice((2, 10, 100)))]
    elif kind == 3:
        value.insert(place, _somewhere(others, random))
    else:
        random.shuffle(value)


def _instead(value: Any, random: Random, others: Any) -> Any:
    kind = random.randrange(8)
    if kind == 0:
        return [value]
    if kind == 1:
        return {random.choice(TEXTS): value}
    if kind == 2:
        return _somewhere(others, random)
    if kind == 3 and isinstance(value, str):
        place = random.randrange(len(value) + 1)
        return value[:place] + random.choice(TEXTS) + value[place:]
    return deepcopy(random.choice(VALUES))


def _somewhere(value: Any, random: Random) -> Any:
    """Return a copy of some part of a value."""
    while isinstance(value, dict | list) and value and random.random() < 0.8:
        value = random.choice(list(value.values()) if isinstance(value, dict) else value)
    return deepcopy(value)


def changed_xml(content: bytes, random: Random, other: bytes) -> bytes:
    """Return an XML document with one to three elements changed."""
    root = etree.fromstring(content)
    for _ in range(random.choice((1, 1, 2, 3))):
        try:
            random.choice(_ELEMENT_CHANGES)(random.choice(list(root.iter("*"))), random, other)
        except ValueError:  # lxml writes no control characters
            continue
    return etree.tostring(root, encoding="utf-8", xml_declaration=random.random() < 0.9)


def _remove(element: Any, _: Random, __: bytes) -> None:
    if element.getparent() is not None:
        element.getparent().remove(element)


def _copy(element: Any, random: Random, _: bytes) -> None:
    parent = element.getparent()
    if parent is not None:
        times = random.choice((1, 1, 2, 30))
        for _ in range(times):
            parent.insert(random.randrange(len(parent) + 1), deepcopy(element))


def _retext(element: Any, random: Random, _: bytes) -> None:
    element.text = random.choice(TEXTS)


def _retail(element: Any, random: Random, _: bytes) -> None:
    element.tail = random.choice(TEXTS)


def _reattribute(element: Any, random: Random, _: bytes) -> None:
    name = random.choice([*element.attrib, "id", "VALUE", "schemeName", "currencyID", "ITEM"])
    if random.random() < 0.2:
        element.attrib.pop(name, None)
    else:
        element.set(name, random.choice(TEXTS))


def _rename(element: Any, random: Random, _: bytes) -> None:
    element.tag = random.choice(list(element.getroottree().iter("*"))).tag


def _wrap(element: Any, _: Random, __: bytes) -> None:
    inner = deepcopy(element)
    inner.tail = None
    element[:] = [inner]


def _graft(element: Any, random: Random, other: bytes) -> None:
    element.append(deepcopy(random.choice(list(etree.fromstring(other).iter("*")))))


_ELEMENT_CHANGES: tuple[Callable[[Any, Random, bytes], None], ...] = (
    _remove, _remove, _copy, _retext, _retext, _retail, _reattribute, _rename, _wrap, _graft,
)  # fmt: skip


def changed_table(content: bytes, random: Random, other: bytes) -> bytes:
    """Return delimited text with one to three cells, rows or columns changed."""
    delimiter = max(",;\t|", key=content.partition(b"\n")[0].decode("utf-8", "replace").count)
    rows, others = (_rows(one, delimiter) for one in (content, other))
    for _ in range(random.choice((1, 1, 2, 3))):
        if not rows:
            break
        _change_rows(rows, random, others)
    stream = io.StringIO()
    style = random.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    csv.writer(stream, delimiter=delimiter, quoting=style, lineterminator=random.choice(("\r\n", "\n"))).writerows(rows)
    return stream.getvalue().encode("utf-8", "surrogatepass")


def _rows(content: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def _change_rows(rows: list[list[str]], random: Random, others: list[list[str]]) -> None:
    place = random.randrange(len(rows))
    row = rows[place]
    column = random.randrange(len(row)) if row else 0
    kind = random.randrange(12)
    if kind < 5 and row:
        row[column] = random.choice((random.choice(TEXTS), row[column] + random.choice(TEXTS)))
    elif kind == 5:
        del rows[place]
    elif kind == 6:
        rows += [list(row) for _ in range(random.choice((1, 3, 60)))]
    elif kind == 7:
        rows.insert(place, list(random.choice(others)) if others else [])
    elif kind == 8:
        for one in rows:
            del one[column : column + 1]
    elif kind == 9:
        for one in rows:
            one.insert(column, one[random.randrange(len(one))] if one else "")
    elif kind == 10:
        row += [random.choice(TEXTS)] * random.choice((1, 2, 300))
    else:
        random.shuffle(row)
