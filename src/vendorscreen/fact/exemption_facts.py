"""Facts about exemptions: acts of authorities, or proof the buyer accepted, that lift the finding of a rule."""

from datetime import date

from msgspec import Struct

from vendorscreen.fact.node import Fact, Scope, ValueKind, stated
from vendorscreen.tender.tender import Collection, Exemption, Path

__all__ = ["EXEMPTION", "DatedExemption", "exemptions_on"]


class DatedExemption(Struct, frozen=True):
    """An exemption, on the date of the case."""

    exemption: Exemption
    as_of: date

    @property
    def at(self) -> Path:
        """Where it stands in the source."""
        return self.exemption.at

    @property
    def shown(self) -> bool | None:
        """Whether document, date and role are stated and it holds on the date; ``None`` while one is missing."""
        one = self.exemption
        if (one.date and one.date > self.as_of) or (one.until and one.until <= self.as_of):
            return False
        return True if one.document and one.date and one.role else None


def exemptions_on(
    exemptions: Collection[Exemption] | None, as_of: date, party: str | None = None, lots: tuple[str | None, ...] = ()
) -> Collection[DatedExemption] | None:
    """Return the exemptions that concern a party in all of these lots; those for everybody where ``party`` is ``None``.

    ``None`` where nobody said whether there are any.
    """
    if exemptions is None:
        return None
    mine = (one for one in exemptions if one.party in (None, party) and (one.lot is None or {one.lot} == set(lots)))
    return Collection(tuple(DatedExemption(one, as_of) for one in mine), exemptions.complete)


EXEMPTION = Scope.of(
    "exemption",
    "an act of an authority, or proof the buyer accepted, as the buyer states it",
    (
        stated("exemption.act", ValueKind.TEXT, "the act, by the word that the rule's 'unless' gives it", at="act"),
        Fact(
            name="shown",
            kind=ValueKind.FLAG,
            meaning="document, date and role are stated, and it holds on the as-of date",
            unknown_when="document, date or role is not stated",
            read=lambda seen: seen.shown,
            question="Which document states the act, of which date, and in which role was it decided or accepted?",
        ),
    ),
)
