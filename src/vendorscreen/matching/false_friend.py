"""False friends of a vendor: other organisations known to have names like its own."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from vendorscreen.country import countries_agree
from vendorscreen.matching.match import NEARLY_EQUAL
from vendorscreen.name import MATCH_THRESHOLD, compare_names
from vendorscreen.name.folding import LONGEST_NAME
from vendorscreen.tender.tender import Party
from vendorscreen.vendor.vendor import FalseFriend, Vendor

__all__ = ["FriendAlike", "friends_alike", "is_false_friend"]

_MOST_REMEMBERED = 4_096
"""Pairs of names whose likeness is remembered at most: names and brands of a group ask for the same ones in turn."""


class FriendAlike(NamedTuple):
    """A false friend that a party may be: how alike the names are, 0 to 1, and whether the countries agree."""

    friend: FalseFriend
    likeness: float
    agree: bool | None


def friends_alike(party: Party, vendor: Vendor) -> list[FriendAlike]:
    """Return the false friends of a vendor that a party may be, by its name and country."""
    found = []
    for friend in vendor.false_friends:
        agree = countries_agree(party.country, friend.country)
        if agree is not False:
            likeness = _likeness((party.name or "")[:LONGEST_NAME], friend.name)
            if likeness >= MATCH_THRESHOLD:
                found.append(FriendAlike(friend, likeness, agree))
    return found


def is_false_friend(friends: Sequence[FriendAlike], similarity: float) -> bool:
    """Return whether a name fits one of these friends better than the vendor, to whose name it has this similarity.

    A name that differs from both only in its legal form is the friend's if the friend is of the party's country.
    """
    return any(
        likeness >= similarity if agree else likeness > similarity and min(likeness, similarity) < NEARLY_EQUAL
        for _, likeness, agree in friends
    )


@lru_cache(maxsize=_MOST_REMEMBERED)
def _likeness(name: str, friend: str) -> float:
    return compare_names(name, friend).similarity
