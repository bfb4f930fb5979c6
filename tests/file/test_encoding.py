"""How a text is encoded, with the evidence."""

import io

import pytest

from vendorscreen.file.encoding import Encoding, decoded, encoding_of, encoding_of_stream

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
        (TEXT.encode("cp1252"), Encoding("cp1252", "guess", 2)),
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
    assert encoding_of(cut) == Encoding("cp1252", "guess", 2)


def test_a_character_across_two_blocks_is_one() -> None:
    assert encoding_of_stream(io.BytesIO(b"x" * 65535 + "é".encode())).name == "utf-8"


def test_a_line_far_down_is_counted_from_the_first() -> None:
    assert encoding_of_stream(io.BytesIO(b"plain\n" * 200_000 + b"M\xfcller")).line == 200_001


def test_what_no_encoding_explains_is_replaced() -> None:
    assert decoded(b"M\xfcller \x81") == ("Müller \ufffd", Encoding("cp1252", "guess", 1))
