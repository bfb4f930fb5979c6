"""Which vendors a party may itself be: identifiers first, then names, weighed with countries and false friends."""

from dataclasses import replace

from vendorscreen.country import countries_agree, country_code, country_name
from vendorscreen.identifier import same_identifier
from vendorscreen.matching.match import Certainty, Match
from vendorscreen.name import MATCH_THRESHOLD, NameMatch, compare_names, contains_words
from vendorscreen.tender.model import Party
from vendorscreen.watchlist import Watchlist
from vendorscreen.watchlist.model import FalseFriend, Vendor, VendorName

__all__ = ["identities", "is_false_friend"]

NEARLY_EQUAL = 0.97
"""Similarity that only names of the same words reach, whatever their legal forms."""

SHORTEST_WITH_A_SLIP = 6
"""Letters a trade name must have for a misspelling of it to be taken up."""

_LONGEST_COUNTRY_CODE = 3
_STATED_ROLES = {"manufacturer", "shareholder"}


def identities(party: Party, found: list[NameMatch], watchlist: Watchlist) -> list[Match]:
    """Return the ``same`` matches of a party, surest first; ``found`` are the vendors with a like name.

    Where one is strong or confirmed, vendors whose names are only alike are left out.
    """
    hits = {hit.key: hit for hit in found}
    identified = {vendor.id for number in party.identifiers for vendor in watchlist.identified(number)}
    matches = []
    for key in dict.fromkeys([*sorted(identified), *hits]):
        vendor = watchlist.vendors[key]
        match = _identified(party, vendor, hits.get(key)) if key in identified else _named(party, vendor, hits[key])
        if match is not None:
            matches.append(match)
    matches.sort(key=lambda match: (-match.certainty, -match.similarity, match.vendor.id))
    sure = matches and matches[0].certainty >= Certainty.STRONG
    return [match for match in matches if not sure or match.similarity >= NEARLY_EQUAL or match.basis == "identifier"]


def is_false_friend(party: Party, vendor: Vendor, similarity: float) -> FalseFriend | None:
    """Return the false friend of a vendor that a party's name fits better, where its country allows it.

    A name that fits both equally well is the friend's only where the friend's country is the party's.
    """
    for friend in vendor.false_friends:
        agree = countries_agree(party.country, friend.country)
        likeness = compare_names(party.name or "", friend.name).similarity
        better = likeness > similarity or (likeness == similarity and agree)
        if agree is not False and better and likeness >= MATCH_THRESHOLD:
            return friend
    return None


def _identified(party: Party, vendor: Vendor, hit: NameMatch | None) -> Match:
    shared = next(
        number for number in party.identifiers for other in vendor.identifiers if same_identifier(number, other)
    )
    against = _country_words(party, vendor)[1]
    name = hit.name if hit else vendor.name
    return Match(
        party=party.id,
        vendor=vendor,
        relation="same",
        basis="identifier",
        certainty=Certainty.CONFIRMED,
        similarity=hit.similarity if hit else compare_names(party.name or "", vendor.name).similarity,
        bits=hit.bits if hit else 0.0,
        listed_name=name,
        speaks_for=(f"identifier {shared} is equal",),
        speaks_against=against if hit else (*against, f"the name differs from '{vendor.name}'"),
        itself=vendor,
    )


def _named(party: Party, vendor: Vendor, hit: NameMatch) -> Match | None:
    name = next(name for name in vendor.names if name.text == hit.name)
    if is_false_friend(party, vendor, hit.similarity) or _slip_in_a_short_name(name, hit.similarity):
        return None
    if hit.similarity < NEARLY_EQUAL and _bears_a_brand(party, vendor) and _is_elsewhere(party, vendor, hit):
        return None
    certainty = _certainty(party, vendor, name, hit.similarity)
    country_for, country_against = _country_words(party, vendor)
    match = Match(
        party=party.id,
        vendor=vendor,
        relation="same",
        basis="name",
        certainty=certainty,
        similarity=hit.similarity,
        bits=hit.bits,
        listed_name=hit.name,
        speaks_for=(_name_words(name, hit.similarity), *country_for),
        speaks_against=country_against,
        itself=vendor,
    )
    return _weighed_with_identifiers(party, vendor, match)


def _bears_a_brand(party: Party, vendor: Vendor) -> bool:
    return any(contains_words(party.name or "", brand.name) for brand in vendor.brands)


def _is_elsewhere(party: Party, vendor: Vendor, hit: NameMatch) -> bool:
    """Return whether a party's country is another than the vendor's, or a word of its own names another.

    One that is called by the brand and by another country is at most an affiliate, which is for the brand to say.
    """
    words = compare_names(hit.part, hit.name).unaligned_a if party.country is None else ()
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
    if similarity == 1 and _STATED_ROLES.intersection(party.roles):
        return Certainty.CONFIRMED
    return Certainty.STRONG if agree else Certainty.PROBABLE


def _slip_in_a_short_name(name: VendorName, similarity: float) -> bool:
    """Return whether only a slip away from a trade name or acronym too short to bear one."""
    return name.kind == "weak_alias" and similarity < 1 and len(name.text) < SHORTEST_WITH_A_SLIP


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


def _country_words(party: Party, vendor: Vendor) -> tuple[tuple[str, ...], tuple[str, ...]]:
    agree = countries_agree(party.country, vendor.country)
    if agree:
        return (f"the country agrees: {country_name(party.country or '')}",), ()
    if party.country is None:
        return (), ("the party's country is not stated",)
    if vendor.country is None:
        return (), ("the vendor's country is not known",)
    verb = "is related to" if agree is None else "conflicts with"
    return (), (f"the country {country_name(party.country)} {verb} {country_name(vendor.country)}",)
