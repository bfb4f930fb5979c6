"""Brands: a brand's word in a party's name, and a brand stated for an offered product."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TypeAlias

from vendorscreen.matching.bearer import Bearer, bearers
from vendorscreen.matching.brand_index import brands_in, misspelt_brands_in
from vendorscreen.matching.false_friend import friends_alike, is_false_friend
from vendorscreen.matching.match import NEARLY_EQUAL, Certainty, Match
from vendorscreen.name import comparable, compare_names, contains_words
from vendorscreen.tender.links import product_tenderers
from vendorscreen.tender.tender import Party, Tender
from vendorscreen.vendor.vendor import Brand, Vendor
from vendorscreen.watchlist import Watchlist

__all__ = ["Goods", "brand_word_matches", "stated_brand_matches"]

Words: TypeAlias = tuple[str, ...]


class Goods:
    """What a tender buys, and the brands that each tenderer offers; looked through once, when first asked."""

    def __init__(self, tender: Tender) -> None:
        self._tender = tender
        self._first: dict[Words, str | None] = {}

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(code for item in self._tender.items or () for code in item.cpv or ()))

    @cached_property
    def _brands(self) -> Mapping[str, list[str]]:
        brands: dict[str, list[str]] = defaultdict(list)
        for product, tenderers in product_tenderers(self._tender):
            for tenderer in tenderers if product.brand else ():
                brands[tenderer].append(product.brand or "")
        return brands

    def brands_of(self, party: str) -> list[str]:
        """Return the brands stated for what a party offers."""
        return self._brands.get(party, [])

    def first_code(self, branches: Words) -> str | None:
        """Return the first CPV code of what is bought that lies in one of the branches."""
        if branches not in self._first:
            self._first[branches] = next((code for code in self._codes if code.startswith(branches)), None)
        return self._first[branches]


def brand_word_matches(party: Party, goods: Goods, watchlist: Watchlist, tied: list[Match]) -> list[Match]:
    """Return ``affiliate`` matches for brands whose words stand in a party's name.

    ``tied`` are the matches the party has already: a vendor among them is not proposed again, and a name in the party's
    that is another vendor's in full is not looked at. The brand word alone gives ``possible``; a stated owner, a stated
    product or the kind of goods gives ``probable``, never more. A brand with a slip in it gives ``possible``.
    """
    known = {match.vendor.id for match in tied if match.relation == "same" or match.basis == "known_relation"}
    unequal = _unequal(party, tied)
    matches: dict[str, Match] = {}
    for one, vendor, brand, _ in _brands_in_names(
        unequal, known, lambda name: [(*found, "") for found in brands_in(name, watchlist)]
    ):
        second = _second_facts(party, vendor, brand, goods, tied)
        holds = f"the name holds the brand '{brand.name}'"
        against = () if second else ("no second fact ties the party to the group",)
        match = _proposed(one, vendor, brand, (holds, *second), against)
        matches[vendor.id] = replace(match, certainty=Certainty.PROBABLE) if second else match
    slips = _brands_in_names(unequal, known | matches.keys(), lambda name: misspelt_brands_in(name, watchlist))
    for one, vendor, brand, word in slips:
        slip = f"the name holds '{word}', maybe the brand '{brand.name}' misspelt"
        matches[vendor.id] = _proposed(one, vendor, brand, (slip,), ("the spelling differs from the brand",))
    return list(matches.values())


def _unequal(party: Party, tied: list[Match]) -> list[Bearer]:
    """Return the names in a party's name, shortest first, without those in the place of a vendor's full name."""
    found = bearers(party)
    equal = {match.comparison.a for match in tied if match.basis == "name" and match.similarity >= NEARLY_EQUAL}
    taken = [one for one in found if str(comparable(one.part.text)) in equal]
    free = [one for one in found if not any(map(one.overlaps, taken))]
    return sorted(free, key=lambda one: one.part.end - one.part.start)


def _brands_in_names(
    named: list[Bearer], known: set[str], brands_of: Callable[[str], list[tuple[Vendor, Brand, str]]]
) -> list[tuple[Party, Vendor, Brand, str]]:
    """Return the brands in these names, one for each vendor that is not known; names of false friends are left out.

    Whoever has the shortest name in a place also has the longer names that contain it.
    """
    found: dict[str, tuple[Party, Vendor, Brand, str]] = {}
    looked_at: dict[str, list[Bearer]] = defaultdict(list)
    for one in named:
        for vendor, brand, word in brands_of(one.part.text):
            if vendor.id in known or vendor.id in found or any(map(one.overlaps, looked_at[vendor.id])):
                continue
            looked_at[vendor.id].append(one)
            if not _is_another(one.party, vendor):
                found[vendor.id] = (one.party, vendor, brand, word)
    return list(found.values())


def _is_another(party: Party, vendor: Vendor) -> bool:
    """Return whether a party's name fits a false friend of the vendor better than the vendor's own name."""
    friends = friends_alike(party, vendor)
    return bool(friends) and is_false_friend(friends, compare_names(party.name or "", vendor.name).similarity)


def _proposed(party: Party, vendor: Vendor, brand: Brand, speaks_for: Words, speaks_against: Words) -> Match:
    return Match(
        party=party.id,
        vendor=vendor,
        relation="affiliate",
        basis="brand_word",
        certainty=Certainty.POSSIBLE,
        comparison=compare_names(party.name or "", brand.name),
        listed_name=brand.name,
        speaks_for=speaks_for,
        speaks_against=speaks_against,
        brand=brand,
    )


def stated_brand_matches(tender: Tender, watchlist: Watchlist, matches: list[Match]) -> list[Match]:
    """Return ``brand`` matches for products whose stated brand is a vendor's, one per tenderer who offers it.

    A product whose stated manufacturer is already tied to the vendor is left out: the manufacturer's match says more.
    """
    makers = {(match.party, match.vendor.id) for match in matches}
    found: list[Match] = []
    for product, tenderers in product_tenderers(tender):
        stated = product.brand or ""
        for vendor, brand in brands_in(stated, watchlist):
            if (product.manufacturer, vendor.id) in makers:
                continue
            words = f"the stated brand '{stated}' holds the brand '{brand.name}'"
            found += [
                Match(
                    party=tenderer,
                    vendor=vendor,
                    relation="brand",
                    basis="stated_brand",
                    certainty=Certainty.PROBABLE,
                    comparison=compare_names(stated, brand.name),
                    listed_name=brand.name,
                    speaks_for=(words,),
                    speaks_against=("the manufacturer is not stated",) if product.manufacturer is None else (),
                    brand=brand,
                    product=product,
                )
                for tenderer in tenderers or (None,)
            ]
    return found


def _second_facts(party: Party, vendor: Vendor, brand: Brand, goods: Goods, tied: list[Match]) -> tuple[str, ...]:
    facts = [
        f"a stated owner is tied to {vendor.name}"
        for match in tied
        if match.basis == "stated_owner" and match.vendor.id == vendor.id
    ]
    brands = goods.brands_of(party.id)
    facts += [f"it offers the brand '{stated}'" for stated in brands if contains_words(stated, brand.name)]
    code = goods.first_code((*brand.cpv, *vendor.cpv))
    facts += [f"the tender buys what the vendor makes (CPV {code})"] if code else []
    return tuple(dict.fromkeys(facts))
