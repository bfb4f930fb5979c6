"""All ties between the parties of a tender and the vendors of a watchlist."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from vendorscreen.matching.brand import Goods, brand_word_matches, stated_brand_matches
from vendorscreen.matching.group_ties import group_matches
from vendorscreen.matching.identity import identities
from vendorscreen.matching.match import Match
from vendorscreen.name import MATCH_THRESHOLD, NameMatch
from vendorscreen.tender.links import only_buys
from vendorscreen.tender.tender import Party, Tender
from vendorscreen.watchlist import Watchlist

__all__ = ["match_found", "match_tender"]

_RANK = {"same": 0, "affiliate": 1, "owned": 2, "brand": 3}


@dataclass(frozen=True, slots=True)
class _Owner:
    """A stated owner of a party; ``share`` is the product of the shares on the way."""

    of: str
    party: str
    share: float | None
    through: str | None

    def words(self, name: str) -> str:
        share = f" to {self.share:.0%}" if self.share is not None else ""
        through = f" through {self.through}" if self.through else ""
        return f"the tender states that {name} owns it{share}{through}"


def match_tender(
    tender: Tender, watchlist: Watchlist, as_of: date, *, at_least: float = MATCH_THRESHOLD
) -> list[Match]:
    """Return every match of a tender, by party in the order of the tender, surest first within a party.

    Parties that only buy are not screened; those without a name are screened by their numbers. A party and a vendor
    have one match: the surest, then the closest relation. Names less similar than ``at_least`` do not match.
    """
    parties = _screened(tender)
    hits = watchlist.search([party.name or "" for party in parties], at_least=at_least)
    found = dict(zip((party.id for party in parties), hits, strict=True))
    return match_found(tender, found, watchlist, as_of)


def match_found(tender: Tender, found: Mapping[str, list[NameMatch]], watchlist: Watchlist, as_of: date) -> list[Match]:
    """Return what ``match_tender`` does, from names searched before, perhaps together with those of other tenders.

    ``found`` holds, by the id of each party, the vendors with a like name.
    """
    parties = _screened(tender)
    same = {party.id: identities(party, found[party.id], watchlist) for party in parties}
    goods = Goods(tender)
    matches: list[Match] = []
    for party in parties:
        tied = [*same[party.id], *(step for match in same[party.id] for step in group_matches(match, watchlist, as_of))]
        tied += _owned(_owners(tender, party), same, watchlist, as_of)
        matches += _one_each([*tied, *brand_word_matches(party, goods, watchlist, tied)])
    brands: dict[tuple[str | None, str], Match] = {}
    for match in stated_brand_matches(tender, watchlist, matches):
        brands.setdefault((match.party, match.vendor.id), match)  # of several products the one stated first
    known = {(match.party, match.vendor.id) for match in matches}
    found_on = [
        *(replace(match, weak=match.weak and (match.party, match.vendor.id) not in brands) for match in matches),
        *(match for key, match in brands.items() if key not in known),
    ]
    return [replace(match, as_of=as_of) for match in found_on]


def _screened(tender: Tender) -> list[Party]:
    return [party for party in tender.parties if party.called and not only_buys(party.roles)]


def _owned(owners: list[_Owner], same: dict[str, list[Match]], watchlist: Watchlist, as_of: date) -> list[Match]:
    """Return ``owned`` matches: what the stated owners of a party are, or belong to."""
    return [
        replace(
            found,
            party=owner.of,
            relation="owned",
            basis="stated_owner",
            speaks_for=(owner.words(match.vendor.name), *found.speaks_for),
            owner=owner.party,
            share=owner.share,
        )
        for owner in owners
        for match in same.get(owner.party, ())
        for found in (match, *group_matches(match, watchlist, as_of))
    ]


def _owners(tender: Tender, party: Party) -> list[_Owner]:
    """Return the stated owners of a party and their owners, nearest first, each once."""
    known = {party.id}
    queue = [_Owner(party.id, party.id, 1.0, through=None)]
    for step in queue:  # grows while it is walked
        holder = tender.party(step.party)
        for owner in (holder.shareholders if holder else None) or ():
            if owner.party not in known:
                share = None if owner.share is None or step.share is None else owner.share * step.share
                through = holder.name if holder and step.party != party.id else None
                known.add(owner.party)
                queue.append(_Owner(party.id, owner.party, share, through))
    return queue[1:]


def _one_each(matches: list[Match]) -> list[Match]:
    best: dict[tuple[str | None, str], Match] = {}
    for match in sorted(matches, key=lambda match: (-match.certainty, _RANK[match.relation], -match.similarity)):
        best.setdefault((match.party, match.vendor.id), match)
    return list(best.values())
