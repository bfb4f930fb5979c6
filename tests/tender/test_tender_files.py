"""Files of any kind, told apart by their content; many tenders in one file; encodings; JSON Lines."""

import io
import json

import pytest

from tests.tender.eforms.notices import notice, organisation
from tests.tender.ted.exports import award, contractor, export
from vendorscreen.errors import InputError, TenderError
from vendorscreen.tender import Tender, parse_tender, parse_tenders, read_tender, read_tenders

RELEASE = '{"ocid": "x", "tender": {"title": "Überwachung"}}'


def titles(content: bytes) -> tuple[list[str | None], list[str]]:
    refused: list[InputError] = []
    tenders = list(parse_tenders(io.BytesIO(content), "x", refused=refused.append))
    return [tender.title for tender in tenders], [str(error) for error in refused]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "iso-8859-1", "cp1252"]
)
def test_json_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert titles(RELEASE.encode(encoding)) == (["Überwachung"], [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_xml_is_read_in_the_encoding_it_declares(encoding: str) -> None:
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    text = notice(organisation("A", "Überwachung")).decode().replace('encoding="UTF-8"', f'encoding="{name}"')
    (tender,) = parse_tenders(io.BytesIO(text.encode(encoding)), "x")
    assert tender.parties.members[0].name == "Überwachung"


def test_a_text_in_latin_1_is_read_with_a_warning() -> None:
    (tender,) = parse_tenders(io.BytesIO(RELEASE.encode("iso-8859-1")), "x")
    assert [str(warning) for warning in tender.warnings] == [
        "x:1:1: no UTF-8; such text is read as cp1252, for words such as 'Überwachung'"
    ]


def test_white_space_before_anything_is_accepted() -> None:
    assert titles(b" \r\n\n" + RELEASE.encode()) == (["Überwachung"], [])
    assert len(list(parse_tenders(io.BytesIO(b"\n\n " + notice()), "x"))) == 1


def test_the_name_of_a_file_does_not_matter(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("notices") / "tender.yaml"
    path.write_bytes(notice(organisation("A")))
    assert read_tender(path).parties.members[0].id == "A"
    path.write_text("title: Native\n")
    assert read_tender(str(path)).title == "Native"


def test_a_native_file_may_be_json_too() -> None:
    native = '{"vendorscreen": 1, "ocid": "x", "suppliers": ["Acme"]}'
    assert parse_tender(native.encode(), "x").parties.members[0].roles == ("tenderer",)
    assert titles(f"{native}\n{RELEASE}\n".encode()) == ([None, "Überwachung"], [])


def test_a_flow_mapping_of_yaml_is_not_taken_for_json() -> None:
    assert parse_tender(b"{title: Cameras, buyer: {country: FR}}", "x").title == "Cameras"


def test_several_tenders_in_a_file_are_several_tenders() -> None:
    with pytest.raises(TenderError, match="this holds several tenders"):
        parse_tender(f"{RELEASE}\n{RELEASE}\n".encode(), "x")


def test_each_line_of_json_lines_has_its_place() -> None:
    tenders = list(parse_tenders(io.BytesIO(f"\n{RELEASE}\n\n{RELEASE}\n".encode()), "x.jsonl"))
    assert [tender.source for tender in tenders] == ["x.jsonl:2", "x.jsonl:4"]
    assert tenders[1].locate(("tender", "title")) == "x.jsonl:4#/tender/title"


def test_a_wrong_line_does_not_hide_the_others() -> None:
    lines = [RELEASE, '{"ocid": "x",}', "null", RELEASE, '{"a": 1, "a": 2}']
    read, refused = titles("\n".join(lines).encode())
    assert read == ["Überwachung", "Überwachung"]
    assert [message.split(" ", 1)[0] for message in refused] == ["x:2:14:", "x:3:1:", "x:5:10:"]


def test_a_wrong_first_line_does_not_hide_the_others() -> None:
    read, refused = titles(f'{{"ocid": "x",}}\n{RELEASE}\n'.encode())
    assert (read, len(refused)) == (["Überwachung"], 1)


def test_without_somebody_to_tell_the_first_error_is_raised() -> None:
    tenders = parse_tenders(io.BytesIO(f"{RELEASE}\nnull\n{RELEASE}\n".encode()), "x")
    assert next(tenders).title == "Überwachung"
    with pytest.raises(InputError, match="x:2:1"):
        next(tenders)


def test_a_document_over_many_lines_is_one_document() -> None:
    text = json.dumps({"releases": [json.loads(RELEASE)] * 2}, indent=2)
    assert titles(text.encode())[0] == ["Überwachung"] * 2
    assert titles(b"[\n" + RELEASE.encode() + b",\n" + RELEASE.encode() + b"\n]")[0] == ["Überwachung"] * 2


def test_many_notices_in_one_xml_are_read_one_by_one() -> None:
    parts = [notice(organisation("A")), export(award(contractor("Acme"))), notice(organisation("B"))]
    inner = b"".join(part.partition(b"?>")[2] for part in parts)
    tenders = list(parse_tenders(io.BytesIO(b"<notices><day>" + inner + b"</day></notices>"), "x"))
    assert [tender.parties.members[0].id for tender in tenders] == ["A", "party-1", "B"]
    assert [tender.locate(()) for tender in tenders] == [
        "x#/notices/day/ContractAwardNotice[1]",
        "x#/notices/day/TED_EXPORT[2]",
        "x#/notices/day/ContractAwardNotice[3]",
    ]


class Counting(io.RawIOBase):
    """An endless file of JSON Lines that counts what is read of it."""

    def __init__(self, line: bytes) -> None:
        self.line, self.read_bytes = line, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        start = self.read_bytes % len(self.line)
        self.read_bytes += size
        return (self.line * (size // len(self.line) + 2))[start : start + size]


def test_json_lines_are_read_as_they_come() -> None:
    stream = Counting(f"{RELEASE}\n".encode())
    tenders = parse_tenders(stream, "x", refused=lambda _: None)  # type: ignore[arg-type]
    assert [next(tenders).title is not None for _ in range(100)] == [True] * 100
    assert stream.read_bytes < 1_000_000


def test_progress_is_told_in_bytes() -> None:
    for content in (notice(organisation("A")), f"{RELEASE}\n{RELEASE}\n".encode(), b"title: Native\n"):
        steps: list[int] = []
        list(parse_tenders(io.BytesIO(content), "x", progress=steps.append))
        assert sum(steps) == len(content)


def test_a_stream_stays_open() -> None:
    stream = io.BytesIO(RELEASE.encode())
    assert len(list(parse_tenders(stream, "x"))) == 1
    assert not stream.closed


def test_files_are_read_like_streams(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("notices") / "r.jsonl"
    path.write_text(f"{RELEASE}\n{RELEASE}\n", encoding="utf-8")
    tenders: list[Tender] = list(read_tenders(path))
    assert [tender.source for tender in tenders] == [f"{path}:1", f"{path}:2"]
