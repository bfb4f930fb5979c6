"""Names as lists print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.lists.readers.printed_name import clean, read_aliases, read_printed_name


@pytest.mark.parametrize(
    ("printed", "name", "others"),
    [
        ("Acme Optics Co., Ltd.", "Acme Optics Co., Ltd.", []),
        ("Gulf Eagle Metal Profiles (GEMP)", "Gulf Eagle Metal Profiles", [("weak_alias", "GEMP")]),
        ("Acme Trading LLC (TAMBOV)", "Acme Trading LLC (TAMBOV)", []),
        ("Acme Gaz, OOO (f.k.a., ZAO Acmegaz)", "Acme Gaz, OOO", [("previous_name", "ZAO Acmegaz")]),
        ("Acme Plant, JSC (a.k.a., Acme Machine Plant", "Acme Plant, JSC", [("alias", "Acme Machine Plant")]),
        ("Acme Company (a.k.a.", "Acme Company", []),
        ("Acme Institute [aka Beta Center, Gamma Institute]", "Acme Institute", [("alias", "Beta Center"), ("alias", "Gamma Institute")]),
        ("PEARL (A.K.A. NEI-CHIEN CHU) LI", "PEARL LI", [("alias", "NEI-CHIEN CHU")]),
        ("Acme Image (a.k.a. Acme Inc.; CK Acme, Inc.)", "Acme Image", [("alias", "Acme Inc."), ("alias", "CK Acme, Inc.")]),
        ("Acme LLC and any successor, sub-unit, or subsidiary thereof", "Acme LLC", []),
        ("Acme LLC; and any successor, subunit, or subsidiary thereof", "Acme LLC", []),
        ("Majid Kakavand", "Majid Kakavand", []),
        ("Hironobu Takahashi", "Hironobu Takahashi", []),
        ("Pakaka Trading", "Pakaka Trading", []),
    ],
)  # fmt: skip
def test_other_names_are_told_from_the_name(printed: str, name: str, others: list[tuple[str, str]]) -> None:
    read = read_printed_name(printed)

    assert (read.name, read.others) == (name, others)


def test_an_affiliated_entity_is_the_listed_name_and_its_head_a_note() -> None:
    read = read_printed_name("Acme Technologies Co., Ltd. (Acme).  Affiliated Entity:  Hangzhou Acme Enterprises")

    assert read.name == "Hangzhou Acme Enterprises"
    assert read.note == "listed as affiliated entity of Acme Technologies Co., Ltd. (Acme)"
    assert read.others == []


def test_a_subordinate_institution_keeps_the_name_of_its_head_before_its_own() -> None:
    read = read_printed_name("Acme Second Academy.  Subordinate Institution - 201 Research Institute")

    assert read.name == "Acme Second Academy 201 Research Institute"
    assert read.others == [("alias", "201 Research Institute")]


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("Open Joint Stock Company 140 Repair Plant; and JSC 140 Repair Plant", ["Open Joint Stock Company 140 Repair Plant", "JSC 140 Repair Plant"]),
        ("Alpha Works; Beta Works; and Gamma Manufacturing.", ["Alpha Works", "Beta Works", "Gamma Manufacturing"]),
        ("Acme Shangtang Development Co., Ltd., and Sense Acme", ["Acme Shangtang Development Co., Ltd.", "Sense Acme"]),
        ("Acme Institute of Optics, Fine Mechanics, and Physics", ["Acme Institute of Optics, Fine Mechanics, and Physics"]),
        ("AcmeStan LLC. 5 Dzerzhinsky Ave., Minsk, 220036, Belarus", ["AcmeStan LLC"]),
        ("Acme One, 5 Main St, Montreal, H4P 1K5, Canada; and 54 Mart St, Office 103, Montreal, Canada", ["Acme One"]),
        ("AO Zavod No. 9", ["AO Zavod No. 9"]),
        ("Acme 5th Academy, 503 Institute", ["Acme 5th Academy, 503 Institute"]),
        ("HPSTAR; and", ["HPSTAR"]),
        ("Acme Complex, a.k.a., the following two aliases:", ["Acme Complex"]),
        ("", []),
        (" ; ; and ", []),
    ],
)  # fmt: skip
def test_aliases_lose_the_prose_and_addresses_around_them(text: str, aliases: list[str]) -> None:
    assert [name for _, name in read_aliases(text)] == aliases


@pytest.mark.parametrize(
    ("alias", "kind"), [("BGI", "weak_alias"), ("NucTech", "alias"), ("HSRIX", "weak_alias"), ("海康", "alias")]
)
def test_short_single_words_are_weak_aliases(alias: str, kind: str) -> None:
    assert list(read_aliases(alias)) == [(kind, alias)]


def test_windows_characters_and_odd_blanks_are_restored() -> None:
    assert clean("Xi\x92an \xa0 Factory\n Ltd ") == "Xi’an Factory Ltd"


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read = read_printed_name(text)

    assert isinstance(read.name, str)
    assert all(isinstance(name, str) and name for _, name in read_aliases(text))


@pytest.mark.parametrize("piece", ["(a.k.a. ", "f.k.a. x ", "A; and ", "((((", ", 1 a, b,", "x. 1 ", " (AB)"])
def test_a_hostile_name_of_a_megabyte_is_read_in_bounded_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))

    assert len(read_printed_name(text).name) <= 1000
