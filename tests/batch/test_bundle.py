"""A screener in a folder: what it says does not change on the way."""

import shutil
from pathlib import Path

import pyarrow as pa
import pytest

from tests.batch.conftest import OPTIONS
from vendorscreen.batch import ScreenerSource, open_bundle, screen_batches, write_bundle
from vendorscreen.errors import UsageError
from vendorscreen.screening import Screener


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundles") / "bundle"
    write_bundle(ScreenerSource(), folder)
    return folder


def test_a_screener_from_a_bundle_says_what_the_original_says(bundle: Path) -> None:
    original, opened = Screener.of(ScreenerSource(), joint=True), open_bundle(bundle)
    names = [name.text for vendor in list(original.watchlist.vendors.values())[:60] for name in vendor.names]
    batch = pa.RecordBatch.from_pydict({"name": names, "country": ["CN"] * len(names)})

    ours, theirs = (pa.Table.from_batches(screen_batches(iter([batch]), one, OPTIONS)) for one in (original, opened))

    assert ours.equals(theirs)
    assert original.watchlist.digest == opened.watchlist.digest
    assert original.rules.digest == opened.rules.digest


def test_a_bundle_is_not_written_over(bundle: Path) -> None:
    with pytest.raises(UsageError, match="bundle: cannot be written: File exists"):
        write_bundle(ScreenerSource(), bundle)


def test_a_bundle_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")

    with pytest.raises(UsageError, match="bundle: cannot be written"):
        write_bundle(ScreenerSource(), tmp_path / "taken" / "bundle")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_folder_that_is_no_bundle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no bundle that can be used here"):
        open_bundle(tmp_path)


@pytest.mark.parametrize("name", ["contents", "curated/records", "curated/names"])
def test_a_damaged_bundle_is_refused(name: str, tmp_path: Path) -> None:
    write_bundle(ScreenerSource(), tmp_path / "bundle")
    path = tmp_path / "bundle" / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    with pytest.raises(UsageError, match="no bundle that can be used here"):
        open_bundle(tmp_path / "bundle")


def test_a_bundle_without_its_rules_is_refused(tmp_path: Path) -> None:
    write_bundle(ScreenerSource(), tmp_path / "bundle")
    shutil.rmtree(tmp_path / "bundle" / "rules")

    with pytest.raises(UsageError, match="no bundle that can be used here"):
        open_bundle(tmp_path / "bundle")


def test_other_rules_in_a_bundle_are_refused(tmp_path: Path) -> None:
    write_bundle(ScreenerSource(), tmp_path / "bundle")
    next((tmp_path / "bundle" / "rules").rglob("us-entity-list.yaml")).unlink()

    with pytest.raises(UsageError, match="the rules are not those the bundle was written with"):
        open_bundle(tmp_path / "bundle")
