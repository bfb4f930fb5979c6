"""Whose each of the names in a party's name is, and what is known of its owner: the members of a consortium one by one.

The country and numbers stated for a party are its own. They say nothing about the members of a consortium, about whom
it acts for or belongs to, or about the firm whose branch it is.
"""

import re
from dataclasses import dataclass

from msgspec.structs import replace

from vendorscreen.country import country_code
from vendorscreen.name import NamePart
from vendorscreen.name.folding import LONGEST_NAME
from vendorscreen.name.legal_form import is_in_legal_form
from vendorscreen.name.name_parts import names_read
from vendorscreen.tender.tender import Party

__all__ = ["Bearer", "bearers"]

_OTHERS = {
    "member": "a member of the consortium",
    "lead": "the leading member of the consortium",
    "partner": "a member of the consortium",
    "branch": "the firm whose branch the party is",
    "agent_for": "the one the party says it acts for",
    "group": "the group the party says it belongs to",
}
"""Whose a name is that is not the party's own, by its role in the text."""

_DOUBTFUL = {"agent_for", "group"}
_BRACKETED_LAST = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]$")


@dataclass(frozen=True, slots=True)
class Bearer:
    """One name in a party's name: ``party`` has this name, and what is known of its bearer.

    ``who`` says whose name it is, if not the party's; ``is_doubtful`` where that is another organisation altogether.
    """

    party: Party
    part: NamePart
    who: str | None = None
    is_doubtful: bool = False

    def overlaps(self, other: "Bearer") -> bool:
        """Return whether the two names share a place in the party's name."""
        return self.part.start < other.part.end and other.part.start < self.part.end


def bearers(party: Party) -> list[Bearer]:
    """Return the bearers of the names in a party's name, in the order they are read."""
    parts = names_read((party.name or "")[:LONGEST_NAME])
    if len(parts) == 1 and parts[0].role not in _OTHERS:
        return [Bearer(party, parts[0])]
    return [_bearer(party, part) for part in parts]


def _bearer(party: Party, part: NamePart) -> Bearer:
    who = _OTHERS.get(part.role)
    if who is None:
        return Bearer(replace(party, name=part.text), part)
    one = replace(party, name=part.text, country=_country_in(part.text), identifiers=())
    return Bearer(one, part, who, is_doubtful=part.role in _DOUBTFUL)


def _country_in(name: str) -> str | None:
    """Return the country that stands in brackets behind a name ("X GmbH (DE)")."""
    written = _BRACKETED_LAST.search(name)
    return country_code(written[1]) if written and not is_in_legal_form(written[1].lower()) else None
