"""A tender: what a buyer holds in hand, in the words of OCDS; read from files."""

from vendorscreen.tender.model import Collection, Party, Tender
from vendorscreen.tender.reading import parse_tender, read_tender

__all__ = ["Collection", "Party", "Tender", "parse_tender", "read_tender"]
