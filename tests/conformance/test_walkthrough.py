"""docs/write-a-rule.md works as it stands: its rule, its commands, their output."""

from pathlib import Path

from tests.cli.conftest import Run, run

__all__ = ["run"]


def blocks(root: Path, kind: str) -> list[str]:
    text = (root / "docs/write-a-rule.md").read_text(encoding="utf-8")
    return [part.split("```")[0] for part in text.split(f"```{kind}\n")[1:]]


def test_the_rule_of_the_walkthrough_is_proved_step_by_step(run: Run, root: Path, tmp_path: Path) -> None:
    rule, more, *_ = blocks(root, "yaml")
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


def test_the_group_and_the_lexicon_of_the_walkthrough_hold(run: Run, root: Path, tmp_path: Path) -> None:
    rule, _, group, lexicon = blocks(root, "yaml")
    for name, text in (("groups/benelux", group), ("lexicons/remote-maintenance", lexicon)):
        path = tmp_path / f"my-rules/{name}.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "my-rules/hospital-maintenance.yaml").write_text(
        rule.replace("party.country: {within: eu}", "party.country: {within: benelux}"), encoding="utf-8"
    )
    assert run("rules", "test", "my-rules").returncode == 0
    (tmp_path / "my-rules/lexicons/remote-maintenance.yaml").write_text(
        lexicon.replace("within: 4", "within: 5"), encoding="utf-8"
    )
    assert "this text must not be found and is" in run("rules", "validate", "my-rules").stderr
