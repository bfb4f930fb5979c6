"""What words say, and the data behind it."""

from importlib.resources import files

from vendorscreen.name.background import MOST_BITS, information


def test_rare_words_say_much_and_common_words_little() -> None:
    assert information("hikvision") == MOST_BITS > information("guangzhou") > information("technology")


def test_places_trade_words_and_short_words_say_little() -> None:
    assert information("albania") <= 10
    assert information("zt") == 7


def test_the_tables_are_small_and_say_where_they_come_from() -> None:
    folder = files("vendorscreen.name").joinpath("data")
    tables = [table for table in folder.iterdir() if table.name.endswith((".txt", ".tsv"))]
    assert len(tables) == 9
    assert sum(len(table.read_bytes()) for table in tables) < 1 << 20
    assert all(table.read_text(encoding="utf-8").startswith("# ") for table in tables)
