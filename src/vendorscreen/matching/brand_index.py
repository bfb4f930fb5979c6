"""The brands whose words stand in a name, found by their first words instead of one after the other."""

import re
from collections import defaultdict
from functools import lru_cache

from vendorscreen.name import SlipFinder, comparable, contains_words
from vendorscreen.name.containment import is_han
from vendorscreen.name.folding import LONGEST_NAME, folded_words, plain_words
from vendorscreen.name.numeral import numerals_in_digits
from vendorscreen.vendor.vendor import Brand, Vendor
from vendorscreen.watchlist import Watchlist

__all__ = ["brands_in", "holds_brand", "misspelt_brands_in"]

_HAN = re.compile("[\u3400-\u9fff]")


def brands_in(name: str, watchlist: Watchlist) -> list[tuple[Vendor, Brand]]:
    """Return the declared brands whose words ``name`` holds, in the order of the watchlist."""
    return [(watchlist.vendors[id_], brand) for id_, brand in _index(watchlist).within(name)]


def misspelt_brands_in(name: str, watchlist: Watchlist) -> list[tuple[Vendor, Brand, str]]:
    """Return the declared one-word brands that ``name`` holds misspelt, each with the word as written."""
    return [(watchlist.vendors[id_], brand, word) for id_, brand, word in _index(watchlist).misspelt_within(name)]


def holds_brand(name: str, watchlist: Watchlist) -> bool:
    """Return whether ``name`` holds a declared brand, as it is spelt or with a slip; fast for names without."""
    index = _index(watchlist)
    return not index.holds_none(name) and bool(index.within(name) or index.misspelt_within(name))


class _BrandIndex:
    """Places of brands by their first comparable word; brands in Han stand beside, for names without blanks."""

    def __init__(self, brands: tuple[tuple[str, Brand], ...]) -> None:
        self.brands = brands
        self.first_words: dict[str, list[int]] = defaultdict(list)
        self.single_words: dict[str, list[int]] = defaultdict(list)
        self.han: list[int] = []
        for place, (_, brand) in enumerate(brands):
            if is_han(brand.name):
                self.han.append(place)
                continue
            words = comparable(brand.name).words
            for word in words[:1]:
                self.first_words[word].append(place)
            if len(words) == 1:
                self.single_words[words[0]].append(place)
        self.slips = SlipFinder(self.single_words)
        self.is_of_no_brand = lru_cache(maxsize=1 << 16)(self._is_of_no_brand)

    def within(self, name: str) -> list[tuple[str, Brand]]:
        if self.holds_none(name):
            return []
        places = {place for word in comparable(name).words for place in self.first_words.get(word, ())}
        if self.han and not name.isascii() and _HAN.search(name):
            places.update(self.han)
        return [self.brands[place] for place in sorted(places) if contains_words(name, self.brands[place][1].name)]

    def misspelt_within(self, name: str) -> list[tuple[str, Brand, str]]:
        meant = [(self.slips.meant(word), word) for word in _long_words(name)]
        return [(*self.brands[place], word) for brand, word in meant if brand for place in self.single_words[brand]]

    def holds_none(self, name: str) -> bool:
        """Return whether no word of a name is like one of a brand: a cheap check that rules out most names."""
        if name.isascii():
            words = plain_words(name[:LONGEST_NAME])
            if 1 in map(len, words):  # single letters may join to a word
                words += folded_words(name)
        elif self.han and _HAN.search(name):
            return False
        else:
            words = folded_words(name)
        return all(map(self.is_of_no_brand, numerals_in_digits(words)))

    def _is_of_no_brand(self, word: str) -> bool:
        """Return whether a word neither begins a brand nor may be one with a slip."""
        return word not in self.first_words and self.slips.meant(word) is None


def _long_words(name: str) -> list[str]:
    """Return the comparable words of a name, but maybe for those of a single letter."""
    return plain_words(name[:LONGEST_NAME]) if name.isascii() else folded_words(name)


@lru_cache(maxsize=4)
def _index(watchlist: Watchlist) -> _BrandIndex:
    return _BrandIndex(watchlist.brands)
