"""One index of the names of all sources, for many names: each is read and looked up once, not once per list."""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from vendorscreen.file.keeping import kept
from vendorscreen.name import NameIndex, NameMatch
from vendorscreen.watchlist.compiling import compiled_key
from vendorscreen.watchlist.part import Part, searchable_names

__all__ = ["JointIndex", "joint_index"]

_JOINT = "_joint"
"""Where it is kept among the compiled lists; no list can have such an id."""

_NAMES = "names"


class JointIndex(Struct, frozen=True):
    """An index whose keys are the place of a source and the id of a vendor in it."""

    index: NameIndex

    def search(self, names: Sequence[str], *, at_least: float, limit: int) -> list[list[NameMatch]]:
        """Return for each name what the indexes of the sources give one after the other, ``limit`` hits each."""
        found = self.index.search(names, at_least=at_least, limit=sys.maxsize)
        return [_by_source(hits, limit) if hits else [] for hits in found]


def joint_index(parts: Sequence[Part], digest: str, home: Path) -> JointIndex:
    """Return the joint index of sources, compiled once; ``digest`` is of all that their records come from."""
    index = kept(
        home / "compiled" / _JOINT,
        compiled_key((digest,)),
        lambda: NameIndex(_names(parts)),
        lambda index, folder: index.save(folder / _NAMES),
        lambda folder: NameIndex.open(folder / _NAMES),
    )
    return JointIndex(index)


def _names(parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    for place, part in enumerate(parts):
        for id_, name in searchable_names(record.vendor for record in part.records):
            yield f"{place} {id_}", name


def _by_source(hits: Sequence[NameMatch], limit: int) -> list[NameMatch]:
    sources: dict[int, list[NameMatch]] = defaultdict(list)
    for hit in hits:
        place, _, id_ = hit.key.partition(" ")
        sources[int(place)].append(hit._replace(key=id_))
    return [hit for _, some in sorted(sources.items()) for hit in some[:limit]]
