"""OcdsOrganisations of a release outside the places of the standard.

Whoever stands under a key that names a role is read with it, in any place; members of a consortium have its roles.
What else looks like an organisation, and is none of the parties, is told: nobody is missed without a word.
"""

from collections.abc import Iterator

from msgspec import Struct

from vendorscreen.tender.links import only_buys
from vendorscreen.tender.ocds.description import first_name, looks_like_organisation, says_who
from vendorscreen.tender.ocds.fields import Object, each
from vendorscreen.tender.ocds.organisations import OcdsOrganisations
from vendorscreen.tender.ocds.role_words import NOTHING, meaning_of
from vendorscreen.tender.tender import Path

__all__ = ["read_elsewhere"]


class _Place(Struct):
    """A value with its path; ``roles`` of who stands there, ``company`` where the key says that somebody does."""

    value: object
    at: Path
    roles: tuple[str, ...] = ()
    company: bool = False


def read_elsewhere(release: Object, organisations: OcdsOrganisations) -> None:
    """Read who was not read yet; who cannot be is told.

    Raises:
        TenderError: there are too many organisations.
    """
    pending = [iter([_Place(release, ())])]
    while pending:
        place = next(pending[-1], None)
        if place is None:
            pending.pop()
        elif isinstance(place.value, dict):
            _read(place.value, place, organisations)
            pending.append(iter(list(_inside(place.value, place, organisations))))
        elif isinstance(place.value, list):
            pending.append(_members(place.value, place))


def _members(value: list[object], place: _Place) -> Iterator[_Place]:
    """Yield the objects and lists in a list, one at a time, for there can be millions."""
    for at, one in each(value, place.at):
        if isinstance(one, (dict, list)):
            yield _Place(one, at, place.roles, place.company)


def _read(value: Object, place: _Place, organisations: OcdsOrganisations) -> None:
    if id(value) in organisations.at_place:
        return
    if place.roles and says_who(value):
        for role in place.roles:
            organisations.mention(value, place.at, role)
    elif (name := first_name(value)) and (place.company or looks_like_organisation(value)):
        organisations.tell(value, name, place.at)


def _inside(value: Object, place: _Place, organisations: OcdsOrganisations) -> Iterator[_Place]:
    """Read the texts of an object, and yield the objects and lists in it."""
    party = organisations.at_place.get(id(value))
    roles = organisations.roles(party) if party else ()
    if only_buys(roles) or (party is None and id(value) in organisations.at_place):
        return
    for key, one in value.items():
        if not isinstance(one, (str, dict, list)):  # a tuple is looked up faster than a union
            continue
        said = meaning_of(key)
        if (said is NOTHING and isinstance(one, str)) or said.others:
            continue
        given = (said.role,) if said.role else roles if said.members else ()
        if not isinstance(one, dict) and said is not NOTHING:
            _read_texts(value, key, place.at, given, organisations)
        if not isinstance(one, str):
            inherited = given or (() if party else place.roles)
            yield _Place(one, (*place.at, key), inherited, company=said.company or said.owner)


def _read_texts(holder: Object, key: str, at: Path, roles: tuple[str, ...], organisations: OcdsOrganisations) -> None:
    """Read a text under a key, or a list with one, where it names an organisation."""
    value, company = holder[key], meaning_of(key).company
    if not (roles or company) or (id(holder), key) in organisations.read:
        return
    if isinstance(value, str) or (isinstance(value, list) and any(isinstance(one, str) for one in value)):
        for role in roles:
            organisations.mentions(holder, key, at, role)
        if not roles:
            organisations.tell({"name": value}, str(value), (*at, key))
