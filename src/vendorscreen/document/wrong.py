"""What is wrong with a value of a document, in words that say what would be right."""

import re
from collections.abc import Callable

from pydantic_core import ErrorDetails

from vendorscreen.document.document import Document
from vendorscreen.document.nearest import suggestion
from vendorscreen.errors import Problem
from vendorscreen.file.place import Path

__all__ = ["problem_of"]


def problem_of(details: ErrorDetails, document: Document, keys: Callable[[Path], list[str]]) -> Problem:
    """Return a failure of pydantic as a problem at its place; ``keys`` tells those that may stand at a path."""
    at: Path = _known(details["loc"], document.value)
    kind = details["type"]
    if kind == "extra_forbidden":
        known = keys(at[:-1])
        return document.problem(at, f"unknown key, {suggestion(str(at[-1]), known)}", key=True)
    if kind == "missing":
        return document.problem(
            (*at, details["loc"][-1]) if at != details["loc"] else at, "missing, it is required here"
        )
    if kind == "value_error":
        return document.problem(at, str(details["ctx"]["error"]))
    if kind in ("literal_error", "enum"):
        known = re.findall(r"'([^']+)'", details["ctx"]["expected"])
        return document.problem(
            at, f"{_shown(details['input'])} is not known here, {suggestion(str(details['input']), known)}"
        )
    return document.problem(at, f"{_expected(details)}, found {_shown(details['input'])}")


_EXPECTED = {
    "string_type": "write a text",
    "int_type": "write a whole number",
    "float_type": "write a number",
    "bool_type": "write true or false",
    "list_type": "write a list",
    "dict_type": "write keys and values",
    "none_required": "write nothing here",
}


_LENGTHS = {
    "string_too_short": "write a text of {min_length} or more characters",
    "string_too_long": "write a text of {max_length} characters at most",
    "too_short": "write {min_length} or more of them",
    "too_long": "write {max_length} of them at most",
}


def _expected(details: ErrorDetails) -> str:
    if details["type"] in _LENGTHS:
        return _LENGTHS[details["type"]].format_map(details["ctx"])
    message = details["msg"].removeprefix("Input should be ").removeprefix("Value error, ")
    return _EXPECTED.get(details["type"], f"must be {message}")


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict | list):
        return "keys and values" if isinstance(value, dict) else "a list"
    text = str(value)
    return f"'{text[:60]}{'…' if len(text) > 60 else ''}'"


def _known(loc: tuple[str | int, ...], value: object) -> Path:
    """Return the part of a pydantic location that exists in the document (pydantic adds names of union members)."""
    path: list[str | int] = []
    for step in loc:
        if (isinstance(value, dict) and step in value) or (isinstance(value, list) and isinstance(step, int)):
            value = value[step]  # type: ignore[index]
            path.append(step)
    return tuple(path)
