"""The parties of one native file while it is read: declared once, mentioned anywhere, roles gathered from both."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from vendorscreen.document import Document
from vendorscreen.errors import Problem
from vendorscreen.identifier import Identifier
from vendorscreen.tender.dangling import MOST_SUGGESTIONS, no_such
from vendorscreen.tender.native import NativeTender
from vendorscreen.tender.native_party import NativeParty, NativePerson, NativeReference
from vendorscreen.tender.tender import Collection, Party, Path, Person, Shareholder

__all__ = ["Registry", "collection", "country_of", "identifiers_of"]

S = TypeVar("S")
T = TypeVar("T")

_WHOLE = 0.9995
"""Shares that add up to this are all the owners; less leaves room for rounding."""


def collection(
    values: Sequence[S] | None, convert: Callable[[S, int], T], *, complete: bool = True
) -> Collection[T] | None:
    """Return the converted values with their positions, or ``None`` where nobody stated any."""
    if values is None:
        return None
    return Collection(tuple(convert(value, place) for place, value in enumerate(values)), complete)


def country_of(reference: NativeReference) -> str | None:
    """Return the stated country of an organisation: its own key, else its address."""
    address = reference.address
    return reference.country or (address and (address.country or address.country_name)) or None


def identifiers_of(reference: NativeReference) -> tuple[Identifier, ...]:
    """Return the stated identifiers of an organisation."""
    given = [reference.identifier, *(getattr(reference, "additional_identifiers", None) or [])]
    return tuple(Identifier.of(number.scheme, number.id, inferred=number.inferred) for number in given if number)


_ONE_OF = {"parties": "party", "details": "bid"}


class Registry:
    """Parties by id, in the order in which they appear; wrong ids are added to ``problems``."""

    def __init__(self, file: NativeTender, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.parties: dict[str, Party] = {}
        declared: list[tuple[Path, NativeParty, tuple[str, ...]]] = [
            *((("parties", place), party, ()) for place, party in enumerate(file.parties or [])),
            *((("suppliers", place), party, ("tenderer",)) for place, party in enumerate(file.suppliers or [])),
        ]
        keys = [self._declare(party, at, roles) for at, party, roles in declared]
        for key, (at, party, _) in zip(keys, declared, strict=True):
            self._own(key, party, at)

    def mention(self, reference: NativeReference, at: Path, role: str | None) -> str:
        """Return the id of the party meant, which gains the role; a party described on the spot is new."""
        key = reference.id
        if key is None or (key not in self.parties and reference.name is not None):
            return self._add(reference, at, [role] if role else [])
        if key not in self.parties:
            known = (party.id for party in self.parties.values() if party.at[:1] == ("parties",))
            message = no_such("party", key, known if len(self.problems) < MOST_SUGGESTIONS else None)
            self.problems.append(self.document.problem((*at, "id"), message))
            return key
        party = self.parties[key]
        if role and role not in party.roles:
            party = replace(party, roles=(*party.roles, role))
        self.parties[key] = replace(party, name=party.name or reference.name)
        return key

    def mentions(self, references: Sequence[NativeReference] | None, at: Path, role: str | None) -> tuple[str, ...]:
        """Return the ids of the parties meant, in order."""
        return tuple(self.mention(reference, (*at, place), role) for place, reference in enumerate(references or ()))

    def collected(self, *, complete: bool) -> Collection[Party]:
        """Return every party, in the order of the file."""
        return Collection(tuple(self.parties.values()), complete)

    def _declare(self, party: NativeParty, at: Path, roles: tuple[str, ...]) -> str:
        if party.id in self.parties:
            message = f"party id '{party.id}' is given twice, each party needs its own"
            self.problems.append(self.document.problem((*at, "id"), message))
        return self._add(party, at, (*roles, *(party.roles or ())))

    def _add(self, reference: NativeReference, at: Path, roles: Iterable[str]) -> str:
        key = reference.id or _given_id(at)
        self.parties[key] = Party(
            id=key,
            name=reference.name,
            roles=tuple(dict.fromkeys(roles)),
            country=country_of(reference),
            identifiers=identifiers_of(reference),
            withheld=isinstance(reference, NativeParty) and reference.withheld,
            at=at,
        )
        return key

    def _own(self, key: str, party: NativeParty, at: Path) -> None:
        organisations = [
            Shareholder(
                party=self.mention(owner.shareholder, (*at, "shareholders", place, "shareholder"), "shareholder"),
                share=owner.shareholding,
                at=(*at, "shareholders", place),
            )
            for place, owner in enumerate(party.shareholders or [])
        ]
        persons = [
            _person(owner, (*at, "beneficialOwners", place))
            for place, owner in enumerate(party.beneficial_owners or [])
        ]
        organisations_whole = _add_up([owner.share for owner in organisations])
        persons_whole = _add_up([owner.share for owner in persons])
        self.parties[key] = replace(
            self.parties[key],
            shareholders=None if party.shareholders is None else Collection(tuple(organisations), organisations_whole),
            persons=None if party.beneficial_owners is None else Collection(tuple(persons), persons_whole),
        )


def _given_id(at: Path) -> str:
    """Return an id for a party without one, from where it stands: ``supplier-1``, ``party-2/shareholder-1``."""
    parts: list[str] = []
    for step, following in zip(at, (*at[1:], None), strict=True):
        if isinstance(following, int):
            parts.append(f"{_ONE_OF.get(str(step), str(step).removesuffix('s'))}-{following + 1}")
        elif following is None and step == "manufacturer":
            parts.append(step)
    return "/".join(parts)


def _add_up(shares: list[float | None]) -> bool:
    """Return whether stated shares leave no room for an owner nobody named; an empty list states "none"."""
    return not shares or sum(share or 0 for share in shares) >= _WHOLE


def _person(owner: NativePerson, at: Path) -> Person:
    address = owner.address
    return Person(
        name=owner.name,
        nationalities=None if owner.nationalities is None else tuple(owner.nationalities),
        residence=owner.country or (address and address.country) or None,
        share=owner.share,
        at=at,
    )
