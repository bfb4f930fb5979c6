"""A tender in whatever form a program has it: as a tender, a mapping, a model of pydantic, or the path of a file."""

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any, Protocol, cast

import msgspec

from vendorscreen.document import Document, parse_document
from vendorscreen.errors import UsageError
from vendorscreen.tender.tender import Tender
from vendorscreen.tender.tender_files import parse_tender, read_tender

__all__ = ["Model", "TenderStated", "document_of", "plain", "stated_tender", "tender_from"]


class Model(Protocol):
    """A model of pydantic, read as the mapping it dumps."""

    def model_dump(self, *, mode: str, by_alias: bool, exclude_none: bool) -> dict[str, Any]:
        """Return the model as plain values."""


TenderStated = Tender | Mapping[str, Any] | Model | str | PathLike[str]
"""What a tender may be given as; a text is the path of a file."""


def stated_tender(stated: TenderStated) -> Tender:
    """Return the tender.

    Raises:
        TenderError: with every problem of a tender that is wrong.
        DocumentError: the file cannot be read.
        UsageError: it is none of the forms, or holds values that JSON has no form for.
    """
    if isinstance(stated, Tender):
        return stated
    if isinstance(stated, str | PathLike):
        return read_tender(Path(stated))
    return tender_from(plain(stated, "tender"))


def document_of(stated: Mapping[str, Any], source: str) -> Document:
    """Return a mapping as a document, which knows where in it each value stands.

    Raises:
        DocumentError: it is too large, or holds control characters.
        UsageError: it holds a value that JSON has no form for.
    """
    return parse_document(msgspec.json.format(_json(stated, source), indent=1), source)


def tender_from(stated: Mapping[str, Any], source: str = "tender") -> Tender:
    """Return the tender of a mapping, in the keys of a tender file or of an OCDS release; ``source`` names it."""
    return parse_tender(msgspec.json.format(_json(stated, source), indent=1), source)


def plain(stated: Mapping[str, Any] | Model, what: str) -> Mapping[str, Any]:
    """Return a mapping as it is, a model of pydantic as the mapping it dumps.

    Raises:
        UsageError: it is neither.
    """
    if isinstance(stated, Mapping):
        return stated
    if hasattr(stated, "model_dump"):
        return stated.model_dump(mode="json", by_alias=True, exclude_none=True)
    raise UsageError(f"{what}: a mapping or a path is needed, not {type(stated).__name__}")


def _json(value: object, what: str) -> bytes:
    try:
        return msgspec.json.Encoder(decimal_format="number", enc_hook=_value).encode(value)
    except (TypeError, ValueError, NotImplementedError, RecursionError, OverflowError) as error:
        raise UsageError(f"{what}: {str(error) or 'nested too deeply'}") from None


def _value(value: object) -> object:
    """Return a value JSON has no form for as one it has: models of pydantic, numbers of numpy."""
    if hasattr(value, "model_dump"):
        return plain(cast("Model", value), "tender")
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "tolist"):
        return value.tolist()
    raise NotImplementedError(f"{type(value).__name__} is no value of a tender")
