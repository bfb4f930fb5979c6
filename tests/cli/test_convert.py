"""``vendorscreen convert``: a notice in, a native tender file out that checks the same."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.tender.eforms.notices import notice, organisation
from vendorscreen.tender import read_tender


@pytest.fixture
def xml(tmp_path: Path) -> Path:
    path = tmp_path / "notice.xml"
    buyer = "<cac:PartyIdentification><cbc:ID>A</cbc:ID></cac:PartyIdentification>"
    body = f"<cac:ContractingParty><cac:Party>{buyer}</cac:Party></cac:ContractingParty>"
    path.write_bytes(notice(organisation("A", "Acme SA"), body=body))
    return path


def test_a_notice_becomes_a_tender_file(run: Run, tmp_path: Path, xml: Path) -> None:
    output = tmp_path / "tender.yaml"
    done = run("convert", xml, "-o", output)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [party.name for party in read_tender(output).parties] == ["Acme SA"]
    assert output.read_text(encoding="utf-8").startswith(f"# Converted from {xml}.")


def test_the_converted_file_checks_like_the_notice(run: Run, tmp_path: Path, xml: Path) -> None:
    run("convert", xml, "-o", tmp_path / "tender.yaml")
    lines = [run("check", path, "--format", "summary").stdout for path in (xml, tmp_path / "tender.yaml")]
    assert lines[0] == lines[1]


def test_without_output_the_file_goes_to_stdout(run: Run) -> None:
    done = run("convert", "-", stdin='{"ocid": "x", "tender": {"title": "Chairs"}}')
    assert done.returncode == 0
    assert "title: Chairs" in done.stdout


def test_of_several_tenders_one_must_be_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text("".join(json.dumps({"ocid": "x", "tender": {"id": id_}}) + "\n" for id_ in "ab"), encoding="utf-8")
    done = run("convert", path)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        f"several tenders fit, name one with --tender by its id, ocid or place: '{path}:1', '{path}:2'" in done.stderr
    )
    assert run("convert", path, "--tender", "x").returncode == 2
    for wanted in ("b", f"{path}:2"):
        assert "tender: {id: b}\n" in run("convert", path, "--tender", wanted).stdout


def test_bad_input_is_told_and_nothing_written(run: Run, tmp_path: Path) -> None:
    done = run("convert", tmp_path / "none.xml", "-o", tmp_path / "tender.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{tmp_path / 'none.xml'}: there is no such file\n"
    assert not (tmp_path / "tender.yaml").exists()
