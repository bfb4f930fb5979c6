"""The stated owners of an organisation: shareholders that are organisations, and beneficial owners, who are persons."""

from collections.abc import Callable, Iterable

from vendorscreen.tender.ocds.fields import Object, mapping, objects, texts, written
from vendorscreen.tender.remarks import Remarks
from vendorscreen.tender.tender import Collection, Path, Person, Shareholder

__all__ = ["beneficial_owners", "shareholders"]

_WHOLE = 0.9995
"""Shares that add up to this are all the owners; less leaves room for rounding."""


Mentions = Callable[[Object, str, Path, str | None], tuple[str, ...]]
"""Finds or adds the organisations under a key of an object at a path, and gives them a role."""


def shareholders(organisation: Object, at: Path, mentions: Mentions) -> Collection[Shareholder] | None:
    """Return the shareholders; that they are all is only known where their shares add up."""
    holders = tuple(
        Shareholder(party=holder, share=_share(owner.get("shareholding")), at=(*at, "shareholders", place))
        for place, owner in objects(organisation.get("shareholders"))
        for holder in mentions(owner, "shareholder", (*at, "shareholders", place), "shareholder")
    )
    return Collection(holders, _add_up(holders)) if holders else None


def beneficial_owners(organisation: Object, at: Path, remarks: Remarks[Path]) -> Collection[Person] | None:
    """Return the beneficial owners; their shares are not stated, so there may be more."""
    persons = tuple(
        _person(owner, (*at, "beneficialOwners", place), remarks)
        for place, owner in objects(organisation.get("beneficialOwners"))
    )
    return Collection(persons, complete=False) if persons else None


def _person(owner: Object, at: Path, remarks: Remarks[Path]) -> Person:
    key = "nationalities" if "nationalities" in owner else "nationality"
    codes = [remarks.country(text, (*at, key)) for text in texts(owner.get(key))]
    address = mapping(owner.get("address"))
    residence = written(address.get("country")) or written(address.get("countryName"))
    return Person(
        name=remarks.name(written(owner.get("name")), (*at, "name")),
        nationalities=tuple(code for code in codes if code) or None,
        residence=remarks.country(residence, (*at, "address")),
        at=at,
    )


def _add_up(holders: Iterable[Shareholder]) -> bool:
    return sum(holder.share or 0 for holder in holders) >= _WHOLE


def _share(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return None
    return float(value)
