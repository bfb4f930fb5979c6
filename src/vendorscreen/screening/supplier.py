"""One supplier: how it may be stated, and what a screening says of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, get_args

import msgspec
from msgspec import Struct

from vendorscreen.country import country_code
from vendorscreen.document import suggestion
from vendorscreen.errors import UsageError
from vendorscreen.identifier import Identifier
from vendorscreen.matching import Match
from vendorscreen.name.person import NOT_SEARCHED, may_be_a_person
from vendorscreen.report.matched import match_entry
from vendorscreen.rule import Effect
from vendorscreen.rule.coverage import NotScreened
from vendorscreen.screening.supplier_effects import Effects
from vendorscreen.showing import html_table
from vendorscreen.tender import Collection, Party, Tender
from vendorscreen.tender.stated import plain
from vendorscreen.tender.tender import Buyer
from vendorscreen.tender.vocabulary import Level, Sector
from vendorscreen.vendor import Programme

__all__ = [
    "ROLE",
    "BuyerStated",
    "Identified",
    "Screening",
    "buyer_of",
    "supplier_party",
    "supplier_tender",
]

ROLE = "supplier"
"""What a party of a supplier list does, in the words of OCDS."""

BuyerStated = str | Mapping[str, str | None] | Buyer | None
"""Who buys: a country, a mapping of ``country``, ``level`` and ``sector``, or nobody stated."""

Identified = str | Mapping[str, str] | Identifier
"""A registered number: ``"SCHEME:NUMBER"``, a mapping of ``scheme`` and ``id``, or an identifier."""


class Screening(Struct, frozen=True, kw_only=True):
    """What is known of one supplier on one day, and what it means for a buyer. It decides nothing: a person does.

    ``matches`` are the vendors it may be, belong to or offer, surest first, each with its dated, cited listings.
    ``established`` is the strongest effect that rules about suppliers and their ties found for this buyer, ``possible``
    the strongest they leave open for this supplier, ``rules`` the ids of those that found something. What stays open
    for every supplier, because a list was not screened, stands under ``not_screened``. ``note`` says why a name was
    not searched; ``programmes`` are those that the listings stand under.
    """

    name: str | None
    country: str | None
    identifiers: tuple[Identifier, ...]
    buyer: Buyer
    as_of: date
    matches: tuple[Match, ...]
    established: Effect
    possible: Effect
    rules: tuple[str, ...]
    not_screened: tuple[NotScreened, ...]
    programmes: Mapping[str, Programme]
    note: str | None = None

    @classmethod
    def of(
        cls,
        tender: Tender,
        matches: tuple[Match, ...],
        as_of: date,
        effects: Effects,
        lacking: tuple[NotScreened, ...],
        programmes: Mapping[str, Programme],
    ) -> "Screening":
        """Return what was found of the only supplier of a tender."""
        (party,) = tender.parties
        named = {listing.programme for match in matches for listing in match.listings}
        return cls(
            name=party.name,
            country=party.country,
            identifiers=party.identifiers,
            buyer=tender.buyer,
            as_of=as_of,
            matches=matches,
            established=effects.established,
            possible=effects.possible,
            rules=effects.rules,
            not_screened=lacking,
            programmes={one: programmes[one] for one in sorted(filter(None, named)) if one in programmes},
            note=NOT_SEARCHED if not matches and may_be_a_person(party.name or "") else None,
        )

    @property
    def party(self) -> Party:
        """The supplier as a party of a tender."""
        return Party(id=ROLE, name=self.name, roles=(ROLE,), country=self.country, identifiers=self.identifiers)

    def to_dict(self) -> dict[str, Any]:
        """Return the screening as plain values for JSON; a match with its listings as in the JSON of ``match``."""
        return {
            "name": self.name,
            "country": self.country,
            "identifiers": [{"scheme": one.scheme, "id": one.id} for one in self.identifiers],
            "buyer": {"country": self.buyer.country, "level": self.buyer.level, "sector": self.buyer.sector},
            "as_of": str(self.as_of),
            "established": self.established.word,
            "possible": self.possible.word,
            "rules": list(self.rules),
            "matches": [match_entry(match, self.party, self.programmes) for match in self.matches],
            "not_screened": [msgspec.to_builtins(one) for one in self.not_screened],
            "note": self.note,
        }

    def to_json(self) -> str:
        """Return ``to_dict`` as JSON text."""
        return msgspec.json.encode(self.to_dict()).decode()

    def __repr__(self) -> str:
        found = ", ".join(f"{one.vendor.id} ({one.relation}, {one.certainty.word})" for one in self.matches[:3])
        more = f" and {len(self.matches) - 3} more" if len(self.matches) > 3 else ""
        about = f"{self.name or 'by number'} as of {self.as_of}"
        return f"<Screening {about}: {self.established.word}; {found or 'no match'}{more}>"

    def _repr_html_(self) -> str:
        rows = [
            (one.vendor.name, one.relation, one.certainty.word, "; ".join(map(str, one.listings[:3])))
            for one in self.matches
        ]
        return html_table(repr(self)[1:-1], ("Vendor", "Relation", "Certainty", "Strongest entries"), rows)


def supplier_tender(buyer: Buyer, *parties: Party) -> Tender:
    """Return the tender of which nothing is known but suppliers and the buyer."""
    return Tender(source="suppliers", buyer=buyer, parties=Collection(parties, complete=False))


def supplier_party(name: str | None, country: str | None, identifiers: Iterable[Identified]) -> Party:
    """Return a supplier as a party.

    Raises:
        UsageError: there is neither name nor number, or country or number cannot be read.
    """
    if name is not None and not isinstance(name, str):
        raise UsageError(f"name: a text is needed, not {type(name).__name__}")
    numbers = tuple(map(_identifier, [identifiers] if isinstance(identifiers, str | Mapping) else identifiers))
    if not numbers and not (name or "").strip():
        raise UsageError("a supplier needs a name, or a number under identifiers")
    return Party(
        id=ROLE, name=(name or "").strip() or None, roles=(ROLE,), country=_country(country), identifiers=numbers
    )


def buyer_of(stated: BuyerStated) -> Buyer:
    """Return the buyer.

    Raises:
        UsageError: a key, the country, the level or the sector is not known.
    """
    if isinstance(stated, Buyer):
        return stated
    known = ("name", "country", "level", "sector")
    given = {"country": stated} if isinstance(stated, str) else plain(stated or {}, "buyer")
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise UsageError(f"buyer: unknown key '{unknown[0]}', known: {', '.join(known)}")
    for what, words in (("level", get_args(Level)), ("sector", get_args(Sector))):
        if given.get(what) is not None and given[what] not in words:
            raise UsageError(f"'{given[what]}' is no {what} of a buyer, {suggestion(str(given[what]), words)}")
    return Buyer(
        name=given.get("name"),
        country=_country(given.get("country"), "buyer: "),
        level=given.get("level"),
        sector=given.get("sector"),
    )


def _country(text: str | None, where: str = "") -> str | None:
    if text is None or text == "":
        return None
    code = country_code(text) if isinstance(text, str) else None
    if code is None:
        raise UsageError(f"{where}country: '{text}' is no country, write its two letters (ISO 3166-1), such as FR")
    return code


def _identifier(stated: Identified) -> Identifier:
    if isinstance(stated, Identifier):
        return stated
    if isinstance(stated, Mapping):
        scheme, number = str(stated.get("scheme") or ""), str(stated.get("id") or "")
    else:
        scheme, _, number = str(stated).partition(":")
    if not scheme.strip() or not number.strip():
        raise UsageError(f"identifiers: '{stated}' is no number, write SCHEME:NUMBER, such as PL-KRS:0000123456")
    return Identifier.of(scheme.strip(), number.strip())
