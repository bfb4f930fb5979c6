"""The page of the Python API, from signatures and docstrings."""

import inspect
import re
import textwrap
from collections.abc import Iterable, Iterator
from enum import Enum
from types import ModuleType
from typing import get_type_hints

import vendorscreen
from vendorscreen import batch

_SECTION = re.compile(r"(Args|Returns|Raises|Source|Yields):")
_ITEM = re.compile(r"((?:\*{0,2}\w+)(?:, \w+)*): (.+)")
_OPTIONAL = re.compile(r"Optional\[(\w+(?:\[[^\[\]]*\])?)\]")
BAR = "\\|"
"""A bar that does not end the cell of a table."""
_MODULES = re.compile(r"\b(?:[a-z_]\w*\.)+(?=[A-Za-z_]\w*)")


def api_page() -> Iterator[str]:
    """Yield the lines of the page."""
    yield "# Python API\n"
    yield "Written from the code by `make docs`; by task, with examples: [python.md](python.md)."
    yield from _module(vendorscreen, sorted(vendorscreen.__all__, key=_order))
    yield from _module(batch, batch.__all__)
    yield ""


def _order(name: str) -> tuple[bool, bool, str]:
    """Return by what names are sorted: errors last, functions behind classes."""
    thing = getattr(vendorscreen, name)
    return isinstance(thing, type) and issubclass(thing, Exception), not isinstance(thing, type), name


def _module(module: ModuleType, names: Iterable[str]) -> Iterator[str]:
    yield f"\n## {module.__name__}"
    if module is batch:
        yield "\nNeeds the extra: `pip install 'vendorscreen[batch]'`."
    for name in names:
        thing = getattr(module, name)
        if isinstance(thing, type):
            yield from _class(name, thing)
        elif callable(thing):
            yield f"\n### {name}\n\n```text\n{_signature(name, thing)}\n```\n"
            yield from _described(inspect.getdoc(thing))
        else:
            yield from _constant(module, name)


def _class(name: str, kind: type) -> Iterator[str]:
    bases = [base.__name__ for base in kind.__bases__ if issubclass(base, Exception)]
    yield f"\n### {name}{f' ({bases[0]})' if bases else ''}\n"
    fields = _fields(kind)
    if not fields and not bases and not issubclass(kind, Enum):
        yield f"```text\n{_signature(name, kind)}\n```\n"
    yield from _described(kind.__doc__)
    if issubclass(kind, Enum):
        yield f"\nOne of {', '.join(f'`{one.name}`' for one in kind)}."
    if fields:
        yield "\n| Field | Type |\n| --- | --- |"
        yield from (f"| `{field}` | `{_plain(told).replace('|', BAR)}` |" for field, told in fields.items())
    for member, found in vars(kind).items():
        if member.startswith("_") or member in fields or issubclass(kind, Exception):
            continue
        if isinstance(found, property):
            yield f"\n`{name}.{member}`: {_text(inspect.getdoc(found))}"
            continue
        bound = getattr(kind, member)
        if callable(bound) and inspect.getdoc(bound) and not isinstance(bound, type) and _own(bound):
            yield f"\n```text\n{_signature(f'{name}.{member}', bound)}\n```\n"
            yield from _described(inspect.getdoc(bound))


def _own(function: object) -> bool:
    """Return whether a function is written here, not made by a library."""
    return getattr(inspect.unwrap(function), "__module__", "").startswith("vendorscreen")  # type: ignore[arg-type]


def _fields(kind: type) -> dict[str, object]:
    """Return the fields of a struct, model, data class or named tuple, with their types as they are written."""
    names = getattr(kind, "model_fields", None) or getattr(kind, "__dataclass_fields__", None)
    names = names or getattr(kind, "__struct_fields__", None) or getattr(kind, "_fields", ())
    told = get_type_hints(kind)  # without what says how a file writes a field
    return {name: told[name] for name in names if name in told}


def _signature(name: str, function: object) -> str:
    signature = inspect.signature(function)  # type: ignore[arg-type]
    parameters = [one for one in signature.parameters.values() if one.name != "self"]
    text = _plain(str(signature.replace(parameters=parameters)))
    if len(name + text) <= 100:
        return name + text
    shown: list[str] = []
    keyword_only = False
    for one in parameters:
        if one.kind is one.KEYWORD_ONLY and not keyword_only:
            shown.append("*")
            keyword_only = True
        shown.append(_plain(str(one)))
    lines = "".join(f"    {one},\n" for one in shown)
    return f"{name}(\n{lines}){text.rpartition(')')[2]}"


def _plain(annotation: object) -> str:
    """Return a type as it is written in code, without the modules it comes from."""
    text = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    return _OPTIONAL.sub(r"\1 | None", _MODULES.sub("", text).replace("'", ""))


def _described(docstring: str | None) -> Iterator[str]:
    """Yield a docstring in the Google style as Markdown."""
    items: list[str] | None = None
    for line in inspect.cleandoc(docstring or "").splitlines():
        section, item = _SECTION.fullmatch(line), _ITEM.fullmatch(line.strip())
        if section:
            items = []
            yield f"**{section[1]}**\n"
        elif items is not None and line.startswith("    ") and not line.startswith("     ") and item:
            items.append(line)
            yield f"- `{item[1]}`: {_text(item[2])}"
        elif items:
            yield f"  {_text(line.strip())}" if line.strip() else ""
        else:
            yield _text(line.strip())


def _text(text: str | None) -> str:
    return textwrap.dedent(text or "").replace("``", "`")


def _constant(module: ModuleType, name: str) -> Iterator[str]:
    yield f"\n### {name}\n"
    value = getattr(module, name)
    if isinstance(value, tuple):
        yield "\n".join(f"- `{one.name}`: {one.type}" for one in value)
