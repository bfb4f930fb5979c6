"""The wheel holds all it needs: installed into a fresh environment, it checks a tender."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(__file__).parent.parent.parent
    target = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(target),
        str(root),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return next(target.glob("*.whl"))


def test_rules_watchlists_and_the_type_marker_ship(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "vendorscreen/_shipped/rules/european-union/eu-833-5k.yaml" in names
    assert "vendorscreen/_shipped/watchlists/programmes.yaml" in names
    assert "vendorscreen/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "examples/"))]


def test_the_wheel_stays_small(wheel: Path) -> None:
    assert wheel.stat().st_size <= 5_000_000


def test_the_terms_of_what_ships_go_with_it(wheel: Path) -> None:
    licences = {Path(name).name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/licenses/" in name}
    assert licences == {"LICENSE", "THIRD_PARTY.md"}


def test_the_installed_wheel_checks_a_tender(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "env"
    venv.create(home, with_pip=False, system_site_packages=False)
    site = next((home / "lib").glob("python*")) / "site-packages"
    zipfile.ZipFile(wheel).extractall(site)
    (site / "dependencies.pth").write_text(
        "\n".join(path for path in sys.path if path.endswith("site-packages")), encoding="utf-8"
    )
    tender = tmp_path / "tender.yaml"
    tender.write_text(
        "title: Cameras\nbuyer: {country: FR}\nsuppliers: [{name: Dahua Technology, country: CN}]\n", encoding="utf-8"
    )
    code = (
        "import sys; sys.path = [p for p in sys.path if not p.endswith('/src')]; sys.argv = ['vendorscreen', 'check', 'tender.yaml']\n"
        "import vendorscreen; assert 'env' in vendorscreen.__file__, vendorscreen.__file__\n"
        "from vendorscreen.cli import main; main()"
    )
    environment = {**os.environ, "VENDORSCREEN_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [str(home / "bin/python"), "-c", code], cwd=tmp_path, capture_output=True, text=True, env=environment
    )
    assert done.returncode in (0, 1, 3), done.stderr
    assert "US Entity List entry behind a party" in done.stdout
