"""What is written twice is the same: generated pages, README, and what they say of the command."""

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest


def test_the_generated_pages_are_what_the_code_says(root: Path) -> None:
    pins = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    other = [name for name in ("typer", "rich", "pydantic") if f"{name}=={version(name)}" not in pins]
    if other:
        pytest.skip(f"pages are written with the pinned versions, here are others of {', '.join(other)}")
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


def test_every_decision_is_in_the_index(root: Path) -> None:
    folder = root / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in folder.glob("0*.md") if f"({page.name})" not in index] == []


def test_the_links_of_the_pages_lead_somewhere(root: Path) -> None:
    pages = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]
    links = [
        (page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    ]
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []
