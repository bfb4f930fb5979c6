"""The store: editions whole or not at all, the newest good one counts, older ones stay."""

import json
import shutil
import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.lists.store.stores import NAMES, csl_bytes, curated, install
from vendorscreen.errors import ListError, UsageError
from vendorscreen.lists.store import Edition, ListStore
from vendorscreen.lists.store.sealing import sealed_json
from vendorscreen.watchlist import installed_watchlist
from vendorscreen.watchlist.updating import update_list


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def names_of(home: Path, root: Path, **editions: str) -> set[str]:
    known = installed_watchlist(root / "watchlists", home=home, editions=editions)
    return {known.vendors[one].name for one in known.vendors if one.startswith("us-csl:")}


def test_an_edition_is_kept_with_all_that_is_known_about_it(home, root) -> None:
    edition = install(home, root, NAMES, "2026-11-01").edition
    manifest = edition.manifest

    assert edition.id.startswith("2026-11-01-")
    assert (manifest.list, manifest.edition, manifest.printed) == ("us-csl", date(2026, 11, 1), False)
    assert (manifest.read, manifest.kept, manifest.entries, manifest.sources) == (5, 5, 5, {"EL": 5})
    assert manifest.files[0].source == "csl-2026-11-01.csv"
    assert [(file.name, file.content) for file in edition.files()] == [("csl-2026-11-01.csv", csl_bytes(*NAMES))]


def test_the_newest_edition_counts_and_an_older_one_can_be_named(home, root) -> None:
    install(home, root, [*NAMES, "Newest Acme"], "2026-11-08")
    install(home, root, NAMES, "2026-11-01")

    assert "Newest Acme" in names_of(home, root)
    assert "Newest Acme" not in names_of(home, root, **{"us-csl": "2026-11-01"})


def test_an_edition_that_is_not_there_is_said_with_those_that_are(home, root) -> None:
    install(home, root, NAMES, "2026-11-01")

    with pytest.raises(ListError, match=r"no edition '2020-01-01' is installed \(installed: 2026-11-01-"):
        installed_watchlist(root / "watchlists", home=home, editions={"us-csl": "2020-01-01"})


def test_the_same_file_again_is_no_new_edition(home, root) -> None:
    first = install(home, root, NAMES, "2026-11-01")
    second = install(home, root, NAMES, "2026-11-09")

    assert (first.new, second.new) == (True, False)
    assert second.edition.manifest.confirmed is None
    assert [one.id for one in ListStore(home).editions("us-csl")] == [first.edition.id]


def test_an_edition_that_has_shrunk_is_refused_and_the_former_stays(home, root) -> None:
    many = [f"Acme {number}" for number in range(30)]
    install(home, root, many, "2026-11-01")

    with pytest.raises(ListError, match="23 entries, the edition of 2026-11-01 has 30"):
        install(home, root, many[:23], "2026-11-08")
    assert len(names_of(home, root)) == 30


def test_a_merged_list_that_loses_one_of_its_sources_is_refused(home, root) -> None:
    known = curated(home, root)
    (official,) = [one for one in known.lists if one.id == "us-csl"]
    rows = csl_bytes(*[f"Acme {number}" for number in range(200)])
    denied = csl_bytes(*[f"Beta {number}" for number in range(25)], source="Denied Persons List (DPL) - Bureau")
    both, one = home / "both.csv", home / "one.csv"
    home.mkdir(exist_ok=True)
    both.write_bytes(rows + b"".join(denied.splitlines(keepends=True)[1:]))
    one.write_bytes(rows)
    update_list(official, known, home, sources=[str(both)], dated=date(2026, 11, 1))

    with pytest.raises(ListError, match="0 rows of DPL, the edition of 2026-11-01 has 25"):
        update_list(official, known, home, sources=[str(one)], dated=date(2026, 11, 2))


def test_a_smaller_edition_is_taken_where_the_user_says_so(home, root) -> None:
    install(home, root, NAMES, "2026-11-01")

    assert install(home, root, NAMES[:1], "2026-11-08", accept_smaller=True).new


def test_an_older_edition_may_be_smaller_than_a_newer_one(home, root) -> None:
    install(home, root, NAMES, "2026-11-08")

    assert install(home, root, NAMES[:1], "2022-04-21").new


def test_an_entry_without_a_date_is_unknown_before_the_first_edition_that_held_it(home, root) -> None:
    install(home, root, NAMES, "2026-11-08")
    install(home, root, NAMES[:4], "2022-04-21")
    known = installed_watchlist(root / "watchlists", home=home)
    found = {known.vendors[one].name: known.vendors[one].listings[0] for one in known.vendors if one[:7] == "us-csl:"}

    assert found["Acme Optics"].first_edition == date(2022, 4, 21)
    assert found["Acme Optics"].active(date(2022, 4, 20)) is None
    assert found["Acme Optics"].active(date(2022, 4, 21)) is True
    assert found["Epsilon Chips"].first_edition == date(2026, 11, 8)


