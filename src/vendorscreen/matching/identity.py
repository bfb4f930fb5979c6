"""Which vendors a party may itself be: identifiers first, then names, weighed with countries and false friends."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vendorscreen.country import countries_agree, country_code, country_name
from vendorscreen.identifier import same_identifier
from vendorscreen.matching.bearer import Bearer, bearers
from vendorscreen.matching.false_friend import FriendAlike, friends_alike, is_false_friend
from vendorscreen.matching.match import NEARLY_EQUAL, Certainty, Match
from vendorscreen.name import NameMatch, compare_names, contains_words
from vendorscreen.name.folding import without_native_forms
from vendorscreen.name.han_variant import simplified
from vendorscreen.name.telling import told_apart
from vendorscreen.name.weakness import is_acronym, is_general, is_ordinary, is_short, says_little
from vendorscreen.tender.tender import Party
from vendorscreen.vendor.vendor import Vendor, VendorName
from vendorscreen.watchlist import Watchlist

__all__ = ["identities"]

SHORTEST_WITH_A_SLIP = 6
"""Letters a trade name must have for a misspelling of it to be taken up."""

_LONGEST_COUNTRY_CODE = 3
_HAN = re.compile("[\u3400-\u9fff]")
_WORLDWIDE = {"LEI", "DUNS"}
"""Schemes of numbers that are one company's in whatever country, and stay its own when name and seat change."""
_STATED_ROLES = {"manufacturer", "shareholder"}
_PRIMARY = {"legal_name", "listed_name"}
_TELLS_LITTLE = "the name alone tells too little: many organisations bear such an acronym, place or trade word"


def identities(party: Party, found: list[NameMatch], watchlist: Watchlist) -> list[Match]:
    """Return the ``same`` matches of a party, surest first; ``found`` are the vendors with a like name.

    Each name in the party's name is judged by itself. Where one is strong or confirmed, vendors to whose names it is
    only alike are left out.
    """
    hits = {hit.key: hit for hit in found}
    named = {bearer.part.text: bearer for bearer in reversed(bearers(party))} if hits else {}
    identified = {vendor.id for number in party.identifiers for vendor in watchlist.identified(number)}
    matches: list[tuple[Match, Bearer | None]] = []
    for key in dict.fromkeys([*sorted(identified), *hits]):
        vendor, hit = watchlist.vendors[key], hits.get(key)
        bearer = named[hit.part] if hit else None
        match = (
            _identified(party, vendor, hit) if key in identified else _named(named[hits[key].part], vendor, hits[key])
        )
        if match is not None:
            matches.append((match, bearer))
    matches.sort(key=lambda one: (-one[0].certainty, -one[0].similarity, one[0].vendor.id))
    sure = [bearer for match, bearer in matches if match.certainty >= Certainty.STRONG]
    return [
        match
        for match, bearer in matches
        if match.similarity >= NEARLY_EQUAL or match.basis == "identifier" or not _is_settled(bearer, sure)
    ]


def _is_settled(bearer: Bearer | None, sure: list[Bearer | None]) -> bool:
    """Return whether it is sure whose a name is: by a name in the same place, or by the party's own number."""
    return any(bearer is None or (bearer.overlaps(one) if one else bearer.who is None) for one in sure)


def _identified(party: Party, vendor: Vendor, hit: NameMatch | None) -> Match:
    """Return the match that an equal identifier gives: confirmed, unless name and country belie a national one."""
    shared = next(
        number for number in party.identifiers for other in vendor.identifiers if same_identifier(number, other)
    )
    against = _country_words(party, vendor)[1]
    name = hit.name if hit else vendor.name
    elsewhere = countries_agree(party.country, vendor.country) is False
    is_misplaced = hit is None and elsewhere and shared.scheme not in _WORLDWIDE
    return Match(
        party=party.id,
        vendor=vendor,
        relation="same",
        basis="identifier",
        certainty=Certainty.PROBABLE if is_misplaced else Certainty.CONFIRMED,
        comparison=hit.comparison if hit else compare_names(party.name or "", vendor.name),
        listed_name=name,
        speaks_for=(f"identifier {shared} is equal",),
        speaks_against=against if hit or not party.name else (*against, f"the name differs from '{vendor.name}'"),
        itself=vendor,
    )


def _named(bearer: Bearer, vendor: Vendor, hit: NameMatch) -> Match | None:
    party = bearer.party
    name = next(name for name in vendor.names if name.text == hit.name)
    friends = friends_alike(party, vendor)
    if is_false_friend(friends, hit.similarity) or _too_short(party, vendor, name, hit.similarity):
        return None
    if hit.similarity < NEARLY_EQUAL and _bears_a_brand(party, vendor) and _is_elsewhere(party, vendor, hit):
        return None
    doubts = (*_doubts(vendor, hit, friends), *((f"the name is that of {bearer.who}",) if bearer.is_doubtful else ()))
    weak = _is_weak(party, vendor, name, hit.similarity)
    certainty = Certainty.POSSIBLE if doubts or weak else _certainty(party, vendor, name, hit.similarity)
    country_for, country_against = _country_words(party, vendor, bearer.who)
    match = Match(
        party=party.id,
        vendor=vendor,
        relation="same",
        basis="name",
        certainty=certainty,
        comparison=hit.comparison,
        listed_name=hit.name,
        speaks_for=(_name_words(name, hit.similarity), *country_for),
        speaks_against=(*country_against, *doubts, *((_TELLS_LITTLE,) if weak else ())),
        itself=vendor,
        weak=weak,
    )
    return _weighed_with_identifiers(party, vendor, match)


