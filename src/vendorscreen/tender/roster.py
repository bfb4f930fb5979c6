"""The organisations of one notice while it is read: described in one place, given their roles in others."""

from msgspec.structs import replace

from vendorscreen.tender.tender import Collection, Party
from vendorscreen.tender.tender_bounds import MOST_PARTIES, too_many

__all__ = ["Roster"]


class Roster:
    """Parties by id, in the order in which they are added; roles in the order in which they are given."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parties: dict[str, Party] = {}
        self._roles: dict[str, dict[str, None]] = {}

    def __contains__(self, id_: object) -> bool:
        return id_ in self._parties

    def __len__(self) -> int:
        return len(self._parties)

    def __getitem__(self, id_: str) -> Party:
        return self._parties[id_]

    def add(self, party: Party) -> str:
        """Keep a party, in place of one with the same id; return its id.

        Raises:
            TenderError: there are more than ``MOST_PARTIES``.
        """
        if len(self._parties) >= MOST_PARTIES and party.id not in self._parties:
            raise too_many(self._source, "parties", "organisations", MOST_PARTIES)
        self._parties[party.id] = party
        self.give(party.id, *party.roles)
        return party.id

    def give(self, id_: str, *roles: str) -> None:
        """Add to the roles of a party, known already or described later."""
        self._roles.setdefault(id_, {}).update(dict.fromkeys(roles))

    def roles(self, id_: str) -> tuple[str, ...]:
        """Return the roles given to a party so far."""
        return tuple(self._roles.get(id_, ()))

    def collected(self) -> Collection[Party]:
        """Return every party; a notice names those it must name, so there may be more."""
        parties = (replace(party, roles=self.roles(party.id)) for party in self._parties.values())
        return Collection(tuple(parties), complete=False)