def test_removing_the_first_edition_does_not_forget_when_an_entry_was_first_seen(home, root) -> None:
    install(home, root, NAMES, "2022-04-21")
    install(home, root, [*NAMES, "New"], "2026-11-08")
    ListStore(home).remove("us-csl", "2022-04-21")

    known = installed_watchlist(root / "watchlists", home=home)
    listings = [known.vendors[one].listings[0] for one in known.vendors if known.vendors[one].name == "Acme Optics"]

    assert listings[0].first_edition == date(2022, 4, 21)


def test_a_damaged_newest_edition_lets_the_one_before_count(home, root) -> None:
    install(home, root, NAMES, "2026-11-01")
    newest = install(home, root, [*NAMES, "Newest Acme"], "2026-11-08").edition
    (newest.folder / "files" / "0-csl-2026-11-08.csv").write_bytes(b"damaged")
    for compiled in (home / "compiled" / "us-csl").iterdir():
        (compiled / "records").write_bytes(b"damaged")

    assert names_of(home, root) == set(NAMES)


def test_a_manifest_that_cannot_be_read_is_told_and_the_edition_before_counts(home, root) -> None:
    install(home, root, NAMES, "2026-11-01")
    newest = install(home, root, [*NAMES, "Newest Acme"], "2026-11-08").edition
    (newest.folder / "manifest.json").write_text("{")

    assert names_of(home, root) == set(NAMES)
    assert ListStore(home).damaged("us-csl") == [newest.id]


def test_a_damaged_edition_is_replaced_by_installing_it_again(home, root) -> None:
    edition = install(home, root, NAMES, "2026-11-01").edition
    (edition.folder / "files" / "0-csl-2026-11-01.csv").write_bytes(b"damaged")

    assert install(home, root, NAMES, "2026-11-01").new
    assert [(file.name, file.content) for file in edition.files()] == [("csl-2026-11-01.csv", csl_bytes(*NAMES))]


def test_removing_a_list_leaves_nothing_of_it(home, root) -> None:
    install(home, root, NAMES, "2026-11-01")
    store = ListStore(home)

    assert len(store.remove("us-csl")) == 1
    assert store.installed() == {}
    with pytest.raises(ListError, match="no edition is installed"):
        store.remove("us-csl")


def test_what_a_killed_writer_left_is_swept_away_by_the_next(home, root) -> None:
    left = home / "lists" / "us-csl" / ".unfinished-abc"
    left.mkdir(parents=True)
    (left / "manifest.json").write_text("{}")

    install(home, root, NAMES, "2026-11-01")

    assert not left.exists()
    assert len(ListStore(home).editions("us-csl")) == 1


def test_a_home_that_cannot_be_written_is_said(root, tmp_path) -> None:
    home = tmp_path / "file"
    home.write_text("not a folder")

    with pytest.raises((ListError, UsageError), match="cannot be"):
        install(home / "home", root, NAMES, "2026-11-01") if (home / "home").parent.is_dir() else ListStore(
            home
        ).remove("us-csl")


@pytest.mark.parametrize("name", ["manifest.json", "first-seen.json", "skipped.json", "files/0-csl-2026-11-01.csv"])
def test_a_byte_changed_in_any_file_of_an_edition_is_told(home, root, name) -> None:
    edition = install(home, root, NAMES, "2026-11-01").edition
    path = edition.folder / name
    content = path.read_bytes()
    for place in range(0, len(content), 7):
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])

        with pytest.raises(ListError, match="damaged"):
            raise ListError(Edition.open(edition.folder).damage())


def test_an_edition_of_an_earlier_version_has_no_seal_and_is_read(home, root) -> None:
    edition = install(home, root, NAMES, "2026-11-01").edition
    manifest = json.loads((edition.folder / "manifest.json").read_bytes())
    del manifest["seal"], manifest["beside"]
    (edition.folder / "manifest.json").write_text(json.dumps(manifest, indent=1))
    (edition.folder / "first-seen.json").unlink()

    opened = Edition.open(edition.folder)

    assert opened.manifest == replace(edition.manifest, beside={})
    assert (opened.damage(), opened.first_seen()) == (None, {})


def test_a_manifest_of_another_edition_is_damage(home, root) -> None:
    first = install(home, root, NAMES, "2026-11-01").edition
    second = install(home, root, [*NAMES, "Newest Acme"], "2026-11-08").edition
    (second.folder / "manifest.json").write_bytes((first.folder / "manifest.json").read_bytes())

    assert ListStore(home).damaged("us-csl") == [second.id]


def test_a_damaged_only_edition_is_told_by_whoever_screens(home, root) -> None:
    edition = install(home, root, NAMES, "2026-11-01").edition
    (edition.folder / "manifest.json").write_text("{")

    with pytest.raises(ListError, match=r"us-csl: no edition can be read .* install it again"):
        installed_watchlist(root / "watchlists", home=home)
    assert install(home, root, NAMES, "2026-11-01").new
    assert names_of(home, root) == set(NAMES)


