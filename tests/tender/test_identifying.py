"""Schemes of bare numbers, told from country and shape, and what such numbers may prove."""

import pytest

from vendorscreen.identifier import Identifier, same_identifier
from vendorscreen.tender.identifying import inferred_identifier, stated_identifier


@pytest.mark.parametrize(
    ("written", "country", "expected"),
    [
        ("975 353 265", "NO", "NO-BRC 975353265"),
        ("NO943184097MVA", "NO", "NO-BRC 943184097"),
        ("578-25-17-492", "PL", "PL-VAT 5782517492"),
        ("NIP 5262239325", "PL", "PL-VAT 5262239325"),
        ("521–31–72- 762", "PL", "PL-VAT 5213172762"),
        ("870227804", "PL", "PL-REGON 870227804"),
        ("0000123456", "PL", "PL-KRS 0000123456"),
        ("BE 0475.480.736", "BE", "BE-BCE_KBO 0475480736"),
        ("0308356862_4661", "BE", "BE-BCE_KBO 0308356862"),
        ("552 100 554 00054", "FR", "FR-RCS 552100554"),
        ("LU23519355", "LU", "LU-VAT 23519355"),
        ("EL094014201", "GR", "GR-VAT 094014201"),
        ("SC123456", "GB", "GB-COH SC123456"),
        ("02366678", "GB", "GB-COH 02366678"),
        ("91330000733796106P", None, "USCC 91330000733796106P"),
        ("HWUPKR0MPOU8FGXBT394", "US", "LEI HWUPKR0MPOU8FGXBT394"),
    ],
)
def test_a_bare_number_gets_the_scheme_of_its_country_and_shape(
    written: str, country: str | None, expected: str
) -> None:
    number = inferred_identifier(written, country)
    assert (str(number), number and number.inferred) == (expected, True)


@pytest.mark.parametrize(
    ("written", "country"),
    [
        ("975 353 266", "NO"),
        ("5262239326", "PL"),
        ("111 222 333", "LU"),
        ("HWUPKR0MPOU8FGXBT395", "US"),
        ("Acme Ltd", "GB"),
        ("ID222222", "GB"),
        ("N/A", "AU"),
        ("975353265", None),
        ("9" * 10_000, "NO"),
        ("", "NO"),
    ],
)
def test_what_nothing_tells_is_no_identifier(written: str, country: str | None) -> None:
    assert inferred_identifier(written, country) is None


def test_a_country_at_the_head_of_the_number_goes_first() -> None:
    assert str(inferred_identifier("PL5263446902", "HU")) == "PL-VAT 5263446902"


def test_a_stated_scheme_is_not_inferred() -> None:
    assert stated_identifier("NO-BRC", "1", "NO") == Identifier.of("NO-BRC", "1")
    assert stated_identifier(None, None, "NO") is None


def test_a_number_from_a_spreadsheet_loses_nothing() -> None:
    assert str(stated_identifier("GB-COH", "11111111.0", "GB")) == "GB-COH 11111111"
    assert str(stated_identifier("XX-VAT", "1.0.0", "XX")) == "XX-VAT 100"


def test_an_inferred_scheme_confirms_only_with_check_digits() -> None:
    sure, unsure = inferred_identifier("5263446902", "PL"), inferred_identifier("02366678", "GB")
    assert sure is not None
    assert unsure is not None
    assert same_identifier(sure, Identifier.of("PL-VAT", "5263446902")) is True
    assert same_identifier(unsure, Identifier.of("GB-COH", "02366678")) is None


def test_an_inferred_scheme_never_contradicts() -> None:
    number = inferred_identifier("552100554", "FR")
    assert number is not None
    other = Identifier.of("FR-RCS", "732829320")
    assert (number.valid, other.valid) == (True, True)
    assert same_identifier(number, other) is None
    assert same_identifier(Identifier.of("FR-RCS", "552100554"), other) is False
