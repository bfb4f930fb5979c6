"""Parties of a tender against vendors of a watchlist: the same, an affiliate, owned, or offering a brand."""

from vendorscreen.matching.match import Certainty, Match
from vendorscreen.matching.tender_matches import match_found, match_tender

__all__ = ["Certainty", "Match", "match_found", "match_tender"]
