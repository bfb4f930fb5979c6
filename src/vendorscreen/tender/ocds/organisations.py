"""The organisations of an OCDS release: in ``parties`` since 1.1, described wherever they are mentioned before.

A mention without an id is the organisation with the same registered number or name, unless countries differ.
"""

import re
from collections.abc import Iterable
from typing import get_args

from msgspec.structs import replace

from vendorscreen.country import countries_agree, country_code
from vendorscreen.tender.identifying import stated_identifier
from vendorscreen.tender.model import Collection, Party, Path, Person, Shareholder
from vendorscreen.tender.ocds.fields import Object, mapping, objects, texts, written
from vendorscreen.tender.remarks import Remarks
from vendorscreen.tender.roster import Roster
from vendorscreen.tender.vocabulary import Role

__all__ = ["Organisations"]

_ROLES = {role.casefold(): role for role in get_args(Role)}
_OTHER_ROLES = frozenset({"reviewcontactpoint", "processcontactpoint", "mediationbody", "informationservice"})
"""Roles of those who are never tenderers, with no word of ours."""

_REFERENCE = frozenset({"id", "name"})
"""Keys of a mention that only refers to a party."""

_WHOLE = 0.9995
"""Shares that add up to this are all the owners; less leaves room for rounding."""

_REGISTER = re.compile(r"([A-Z]{2})-(?!VAT$)[A-Z0-9_]+", re.ASCII)


