"""Vendors in one compact buffer, found by key and decoded one at a time.

Layout: magic, CRC-32 of all that follows, three lengths, then the head, the places of the records, the table of keys
(64-bit hashes in order, and the record each leads to), the records. Numbers are in this machine's byte order: a buffer
is a cache, made again where it does not fit.
"""

import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b

import msgspec
from msgspec import Struct
from msgspec.structs import fields, replace

from vendorscreen.country import plain_name
from vendorscreen.errors import ListError
from vendorscreen.file.mapping import checksum
from vendorscreen.identifier import Identifier, same_identifier
from vendorscreen.vendor.vendor import OPPOSITE, Brand, Relation, Vendor

__all__ = ["Record", "Records", "encode_records", "number_key", "primary_names"]

MAGIC = b"VSREC\x00\x01\n"
_LENGTHS = struct.Struct("=IQQQ")

KEPT_DECODED = 4096
"""Records that are kept decoded."""


class Record(Struct, frozen=True):
    """A vendor and its ties, stated in its own file or in the other's; a tie says what the other is."""

    vendor: Vendor
    ties: tuple[Relation, ...] = ()


class _Head(Struct, frozen=True):
    brands: tuple[tuple[str, Brand], ...] = ()


def encode_records(vendors: Sequence[Vendor]) -> bytes:
    """Return the buffer of vendors, in their order."""
    ties = _ties(vendors)
    packed = [msgspec.msgpack.encode(_plain(Record(vendor, ties.get(vendor.id, ())))) for vendor in vendors]
    brands = tuple((vendor.id, brand) for vendor in vendors for brand in vendor.brands)
    head = msgspec.msgpack.encode(_plain(_Head(brands)))
    places = array("Q", [0])
    for record in packed:
        places.append(places[-1] + len(record))
    keyed = sorted((key, number) for number, vendor in enumerate(vendors) for key in _keys(vendor))
    body = b"".join(
        (
            head,
            places.tobytes(),
            array("Q", [key for key, _ in keyed]).tobytes(),
            array("I", [number for _, number in keyed]).tobytes(),
            *packed,
        )
    )
    lengths = struct.pack("=QQQ", len(head), len(vendors), len(keyed))
    return MAGIC + struct.pack("=I", zlib.crc32(lengths + body)) + lengths + body


class Records:
    """The vendors of a buffer; the buffer may be a file mapped into memory."""

    def __init__(self, buffer: bytes | memoryview) -> None:
        """Raise ListError where the buffer is truncated, damaged or of another version."""
        self.buffer = view = memoryview(buffer)
        start = len(MAGIC) + _LENGTHS.size
        if len(view) < start or view[: len(MAGIC)] != MAGIC:
            raise ListError("compiled records: another form")
        stated, head, count, keys = _LENGTHS.unpack(view[len(MAGIC) : start])
        if checksum(view[len(MAGIC) + 4 :]) != stated:
            raise ListError("compiled records: damaged")
        after_head = start + head
        after_places = after_head + 8 * (count + 1)
        after_keys = after_places + 8 * keys
        after_numbers = after_keys + 4 * keys
        self._head = view[start:after_head]
        self._places = view[after_head:after_places].cast("Q")
        self._hashes = view[after_places:after_keys].cast("Q")
        self._numbers = view[after_keys:after_numbers].cast("I")
        self._packed = view[after_numbers:]
        self._record = lru_cache(KEPT_DECODED)(self._decode)

    def __len__(self) -> int:
        return len(self._places) - 1

    def __iter__(self) -> Iterator[Record]:
        return map(self._decode, range(len(self)))

    def get(self, vendor: str) -> Record | None:
        """Return the record of a vendor."""
        return next((record for record in self._under("id", vendor) if record.vendor.id == vendor), None)

    def identified(self, identifier: Identifier) -> list[Vendor]:
        """Return the vendors that bear an identifier."""
        return [
            record.vendor
            for record in self._under("number", identifier.scheme, identifier.id)
            if any(same_identifier(identifier, number) for number in record.vendor.identifiers)
        ]

    def named(self, name: str, country: str) -> list[Vendor]:
        """Return the vendors of a country whose legal or listed name has the same letters and digits."""
        plain = plain_name(name)
        return [
            record.vendor
            for record in self._under("name", plain, country)
            if country in _countries(record.vendor) and plain in map(plain_name, primary_names(record.vendor))
        ]

    def said_to_be(self, vendor: str) -> list[Vendor]:
        """Return the vendors whose records name another one as the same."""
        return [record.vendor for record in self._under("same", vendor) if vendor in record.vendor.same_as]

    @property
    def keys(self) -> memoryview:
        """The hashes of all keys, in order."""
        return self._hashes

    @property
    def brands(self) -> tuple[tuple[str, Brand], ...]:
        """Every brand, with the id of its vendor."""
        return _head_decoder().decode(self._head).brands

    def _under(self, *key: str) -> list[Record]:
        hashed = _hash(*key)
        found: list[Record] = []
        place = bisect_left(self._hashes, hashed)
        while place < len(self._hashes) and self._hashes[place] == hashed:
            found.append(self._record(self._numbers[place]))
            place += 1
        return found

    def _decode(self, number: int) -> Record:
        return _record_decoder().decode(self._packed[self._places[number] : self._places[number + 1]])


