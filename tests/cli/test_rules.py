"""``vendorscreen rules``."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.rule.rules import rule, write


def test_the_rules_are_listed(run: Run) -> None:
    entries = json.loads(run("rules", "list", "--format", "json").stdout)
    assert {"id", "title", "subject", "effect"} == entries[0].keys()
    assert "eu-833-5k" in run("rules", "list").stdout


def test_a_rule_is_shown_whole(run: Run) -> None:
    text = run("rules", "show", "eu-833-5k").stdout
    assert "party.single_owner_share from RU more_than 50%" in text
    assert "2022-04-09" in text


def test_an_unknown_rule_gets_the_nearest(run: Run) -> None:
    done = run("rules", "show", "eu-833-5")
    assert (done.returncode, done.stderr) == (2, "no rule has the id 'eu-833-5', did you mean 'eu-833-5k'?\n")


def test_the_rules_own_tests_are_run(run: Run) -> None:
    done = run("rules", "test")
    assert done.returncode == 0
    assert done.stdout.endswith("0 failed\n")


def test_a_failing_test_gives_exit_1_and_is_named(run: Run, tmp_path: Path) -> None:
    tests = [
        {"name": "wrong", "as_of": "2026-11-21", "facts": {"parties": [{"country": "DE"}]}, "expect": "finding"},
        {"name": "no", "as_of": "2026-11-21", "facts": {"parties": [{"country": "DE"}]}, "expect": "clear"},
    ]
    done = run("rules", "test", write(tmp_path / "rules", rule(tests=tests)))
    assert done.returncode == 1
    assert "wrong: expected finding, got clear" in done.stdout
    assert "no test fails when party.country equals FR, forced false" in done.stdout


def test_wrong_rules_do_not_validate(run: Run, tmp_path: Path) -> None:
    assert run("rules", "validate").returncode == 0
    done = run("rules", "validate", write(tmp_path / "rules", rule(effect="forbids")))
    assert done.returncode == 2
    assert "effect" in done.stderr


def test_the_facts_are_listed_with_kind_and_meaning(run: Run) -> None:
    entries = json.loads(run("rules", "facts", "--format", "json").stdout)
    assert all(entry["meaning"] for entry in entries)
    assert "operators" in run("rules", "facts").stdout


@pytest.mark.parametrize("kind", ["tender", "vendor", "rule"])
def test_the_schemas_are_printed(run: Run, kind: str) -> None:
    assert json.loads(run("rules", "schema", kind).stdout)["$schema"].startswith("https://json-schema.org/")


def test_help_has_an_example_for_every_command(run: Run) -> None:
    for command in ("list", "show", "test", "validate", "facts", "schema"):
        assert f"vendorscreen rules {command}" in run("rules", command, "--help").stdout.replace("│", "")
