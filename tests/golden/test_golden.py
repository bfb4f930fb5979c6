"""The reports on the examples, whole, as they stand in examples/reports.

``pytest tests/golden --update-golden`` writes them again; read the difference before you keep it.
"""

import re

import pytest

from tests.golden.conftest import ROOT, Check
from tests.golden.examples import EXAMPLES
from vendorscreen.report import render_text


def scrubbed(text: str) -> str:
    """Return a JSON report without the digests and version, which change with every edit of any file."""
    text = re.sub(r'"(rules_digest|watchlists_digest)": "[0-9a-f]{64}"', r'"\1": "…"', text)
    return re.sub(r'"version": "[^"]+"', '"version": "…"', text)


@pytest.mark.parametrize(("name", "as_of"), EXAMPLES)
@pytest.mark.parametrize("kind", ["txt", "json"])
def test_the_report_is_the_one_kept(
    check: Check, name: str, as_of: str, kind: str, request: pytest.FixtureRequest
) -> None:
    report = check(name, as_of)
    text = render_text(report) if kind == "txt" else scrubbed(report.to_json())
    path = ROOT / f"examples/reports/{name}.{as_of}.{kind}"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("name", "as_of"), EXAMPLES)
def test_the_text_fits_80_columns_save_for_addresses_and_ids(check: Check, name: str, as_of: str) -> None:
    lines = render_text(check(name, as_of)).splitlines()
    assert [line for line in lines if len(line) > 80 and " " in line.strip() and "[" not in line] == []


def test_every_example_is_checked_and_every_golden_file_belongs_to_one() -> None:
    tenders = {path.name.removesuffix(".tender.yaml") for path in (ROOT / "examples").glob("*.tender.yaml")}
    assert tenders == {name for name, _ in EXAMPLES}
    golden = {path.name for path in (ROOT / "examples/reports").iterdir()}
    assert golden == {f"{name}.{as_of}.{kind}" for name, as_of in EXAMPLES for kind in ("txt", "json")}
