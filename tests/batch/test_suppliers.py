"""Cells of a row to a party."""

import pytest

from vendorscreen.batch.columns import SupplierColumns
from vendorscreen.batch.suppliers import LONGEST_NAME, read_supplier
from vendorscreen.identifier import Identifier

COLUMNS = SupplierColumns(names=("name",), country="country")


def _identifiers(scheme: str, number: str, country: str | None = None) -> list[str]:
    columns = SupplierColumns(names=("name",), country="country", identifiers=(("number", scheme),))
    return [str(one) for one in read_supplier(("Name", country, number), columns).identifiers]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (None, "no name"),
        ("  \t", "no name"),
        ("-_-", "no letter or digit in the name"),
        ("x" * (LONGEST_NAME + 1), "name too long: 1,001 characters, at most 1,000 are read"),
    ],
)
def test_a_row_without_a_usable_name_says_why(name: str | None, reason: str) -> None:
    assert read_supplier((name, "DE"), COLUMNS) == ("", None, (), reason)


@pytest.mark.parametrize("country", ["DE", "DEU", "Deutschland", "germany", " Allemagne "])
def test_a_country_is_read_in_any_usual_writing(country: str) -> None:
    assert read_supplier(("Siemens", country), COLUMNS) == ("Siemens", "DE", (), None)


def test_a_country_that_is_none_is_told_and_the_row_screened() -> None:
    supplier = read_supplier(("Siemens", "Narnia"), COLUMNS)

    assert supplier == ("Siemens", None, (), "country not known: 'Narnia'")


def test_a_list_of_identifiers_is_read_with_their_schemes() -> None:
    assert _identifiers("IDENTIFIERS", "LEI: 7LTWFZYICNSX8D621K86; GB-COH:123456") == [
        "LEI 7LTWFZYICNSX8D621K86",
        "GB-COH 00123456",
    ]
    assert _identifiers("IDENTIFIERS", '["USCC:91330000733796106P"]') == ["USCC 91330000733796106P"]


def test_what_is_no_list_of_identifiers_gives_none() -> None:
    assert _identifiers("IDENTIFIERS", "[broken") == []
    assert _identifiers("IDENTIFIERS", "123456") == []


@pytest.mark.parametrize(
    ("scheme", "number", "country", "expected"),
    [
        ("LEI", "7LTWFZYICNSX8D621K86", None, "LEI 7LTWFZYICNSX8D621K86"),
        ("FR-RCS", "552 081 317 00012", "FR", "FR-RCS 552081317"),
        ("DUNS", "123456789.0", None, "DUNS 123456789"),
        ("VAT", "DE136695976", None, "DE-VAT 136695976"),
        ("VAT", "136695976", "DE", "DE-VAT 136695976"),
        ("REGISTER", "5555551234", "SE", None),
        ("REGISTER", "SC123456", "GB", "GB-COH SC123456"),
    ],
)
def test_a_number_is_read_by_its_column_and_country(
    scheme: str, number: str, country: str | None, expected: str | None
) -> None:
    assert ([expected] if expected else []) == _identifiers(scheme, number, country)


def test_a_scheme_told_from_the_shape_is_marked_as_inferred() -> None:
    columns = SupplierColumns(names=("name",), identifiers=(("number", "REGISTER"),))

    supplier = read_supplier(("Name", "DE136695976"), columns)

    assert supplier == ("Name", None, (Identifier.of("DE-VAT", "136695976", inferred=True),), None)


def test_a_vat_number_that_begins_with_its_country_needs_no_guess() -> None:
    columns = SupplierColumns(names=("name",), identifiers=(("vat", "VAT"),))

    supplier = read_supplier(("Name", "DE136695976"), columns)

    assert supplier == ("Name", None, (Identifier.of("DE-VAT", "136695976"),), None)


def test_a_row_without_a_name_whose_number_is_of_no_sure_scheme_tells_of_nobody() -> None:
    columns = SupplierColumns(names=("name",), identifiers=(("number", "REGISTER"),))

    reason = read_supplier(("", "DE136695976"), columns).reason

    assert reason == "no name; scheme not sure, not compared: DE-VAT 136695976"


