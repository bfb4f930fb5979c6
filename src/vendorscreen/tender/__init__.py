"""A tender: what a buyer holds in hand, in the words of OCDS; read from files."""

from vendorscreen.tender.model import Collection, Party, Tender
from vendorscreen.tender.reading import parse_tender, parse_tenders, read_tender, read_tenders
from vendorscreen.tender.writing import native_text

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
