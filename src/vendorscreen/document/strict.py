"""A document as a struct: unknown keys are errors, nothing is coerced, every problem is told at once, with its place.

What a file may hold is made from the struct itself: its fields are the keys (in the spelling it gives them), their
types and kinds (``field.py``) what may stand there. A method ``flaw`` of the struct says what is wrong with the whole;
``unread_keys`` are keys that may stand there and that nothing reads. A generic struct is written as a list.
"""

import types
import typing
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeVar

from msgspec import Meta, Struct
from msgspec.structs import FieldInfo, fields
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import CoreSchema, SchemaValidator, ValidationError, core_schema

from vendorscreen.document.document import Document
from vendorscreen.document.field import OURS, FieldKind, Keys, Spread
from vendorscreen.document.wrong import problem_of
from vendorscreen.errors import InputError, Problem

__all__ = ["json_schema", "validate"]

S = TypeVar("S", bound=Struct)

MOST_PROBLEMS = 1_000
"""Most problems of one document that are told one by one."""

_SIMPLE: dict[Any, Callable[[], CoreSchema]] = {
    Any: core_schema.any_schema,
    str: lambda: core_schema.str_schema(strict=True),
    bool: lambda: core_schema.bool_schema(strict=True),
    int: lambda: core_schema.int_schema(strict=True),
    float: lambda: core_schema.float_schema(strict=True, allow_inf_nan=False),
    date: lambda: core_schema.date_schema(strict=True),
    Decimal: lambda: core_schema.decimal_schema(strict=True),
}


def validate(shape: type[S], document: Document, error: type[InputError]) -> S:
    """Return the document as a struct.

    Raises:
        InputError: of the given type, with every problem of the document, or the first ``MOST_PROBLEMS``.
    """
    try:
        return typing.cast("S", _validator(shape).validate_python(document.value))
    except ValidationError as failure:
        found = failure.errors(include_url=False)
        problems = [problem_of(one, document, lambda at: _keys(shape, at)) for one in found[:MOST_PROBLEMS]]
        if len(found) > MOST_PROBLEMS:
            message = f"{len(found):,} problems, the first {MOST_PROBLEMS:,} are told"
            problems.append(Problem(document.path, 0, 0, "", message))
        raise error(problems) from None


def json_schema(shape: type[Struct]) -> dict[str, Any]:
    """Return the JSON Schema of files that hold such a struct."""
    return GenerateJsonSchema().generate(_schema(shape))


@cache
def _validator(shape: type[Struct]) -> SchemaValidator:
    return SchemaValidator(_schema(shape))


def _schema(shape: type[Struct]) -> CoreSchema:
    known: dict[str, CoreSchema] = {}
    return core_schema.definitions_schema(_of(shape, known), list(known.values()))


