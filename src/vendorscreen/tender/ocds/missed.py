"""Organisations that a release names and nobody could screen: told once for places of one kind, with their number."""

from collections.abc import Iterable

from vendorscreen.errors import Problem
from vendorscreen.tender.links import only_buys
from vendorscreen.tender.remarks import MAXIMUM_WARNINGS, Remarks
from vendorscreen.tender.tender import Party, Path

__all__ = ["Missed"]

_LONGEST_NAME = 60


class Missed:
    """Remembers where the first of each kind of place stands, and how many there are."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], tuple[Path, str, int]] = {}

    def unread(self, at: Path, name: str) -> None:
        """Note an organisation at a place that is not read."""
        self._note(at, f"an organisation ('{name[:_LONGEST_NAME]}') stands at a place that is not read")

    def nobody(self, at: Path, number: str) -> None:
        """Note an organisation that is told only by a number whose register nothing tells."""
        self._note(at, f"nothing tells whose number '{number[:_LONGEST_NAME]}' is, and there is no name")

    def nameless(self, parties: Iterable[Party]) -> None:
        """Note the parties that have neither a name nor a number, but for those who only buy."""
        for party in parties:
            buys = only_buys(party.roles)
            if party.name is None and not party.identifiers and not buys:
                self._note(party.at, f"nothing tells who the organisation '{party.id[:_LONGEST_NAME]}' is")

    def warnings(self, remarks: Remarks[Path]) -> tuple[Problem, ...]:
        """Return what was noted as warnings."""
        kinds = list(self._found.values())
        for at, what, count in kinds[: MAXIMUM_WARNINGS - 1]:
            remarks.remark(at, f"{what}; {_not_screened(count)}")
        left = kinds[MAXIMUM_WARNINGS - 1 :]
        if left:
            count = sum(count for _, _, count in left)
            remarks.remark((), f"{count} more organisations stand at {len(left)} more such kinds of places")
        return remarks.warnings

    def _note(self, at: Path, what: str) -> None:
        kind = tuple("*" if isinstance(step, int) else step for step in at)
        first, message, count = self._found.get(kind, (at, what, 0))
        self._found[kind] = (first, message, count + 1)


def _not_screened(count: int) -> str:
    if count == 1:
        return "it was not screened"
    return f"it and {count - 1} more at such places were not screened"
