"""The releases of an OCDS document: a release, a record, packages of them, or a list."""

from collections.abc import Iterator

from msgspec.structs import replace

from vendorscreen.errors import Problem, TenderError
from vendorscreen.file.place import field
from vendorscreen.tender.model import Path
from vendorscreen.tender.ocds.fields import JsonPlace, Object, objects
from vendorscreen.tender.ocds.versions import is_versioned, latest, merged

__all__ = ["looks_like_ocds", "releases_in"]

_PACKAGES = frozenset({"releases", "records", "compiledRelease", "versionedRelease"})
_RELEASE = frozenset({"ocid", "tag", "tender", "awards", "contracts", "bids", "buyer", "parties", "planning"})
_NATIVE = frozenset({"vendorscreen", "suppliers", "screening"})


def looks_like_ocds(value: object) -> bool:
    """Return whether a JSON document is to be read as OCDS; a native tender file is an object without its marks."""
    if not isinstance(value, dict):
        return True
    return not _NATIVE & value.keys() and bool((_PACKAGES | {"ocid", "tag"}) & value.keys())


def releases_in(value: object, at: JsonPlace) -> Iterator[tuple[JsonPlace, Object, Object] | TenderError]:
    """Yield for each release its place, what stands there and the release it says; an error for what is none.

    A record gives one release: the compiled one, else the last of each version, else the merger of its releases.
    """
    if isinstance(value, list) and value:
        for place, one in enumerate(value):
            yield from releases_in(one, _inside(at, place))
    elif isinstance(value, dict) and "records" in value:
        yield from _each(value["records"], _inside(at, "records"), record=True)
    elif isinstance(value, dict) and _PACKAGES & value.keys() and "ocid" in value:
        yield _record(value, at)
    elif isinstance(value, dict) and "releases" in value:
        yield from _each(value["releases"], _inside(at, "releases"), record=False)
    else:
        yield _release(value, at)


def _each(values: object, at: JsonPlace, *, record: bool) -> Iterator[tuple[JsonPlace, Object, Object] | TenderError]:
    read = _record if record else _release
    if isinstance(values, dict):
        yield read(values, at)
    elif isinstance(values, list) and values:
        for place, one in enumerate(values):
            yield read(one, _inside(at, place))
    else:
        yield _refused(at, "this package is empty")


def _record(value: object, at: JsonPlace) -> tuple[JsonPlace, Object, Object] | TenderError:
    if not isinstance(value, dict):
        return _refused(at, "this is no record")
    for key in ("compiledRelease", "versionedRelease"):
        release = value.get(key)
        if isinstance(release, dict):
            return _release(release, _inside(at, key))
    releases = [release for _, release in objects(value.get("releases")) if "url" not in release]
    if not releases:
        return _refused(at, "this record only links to releases elsewhere, download them first")
    return at, value, merged(releases)


def _release(value: object, at: JsonPlace) -> tuple[JsonPlace, Object, Object] | TenderError:
    if not isinstance(value, dict) or not _RELEASE & value.keys():
        return _refused(at, "this is no notice: neither a native tender nor an OCDS release, record or package")
    return at, value, latest(value) if is_versioned(value) else value


def _inside(at: JsonPlace, step: str | int) -> JsonPlace:
    path: Path = (*at.path, step)
    return replace(at, path=path)


def _refused(at: JsonPlace, message: str) -> TenderError:
    return TenderError([Problem(at.file, at.line or 1, 1, field(at.path), message)])
