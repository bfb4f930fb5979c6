"""``vendorscreen check`` with notices: many in one file, stdin, summaries, and bad input among good."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.tender.eforms.notices import lot_tender, notice, organisation, tendering_party

RELEASES = [
    {
        "ocid": f"ocds-test-{n}",
        "date": "2026-11-21",
        "buyer": {"name": "Town"},
        "tender": {"id": f"T{n}", "title": f"Chairs {n}"},
    }
    for n in (1, 2, 3)
]


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "releases.jsonl"
    path.write_text("".join(json.dumps(release) + "\n" for release in RELEASES), encoding="utf-8")
    return path


@pytest.fixture
def xml(tmp_path: Path) -> Path:
    path = tmp_path / "notice.xml"
    buyer = "<cac:PartyIdentification><cbc:ID>A</cbc:ID></cac:PartyIdentification>"
    body = f"<cac:ContractingParty><cac:Party>{buyer}</cac:Party></cac:ContractingParty>"
    path.write_bytes(notice(organisation("A", "Acme SA"), body=body))
    return path


def test_a_summary_has_one_line_per_tender_of_all_files_and_stdin(run: Run, lines: Path, xml: Path) -> None:
    done = run("check", xml, lines, "-", "--format", "summary", stdin=json.dumps(RELEASES[0]))
    assert done.returncode in (0, 3)
    assert [line.split()[4] for line in done.stdout.splitlines()] == ["notice-1", "T1", "T2", "T3", "T1"]
    assert done.stderr == ""


def test_json_is_one_report_a_line_where_there_are_several(run: Run, lines: Path, xml: Path) -> None:
    several = [json.loads(line) for line in run("check", lines, "--format", "json").stdout.splitlines()]
    assert [report["tender"]["source"] for report in several] == [f"{lines}:{n}" for n in (1, 2, 3)]
    one = run("check", xml, "--format", "json").stdout
    assert len(one.splitlines()) > 1
    assert json.loads(one)["tender"]["source"] == str(xml)


def test_text_parts_reports_with_a_rule(run: Run, lines: Path) -> None:
    assert run("check", lines).stdout.count("\n" + "=" * 80 + "\n") == 2


@pytest.mark.parametrize("wanted", ["T2", "ocds-test-2"])
def test_one_tender_can_be_picked(run: Run, lines: Path, wanted: str) -> None:
    done = run("check", lines, "--tender", wanted, "--format", "summary")
    assert [line.split()[4] for line in done.stdout.splitlines()] == ["T2"]


def test_a_tender_that_is_not_there_is_told_with_the_nearest(run: Run, lines: Path) -> None:
    done = run("check", lines, "--tender", "ocds-test-4")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no tender has the id 'ocds-test-4', did you mean 'ocds-test-" in done.stderr


def test_bad_input_does_not_keep_others_from_their_report(run: Run, tmp_path: Path, lines: Path, xml: Path) -> None:
    wrong = tmp_path / "wrong.xml"
    wrong.write_text("<Notice>", encoding="utf-8")
    lines.write_text(lines.read_text(encoding="utf-8") + '{"ocid":\n', encoding="utf-8")
    done = run("check", wrong, lines, tmp_path / "none.json", xml, "--format", "summary")
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 4
    assert [line.partition(": ")[0] for line in done.stderr.splitlines()] == [
        f"{wrong}:1:9",
        f"{lines}:4:9",
        str(tmp_path / "none.json"),
    ]


def test_what_cannot_be_used_is_a_warning(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "release.json"
    path.write_text(
        json.dumps({**RELEASES[0], "parties": [{"id": "1", "name": "A", "address": {"country": "??"}}]}),
        encoding="utf-8",
    )
    done = run("check", path, "--format", "summary")
    assert done.returncode in (0, 3)
    assert done.stderr == f"warning: {path}: parties[0].address.country: '??' is no country\n"


def test_who_was_not_screened_is_told_on_stderr_and_in_the_report(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "release.json"
    path.write_text(json.dumps({**RELEASES[0], "planning": {"company": "Acme"}}), encoding="utf-8")
    message = (
        f"{path}: planning.company: an organisation ('Acme') stands at a place that is not read; it was not screened"
    )
    done = run("check", path, "--format", "json")
    assert done.stderr == f"warning: {message}\n"
    assert json.loads(done.stdout)["tender"]["warnings"] == [message]
    assert "Could not be read" in run("check", path).stdout


def test_warnings_that_are_not_shown_are_counted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "releases.jsonl"
    path.write_text(f"{json.dumps({**RELEASES[0], 'planning': {'company': 'Acme'}})}\n" * 25, encoding="utf-8")
    lines = run("check", path, "--format", "summary").stderr.splitlines()
    assert (len(lines), lines[-1]) == (21, f"warning: {path}: 5 more warnings, each in the report on its tender")


def test_an_output_file_is_whole_or_not_there(run: Run, tmp_path: Path, lines: Path) -> None:
    output = tmp_path / "report.txt"
    assert run("check", tmp_path / "none.json", "-o", output).returncode == 2
    assert not output.exists()
    run("check", lines, "--format", "summary", "-o", output)
    assert len(output.read_text(encoding="utf-8").splitlines()) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["releases.jsonl", "report.txt"]


def test_evidence_points_into_the_notice(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notice.xml"
    buyer = "<cac:PartyIdentification><cbc:ID>B</cbc:ID></cac:PartyIdentification>"
    path.write_bytes(
        notice(
            organisation("B", "Ville", "FRA") + organisation("A", "OOO Primer", "RUS"),
            lot_tender("TEN-1", "TPA-1") + tendering_party("TPA-1", "A"),
            body=f"<cac:ContractingParty><cac:Party>{buyer}</cac:Party></cac:ContractingParty>",
        )
    )
    report = json.loads(run("check", path, "--format", "json").stdout)
    places = {evidence["place"] for finding in report["findings"] for evidence in finding["evidence"]}
    extension = "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension"
    assert f"{path}#/ContractAwardNotice/{extension}/efac:Organizations/efac:Organization[2]" in places
    assert f"{path}#/ContractAwardNotice/cac:ContractingParty" in places
