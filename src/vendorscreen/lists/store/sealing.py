"""JSON that people can read and that tells when a byte of it has changed: its first member is the digest of the rest.

Editions that earlier versions installed have no such member.
"""

import hashlib
from typing import TypeVar

import msgspec

__all__ = ["plain_json", "sealed_json", "unsealed_json"]

_HEAD, _TAIL = b'{\n "seal": "', b'",'
_DIGITS = 64
_UNSEALED = b'{\n "list": '

T = TypeVar("T")


def plain_json(value: object) -> bytes:
    """Return a value as JSON for people."""
    return msgspec.json.format(msgspec.json.encode(value, order="deterministic"), indent=1)


def sealed_json(value: msgspec.Struct) -> bytes:
    """Return a struct as JSON under a seal."""
    return _sealed(plain_json(value).removeprefix(b"{"))


def unsealed_json(content: bytes, kind: type[T]) -> T:
    """Return the struct of such JSON.

    Raises:
        ValueError: it is no such struct, or not what was sealed.
    """
    if not content.startswith(_UNSEALED):
        rest = content[len(_HEAD) + _DIGITS + len(_TAIL) :]
        if content != _sealed(rest):
            raise ValueError("it does not fit its seal")
    return msgspec.json.decode(content, type=kind)  # what is wrong with JSON is a ValueError


def _sealed(rest: bytes) -> bytes:
    return _HEAD + hashlib.sha256(rest).hexdigest().encode() + _TAIL + rest
