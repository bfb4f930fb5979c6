"""The organisations of an eForms notice and their beneficial owners.

EformsOrganisations are defined once, below ``efac:Organizations``; everything else refers to them by technical ids.
"""

from collections.abc import Iterator

from lxml.etree import _Element
from msgspec.structs import replace

from vendorscreen.file.xml_text import local_name
from vendorscreen.tender.eforms.fields import (
    EXTENSION,
    EformsNode,
    EformsNotice,
    find,
    find_all,
    qualified,
    text,
    texts,
)
from vendorscreen.tender.identifying import inferred_identifier
from vendorscreen.tender.roster import Roster
from vendorscreen.tender.tender import Collection, Party, Path, Person

__all__ = ["EformsOrganisations"]

_REFERRING = ("PartyIdentification", "Tenderer", "Contractor")
"""Ends of the names of elements that refer to organisations by their ids."""

_SERVICES = frozenset(
    "ContractingParty AppealTerms AdditionalInformationParty DocumentProviderParty TenderRecipientParty IssuerParty "
    "TenderEvaluationParty AppealProcessingParty FinancingParty PayerParty SignatoryParty".split()
)
"""Names of elements in which a notice refers to its buyers and to who serves them or the law."""

_COMPANY_NAME = "efac:Company/cac:PartyName/cbc:Name"
_COMPANY_COUNTRY = "efac:Company/cac:PostalAddress/cac:Country/cbc:IdentificationCode"
_COMPANY_REGION = "efac:Company/cac:PostalAddress/cbc:CountrySubentityCode"


