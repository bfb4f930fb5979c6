"""Malformed and hostile input: one clear message with its place, never another exception, never a wrong tender."""

import io
import json

import pytest

from tests.tender.eforms.notices import NAMESPACES, notice, organisation
from vendorscreen.errors import DocumentError, InputError, TenderError
from vendorscreen.tender import parse_tenders, read_tenders
from vendorscreen.tender.json_documents import MAXIMUM_JSON_BYTES
from vendorscreen.tender.tender_bounds import MOST_PARTIES

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
NOTICE = "urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"


def crowd(count: int) -> list[dict[str, str]]:
    return [{"id": str(n), "name": f"A{n}"} for n in range(count)]


MALFORMED = {
    "empty": (b"", "x: the file is empty"),
    "blank": (b" \n\t\n", "x: the file is empty"),
    "XML cut short": (notice()[:-30], "this is not XML"),
    "XML wrongly nested": (b"<a><b></a></b>", "x:1:11: this is not XML: Opening and ending tag mismatch"),
    "XML with two roots": (notice() + b"<a/>", "this is not XML: Extra content"),
    "XML of another encoding than it says": (
        b'<?xml version="1.0" encoding="UTF-8"?><TED_EXPORT>\xe9</TED_EXPORT>',
        "this is not XML",
    ),
    "XML with an unknown root": (b'<Notice xmlns="urn:x"/>', "x:1:1: Notice: unknown root of the namespace urn:x"),
    "web page": (b"<!DOCTYPE html><html><body/></html>", "document type declaration"),
    "entities that grow": (
        f"<!DOCTYPE a [{LAUGHS}]><TED_EXPORT>&l9;</TED_EXPORT>".encode(),
        "x:1:",
    ),
    "entities that grow in an attribute": (f'<!DOCTYPE a [{LAUGHS}]><TED_EXPORT A="&l9;"/>'.encode(), "x:1:"),
    "external entity": (
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><TED_EXPORT>&e;</TED_EXPORT>',
        "document type declaration",
    ),
    "external document type": (
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><TED_EXPORT/>',
        "document type declaration",
    ),
    "XML nested too deeply": (b"<a>" * 5000, "x:1:771: this is not XML: Excessive depth in document: 256"),
    "XML with an endless text": (b"<TED_EXPORT>" + b"x" * 11_000_000, "this is not XML: Resource limit exceeded"),
    "XML with an undefined prefix": (b"<cbc:ID/>", "cbc"),
    "JSON cut short": (b'{"ocid": "x", "tender": {"title": "a"', "x:1:38: this is not JSON"),
    "JSON with a comma too many": (b'{"ocid": "x",}', "x:1:14: this is not JSON"),
    "JSON with a duplicate key": (
        b'{"ocid": "x",\n "ocid": "y"}',
        "x:2:2: ocid: duplicate key, first written in line 1",
    ),
    "JSON with NaN": (b'{"title": "x", "date": NaN}', "NaN is no JSON number"),
    "JSON nested too deeply": (b'{"ocid": ' + b"[" * 100_000, "nested deeper than 64 levels"),
    "versions nested too deeply": (
        b'{"ocid": "x", "a": [{"releaseID": "1", "releaseDate": "2020", "value": 1}], "b": '
        + b"[" * 900
        + b"]" * 900
        + b"}",
        "nested deeper than 64 levels",
    ),
    "JSON with an endless number": (b'{"ocid": "x", "a": ' + b"9" * 10_000 + b"}", "this is not JSON"),
    "two documents": (b'{\n"ocid": "x", "tag": []\n}\nand more', "x:4:1: this is not JSON: Extra data"),
    "no object": (b'["a"]', "[0]: this is no notice"),
    "null": (b"null", "a tender file holds keys and values"),
    "a number": (b"1", "a tender file holds keys and values"),
    "an empty list": (b"[]", "a tender file holds keys and values"),
    "releases that are none": (b'{"releases": [true]}', "x:1:1: releases[0]: this is no notice"),
    "an unknown key": (b'{"notice": "a"}', "notice: unknown key"),
    "too many organisations": (
        json.dumps({"ocid": "x", "parties": crowd(MOST_PARTIES + 1)}).encode(),
        "x: parties: one tender may have at most 3,000 organisations, split it",
    ),
    "half a UTF-16 text": (b"\xff\xfe{\x00a", "UTF-16"),
    "an archive": (b"PK\x03\x04\x14\x00\x00\x00", "x:1:"),
    "an endless line": (b'{"ocid": "' + b"x" * MAXIMUM_JSON_BYTES + b'"}', "larger than 67,108,864 bytes"),
}


@pytest.mark.parametrize(("content", "message"), MALFORMED.values(), ids=MALFORMED)
def test_malformed_input_gives_one_message_with_its_place(content: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        list(parse_tenders(io.BytesIO(content), "x"))
    assert len(caught.value.problems) == 1
    text = str(caught.value)
    assert message in text
    assert text.startswith("x:")
    assert "\n" not in text
    assert len(text) < 400


def test_a_reason_of_every_kind_is_an_error_of_input() -> None:
    with pytest.raises(DocumentError):
        list(parse_tenders(io.BytesIO(b"<a>"), "x"))
    with pytest.raises(TenderError):
        list(parse_tenders(io.BytesIO(b"<a/>"), "x"))


def test_missing_files_and_folders_are_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("notices")
    with pytest.raises(DocumentError, match="there is no such file"):
        list(read_tenders(folder / "none.xml"))
    with pytest.raises(DocumentError, match="this is a directory"):
        list(read_tenders(folder))


def test_nothing_is_read_from_entities_or_processing_instructions() -> None:
    content = notice(organisation("A", "Acme<?x evil?><!-- no --> SA"))
    (tender,) = parse_tenders(io.BytesIO(content), "x")
    assert tender.parties.members[0].name == "Acme SA"


def test_a_huge_name_of_an_element_does_not_fill_the_message() -> None:
    with pytest.raises(InputError) as caught:
        list(parse_tenders(io.BytesIO(b"<" + b"a" * 40_000 + b"/>"), "x"))
    assert len(str(caught.value)) < 400


def test_many_attributes_and_namespaces_are_read_or_refused_at_once() -> None:
    attributes = " ".join(f'a{n}="1"' for n in range(20_000))
    content = f'<ContractNotice xmlns="{NOTICE}" {NAMESPACES} {attributes}/>'.encode()
    assert len(list(parse_tenders(io.BytesIO(content), "x"))) == 1