def _doubts(vendor: Vendor, hit: NameMatch, friends: Sequence[FriendAlike]) -> tuple[str, ...]:
    """Return why a like name may be another's, whatever the country: another firm has it, or its characters differ.

    Many Chinese names sound alike, so that a name in Han counts only where the vendor has one of the same characters.
    """
    doubts = [
        f"{friend.name} bears that name too: {friend.what}"
        for friend, likeness, _ in friends
        if likeness >= hit.similarity >= NEARLY_EQUAL
    ]
    characters = _characters(hit.part)
    theirs = [_characters(name.text) for name in vendor.names]
    if characters and not any(one and (one <= characters or characters <= one) for one in theirs):
        doubts.append("the name only sounds alike: the vendor has no name in these characters")
    apart = told_apart(hit.comparison) if hit.similarity < NEARLY_EQUAL else None
    return (*doubts, apart) if apart else tuple(doubts)


def _characters(name: str) -> set[str]:
    """Return the Han letters of a name beside its legal form."""
    return set(_HAN.findall(simplified(without_native_forms(name)))) if not name.isascii() else set()


def _bears_a_brand(party: Party, vendor: Vendor) -> bool:
    return any(contains_words(party.name or "", brand.name) for brand in vendor.brands)


def _is_elsewhere(party: Party, vendor: Vendor, hit: NameMatch) -> bool:
    """Return whether a party's country is another than the vendor's, or a word of its own names another.

    One that is called by the brand and by another country is at most an affiliate, which is for the brand to say.
    """
    words = hit.comparison.unaligned_a if party.country is None else ()
    named = [country_code(word) for word in words if len(word) > _LONGEST_COUNTRY_CODE]
    return any(countries_agree(code, vendor.country) is False for code in (party.country, *named) if code)


def _certainty(party: Party, vendor: Vendor, name: VendorName, similarity: float) -> Certainty:
    agree = countries_agree(party.country, vendor.country)
    if agree is False:
        return Certainty.POSSIBLE
    if name.kind == "weak_alias":
        return Certainty.PROBABLE if agree and similarity == 1 else Certainty.POSSIBLE
    if similarity < NEARLY_EQUAL:
        return Certainty.PROBABLE if agree else Certainty.POSSIBLE
    if not agree and _is_many_firms(party, vendor, name, similarity):
        return Certainty.POSSIBLE
    if similarity == 1 and _STATED_ROLES.intersection(party.roles):
        return Certainty.CONFIRMED
    return Certainty.STRONG if agree else Certainty.PROBABLE


def _is_many_firms(party: Party, vendor: Vendor, name: VendorName, similarity: float) -> bool:
    """Return whether firms of other countries may have such a name, unless it is equal and of a related country."""
    is_equal, is_related = similarity == 1, party.country is not None and vendor.country is not None
    return vendor.list != "curated" and not (is_equal and is_related) and is_general(name.text, is_equal=is_equal)


def _is_weak(party: Party, vendor: Vendor, name: VendorName, similarity: float) -> bool:
    """Return whether a name says too little to mean the vendor.

    A primary name, and one with a legal form, keeps its weight where the country agrees, one of ordinary words only
    where it is equal. Of a short name in a vendor file, people have judged that it means the vendor.
    """
    agree, judged = countries_agree(party.country, vendor.country), vendor.list == "curated"
    if name.kind == "weak_alias":
        return says_little(name.text) or (is_acronym(name.text) and not (agree and judged))
    if not agree and is_short(name.text) and not judged:
        return True
    little = not agree and (is_acronym(name.text) or says_little(name.text))
    return name.kind in _PRIMARY and (little or (similarity < 1 and is_ordinary(name.text)))


def _too_short(party: Party, vendor: Vendor, name: VendorName, similarity: float) -> bool:
    """Return whether a trade name or acronym is too short for a slip, or a legal form, that sets the names apart.

    A legal form more or less is allowed for where the country agrees: "SMIC Co., Ltd." of China, not "SMIC S.A.S.".
    """
    if name.kind != "weak_alias" or similarity == 1 or len(name.text) >= SHORTEST_WITH_A_SLIP:
        return False
    return similarity < NEARLY_EQUAL or not countries_agree(party.country, vendor.country)


def _weighed_with_identifiers(party: Party, vendor: Vendor, match: Match) -> Match:
    for mine in party.identifiers:
        for theirs in vendor.identifiers:
            if same_identifier(mine, theirs) is False:
                words = f"identifier {mine} contradicts {theirs}"
                against = (*match.speaks_against, words)
                return replace(match, certainty=Certainty.POSSIBLE, speaks_against=against)
    return match


def _name_words(name: VendorName, similarity: float) -> str:
    kind = name.kind.replace("_", " ")
    dates = f" ({name.period})" if name.period.start or name.period.end else ""
    likeness = "equal to" if similarity == 1 else f"like ({similarity:.2f})"
    return f"the name is {likeness} the {kind} '{name.text}'{dates}"


def _country_words(party: Party, vendor: Vendor, who: str | None = None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    agree = countries_agree(party.country, vendor.country)
    if agree:
        return (f"the country agrees: {country_name(party.country or '')}",), ()
    if party.country is None:
        return (), (f"the country of {who} is not stated" if who else "the party's country is not stated",)
    if vendor.country is None:
        return (), ("the vendor's country is not known",)
    verb = "is related to" if agree is None else "conflicts with"
    return (), (f"the country {country_name(party.country)} {verb} {country_name(vendor.country)}",)
