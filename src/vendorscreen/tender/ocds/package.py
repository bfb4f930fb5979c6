"""The releases of an OCDS document: a release, a record, packages and lists of them, and what services wrap around."""

from collections.abc import Iterator

from msgspec.structs import replace

from vendorscreen.errors import Problem, TenderError
from vendorscreen.file.place import field
from vendorscreen.tender.ocds.fields import JsonPlace, Object, each, objects
from vendorscreen.tender.ocds.versions import is_versioned, latest, merged
from vendorscreen.tender.tender import Path

__all__ = ["looks_like_ocds", "releases_in"]

_RECORD = frozenset({"compiledRelease", "versionedRelease"})
_MARKS = frozenset({"ocid", "releases", "records", *_RECORD})
_PARTS = frozenset({"tender", "awards", "contracts", "bids", "buyer", "parties", "planning", "procuringEntity"})
_NATIVE_ONLY = frozenset({"vendorscreen", "screening"})
_NATIVE = _NATIVE_ONLY | {"ocid", "title", "date", "suppliers"} | (_PARTS - {"planning", "procuringEntity"})
_DEEPEST = 6
"""Most objects and lists around a package or release in which it is still found."""

Found = Iterator[tuple[JsonPlace, Object, Object] | TenderError]


def looks_like_ocds(value: object) -> bool:
    """Return whether a JSON document is to be read as OCDS; a native tender file is an object without its marks."""
    if not isinstance(value, dict):
        return True
    if _NATIVE_ONLY & value.keys():
        return False
    if {"tag", *_MARKS - {"ocid"}} & value.keys():
        return True
    return "suppliers" not in value if "ocid" in value else not _NATIVE & value.keys() and bool(_wrapped(value))


def releases_in(value: object, at: JsonPlace) -> Found:
    """Yield for each release its place, what stands there and the release it says; an error for what is none.

    A record gives one release: the compiled one, else the last of each version, else the merger of its releases.
    """
    if isinstance(value, list) and value:
        for place, one in enumerate(value):
            yield from releases_in(one, _inside(at, place))
    elif not isinstance(value, dict):
        yield _refused(at, _NO_NOTICE)
    elif "records" in value:
        yield from _each(value["records"], _inside(at, "records"), "this is no record")
    elif _RECORD & value.keys() or {"ocid", "releases"} <= value.keys():
        yield _record(value, at)
    elif "releases" in value:
        yield from _each(value["releases"], _inside(at, "releases"), _NO_NOTICE)
    elif not _PARTS & value.keys() and (wrapped := _wrapped(value)):
        for key in wrapped:
            yield from releases_in(value[key], _inside(at, key))
    elif _PARTS & value.keys() or {"ocid", "tag"} & value.keys():
        yield at, value, latest(value) if is_versioned(value) else value
    else:
        yield _refused(at, _NO_NOTICE)


def _each(values: object, at: JsonPlace, otherwise: str) -> Found:
    members = list(each(values, at.path))
    if not members:
        yield _refused(at, "this package is empty")
    for path, one in members:
        place = replace(at, path=path)
        if isinstance(one, dict):
            yield from releases_in(one, place)
        else:
            yield _refused(place, otherwise)


def _record(value: Object, at: JsonPlace) -> tuple[JsonPlace, Object, Object] | TenderError:
    for key in ("compiledRelease", "versionedRelease"):
        release = value.get(key)
        if isinstance(release, dict):
            return _inside(at, key), release, latest(release) if is_versioned(release) else release
    releases = [release for _, release in objects(value.get("releases")) if "url" not in release]
    if not releases:
        return _refused(at, "this record only links to releases elsewhere, download them first")
    return at, value, merged(releases)


def _wrapped(value: Object) -> list[str]:
    """Return the keys of an object under which packages, records or releases stand, in any depth up to a bound."""
    return [key for key, one in value.items() if _holds_notices(one, _DEEPEST)]


def _holds_notices(value: object, deepest: int) -> bool:
    if deepest == 0 or not isinstance(value, dict | list):
        return False
    if isinstance(value, dict) and (_MARKS & value.keys() or len(_PARTS & value.keys()) > 1):
        return True
    return any(_holds_notices(one, deepest - 1) for one in (value.values() if isinstance(value, dict) else value))


def _inside(at: JsonPlace, step: str | int) -> JsonPlace:
    path: Path = (*at.path, step)
    return replace(at, path=path)


_NO_NOTICE = "this is no notice: neither a native tender nor an OCDS release, record or package"


def _refused(at: JsonPlace, message: str) -> TenderError:
    return TenderError([Problem(at.file, at.line or 1, 1, field(at.path), message)])