def test_a_damaged_edition_can_be_removed(home, root) -> None:
    install(home, root, NAMES, "2026-11-01")
    newest = install(home, root, [*NAMES, "Newest Acme"], "2026-11-08").edition
    (newest.folder / "manifest.json").write_text("{")

    assert ListStore(home).remove("us-csl", newest.id) == [newest.id]
    assert ListStore(home).damaged("us-csl") == []


def test_a_record_of_first_editions_that_is_damaged_is_not_passed_over(home, root) -> None:
    first = install(home, root, NAMES, "2026-11-01").edition
    (first.folder / "first-seen.json").write_text("{}")
    shutil.rmtree(home / "compiled" / "us-csl")

    with pytest.raises(ListError, match=r"first-seen\.json is damaged"):
        installed_watchlist(root / "watchlists", home=home)


def test_a_link_that_leads_nowhere_is_no_empty_store(tmp_path) -> None:
    (tmp_path / "home").symlink_to(tmp_path / "disk" / "not" / "mounted")

    with pytest.raises(ListError, match="this link leads nowhere"):
        ListStore(tmp_path / "home").ids()


def test_a_store_that_is_not_there_yet_is_empty_behind_a_link_too(tmp_path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "home").symlink_to(tmp_path / "real")

    assert ListStore(tmp_path / "home").ids() == []


def test_a_home_that_is_a_file_is_said(root, tmp_path) -> None:
    (tmp_path / "home").write_text("not a folder")

    with pytest.raises(ListError, match="the lists cannot be read: Not a directory"):
        installed_watchlist(root / "watchlists", home=tmp_path / "home")


def test_an_edition_named_or_printed_for_the_future_is_refused(home, root) -> None:
    ahead = datetime.now(UTC).date() + timedelta(days=2)
    with pytest.raises(UsageError, match=f"--dated: {ahead} is in the future"):
        install(home, root, NAMES, str(ahead))
    with pytest.raises(UsageError, match="--dated: 9999-12-31 is in the future"):
        install(home, root, NAMES, "9999-12-31")

    assert install(home, root, NAMES, str(ahead - timedelta(days=1))).new


def test_an_edition_of_the_future_in_the_store_gives_way_to_any_other_and_is_told(home, root) -> None:
    first = install(home, root, ["Acme Optics"], "2026-11-01").edition
    future = replace(first.manifest, edition=date(9999, 12, 31), beside={})
    folder = first.folder.rename(first.folder.with_name(future.id))
    (folder / "manifest.json").write_bytes(sealed_json(future))
    (alone,) = [one for one in installed_watchlist(root / "watchlists", home=home).lists if one.id == "us-csl"]

    install(home, root, NAMES, "2022-04-21")

    assert alone.gaps[0].message == "its date, 9999-12-31, was in the future when it was retrieved"
    assert names_of(home, root) == set(NAMES)


def test_first_updates_at_once_keep_one_edition_that_is_never_absent(home, root) -> None:
    ready, seen, known = threading.Barrier(6), [], curated(home, root)
    (official,) = [one for one in known.lists if one.id == "us-csl"]
    file = home / "csl.csv"
    file.write_bytes(csl_bytes(*NAMES))

    def update() -> None:
        ready.wait()
        seen.append(update_list(official, known, home, sources=[str(file)], dated=date(2026, 11, 1)))

    threads = [threading.Thread(target=update) for _ in range(6)]
    for thread in threads:
        thread.start()
    there = absent = False
    while any(thread.is_alive() for thread in threads):
        here = bool(ListStore(home).editions("us-csl"))
        absent = absent or (there and not here)
        there = there or here

    assert not absent
    assert sorted(one.new for one in seen) == [False] * 5 + [True]


def test_a_list_without_a_reader_or_an_address_says_what_to_do(home, root) -> None:
    known = {one.id: one for one in curated(home, root).lists}

    with pytest.raises(UsageError, match=r"gb-sanctions \(UK Sanctions List\) cannot be read here yet"):
        update_list(known["gb-sanctions"], curated(home, root), home)
    with pytest.raises(UsageError, match="us-bis-el has no address to download from"):
        update_list(known["us-bis-el"], curated(home, root), home)


def test_names_of_lists_cannot_lead_out_of_the_store(home) -> None:
    store = ListStore(home)

    assert store.editions("../../etc") == []
    assert store.editions("") == []


def test_the_manifest_is_json_that_people_can_read(home, root) -> None:
    edition = install(home, root, NAMES, "2026-11-01").edition
    text = (edition.folder / "manifest.json").read_text(encoding="utf-8")

    assert json.loads(text)["edition"] == "2026-11-01"
    assert "\n" in text
