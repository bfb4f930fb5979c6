"""The organisations of an eForms notice and their beneficial owners.

Organisations are defined once, below ``efac:Organizations``; everything else refers to them by technical ids.
"""

from collections import Counter
from collections.abc import Iterator

from lxml.etree import _Element

from vendorscreen.identifier import Identifier
from vendorscreen.tender.eforms.fields import EXTENSION, Notice, find, find_all, masked, qualified, text, texts
from vendorscreen.tender.identifying import inferred_identifier
from vendorscreen.tender.model import Collection, Party, Path, Person
from vendorscreen.tender.roster import Roster

__all__ = ["Organisations"]

_COMPANY_COUNTRY = "efac:Company/cac:PostalAddress/cac:Country/cbc:IdentificationCode"
_COMPANY_REGION = "efac:Company/cac:PostalAddress/cbc:CountrySubentityCode"


class Organisations:
    """Who is defined in a notice; ``give`` says what each does, ``collected`` returns those who do something."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._roster = Roster(notice.places.source)
        self._given: dict[str, dict[str, None]] = {}
        self._defined: dict[str, _Element] = {}
        organisations = find(notice.root, f"{EXTENSION}/efac:Organizations")
        for place, element in enumerate(find_all(organisations, "efac:Organization"), 1):
            self._define(element, place)
        self._owners = {
            text(owner, "cbc:ID"): owner for owner in find_all(organisations, "efac:UltimateBeneficialOwner")
        }

    def give(self, id_: str, role: str, where: _Element) -> str:
        """Add a role to an organisation; return its id."""
        if id_ not in self._defined and id_ not in self._given:
            self._notice.remarks.remark(where, f"no organisation has the id '{id_[:60]}'")
        self._given.setdefault(id_, {})[role] = None
        return id_

    def name(self, id_: str) -> str | None:
        """Return the name of an organisation."""
        element = self._defined.get(id_)
        written = self._notice.in_language(element, "efac:Company/cac:PartyName/cbc:Name")
        return None if element is None else self._notice.remarks.name(written, element)

    def country(self, id_: str) -> str | None:
        """Return the country of an organisation: of its address, else of its region (NUTS)."""
        element = self._defined.get(id_)
        stated = self._notice.country(element, _COMPANY_COUNTRY)
        region = text(element, _COMPANY_REGION)
        return stated or (self._notice.remarks.country(region[:2], element) if region and element is not None else None)

    def identifiers(self, id_: str) -> tuple[Identifier, ...]:
        """Return the registered numbers of an organisation."""
        numbers = texts(self._defined.get(id_), "efac:Company/cac:PartyLegalEntity/cbc:CompanyID")
        country = self.country(id_)
        found = (inferred_identifier(number, country) for number in numbers)
        return tuple(dict.fromkeys(identifier for identifier in found if identifier))

    def collected(self) -> Collection[Party]:
        """Return those with a role, and those nothing refers to; not who only provides a service to the buyer."""
        references = Counter((one.text or "").strip() for one in self._notice.root.iter(qualified("cbc:ID")))
        for id_ in self._defined:
            if id_ in self._given or references[id_] <= 1:
                self._roster.add(self._party(id_, len(self._roster)))
        for id_ in self._given:
            if id_ not in self._roster:
                self._roster.add(self._party(id_, len(self._roster)))
        return self._roster.collected()

    def _define(self, element: _Element, place: int) -> None:
        id_ = text(element, "efac:Company/cac:PartyIdentification/cbc:ID")
        if id_ is None and text(element, "efac:Company/cac:PartyName/cbc:Name") is None:
            return
        if id_ in self._defined:
            self._notice.remarks.remark(element, f"a second organisation has the id '{id_[:60]}'")
            id_ = None
        self._defined[id_ or f"organisation-{place}"] = element

    def _party(self, id_: str, place: int) -> Party:
        element = self._defined.get(id_)
        at = self._notice.note(("parties", place), element)
        return Party(
            id=id_,
            name=self.name(id_),
            roles=tuple(self._given.get(id_, ())),
            country=self.country(id_),
            identifiers=self.identifiers(id_),
            persons=self._persons(element, at),
            withheld=masked(find(element, "efac:Company/cac:PartyName/cbc:Name")),
            at=at,
        )

    def _persons(self, element: _Element | None, at: Path) -> Collection[Person] | None:
        """Return the beneficial owners; their shares are not stated, so there may be more."""
        named = texts(element, "efac:UltimateBeneficialOwner/cbc:ID")
        owners = [owner for id_ in named if (owner := self._owners.get(id_)) is not None]
        persons = (self._person(owner, (*at, "beneficialOwners", place)) for place, owner in enumerate(owners))
        return Collection(tuple(persons), complete=False) if owners else None

    def _person(self, owner: _Element, at: Path) -> Person:
        name = " ".join(part for part in self._name_parts(owner) if part)
        nationalities = [
            self._notice.remarks.country(one.text, one)
            for one in find_all(owner, "efac:Nationality/cbc:NationalityID")
            if not masked(one)
        ]
        stated = tuple(code for code in nationalities if code)
        return Person(
            name=self._notice.remarks.name(name, owner),
            nationalities=stated or None,
            residence=self._notice.country(owner, "cac:ResidenceAddress/cac:Country/cbc:IdentificationCode"),
            at=self._notice.note(at, owner),
        )

    def _name_parts(self, owner: _Element) -> Iterator[str | None]:
        yield text(owner, "cbc:FirstName")
        yield text(owner, "cbc:FamilyName")
