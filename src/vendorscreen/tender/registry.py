"""The parties of one native file while it is read: declared once, mentioned anywhere, roles gathered from both."""

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar, cast

from msgspec import Struct
from msgspec.structs import fields, replace

from vendorscreen.document import Document
from vendorscreen.errors import Problem
from vendorscreen.tender.dangling import MOST_SUGGESTIONS, no_such
from vendorscreen.tender.native import TenderFile
from vendorscreen.tender.tender import Collection, Party, Path, Person, Shareholder
from vendorscreen.tender.tender_field import Mention

__all__ = ["Registry"]

T = TypeVar("T")

_WHOLE = 0.9995
"""Shares that add up to this are all the owners; less leaves room for rounding."""

_ROLES = {
    "tenderers": "tenderer",
    "suppliers": "supplier",
    "subcontractor": "subcontractor",
    "manufacturer": "manufacturer",
    "shareholder": "shareholder",
}
"""The role of a party that is mentioned under a key."""

_ONE_OF = {"parties": "party", "details": "bid"}
_BELOW: dict[str, Path] = {"subcontracts": ("subcontracting", "subcontracts")}
"""Where a file writes a field that has no key of its own."""


class Registry:
    """Parties by id, in the order in which they appear; wrong ids are added to ``problems``."""

    def __init__(self, file: TenderFile, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.parties: dict[str, Party] = {}
        declared: list[tuple[Path, Party, tuple[str, ...]]] = [
            *((("parties", place), party, ()) for place, party in enumerate(file.parties or ())),
            *((("suppliers", place), party, ("tenderer",)) for place, party in enumerate(file.suppliers or ())),
        ]
        keys = [self._declare(party, at, roles) for at, party, roles in declared]
        for key, (at, party, _) in zip(keys, declared, strict=True):
            shareholders = _owners(self.settled(party.shareholders, (*at, "shareholders")))
            persons = _owners(self.settled(party.persons, (*at, "beneficialOwners")))
            self.parties[key] = replace(self.parties[key], shareholders=shareholders, persons=persons)

    def settled(self, value: T, at: Path) -> T:
        """Return what a file holds at a path with the places of all its parts, ids of parties in place of mentions."""
        settled: Any = value
        if isinstance(value, Mention):
            settled = self._mention(value, at)
        elif isinstance(value, tuple):
            settled = tuple(self.settled(member, (*at, place)) for place, member in enumerate(value))
        elif isinstance(value, Collection):
            settled = Collection(self.settled(value.members, at), value.complete)
        elif isinstance(value, Struct) and (keys := _keys(type(value))):
            parts = ((name, below, getattr(value, name)) for name, below in keys.items())
            changed = {
                name: self.settled(part, (*at, *below))
                for name, below, part in parts
                if isinstance(part, (tuple, Struct))
            }
            settled = replace(value, at=at, **changed)
        return cast("T", settled)

    def collected(self, *, complete: bool) -> Collection[Party]:
        """Return every party, in the order of the file."""
        return Collection(tuple(self.parties.values()), complete)

    def _mention(self, mention: Mention, at: Path) -> str:
        """Return the id of the party meant, which gains the role; a party described on the spot is new."""
        key = mention.id
        role = _ROLES.get(next(step for step in reversed(at) if isinstance(step, str)))
        if key is None or (key not in self.parties and mention.name is not None):
            party = Party(id=key or "", name=mention.name, country=mention.country, identifiers=mention.identifiers)
            return self._add(party, at, [role] if role else [])
        if key not in self.parties:
            known = (party.id for party in self.parties.values() if party.at[:1] == ("parties",))
            message = no_such("party", key, known if len(self.problems) < MOST_SUGGESTIONS else None)
            self.problems.append(self.document.problem((*at, "id"), message))
            return key
        party = self.parties[key]
        if role and role not in party.roles:
            party = replace(party, roles=(*party.roles, role))
        self.parties[key] = replace(party, name=party.name or mention.name)
        return key

    def _declare(self, party: Party, at: Path, roles: tuple[str, ...]) -> str:
        if party.id in self.parties:
            message = f"party id '{party.id}' is given twice, each party needs its own"
            self.problems.append(self.document.problem((*at, "id"), message))
        return self._add(party, at, (*roles, *party.roles))

    def _add(self, party: Party, at: Path, roles: Iterable[str]) -> str:
        key = party.id or _given_id(at)
        self.parties[key] = replace(party, id=key, roles=tuple(dict.fromkeys(roles)), at=at)
        return key


@cache
def _keys(shape: type[Struct]) -> dict[str, Path]:
    """Return the fields of a struct that has a place, each with where a file writes it; none for other structs."""
    written = {field.name: _BELOW.get(field.name) or (field.encode_name,) for field in fields(shape)}
    return written if written.pop("at", None) else {}


def _given_id(at: Path) -> str:
    """Return an id for a party without one, from where it stands: ``supplier-1``, ``party-2/shareholder-1``."""
    parts: list[str] = []
    for step, following in zip(at, (*at[1:], None), strict=True):
        if isinstance(following, int):
            parts.append(f"{_ONE_OF.get(str(step), str(step).removesuffix('s'))}-{following + 1}")
        elif following is None and step == "manufacturer":
            parts.append(step)
    return "/".join(parts)


Owner = TypeVar("Owner", Shareholder, Person)


def _owners(stated: Collection[Owner] | None) -> Collection[Owner] | None:
    """Return owners, complete where their shares leave no room for one nobody named; an empty list states "none"."""
    if stated is None:
        return None
    whole = not stated.members or sum(owner.share or 0 for owner in stated) >= _WHOLE
    return Collection(stated.members, whole)