def test_a_row_without_a_name_is_screened_by_a_right_number() -> None:
    columns = SupplierColumns(names=("name",), country="country", identifiers=(("uscc", "USCC"),))
    supplier = read_supplier(("", "CN", "914403001922038216"), columns)

    assert (supplier.name, [str(one) for one in supplier.identifiers]) == ("", ["USCC 914403001922038216"])
    assert supplier.reason == "no name, screened by number"


def test_a_row_whose_name_is_not_told_is_skipped_and_says_so() -> None:
    assert read_supplier(("REDACTED PERSONAL DATA", "GB"), COLUMNS) == (
        "",
        None,
        (),
        "no name: 'REDACTED PERSONAL DATA'",
    )


def test_a_row_without_a_name_whose_number_is_wrong_tells_of_nobody() -> None:
    columns = SupplierColumns(names=("name",), country="country", identifiers=(("uscc", "USCC"),))
    wrong = "no name; check digits wrong, not compared: USCC 914403001922038217"

    assert read_supplier(("", "CN", "914403001922038217"), columns) == ("", None, (), wrong)


def test_parts_of_a_name_are_joined_each_once() -> None:
    columns = SupplierColumns(names=("Name 1", "Name 2", "Name 3"))

    assert read_supplier(("Example Digital ", "Technology Co., Ltd.", "Example Digital"), columns).name == (
        "Example Digital Technology Co., Ltd."
    )


def test_a_mark_is_stripped_and_told_beside_a_country_not_known() -> None:
    supplier = read_supplier(("BLOCKED: Siemens", "Narnia"), COLUMNS)

    assert supplier == ("Siemens", None, (), "marked as blocked: 'BLOCKED:'; country not known: 'Narnia'")


def test_a_one_time_account_is_told() -> None:
    reason = read_supplier(("CPD Einmallieferant", "DE"), COLUMNS).reason

    assert reason == "one-time account: whom it stands for is not in the name"


def test_a_name_that_was_encoded_twice_is_screened_as_it_was_and_told() -> None:
    supplier = read_supplier(("SYKEHUSINNKJÃ˜P HF", "NO"), COLUMNS)

    assert supplier == ("SYKEHUSINNKJØP HF", "NO", (), "encoded twice, the name is read as 'SYKEHUSINNKJØP HF'")


def test_a_name_with_signs_that_could_not_be_read_is_screened_and_told() -> None:
    supplier = read_supplier(("Caf\ufffd", "Narnia"), COLUMNS)

    assert supplier.reason == "the name holds signs that could not be read; country not known: 'Narnia'"


@pytest.mark.parametrize(
    ("scheme", "cell", "read", "told"),
    [
        ("USCC", f"91330000733796106P{' ' * 50 + 'x' * 1000}", 0, "numbers too long, not read: 1,068 characters"),
        ("IDENTIFIERS", '["USCC:91330000733796106P", 5]', 1, "no scheme, not compared: '5'"),
        ("IDENTIFIERS", '["USCC:91330000733796106P", {"a": 1}, null]', 1, "no number, not read: '{\"a\": 1}'"),
        ("IDENTIFIERS", '{"scheme": "USCC"}', 0, 'no list of numbers, not read: \'{"scheme": "USCC"}\''),
        ("IDENTIFIERS", "USCC:91330000733796106P; see file", 1, "no scheme, not compared: 'see file'"),
        ("DE-VAT", '{"id": 1}', 0, "no list of numbers, not read: '{\"id\": 1}'"),
        ("USCC", '["91330000733796106P", true]', 1, "no number, not read: 'true'"),
    ],
)
def test_numbers_that_are_not_read_are_told(scheme: str, cell: str, read: int, told: str) -> None:
    columns = SupplierColumns(names=("name",), identifiers=(("id", scheme),))

    supplier = read_supplier(("Siemens", cell), columns)

    assert len(supplier.identifiers) == read
    assert told in (supplier.reason or "")