@cache
def _record_decoder() -> "msgspec.msgpack.Decoder[Record]":
    return msgspec.msgpack.Decoder(Record)


@cache
def _head_decoder() -> "msgspec.msgpack.Decoder[_Head]":
    return msgspec.msgpack.Decoder(_Head)


def _ties(vendors: Iterable[Vendor]) -> dict[str, tuple[Relation, ...]]:
    ties: dict[str, dict[str, Relation]] = {}
    for vendor in vendors:
        for relation in vendor.relations:
            ties.setdefault(vendor.id, {}).setdefault(relation.vendor, relation)
            reverse = replace(relation, kind=OPPOSITE[relation.kind], vendor=vendor.id)
            ties.setdefault(relation.vendor, {}).setdefault(vendor.id, reverse)
    return {vendor: tuple(others.values()) for vendor, others in ties.items()}


def _keys(vendor: Vendor) -> set[int]:
    told_apart = vendor.subject_type in (None, "organisation")  # two persons may well share a name
    primary = primary_names(vendor) if told_apart else []
    names = {(plain_name(name), country) for name in primary for country in _countries(vendor)}
    return {
        _hash("id", vendor.id),
        *(_hash("same", other) for other in vendor.same_as),
        *(_hash("number", number.scheme, number.id) for number in vendor.identifiers if number.telling),
        *(_hash("name", name, country) for name, country in names if name),
    }


def number_key(identifier: Identifier) -> int:
    """Return the hash under which the vendors that bear an identifier stand."""
    return _hash("number", identifier.scheme, identifier.id)


@lru_cache(maxsize=64)  # the same key is looked up in one buffer after the other
def _hash(*key: str) -> int:
    return int.from_bytes(blake2b("\x00".join(key).encode("utf-8", "replace"), digest_size=8).digest(), "big")


def primary_names(vendor: Vendor) -> list[str]:
    """Return the names that stand for this vendor alone: the legal one, those listed as such, and listed aliases."""
    listed = {listing.listed_name.casefold() for listing in vendor.listings if listing.programme}
    own = (
        name.text
        for name in vendor.names
        if name.kind in ("legal_name", "listed_name") or (name.kind == "alias" and name.text.casefold() in listed)
    )
    return [vendor.name, *own]


def _countries(vendor: Vendor) -> tuple[str, ...]:
    return vendor.countries or ((vendor.country,) if vendor.country else ())


def _plain(value: object) -> object:
    """Return a value as msgpack has it, fields that have their default left out."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Struct):
        pairs = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.encode_name: _plain(part) for field, part in pairs if part != field.default}
    return value.isoformat() if isinstance(value, date) else value
