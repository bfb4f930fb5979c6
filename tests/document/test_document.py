"""Files that cannot be read as one document, each answered with one clear message."""

import json
from pathlib import Path

import pytest

from vendorscreen.document import MAXIMUM_BYTES, parse_document, read_document
from vendorscreen.document.document import MAXIMUM_YAML_BYTES
from vendorscreen.document.yaml_text import MOST_VALUES
from vendorscreen.errors import DocumentError


def message(path: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    return str(caught.value)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert message(tmp_path / "none.yaml") == f"{tmp_path}/none.yaml: there is no such file"


def test_a_text_that_is_no_utf_8_after_its_mark_is_refused_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "marked.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\nc: \xff\n")
    assert message(path) == f"{path}:2:1: this is no UTF-8 text, save the file as UTF-8"


def test_a_directory_is_said_to_be_one(tmp_path: Path) -> None:
    assert "this is a directory" in message(tmp_path)


@pytest.mark.parametrize("content", [b"", b"   \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.yaml"
    path.write_bytes(content)
    assert message(path).endswith("the file is empty")


def test_a_binary_file_is_said_to_be_no_text(tmp_path: Path) -> None:
    path = tmp_path / "binary.yaml"
    path.write_bytes(bytes(range(256)) * 10)
    assert "no UTF-8 text" in message(path)


def test_a_text_with_nulls_is_said_to_be_no_text(tmp_path: Path) -> None:
    path = tmp_path / "nulls.yaml"
    path.write_bytes(b"title: a\nb: x\x00y\n")
    assert message(path) == f"{path}:2:5: this is no text: it holds the control character U+0000"


def test_a_file_beyond_the_bound_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.seek(MAXIMUM_BYTES + 10)
        file.write(b"x")
    assert "larger than" in message(path)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert parse_document("\ufefftitle: Été".encode(), "x").value == {"title": "Été"}


def test_a_path_that_no_system_takes_is_a_problem_too() -> None:
    assert "cannot be read" in message(Path("a\0b"))


def test_yaml_of_more_megabytes_than_anybody_writes_is_not_read() -> None:
    with pytest.raises(DocumentError, match=r"x: the file is larger than 5,242,880 bytes of YAML"):
        parse_document(b"title: T\n#" + b"x" * MAXIMUM_YAML_BYTES, "x")


@pytest.mark.parametrize("text", ["a: [{}]", '{{"a": [{}]}}'])
def test_more_values_than_any_real_document_has_are_refused(text: str) -> None:
    with pytest.raises(DocumentError, match=r"more than 300,000 values, which is more than is read"):
        parse_document(text.format("1," * MOST_VALUES + "1").encode(), "x")


def test_commas_in_texts_are_no_values() -> None:
    text = json.dumps({"a": '",[{\\' * MOST_VALUES})
    assert parse_document(text.encode(), "x").value == json.loads(text)
