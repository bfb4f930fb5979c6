"""JSON Schemas of the files people write, for their editors."""

from collections.abc import Callable
from typing import Any

from vendorscreen.fact.catalogue import all_scopes
from vendorscreen.rule.operator import OPERATORS
from vendorscreen.rule.rule_file import RuleFile
from vendorscreen.tender.native import NativeTender
from vendorscreen.watchlist.vendor_file import VendorFile

__all__ = ["SCHEMAS"]

Schema = dict[str, Any]

_HOME = "https://github.com/vendorscreen/vendorscreen/tree/main/docs/schema"


def _schema(model: type[RuleFile] | type[NativeTender] | type[VendorFile], name: str) -> Schema:
    schema = model.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{_HOME}/{name}.schema.json", **schema}


def _rule() -> Schema:
    """Return the schema of a rule, with the tree of its condition spelt out."""
    schema = _schema(RuleFile, "rule")
    condition = {"$ref": "#/$defs/Condition"}
    schema["$defs"]["Condition"] = {
        "type": "object",
        "properties": {
            "all": {"type": "array", "items": condition, "minItems": 1},
            "any": {"type": "array", "items": condition, "minItems": 1},
            "not": condition,
            **{path: {"$ref": "#/$defs/Test"} for path in _fact_paths()},
        },
        "patternProperties": {"^(some|every|none) [a-z_.]+$": condition, "^count [a-z_.]+$": {"$ref": "#/$defs/Count"}},
        "additionalProperties": False,
    }
    schema["$defs"]["Count"] = {
        "type": "object",
        "properties": {"where": condition, "at_least": {"type": "integer"}, "at_most": {"type": "integer"}},
        "additionalProperties": False,
    }
    schema["$defs"]["Test"] = {
        "type": "object",
        "properties": {**{name: {"description": one.meaning} for name, one in OPERATORS.items()}, "from": {}},
        "additionalProperties": False,
    }
    schema["properties"]["condition"] = condition
    schema["properties"]["bound"] = condition
    return schema


def _fact_paths() -> list[str]:
    scopes = list(all_scopes())
    bare = {name for scope in scopes for name in scope.facts}
    dotted = {f"{scope.name}.{name}" for scope in scopes for name in scope.facts}
    return sorted(bare | dotted)


SCHEMAS: dict[str, Callable[[], Schema]] = {
    "tender": lambda: _schema(NativeTender, "tender"),
    "vendor": lambda: _schema(VendorFile, "vendor"),
    "rule": _rule,
}
"""A schema by the kind of file it describes."""
