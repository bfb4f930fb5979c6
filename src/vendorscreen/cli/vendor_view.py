"""Vendors, lists and their changes as text; every value is the JSON that programs get."""

import textwrap
from collections.abc import Iterator
from typing import Any

import msgspec

__all__ = ["as_json", "changes_view", "lists_view", "vendor_view"]

WIDTH = 80
MOST_SKIPPED = 5
"""Skipped rows that are shown per edition."""

_ACTIVE = {True: "counts", False: "does not count", None: "not known whether it counts"}
Json = Any


def as_json(value: object) -> Json:
    """Return a value of the watchlist as plain JSON, what is not known left out; partial dates as people write them."""
    plain = msgspec.to_builtins(value)
    return _pruned(plain)


def _pruned(value: Json) -> Json:
    if isinstance(value, list | tuple):
        return [_pruned(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"first", "last"}:
        return _date(value["first"], value["last"])
    return {key: _pruned(item) for key, item in value.items() if item not in (None, [], (), "")}


def _date(first: str, last: str) -> str:
    if first == last:
        return first
    return first[:7] if first[:7] == last[:7] else first[:4]


def lists_view(entries: list[Json]) -> Iterator[str]:
    """Yield the lines that show lists and their editions."""
    if not entries:
        yield "No list is installed. See what there is: vendorscreen watchlist list --all"
    for one in entries:
        yield f"{one['id']}  {one['title']}"
        for damaged in one["damaged"]:
            yield f"    {damaged}  damaged, remove its folder or install it again"
        for warning in one["warnings"]:
            yield from _wrapped(f"not whole: {warning}", "    ")
        for edition in one["editions"]:
            counts = "counts" if edition["id"] == one["counting"] else "damaged" if edition["damage"] else "kept"
            skipped = sum(count["skipped"] for count in edition["counts"])
            confirmed = f"; still offered {edition['confirmed']}" if "confirmed" in edition else ""
            yield (
                f"    {edition['id']}  {counts}{confirmed}; {edition['entries']:,} entries, "
                f"{edition['names']:,} names; {edition['read']:,} rows read, {skipped:,} skipped"
            )
            if edition["damage"]:
                yield f"        install it again: {edition['damage']}"
            for row in edition.get("skipped", [])[:MOST_SKIPPED]:
                yield f"        {row['file']}, {row['place']}: {row['reason']}"
            if skipped > MOST_SKIPPED:
                yield f"        and {skipped - MOST_SKIPPED:,} more (--format json has their reasons)"
        if not one["editions"] and not one["damaged"]:
            how = "" if one["downloads"] else " --from FILE"
            yield f"    not installed: vendorscreen watchlist update {one['id']}{how}"


def vendor_view(vendor: Json) -> Iterator[str]:
    """Yield the lines that show a vendor."""
    yield f"{vendor['name']} [{vendor['id']}]"
    if "what" in vendor:
        yield from _wrapped(f"what: {vendor['what']}", "  ")
    if vendor.get("listings"):
        yield "Listings" if "as_of" not in vendor else f"Listings, as of {vendor['as_of']}"
        for listing in vendor["listings"]:
            yield from _listing(listing)
    yield "Who it is"
    for key in ("country", "countries", "subject_type", "same_as", "cpv", "addresses"):
        if key in vendor:
            yield from _wrapped(f"{key.replace('_', ' ')}: {_joined(vendor[key])}", "  ")
    names = [f"{name['text']} ({name['kind'].replace('_', ' ')}{_span(name)})" for name in vendor.get("names", [])]
    yield from _block("Names", names)
    yield from _block("Identifiers", [f"{one['scheme']} {one['id']}" for one in vendor.get("identifiers", [])])
    yield from _block("Brands", [brand["name"] for brand in vendor.get("brands", [])])
    ties = [
        f"{tie['kind'].replace('_', ' ')}: {tie['vendor']}{_span(tie)}, {tie['evidence']}" for tie in vendor["ties"]
    ]
    yield from _block("Ties", ties)
    yield from _block("Not to be confused with", [one["name"] for one in vendor.get("false_friends", [])])


def changes_view(changes: Json) -> Iterator[str]:
    """Yield the lines that show what changed between two editions."""
    yield f"{changes['list']}: {changes['older']} -> {changes['newer']}"
    for key, sign in (("added", "+"), ("removed", "-"), ("changed", "~")):
        entries = changes.get(key, [])
        yield f"{len(entries):,} {key}"
        for entry in entries:
            yield f"{sign} {entry['name']} [{entry['id']}]"
            if key == "changed":
                yield from (f"    - {text}" for text in entry.get("gone", []))
                yield from (f"    + {text}" for text in entry.get("new", []))


def _listing(listing: Json) -> Iterator[str]:
    programme = listing.get("programme", listing["kind"].replace("_", " "))
    first = f", on the list since its edition of {listing['first_edition']}" if "first_edition" in listing else ""
    active = f" [{_ACTIVE[listing.get('active')]}]" if "active" in listing else ""
    yield from _wrapped(
        f"- {programme}, '{listing['listed_name']}'{_span(listing) or ', dates not known'}{first}{active}", "  ", "    "
    )
    yield from _wrapped(listing["summary"], "    ")
    if "caveat" in listing:
        yield from _wrapped(f"Not established: {listing['caveat']}", "    ")
    citation = f"{listing['citation']}; " if "citation" in listing else ""
    sources = "; ".join(source["title"] for source in listing["sources"])
    lists = ", ".join([listing["list"], *listing.get("also", [])])
    yield from _wrapped(f"Source ({lists}, {listing['evidence']}): {citation}{sources}", "    ", "      ")
    for key, text in listing.get("printed", []):
        yield from _wrapped(f"{key}, as printed: {text}", "    ", "      ")


def _span(entry: Json) -> str:
    period = entry.get("period", {})
    since = f", since {period['start']}" if "start" in period else ""
    return since + (f", until {period['end']}" if "end" in period else "")


def _joined(value: Json) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _block(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield title
        for line in lines:
            yield from _wrapped(f"- {line}", "  ", "    ")


def _wrapped(text: str, indent: str, hang: str | None = None) -> Iterator[str]:
    further = indent if hang is None else hang
    yield from textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=further, break_on_hyphens=False)
