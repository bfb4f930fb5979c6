"""Text that was encoded twice is repaired; text that was not is never touched."""

import pytest

from vendorscreen.file.double_encoding import repaired

C1 = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def again(text: str, code_page: str = "cp1252") -> str:
    """Return UTF-8 as a program reads it that takes it for a code page; what is none there stays a control sign."""
    return "".join(C1.get(byte) or bytes([byte]).decode(code_page) for byte in text.encode())


RIGHT = [
    "SYKEHUSINNKJØP", "Müller & Söhne Gebäudereinigung", "KRAKÓW", "Łódzka Spółka Węglowa", "Société Générale S.à r.l.",
    "SÖDRA", "Señor Muñoz", "Рособоронэкспорт", "杭州海康威视数字技术股份有限公司", "Ανώνυμη Εταιρεία", "L’Oréal – Paris",
    "삼성전자 주식회사", "Železárny", "ČEZ, a. s.",
]  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
@pytest.mark.parametrize("code_page", ["cp1252", "latin-1"])
def test_a_name_that_was_encoded_twice_is_read_as_it_was(name: str, code_page: str) -> None:
    assert repaired(again(name, code_page)) == name


@pytest.mark.parametrize("name", RIGHT)
def test_a_name_that_was_encoded_three_times_is_read_as_it_was(name: str) -> None:
    assert repaired(again(again(name))) == name


@pytest.mark.parametrize(
    "name",
    [
        *RIGHT, "SÃO PAULO", "JOÃO", "CONCEIÇÃO", "IRMÃ\xa0LTDA", "MAÇÃ®", "MAÇÃ™", "AMANHÃ…", "AMANHÃ”", "CAFÉ»", "«CAFÉ»…",
        "Spaß™", "GLØ™", "IKEA Å–", "LÃ–ALGODÃO", "Ñ", "Ã", "Â", "Âncora", "Ärzte°", "Acme", "", "Ã\xbc Ã", "Ä Ö Ü",
    ],
)  # fmt: skip
def test_a_name_that_was_not_is_never_touched(name: str) -> None:
    assert repaired(name) == name
