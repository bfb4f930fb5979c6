"""What is written twice is the same: generated pages, README, and what they say of the command."""

import subprocess
import sys
from pathlib import Path


def test_the_generated_pages_are_what_the_code_says(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "scripts/write_docs.py", "--check"], cwd=root, capture_output=True, text=True
    )
    assert done.stdout == ""


def test_the_readme_is_short_and_shows_real_output(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert len(readme.splitlines()) <= 120
    golden = (root / "examples/reports/town-cameras.2026-11-21.txt").read_text(encoding="utf-8")
    shown = readme.split("```text\n")[1].split("```")[0]
    for part in shown.split("...\n"):
        assert part.strip() in golden
