"""Facts about the organisations that own a party."""

from msgspec import Struct

from vendorscreen.fact.case import PartyInRole
from vendorscreen.fact.node import Fact, Scope, ValueKind, stated
from vendorscreen.tender.tender import Collection, Party, Path, Shareholder

__all__ = ["OWNER", "OwnerSeen", "owners_of"]


class OwnerSeen(Struct, frozen=True):
    """An organisation that owns part of a party, with its stake."""

    stake: Shareholder
    organisation: Party | None

    @property
    def at(self) -> Path:
        """Where the stake stands in the source."""
        return self.stake.at


def owners_of(seen: PartyInRole) -> Collection[OwnerSeen] | None:
    """Return the organisations stated to own a party directly; ``None`` where nothing is stated."""
    owners = seen.party.shareholders
    if owners is None:
        return None
    return Collection(tuple(OwnerSeen(stake, seen.case.tender.party(stake.party)) for stake in owners), owners.complete)


OWNER = Scope.of(
    "owner",
    "an organisation that owns part of a party directly, as stated; natural persons only in party.persons_share",
    (
        Fact(
            name="name",
            kind=ValueKind.TEXT,
            meaning="as stated",
            read=lambda seen: seen.organisation.name if seen.organisation else None,
            question="What are the names of the owners?",
            reads_words=True,
        ),
        Fact(
            name="country",
            kind=ValueKind.COUNTRY,
            meaning="where the owner is established, as stated",
            read=lambda seen: seen.organisation.country if seen.organisation else None,
            question="In which countries are the owners established?",
        ),
        stated(
            "stake.share",
            ValueKind.NUMBER,
            "the share it holds directly",
            "Which share does each owner hold?",
            at="shareholding",
            unit="0 to 1",
        ),
    ),
)
