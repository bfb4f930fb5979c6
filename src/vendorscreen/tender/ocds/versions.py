"""Versioned releases, and records that hold releases without a compiled one.

Source: OCDS 1.1, "Merging": objects are merged field by field, lists of objects with ids member by member, everything
else is taken from the latest release.
"""

from collections.abc import Sequence

from vendorscreen.tender.ocds.fields import Object, objects, written

__all__ = ["is_versioned", "latest", "merged"]

_VERSION = frozenset({"releaseID", "releaseDate", "value"})
_OF_ONE_RELEASE = frozenset({"id", "date", "tag"})
"""Keys that a versioned release leaves out."""


def is_versioned(release: Object) -> bool:
    """Return whether the values of a release are lists of versions."""
    return not _OF_ONE_RELEASE & release.keys() and bool(_dates(release))


def latest(release: Object) -> Object:
    """Return a versioned release with the last version of each value; its date is that of the latest."""
    return {**_latest_of(release), "date": max(_dates(release))}


def merged(releases: Sequence[Object]) -> Object:
    """Return one release that says what the releases say together, the latest date prevailing."""
    whole: Object = {}
    for release in sorted(releases, key=lambda release: written(release.get("date")) or ""):
        whole = _merged_objects(whole, release)
    return whole


def _dates(release: Object) -> list[str]:
    """Return the dates of the versions of values, of the release and its tender."""
    tender = release.get("tender")
    values = [*release.values(), *(tender.values() if isinstance(tender, dict) else ())]
    dates = (written(one.get("releaseDate")) for value in values if _is_versions(value) for _, one in objects(value))
    return [date for date in dates if date]


def _is_versions(value: object) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(one, dict) and one.keys() >= _VERSION for one in value)
    )


def _latest(value: object) -> object:
    if isinstance(value, list):
        return value[-1]["value"] if _is_versions(value) else [_latest(one) for one in value]
    return _latest_of(value) if isinstance(value, dict) else value


def _latest_of(value: Object) -> Object:
    return {key: _latest(one) for key, one in value.items()}


def _merged_objects(older: Object, newer: Object) -> Object:
    return {key: _merged(older.get(key), newer.get(key, older.get(key))) for key in {**older, **newer}}


def _merged(older: object, newer: object) -> object:
    if isinstance(older, dict) and isinstance(newer, dict):
        return _merged_objects(older, newer)
    if isinstance(older, list) and isinstance(newer, list) and _has_ids(older) and _has_ids(newer):
        members = {written(one["id"]): one for one in older}
        for one in newer:
            members[written(one["id"])] = _merged_objects(members.get(written(one["id"]), {}), one)
        return list(members.values())
    return older if newer is None else newer


def _has_ids(values: list[object]) -> bool:
    return bool(values) and all(isinstance(one, dict) and written(one.get("id")) for one in values)
