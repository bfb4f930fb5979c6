"""Strict models over documents: every problem at once, each with its place and what would be right."""

import re
import types
import typing
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel
from pydantic_core import ErrorDetails

from vendorscreen.document.nearest import suggestion
from vendorscreen.document.reading import Document
from vendorscreen.errors import InputError, Problem
from vendorscreen.file.place import Path

__all__ = ["CamelRecord", "Record", "Text", "validate"]


MOST_PROBLEMS = 1_000
"""Most problems of one document that are told one by one."""


def _as_written(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return getattr(value, "text", str(value))


Text = Annotated[str, BeforeValidator(_as_written, json_schema_input_type=str | int | float)]
"""Text; a number without quotes is taken as it was written."""


class Record(BaseModel):
    """Base of the strict file models: unknown keys are errors, nothing is coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=False, defer_build=True)


class CamelRecord(Record):
    """A strict model whose keys are spelt in camelCase in files."""

    model_config = ConfigDict(alias_generator=to_camel)


M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], document: Document, error: type[InputError]) -> M:
    """Return the document as a model.

    Raises:
        InputError: of the given type, with every problem of the document, or the first ``MOST_PROBLEMS``.
    """
    try:
        return model.model_validate(document.value)
    except ValidationError as failure:
        found = failure.errors(include_url=False)
        problems = [_problem(details, model, document) for details in found[:MOST_PROBLEMS]]
        if len(found) > MOST_PROBLEMS:
            problems.append(
                Problem(document.path, 0, 0, "", f"{len(found):,} problems, the first {MOST_PROBLEMS:,} are told")
            )
        raise error(problems) from None


def _problem(details: ErrorDetails, model: type[BaseModel], document: Document) -> Problem:
    at: Path = _known(details["loc"], document.value)
    kind = details["type"]
    if kind == "extra_forbidden":
        known = _keys(model, at[:-1])
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
    "tuple_type": "write a list",
    "dict_type": "write keys and values",
    "model_type": "write keys and values",
    "model_attributes_type": "write keys and values",
    "none_required": "write nothing here",
}


def _expected(details: ErrorDetails) -> str:
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


def _keys(model: Any, path: Path) -> list[str]:
    """Return the keys a model allows at a path, as files spell them."""
    for step in path:
        members = _members(model)
        if isinstance(step, int):
            model = _first_argument(members)
            continue
        fields = {
            info.alias or name: info.annotation
            for m in members
            if _is_model(m)
            for name, info in m.model_fields.items()
        }
        model = fields.get(step) or _first_argument(members)
    return [info.alias or name for m in _members(model) if _is_model(m) for name, info in m.model_fields.items()]


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _members(annotation: Any) -> list[Any]:
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        return _members(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        return [member for part in typing.get_args(annotation) for member in _members(part)]
    return [annotation]


def _first_argument(members: list[Any]) -> Any:
    """Return what a list or mapping among the members holds."""
    for member in members:
        arguments = [argument for argument in typing.get_args(member) if argument is not Ellipsis]
        if arguments:
            return arguments[-1]
    return None
