"""XML is bounded before it is built."""

import pytest

from vendorscreen.errors import DocumentError
from vendorscreen.file import xml_text
from vendorscreen.file.xml_text import outer_elements


def read(chunks: list[bytes]) -> list[str]:
    return [str(element.tag) for element in outer_elements(chunks, "x.xml", ["e"])]


@pytest.mark.parametrize("inside", [b"<a/>" * 30, b"".join(b'<a b="" c=""/>' for _ in range(10))])
def test_more_tags_and_attributes_than_the_bound_are_refused(monkeypatch: pytest.MonkeyPatch, inside: bytes) -> None:
    monkeypatch.setattr(xml_text, "MOST_MARKS", 20)
    with pytest.raises(DocumentError, match=r"x\.xml: what begins before here has more than 20 tags and attributes"):
        read([b"<r><e>", inside, b"</e></r>"])


def test_the_bound_is_one_of_each_outer_element(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_text, "MOST_MARKS", 20)
    assert read([b"<r>", *([b"<e><a/></e>"] * 100), b"</r>"]) == ["e"] * 100
