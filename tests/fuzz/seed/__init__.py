"""Sound little inputs of every reader: made in code, or the project's own smallest files."""

from collections.abc import Callable
from functools import cache

from tests.fuzz.mutation import Files
from tests.fuzz.seed import home, listed, supplier, tender, vendor

__all__ = ["SEEDS", "seeds_of"]

SEEDS: dict[str, Callable[[], list[Files]]] = {
    "native-yaml": tender.native_yaml,
    "native-json": tender.native_json,
    "ocds": tender.ocds,
    "ocds-lines": tender.ocds_lines,
    "eforms": tender.eforms,
    "ted": tender.ted,
    "vendor-files": lambda: vendor.vendor_files("acme.yaml"),
    "programmes": lambda: vendor.vendor_files("programmes.yaml"),
    "lists": lambda: vendor.vendor_files("lists.yaml"),
    "rules": vendor.rules,
    "lexicons": vendor.lexicons,
    "groups": vendor.groups,
    "own-list-csv": listed.own_csv,
    "own-list-xlsx": listed.own_xlsx,
    "us-csl": listed.csl,
    "us-ofac-sdn": listed.ofac,
    "us-bis-el": listed.bis,
    "un-sc": listed.un,
    "eu-fsf": listed.fsf,
    "wb-debarred-xlsx": listed.world_bank_xlsx,
    "wb-debarred-json": listed.world_bank_json,
    "home": home.home,
    "suppliers-csv": supplier.suppliers_csv,
    "suppliers-jsonl": supplier.suppliers_jsonl,
    "suppliers-xlsx": supplier.suppliers_xlsx,
    "suppliers-parquet": supplier.suppliers_parquet,
}
"""How the seeds of each reader are made."""


@cache
def seeds_of(reader: str) -> list[Files]:
    """Return the seeds of a reader."""
    return SEEDS[reader]()
