"""Vendor files with what stands beside them, rules, lexicons and groups of countries."""

from pathlib import Path

from tests.fuzz.mutation import Files
from tests.fuzz.seed.form import json_bytes, smallest

__all__ = ["WATCHLISTS", "groups", "lexicons", "rules", "vendor_files"]

WATCHLISTS = Path(__file__).parent / "watchlists"
"""A sound folder of vendor files."""


def vendor_files(name: str) -> list[Files]:
    """Return one file of that folder."""
    return [{name: (WATCHLISTS / name).read_bytes()}]


def lexicons() -> list[Files]:
    languages = {
        "en": {"common": ["the", "of", "and"], "phrases": ["ethnic minority", "Uyghur*"], "terms": {"who": ["minorit*"], "what": ["watch*"]},
               "together": [{"within": 8, "all_of": ["who", "what"]}], "found": ["watching a minority"], "not_found": ["a watch"]},
        "zh": {"common": ["的", "是", "在"], "phrases": ["少数民族"], "found": ["针对少数民族"], "not_found": ["民族"]},
    }  # fmt: skip
    return [{"watching.yaml": json_bytes({"id": "watching", "title": "Watching", "languages": languages})}]


def rules() -> list[Files]:
    return smallest(
        "rules/completeness", "rules/other-buyers", "rules/data", "rules/export-control", most=9, name="*.yaml"
    )


def groups() -> list[Files]:
    return smallest("rules/groups", most=6, name="*.yaml")