def _of(hint: Any, known: dict[str, CoreSchema]) -> CoreSchema:
    """Return the schema of a type; structs are described once, under their names, in ``known``."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if isinstance(hint, Keys):
        return _once(hint.name, known, lambda: _object(hint, hint.name, hint.meaning, known))
    if origin is Annotated:
        return _noted(arguments[0], arguments[1:], known)
    if origin in (typing.Union, types.UnionType):
        members = [_of(one, known) for one in arguments if one is not types.NoneType]
        one = members[0] if len(members) == 1 else core_schema.union_schema([*members])
        return core_schema.nullable_schema(one) if types.NoneType in arguments else one
    if origin is Literal:
        return core_schema.literal_schema(list(arguments))
    if origin in (tuple, list):
        return core_schema.list_schema(_of(arguments[0], known), strict=True)
    if origin in (dict, Mapping):
        return core_schema.dict_schema(_of(arguments[0], known), _of(arguments[1], known), strict=True)
    if isinstance(origin, type) and issubclass(origin, Struct):
        listed = core_schema.list_schema(_of(arguments[0], known), strict=True)
        return core_schema.no_info_after_validator_function(lambda members: origin(tuple(members)), listed)
    if hint in _SIMPLE:
        return _SIMPLE[hint]()
    if issubclass(hint, Struct):
        return _once(hint.__name__, known, lambda: _struct(hint, known))
    return core_schema.is_instance_schema(hint)


def _noted(hint: Any, notes: tuple[Any, ...], known: dict[str, CoreSchema]) -> CoreSchema:
    schema = _of(_in_file(hint, notes), known)
    for note in notes:
        if isinstance(note, Meta):
            schema = typing.cast("CoreSchema", {**schema, **_bounds(note)})
    kinds = [note for note in notes if isinstance(note, FieldKind)]
    for kind in kinds:
        if kind.check:
            schema = core_schema.no_info_after_validator_function(_checking(kind.check), schema)
    for kind in reversed(kinds):
        if kind.read:
            written = _of(kind.written, known) if kind.written else None
            schema = core_schema.no_info_before_validator_function(kind.read, schema, json_schema_input_schema=written)
    return schema


def _in_file(hint: Any, notes: tuple[Any, ...]) -> Any:
    """Return what a file holds for a type with notes: the type, unless a note says another."""
    keys = next((note for note in notes if isinstance(note, Keys)), None)
    return keys or next((note.shape for note in notes if isinstance(note, FieldKind) and note.shape), hint)


def _bounds(note: Meta) -> dict[str, Any]:
    names = ("ge", "gt", "le", "lt", "min_length", "max_length", "pattern")
    return {name: bound for name in names if (bound := getattr(note, name)) is not None}


def _checking(check: Callable[[Any], None]) -> Callable[[Any], Any]:
    def checked(value: Any) -> Any:
        check(value)
        return value

    return checked


def _once(name: str, known: dict[str, CoreSchema], describe: Callable[[], CoreSchema]) -> CoreSchema:
    """Return a reference to the schema of that name, which is made once."""
    if name not in known:
        known[name] = core_schema.none_schema(ref=name)  # holds the place for a struct that holds itself
        known[name] = typing.cast("CoreSchema", {**describe(), "ref": name})
    return core_schema.definition_reference_schema(name)


def _struct(shape: type[Struct], known: dict[str, CoreSchema]) -> CoreSchema:
    keys = _object(shape, shape.__name__, (shape.__doc__ or "").strip(), known)
    return core_schema.no_info_after_validator_function(_maker(shape), keys)


def _object(shape: type[Struct] | Keys, name: str, meaning: str, known: dict[str, CoreSchema]) -> CoreSchema:
    keys = {
        key: core_schema.typed_dict_field(_of(hint, known), required=required)
        for key, hint, required in _keys_of(shape)
    }
    described = {"title": name, "description": meaning, "additionalProperties": False}
    return core_schema.typed_dict_schema(
        keys, extra_behavior="forbid", strict=True, metadata={"pydantic_js_updates": described}
    )


def _written(shape: type[Struct]) -> Iterator[tuple[FieldInfo, Spread | None]]:
    """Yield the fields that a file writes, and how those are spread that stand under other keys."""
    for field in fields(shape):
        notes = typing.get_args(field.type) if typing.get_origin(field.type) is Annotated else ()
        if OURS not in notes:
            yield field, next((note for note in notes if isinstance(note, Spread)), None)


def _keys_of(shape: type[Struct] | Keys) -> Iterator[tuple[str, Any, bool]]:
    """Yield each key of an object in files, its type, and whether it is required."""
    if isinstance(shape, Keys):
        yield from _each(shape.keys)
        return
    for field, spread in _written(shape):
        if spread is None:
            yield field.encode_name, field.type, field.required
        else:
            yield from _each(spread.keys)
    yield from _each(getattr(shape, "unread_keys", {}))


def _each(keys: Mapping[str, Any]) -> Iterator[tuple[str, Any, bool]]:
    for key, hint in keys.items():
        yield key, hint, types.NoneType not in typing.get_args(hint)


def _maker(shape: type[Struct]) -> Callable[[dict[str, Any]], Struct]:
    """Return what makes the struct of its keys, and refuses one that has a flaw; nothing means the default."""
    written = [
        (
            field.name,
            field.encode_name,
            field.required,
            (tuple(spread.keys), _joiner(field.type, spread)) if spread else None,
        )
        for field, spread in _written(shape)
    ]
    flaw = getattr(shape, "flaw", None)

    def make(values: dict[str, Any]) -> Struct:
        made = {}
        for name, key, required, spread in written:
            if spread is not None:
                keys, joined = spread
                made[name] = joined(*map(values.get, keys))
            elif (value := values.get(key)) is not None or required:
                made[name] = tuple(value) if isinstance(value, list) else value
        struct = shape(**made)
        if flaw is not None and (wrong := flaw(struct)):
            raise ValueError(wrong)
        return struct

    return make


def _joiner(hint: Any, spread: Spread) -> Callable[..., Any]:
    """Return what makes a field of the values of its keys."""
    kind, *notes = typing.get_args(hint)
    join = spread.join or kind
    checks = [note.check for note in notes if isinstance(note, FieldKind) and note.check]

    def joined(*values: Any) -> Any:
        value = join(*values)
        for check in checks:
            check(value)
        return value

    return joined if checks else join


def _keys(hint: Any, path: tuple[str | int, ...]) -> list[str]:
    """Return the keys that may stand at a path of a document, as files spell them."""
    structs = list(_structs(hint))
    if not path:
        return [key for struct in structs for key, _, _ in _keys_of(struct)]
    step, below = path[0], path[1:]
    if isinstance(step, str):
        for struct in structs:
            for key, inner, _ in _keys_of(struct):
                if key == step:
                    return _keys(inner, below)
    return next((_keys(inner, below) for inner in _members(hint)), [])


def _structs(hint: Any) -> Iterator[type[Struct] | Keys]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if isinstance(hint, Keys):
        yield hint
    elif origin is Annotated:
        yield from _structs(_in_file(arguments[0], arguments[1:]))
    elif origin in (typing.Union, types.UnionType):
        for argument in arguments:
            yield from _structs(argument)
    elif isinstance(hint, type) and issubclass(hint, Struct):
        yield hint


def _members(hint: Any) -> Iterator[Any]:
    """Yield what a list or mapping holds."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        yield from _members(_in_file(arguments[0], arguments[1:]))
    elif origin in (typing.Union, types.UnionType):
        for argument in arguments:
            yield from _members(argument)
    elif origin in (dict, Mapping):
        yield arguments[1]
    elif isinstance(origin, type) and issubclass(origin, tuple | list | Struct):
        yield arguments[0]
