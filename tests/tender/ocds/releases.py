"""Reading OCDS documents written as Python values."""

import io
import json

from vendorscreen.errors import InputError
from vendorscreen.tender import Tender, parse_tender, parse_tenders


def read(**release: object) -> Tender:
    """Return the tender of a release with these keys."""
    return parse_tender(json.dumps({"ocid": "ocds-test-1", **release}).encode(), "r.json")


def read_all(document: object) -> tuple[list[Tender], list[str]]:
    """Return the tenders of a document, and the messages about parts that are none."""
    refused: list[InputError] = []
    tenders = list(parse_tenders(io.BytesIO(json.dumps(document).encode()), "r.json", refused=refused.append))
    return tenders, [str(error) for error in refused]
