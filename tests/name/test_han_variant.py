"""Traditional characters made simplified."""

from vendorscreen.name.han_variant import simplified


def test_traditional_characters_become_simplified_and_others_stay() -> None:
    assert simplified("海康威視 華為 Alfa") == "海康威视 华为 Alfa"
