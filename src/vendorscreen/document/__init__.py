"""YAML and JSON in: plain values, the place of every value, and all problems of a file at once."""

from vendorscreen.document.folder import digest_of, read_folders
from vendorscreen.document.kept import read_folders_once
from vendorscreen.document.nearest import nearest, suggestion
from vendorscreen.document.reading import MAXIMUM_BYTES, Document, parse_document, read_document
from vendorscreen.document.validation import CamelRecord, Record, Text, validate

__all__ = [
    "MAXIMUM_BYTES",
    "CamelRecord",
    "Document",
    "Record",
    "Text",
    "digest_of",
    "nearest",
    "parse_document",
    "read_document",
    "read_folders",
    "read_folders_once",
    "suggestion",
    "validate",
]
