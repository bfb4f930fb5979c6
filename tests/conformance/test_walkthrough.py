"""docs/write-a-rule.md works as it stands: its rule, its commands, their output."""

from pathlib import Path

from tests.cli.conftest import Run, run

__all__ = ["run"]


def blocks(root: Path, kind: str) -> list[str]:
    text = (root / "docs/write-a-rule.md").read_text(encoding="utf-8")
    return [part.split("```")[0] for part in text.split(f"```{kind}\n")[1:]]


def test_the_rule_of_the_walkthrough_is_proved_step_by_step(run: Run, root: Path, tmp_path: Path) -> None:
    rule, more = blocks(root, "yaml")
    first, _, mistake = blocks(root, "console")
    path = tmp_path / "my-rules/hospital-maintenance.yaml"
    path.parent.mkdir()
    path.write_text(rule, encoding="utf-8")
    shown = first.splitlines()[1:]
    assert run("rules", "test", "my-rules").stdout.splitlines()[:-1] == shown
    path.write_text(rule + more, encoding="utf-8")
    assert len(run("rules", "test", "my-rules").stdout.splitlines()) == 1
    path.write_text(rule.replace("site.kind: {", "site.kin: {"), encoding="utf-8")
    assert run("rules", "validate", "my-rules").stderr.splitlines() == mistake.splitlines()[1:]
