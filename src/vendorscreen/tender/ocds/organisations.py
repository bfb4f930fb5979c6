"""The organisations of an OCDS release: in ``parties`` since 1.1, described wherever they are mentioned before.

A mention without an id is the organisation with the same registered number or name, unless countries differ.
"""

from msgspec.structs import replace

from vendorscreen.country import countries_agree
from vendorscreen.tender.ocds.description import called, described, keys_of, numbers_of, reference, says_who
from vendorscreen.tender.ocds.fields import Object, each, mapping, objects, texts, written
from vendorscreen.tender.ocds.missed import Missed
from vendorscreen.tender.ocds.owners import beneficial_owners, shareholders
from vendorscreen.tender.ocds.role_words import meaning_of, roles_in
from vendorscreen.tender.remarks import Remarks
from vendorscreen.tender.roster import Roster
from vendorscreen.tender.tender import Collection, Party, Path

__all__ = ["OcdsOrganisations"]

_OTHER_ROLES = frozenset({"reviewcontactpoint", "processcontactpoint", "mediationbody", "informationservice"})
"""Roles of those who are never tenderers, with no word of ours."""

_REFERENCE = frozenset({"id", "name"})
"""Keys of a mention that only refers to a party."""

_NOBODY = frozenset({"true", "false", "yes", "no", "none", "null", "n/a", "na", "-", "--", "unknown", "tbd"})
"""Texts that stand where a name would and name nobody."""


class OcdsOrganisations:
    """Parties of a release by id; ``mention`` finds or adds one and gives it a role.

    ``at_place`` holds the ids of the objects read so far, ``None`` for who has no part in the purchase; ``read`` the
    objects and keys under which organisations were looked for.
    """

    def __init__(self, release: Object, source: str, remarks: Remarks[Path], missed: Missed) -> None:
        self._remarks, self._missed = remarks, missed
        self._roster = Roster(source)
        self._known: dict[object, str] = {}
        self.details: dict[str, Object] = {}
        self.at_place: dict[int, str | None] = {}
        self.read: set[tuple[int, str]] = set()
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
            mentioned = described(organisation, at, self._remarks)
            if own_id is None and mentioned.name is None and not mentioned.identifiers:
                return None
            id_ = self._find(own_id, mentioned, organisation)
        if id_ is None:
            id_ = self._add(mentioned, organisation, own_id)
            self._own(id_, organisation, at)
        else:
            self._complete(id_, mentioned)
        if role:
            self._roster.give(id_, role)
        self.at_place[id(organisation)] = id_
        return id_

    def mentions(self, holder: Object, key: str, at: Path, role: str | None) -> tuple[str, ...]:
        """Return the ids of the organisations under a key, in order, each once; a text alone is an id, name or number.

        ``at`` is the path of the object that has the key.
        """
        self.read.add((id(holder), key))
        found = (self._meant(one, key, place, role) for place, one in each(holder.get(key), (*at, key)))
        return tuple(dict.fromkeys(id_ for id_ in found if id_))

    def tell(self, organisation: Object, name: str, at: Path) -> None:
        """Note an organisation that is not read, unless it is a party already, by its id, number or name."""
        party, id_ = described(organisation, at, self._remarks), written(organisation.get("id"))
        if id_ is not None and id_ in self._roster:
            self._complete(id_, party)
        elif self._find(None, party, organisation) is None:
            self._missed.unread(at, name)

    def roles(self, id_: str) -> tuple[str, ...]:
        """Return the roles a party has so far."""
        return self._roster.roles(id_)

    def collected(self) -> Collection[Party]:
        """Return every party."""
        return self._roster.collected()

    def with_role(self, *roles: str) -> Party | None:
        """Return the first party with one of the roles."""
        return next((party for party in self._roster.collected() if set(roles) & set(party.roles)), None)

    def _meant(self, value: object, key: str, at: Path, role: str | None) -> str | None:
        """Return the id of the organisation an object or text means; whoever it does not tell is missed."""
        if isinstance(value, dict):
            id_ = self.mention(value, at, role)
            if id_ is None and says_who(value):
                self._missed.nobody(at, next((text for one in numbers_of(value) if (text := written(one["id"]))), ""))
            return id_
        text = written(value)
        if text is None or text.casefold() in _NOBODY:
            return None
        organisation = reference(text, known=text in self._roster)
        if meaning_of(key).loose:
            self.tell(organisation, text, at)
            return None
        id_ = self.mention(organisation, at, role)
        if id_ is None:
            self._missed.nobody(at, text)
        return id_

    def _declare(self, organisation: Object, at: Path) -> str | None:
        self.at_place[id(organisation)] = None
        stated = texts(organisation.get("roles"))
        if stated and _OTHER_ROLES.issuperset(role.casefold() for role in stated):
            return None
        party, roles = described(organisation, at, self._remarks), roles_in(stated)
        id_ = written(organisation.get("id"))
        if id_ is not None and id_ in self._roster:
            self._remarks.remark((*at, "id"), f"a second party has the id '{id_[:60]}'")
            self._complete(id_, party)
        else:
            id_ = self._add(party, organisation, id_)
            self.details[id_] = mapping(organisation.get("details"))
        self._roster.give(id_, *roles)
        self.at_place[id(organisation)] = id_
        return id_

    def _find(self, id_: str | None, party: Party, organisation: Object) -> str | None:
        if id_ is not None:
            return id_ if id_ in self._roster else None
        found = (self._known[key] for key in keys_of(party, organisation) if key in self._known)
        return next(
            (one for one in found if countries_agree(party.country, self._roster[one].country) is not False), None
        )

    def _add(self, party: Party, organisation: Object, id_: str | None) -> str:
        party = replace(party, id=id_ or f"party-{len(self._roster) + 1}")
        for key in keys_of(party, organisation):
            self._known.setdefault(key, party.id)
        return self._roster.add(party)

    def _complete(self, id_: str, mention: Party) -> None:
        """Add to a party what a further mention of it says; another name for it is not lost."""
        party = self._roster[id_]
        name, country = called(party.name, mention.name), party.country or mention.country
        identifiers = tuple(dict.fromkeys((*party.identifiers, *mention.identifiers)))
        if (name, country, identifiers) != (party.name, party.country, party.identifiers):
            self._roster.add(replace(party, name=name, country=country, identifiers=identifiers))

    def _own(self, id_: str, organisation: Object, at: Path) -> None:
        owners = shareholders(organisation, at, self.mentions)
        persons = beneficial_owners(organisation, at, self._remarks)
        if owners or persons:
            self._roster.add(replace(self._roster[id_], shareholders=owners, persons=persons))
