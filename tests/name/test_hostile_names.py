"""Names made to break things raise nothing, and cost no more than their first 1,000 characters."""

import pytest

from vendorscreen.name import NameIndex, comparable, compare_names, contains_words, read_names
from vendorscreen.name.folding import LONGEST_NAME

HOSTILE = {
    "empty": "",
    "blanks": " \t\n",
    "punctuation": "—!?.,;:()[]«»" * 10_000,
    "a legal form": "Ltd",
    "legal forms": "GmbH & Co. KG S.A. sp. z o.o. Ltd " * 5_000,
    "legal forms in Han": "有限公司" * 50_000,
    "lone surrogates": "\ud800\udfff" * 50_000,
    "overrides": "\u202e\u2067" * 50_000 + "gnp",
    "emoji": "😀" * 100_000,
    "digits": "0" * 100_000,
    "letters": "x" * 100_000,
    "words": "a " * 50_000,
    "members": "ARGE " + "Müller GmbH / " * 10_000,
    "roles": "A (mandataria) " * 10_000,
    "roles without brackets": "lider konsorcjum: " * 10_000,
    "numbers of names": "1) 2) " * 10_000,
    "asides": "ex (ex ex-A part of " * 10_000,
    "branches": "A Ltd branch " * 10_000,
    "consortia": "in joint venture with JV " * 10_000,
    "brackets": "(" * 100_000,
    "initials": "S." * 50_000,
    "marks": "a" + "\u0301" * 100_000,
    "escapes": "\x1b[31m\x00" * 20_000,
}
INDEX = NameIndex([("huawei", "Huawei Technologies Co., Ltd."), ("zte", "ZTE"), ("limited", "Limited Company Ltd")])

hostile = pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())


@hostile
def test_reading_stops_after_the_first_characters(name: str) -> None:
    assert read_names(name) == read_names(name[:LONGEST_NAME])
    assert comparable(name) == comparable(name[:LONGEST_NAME])


@hostile
def test_comparing_stops_after_the_first_characters(name: str) -> None:
    whole, beginning = (compare_names(one, "Huawei Technologies") for one in (name, name[:LONGEST_NAME]))
    assert (whole.similarity, whole.bits, whole.aligned) == (beginning.similarity, beginning.bits, beginning.aligned)


@hostile
def test_searching_stops_after_the_first_characters(name: str) -> None:
    found, beginning = INDEX.search([name, name[:LONGEST_NAME]], at_least=0.5)
    assert [(one.key, one.similarity) for one in found] == [(one.key, one.similarity) for one in beginning]


@hostile
def test_looking_for_a_brand_stops_after_the_first_characters(name: str) -> None:
    assert not contains_words(name, "Huawei")


@hostile
def test_a_hostile_name_can_be_listed(name: str) -> None:
    [found] = NameIndex([("hostile", name), ("huawei", "Huawei Technologies")]).search(["Huawei Technologies"])
    assert found[0].key == "huawei"
