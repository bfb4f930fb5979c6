"""Files of lists: what is refused before a reader sees it."""

import gzip

import pytest

from vendorscreen.errors import ListError
from vendorscreen.lists.readers import list_file
from vendorscreen.lists.readers.list_file import ListFile


@pytest.mark.parametrize("content", [b"", b"\n", b" \r\n\x00", b"\x1a"])
def test_an_empty_file_is_an_error_and_not_an_empty_list(content: bytes) -> None:
    with pytest.raises(ListError, match="the file is empty"):
        ListFile.of("sdn.csv", content)


@pytest.mark.parametrize(
    "content", [b"<!DOCTYPE html><html>", b"\n <html lang='en'>", b"\xef\xbb\xbf<!doctype HTML>", b"<!-- x --><HTML>"]
)
def test_a_web_page_is_called_one(content: bytes) -> None:
    with pytest.raises(ListError, match="web page"):
        ListFile.of("list.csv", content)


def test_gzip_is_unpacked() -> None:
    assert ListFile.of("a.csv.gz", gzip.compress(b"a,b\n")).content == b"a,b\n"


def test_gzip_that_is_cut_is_refused() -> None:
    with pytest.raises(ListError, match="cut off"):
        ListFile.of("a.csv.gz", gzip.compress(b"a,b\n" * 1000)[:-20])


def test_a_gzip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_file, "MAXIMUM_BYTES", 1000)

    with pytest.raises(ListError, match="larger than 1,000 bytes"):
        ListFile.of("bomb.gz", gzip.compress(b"0" * 100_000))


@pytest.mark.parametrize(
    ("content", "form"),
    [(b"a,b\n", "csv"), (b' {"a": 1}', "json"), (b"\xef\xbb\xbf<?xml ?><a/>", "xml"), (b"PK\x03\x04...", "xlsx")],
)
def test_the_form_is_told_by_the_content_and_not_by_the_name(content: bytes, form: str) -> None:
    assert ListFile.of("list", content).form == form


def test_text_in_another_encoding_is_read_as_windows_text() -> None:
    assert ListFile.of("a.csv", "Xi’an".encode("cp1252")).text() == "Xi’an"
    assert ListFile.of("a.csv", "Xi’an".encode("utf-8-sig")).text() == "Xi’an"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ListError, match="line 1: no UTF-8"):
        ListFile.of("a.csv", b"a\x81\x8d\xff").text()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"a": 1', "list.json: line 1: this is not JSON"),
        (b'{"a":\n"\xdf"}', "list.json: line 2: this is not JSON: it is no UTF-8 text"),
        (b"[" * 100_000, "list.json: line 1: nested deeper than 64 levels"),
        (b'{"a": [{"b": 1,\n"b": 2}]}', "line 2: a.0..b: duplicate key, first written in line 1"),
    ],
)
def test_what_is_not_json_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(ListError, match=reason):
        ListFile("list.json", content).json()
