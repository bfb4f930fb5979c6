"""The brands whose words stand in a name, found by their first words instead of one after the other."""

import re
from collections import defaultdict
from functools import lru_cache

from vendorscreen.name import comparable, contains_words
from vendorscreen.name.folding import folded_words
from vendorscreen.watchlist import Watchlist
from vendorscreen.watchlist.model import Brand, Vendor

__all__ = ["brands_in"]

_HAN = re.compile("[\u3400-\u9fff]")
_SPLIT = {code: None if chr(code) in "'`" else " " for code in range(128) if not chr(code).isalnum()}


def brands_in(name: str, watchlist: Watchlist) -> list[tuple[Vendor, Brand]]:
    """Return the declared brands whose words ``name`` holds, in the order of the watchlist."""
    return [(watchlist.vendors[id_], brand) for id_, brand in _index(watchlist).within(name)]


class _BrandIndex:
    """Places of brands by their first comparable word; brands in Han stand beside, for names without blanks."""

    def __init__(self, brands: tuple[tuple[str, Brand], ...]) -> None:
        self.brands = brands
        self.first_words: dict[str, list[int]] = defaultdict(list)
        self.han: list[int] = []
        for place, (_, brand) in enumerate(brands):
            for word in comparable(brand.name).words[:1]:
                self.first_words[word].append(place)
            if _HAN.search(brand.name):
                self.han.append(place)

    def within(self, name: str) -> list[tuple[str, Brand]]:
        if self._is_without(name):
            return []
        places = {place for word in comparable(name).words for place in self.first_words.get(word, ())}
        if self.han and not name.isascii() and _HAN.search(name):
            places.update(self.han)
        return [self.brands[place] for place in sorted(places) if contains_words(name, self.brands[place][1].name)]

    def _is_without(self, name: str) -> bool:
        """Return whether no first word stands in a name; its words are split no further than needed to say so."""
        if self.han and not name.isascii() and _HAN.search(name):
            return False
        words = name.lower().translate(_SPLIT).split() if name.isascii() else [""]
        plain = min(map(len, words), default=2) > 1  # single letters may join to a word
        return self.first_words.keys().isdisjoint(words if plain else folded_words(name))


@lru_cache(maxsize=4)
def _index(watchlist: Watchlist) -> _BrandIndex:
    return _BrandIndex(watchlist.brands)
