"""JSON Schemas of the files people write, for their editors."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct

from vendorscreen.document import json_schema
from vendorscreen.fact import Fact, Scope, ValueKind
from vendorscreen.fact.catalogue import all_scopes
from vendorscreen.rule.country_group import CountryGroup
from vendorscreen.rule.lexicon import LexiconFile
from vendorscreen.rule.operator import OPERATORS
from vendorscreen.rule.rule_file import RuleFile
from vendorscreen.tender.native import TenderFile
from vendorscreen.vendor.vendor_file import VendorFile

__all__ = ["SCHEMAS"]

Schema = dict[str, Any]

_HOME = "https://github.com/vendorscreen/vendorscreen/tree/main/docs/schema"
_CONDITION: Schema = {"$ref": "#/$defs/Condition"}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}


def _schema(shape: type[Struct], name: str) -> Schema:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{_HOME}/{name}.schema.json"}
    return {**head, **json_schema(shape)}


def _rule() -> Schema:
    """Return the schema of a rule, with the tree of its condition spelt out."""
    schema = _schema(RuleFile, "rule")
    conditions = {"type": "array", "items": _CONDITION, "minItems": 1}
    schema["$defs"]["Condition"] = {
        "type": "object",
        "properties": {"all": conditions, "any": conditions, "not": _CONDITION, **_collections(), **_facts()},
        "additionalProperties": False,
    }
    schema["$defs"]["Count"] = {
        "type": "object",
        "properties": {
            "where": _CONDITION,
            "at_least": {"type": "integer", "minimum": 1},
            "at_most": {"type": "integer", "minimum": 0},
        },
        "additionalProperties": False,
    }
    for part in ("bound", "when", "condition"):
        schema["properties"][part] = _CONDITION
    return schema


def _collections() -> dict[str, Schema]:
    """Return what may stand behind each quantifier."""
    paths = _paths((scope, part.name) for scope in all_scopes() for part in scope.parts.values() if part.many)
    return {
        f"{word} {path}": {"$ref": "#/$defs/Count"} if word == "count" else _CONDITION
        for path in paths
        for word in ("some", "every", "none", "count")
    }


def _facts() -> dict[str, Schema]:
    """Return the tests that may stand behind each fact; a bare name may belong to several scopes."""
    tests: dict[str, list[Schema]] = {}
    for scope in all_scopes():
        for fact in scope.facts.values():
            for path in _paths([(scope, fact.name)]):
                known = tests.setdefault(path, [])
                known += [test for test in [_test(fact)] if test not in known]
    return {path: known[0] if len(known) == 1 else {"anyOf": known} for path, known in sorted(tests.items())}


def _paths(named: Iterable[tuple[Scope, str]]) -> Iterator[str]:
    for scope, name in named:
        yield from (name, f"{scope.name}.{name}")


def _test(fact: Fact) -> Schema:
    """Return the schema of the test of a fact: one operator that fits it, with an operand that fits both."""
    schema: Schema = {"type": "object", "description": fact.meaning, "additionalProperties": False}
    fitting = {name: one for name, one in OPERATORS.items() if fact.kind in one.kinds}
    properties = {name: {**_operand(name, fact), "description": one.meaning} for name, one in fitting.items()}
    single = {**schema, "properties": properties, "minProperties": 1, "maxProperties": 1}
    if fact.kind is ValueKind.SHARES:
        bounds = dict.fromkeys(("more_than", "at_least", "less_than", "at_most"), _SHARE)
        held = {"from": _one_or_more({"type": "string"}), **bounds}
        return {"anyOf": [single, {**schema, "properties": held, "required": ["from"]}]}
    return single


def _operand(operator: str, fact: Fact) -> Schema:
    if operator == "stated":
        return {"type": "boolean"}
    if operator in ("in", "includes"):
        return {"type": "array", "items": _value(fact), "minItems": 1}
    if operator == "under":
        return {"type": "array", "items": {"type": "string", "pattern": "^[0-9]{2,8}$"}, "minItems": 1}
    if operator == "within":
        return _one_or_more({"type": "string"})
    return {"type": "string"} if operator == "mentions" else _value(fact)


def _value(fact: Fact) -> Schema:
    if fact.values:
        return {"enum": list(fact.values)}
    return _VALUES.get(fact.kind, {"type": "string"})


def _one_or_more(one: Schema) -> Schema:
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


_VALUES: dict[ValueKind, Schema] = {
    ValueKind.FLAG: {"type": "boolean"},
    ValueKind.NUMBER: {"type": "number"},
    ValueKind.DATE: {"type": "string", "format": "date"},
    ValueKind.COUNTRY: {"type": "string", "pattern": "^[A-Z]{2}$"},
}

SCHEMAS: dict[str, Callable[[], Schema]] = {
    "tender": lambda: _schema(TenderFile, "tender"),
    "vendor": lambda: _schema(VendorFile, "vendor"),
    "rule": _rule,
    "group": lambda: _schema(CountryGroup, "group"),
    "lexicon": lambda: _schema(LexiconFile, "lexicon"),
}
"""A schema by the kind of file it describes."""
