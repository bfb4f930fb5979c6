"""A match of a supplier as plain values: who it may be, why, word by word, and what that vendor is listed for."""

from collections.abc import Mapping
from typing import Any

from vendorscreen.matching import Match
from vendorscreen.matching.statement import statement
from vendorscreen.name import clean_alerts_per_thousand
from vendorscreen.report.listed import listing_entry
from vendorscreen.tender.tender import Party
from vendorscreen.vendor.vendor import Programme

__all__ = ["match_entry"]


def match_entry(match: Match, party: Party, programmes: Mapping[str, Programme]) -> dict[str, Any]:
    """Return a match with its vendor's listings that count on its day, or may, the strongest first.

    ``active`` of a listing is ``None`` where it is not known whether it counts. Similarity is from 0 to 1, ``bits`` is
    the information the names share.
    """
    comparison = match.comparison
    return {
        "vendor": match.vendor.id,
        "vendor_name": match.vendor.name,
        "list": match.vendor.list,
        "relation": match.relation,
        "basis": match.basis,
        "certainty": match.certainty.word,
        "listed_name": match.listed_name,
        "similarity": round(comparison.similarity, 4),
        "bits": round(comparison.bits, 1),
        "clean_firms_per_1000": clean_alerts_per_thousand(comparison.similarity),
        "aligned": [[words.a, words.b, round(words.quality, 3), round(words.bits, 1)] for words in comparison.aligned],
        "unaligned": [list(comparison.unaligned_a), list(comparison.unaligned_b)],
        "legal_forms": [list(comparison.forms_a), list(comparison.forms_b)],
        "statement": statement(match, party),
        "speaks_for": list(match.speaks_for),
        "speaks_against": list(match.speaks_against),
        "listings": [
            {"active": one.active(match.as_of), **listing_entry(one, programmes, match.as_of).model_dump(mode="json")}
            for one in match.listings
            if match.as_of
        ],
    }
