"""The flow is the folder tree: the import contract holds."""

import subprocess
import sys
from pathlib import Path


def test_every_import_follows_the_contract(root: Path) -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"], cwd=root, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, vendorscreen; print([m for m in ('pydantic', 'rapidfuzz', 'lxml', 'httpx', 'pyarrow') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_every_public_name_can_be_imported() -> None:
    import vendorscreen

    assert all(getattr(vendorscreen, name) is not None for name in vendorscreen.__all__)
