"""Organisations of a release outside the places of the standard.

Whoever stands under a key that names a role is read with it, in any place; members of a consortium have its roles.
What else looks like an organisation, and is none of the parties, is told: nobody is missed without a word.
"""

from collections.abc import Iterator

from msgspec import Struct

from vendorscreen.tender.links import BUYING_ROLES
from vendorscreen.tender.model import Path
from vendorscreen.tender.ocds.description import looks_like_organisation, says_who
from vendorscreen.tender.ocds.fields import Object, each, written
from vendorscreen.tender.ocds.organisations import Organisations
from vendorscreen.tender.ocds.role_words import has_members, is_company, is_of_others, is_owner, role_of

__all__ = ["read_elsewhere"]


class _Place(Struct):
    """A value with its path; ``roles`` of who stands there, ``company`` where the key says that somebody does."""

    value: object
    at: Path
    roles: tuple[str, ...] = ()
    company: bool = False


def read_elsewhere(release: Object, organisations: Organisations) -> None:
    """Read who was not read yet; who cannot be is told.

    Raises:
        TenderError: there are too many organisations.
    """
    pending = [_Place(release, ())]
    while pending:
        place = pending.pop()
        if isinstance(place.value, dict):
            _read(place.value, place, organisations)
            pending += reversed(list(_inside(place.value, place, organisations)))
        elif isinstance(place.value, list):
            members = list(each(place.value, place.at))
            pending += [_Place(one, at, place.roles, place.company) for at, one in reversed(members)]


def _read(value: Object, place: _Place, organisations: Organisations) -> None:
    if id(value) in organisations.at_place:
        return
    if place.roles and says_who(value):
        for role in place.roles:
            organisations.mention(value, place.at, role)
    elif looks_like_organisation(value) or (place.company and written(value.get("name"))):
        organisations.tell(value, written(value.get("name")) or "", place.at)


def _inside(value: Object, place: _Place, organisations: Organisations) -> Iterator[_Place]:
    """Read the texts of an object, and yield the objects and lists in it."""
    party = organisations.at_place.get(id(value))
    roles = organisations.roles(party) if party else ()
    if (roles and BUYING_ROLES.issuperset(roles)) or (party is None and id(value) in organisations.at_place):
        return
    for key, one in value.items():
        if is_of_others(key):
            continue
        named = role_of(key)
        given = (named,) if named else roles if has_members(key) else ()
        company = is_company(key) or is_owner(key)
        if (id(value), key) not in organisations.read and _holds_text(one):
            for role in given:
                organisations.mentions(value, key, place.at, role)
            if is_company(key) and not given:
                organisations.tell({"name": one}, str(one), (*place.at, key))
        if isinstance(one, dict | list):
            yield _Place(one, (*place.at, key), given or (() if party else place.roles), company)


def _holds_text(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and any(isinstance(one, str) for one in value))
