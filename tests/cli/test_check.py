"""``vendorscreen check``: exit codes, output, and one complete message for bad input."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.rule.rules import rule, write

ROOT = Path(__file__).parent.parent.parent

TENDER = "title: Cameras\ndate: 2026-11-21\nbuyer: {country: FR}\nsuppliers: [{name: Dahua Technology, country: CN}]\n"
CLEAR = "title: Chairs\ndate: 2026-11-21\nbuyer: {country: CH, level: local}\nsuppliers: [{name: Example Stühle AG, country: CH}]\ntender: {items: [{classification: {id: '39112000'}}]}\n"


@pytest.fixture
def tender(tmp_path: Path) -> Path:
    path = tmp_path / "tender.yaml"
    path.write_text(TENDER, encoding="utf-8")
    return path


def test_an_open_question_gives_exit_3(run: Run, tender: Path) -> None:
    done = run("check", tender)
    assert (done.returncode, done.stderr) == (3, "")
    assert "US Entity List entry behind a party" in done.stdout


def test_a_finding_at_the_bar_gives_exit_1(run: Run, tender: Path) -> None:
    assert run("check", tender, "--fail-on", "signals").returncode == 1


def test_nothing_at_the_bar_gives_exit_0(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "chairs.yaml"
    path.write_text(CLEAR, encoding="utf-8")
    assert run("check", path, "--fail-on", "prohibits").returncode == 0


def test_json_is_the_documented_report(run: Run, tender: Path) -> None:
    report = json.loads(run("check", tender, "--format", "json").stdout)
    assert report["schema"] == "vendorscreen/report/1"
    assert {
        "schema", "established", "possible", "score", "as_of", "tender", "results", "matches", "findings", "score_parts",
        "unknown", "later", "lists", "provenance",
    } <= report.keys()  # fmt: skip
    assert {"rule", "title", "effect", "context", "weight", "certainty", "subject", "party", "lot", "vendor", "listings",
            "message", "remediation", "references", "evidence"} <= report["findings"][0].keys()  # fmt: skip
    assert {"party", "vendor", "relation", "basis", "similarity", "bits", "certainty", "listed_name"} <= report[
        "matches"
    ][0].keys()
    assert {"party", "lot", "role", "established", "possible"} <= report["results"][0].keys()
    assert {"fact", "question", "rules"} <= report["unknown"][0].keys()
    assert {"rule", "title", "effect", "party", "lot"} <= report["unknown"][0]["rules"][0].keys()
    assert {"id", "edition", "screened"} <= report["lists"][0].keys()
    assert {"version", "rules_digest", "watchlists_digest", "as_of", "match_threshold"} <= report["provenance"].keys()


def test_the_same_input_gives_the_same_bytes_in_every_process(run: Run, tender: Path) -> None:
    outputs = {run("check", tender, "--format", "json", PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2")}
    assert len(outputs) == 1


def test_the_as_of_date_is_the_option_then_the_tenders(run: Run, tender: Path) -> None:
    assert json.loads(run("check", tender, "--format", "json").stdout)["as_of"] == "2026-11-21"
    assert json.loads(run("check", tender, "--format", "json", "--as-of", "2018-01-01").stdout)["as_of"] == "2018-01-01"


def test_a_tender_is_read_from_stdin(run: Run) -> None:
    assert run("check", "-", stdin=TENDER).returncode == 3


def test_a_report_can_be_written_to_a_file(run: Run, tender: Path, tmp_path: Path) -> None:
    done = run("check", tender, "-o", tmp_path / "report.txt")
    assert done.stdout == ""
    assert "US Entity List" in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_a_clear_error(run: Run, tender: Path, tmp_path: Path) -> None:
    done = run("check", tender, "-o", tmp_path / "none" / "report.txt")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_colour_only_on_a_terminal(run: Run, tender: Path) -> None:
    assert "\x1b" not in run("check", tender).stdout


def test_a_name_cannot_move_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.json"
    path.write_text(
        json.dumps({"vendorscreen": 1, "title": "a\u009b31mb\u202ec", "suppliers": ["Evil\u200b \u001b]0;x"]}),
        encoding="utf-8",
    )
    done = run("check", path)
    assert not {"\x1b", "\u009b", "\u202e", "\u200b"} & set(done.stdout)
    assert not {"\x1b", "\u009b", "\u202e"} & set(run("check", path, "--format", "json").stdout)


def test_several_files_are_all_reported_and_the_worst_exit_wins(run: Run, tender: Path, tmp_path: Path) -> None:
    done = run("check", tender, tmp_path / "none.yaml", tender, "--format", "json")
    assert done.returncode == 2
    assert "there is no such file" in done.stderr
    assert len([json.loads(line) for line in done.stdout.splitlines()]) == 2


@pytest.mark.parametrize("format_", ["text", "json", "summary"])
def test_files_that_cannot_be_read_take_no_other_answers_away(
    run: Run, tender: Path, tmp_path: Path, format_: str
) -> None:
    output = tmp_path / "out"
    whole = run("check", tender, tender, "--format", format_).stdout
    done = run("check", tender, tmp_path / "none.yaml", tmp_path, tender, "--format", format_, "-o", output)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 2)
    assert output.read_text(encoding="utf-8") == whole


def test_one_report_of_several_files_is_a_line_of_json_like_the_others(run: Run, tender: Path, tmp_path: Path) -> None:
    done = run("check", tender, tmp_path / "none.yaml", "--format", "json")
    assert (done.returncode, len(done.stdout.splitlines())) == (2, 1)


def test_a_closed_standard_input_takes_no_other_answers_away(tender: Path, home: Path) -> None:
    command = f"{Path(sys.executable).parent / 'vendorscreen'} check - {tender} --format summary <&-"
    environment = {**os.environ, "VENDORSCREEN_HOME": str(home)}
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stderr) == (2, "<stdin>: there is no standard input\n")
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("misspelt.yaml", b"titel: x\n", "misspelt.yaml:1:1: titel: unknown key, did you mean 'title'?"),
        ("date.yaml", b"date: 2026-02-30\n", "date.yaml:1:7: date: '2026-02-30' is no date of the calendar"),
        ("twice.yaml", b"title: a\ntitle: b\n", "twice.yaml:2:1: title: duplicate key, first written in line 1"),
        ("bomb.yaml", b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", "is refused"),
        ("binary.yaml", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "no UTF-8 text"),
        ("empty.yaml", b"", "the file is empty"),
        ("number.json", b"1", "a tender file holds keys and values"),
        ("null.json", b"null", "a tender file holds keys and values"),
        ("list.json", b'["title"]', ""),
    ],
)
def test_bad_input_gives_exit_2_and_one_clear_message(
    run: Run, tmp_path: Path, name: str, content: bytes, wanted: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run("check", name)
    assert done.returncode == 2
    assert wanted in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_hundred_megabytes_of_nesting_are_refused_at_once(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "deep.json").open("wb") as file:
        file.write(b'{"a": ' + b"[" * 100_000_000)
    done = run("check", "deep.json")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_a_directory_and_a_missing_file_are_said_to_be_so(run: Run, tmp_path: Path) -> None:
    assert "this is a directory" in run("check", tmp_path).stderr
    assert "there is no such file" in run("check", "none.yaml").stderr


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        (
            {"condition": {"buyer.contry": {"equals": "FR"}}},
            "unknown fact 'buyer.contry', did you mean 'buyer.country'?",
        ),
        ({"tests": []}, "a rule needs at least one test"),
    ],
)
def test_a_wrong_rule_gives_exit_2(
    run: Run, tender: Path, tmp_path: Path, changes: dict[str, object], wanted: str
) -> None:
    done = run("check", tender, "--rules", write(tmp_path / "rules", rule(**changes)))
    assert done.returncode == 2
    assert wanted in done.stderr


def test_a_rule_with_an_id_of_ours_is_refused(run: Run, tender: Path, tmp_path: Path) -> None:
    done = run("check", tender, "--rules", write(tmp_path / "rules", rule(id="us-entity-list")))
    assert done.returncode == 2
    assert "rule id 'us-entity-list' is taken by" in done.stderr


def test_a_users_own_rule_counts_beside_ours(run: Run, tmp_path: Path) -> None:
    tender = tmp_path / "t.yaml"
    tender.write_text("date: 2026-11-21\nsuppliers: [{name: A Ltd, country: FR}]\n", encoding="utf-8")
    done = run("check", tender, "--rules", write(tmp_path / "rules", rule(title="Ours too")), "--format", "json")
    assert "example" in {finding["rule"] for finding in json.loads(done.stdout)["findings"]}


def test_a_listing_without_a_source_is_refused(run: Run, tender: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine" / "sector"
    folder.mkdir(parents=True)
    (folder / "acme.yaml").write_text(
        "id: acme\nname: Acme Ltd\nwhat: Invented.\nlistings:\n- {id: x, kind: context, authority: A, jurisdiction: FR,"
        " start_date: 2020-01-01, summary: S., evidence: primary, sources: []}\n",
        encoding="utf-8",
    )
    done = run("check", tender, "--watchlists", tmp_path / "mine")
    assert done.returncode == 2
    assert "a listing needs at least one source" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--as-of", ""], "--as-of: '' is not a full date"),
        (["--as-of", "2026"], "--as-of: '2026' is not a full date, write it as YYYY-MM-DD"),
        (["--fail-on", "never"], "--fail-on: 'never' is no effect"),
        (["--rate", "PLN"], "--rate: 'PLN' is no rate"),
        (["--rate", "PLN=NaN"], "--rate: 'PLN=NaN' is no rate"),
        (["--rate", "PLN=0"], "0 is no number above 0"),
        (["--rate", "PLN=0.2", "--rate", "pln=0.3"], "--rate: PLN is given twice"),
        (["--rate", "XXQ=1"], "no currency has this code"),
        (["--explain", "eu-833"], "did you mean 'eu-833-5k'?"),
        (["--format", "xml"], "xml"),
    ],
)
def test_a_wrong_argument_gives_exit_2_and_says_what_would_be_right(
    run: Run, tender: Path, arguments: list[str], wanted: str
) -> None:
    done = run("check", tender, *arguments)
    assert done.returncode == 2
    assert wanted in done.stderr
    assert "Traceback" not in done.stderr


def test_a_closed_pipe_is_no_error(run: Run, tender: Path) -> None:
    import subprocess
    import sys

    command = f"{Path(sys.executable).parent / 'vendorscreen'} check {tender} | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    assert "Traceback" not in done.stderr


def test_a_rule_is_explained_leaf_by_leaf(run: Run, tender: Path) -> None:
    text = run("check", tender, "--explain", "us-entity-list").stdout
    assert "kind equals export_control" in text
    report = json.loads(run("check", tender, "--explain", "us-entity-list", "--format", "json").stdout)
    assert {one["answer"] for one in report["explanations"]} == {"finding"}


def test_a_value_in_another_currency_needs_the_users_rate(run: Run, tmp_path: Path) -> None:
    tender = tmp_path / "t.yaml"
    tender.write_text(
        "date: 2026-11-21\nbuyer: {country: PL}\ntender: {datePublished: 2026-05-04, value: {amount: 1200000000, currency: PLN}, legalBasis: {id: 32014L0024}, lots: []}\n"
        "parties: [{id: A, name: A, roles: [tenderer]}]\n"
        "screening: {declarations: {foreignContributions: [{party: {id: A}, country: CN, amount: 5000000, currency: EUR}]}}\n",
        encoding="utf-8",
    )
    without = json.loads(run("check", tender, "--format", "json").stdout)
    with_rate = json.loads(run("check", tender, "--format", "json", "--rate", "PLN=0.23").stdout)
    assert "eu-fsr-notification" not in {finding["rule"] for finding in without["findings"]}
    assert "eu-fsr-notification" in {finding["rule"] for finding in with_rate["findings"]}


def test_a_device_is_written_and_never_replaced(run: Run) -> None:
    done = run("check", ROOT / "examples/clean-supplier.tender.yaml", "-o", "/dev/null")
    assert (done.returncode, Path("/dev/null").is_char_device()) == (3, True)


def test_a_link_stays_and_the_file_keeps_its_mode(run: Run, tmp_path: Path) -> None:
    report, link = tmp_path / "report.txt", tmp_path / "link.txt"
    report.write_text("old", encoding="utf-8")
    report.chmod(0o600)
    link.symlink_to(report)
    run("check", ROOT / "examples/clean-supplier.tender.yaml", "-o", link)
    assert link.is_symlink()
    assert "Hospital beds" in report.read_text(encoding="utf-8")
    assert report.stat().st_mode & 0o777 == 0o600


def test_links_that_lead_in_a_circle_are_told_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").symlink_to("report.txt")
    done = run("check", ROOT / "examples/clean-supplier.tender.yaml", "-o", "report.txt")
    assert done.returncode == 2
    assert done.stderr == "report.txt: cannot be written: Too many levels of symbolic links\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_output_that_cannot_be_written_is_told() -> None:
    command = [sys.executable, "-m", "vendorscreen", "check", str(ROOT / "examples/clean-supplier.tender.yaml")]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "standard output cannot be written" in done.stderr