class Organisations:
    """Parties of a release by id; ``mention`` finds or adds one and gives it a role."""

    def __init__(self, release: Object, source: str, remarks: Remarks[Path]) -> None:
        self._remarks = remarks
        self._roster = Roster(source)
        self._known: dict[object, str] = {}
        self.details: dict[str, Object] = {}
        declared = [(("parties", place), party) for place, party in objects(release.get("parties"))]
        ids = [self._declare(party, at) for at, party in declared]
        for id_, (at, party) in zip(ids, declared, strict=True):
            if id_ is not None:
                self._own(id_, party, at)

    def __getitem__(self, id_: str) -> Party:
        return self._roster[id_]

    def mention(self, organisation: Object, at: Path, role: str | None) -> str | None:
        """Return the id of the organisation meant, which gains the role; ``None`` if nothing tells who is meant."""
        own_id = written(organisation.get("id"))
        if own_id in self._roster and organisation.keys() <= _REFERENCE:
            name = self._remarks.name(written(organisation.get("name")), (*at, "name"))
            mentioned, id_ = Party(id="", name=name), own_id
        else:
            mentioned = self._read(organisation, at, own_id)
            if own_id is None and mentioned.name is None and not mentioned.identifiers:
                return None
            id_ = self._find(own_id, mentioned, organisation)
        if id_ is None:
            id_ = self._add(mentioned, organisation)
        else:
            self._complete(id_, mentioned)
        if role:
            self._roster.give(id_, role)
        return id_

    def mentions(self, value: object, at: Path, role: str | None) -> tuple[str, ...]:
        """Return the ids of the organisations of a list, in order, each once."""
        found = (self.mention(one, (*at, place), role) for place, one in objects(value))
        return tuple(dict.fromkeys(id_ for id_ in found if id_))

    def collected(self) -> Collection[Party]:
        """Return every party."""
        return self._roster.collected()

    def with_role(self, *roles: str) -> Party | None:
        """Return the first party with one of the roles."""
        return next((party for party in self._roster.collected() if set(roles) & set(party.roles)), None)

    def _declare(self, organisation: Object, at: Path) -> str | None:
        stated = [role.casefold() for role in texts(organisation.get("roles"))]
        if stated and _OTHER_ROLES.issuperset(stated):
            return None
        roles = tuple(_ROLES[role] for role in stated if role in _ROLES)
        id_ = written(organisation.get("id"))
        party = self._read(organisation, at, id_, roles)
        if id_ is not None and id_ in self._roster:
            self._remarks.remark((*at, "id"), f"a second party has the id '{id_[:60]}'")
            self._complete(id_, party)
            self._roster.give(id_, *roles)
            return id_
        id_ = self._add(party, organisation)
        self.details[id_] = mapping(organisation.get("details"))
        return id_

    def _read(self, organisation: Object, at: Path, id_: str | None, roles: tuple[str, ...] = ()) -> Party:
        """Return the organisation as it is described here, with an id of ours where it has none."""
        identifier = mapping(organisation.get("identifier"))
        stated = [identifier, *(one for _, one in objects(organisation.get("additionalIdentifiers")))]
        country = self._country(organisation, stated, at)
        numbers = (stated_identifier(written(one.get("scheme")), written(one.get("id")), country) for one in stated)
        name = self._remarks.name(written(organisation.get("name")), (*at, "name"))
        legal = self._remarks.name(written(identifier.get("legalName")), (*at, "identifier", "legalName"))
        return Party(
            id=id_ or f"party-{len(self._roster) + 1}",
            name=_called(legal, name),
            roles=roles,
            country=country,
            identifiers=tuple(dict.fromkeys(number for number in numbers if number)),
            at=at,
        )

    def _country(self, organisation: Object, identifiers: Iterable[Object], at: Path) -> str | None:
        """Return the country: of the address, else of the register that gave a number."""
        address = mapping(organisation.get("address"))
        for key in ("country", "countryName"):
            code = self._remarks.country(written(address.get(key)), (*at, "address", key))
            if code:
                return code
        registers = (_REGISTER.fullmatch(written(one.get("scheme")) or "") for one in identifiers)
        return next((code for register in registers if register and (code := country_code(register[1]))), None)

    def _find(self, id_: str | None, party: Party, organisation: Object) -> str | None:
        if id_ is not None:
            return id_ if id_ in self._roster else None
        found = (self._known[key] for key in _keys(party, organisation) if key in self._known)
        return next(
            (one for one in found if countries_agree(party.country, self._roster[one].country) is not False), None
        )

    def _add(self, party: Party, organisation: Object) -> str:
        for key in _keys(party, organisation):
            self._known.setdefault(key, party.id)
        return self._roster.add(party)

    def _complete(self, id_: str, mention: Party) -> None:
        """Add to a party what a further mention of it says; another name for it is not lost."""
        party = self._roster[id_]
        name, country = _called(party.name, mention.name), party.country or mention.country
        identifiers = tuple(dict.fromkeys((*party.identifiers, *mention.identifiers)))
        if (name, country, identifiers) != (party.name, party.country, party.identifiers):
            self._roster.add(replace(party, name=name, country=country, identifiers=identifiers))

    def _own(self, id_: str, organisation: Object, at: Path) -> None:
        """Read the stated owners; that they are all is only known where their shares add up."""
        holders = [
            Shareholder(party=holder, share=_share(owner.get("shareholding")), at=(*at, "shareholders", place))
            for place, owner in objects(organisation.get("shareholders"))
            if (holder := self._shareholder(owner, (*at, "shareholders", place)))
        ]
        persons = [
            self._person(owner, (*at, "beneficialOwners", place))
            for place, owner in objects(organisation.get("beneficialOwners"))
        ]
        if holders or persons:
            owned = replace(
                self._roster[id_],
                shareholders=Collection(tuple(holders), _add_up(holders)) if holders else None,
                persons=Collection(tuple(persons), complete=False) if persons else None,
            )
            self._roster.add(owned)

    def _shareholder(self, owner: Object, at: Path) -> str | None:
        return self.mention(mapping(owner.get("shareholder")), (*at, "shareholder"), "shareholder")

    def _person(self, owner: Object, at: Path) -> Person:
        key = "nationalities" if "nationalities" in owner else "nationality"
        codes = [self._remarks.country(text, (*at, key)) for text in texts(owner.get(key))]
        address = mapping(owner.get("address"))
        residence = written(address.get("country")) or written(address.get("countryName"))
        return Person(
            name=self._remarks.name(written(owner.get("name")), (*at, "name")),
            nationalities=tuple(code for code in codes if code) or None,
            residence=self._remarks.country(residence, (*at, "address")),
            at=at,
        )


def _add_up(holders: Iterable[Shareholder]) -> bool:
    return sum(holder.share or 0 for holder in holders) >= _WHOLE


def _share(value: object) -> float | None:
    number = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
    return number if number is not None and 0 <= number <= 1 else None


def _keys(party: Party, organisation: Object) -> list[object]:
    """Return what tells an organisation without an id: its number, under whatever scheme, then its name."""
    number = mapping(organisation.get("identifier"))
    written_number = written(number.get("id"))
    keys: list[object] = [(written(number.get("scheme")), written_number)] if written_number else []
    return [*keys, party.name.casefold()] if party.name else keys


def _called(first: str | None, other: str | None) -> str | None:
    """Return what an organisation is called under two names: the one that holds the other, else both.

    Registered and common names, and names that differ between mentions, are all names to look for.
    """
    if first is None or other is None:
        return first or other
    if other.casefold() in first.casefold():
        return first
    return other if first.casefold() in other.casefold() else f"{first} t/a {other}"
