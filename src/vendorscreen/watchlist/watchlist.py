"""The vendors one screening looks among: the curated ones and those of installed lists, each vendor once."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache

from vendorscreen.identifier import Identifier
from vendorscreen.lists.official_list import Coverage, ListWarning, OfficialList, coverage, warning_of
from vendorscreen.name import MATCH_THRESHOLD, NameMatch
from vendorscreen.vendor.vendor import Brand, ListState, Programme, Relation, Vendor
from vendorscreen.watchlist.grouping import merged, same_vendors
from vendorscreen.watchlist.joint_index import JointIndex
from vendorscreen.watchlist.part import Part
from vendorscreen.watchlist.records import number_key

__all__ = ["Watchlist"]

KEPT_MERGED = 4096
"""Vendors that are kept in memory."""


class Watchlist:
    """Vendors of several sources, programmes by id, the lists screened or not, and a digest of all they come from.

    A vendor on several lists is one vendor: its id is that of the first source, its listings are those of all.
    ``joint`` is the index of the names of all sources, where there is one: it finds the same, faster for many names.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        programmes: Mapping[str, Programme],
        lists: Sequence[ListState],
        digest: str,
        official: Sequence[OfficialList] = (),
        joint: JointIndex | None = None,
    ) -> None:
        self.joint = joint
        self.parts = tuple(parts)
        self.programmes = dict(programmes)
        self.lists = tuple(lists)
        self.official = tuple(official)
        self.digest = digest
        self.vendors: Mapping[str, Vendor] = _Vendors(self.parts)

    def with_joint_index(self, joint: JointIndex) -> "Watchlist":
        """Return the same watchlist, searched by one index of the names of all its parts."""
        return Watchlist(self.parts, self.programmes, self.lists, self.digest, self.official, joint)

    @cached_property
    def brands(self) -> tuple[tuple[str, Brand], ...]:
        """Every declared brand, with the id of its vendor."""
        return tuple(pair for part in self.parts for pair in part.records.brands)

    def search(
        self, names: Sequence[str], *, at_least: float = MATCH_THRESHOLD, limit: int = 20
    ) -> list[list[NameMatch]]:
        """Return for each name the vendors with a like name, best first; the key of a match is the vendor's id.

        ``limit`` counts the records of each source, so that adding a list never takes a match away.
        """
        if self.joint is not None:
            hits = self.joint.search(names, at_least=at_least, limit=limit)
            return [self._one_each(some) if some else [] for some in hits]
        found = [part.index.search(names, at_least=at_least, limit=limit) for part in self.parts]
        return [self._one_each([hit for hits in found for hit in hits[place]]) for place in range(len(names))]

    def identified(self, identifier: Identifier) -> tuple[Vendor, ...]:
        """Return the vendors that bear an identifier."""
        if not identifier.telling or number_key(identifier) not in self._keys:
            return ()
        found = [vendor.id for part in self.parts for vendor in part.records.identified(identifier)]
        return tuple({one.id: one for one in map(self.vendors.__getitem__, found)}.values())

    @cached_property
    def _keys(self) -> frozenset[int]:
        """The hashes of the keys of all sources, so that a number on none is looked up once, not once per source.

        Some 70 bytes a key, in the memory of each process: 10 MB for the 80,000 names of eleven lists.
        """
        return frozenset[int]().union(*(part.records.keys for part in self.parts))

    def ties(self, vendor: str) -> tuple[Relation, ...]:
        """Return every tie of a vendor, stated in its own file or in the other's; a tie says what the other is."""
        records = (part.records.get(vendor) for part in self.parts)
        return tuple(tie for record in records if record for tie in record.ties)

    def coverage(self, country: str | None, level: str | None, as_of: date) -> tuple[Coverage, ...]:
        """Return, for each list a buyer must screen, whether it was: screened, stale, missing, or without a reader.

        Args:
            country: the buyer's alpha-2 code; ``None`` where it is not stated.
            level: the buyer's level of government, as in tenders; ``None`` where it is not stated.
            as_of: the day of the screening; the age of an edition runs from its date to this day.
        """
        return coverage(self.official, {one.id: one for one in self.lists}, country, level, as_of)

    def warnings(self, as_of: date | None = None) -> tuple[ListWarning, ...]:
        """Return, for each list screened, why it is not simply that; its age is told where ``as_of`` is given."""
        official = {one.id: one for one in self.official}
        told = (warning_of(state, official.get(state.id), as_of) for state in self.lists)
        return tuple(one for one in told if one)

    def _one_each(self, hits: list[NameMatch]) -> list[NameMatch]:
        best: dict[str, NameMatch] = {}
        ranked = [(hit, self.vendors[hit.key]) for hit in hits]
        for hit, vendor in sorted(ranked, key=lambda one: (_is_weak(*one), -one[0].similarity)):  # first source first
            best.setdefault(vendor.id, hit._replace(key=vendor.id))
        return sorted(best.values(), key=lambda hit: (-hit.similarity, hit.key, hit.name))


def _is_weak(hit: NameMatch, vendor: Vendor) -> bool:
    """Return whether a hit is a mere likeness to a name that some source calls weak: another name says more."""
    return hit.similarity < 1 and any(name.text == hit.name and name.kind == "weak_alias" for name in vendor.names)


class _Vendors(Mapping[str, Vendor]):
    """Vendors by id, of any source; the records that are one vendor give one."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._merged = lru_cache(KEPT_MERGED)(self._merge)

    def __getitem__(self, key: str) -> Vendor:
        return self._merged(key)

    def __iter__(self) -> Iterator[str]:
        ids = (self[record.vendor.id].id for part in self._parts for record in part.records)
        return iter(dict.fromkeys(ids))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _merge(self, key: str) -> Vendor:
        for part in self._parts:
            record = part.records.get(key)
            if record is not None:
                return merged(same_vendors(record.vendor, self._parts))
        raise KeyError(key)
