"""YAML and JSON in: plain values, the place of every value, and all problems of a file at once."""

from vendorscreen.document.document import MAXIMUM_BYTES, Document, parse_document, read_document
from vendorscreen.document.documents_below import digest_of, read_folders
from vendorscreen.document.kept import read_folders_once
from vendorscreen.document.nearest import nearest, suggestion
from vendorscreen.document.strict import json_schema, validate

__all__ = [
    "MAXIMUM_BYTES",
    "Document",
    "digest_of",
    "json_schema",
    "nearest",
    "parse_document",
    "read_document",
    "read_folders",
    "read_folders_once",
    "suggestion",
    "validate",
]
