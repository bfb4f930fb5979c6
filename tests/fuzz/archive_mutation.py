"""Workbooks changed within: members of the ZIP, then put together again."""

import io
import warnings
import zipfile
from functools import lru_cache
from random import Random

from lxml import etree

from tests.fuzz.byte_mutation import changed_bytes
from tests.fuzz.tree_mutation import changed_xml

__all__ = ["changed_archive"]


def changed_archive(content: bytes, random: Random, other: bytes) -> bytes:
    """Return a workbook with a member or two changed, left out, doubled, renamed, or taken from another workbook."""
    members, others = dict(_members(content)), dict(_members(other))
    doubled: dict[str, bytes] = {}
    for _ in range(random.choice((1, 1, 2))):
        if members:
            _change_members(members, doubled, random, others)
    stream = io.BytesIO()
    with (
        warnings.catch_warnings(),
        zipfile.ZipFile(stream, "w", random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive,
    ):
        warnings.simplefilter("ignore")  # a name that stands twice is meant to
        for name, member in (*members.items(), *doubled.items()):
            archive.writestr(zipfile.ZipInfo(name), member)
    return stream.getvalue()


def _change_members(
    members: dict[str, bytes], doubled: dict[str, bytes], random: Random, others: dict[str, bytes]
) -> None:
    sheets = [name for name in members if "sheet" in name] or list(members)
    name = random.choice(sheets if random.random() < 0.6 else list(members))
    kind = random.random()
    if kind < 0.6:
        members[name] = _changed_member(members[name], random, others.get(name, b"<a/>"))
    elif kind < 0.8:
        members[name] = changed_bytes(members[name], random, others.get(name, b""))
    elif kind < 0.85:
        del members[name]
    elif kind < 0.9:
        members[random.choice((name.upper(), f"/{name}", name.replace("/", "\\"), "é", "../x", ""))] = members.pop(name)
    elif kind < 0.95:
        doubled[name] = changed_bytes(members[name], random)
    else:
        members[name] = members[random.choice(list(members))]


def _changed_member(member: bytes, random: Random, other: bytes) -> bytes:
    try:
        return changed_xml(member, random, other)
    except etree.XMLSyntaxError:  # an earlier change left no XML
        return changed_bytes(member, random, other)


@lru_cache
def _members(content: bytes) -> tuple[tuple[str, bytes], ...]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return tuple((name, archive.read(name)) for name in archive.namelist())
