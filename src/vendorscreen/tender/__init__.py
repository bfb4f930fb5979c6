"""A tender: what a buyer holds in hand, in the words of OCDS; read from files."""

from vendorscreen.tender.native_writing import native_text
from vendorscreen.tender.tender import Collection, Party, Tender
from vendorscreen.tender.tender_files import parse_tender, parse_tenders, read_tender, read_tenders

__all__ = [
    "Collection",
    "Party",
    "Tender",
    "native_text",
    "parse_tender",
    "parse_tenders",
    "read_tender",
    "read_tenders",
]
