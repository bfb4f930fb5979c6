"""What changed between two editions of a list."""

from pathlib import Path

from tests.lists.store.stores import NAMES, curated, install
from vendorscreen.lists.store import ListStore
from vendorscreen.watchlist.changes import changes_between


def test_entries_added_removed_and_changed_are_told(tmp_path: Path, root: Path) -> None:
    older = install(tmp_path, root, NAMES, "2026-11-01").edition
    file = tmp_path / "csl-2026-11-08.csv"
    newer = install(tmp_path, root, [*NAMES[1:], "Zeta Radio"], "2026-11-08").edition
    assert file.exists()

    found = changes_between(older, newer, ListStore(tmp_path), curated(tmp_path, root), tmp_path)

    assert [one.name for one in found.added] == ["Zeta Radio"]
    assert [one.name for one in found.removed] == ["Acme Optics"]
    assert found.changed == ()


def test_an_entry_listed_otherwise_is_told_with_what_is_gone_and_new(tmp_path: Path, root: Path) -> None:
    from datetime import date

    from tests.lists.store.stores import csl_bytes
    from vendorscreen.watchlist.updating import update_list

    known = curated(tmp_path, root)
    (official,) = [one for one in known.lists if one.id == "us-csl"]
    editions = []
    for day, start in (("2026-11-01", "2019-10-09"), ("2026-11-08", "2020-06-05")):
        (tmp_path / "l.csv").write_bytes(
            csl_bytes("Acme Optics", start_date=start, alt_names="Acme One" if day[-1] == "8" else "")
        )
        editions.append(
            update_list(
                official, known, tmp_path, sources=[str(tmp_path / "l.csv")], dated=date.fromisoformat(day)
            ).edition
        )

    (change,) = changes_between(*editions, ListStore(tmp_path), known, tmp_path).changed

    assert change.gone == ("US-BIS-EL since 2019-10-09",)
    assert change.new == ("alias 'Acme One'", "US-BIS-EL since 2020-06-05")
