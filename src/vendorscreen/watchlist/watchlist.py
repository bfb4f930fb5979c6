"""The vendors one screening looks among, and the ties between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from vendorscreen.identifier import Identifier
from vendorscreen.name import MATCH_THRESHOLD, NameIndex, NameMatch
from vendorscreen.watchlist.model import OPPOSITE, Brand, ListState, Programme, Relation, Vendor

__all__ = ["Watchlist"]


class Watchlist:
    """Vendors by id, programmes by id, the lists screened or not, and a digest of the files they come from."""

    def __init__(
        self, vendors: Iterable[Vendor], programmes: Mapping[str, Programme], lists: Sequence[ListState], digest: str
    ) -> None:
        self.vendors: Mapping[str, Vendor] = {vendor.id: vendor for vendor in vendors}
        self.programmes = dict(programmes)
        self.lists = tuple(lists)
        self.digest = digest

    @cached_property
    def index(self) -> NameIndex:
        """Every name of every vendor."""
        return NameIndex((vendor.id, name.text) for vendor in self.vendors.values() for name in vendor.names)

    @cached_property
    def brands(self) -> tuple[tuple[Vendor, Brand], ...]:
        """Every declared brand, with its vendor."""
        return tuple((vendor, brand) for vendor in self.vendors.values() for brand in vendor.brands)

    def search(
        self, names: Sequence[str], *, at_least: float = MATCH_THRESHOLD, limit: int = 20
    ) -> list[list[NameMatch]]:
        """Return for each name the vendors with a like name, best first; the key of a match is the vendor's id."""
        return self.index.search(names, at_least=at_least, limit=limit)

    def identified(self, identifier: Identifier) -> tuple[Vendor, ...]:
        """Return the vendors that bear an identifier."""
        ids = self._by_identifier.get((identifier.scheme, identifier.id), ()) if identifier.telling else ()
        return tuple(self.vendors[id_] for id_ in ids)

    def ties(self, vendor: str) -> tuple[Relation, ...]:
        """Return every tie of a vendor, stated in its own file or in the other's; a tie says what the other is."""
        return self._ties.get(vendor, ())

    @cached_property
    def _by_identifier(self) -> dict[tuple[str, str], tuple[str, ...]]:
        holders: dict[tuple[str, str], tuple[str, ...]] = {}
        for vendor in self.vendors.values():
            for number in vendor.identifiers:
                key = (number.scheme, number.id)
                holders[key] = (*holders.get(key, ()), vendor.id)
        return holders

    @cached_property
    def _ties(self) -> dict[str, tuple[Relation, ...]]:
        ties: dict[str, dict[str, Relation]] = {}
        for vendor in self.vendors.values():
            for relation in vendor.relations:
                ties.setdefault(vendor.id, {}).setdefault(relation.vendor, relation)
                reverse = replace(relation, kind=OPPOSITE[relation.kind], vendor=vendor.id)
                ties.setdefault(relation.vendor, {}).setdefault(vendor.id, reverse)
        return {vendor: tuple(others.values()) for vendor, others in ties.items()}