class EformsOrganisations:
    """Who is defined in a notice; ``give`` says what each does, ``collected`` returns those who do something."""

    def __init__(self, notice: EformsNotice) -> None:
        self._notice = notice
        self._roster = Roster(notice.places.source)
        self._given: dict[str, dict[str, None]] = {}
        self._defined: dict[str, EformsNode] = {}
        self._described: dict[str, Party] = {}
        self._named: list[tuple[Party, EformsNode]] = []
        organisations = find(notice.root, f"{EXTENSION}/efac:Organizations")
        for place, element in enumerate(find_all(organisations, "efac:Organization"), 1):
            self._define(element, place)
        self._owners = {
            text(owner, "cbc:ID"): owner for owner in find_all(organisations, "efac:UltimateBeneficialOwner")
        }

    def give(self, id_: str, role: str, where: EformsNode) -> str:
        """Add a role to an organisation; return its id."""
        if id_ not in self._defined and id_ not in self._given:
            self._notice.remarks.remark(where, f"no organisation has the id '{id_[:60]}'")
        self._given.setdefault(id_, {})[role] = None
        return id_

    def name(self, name: str, role: str, where: EformsNode) -> None:
        """Add an organisation that the notice only names."""
        place = len(self._named)
        party = Party(id=f"named-{place + 1}", name=self._notice.remarks.name(name, where), roles=(role,))
        self._named.append((party, where))

    def described(self, id_: str) -> Party:
        """Return an organisation as it is defined, without roles and place; a nameless one for an unknown id."""
        if id_ not in self._described:
            element = self._defined.get(id_)
            self._described[id_] = Party(id=id_) if element is None else self._describe(id_, element)
        return self._described[id_]

    def collected(self) -> Collection[Party]:
        """Return those with a role, and whose role is not known; not who only provides a service to the buyer."""
        mentions = self._mentions()
        for id_, element in self._defined.items():
            if id_ not in self._given:
                mentioned = mentions.get(id_, [])
                unread = [one for one in mentioned if _SERVICES.isdisjoint(_names_around(one))]
                if mentioned and not unread:
                    continue
                self._tell(id_, unread[0] if unread else element.element, mentioned=bool(unread))
            self._roster.add(self._party(id_, len(self._roster)))
        for id_ in self._given:
            if id_ not in self._roster:
                self._roster.add(self._party(id_, len(self._roster)))
        for party, where in self._named:
            at = self._notice.note(("parties", len(self._roster)), where)
            self._roster.add(replace(party, at=at))
        return self._roster.collected()

    def _mentions(self) -> dict[str, list[_Element]]:
        """Return where organisations are referred to, by their ids; not where they are defined."""
        found: dict[str, list[_Element]] = {}
        for one in self._notice.root.element.iter(*qualified("cbc:ID")):
            around = _names_around(one)
            if around[0].endswith(_REFERRING) and around[1] != "Company":
                found.setdefault((one.text or "").strip(), []).append(one)
        return found

    def _tell(self, id_: str, where: _Element, *, mentioned: bool) -> None:
        what = "is mentioned at a place that is not read" if mentioned else "is defined and mentioned nowhere"
        who = (self.described(id_).name or id_)[:60]
        self._notice.remarks.remark(EformsNode(where), f"the organisation '{who}' {what}: its role is not known")

    def _define(self, element: EformsNode, place: int) -> None:
        id_ = text(element, "efac:Company/cac:PartyIdentification/cbc:ID")
        if id_ is None and text(element, _COMPANY_NAME) is None:
            return
        if id_ in self._defined:
            self._notice.remarks.remark(element, f"a second organisation has the id '{id_[:60]}'")
            id_ = None
        self._defined[id_ or f"organisation-{place}"] = element

    def _describe(self, id_: str, element: EformsNode) -> Party:
        numbers = texts(element, "efac:Company/cac:PartyLegalEntity/cbc:CompanyID")
        country = self._country(element)
        identifiers = (inferred_identifier(number, country) for number in numbers)
        return Party(
            id=id_,
            name=self._notice.remarks.name(self._notice.in_language(element, _COMPANY_NAME), element),
            country=country,
            identifiers=tuple(dict.fromkeys(identifier for identifier in identifiers if identifier)),
            withheld=any(one.masked for one in find_all(element, _COMPANY_NAME)),
        )

    def _country(self, element: EformsNode) -> str | None:
        """Return the country of an organisation: of its address, else of its region (NUTS)."""
        stated = self._notice.country(element, _COMPANY_COUNTRY)
        region = text(element, _COMPANY_REGION)
        return stated or (self._notice.remarks.country(region[:2], element) if region else None)

    def _party(self, id_: str, place: int) -> Party:
        element = self._defined.get(id_)
        at = self._notice.note(("parties", place), element)
        roles = tuple(self._given.get(id_, ()))
        return replace(self.described(id_), roles=roles, persons=self._persons(element, at), at=at)

    def _persons(self, element: EformsNode | None, at: Path) -> Collection[Person] | None:
        """Return the beneficial owners; their shares are not stated, so there may be more."""
        named = texts(element, "efac:UltimateBeneficialOwner/cbc:ID")
        owners = [owner for id_ in named if (owner := self._owners.get(id_)) is not None]
        persons = (self._person(owner, (*at, "beneficialOwners", place)) for place, owner in enumerate(owners))
        return Collection(tuple(persons), complete=False) if owners else None

    def _person(self, owner: EformsNode, at: Path) -> Person:
        name = " ".join(part for part in self._name_parts(owner) if part)
        nationalities = [
            self._notice.remarks.country(one.stated, one)
            for one in find_all(owner, "efac:Nationality/cbc:NationalityID")
        ]
        stated = tuple(code for code in nationalities if code)
        return Person(
            name=self._notice.remarks.name(name, owner),
            nationalities=stated or None,
            residence=self._notice.country(owner, "cac:ResidenceAddress/cac:Country/cbc:IdentificationCode"),
            at=self._notice.note(at, owner),
        )

    def _name_parts(self, owner: EformsNode) -> Iterator[str | None]:
        yield text(owner, "cbc:FirstName")
        yield text(owner, "cbc:FamilyName")


def _names_around(element: _Element) -> list[str]:
    """Return the names of the elements around one, innermost first."""
    return [local_name(one) for one in element.iterancestors()]
