"""Records of several lists that are one vendor: by identifier, a source that says so, or exact name and country.

Each tie holds both ways between organisations, and the group is all that ties lead to, step by step: it does not
depend on where one begins. A false friend cuts the tie between its vendor and the record that bears its name. Example:
the Entity List and the SDN list print one name and country, the World Bank a number that the first has too: one vendor
of three records, each listing keeping its list.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from vendorscreen.country import countries_agree, plain_name
from vendorscreen.vendor.vendor import NameKind, Vendor, VendorName
from vendorscreen.watchlist.part import Part
from vendorscreen.watchlist.records import primary_names

__all__ = ["merged", "same_vendors"]


def same_vendors(vendor: Vendor, parts: Sequence[Part]) -> list[Vendor]:
    """Return the records of all parts that are this vendor, itself among them, in the order of the parts.

    A false friend of one of them is not taken in with it.
    """
    found = {vendor.id: vendor}
    queue = [vendor]
    for member in queue:  # grows while it is walked
        for other in _neighbours(member, parts):
            if other.id not in found and not (_bars(member, other) or _bars(other, member)):
                found[other.id] = other
                queue.append(other)
    order = {part.id: place for place, part in enumerate(parts)}
    return sorted(found.values(), key=lambda one: (order.get(one.list, len(order)), one.id))


def merged(vendors: Sequence[Vendor]) -> Vendor:
    """Return one vendor with all that its records say; each listing keeps the list it stands on.

    The first record gives the id, the name and the country.
    """
    first = vendors[0]
    if len(vendors) == 1:
        return first
    names: dict[str, VendorName] = {}
    kinds: dict[str, NameKind] = {}
    for name in (name for vendor in vendors for name in vendor.names):
        kind = kinds.setdefault(plain_name(name.text), name.kind)  # the curated files know which names are weak
        names.setdefault(name.text, replace(name, kind=kind))
    return replace(
        first,
        country=next((vendor.country for vendor in vendors if vendor.country), None),
        countries=_united(vendor.countries for vendor in vendors),
        addresses=_united(vendor.addresses for vendor in vendors),
        what=next((vendor.what for vendor in vendors if vendor.what), ""),
        names=tuple(names.values()),
        identifiers=_united(vendor.identifiers for vendor in vendors),
        brands=_united(vendor.brands for vendor in vendors),
        cpv=_united(vendor.cpv for vendor in vendors),
        relations=_united(vendor.relations for vendor in vendors),
        same_as=tuple(vendor.id for vendor in vendors[1:]),
        listings=_united(vendor.listings for vendor in vendors),
        false_friends=_united(vendor.false_friends for vendor in vendors),
        not_listed=_united(vendor.not_listed for vendor in vendors),
    )


def _neighbours(vendor: Vendor, parts: Sequence[Part]) -> Iterable[Vendor]:
    for part in parts:
        yield from part.records.said_to_be(vendor.id)
        for id_ in vendor.same_as:
            record = part.records.get(id_)
            if record:
                yield record.vendor
        for number in vendor.identifiers:
            if number.telling:
                yield from part.records.identified(number)
        for name in dict.fromkeys(map(plain_name, primary_names(vendor))):
            for country in vendor.countries or filter(None, (vendor.country,)):
                yield from part.records.named(name, country)


def _bars(vendor: Vendor, other: Vendor) -> bool:
    """Return whether a name of the other is that of a false friend of this one."""
    names = set(map(plain_name, primary_names(other)))
    return any(
        plain_name(friend.name) in names and countries_agree(friend.country, other.country) is not False
        for friend in vendor.false_friends
    )


def _united(parts: Iterable[tuple[object, ...]]) -> tuple:  # type: ignore[type-arg]
    return tuple(dict.fromkeys(item for part in parts for item in part))
