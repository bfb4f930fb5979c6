"""THIRD_PARTY.md names all that comes from others, and constraints.txt pins all that is installed."""

import re
import tomllib
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def first_cells(page: Path) -> set[str]:
    return {line.split("|")[1].strip(" `") for line in page.read_text(encoding="utf-8").splitlines() if line[:1] == "|"}


def canonical(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[=<>~ ;]", requirement)[0]).lower()


def test_every_shipped_table_is_named(root: Path) -> None:
    package = root / "src/vendorscreen"
    files = {path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    tables = {path.relative_to(package).as_posix() for path in files if path.suffix not in {".py", ".so"}} - {
        "py.typed"
    }
    assert tables - first_cells(root / "THIRD_PARTY.md") == set()


def test_every_library_of_the_package_and_its_extras_is_named(root: Path, project: dict) -> None:
    extras = project["optional-dependencies"]
    needed = [*project["dependencies"], *(one for name in extras if name != "dev" for one in extras[name])]
    libraries = {canonical(one) for one in needed} - {"vendorscreen"}
    assert libraries - first_cells(root / "THIRD_PARTY.md") == set()


def test_every_library_that_make_installs_is_pinned(root: Path, project: dict) -> None:
    extras = project["optional-dependencies"]
    needed = [*project["dependencies"], *(one for name in ("lists", "batch", "dev") for one in extras[name])]
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert {canonical(one) for one in needed} - {canonical(line) for line in lines} == {"vendorscreen"}


def test_the_pins_are_versions_of_no_place(root: Path) -> None:
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[\w.-]+==[\w.]+", line)] == []
