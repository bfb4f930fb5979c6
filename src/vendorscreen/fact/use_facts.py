"""Facts about the use of a purchase: where, with which data, with whose money, and what is declared."""

from typing import get_args

from vendorscreen.fact.case import Place
from vendorscreen.fact.node import Fact, Path, Scope, ScopePart, ValueKind, stated
from vendorscreen.fact.party_facts import PLACE
from vendorscreen.tender import vocabulary as word
from vendorscreen.tender.tender import Collection, DataUse, Site

__all__ = ["DATA", "FUNDING", "SITE"]


GOVERNMENT_SITES = frozenset(
    {"government-building", "parliament", "embassy", "military", "police", "prison", "court", "border", "customs"}
)
"""Kinds of sites whose security is the security of government facilities."""


def _security_purpose(site: Site) -> bool | None:
    """Return whether a use is for a purpose of section 889(f)(3)(B): as stated, else by the kind of site."""
    if site.purposes is not None:
        return any(purpose != "other" for purpose in site.purposes)
    return True if site.kind in GOVERNMENT_SITES or site.critical_infrastructure else None


def _places(codes: tuple[str, ...] | None, at: Path) -> Collection[Place] | None:
    return None if codes is None else Collection(tuple(Place(code, (*at, n)) for n, code in enumerate(codes)))


SITE = Scope.of(
    "site",
    "where the purchase will be used",
    (
        stated(
            "kind",
            ValueKind.CHOICE,
            "what kind of place",
            "Where will the purchase be used?",
            values=get_args(word.SiteKind),
        ),
        stated("sensitive", ValueKind.FLAG, "the buyer considers the site sensitive", "Is the site sensitive?"),
        Fact(
            name="security_purpose",
            kind=ValueKind.FLAG,
            meaning="serves public safety, government facilities, critical infrastructure or national security",
            read=_security_purpose,
            at=("purposes",),
            question="Which purpose does the purchase serve: public safety, government facilities, other?",
        ),
        Fact(
            name="is_critical",
            kind=ValueKind.FLAG,
            meaning="the site is, or belongs to, critical infrastructure",
            read=lambda site: None if site.critical_infrastructure is None else bool(site.critical_infrastructure),
            at=("criticalInfrastructure",),
            question="Does the site belong to critical infrastructure?",
        ),
    ),
)


DATA = Scope.of(
    "data",
    "what the purchase does with data",
    (
        stated("personal", ValueKind.FLAG, "personal data are processed", "Are personal data processed?"),
        stated(
            "networked",
            ValueKind.FLAG,
            "the equipment is connected to a network",
            "Will the equipment be connected to a network?",
        ),
        stated(
            "categories",
            ValueKind.SET,
            "kinds of data handled",
            "Which kinds of data are handled?",
            values=get_args(word.DataCategory),
        ),
    ),
    (
        ScopePart(
            name="storage_place",
            plural="storage_places",
            many=True,
            scope=PLACE,
            meaning="countries in which data are kept",
            read=lambda data: _places(data.storage, (*DataUse().at, "storage")),
            question="In which countries are data kept?",
        ),
        ScopePart(
            name="access_place",
            plural="access_places",
            many=True,
            scope=PLACE,
            meaning="countries from which data or equipment can be reached, maintenance included",
            read=lambda data: _places(data.remote_access, (*DataUse().at, "remoteAccess")),
            question="From which countries, and by which legal entity, can data or equipment be reached?",
        ),
    ),
)


FUNDING = Scope.of(
    "funding",
    "one source of the money",
    (
        stated(
            "source",
            ValueKind.CHOICE,
            "what kind of source",
            "Where does the money come from?",
            values=get_args(word.FundingSource),
        ),
        stated("country", ValueKind.COUNTRY, "state of the lender or donor", "Which state lends or gives the money?"),
        stated(
            "tied",
            ValueKind.FLAG,
            "the money must be spent with suppliers of that state",
            "Is the money tied to suppliers of the lender's state?",
        ),
    ),
)
