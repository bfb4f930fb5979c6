"""How a text is encoded, with the evidence."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.errors import UsageError
from vendorscreen.file.encoding import Encoding, decoded, encoding_of, encoding_of_stream, given_encoding

TEXT = "name,city\nSociété Générale,Besançon\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), Encoding("utf-8", "whole")),
        (TEXT.encode("utf-8-sig"), Encoding("utf-8-sig", "mark")),
        (TEXT.encode("utf-16"), Encoding("utf-16", "mark")),
        (TEXT.encode("utf-32"), Encoding("utf-32", "mark")),
        (TEXT.encode("utf-16-le"), Encoding("utf-16-le", "zeros")),
        (TEXT.encode("utf-16-be"), Encoding("utf-16-be", "zeros")),
        ("a,华为技术有限公司".encode("utf-16-le"), Encoding("utf-16-le", "zeros")),
        (b"Hik\0vision and some more", Encoding("utf-8", "whole")),
        (b"PK\x03\x04\x14\x00\x00\x00", Encoding("utf-8", "whole")),
        (b"", Encoding("utf-8", "whole")),
    ],
)
def test_the_encoding_is_found_with_its_evidence(content: bytes, encoding: Encoding) -> None:
    assert encoding_of(content) == encoding
    assert encoding_of_stream(io.BytesIO(content)) == encoding


def test_a_stream_may_end_inside_a_character_and_a_text_may_not() -> None:
    cut = "a\nné".encode()[:-1]

    assert encoding_of_stream(io.BytesIO(cut)) == Encoding("utf-8", "whole")
    assert encoding_of(cut).refused.startswith("no UTF-8, and its letters do not tell the code page")


def test_a_character_across_two_blocks_is_one() -> None:
    assert encoding_of_stream(io.BytesIO(b"x" * 65535 + "é".encode())).name == "utf-8"


def test_a_line_far_down_is_counted_from_the_first() -> None:
    assert encoding_of_stream(io.BytesIO(b"plain\n" * 200_000 + b"M\xfcller")).line == 200_001


RUSSIAN = "Рособоронэкспорт"
CHINESE = "杭州海康威视数字技术股份有限公司"
NAMES = {
    "cp1252": ["Société Générale", "Müller & Söhne Gebäudereinigung"],
    "cp1250": ["Przedsiębiorstwo Usług Komunalnych", "Zakład Oczyszczania Łódź"],
    "iso8859_2": ["Spółka z ograniczoną odpowiedzialnością", "Śląskie Zakłady Łączności"],
    "cp1254": [
        "İnşaat Sanayi ve Ticaret Limited Şirketi",
        "Yılmaz Güvenlik Işıklandırma",
        "Çalışkan Dış Ticaret Anonim Şirketi",
    ],
    "cp1253": ["Ανώνυμη Εταιρεία Τηλεπικοινωνιών", "Εμπορική Κατασκευαστική"],
    "cp1251": [RUSSIAN, "Общество с ограниченной ответственностью"],
    "koi8_u": ["Открытое акционерное общество", "Научно-производственное объединение"],
    "cp866": ["Открытое акционерное общество", "Научно-производственное объединение"],
    "gb18030": [CHINESE, "华为技术有限公司"],
    "big5": ["臺灣電力股份有限公司", "中華電信股份有限公司"],
    "cp932": ["株式会社東京精密", "日本電気システム建設株式会社"],
    "euc_jp": ["株式会社トランスシステム", "日本電気システム建設株式会社"],
    "cp949": ["주식회사 한국전자", "대한건설 주식회사"],
}


@pytest.mark.parametrize("code_page", NAMES)
def test_a_code_page_is_told_by_the_letters_of_words(code_page: str) -> None:
    text = "name;country\r\n" + "".join(f"{name};XX\r\n" for name in NAMES[code_page])

    read, encoding = decoded(text.encode(code_page))

    assert (read, encoding.name, encoding.line) == (text, code_page, 2)


def test_one_line_in_a_code_page_leaves_the_others_as_they_are() -> None:
    content = f"{RUSSIAN}\n{CHINESE}\n".encode() + "Société Générale\n".encode("cp1252")

    assert decoded(content)[0] == f"{RUSSIAN}\n{CHINESE}\nSociété Générale\n"


def test_one_text_of_a_line_in_a_code_page_leaves_the_others_as_they_are() -> None:
    content = f'{{"a": "{CHINESE}", "b": "'.encode() + 'Société Générale"}'.encode("cp1252")

    assert decoded(content)[0] == f'{{"a": "{CHINESE}", "b": "Société Générale"}}'


def test_damaged_utf_8_is_marked_and_told() -> None:
    text, encoding = decoded(f"a\n{CHINESE}".encode()[:-1] + b"\nb")

    assert text == f"a\n{CHINESE[:-1]}\ufffd\nb"
    assert (encoding.line, encoding.told[:13]) == (2, "damaged UTF-8")


def test_letters_that_several_code_pages_explain_are_refused_with_the_candidates() -> None:
    encoding = encoding_of("name\nKučera\n".encode("cp1250"))

    assert (encoding.evidence, encoding.line) == ("doubt", 2)
    assert "'Kučera' in cp1250" in encoding.refused
    assert "'Kuèera' in cp1252" in encoding.refused


def test_a_doubtful_line_of_a_text_in_utf_8_is_marked_not_refused() -> None:
    text, encoding = decoded(f"{RUSSIAN}\n{CHINESE}\n".encode() + "Kučera".encode("cp1250"))

    assert text == f"{RUSSIAN}\n{CHINESE}\nKu\ufffdera"
    assert not encoding.refused
    assert "'Kučera' in cp1250" in encoding.told


def test_a_named_encoding_holds_for_what_is_no_utf_8() -> None:
    content = f"{RUSSIAN}\n".encode() + "Kučera".encode("cp1250")

    assert encoding_of(content, given_encoding("Windows-1250")).decode(content) == f"{RUSSIAN}\nKučera"


@pytest.mark.parametrize("name", ["cp99999", "base64", "", "a\0b"])
def test_a_name_of_no_encoding_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="no encoding is called"):
        given_encoding(name)


@given(st.binary(max_size=300))
def test_a_stream_is_read_as_the_whole(content: bytes) -> None:
    encoding = encoding_of(content)

    assert encoding.text(io.BytesIO(content)).read() == encoding.decode(content)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=100), st.sampled_from(sorted(NAMES)))
def test_what_is_utf_8_stays_what_it_is(text: str, code_page: str) -> None:
    whole = text + "\n" + "".join(NAMES[code_page])

    assert encoding_of(whole.encode(), given_encoding(code_page)).decode(whole.encode()) in (whole, whole[1:])
